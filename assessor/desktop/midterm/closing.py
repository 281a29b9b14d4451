"""Closing a midterm before both forms are in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes


class CloseMidtermDialog(AskingDialog):
    """Asks why a midterm closes early; says beforehand what becomes visible."""

    def __init__(self, context: Context, parent: QWidget | None, midterm_id: str, inside: int) -> None:
        meaning = (
            QCoreApplication.translate(
                "CloseMidtermDialog",
                "One form is in. It is opened now, and the other one no longer counts. This cannot be undone.",
            )
            if inside
            else QCoreApplication.translate(
                "CloseMidtermDialog",
                "No form is in. The midterm evaluation ends here. This cannot be undone.",
            )
        )
        super().__init__(context, parent, self.tr("Close with a reason"), meaning, self.tr("Close"))
        self._midterm_id = midterm_id
        self.why = self.reason(self.tr("Why now?"), self.tr("For example: the mentor is ill for weeks"))
        self.why.setFocus()

    def carry_out(self) -> Changes:
        """Close it."""
        return self.context.application.midterms.overview.close(self._midterm_id, self.why.toPlainText())[1]

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The reason, when that is what lacks."""
        return self.why if refusal.code == "close-reason-needed" else None
