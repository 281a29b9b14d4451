"""What the sweep asks of whatever is on screen: names for a screen reader, Tab through everything, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractSpinBox)
BUTTONS = (QPushButton, QCheckBox, QRadioButton)


class Longer(QTranslator):
    """Texts of another language are longer: every word of the screen with 40 % more."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return source + "~" * max(1, round(0.4 * len(source))) if source else source

    def isEmpty(self) -> bool:
        return False


def visible(window: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """The widgets of these kinds that are on screen."""
    return [one for kind in kinds for one in window.findChildren(kind) if one.isVisibleTo(window)]


def nameless(window: QWidget) -> list[str]:
    """Fields of which a screen reader cannot say what they are for, and buttons that say nothing."""
    fields = [
        f"{type(one).__name__} {one.objectName()}"
        for one in visible(window, *FIELDS)
        if not _named(one, window) and one.focusPolicy() != Qt.FocusPolicy.NoFocus and is_own(one)
    ]
    silent = [
        f"{type(one).__name__} {one.objectName()}"
        for one in visible(window, QAbstractButton)
        if is_own(one) and isinstance(one, QAbstractButton) and not (one.accessibleName() or one.text().strip())
    ]
    return fields + silent


def cut_off(window: QWidget) -> list[str]:
    """Buttons and sentences that have less room than their words need."""
    found = [
        one.text()
        for one in visible(window, *BUTTONS)
        if isinstance(one, QAbstractButton) and one.width() + 1 < one.minimumSizeHint().width()
    ]
    return found + [one.text() for one in visible(window, QLabel) if isinstance(one, QLabel) and _is_cut(one)]


def unreached(window: QWidget) -> list[str]:
    """Fields and buttons that Tab does not lead to before it comes round."""
    reached: list[QWidget] = []
    for _ in range(400):
        focused = QApplication.focusWidget()
        # In a date Tab goes from day to month to year first.
        inside = isinstance(focused, QDateTimeEdit) and reached and reached[-1] is focused
        if focused is None or (focused in reached and not inside):
            break
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    missed = [
        one
        for one in visible(window, *FIELDS, QPushButton, QCheckBox)
        if one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and is_own(one)
        and not any(one is part or one.isAncestorOf(part) or _goes_with(one, part) for part in reached)
    ]
    return [f"{type(one).__name__} {one.accessibleName() or getattr(one, 'text', str)()}" for one in missed]


def is_own(widget: QWidget) -> bool:
    """Not a part that Qt puts inside another widget, such as the line in a date field or a table's corner."""
    outer = (QComboBox, QAbstractItemView, QLineEdit, QAbstractSpinBox)
    return not widget.objectName().startswith("qt_") and not any(
        isinstance(parent, outer) for parent in _parents(widget)
    )


def _named(field: QWidget, window: QWidget) -> bool:
    return bool(field.accessibleName()) or any(
        one.buddy() is field for one in window.findChildren(QLabel) if isinstance(one, QLabel)
    )


def _goes_with(one: QWidget, part: QWidget) -> bool:
    """Whether both are buttons of which one at a time is pressed: arrows go from one to the other."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and group.exclusive() and part in group.buttons()


def _is_cut(one: QLabel) -> bool:
    if not one.text() or not one.pixmap().isNull():
        return False
    if one.wordWrap():
        return one.height() + 1 < one.heightForWidth(one.width())
    return one.width() + 1 < one.minimumSizeHint().width()


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()
