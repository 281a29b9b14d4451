"""Verzamelen: how many are in, never what; files, paper, and closing the round."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.calibration.arrivals import Arrivals, Blindness
from assessor.desktop.calibration.closing import close_round
from assessor.desktop.calibration.step import Step
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.dropping import FilesDrop
from assessor.desktop.furniture.surfaces import Banner, Card, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.calibration.round import ReturnWay, Round, RoundWay
from assessor.domain.errors import KnownError
from assessor.services.calibration.inviting import InvitationsWritten
from assessor.services.calibration.preparing import SessionLine
from assessor.services.calibration.receiving import FileTaken
from assessor.services.calibration.rounds import Board
from assessor.services.changes import Changes

if TYPE_CHECKING:
    from assessor.desktop.calibration.inviting import FormsWish

FILES = "*.pdf *.xlsx *.csv *.zip *.eml *.assessor"


class CollectingStep(Step):
    """The board of the last round."""

    def __init__(self, context: Context, sessions: Sessions) -> None:
        super().__init__(context, sessions)
        self._drop = FilesDrop(self, self.take_files)
        self._files: list[FileTaken] = []
        """What was read last, and what of earlier files still asks for a hand."""
        self._session_id = ""
        self._job = 0

    def build(self, line: SessionLine) -> None:
        """Fill the step."""
        if line.session.id != self._session_id:
            self._session_id, self._files = line.session.id, []
        self.arrivals = Arrivals(self.context)
        self.arrivals.stopped.connect(lambda: self.context.jobs.stop(self._job))
        self.arrivals.whose.connect(self._ask_whose)
        self.arrivals.columns.connect(self._ask_columns)
        if not line.rounds:
            self.body.addWidget(
                Banner("sufficient", self.tr("The first round is not open yet. Open it at the step Prepare."))
            )
            return
        self._fill(self.sessions.rounds.board(line.session.id))

    def _fill(self, board: Board) -> None:
        one = board.round
        if one is None:
            return
        if one.way is RoundWay.HANDS:
            words = self.tr("Hands are counted in this round.")
            self.body.addWidget(
                Banner("sufficient", words, self.tr("To the count"), lambda: self.onward.emit("second"))
            )
            return
        if one.is_open:
            self.body.addLayout(self._ways())
        elif not one.is_open:
            self.body.addWidget(self._closed(one))
        self.body.addWidget(self.arrivals)
        self.arrivals.show_files(self._files)
        self.body.addWidget(self._counts(board))
        if board.twice:
            self.body.addWidget(self._twice(board))
        if one.is_open and board.waiting:
            names = ", ".join(sorted(person.name for person in board.waiting))
            self.body.addWidget(Card(label(self.tr("Not in yet"), "label"), label(names)))
        if one.is_open:
            self.close_round = button(self.tr("Close the round…"), self._close, name="close-round")
            self.body.addLayout(row(None, self.close_round))
        if one.is_open:
            self.body.addWidget(self._blindness())

    def _ways(self) -> QVBoxLayout:
        self.send = button(self.tr("Invite to score…"), self.invite, kind="primary", name="invite-to-score")
        self.read = button(self.tr("Read what came back…"), self.ask_files, icon="folder", name="read-file")
        self.online = button(self.tr("Online form…"), self.show_questions, name="online-form")
        self.paper = button(self.tr("Type in from paper…"), self.type_in, name="paper")
        words = self.tr(
            "Drop here whatever came back, as much as you like: forms, tables, zips, saved mails, whole folders. It is"
            " sealed at once."
        )
        return column(row(self.send, self.read, self.online, self.paper, None, spacing=GRID), label(words, "muted"))

    def _blindness(self) -> Blindness:
        ways = (ReturnWay.PROGRAM, ReturnWay.PDF, ReturnWay.ONLINE, ReturnWay.PAPER, ReturnWay.TABLE)
        lines = [(self._way(way), self.context.say(way.blindness)) for way in ways]
        return Blindness(self.tr("How blind is each way?"), lines)

    def _way(self, way: ReturnWay) -> str:
        words = self.context.say(way.word)
        if way is ReturnWay.PDF:
            words = f"{words}, {self.context.say(ReturnWay.WORKBOOK.word)}"
        return words[0].upper() + words[1:]

    def _closed(self, one: Round) -> Banner:
        words = self.context.say(one.state.word)
        text = self.tr("Round {number} is {state}.").format(number=one.number, state=words)
        if one.reason:
            text += " " + self.tr("Reason: {reason}").format(reason=one.reason)
        return Banner("sufficient", text, self.tr("To the reveal"), lambda: self.onward.emit("reveal"))

    # --- the board

    def _counts(self, board: Board) -> QWidget:
        words = self.tr("{received} of {invited} in").format(received=board.received, invited=board.invited)
        self.number = label(words, "verdict")
        card = Card(self.number, _bar(board.received, board.invited, words), spacing=12)
        small = []
        if board.incomplete:
            small.append(self.tr("%n of these with an open criterion", "", board.incomplete))
        if board.late:
            small.append(self.tr("%n too late: kept, not counted", "", board.late))
        if small:
            card.body.addWidget(label(" · ".join(small), "muted"))
        for one in board.rooms:
            count = self.tr("{received} of {invited}").format(received=one.received, invited=one.invited)
            bar = _bar(one.received, one.invited, f"{one.room.name}: {count}")
            name = label(one.room.name, wrap=False)
            name.setMinimumWidth(12 * GRID)
            line = row(name, spacing=2 * GRID)
            line.addWidget(bar, 1)
            line.addWidget(label(count, "muted", wrap=False))
            card.body.addLayout(line)
        return card

    def _twice(self, board: Board) -> QWidget:
        names = {one.id: one.name for one in self.sessions.preparing.participants(board.session.id)}
        card = Card(label(self.tr("Came in twice: choose which counts"), "label"))
        for receipt in board.twice:
            when = self.words.moment(receipt.received_at)
            way = self.context.say(receipt.way.word)
            words = label(f"{names[receipt.participant_id]} · {way} · {when}")
            if receipt.in_force:
                choose = label(self.tr("counts"), "muted", wrap=False)
                card.body.addLayout(row(words, None, choose))
            else:
                verb = button(self.tr("Let this one count"), partial(self._choose, receipt.id), name="let-count")
                card.body.addLayout(row(words, None, verb))
        return card

    def _choose(self, receipt_id: str) -> None:
        if self.line is not None:
            session_id = self.line.session.id
            self.attempt(lambda: self.sessions.rounds.choose(session_id, receipt_id))

    # --- taking in

    def type_in(self) -> None:
        """Type in forms from paper, one person at a time."""
        from assessor.desktop.calibration.paper_entry import PaperEntryDialog

        if self.line is None:
            return
        dialog = PaperEntryDialog(self.context, self, self.sessions, self.line)
        dialog.finished.connect(lambda _result: self.done.emit(dialog.changes))
        dialog.open()

    def ask_files(self) -> None:
        """Ask for files with scores."""
        dialog = QFileDialog(self, self.tr("Read what came back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([f"{self.tr('Forms, tables, exports, zips and mails')} ({FILES})", self._every_file()])
        dialog.filesSelected.connect(lambda chosen: self.take_files([Path(one) for one in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _every_file(self) -> str:
        return self.tr("All files") + " (*)"

    def take_files(self, paths: list[Path], who: str = "", only: str = "") -> None:
        """Read files beside the screen and say of each what became of it, never what it says."""
        if self.line is None or not self.line.rounds:
            return
        session_id, receiving = self.line.session.id, self.context.application.calibration.receiving

        def work(progress: Progress) -> tuple[list[FileTaken], Changes]:
            return receiving.take(session_id, paths, progress, who=who, only=only)

        self._advance(0, 1)
        self._job = self.context.jobs.start(
            "calibration-files", attempt(work), self._taken, lane="computing", on_progress=self._advance
        )

    def _advance(self, done: int, total: int) -> None:
        if isValid(self):
            self.arrivals.advance(self.tr("Reading {done} of {total}").format(done=done, total=total), done, total)

    def _taken(self, answer: tuple[list[FileTaken], Changes] | KnownError) -> None:
        if not isValid(self):
            return
        self.arrivals.rest()
        if isinstance(answer, KnownError):
            self.context.tell_error(answer)
            return
        found, changes = answer
        keys = {(one.path, one.name) for one in found}
        self._files = [*found, *(one for one in self._files if (one.path, one.name) not in keys and one.refusal)]
        self.done.emit(changes)

    def _ask_whose(self, file: FileTaken) -> None:
        from assessor.desktop.calibration.whose import WhoseDialog

        if self.line is None:
            return
        people = self.sessions.preparing.participants(self.line.session.id)
        dialog = WhoseDialog(self, file, people)
        dialog.ask(lambda: self.take_files([file.path], dialog.participant_id, file.name))

    def _ask_columns(self, file: FileTaken) -> None:
        from assessor.desktop.calibration.column_roles import ColumnRolesDialog

        if self.line is None:
            return
        session_id = self.line.session.id
        asked = self.context.application.calibration.inviting.asked(session_id)
        dialog = ColumnRolesDialog(self, session_id, file, asked)
        dialog.ask(lambda: self.take_files([file.path], "", file.name))

    # --- sending out

    def invite(self) -> None:
        """Ask which forms go out, and write them beside the screen."""
        from assessor.desktop.calibration.inviting import InviteToScoreDialog

        if self.line is None:
            return
        session_id = self.line.session.id
        dialog = InviteToScoreDialog(self, len(self.sessions.rounds.board(session_id).waiting))
        dialog.ask(lambda: self._write(session_id, dialog.wish()))

    def _write(self, session_id: str, wish: FormsWish) -> None:
        from assessor.desktop.calibration.inviting import PERSONAL, PROGRAM

        inviting = self.context.application.calibration.inviting

        def work(progress: Progress) -> InvitationsWritten:
            if wish.kind == PROGRAM:
                return inviting.write_sealed(session_id, wish.folder, wish.language, progress)
            personal = wish.kind == PERSONAL
            return inviting.write_forms(
                session_id, wish.folder, wish.language, personal=personal, ways=wish.ways, progress=progress
            )

        self._advance_writing(0, 1)
        self._job = self.context.jobs.start(
            "calibration-forms", attempt(work), partial(self._written, wish), lane="computing",
            on_progress=self._advance_writing,
        )  # fmt: skip

    def _advance_writing(self, done: int, total: int) -> None:
        if isValid(self):
            self.arrivals.advance(self.tr("Writing {done} of {total}").format(done=done, total=total), done, total)

    def _written(self, wish: FormsWish, answer: InvitationsWritten | KnownError) -> None:
        if not isValid(self):
            return
        if isinstance(answer, KnownError):
            self.arrivals.rest()
            self.context.tell_error(answer)
            return
        from assessor.desktop.calibration.inviting import PROGRAM

        number = len(answer.files)
        words = self.tr("%n file(s) written in {folder}. They are not encrypted: send them with care.", "", number)
        if wish.kind == PROGRAM:
            words = self.tr(
                "%n file(s) written in {folder}. The invitations are sealed; the list with names and codes is not.",
                "",
                number,
            )
        words = words.format(folder=wish.folder.name)
        if answer.stopped:
            words = f"{self.tr('Stopped.')} {words}"
        self._files = []
        self.arrivals.say("warning", words)

    def show_questions(self) -> None:
        """Show the questions to paste into an online form."""
        from assessor.desktop.calibration.inviting import OnlineQuestionsDialog

        if self.line is None:
            return
        try:
            words = self.context.application.calibration.inviting.questions(
                self.line.session.id, self.context.language
            )  # fmt: skip
        except KnownError as refusal:
            self.context.tell_error(refusal)
            return
        OnlineQuestionsDialog(self, words).open()

    # --- closing

    def _close(self) -> None:
        if self.line is None:
            return
        close_round(self, self.line.session.id, self._onward)

    def _onward(self, changes: Changes) -> None:
        self.done.emit(changes)
        self.onward.emit("reveal")


def _bar(done: int, total: int, words: str) -> QProgressBar:
    made = QProgressBar()
    made.setTextVisible(False)
    made.setRange(0, max(total, 1))
    made.setValue(done)
    made.setAccessibleName(words)
    return made
