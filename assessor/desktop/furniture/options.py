"""Options to choose one from, each with a line under it that says what it means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID


class Options(QWidget):
    """Radio buttons under each other; nothing is chosen beforehand.

    Signals:
        chosen: the user chose an option; carries its code.
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._options: dict[str, QRadioButton] = {}
        self._column = column(spacing=GRID)
        self.setLayout(self._column)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.code))

    def add(self, code: str, word: str, meaning: str = "", *, enabled: bool = True) -> QRadioButton:
        """Add an option; one that is not enabled keeps its line, which then says why."""
        option = QRadioButton(word)
        option.setEnabled(enabled)
        option.setObjectName(f"option-{code}")
        self._group.addButton(option)
        self._options[code] = option
        lines = column(row(option, None), spacing=0)
        if meaning:
            option.setAccessibleDescription(meaning)
            lines.addWidget(_under(meaning))
        self._column.addLayout(lines)
        return option

    def button(self, code: str) -> QRadioButton:
        """The button of an option."""
        return self._options[code]

    @property
    def code(self) -> str:
        """The code of the chosen option, "" while there is none."""
        return next((code for code, option in self._options.items() if option.isChecked()), "")

    def show_code(self, code: str) -> None:
        """Show an option as chosen, or none of them ("")."""
        self._group.setExclusive(False)
        for own, option in self._options.items():
            option.setChecked(own == code)
        self._group.setExclusive(True)

    def take_focus(self) -> None:
        """Put the focus where choosing begins: the chosen option, or the first that can be chosen."""
        usable = [option for option in self._options.values() if option.isEnabled()]
        for option in sorted(usable, key=lambda one: not one.isChecked())[:1]:
            option.setFocus()


def _under(meaning: str) -> QLabel:
    made = label(meaning, "muted")
    made.setContentsMargins(4 * GRID, 0, 0, 0)
    return made
