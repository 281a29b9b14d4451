"""The first screen: go on with the last workspace, or choose from three calm cards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Card, column, picture, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.text import Language

WIDTH = 920
CARD_HEIGHT = 216


class Welcome(QWidget):
    """What a user can begin with.

    Args:
        recent: the workspace that was used last, or None.
        language: of the screen.

    Signals:
        recent_wanted: go on with the last workspace.
        new_wanted, open_wanted, example_wanted: one of the cards.
        language_wanted: the code of the other language.
    """

    recent_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(self, recent: Path | None, language: Language) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Welcome to Assessor"))
        self._parts(recent, language)
        middle = column(spacing=2 * GRID)
        top = row(spacing=GRID)
        top.addWidget(self._words(), 1)
        top.addWidget(self.other_language)
        middle.addLayout(top)
        middle.addSpacing(GRID)
        if recent is not None:
            middle.addWidget(self._recent_card(recent))
        cards = row(spacing=2 * GRID)
        for card in self._cards:
            cards.addWidget(card, 1)
        middle.addLayout(cards)
        holder = QWidget()
        holder.setMaximumWidth(WIDTH)
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        holder.setLayout(middle)
        centred = row(spacing=0)
        centred.addStretch(1)
        centred.addWidget(holder, 20)
        centred.addStretch(1)
        outer = column(None, centred, spacing=0, margins=3 * GRID)
        outer.addStretch(2)
        self.setLayout(outer)

    def begin(self) -> None:
        """Put the focus on what a user most likely wants."""
        self._likely.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self) -> QWidget:
        made = QWidget()
        lines = column(label("Assessor", "title"), spacing=2)
        lines.addWidget(label(self.tr("Practice assessment, encrypted on your own computer."), "muted"))
        made.setLayout(lines)
        return made

    def _parts(self, recent: Path | None, language: Language) -> None:
        other = "en" if language == "nl" else "nl"
        self.other_language = button(
            "English" if other == "en" else "Nederlands",
            lambda: self.language_wanted.emit(other),
            kind="quiet",
            name="language",
        )
        self.recent = button(self.tr("&Go on"), self.recent_wanted.emit, kind="primary", name="recent")
        self.new = button(
            self.tr("Make a &new one"),
            self.new_wanted.emit,
            kind="plain" if recent is not None else "primary",
            name="new",
        )
        self.open = button(self.tr("&Open"), self.open_wanted.emit, name="open")
        self.example = button(self.tr("Look at the &example"), self.example_wanted.emit, name="example")
        self._likely: QPushButton = self.recent if recent is not None else self.new
        self._cards = (
            self._card(
                "plus",
                self.tr("New workspace"),
                self.tr("Begin with an empty, encrypted workspace for your own assessments."),
                self.new,
            ),
            self._card(
                "folder",
                self.tr("Open existing"),
                self.tr("Open a workspace on this computer, a network drive or a stick."),
                self.open,
            ),
            self._card(
                "star",
                self.tr("Look at an example"),
                self.tr("A partnership that does not exist, with students and results. Nothing counts."),
                self.example,
            ),
        )

    def _card(self, icon: str, title: str, text: str, act: QPushButton) -> Card:
        act.setAccessibleDescription(f"{title}. {text}")
        made = Card(picture(icon, QPalette.ColorRole.Link, 28), label(title, "heading"), label(text, "muted"))
        made.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        made.body.addStretch(1)
        made.body.addLayout(row(act, None))
        made.setMinimumHeight(CARD_HEIGHT)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return made

    def _recent_card(self, recent: Path) -> Card:
        place = label(str(recent.parent), "muted")
        self.recent.setAccessibleDescription(str(recent))
        words = column(label(recent.name, "heading"), place, spacing=2)
        line = row(picture("lock", QPalette.ColorRole.Link, 28), spacing=2 * GRID)
        line.addLayout(words, 1)
        line.addWidget(self.recent)
        made = Card(line)
        made.body.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        return made
