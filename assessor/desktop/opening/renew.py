"""After the herstelcode was used: a new wachtzin, because the former one is forgotten."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessor.application import Application
from assessor.desktop.attempt import attempt
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.passphrase import NewPassphrase
from assessor.desktop.furniture.surfaces import row
from assessor.desktop.jobs import Jobs
from assessor.desktop.opening.pane import Pane
from assessor.domain.errors import KnownError
from assessor.domain.text import Language


class RenewPane(Pane):
    """Asks for a new wachtzin in an open workspace.

    Args:
        jobs: runs the change.
        language: of refusals.
        application: the workspace that was opened by its herstelcode.

    Signals:
        done: the wachtzin was replaced, or the user leaves it for now.
    """

    done = Signal()

    def __init__(self, jobs: Jobs, language: Language, application: Application) -> None:
        super().__init__("", "")
        self._jobs, self._language, self._application = jobs, language, application
        self.title.setText(self.tr("Choose a new passphrase"))
        self.setAccessibleName(self.title.text())
        self.meaning.setText(
            self.tr("The recovery code opened the workspace and stays valid. Backups made before keep the former one.")
        )
        self.meaning.show()
        self.back.hide()
        rows = FormRows()
        self.passphrase = NewPassphrase(rows)
        self.passphrase.changed.connect(self.hush)
        self.passphrase.again.returnPressed.connect(self._change)
        self.change = button(self.tr("Set the passphrase"), self._change, kind="primary", name="change")
        self.later = button(self.tr("Not now"), self.done.emit, kind="quiet", name="later")
        self.body.addLayout(rows)
        self.body.addLayout(row(None, self.later, self.change))

    @property
    def first_field(self) -> QWidget:
        """The wachtzin."""
        return self.passphrase.first

    def _change(self) -> None:
        if self.is_busy:
            return
        if self.passphrase.lack:
            self.tell("insufficient", self.passphrase.lack)
            self.passphrase.point_out()
            return
        self.hush()
        self.busy(self.tr("The passphrase is being set…"))
        care, passphrase = self._application.safekeeping, self.passphrase.text
        work = attempt(lambda _progress: care.replace_forgotten_passphrase(passphrase))
        self._jobs.start("opening", work, self._answered)

    def _answered(self, answer: KnownError | None) -> None:
        self.rest()
        if answer is None:
            self.done.emit()
        else:
            self.tell("insufficient", answer.say(self._language))
            self.begin()
