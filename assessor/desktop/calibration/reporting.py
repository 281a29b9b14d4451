"""Verslag: who was there, the papers of the session in a folder, and finishing the session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout

from assessor.desktop.calibration.closing import FinishSessionDialog
from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.under_way import UnderWayDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, Card, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.calibration.room import told_apart
from assessor.domain.calibration.session import SessionState
from assessor.domain.errors import KnownError
from assessor.services.calibration.papers import Written
from assessor.services.calibration.preparing import SessionLine

COLUMNS = 3


class ReportingStep(Step):
    """The papers."""

    def build(self, line: SessionLine) -> None:
        """Fill the step."""
        if not line.rounds or not line.rounds[0].is_revealed:
            words = self.tr("The report can be made after the reveal.")
            self.body.addWidget(Banner("sufficient", words))
            self.body.addWidget(self._presence(line))
            return
        self.body.addWidget(self._papers(line.session.id))
        self.body.addWidget(self._presence(line))
        if line.session.state is SessionState.RUNNING:
            words = self.tr("After this nothing of the session can be changed, except what becomes of agreements.")
            finish = button(self.tr("Finish the session…"), self._conclude, name="conclude")
            self.body.addWidget(Card(label(self.tr("Done?"), "heading"), label(words, "muted"), row(finish, None)))

    def _papers(self, session_id: str) -> Card:
        self.save = button(self.tr("Save the reports…"), self.ask_folder, kind="primary", name="save-reports")
        lines = (
            self.tr("Group report as PDF and workbook: no names."),
            self.tr("Attendance list: names, no scores."),
            self.tr("For each participant a private report, which opens with that person's own code."),
            self.tr(
                "For a candidate for the BKE also a report to write on, as PDF and for Word, and a proof of"
                " participation."
            ),
        )
        kept = self.context.application.calibration.keeping.kept_until(session_id)
        erased = self.tr("Personal scores are erased after {day}; attendance and the figures of the group stay.")
        warning = self.tr("The group report and the attendance list are not encrypted. File names hold no names.")
        return Card(
            label(self.tr("Reports"), "heading"), *(label(f"•  {one}") for one in lines), label(warning, "muted"),
            label(erased.format(day=self.words.long_day(kept)), "muted"), row(self.save, None), spacing=12,
        )  # fmt: skip

    # --- who was there

    def _presence(self, line: SessionLine) -> Card:
        people = self.sessions.preparing.participants(line.session.id)
        names = told_apart(people)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        self.present: dict[str, QCheckBox] = {}
        for place, one in enumerate(people):
            box = QCheckBox(names[one.id])
            box.setAccessibleName(self.tr("{name} was present").format(name=names[one.id]))
            box.setChecked(bool(one.present))
            box.clicked.connect(lambda checked, who=one.id: self._mark({who: checked}))
            self.present[one.id] = box
            grid.addWidget(box, place // COLUMNS, place % COLUMNS)
        every = button(
            self.tr("Everybody was present"), lambda: self._mark(dict.fromkeys(self.present, True)), kind="quiet",
            name="all-present",
        )  # fmt: skip
        return Card(row(label(self.tr("Attendance list"), "heading"), None, every), grid, spacing=12)

    def _mark(self, present: dict[str, bool]) -> None:
        if self.line is None:
            return
        try:
            changes = self.sessions.preparing.mark_present(self.line.session.id, present)
        except KnownError as refusal:
            self.context.tell_error(refusal)
            return
        for who, there in present.items():
            self.present[who].setChecked(there)
        self.kept.emit(changes)

    # --- papers

    def ask_folder(self) -> None:
        """Ask where the reports go."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder for the reports"))
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the reports beside the screen."""
        if self.line is not None:
            told = self.tr("The reports are being made…")
            self.dialog = PapersDialog(self, self.line.session.id, folder, self.tr("Reports"), told)
            self.dialog.open()

    def _conclude(self) -> None:
        if self.line is not None:
            dialog = FinishSessionDialog(self, self.line.session.id)
            dialog.ask(lambda: self.done.emit(dialog.changes))


class PapersDialog(UnderWayDialog):
    """Writes the reports one after the other; it can be stopped."""

    def __init__(self, step: Step, session_id: str, folder: Path, title: str, told: str) -> None:
        super().__init__(step.context, step, title, told)
        self.body.addStretch(1)  # There is no result to show but what is said above.
        self.resize(560, 260)
        self._to = folder
        papers, language = step.context.application.calibration.papers, step.context.language

        def work(progress: Progress) -> Written:
            return papers.write(session_id, folder, language, progress)

        self.work_on("calibration-papers", work)

    def count(self, done: int, total: int) -> str:
        """How many participants have theirs."""
        return self.tr("{done} of {total} participants").format(done=done, total=total)

    def show_answer(self, answer: Written, *, stopped: bool) -> None:
        """Tell how many files there are, and what could not be made."""
        del stopped
        self.say("warning" if answer.stopped else "good", self.tr("%n file(s) saved.", "", len(answer.files)))
        if answer.stopped:
            self.say("warning", self.tr("Stopped: not everybody's own report is there."))
        if answer.private is not None:
            self.say("warning", answer.private.say(self.context.language))
        self.offer_folder(self._to)
