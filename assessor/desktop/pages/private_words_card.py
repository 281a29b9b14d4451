"""*Woorden waar de controle naar vraagt*: words on health, religion and private life, one on each line."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Card, row
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.private_words import WORDS

LINES = 6


class PrivateWordsCard(Card):
    """The list holds as soon as its field is left.

    Signals:
        changed: the list is another one; carries the `Changes`.
    """

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=GRID)
        self._context = context
        title = label(self.tr("Words that the check asks about"), "heading")
        self.words = GrowingText(lines=LINES)
        self.words.setAccessibleName(title.text())
        self.words.left.connect(self._settle)
        title.setBuddy(self.words)
        self.delivered = button(
            self.tr("Back to the list as delivered"), self._restore, kind="link", name="delivered-words"
        )
        self.body.addWidget(title)
        self.body.addWidget(
            label(
                self.tr(
                    "Words on health, religion and private matters, one on each line; * stands for any ending. The"
                    " check page warns of them and never blocks."
                ),
                "small",
            )
        )
        self.body.addWidget(self.words)
        self.body.addLayout(row(self.delivered, None))
        self.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)

    def reload(self) -> None:
        """Show the list."""
        words = self._context.application.house_rules.private_words
        self.words.show_text("\n".join(words))
        self.delivered.setVisible(words != WORDS)

    def _restore(self) -> None:
        self._settle("\n".join(WORDS))
        self.words.setFocus()

    def _settle(self, text: str) -> None:
        try:
            changes = self._context.application.house_rules.set_private_words(text.splitlines())
        except KnownError as refusal:
            self.words.keep()
            self._context.tell_error(refusal)
            return
        self.reload()
        self.changed.emit(changes)
