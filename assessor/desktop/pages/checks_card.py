"""Two checks: whether the file is sound, and whether every definitief dossier is still what was made final."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.services.verification import Fault, Verification, verify
from assessor.storage.soundness import Finding

MOST_FAULTS = 20
"""So many faults are written out; more of them need somebody's help anyway."""


class ChecksCard(Card):
    """The checks with their progress and what they found."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=2 * GRID)
        self._context = context
        self._job = 0
        self._stopped = False
        self.check = button(self.tr("Check the file"), self.check_file, name="check-file")
        self.verify = button(self.tr("Verify final dossiers"), self.verify_dossiers, name="verify")
        self.stop = button(self.tr("Stop"), self._stop, kind="quiet", icon="close", name="stop")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self._result = column(spacing=GRID)
        self.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        words = column(
            label(self.tr("Is everything still right?"), "heading"),
            label(self.tr("Damage to the file, or a final dossier that was altered, is found here."), "muted"),
            spacing=2,
        )
        top = row(spacing=GRID)
        top.addLayout(words, 1)
        top.addWidget(self.check)
        top.addWidget(self.verify)
        waiting = row(spacing=GRID)
        waiting.addWidget(self.bar, 1)
        waiting.addWidget(self.stop)
        self.body.addLayout(top)
        self.body.addLayout(waiting)
        self.body.addLayout(self._result)
        self._wait(False)

    def check_file(self) -> None:
        """Check the database file; it cannot be stopped halfway."""
        self._wait(True)
        self.bar.setRange(0, 0)
        self.stop.hide()
        care = self._context.application.safekeeping
        self._context.jobs.start("care", attempt(lambda _progress: care.check()), self._checked)

    def verify_dossiers(self) -> None:
        """Verify every chain and every frozen dossier."""
        self._stopped = False
        self._wait(True)
        self.bar.setRange(0, 0)
        desk = self._context.application.desk

        def work(progress: Progress) -> Verification:
            return verify(desk, progress)

        self._job = self._context.jobs.start("care", attempt(work), self._verified, on_progress=self._advanced)

    def _stop(self) -> None:
        self._stopped = True
        self.stop.setEnabled(False)
        self._context.jobs.stop(self._job)

    def _advanced(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    # --- what was found

    def _checked(self, answer: tuple[Finding, ...] | KnownError) -> None:
        self._wait(False)
        if isinstance(answer, KnownError):
            self._say(Banner("insufficient", answer.say(self._context.language)))
        elif answer:
            words = self.tr(
                "The file is damaged. Close the program and open the newest sound backup at the next start."
            )
            self._say(Banner("insufficient", words))
        else:
            self._say(Banner("good", self.tr("The file is sound.")))

    def _verified(self, answer: Verification | KnownError) -> None:
        self._wait(False)
        if isinstance(answer, KnownError):
            self._say(Banner("insufficient", answer.say(self._context.language)))
            return
        if answer.faults:
            self._say(
                Banner("insufficient", self.tr("%n things are not as they were recorded.", "", len(answer.faults)))
            )
            for fault in answer.faults[:MOST_FAULTS]:
                self._result.addWidget(label(self._fault(fault)))
            if len(answer.faults) > MOST_FAULTS:
                more = len(answer.faults) - MOST_FAULTS
                self._result.addWidget(label(self.tr("and %n more", "", more), "muted"))
        elif self._stopped:
            self._say(
                Banner("warning", self.tr("Stopped. What was verified so far is right; the rest was not looked at."))
            )
            return
        else:
            words = self.tr("All %n recorded dossiers are exactly what was made final.", "", answer.dossiers)
            self._say(Banner("good", words))
        self._result.addWidget(label(self._context.say(answer.proven), "small"))

    def _fault(self, fault: Fault) -> str:
        where = fault.dossier or self.tr("Workspace")
        return f"{where}: {self._context.say(fault.what)}"

    def _say(self, banner: Banner) -> None:
        clear(self._result)
        self._result.addWidget(banner)

    def _wait(self, waiting: bool) -> None:
        self.bar.setVisible(waiting)
        self.stop.setVisible(waiting)
        self.stop.setEnabled(True)
        for part in (self.check, self.verify):
            part.setEnabled(not waiting)
