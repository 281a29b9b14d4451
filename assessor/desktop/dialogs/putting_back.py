"""Putting a backup back in the open workspace: first what is in it beside what is there now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.dialogs.patient import PatientDialog
from assessor.desktop.furniture.contents import ContentsView
from assessor.desktop.furniture.surfaces import Banner, fit
from assessor.desktop.furniture.words import label
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes
from assessor.storage.backup import Backup
from assessor.storage.contents import Contents


class PutBackDialog(PatientDialog):
    """Shows both and carries it out; whoever asked must sign in anew afterwards.

    Args:
        context: what every page is given.
        parent: the page.
        chosen: the backup.
        made: when it was made, in words.
    """

    def __init__(self, context: Context, parent: QWidget | None, chosen: Backup, made: str) -> None:
        super().__init__(
            context,
            parent,
            QCoreApplication.translate("PutBackDialog", "Put this backup back?"),
            QCoreApplication.translate(
                "PutBackDialog",
                "Everything becomes as it was then. What is there now is first kept as a backup, so you can go back.",
            ),
            QCoreApplication.translate("PutBackDialog", "Put back"),
        )
        self._chosen, self._made = chosen, made
        self.inside = ContentsView(context.locale)
        self.inside.hide()
        self.waiting = label(self.tr("The backup is being checked…"), "muted")
        self.body.addWidget(self.waiting)
        self.body.addWidget(self.inside)
        self.confirm.setEnabled(False)
        care = context.application.safekeeping
        work = attempt(lambda _progress: (care.contents(chosen), care.contents()))
        context.jobs.start("look inside", work, self._looked)

    def plan(self) -> Callable[[], Changes] | str:
        """Put it back."""
        care, chosen = self.context.application.safekeeping, self._chosen

        def put_back() -> Changes:
            care.put_back(chosen)
            return ()

        return put_back

    def _looked(self, answer: tuple[Contents, Contents] | KnownError) -> None:
        self.waiting.hide()
        if isinstance(answer, KnownError):
            self._show(answer)
            return
        self.inside.show()
        inside, now = answer
        self.inside.show_contents(inside, 1, self._made)
        self.inside.show_contents(now, 2, self.tr("Now"))
        if inside.dossiers < now.dossiers:
            fewer = now.dossiers - inside.dossiers
            words = self.tr("%n assessment(s) of now are not in this backup.", "", fewer)
            self.body.addWidget(Banner("warning", words))
        self.confirm.setEnabled(True)
        fit(self)
