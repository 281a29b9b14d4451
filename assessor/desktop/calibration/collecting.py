"""Verzamelen: how many are in, never what; files, paper, and closing the round."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from assessor.desktop.calibration.closing import close_round
from assessor.desktop.calibration.step import Step
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.dropping import FileDrop
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.calibration.round import ReturnWay, Round, RoundWay
from assessor.services.calibration.preparing import SessionLine
from assessor.services.calibration.rounds import Board
from assessor.services.calibration.tables import FileTaken
from assessor.services.changes import Changes

FILES = "*.csv *.xlsx"


class CollectingStep(Step):
    """The board of the last round."""

    def __init__(self, context: Context, sessions: Sessions) -> None:
        super().__init__(context, sessions)
        self._drop = FileDrop(self, lambda path: self.take_files([path]))

    def build(self, line: SessionLine) -> None:
        """Fill the step."""
        self._news: QVBoxLayout = column(spacing=GRID)
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
        self.body.addLayout(self._news)
        self.body.addWidget(self._counts(board))
        if board.twice:
            self.body.addWidget(self._twice(board))
        if one.is_open and board.waiting:
            names = ", ".join(sorted(person.name for person in board.waiting))
            self.body.addWidget(Card(label(self.tr("Not in yet"), "label"), label(names)))
        if one.is_open:
            self.close_round = button(self.tr("Close the round…"), self._close, name="close-round")
            self.body.addLayout(row(None, self.close_round))

    def _ways(self) -> QVBoxLayout:
        self.paper = button(self.tr("Type in from paper…"), self.type_in, kind="primary", name="paper")
        self.read = button(self.tr("Read a file…"), self.ask_files, icon="folder", name="read-file")
        words = self.tr("A table of scores: a row for each case, criterion and assessor. You can drop it here too.")
        way = f"{self.context.say(ReturnWay.TABLE.blindness)} {self.context.say(ReturnWay.PAPER.blindness)}"
        return column(row(self.paper, self.read, None, spacing=GRID), label(words, "muted"), label(way, "muted"))

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
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Read scores"), "", self.tr("Tables of scores") + f" ({FILES})"
        )
        if names:
            self.take_files([Path(name) for name in names])

    def take_files(self, paths: list[Path]) -> None:
        """Read files beside the screen and say of each what became of it, never what it says."""
        if self.line is None:
            return
        session_id, tables = self.line.session.id, self.context.application.calibration.tables

        def work(_progress: Progress) -> tuple[list[FileTaken], Changes]:
            return tables.take_files(session_id, paths)

        self.context.jobs.start("calibration-files", work, self._taken)

    def _taken(self, answer: tuple[list[FileTaken], Changes]) -> None:
        if not isValid(self):
            return
        found, changes = answer
        self.done.emit(changes)
        clear(self._news)
        for file in found:
            self._news.addWidget(self._became(file))

    def _became(self, file: FileTaken) -> Banner:
        if file.refusal is not None:
            return Banner("insufficient", f"{file.name}: {file.refusal.say(self.context.language)}")
        names = ", ".join(f"{one.participant.name} ({self.context.say(one.arrival.word)})" for one in file.taken)
        words = self.tr("%n person(s)", "", len(file.taken))
        return Banner("good", f"{file.name}: {words}. {names}")

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
