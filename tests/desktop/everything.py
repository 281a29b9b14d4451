"""Everything that widgets hold: every text property, and the data of every model in every role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication

ROLES = (*range(int(Qt.ItemDataRole.UserRole) // 8), *range(int(Qt.ItemDataRole.UserRole), 264))


def everything_said() -> str:
    """What stands in any widget, action, document or model of the program, shown or not, and on the clipboard."""
    said = [QGuiApplication.clipboard().text()]
    for widget in QApplication.allWidgets():
        said += list(_of(widget))
        for action in widget.findChildren(QAction):
            said += list(_of(action))
        for document in widget.findChildren(QTextDocument):
            said.append(document.toPlainText())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            said += list(_cells(widget.model()))
    return "\n".join(said)


def _of(one: QObject) -> Iterator[str]:
    """The text properties that Qt knows of an object, such as text, toolTip, accessibleName, windowTitle."""
    meta = one.metaObject()
    for number in range(meta.propertyCount()):
        value = meta.property(number).read(one)
        if isinstance(value, str) and value:
            yield value
    for name in ("role", "kind", "tone", "step", "chosen"):
        value = one.property(name)
        if isinstance(value, str):
            yield value


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            yield from _texts(model.data(index, role) for role in ROLES)
    for section in range(model.columnCount(QModelIndex())):
        yield from _texts(model.headerData(section, Qt.Orientation.Horizontal, role) for role in ROLES)


def _texts(values: Iterable[object]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str))
