"""Opening a correction of a result with its reason, and leaving it again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes


class CorrectDialog(AskingDialog):
    """Asks why a result is corrected, and opens the new revision."""

    def __init__(self, context: Context, parent: QWidget | None, dossier_id: str) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Make a correction"),
            self.tr(
                "The sheet opens again. From now on every change is recorded: who, when, and what stood there before."
                " The result stands again once you make it final, or when you abandon the correction."
            ),
            self.tr("Open the correction"),
        )
        self._dossier_id = dossier_id
        self.why = self.reason(
            self.tr("Why is this corrected?"), self.tr("For example: the note at 4.6 stood at the wrong criterion.")
        )
        self.why.setFocus()

    def carry_out(self) -> Changes:
        """Open the correction."""
        _dossier, changes = self.context.application.results.correct(self._dossier_id, self.why.toPlainText())
        return changes

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The reason, when that is what lacks."""
        return self.why if refusal.code == "reason-missing" else None


class AbandonDialog(AskingDialog):
    """Asks whether a correction is to be abandoned, and puts the earlier result back."""

    def __init__(self, context: Context, parent: QWidget | None, dossier_id: str) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Abandon this correction?"),
            self.tr(
                "The sheet and the result return to what they were. The history keeps that you began a correction."
            ),
            self.tr("Abandon the correction"),
        )
        self._dossier_id = dossier_id

    def carry_out(self) -> Changes:
        """Put back what was frozen."""
        _dossier, changes = self.context.application.results.abandon_correction(self._dossier_id)
        return changes
