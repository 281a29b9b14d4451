"""Kalibreren: every session with where it stands, and one session step by step."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from assessor.desktop.calibration.invitations_card import InvitationsCard
from assessor.desktop.calibration.scoring_pane import ScoringPane
from assessor.desktop.calibration.session_pane import SessionPane
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.calibration.years import YearsPane
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.lists import Badge, ChipCells, ListView
from assessor.desktop.furniture.surfaces import EmptyState, column, scrolling
from assessor.desktop.furniture.two_lines import TwoLineCells
from assessor.desktop.furniture.words import Tone
from assessor.desktop.models.paged import Column, PagedTable
from assessor.desktop.page import Page
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.calibration.session import SessionState
from assessor.domain.errors import KnownError
from assessor.services.calibration.preparing import SessionLine
from assessor.services.changes import Changes

SESSION, YEARS, SCORING = 2, 3, 4
"""Views of the page after the list and its empty state."""
MOST_CODES = 6
"""Cases that the line of a session names; of more it tells the first, the last and how many."""
_TONES: dict[SessionState, Tone] = {
    SessionState.PREPARING: "neutral",
    SessionState.RUNNING: "accent",
    SessionState.CONCLUDED: "sufficient",
}


class CalibrationPage(Page):
    """The list of sessions, or one of them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._sessions = Sessions.of(context)
        self._words = Wording(context)
        self._lines: list[SessionLine] = []
        self._received: dict[str, int] = {}
        self.prepare = button(
            self.tr("Prepare a calibration session…"), self.ask_session, kind="primary", shortcut="Ctrl+N",
            name="prepare",
        )  # fmt: skip
        self.all_sessions = button(
            self.tr("All sessions"), self.show_list, kind="quiet", icon="previous", shortcut="Alt+Left", name="back"
        )
        self.invitations = InvitationsCard(context)
        self.invitations.opened.connect(lambda changes: self.context.hub.tell(changes, self))
        self.invitations.chosen.connect(self.show_invitation)
        self.open_invitation = button(
            self.tr("Open an invitation…"), self.invitations.ask_file, name="open-invitation"
        )  # fmt: skip
        self.over_years = button(self.tr("Over the years"), self.show_years, name="over-the-years")
        self.heading(
            self.tr("Calibration"),
            self.tr("Everybody scores the same case unseen by the others; then you talk about the differences."),
            self.all_sessions,
            self.over_years,
            self.open_invitation,
            self.prepare,
        )
        self._build_list()
        self.session = SessionPane(context, self._sessions)
        self.session.done.connect(self._tell)
        self.session.kept.connect(lambda changes: self.context.hub.tell(changes, self))
        self.views = QStackedWidget()
        self.views.addWidget(self._filled())
        self.views.addWidget(self._empty())
        self.views.addWidget(self.session)
        self.years = YearsPane(context)
        self.views.addWidget(scrolling(self.years))
        self.scoring = ScoringPane(context)
        self.scoring.sent.connect(lambda changes: self.context.hub.tell(changes, self))
        self.views.addWidget(self.scoring)
        self.body.addWidget(self.invitations)
        self.body.addWidget(self.views, 1)

    def _build_list(self) -> None:
        columns: list[Column[SessionLine]] = [
            Column(self.tr("Session"), lambda line: line.session.title, speak=self._spoken),
            Column(self.tr("Date"), lambda line: self._words.long_day(line.day.day)),
            Column(self.tr("Scores in"), self._in),
            Column(self.tr("Status"), lambda line: self._badge(line)[0]),
        ]
        self.table = PagedTable(
            columns, lambda limit, offset: self._lines[offset : offset + limit], lambda: len(self._lines)
        )
        self.list = ListView(self.tr("Calibration sessions"), self.table)
        self.list.setItemDelegateForColumn(0, TwoLineCells(self._small, self.list))
        self.list.setItemDelegateForColumn(3, ChipCells(self._badge, self.list))
        self.list.fit("", "30 september 2026", "100 van 150", "● voorbereiding in")
        self.list.opened.connect(lambda number: self.show_session(self._lines[number].session.id))

    def _filled(self) -> QWidget:
        made = QWidget()
        made.setLayout(column(self.list, spacing=GRID))
        return made

    def _empty(self) -> QWidget:
        self.empty = EmptyState(
            "calibration",
            self.tr("No calibration sessions yet"),
            self.tr(
                "Preparing one takes ten minutes: a case, an instrument and who takes part. The rooms are made for you."
            ),
        )
        return self.empty

    # --- what it shows

    def reload(self) -> None:
        """Look at the sessions again."""
        self._lines = self._sessions.preparing.lines()
        self._received = {
            line.session.id: self._sessions.rounds.received(line.session.id) for line in self._lines if line.rounds
        }
        self.table.reload()
        if self.views.currentIndex() == SESSION:
            self.session.reload()
        elif self.views.currentIndex() == YEARS:
            self.years.reload()
        elif self.views.currentIndex() == SCORING:
            return
        else:
            self.show_list()

    def take_focus(self) -> None:
        """Begin in the list, or with preparing the first session."""
        if self.views.currentIndex() == 0:
            self.list.setFocus()
        elif self.views.currentIndex() == 1:
            self.prepare.setFocus()
        elif self.views.currentIndex() == SCORING:
            self.scoring.take_focus()
        else:
            super().take_focus()

    def leave(self) -> bool:
        """Record what is being typed in the session or on the sheet."""
        if self.views.currentIndex() == SCORING:
            return self.scoring.leave()
        return self.session.leave() if self.views.currentIndex() == SESSION else True

    def show_list(self) -> None:
        """Show all sessions."""
        if not self.leave():
            return
        self.title.setText(self.tr("Calibration"))
        self._show_buttons(whole=True)
        self.views.setCurrentIndex(0 if self._lines else 1)
        if self._lines and not self.list.currentIndex().isValid():
            self.list.selectRow(0)
        self.take_focus()

    def show_session(self, session_id: str) -> None:
        """Show one session at the step where it stands."""
        try:
            self.session.show_session(session_id)
        except KnownError as refusal:
            self.context.tell_error(refusal)
            return
        self.title.setText(self.session.title)
        self._show_buttons(whole=False)
        self.views.setCurrentIndex(SESSION)
        self.session.take_focus()

    def show_invitation(self, invitation_id: str) -> None:
        """Show an invitation, to score."""
        try:
            self.scoring.show_invitation(invitation_id)
        except KnownError as refusal:
            self.context.tell_error(refusal)
            return
        self.title.setText(self.scoring.title)
        self._show_buttons(whole=False)
        self.views.setCurrentIndex(SCORING)
        self.scoring.take_focus()

    def show_years(self) -> None:
        """Show calibration over the years."""
        self.years.reload()
        self.title.setText(self.tr("Over the years"))
        self._show_buttons(whole=False)
        self.views.setCurrentIndex(YEARS)
        self.years.take_focus()

    def _show_buttons(self, *, whole: bool) -> None:
        """The buttons of the list, or the way back to it."""
        self.subtitle.setVisible(whole)
        self.prepare.setVisible(whole)
        self.open_invitation.setVisible(whole)
        self.invitations.setVisible(whole and self.invitations.reload())
        self.over_years.setVisible(whole and any(line.rounds and line.rounds[0].is_revealed for line in self._lines))
        self.all_sessions.setVisible(not whole)

    # --- preparing

    def ask_session(self) -> None:
        """Ask what a new session begins with."""
        from assessor.desktop.dialogs.prepare_calibration import PrepareCalibrationDialog

        dialog = PrepareCalibrationDialog(self.context, self, self._sessions)
        dialog.ask(lambda: self._prepared(dialog.session_id, dialog.changes))

    def _prepared(self, session_id: str, changes: Changes) -> None:
        self._tell(changes)
        self.show_session(session_id)

    def _tell(self, changes: Changes) -> None:
        self.context.hub.tell(changes, self)
        self.reload()

    # --- words

    def _small(self, line: SessionLine) -> str:
        session = line.session
        instrument = self._sessions.instrument(session)
        models = ", ".join(instrument.model(code).number for code in session.models)
        codes = [one.code for one in self._sessions.preparing.casussen(session.id)]
        casussen = ", ".join(codes) if len(codes) <= MOST_CODES else f"{codes[0]}–{codes[-1]} ({len(codes)})"
        words = self.tr("{instrument} · model {models} · case {cases}") if casussen else "{instrument} · model {models}"
        return words.format(instrument=self.context.say(instrument.title), models=models, cases=casussen)

    def _spoken(self, line: SessionLine) -> str:
        return f"{line.session.title}, {self._small(line)}"

    def _in(self, line: SessionLine) -> str:
        if not line.rounds:
            return "–"
        return self.tr("{received} of {invited}").format(
            received=self._received.get(line.session.id, 0), invited=line.participants
        )

    def _badge(self, line: SessionLine) -> Badge:
        return self.context.say(line.session.state.word), _TONES[line.session.state]
