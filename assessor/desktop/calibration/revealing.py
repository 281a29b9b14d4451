"""Onthullen: once, for everybody at the same time; and the page for the beamer, on which no names exist."""

from __future__ import annotations

from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.calibration.beamer import Beamer
from assessor.desktop.calibration.reveal_view import Revealed, RevealView
from assessor.desktop.calibration.slides import slides_of
from assessor.desktop.calibration.step import Step
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.calibration.figures import GroupFigures
from assessor.domain.calibration.round import Round, RoundState
from assessor.domain.errors import KnownError
from assessor.services.calibration.preparing import SessionLine
from assessor.services.changes import Changes


class RevealingStep(Step):
    """The reveal of the first round."""

    def build(self, line: SessionLine) -> None:
        """Fill the step."""
        if not line.rounds:
            self.body.addWidget(Banner("sufficient", self.tr("There are no scores yet.")))
            return
        first = line.rounds[0]
        if first.is_revealed:
            self._show(line)
        elif first.state is RoundState.CLOSED:
            self._ask(line, first)
        else:
            words = self.tr("The round is still open. Until it is closed nobody sees scores.")
            self.body.addWidget(
                Banner("sufficient", words, self.tr("To collecting"), lambda: self.onward.emit("collect"))
            )

    def _ask(self, line: SessionLine, one: Round) -> None:
        self.reveal = button(self.tr("Reveal now"), self.start, kind="primary", name="reveal")
        board = self.sessions.rounds.board(line.session.id)
        words = self.tr("{received} of {invited} are in. After the reveal the scores of round {number} are fixed.")
        self.body.addWidget(
            label(words.format(received=board.received, invited=board.invited, number=one.number), "heading")
        )
        self.body.addWidget(label(self.tr("Everybody looks at the same page. No names stand on it."), "muted"))
        self.body.addLayout(row(self.reveal, None))

    def start(self) -> None:
        """Open the scores and make the figures, beside the screen."""
        if self.line is None:
            return
        session_id, rounds = self.line.session.id, self.sessions.rounds
        self.setFocus()  # The button lets go of the keys; what is shown next takes them from here.
        self.reveal.setEnabled(False)
        self.reveal.setText(self.tr("Counting…"))

        def work(_progress: Progress) -> tuple[GroupFigures, Changes]:
            return rounds.reveal(session_id)

        self.context.jobs.start("calibration-reveal", attempt(work), self._revealed)

    def _revealed(self, answer: tuple[GroupFigures, Changes] | KnownError) -> None:
        if not isValid(self):
            return
        if isinstance(answer, KnownError):
            self.context.tell_error(answer)
            self.done.emit(())
        else:
            self.done.emit(answer[1])

    def _show(self, line: SessionLine) -> None:
        self.beam = button(self.tr("Full screen"), self.present, kind="primary", shortcut="F11", name="beamer")
        to_talk = button(self.tr("To the discussion"), lambda: self.onward.emit("discuss"), name="to-discuss")
        words = self.tr("On this page nobody's name stands. The full screen is for the beamer.")
        lead = row(spacing=GRID)
        lead.addWidget(label(words, "muted"), 1)
        lead.addWidget(to_talk)
        lead.addWidget(self.beam)
        self.body.addLayout(lead)
        self.view = RevealView(Revealed.of(self.sessions, line.session))
        self.body.addWidget(self.view)

    def present(self) -> Beamer | None:
        """Show the reveal over the whole screen, on the second one where there is one."""
        if self.line is None:
            return None
        session = self.line.session
        beamer = Beamer(self.window(), session.title, slides_of(Revealed.of(self.sessions, session)))
        beamer.present()
        return beamer
