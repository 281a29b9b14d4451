"""Opening an invitation file: its code is asked, and then the sheet is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.form import FormRows
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes


class OpenInvitationDialog(AskingDialog):
    """Asks for the code of an invitation.

    Attributes:
        invitation_id: what was opened, once the dialog was accepted.
    """

    def __init__(self, context: Context, parent: QWidget, path: Path) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Open the invitation"),
            self.tr("You got its code separately, from the lead of the session."),
            self.tr("Open"),
        )
        self._path = path
        self.invitation_id = ""
        self.code = QLineEdit()
        self.code.setMaxLength(40)
        rows = FormRows()
        rows.add(self.tr("Code of the invitation"), self.code, self.tr("For example: K7PWA-3QHDX"))
        self.body.addLayout(rows)
        self.code.setFocus()

    def carry_out(self) -> Changes:
        """Open and keep it."""
        self.invitation_id, changes = self.context.application.calibration.scoring.open(self._path, self.code.text())
        return changes

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The code, when that is what does not fit."""
        return self.code if refusal.code == "invitation-code" else None
