"""*Huisregels*: what the partnership settled for this workspace."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.options import Options
from assessor.desktop.furniture.surfaces import Card, column, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.pages.private_words_card import PrivateWordsCard
from assessor.desktop.pages.section import AdministrationSection
from assessor.desktop.pages.terms_card import TermsCard
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.finding import MentorRule

WIDTH = 720


class HouseRulesSection(AdministrationSection):
    """The rules; a choice holds at once."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        question = self.tr("What if the assessor is also the student's mentor or practice supervisor?")
        self.mentor = Options(question)
        self.mentor.add(
            MentorRule.BLOCK.value,
            self.tr("Block"),
            self.tr("The dossier cannot be made final; another assessor finishes it."),
        )
        self.mentor.add(
            MentorRule.WARN.value,
            self.tr("Warn"),
            self.tr("The check page says so, and the assessor decides."),
        )
        self.mentor.chosen.connect(self._choose)
        self.note = label("", "small")
        card = Card(label(question, "heading"), self.mentor, self.note, spacing=2 * GRID)
        card.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        card.setMaximumWidth(WIDTH)
        self.terms = TermsCard(context)
        self.terms.setMaximumWidth(WIDTH)
        self.terms.changed.connect(self.tell)
        self.words = PrivateWordsCard(context)
        self.words.setMaximumWidth(WIDTH)
        self.words.changed.connect(self.tell)
        content = QWidget()
        content.setLayout(column(card, self.terms, self.words, None, spacing=2 * GRID))
        self.setLayout(column(scrolling(content)))

    def reload(self) -> None:
        """Show what is settled."""
        self.mentor.show_code(self.context.application.house_rules.mentor_rule.value)
        self.note.setText(self.tr("Holds for every dossier that is not final yet."))
        self.terms.reload()
        self.words.reload()

    def _choose(self, code: str) -> None:
        try:
            changes = self.context.application.house_rules.set_mentor_rule(MentorRule(code))
        except KnownError as refusal:
            self.context.tell_error(refusal)
            self.reload()
        else:
            self.tell(changes)
            self.note.setText(self.tr("Saved. Holds for every dossier that is not final yet."))
