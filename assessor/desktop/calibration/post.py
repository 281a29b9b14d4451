"""The post of a session: what goes out to be scored, and taking in whatever comes back, beside the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.calibration.arrivals import Arrivals
from assessor.desktop.calibration.step import Step
from assessor.desktop.jobs import Progress
from assessor.domain.errors import KnownError
from assessor.services.calibration.inviting import InvitationsWritten
from assessor.services.calibration.preparing import SessionLine
from assessor.services.calibration.receiving import FileTaken
from assessor.services.changes import Changes

if TYPE_CHECKING:
    from assessor.desktop.calibration.inviting import FormsWish

FILES = "*.pdf *.xlsx *.csv *.zip *.eml *.assessor"


@dataclass(frozen=True)
class _Load:
    """Files that were dropped or chosen for a session, perhaps with whose they are and which of a zip is meant."""

    session_id: str
    paths: tuple[Path, ...]
    who: str = ""
    only: str = ""


class Post(QObject):
    """Reads one load of files after another, and remembers what still asks for a hand."""

    def __init__(self, step: Step) -> None:
        super().__init__(step)
        self._step, self._context = step, step.context
        self._files: dict[str, list[FileTaken]] = {}
        """By session what was read last, and what of earlier files still asks for a hand."""
        self._waiting: list[_Load] = []
        self._job: int | None = None
        self._line: SessionLine | None = None
        # It goes with the step, also when no session was ever shown: not when Python clears up, on whatever thread.
        self.arrivals = Arrivals(step.context, step)

    def begin(self, line: SessionLine) -> Arrivals:
        """A fresh place for what is told, as the step is built anew."""
        self._line = line
        self.arrivals = Arrivals(self._context, self._step)
        self.arrivals.stopped.connect(self._stop)
        self.arrivals.whose.connect(self._ask_whose)
        self.arrivals.columns.connect(self._ask_columns)
        self.arrivals.show_files(self._files.get(line.session.id, ()))
        return self.arrivals

    # --- taking in

    def ask_files(self) -> None:
        """Ask for files with scores."""
        dialog = QFileDialog(self._step, self.tr("Read what came back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = self.tr("Forms, tables, exports, zips and mails")
        dialog.setNameFilters([f"{kinds} ({FILES})", self.tr("All files") + " (*)"])
        dialog.filesSelected.connect(lambda chosen: self.take_files([Path(one) for one in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_files(self, paths: list[Path], who: str = "", only: str = "") -> None:
        """Read files and folders; of each is said what became of it, never what it says."""
        if self._line is not None and self._line.rounds:
            self._waiting.append(_Load(self._line.session.id, tuple(paths), who, only))
            self._next()

    def _next(self) -> None:
        """Begin with the next load, once nothing is under way."""
        if self._job is not None or not self._waiting:
            return
        load = self._waiting.pop(0)
        receiving = self._context.application.calibration.receiving

        def work(progress: Progress) -> tuple[list[FileTaken], Changes]:
            return receiving.take(load.session_id, load.paths, progress, who=load.who, only=load.only)

        self._advance(0, 1)
        self._job = self._context.jobs.start(
            "calibration-files", attempt(work), partial(self._taken, load), lane="computing",
            on_progress=self._advance,
        )  # fmt: skip

    def _advance(self, done: int, total: int) -> None:
        if isValid(self):
            self.arrivals.advance(self.tr("Reading {done} of {total}").format(done=done, total=total), done, total)

    def _taken(self, load: _Load, answer: tuple[list[FileTaken], Changes] | KnownError) -> None:
        if not isValid(self):
            return
        self._job = None
        self.arrivals.rest()
        if isinstance(answer, KnownError):
            self._context.tell_error(answer)
        else:
            found, changes = answer
            keys = {(one.path, one.name) for one in found}
            before = self._files.get(load.session_id, [])
            left = [one for one in before if one.refusal is not None and (one.path, one.name) not in keys]
            self._files[load.session_id] = [*found, *left]
            self._step.done.emit(changes)
        self._next()

    def _stop(self) -> None:
        self._waiting.clear()
        if self._job is not None:
            self._context.jobs.stop(self._job)

    # --- what asks for a hand

    def _ask_whose(self, file: FileTaken) -> None:
        from assessor.desktop.calibration.whose import WhoseDialog

        if self._line is not None:
            people = self._step.sessions.preparing.participants(self._line.session.id)
            dialog = WhoseDialog(self._step, file, people)
            dialog.ask(lambda: self.take_files([file.path], dialog.participant_id, file.name))

    def _ask_columns(self, file: FileTaken) -> None:
        from assessor.desktop.calibration.column_roles import ColumnRolesDialog

        if self._line is not None:
            session_id = self._line.session.id
            asked = self._context.application.calibration.inviting.asked(session_id)
            dialog = ColumnRolesDialog(self._step, session_id, file, asked)
            dialog.ask(lambda: self.take_files([file.path], "", file.name))

    # --- sending out

    def invite(self) -> None:
        """Ask what goes out, and write it."""
        from assessor.desktop.calibration.inviting import InviteToScoreDialog

        if self._line is not None:
            session_id = self._line.session.id
            waiting = len(self._step.sessions.rounds.board(session_id).waiting)
            files = self._context.application.calibration.cases.files(session_id)
            attached = sum(one.size for kept in files.values() for one in kept)
            dialog = InviteToScoreDialog(self._step, waiting, attached)
            dialog.ask(lambda: self._write(session_id, dialog.wish()))

    def _write(self, session_id: str, wish: FormsWish) -> None:
        from assessor.desktop.calibration.inviting import PERSONAL, PROGRAM

        inviting = self._context.application.calibration.inviting

        def work(progress: Progress) -> InvitationsWritten:
            if wish.kind == PROGRAM:
                return inviting.write_sealed(session_id, wish.folder, wish.language, progress)
            personal = wish.kind == PERSONAL
            return inviting.write_forms(
                session_id, wish.folder, wish.language, personal=personal, ways=wish.ways, progress=progress
            )

        self._advance_writing(0, 1)
        self._job = self._context.jobs.start(
            "calibration-forms", attempt(work), partial(self._written, wish), lane="computing",
            on_progress=self._advance_writing,
        )  # fmt: skip

    def _advance_writing(self, done: int, total: int) -> None:
        if isValid(self):
            self.arrivals.advance(self.tr("Writing {done} of {total}").format(done=done, total=total), done, total)

    def _written(self, wish: FormsWish, answer: InvitationsWritten | KnownError) -> None:
        from assessor.desktop.calibration.inviting import PROGRAM

        if not isValid(self):
            return
        self._job = None
        self.arrivals.rest()
        if isinstance(answer, KnownError):
            self._context.tell_error(answer)
        else:
            number = len(answer.files)
            words = self.tr("%n file(s) written in {folder}. They are not encrypted: send them with care.", "", number)
            if wish.kind == PROGRAM:
                words = self.tr(
                    "%n file(s) written in {folder}. The invitations are sealed; the list with names and codes is not.",
                    "",
                    number,
                )
            words = words.format(folder=wish.folder.name)
            self.arrivals.say("warning", self.tr("Stopped.") + f" {words}" if answer.stopped else words)
        self._next()

    def show_questions(self) -> None:
        """Show the questions to paste into an online form."""
        from assessor.desktop.calibration.inviting import OnlineQuestionsDialog

        if self._line is None:
            return
        inviting = self._context.application.calibration.inviting
        try:
            words = inviting.questions(self._line.session.id, self._context.language)
        except KnownError as refusal:
            self._context.tell_error(refusal)
            return
        OnlineQuestionsDialog(self._step, words).open()
