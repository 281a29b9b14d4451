"""What the user sees of a page, and the wait for what a job brings."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from assessor.desktop.context import Context
from assessor.desktop.page import Page

Kind = TypeVar("Kind", bound=QWidget)


def words(widget: QWidget) -> str:
    """Everything that labels and buttons show."""
    QCoreApplication.sendPostedEvents()  # What was put into a layout a moment ago shows itself then.
    parts: list[QLabel | QAbstractButton] = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    return "\n".join(part.text() for part in parts if part.isVisibleTo(widget))


def rows(table: QTableView) -> list[list[str]]:
    """The cells of the columns that are shown."""
    model = table.model()
    columns = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
    return [
        [str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole)) for column in columns]
        for row in range(model.rowCount())
    ]


def shown(qtbot: QtBot, context: Context, page: Page, width: int = 1166) -> None:
    """Show a page as the workbench does, and wait until its rows are there."""
    qtbot.addWidget(page)
    page.resize(width, 760)
    page.reload()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    settle(qtbot, context)


def settle(qtbot: QtBot, context: Context) -> None:
    """Wait until no job is under way."""
    qtbot.waitUntil(lambda: context.jobs.is_idle)


def front(kind: type[Kind]) -> Kind:
    """The window of this kind that stands in front, with the keys going to it."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    window = found[-1]
    window.activateWindow()
    for _ in range(100):
        if QApplication.activeWindow() is window:
            return window
        QTest.qWait(20)
    raise AssertionError("the window did not come to the front")
