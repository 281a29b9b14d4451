"""A day typed by keyboard: however people write it, it is the day that was meant, or said to be none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop.context import Context
from assessor.desktop.dialogs.describing import DescribeDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.day_calendar import DayCalendar
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.surfaces import column
from assessor.domain.people import Person
from assessor.domain.student import Student
from tests.services.stories import begun

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups on a screen in memory

STOOD = date(2026, 11, 27)


class Form(QDialog):
    """A name, a day, and a button that Enter presses."""

    def __init__(self) -> None:
        super().__init__()
        self.days: list[date] = []
        self.name, self.field = QLineEdit(), DayField(STOOD)
        self.done_button = button("Done", lambda: self.days.append(self.field.day))
        self.done_button.setDefault(True)
        self.setLayout(column(self.name, self.field, self.done_button))


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[Form]:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.name.setFocus()
    QTest.keyClick(form.name, Qt.Key.Key_Tab)
    assert form.field.hasFocus()
    yield form
    QToolTip.hideText()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1-9-2024", date(2024, 9, 1)),
        ("15-01-2025", date(2025, 1, 15)),
        ("1/9/2024", date(2024, 9, 1)),
        ("1.9.24", date(2024, 9, 1)),
        ("31-1-2025", date(2025, 1, 31)),
        ("29-2-2024", date(2024, 2, 29)),
        ("15 sept 2024", date(2024, 9, 15)),
        ("15012025", date(2025, 1, 15)),
        ("3-12", date(2026, 12, 3)),
        ("3 dec", date(2026, 12, 3)),
    ],
)
def test_what_is_typed_over_the_day_is_the_day(form: Form, typed: str, meant: date) -> None:
    QTest.keyClicks(form.field, typed)
    assert form.field.text() == typed
    assert form.field.day == meant
    QTest.keyClick(form.field, Qt.Key.Key_Tab)
    assert form.field.day == meant
    assert form.field.text() == f"{meant.day}-{meant.month}-{meant.year}"


def test_who_looks_on_hears_of_the_day_once(qtbot: QtBot, form: Form) -> None:
    heard: list[date] = []
    form.field.day_changed.connect(lambda: heard.append(form.field.day))
    QTest.keyClicks(form.field, "3-12-2026")
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert heard == [date(2026, 12, 3)]
    assert form.days == [date(2026, 12, 3)]


@pytest.mark.parametrize("typed", ["31-2-2026", "morgen", "12", "1-9-20244"])
def test_what_is_no_day_is_said_and_changes_nothing(qtbot: QtBot, form: Form, typed: str) -> None:
    QTest.keyClicks(form.field, typed)
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert form.days == []
    assert form.field.hasFocus()
    assert form.field.selectedText() == form.field.text() == "27-11-2026"
    said = f"“{typed}” is not a day. It is still 27-11-2026."
    qtbot.waitUntil(lambda: QToolTip.text() == said)
    assert form.field.property("invalid")
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert form.days == [STOOD]
    assert not form.field.property("invalid")


def test_who_leaves_what_is_no_day_sees_so_on_the_way(qtbot: QtBot, form: Form) -> None:
    QTest.keyClicks(form.field, "31-2-2026")
    QTest.keyClick(form.field, Qt.Key.Key_Tab)
    assert not form.field.hasFocus()
    assert form.field.text() == "27-11-2026"
    assert not form.field.hasSelectedText()
    qtbot.waitUntil(lambda: "is not a day" in QToolTip.text())
    assert form.field.property("invalid")


def test_keys_step_by_day_and_month(form: Form) -> None:
    QTest.keyClick(form.field, Qt.Key.Key_Up)
    assert form.field.day == date(2026, 11, 28)
    QTest.keyClick(form.field, Qt.Key.Key_Down)
    QTest.keyClick(form.field, Qt.Key.Key_PageDown)
    assert form.field.day == date(2026, 10, 27)
    QTest.keyClick(form.field, Qt.Key.Key_PageUp)
    assert form.field.text() == form.field.selectedText() == "27-11-2026"
    form.field.show_day(date(2100, 12, 31))
    QTest.keyClick(form.field, Qt.Key.Key_Up)
    assert form.field.day == date(2100, 12, 31)


@pytest.mark.parametrize(
    "opener", [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)]
)
def test_the_calendar_opens_and_closes_by_keyboard(
    qtbot: QtBot, form: Form, opener: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    for _again in range(2):
        QTest.keyClick(form.field, *opener)
        calendar = form.field.findChild(DayCalendar)
        assert calendar is not None
        qtbot.waitUntil(calendar.isVisible)
        assert calendar.selectedDate() == QDate(form.field.day)
        shown = QApplication.focusWidget()
        assert shown is not None
        QTest.keyClick(shown, Qt.Key.Key_Right)
        QTest.keyClick(shown, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda calendar=calendar: not calendar.isVisible())
        assert form.field.hasFocus()
    assert form.field.day == date(2026, 11, 29)
    assert form.days == []


def test_the_calendar_stays_on_the_screen(form: Form) -> None:
    screen = form.screen().availableGeometry()
    form.move(screen.bottomRight())
    form.field.open_calendar()
    calendar = form.field.findChild(DayCalendar)
    assert calendar is not None
    assert screen.contains(calendar.frameGeometry())


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_dialog_waits_while_what_was_typed_is_no_day(
    qtbot: QtBot, context: Context, app: Application, noor: Person, fleur: Student, by_mouse: bool
) -> None:
    dialog = DescribeDialog(context, None, begun(app, fleur))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    stood = dialog.day.day

    def confirm() -> None:
        if by_mouse:
            QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    dialog.day.setFocus()
    dialog.day.selectAll()
    QTest.keyClicks(dialog.day, "31-2-2026")
    confirm()
    assert dialog.isVisible(), "another day than the one that was typed is not taken without a word"
    assert dialog.day.hasFocus()
    qtbot.waitUntil(lambda: "31-2-2026" in QToolTip.text())
    assert dialog.day.day == stood
    confirm()
    assert not dialog.isVisible(), "who confirms the day that is shown is taken at their word"
