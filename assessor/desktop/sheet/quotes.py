"""Quotes: the lines of the notes that were put at a criterion, quietly under it, to be taken over with one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import clear, column, row
from assessor.desktop.furniture.words import label
from assessor.domain.notes import NoteLine


class Quotes(QFrame):
    """What was noted at one criterion.

    Signals:
        taken: the user wants these words in the toelichting.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "quotes")
        self.setAccessibleName(self.tr("From your notes"))
        self._rows = column(spacing=2)
        self._rows.setContentsMargins(12, 2, 0, 2)
        self.setLayout(self._rows)
        self._lines: Sequence[NoteLine] = ()
        self._note = ""
        self._read_only = False
        self.buttons: list[QPushButton] = []

    def show_lines(self, lines: Sequence[NoteLine], note: str, *, read_only: bool) -> None:
        """Show the lines; which of them the toelichting holds already is seen from its text."""
        if (list(lines), note, read_only) == (list(self._lines), self._note, self._read_only) and self._rows.count():
            return
        self._lines, self._note, self._read_only = lines, note, read_only
        clear(self._rows)
        self.buttons = []
        for line in lines:
            self._add(line)
        self.setVisible(bool(lines))

    @property
    def next_words(self) -> str:
        """The words of the first line that the toelichting does not hold yet, "" when it holds them all."""
        return next((line.words for line in self._lines if line.words and line.words not in self._note), "")

    def _add(self, line: NoteLine) -> None:
        time = f"{line.at:%H:%M}  " if line.at is not None else ""
        words = row(spacing=12)
        words.addWidget(label(f"{time}{line.words}", "muted"), 1)
        if line.words and line.words in self._note:
            words.addWidget(label(self.tr("✓ taken over"), "small", wrap=False))
        elif line.words and not self._read_only:
            take = button(self.tr("Take over"), lambda: self.taken.emit(line.words), kind="link")
            take.setToolTip(self.tr("Add these words to the explanation (A)"))
            take.setAccessibleName(self.tr("Take over: {words}").format(words=line.words))
            self.buttons.append(take)
            words.addWidget(take)
        self._rows.addLayout(words)
