"""The level buttons of one criterion: exclusive, without a preselected level, clearable, each with its key on it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from assessor.desktop.furniture.chips import OUTCOME_TONES, SIGNS
from assessor.desktop.furniture.words import Tone, label, restyle
from assessor.desktop.theme import GRID
from assessor.domain.instrument import NOT_OBSERVED, Scale
from assessor.domain.text import Language, Text


def keys_of(scale: Scale) -> dict[str, str]:
    """Which mark each key sets: the letters of the levels, and digits (the code itself, or its place from 1)."""
    keys = {mark.upper(): mark for mark in scale.marks if len(mark) == 1}
    if not any(level.code.isdigit() for level in scale.levels):
        keys |= {str(number): level.code for number, level in enumerate(scale.levels, start=1)}
    return keys


def key_hint(scale: Scale, mark: str) -> str:
    """The key that a button shows for its mark."""
    return mark if len(mark) == 1 else next(key for key, other in keys_of(scale).items() if other == mark)


class LevelButtons(QWidget):
    """A button per level of the scale with its descriptor under it, and one for *niet waargenomen*.

    Signals:
        chosen: the user chose a mark, or "" to clear it.
    """

    chosen = Signal(str)

    def __init__(
        self,
        scale: Scale,
        language: Language,
        descriptors: Mapping[str, Text] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._descriptors: dict[str, QLabel] = {}
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(4)
        for place, mark in enumerate(scale.marks):
            made = self._button(mark, scale.word(mark).say(language), key_hint(scale, mark), _tone(scale, mark))
            self._buttons[mark] = made
            grid.addWidget(made, 0, place)
            if descriptors and mark in descriptors:
                self._descriptors[mark] = self._descriptor(descriptors[mark].say(language))
                grid.addWidget(self._descriptors[mark], 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 0 if mark == NOT_OBSERVED else 1)

    def whole_width(self, columns: int | None = None) -> int:
        """How wide it must be to show every word whole, in so many columns or (None) in one row."""
        wide = []
        for made in self._buttons.values():
            made.ensurePolished()
            bold = made.font()
            bold.setBold(True)  # A chosen level is bold, and may not grow out of its button.
            more = QFontMetrics(bold).horizontalAdvance(made.text()) - made.fontMetrics().horizontalAdvance(made.text())
            wide.append(made.sizeHint().width() + max(0, more))
        *levels, last = wide
        if columns is None:
            return len(levels) * max(levels) + last + len(levels) * GRID
        return columns * max(wide) + (columns - 1) * GRID

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a row cannot show every word, levels without descriptors go on over more lines."""
        super().resizeEvent(event)
        if self._descriptors:
            return
        many = len(self._buttons)
        columns = many if self.whole_width() <= self.width() else 2 if self.whole_width(2) <= self.width() else 1
        for place, made in enumerate(self._buttons.values()):
            self._grid.addWidget(made, place // columns, place % columns)
            self._grid.setColumnStretch(place, 1 if place < min(columns, many - 1) else 0)

    def _button(self, mark: str, word: str, key: str, tone: Tone) -> QPushButton:
        made = QPushButton(f"{SIGNS[tone]}  {word}   {key}")
        made.setCheckable(True)
        made.setAutoDefault(False)
        # The criterion itself takes the keys; a Tab stop on every level would make 144 of them.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setProperty("kind", "level")
        made.setProperty("tone", tone)
        made.setAccessibleName(word)
        made.setToolTip(self.tr("{word}: key {key}").format(word=word, key=key))
        made.clicked.connect(lambda checked: self._clicked(mark, checked))
        return made

    @staticmethod
    def _descriptor(words: str) -> QLabel:
        made = label(words, "small")
        made.setContentsMargins(4, 0, 4, 0)
        made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return made

    def _clicked(self, mark: str, checked: bool) -> None:
        self.show_mark(mark if checked else None)
        self.chosen.emit(mark if checked else "")

    def show_mark(self, mark: str | None) -> None:
        """Show a mark, or none."""
        for own, made in self._buttons.items():
            made.setChecked(own == mark)
        for own, words in self._descriptors.items():
            if words.property("chosen") != (own == mark):
                restyle(words, chosen=own == mark)

    def button(self, mark: str) -> QPushButton:
        """The button of a mark."""
        return self._buttons[mark]


def _tone(scale: Scale, mark: str) -> Tone:
    outcome = scale.outcome(mark)
    return "neutral" if outcome is None else OUTCOME_TONES[outcome]
