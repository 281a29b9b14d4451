"""Forms: one helper that adds a row and gives its field a buddy label, an accessible name and a description."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.words import label, restyle
from assessor.desktop.theme import GRID

_EDITED = {
    QLineEdit: "textEdited",
    QPlainTextEdit: "textChanged",
    DayField: "day_changed",
    QComboBox: "currentIndexChanged",
    QCheckBox: "toggled",
}


class FormRows(QFormLayout):
    """Rows of a label with its field."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(2 * GRID)
        self.setVerticalSpacing(12)
        self.setContentsMargins(0, 0, 0, 0)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def add(self, text: str, field: QWidget, hint: str = "") -> QWidget:
        """Add a field; answers the field."""
        heading = label(text, "label", wrap=False)
        heading.setBuddy(field)
        field.setAccessibleName(text)
        if hint:
            field.setAccessibleDescription(hint)
            field.setToolTip(hint)
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(hint)
        self.addRow(heading, field)
        return field


def mark_invalid(field: QWidget, invalid: bool) -> None:
    """Show that a field needs attention (beside the sentence that says why)."""
    restyle(field, invalid=invalid)


def when_edited(field: QWidget, act: Callable[[], object]) -> None:
    """Do something each time that the content of a field changes."""
    for kind, signal in _EDITED.items():
        if isinstance(field, kind):
            getattr(field, signal).connect(lambda *_: act())


class Choice(QComboBox):
    """A choice of one; each option has a word to read and a code behind it."""

    def __init__(self, options: list[tuple[str, str]], chosen: str | None = None) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # The wheel takes no focus either.
        self.offer(options, chosen)

    def offer(self, options: list[tuple[str, str]], chosen: str | None = None) -> None:
        """Replace the options, given as (code, word)."""
        self.clear()
        for code, word in options:
            self.addItem(word, code)
        self.setCurrentIndex(max(0, self.findData(chosen)) if options else -1)

    @property
    def code(self) -> str:
        """The code of the chosen option, "" when there is none."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: who scrolls past a choice does not make one."""
        event.ignore()
