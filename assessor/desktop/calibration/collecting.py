"""Verzamelen: how many are in, never what; files, paper, and closing the round."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from assessor.desktop.calibration.arrivals import Blindness
from assessor.desktop.calibration.closing import close_round
from assessor.desktop.calibration.post import Post
from assessor.desktop.calibration.step import Step
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import Kind, button
from assessor.desktop.furniture.dropping import FilesDrop
from assessor.desktop.furniture.surfaces import Banner, Card, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.room import told_apart
from assessor.domain.calibration.round import ReturnWay, Round, RoundWay
from assessor.services.calibration.preparing import SessionLine
from assessor.services.calibration.rounds import Board
from assessor.services.changes import Changes


class CollectingStep(Step):
    """The board of the last round."""

    def __init__(self, context: Context, sessions: Sessions) -> None:
        super().__init__(context, sessions)
        self.post = Post(self)
        self._drop = FilesDrop(self, self.post.take_files)

    def build(self, line: SessionLine) -> None:
        """Fill the step."""
        self.arrivals = self.post.begin(line)
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
        self._names = told_apart(self.sessions.preparing.participants(board.session.id))
        if one.way is RoundWay.HANDS:
            words = self.tr("Hands are counted in this round.")
            self.body.addWidget(
                Banner("sufficient", words, self.tr("To the count"), lambda: self.onward.emit("second"))
            )
            self.body.addWidget(self.arrivals)
            return
        if one.is_open:
            self.body.addLayout(self._ways(all_in=not board.waiting))
        elif not one.is_open:
            self.body.addWidget(self._closed(one))
        self.body.addWidget(self.arrivals)
        self.body.addWidget(self._counts(board))
        if board.twice:
            self.body.addWidget(self._twice(board))
        if one.is_open and board.waiting:
            waiting = ", ".join(sorted(self._names[person.id] for person in board.waiting))
            self.body.addWidget(Card(label(self.tr("Not in yet"), "label"), label(waiting)))
        if one.is_open:
            kind: Kind = "plain" if board.waiting else "primary"
            self.close_round = button(self.tr("Close the round…"), self._close, kind=kind, name="close-round")
            self.body.addLayout(row(None, self.close_round))
        if one.is_open:
            self.body.addWidget(self._blindness())

    def _ways(self, *, all_in: bool) -> QVBoxLayout:
        # What comes next is the one button that stands out: once all are in that is closing the round.
        kind: Kind = "plain" if all_in else "primary"
        self.send = button(self.tr("Invite to score…"), self.post.invite, kind=kind, name="invite-to-score")
        self.read = button(self.tr("Read what came back…"), self.post.ask_files, icon="folder", name="read-file")
        self.online = button(self.tr("Online form…"), self.post.show_questions, name="online-form")
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
        card = Card(label(self.tr("Came in twice: choose which counts"), "label"))
        for receipt in board.twice:
            when = self.words.moment(receipt.received_at)
            way = self.context.say(receipt.way.word)
            parts = [self._names[receipt.participant_id], way, when]
            if receipt.id in board.copies:
                parts.append(self.tr("same content as before"))
            words = label(" · ".join(parts))
            if receipt.in_force:
                choose: QWidget = label(self.tr("counts"), "muted", wrap=False)
            else:
                choose = button(self.tr("Let this one count"), partial(self._choose, receipt.id), name="let-count")
            both = row(spacing=2 * GRID)
            both.addWidget(words, 1)
            both.addWidget(choose)
            card.body.addLayout(both)
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
