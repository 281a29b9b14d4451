"""Recording on which day a result was announced."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import FormRows
from assessor.services.changes import Changes


class AnnounceDialog(AskingDialog):
    """Asks for the day of the announcement."""

    def __init__(self, context: Context, parent: QWidget | None, dossier_id: str) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Record the announcement"),
            self.tr("From this day on the result is official, and paper no longer says that it is provisional."),
            self.tr("Record"),
        )
        self._dossier_id = dossier_id
        self.day = DayField(context.application.desk.today())
        rows = FormRows()
        rows.add(self.tr("Announced on"), self.day)
        self.body.addLayout(rows)
        self.day.setFocus()

    def carry_out(self) -> Changes:
        """Record the day."""
        _dossier, changes = self.context.application.results.announce(self._dossier_id, self.day.day)
        return changes
