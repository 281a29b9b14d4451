"""The level buttons of one criterion: exclusive, without a preselected level, clearable, each with its key on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from assessor.desktop.furniture.chips import OUTCOME_TONES, SIGNS
from assessor.desktop.furniture.surfaces import row
from assessor.desktop.furniture.words import Tone
from assessor.domain.instrument import NOT_OBSERVED, Scale
from assessor.domain.text import Language


class LevelButtons(QWidget):
    """A button per level of the scale and one for *niet waargenomen*.

    Signals:
        chosen: the user chose a mark, or "" to clear it.
    """

    chosen = Signal(str)

    def __init__(self, scale: Scale, language: Language) -> None:
        super().__init__()
        self._buttons: dict[str, QPushButton] = {}
        for number, mark in enumerate(scale.marks):
            key = mark if mark == NOT_OBSERVED or not mark.isdigit() else str(number)
            self._buttons[mark] = self._button(mark, scale.word(mark).say(language), key, _tone(scale, mark))
        layout = row(*self._buttons.values(), spacing=6)
        layout.addStretch(1)
        self.setLayout(layout)

    def _button(self, mark: str, word: str, key: str, tone: Tone) -> QPushButton:
        made = QPushButton(f"{SIGNS[tone]}  {word}   {key}")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("kind", "level")
        made.setProperty("tone", tone)
        made.setAccessibleName(word)
        made.setToolTip(self.tr("{word}: key {key}").format(word=word, key=key))
        made.clicked.connect(lambda checked: self._clicked(mark, checked))
        return made

    def _clicked(self, mark: str, checked: bool) -> None:
        self.show_mark(mark if checked else None)
        self.chosen.emit(mark if checked else "")

    def show_mark(self, mark: str | None) -> None:
        """Show a mark, or none."""
        for own, made in self._buttons.items():
            made.setChecked(own == mark)

    def button(self, mark: str) -> QPushButton:
        """The button of a mark."""
        return self._buttons[mark]


def _tone(scale: Scale, mark: str) -> Tone:
    outcome = scale.outcome(mark)
    return "neutral" if outcome is None else OUTCOME_TONES[outcome]
