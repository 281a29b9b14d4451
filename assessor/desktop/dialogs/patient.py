"""A dialog whose work takes long enough to run beside the screen, such as drawing a key from a wachtzin."""

from __future__ import annotations

from collections.abc import Callable

from assessor.desktop.attempt import attempt
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.surfaces import Banner, clear, fit
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes


class PatientDialog(AskingDialog):
    """As `AskingDialog`; a subclass says in `plan` what is to be done, with everything that the fields hold."""

    def plan(self) -> Callable[[], Changes] | str:
        """What is to be done beside the screen (it must not touch the dialog), or what is not right yet, in words."""
        raise NotImplementedError

    def _confirm(self) -> None:
        if not self.confirm.isEnabled():
            return
        work = self.plan()
        if isinstance(work, str):
            clear(self._refusal)
            self._refusal.addWidget(Banner("insufficient", work))
            fit(self)
            return
        clear(self._refusal)
        self._wait(True)
        self.context.jobs.start("dialog", attempt(lambda _progress: work()), self._answered)

    def _answered(self, answer: Changes | KnownError) -> None:
        self._wait(False)
        if isinstance(answer, KnownError):
            self._show(answer)
            return
        self.changes = answer
        self.accept()

    def _wait(self, waiting: bool) -> None:
        for part in (self.confirm, self.cancel):
            part.setEnabled(not waiting)

    def reject(self) -> None:
        """Esc closes the dialog, but not while its work is under way."""
        if self.cancel.isEnabled():
            super().reject()
