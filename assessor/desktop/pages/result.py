"""The result page: the verdict, what may be said now, paper, history, and what can still happen to the dossier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.announcing import AnnounceDialog
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.dialogs.correcting import AbandonDialog, CorrectDialog
from assessor.desktop.dialogs.resitting import ResitDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.chips import OUTCOME_TONES, SIGNS, STATE_TONES, Chip
from assessor.desktop.furniture.surfaces import Banner, Card, EmptyState, clear, column, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.page import Page
from assessor.desktop.pages.history import HistoryCard
from assessor.desktop.pages.paper import PaperCard
from assessor.desktop.theme import GRID
from assessor.domain.dossier import Dossier, State
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Outcome
from assessor.domain.ratings import Place
from assessor.domain.record import Record
from assessor.domain.saying import what_to_say
from assessor.domain.text import Text, day_text
from assessor.services.changes import Changes


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the page stands on: the record for paper, the dossier as it is, and its resit if there is one."""

    record: Record
    dossier: Dossier
    resit: Dossier | None


class ResultPage(Page):
    """A dossier that has a result, ended without one, or is being corrected."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._dossier_id = ""
        self._shown: _Shown | None = None
        self._content: QWidget | None = None
        self.heading(self.tr("Result"))
        self.paper = PaperCard(context)
        self.history = HistoryCard(context)
        self._top_part = column(spacing=2 * GRID)
        self._end_part = column(spacing=2 * GRID)
        content = QWidget()
        content.setLayout(column(self._top_part, self.paper, self._end_part, self.history, None, spacing=2 * GRID))
        self._area = scrolling(content)
        self.body.addWidget(self._area, 1)

    # --- showing

    def show_dossier(self, dossier_id: str) -> None:
        """Show the result of a dossier."""
        self._dossier_id = dossier_id
        self.reload()
        self._area.verticalScrollBar().setValue(0)
        if self.paper.isVisibleTo(self):
            self.paper.save.setFocus()

    def reload(self) -> None:
        """Look at the dossier again."""
        if not self._dossier_id:
            return
        application = self.context.application
        try:
            record = application.records.take(self._dossier_id)
            attempts = application.work.of_student(record.student.id)
        except KnownError as error:
            self.context.tell_error(error)
            return
        dossier = next(one for one in attempts if one.id == self._dossier_id)
        resit = next((one for one in attempts if one.previous_id == self._dossier_id), None)
        self._shown = _Shown(record, dossier, resit)
        self._show(self._shown)

    def _show(self, shown: _Shown) -> None:
        record, dossier = shown.record, shown.dossier
        subtitle = self.tr("{student} · dossier {number}")
        if dossier.attempt > 1:
            subtitle = self.tr("{student} · dossier {number} · attempt {attempt}")
        self.subtitle.setText(
            subtitle.format(student=record.student.name, number=dossier.number, attempt=dossier.attempt)
        )
        self.subtitle.setVisible(True)
        clear(self._top_part)
        clear(self._end_part)
        for part in self._parts(shown):
            self._top_part.addWidget(part)
            part.show()
        going_on = self._going_on(shown)
        if going_on is not None:
            self._end_part.addWidget(going_on)
            going_on.show()
        self.paper.setVisible(not dossier.state.is_open)
        self.paper.show_dossier(dossier.id)
        self.history.setVisible(bool(record.history))
        self.history.show_history(record.history, dossier.result.fingerprint if dossier.result else "")

    def _parts(self, shown: _Shown) -> list[QWidget]:
        state = shown.dossier.state
        if state.has_result:
            parts: list[QWidget] = [self._verdict(shown), self._saying(shown.record)]
        elif state.is_open:
            parts = [self._correction() if shown.dossier.revision > 1 else self._no_result()]
        else:
            parts = [self._closed(shown)]
        if shown.record.instrument.is_example and not state.is_open:
            parts.insert(0, _chips(Chip(self.tr("Example - not established: this is a practice dossier"), "warning")))
        return parts

    # --- a result

    def _verdict(self, shown: _Shown) -> Card:
        record, result = shown.record, shown.dossier.result
        assert result is not None  # noqa: S101 - a state with a result has one
        tone = OUTCOME_TONES[result.outcome]
        word = self.context.say(result.outcome.word).capitalize()
        card = Card(label(f"{SIGNS[tone]} {word}", "verdict", tone=tone))
        at = result.set_at.astimezone()
        by = self.tr("Made final by {name} on {day} at {time}.")
        day = self.context.say(day_text(at.date()))
        card.body.addWidget(label(by.format(name=record.assessor.name, day=day, time=f"{at:%H:%M}"), "muted"))
        card.body.addWidget(label(self.context.say(record.decision.reason)))
        if result.departs:
            self._departure(card, record, result.outcome)
        if not record.instrument.is_example and record.is_provisional:
            card.body.addWidget(Banner("warning", self.tr("Provisional. This result has not been announced yet.")))
        return card

    def _departure(self, card: Card, record: Record, outcome: Outcome) -> None:
        rule = record.decision.verdict
        if rule is not None:
            says = self.tr("The rule gave {rule}. The assessor came to {chosen}, because:")
            says = says.format(rule=self.context.say(rule.word), chosen=self.context.say(outcome.word))
            card.body.addWidget(label(says, "label"))
        card.body.addWidget(label(record.dossier.sheet.passage(Place.DEPARTURE)))

    def _saying(self, record: Record) -> Card:
        saying = what_to_say(record)
        card = Card(label(self.tr("What may I say now"), "heading"), spacing=12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        parts = (
            (self.tr("Say"), saying.say),
            (self.tr("Do"), saying.do),
            (self.tr("Avoid"), saying.avoid),
        )
        for number, (heading, texts) in enumerate(parts):
            grid.addWidget(label(heading, "label", wrap=False), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._sentences(texts), number, 1)
        card.body.addLayout(grid)
        return card

    def _sentences(self, texts: tuple[Text, ...]) -> QLayout:
        return column(*(label(self.context.say(text)) for text in texts), spacing=4)

    # --- no result

    def _closed(self, shown: _Shown) -> Card:
        dossier = shown.dossier
        word = self.context.say(dossier.state.word)
        tone = STATE_TONES[dossier.state]
        card = Card(label(f"{SIGNS[tone]} {word[0].upper() + word[1:]}", "verdict", tone=tone))
        card.body.addWidget(label(self.tr("This dossier was closed without a verdict. The sheet is fixed."), "muted"))
        card.body.addWidget(label(self.tr("Reason"), "label"))
        card.body.addWidget(label(dossier.state_reason))
        if dossier.state is State.BROKEN_OFF:
            card.body.addWidget(label(self._counts(dossier.counts_as_attempt), "muted"))
        return card

    def _counts(self, counts: bool | None) -> str:
        if counts is None:
            return self.tr("Whether this counts as an attempt is decided by the examination board.")
        if counts:
            return self.tr("The examination board decided that this counts as an attempt.")
        return self.tr("The examination board decided that this does not count as an attempt.")

    def _correction(self) -> Card:
        card = Card(label(self.tr("A correction is open"), "heading"), spacing=12)
        text = self.tr("The result stands again once you make the correction final, or abandon it.")
        card.body.addWidget(label(text))
        self.to_sheet = button(self.tr("Go on in the sheet"), self._to_sheet, kind="primary")
        card.body.addLayout(row(self.to_sheet, None))
        return card

    def _no_result(self) -> EmptyState:
        return EmptyState(
            "assessments",
            self.tr("No result yet"),
            self.tr("The result comes here once this dossier has been made final on the check page."),
            self.tr("To the check page"),
            lambda: self.context.navigator.open_dossier(self._dossier_id, "check"),
        )

    # --- what can still happen

    def _going_on(self, shown: _Shown) -> Card | None:
        dossier = shown.dossier
        ways: list[tuple[QWidget, str]] = []
        if dossier.state.has_result:
            ways += self._ways_of_result(shown)
        elif dossier.state.is_open and dossier.revision > 1:
            if self._is_own(dossier):
                self.abandon = button(self.tr("Abandon the correction…"), self._ask_abandon, icon="undo")
                ways.append((self.abandon, self.tr("Puts the sheet and the result back as they were.")))
        elif not dossier.state.is_open:
            again = button(self.tr("Start a new assessment…"), self._start_again, icon="plus")
            ways.append((again, self.tr("For the same student, in a new dossier.")))
        if not ways:
            return None
        card = Card(label(self.tr("What can still be done"), "heading"), spacing=12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for number, (action, meaning) in enumerate(ways):
            grid.addWidget(action, number, 0)
            grid.addWidget(label(meaning, "muted"), number, 1)
        card.body.addLayout(grid)
        return card

    def _ways_of_result(self, shown: _Shown) -> list[tuple[QWidget, str]]:
        dossier = shown.dossier
        ways: list[tuple[QWidget, str]] = []
        if not shown.record.instrument.is_example and dossier.state is State.FINAL:
            self.announce = button(self.tr("Announced on…"), self._ask_announce, icon="calendar")
            ways.append((self.announce, self.tr("Record on which day the student received the official result.")))
        if self._is_own(dossier):
            self.correct = button(self.tr("Make a correction…"), self._ask_correct, icon="note")
            ways.append((self.correct, self.tr("When the form holds a mistake. Takes a reason; every change is kept.")))
        if shown.resit is not None:
            self.to_resit = button(self.tr("To the resit"), self._to_resit, icon="next")
            says = self.tr("Dossier {number} is the resit of this one.").format(number=shown.resit.number)
            ways.append((self.to_resit, says))
        elif dossier.result is not None and dossier.result.outcome is Outcome.INSUFFICIENT:
            self.resit = button(self.tr("Start a resit…"), self._ask_resit, icon="redo")
            ways.append((self.resit, self.tr("A new dossier for the next attempt. You choose which models.")))
        return ways

    def _is_own(self, dossier: Dossier) -> bool:
        actor = self.context.application.desk.actor
        return actor is not None and actor.id == dossier.assessor_id

    def _ask_correct(self) -> None:
        self._ask(CorrectDialog(self.context, self, self._dossier_id), self._to_sheet)

    def _ask_abandon(self) -> None:
        self._ask(AbandonDialog(self.context, self, self._dossier_id), lambda: None)

    def _ask_announce(self) -> None:
        self._ask(AnnounceDialog(self.context, self, self._dossier_id), lambda: None)

    def _ask_resit(self) -> None:
        if self._shown is None:
            return
        dialog = ResitDialog(self.context, self, self._shown.record)
        self._ask(dialog, lambda: self.context.navigator.open_dossier(dialog.new_dossier_id, "sheet"))

    def _ask(self, dialog: AskingDialog, then: Callable[[], object]) -> None:
        def done() -> None:
            self._did(dialog.changes)
            then()

        dialog.ask(done)

    def _did(self, changes: Changes) -> None:
        self.context.hub.tell(changes, self)
        self.reload()

    def _to_sheet(self) -> None:
        self.context.navigator.open_dossier(self._dossier_id, "sheet")

    def _to_resit(self) -> None:
        if self._shown is not None and self._shown.resit is not None:
            resit = self._shown.resit
            self.context.navigator.open_dossier(resit.id, "sheet" if resit.state.is_open else "result")

    def _start_again(self) -> None:
        if self._shown is not None:
            self.context.navigator.start_assessment(self._shown.record.student.id)


def _chips(*chips: Chip) -> QWidget:
    made = QWidget()
    made.setLayout(row(*chips, None))
    return made
