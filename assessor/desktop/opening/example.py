"""The example: what it is, its wachtzin, and how far the making of it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from assessor import paths
from assessor.application import EXAMPLE_PASSPHRASE, Application, make_example, open_application
from assessor.desktop.attempt import attempt
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Jobs, Progress
from assessor.desktop.opening.pane import Pane
from assessor.domain.errors import KnownError
from assessor.domain.text import Language
from assessor.services.recent import is_workspace
from assessor.storage.keys import Passphrase

STUDENTS = 660


def example_place() -> Path:
    """Where the example of this computer's user lies."""
    return paths.user_data() / "voorbeeld"


class ExamplePane(Pane):
    """Makes the example partnership, or opens the one that was made before.

    Args:
        jobs: runs the making.
        language: of refusals.
        holder: who opens it, for whoever finds it in use.
        students: how many there are to be.

    Signals:
        made: the open application.
    """

    made = Signal(object)

    def __init__(self, jobs: Jobs, language: Language, holder: str, students: int | None = None) -> None:
        super().__init__("", "")
        self._jobs, self._language, self._holder = jobs, language, holder
        self._students = STUDENTS if students is None else students
        self._job = 0
        self._exists = is_workspace(example_place())
        self.title.setText(self.tr("An example partnership"))
        self.setAccessibleName(self.title.text())
        self.meaning.setText(self.tr("Everything in it is invented: schools, students, assessors and results."))
        self.meaning.show()
        self.secret = label(EXAMPLE_PASSPHRASE, "code", wrap=False)
        self.secret.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = button(self.tr("Open the example"), self._open, kind="primary", name="open-example")
        self.make = button(
            self.tr("Make it anew") if self._exists else self.tr("Make the example"),
            self._make,
            kind="quiet" if self._exists else "primary",
            name="make-example",
        )
        if not self._exists:
            self.open.hide()
        self.stop = button(self.tr("Stop"), self._stop, icon="close", name="stop")
        self.stop.hide()
        self.body.addWidget(label(self._about()))
        self.body.addWidget(label(self.tr("The passphrase of the example, should the program ask for it:"), "muted"))
        self.body.addWidget(self.secret)
        self.body.addLayout(row(self.make, None, self.open) if self._exists else row(None, self.make))
        self.under.addLayout(row(None, self.stop))

    @property
    def first_field(self) -> QWidget:
        """The button that begins."""
        return self.open if self._exists else self.make

    def _about(self) -> str:
        if self._exists:
            return self.tr("You made it before. What you tried out in it is still there, until you make it anew.")
        return self.tr("Look around, score, make results final: nothing counts. Making it takes a few seconds.")

    def _open(self) -> None:
        self.busy(self.tr("The example is being opened…"))
        unlock, holder = Passphrase(EXAMPLE_PASSPHRASE), self._holder
        work = attempt(lambda _progress: open_application(example_place(), unlock, holder=holder))
        self._jobs.start("opening", work, self._answered)

    def _make(self) -> None:
        if self.is_busy:
            return
        self.hush()
        self.busy(self.tr("The example is being made…"))
        self.stop.show()
        self.stop.setEnabled(True)
        self.stop.setFocus()
        holder, students = self._holder, self._students

        def make(progress: Progress) -> Application | None:
            place = example_place()
            place.parent.mkdir(parents=True, exist_ok=True)
            return make_example(place, holder=holder, progress=progress, students=students)

        self._job = self._jobs.start("opening", attempt(make), self._answered, on_progress=self._advanced)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._jobs.stop(self._job)

    def _advanced(self, done: int, total: int) -> None:
        if self.is_busy:
            self.busy(self.tr("The example is being made…"), total)
            self.advance(done)

    def _answered(self, answer: Application | KnownError | None) -> None:
        self.rest()
        self.stop.hide()
        if isinstance(answer, KnownError):
            self.tell("insufficient", answer.say(self._language))
            self.begin()
        elif answer is None:
            self.tell("sufficient", self.tr("Stopped. Nothing was left behind."))
            self.begin()
        else:
            self.made.emit(answer)
