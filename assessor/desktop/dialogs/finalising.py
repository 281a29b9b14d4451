"""The last question before a result stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.chips import OUTCOME_TONES, SIGNS
from assessor.desktop.furniture.words import label
from assessor.domain.instrument import Outcome
from assessor.services.changes import Changes


class FinaliseDialog(AskingDialog):
    """Says what *definitief maken* means, with the verdict once more, and does it.

    Args:
        context: the page's context.
        parent: the page.
        dossier_id: the dossier.
        outcome: the verdict that will be set.
        student: the student's name.
    """

    def __init__(
        self, context: Context, parent: QWidget | None, dossier_id: str, outcome: Outcome, student: str
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Make this result final?"),
            self.tr("After this the sheet is fixed. A correction takes a reason."),
            self.tr("Make final"),
        )
        self._dossier_id = dossier_id
        self.cancel.setText(self.tr("Not yet"))
        tone = OUTCOME_TONES[outcome]
        word = context.say(outcome.word)
        self.body.addWidget(label(f"{SIGNS[tone]} {word.capitalize()}", "verdict", tone=tone))
        self.body.addWidget(label(self.tr("Practice assessment of {student}").format(student=student), "muted"))

    def carry_out(self) -> Changes:
        """Set the result."""
        _result, changes = self.context.application.results.finalise(self._dossier_id)
        return changes
