"""A tussenevaluatie: uitgezet > beide ingediend > gesprek gevoerd > afgerond.

Source: opleidingsplan ISOP 2025-2029, sections 2.2.4 and 2.3.3: halfway a placement mentor and student fill in models 1
and 2 independently and then talk. It is formative: no verdict comes of it. Until both are in nobody sees either form.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from assessor.domain.dossier import InstrumentKey
from assessor.domain.errors import KnownError
from assessor.domain.forms import Respondent
from assessor.domain.text import Text, day_text

SIDES = (Respondent.STUDENT, Respondent.SUPERVISOR)
"""Who fills in a form each, alone."""


class MidtermState(StrEnum):
    """Where a midterm evaluation stands."""

    SENT = "uitgezet"
    BOTH_IN = "beide ingediend"
    TALKED = "gesprek gevoerd"
    DONE = "afgerond"

    @property
    def word(self) -> Text:
        """The state as screen and paper call it."""
        return _STATE_WORDS[self]


_STATE_WORDS = {
    MidtermState.SENT: Text("uitgezet", "sent out"),
    MidtermState.BOTH_IN: Text("beide ingediend", "both handed in"),
    MidtermState.TALKED: Text("gesprek gevoerd", "talk held"),
    MidtermState.DONE: Text("afgerond", "concluded"),
}


class MidtermWay(StrEnum):
    """How a form came in."""

    PDF = "pdf"
    WORKBOOK = "werkmap"
    COMPUTER = "scherm"
    PAPER = "papier"

    @property
    def word(self) -> Text:
        """The way as lists call it."""
        return _WAY_WORDS[self]


_WAY_WORDS = {
    MidtermWay.PDF: Text("pdf-formulier", "PDF form"),
    MidtermWay.WORKBOOK: Text("werkmap", "workbook"),
    MidtermWay.COMPUTER: Text("op deze computer", "at this computer"),
    MidtermWay.PAPER: Text("van papier ingevoerd", "typed in from paper"),
}


def stand(state: MidtermState, reason: str) -> Text:
    """Where a midterm stands; with a reason it was closed before both forms were in."""
    if not reason:
        return state.word
    if state is MidtermState.BOTH_IN:
        return Text("één formulier, met reden gesloten", "one form, closed with a reason")
    return state.word + Text(", met reden gesloten", ", closed with a reason")


@dataclass(frozen=True, slots=True)
class Receipt:
    """That one side's form came in; what it says is sealed.

    Attributes:
        respondent: student or mentor.
        complete: whether nothing that was expected is empty.
        received_by: id of who took it in.
        in_force: whether it is the one that counts; of a form that came twice both are kept.
        late: whether it came after the forms were laid side by side: then it is kept and never counts.
    """

    id: str
    midterm_id: str
    respondent: Respondent
    way: MidtermWay
    complete: bool
    received_at: datetime
    received_by: str
    in_force: bool = True
    late: bool = False


@dataclass(frozen=True, slots=True)
class Midterm:
    """One midterm evaluation of one student in one placement.

    Attributes:
        supervisor: name of the mentor or praktijkbegeleider.
        coordinator_id: id of who sent it out.
        due: the day by which both forms are asked back; None for no day.
        revealed_at: when the two forms were laid side by side; None while they are sealed.
        reason: why that was done, or the whole stopped, before both were in; "" when both were.
        talked_on: the day of the talk.
    """

    id: str
    student_id: str
    placement_id: str | None
    instrument: InstrumentKey
    supervisor: str
    coordinator_id: str
    sent_at: datetime
    due: date | None = None
    state: MidtermState = MidtermState.SENT
    revealed_at: datetime | None = None
    reason: str = ""
    talked_on: date | None = None
    concluded_at: datetime | None = None

    @property
    def is_sealed(self) -> bool:
        """Whether the forms are hidden from everybody."""
        return self.revealed_at is None

    def is_late(self, today: date) -> bool:
        """Whether a form is still awaited after the day by which it was asked back."""
        return self.state is MidtermState.SENT and self.due is not None and self.due < today

    @property
    def stand(self) -> Text:
        """Where it stands, with what is out of the ordinary."""
        return stand(self.state, self.reason)

    def opened(self, at: datetime, inside: Collection[Respondent]) -> Midterm:
        """The midterm with both forms side by side, once both are in; the same one while they are not."""
        if self.is_sealed and self.state is MidtermState.SENT and set(SIDES) <= set(inside):
            return replace(self, state=MidtermState.BOTH_IN, revealed_at=at)
        return self

    def closed(self, at: datetime, inside: Collection[Respondent], reason: str) -> Midterm:
        """The midterm closed before both are in: with one form it is opened, without any it ends here.

        Raises KnownErrors ``midterm-open``, ``close-reason-needed``.
        """
        self.require_sealed()
        if not reason.strip():
            raise KnownError(
                "close-reason-needed",
                Text("Nog niet allebei de formulieren zijn binnen.", "Not both forms are in yet."),
                Text("Wacht, of sluit met een reden.", "Wait, or close with a reason."),
            )
        if inside:
            return replace(self, state=MidtermState.BOTH_IN, revealed_at=at, reason=reason.strip())
        return replace(self, state=MidtermState.DONE, concluded_at=at, reason=reason.strip())

    def talked(self, day: date | None) -> Midterm:
        """The midterm with its talk held on a day, or (None) not held yet after all.

        Raises KnownErrors ``midterm-sealed``, ``midterm-concluded``, ``talk-too-early``.
        """
        self.require_talk_open()
        if day is None:
            return replace(self, state=MidtermState.BOTH_IN, talked_on=None)
        if day < self.sent_at.date():
            raise KnownError(
                "talk-too-early",
                Text(
                    "Het gesprek kan niet vóór {day} zijn gevoerd.", "The talk cannot have been held before {day}."
                ).fill(day=day_text(self.sent_at.date())),
                Text("Kijk de datum na.", "Check the date."),
            )
        return replace(self, state=MidtermState.TALKED, talked_on=day)

    def concluded(self, at: datetime) -> Midterm:
        """The midterm afgerond; KnownErrors ``midterm-not-talked``, ``midterm-concluded``."""
        self.require_talk_open()
        if self.state is not MidtermState.TALKED:
            raise KnownError(
                "midterm-not-talked",
                Text("Het gesprek is nog niet gevoerd.", "The talk has not been held yet."),
                Text("Vul in wanneer jullie elkaar spraken.", "Fill in when you talked."),
            )
        return replace(self, state=MidtermState.DONE, concluded_at=at)

    # --- what may be done now

    def require_sealed(self) -> None:
        """Refuse (KnownError ``midterm-open``) what can only be done while the forms are sealed."""
        if self.state is not MidtermState.SENT:
            raise KnownError(
                "midterm-open",
                Text("Deze tussenevaluatie is al {stand}.", "This midterm evaluation is {stand} already.").fill(
                    stand=self.stand
                ),
                Text(
                    "De formulieren liggen vast; alleen de gesprekspagina is nog te wijzigen.",
                    "The forms are fixed; only the page of the talk can still be changed.",
                ),
            )

    def require_open(self) -> None:
        """Refuse (KnownError ``midterm-sealed``) to show anything of the forms before both are in."""
        if self.is_sealed:
            raise KnownError(
                "midterm-sealed",
                Text(
                    "De formulieren zijn verborgen tot ze er allebei zijn.", "The forms are hidden until both are in."
                ),
                Text("Wacht tot beide binnen zijn, of sluit met een reden.", "Wait for both, or close with a reason."),
            )

    def require_talk_open(self) -> None:
        """Refuse to write on the page of the talk while the forms are sealed, or after the end."""
        if self.state is MidtermState.DONE:
            raise KnownError(
                "midterm-concluded",
                Text("Deze tussenevaluatie is afgerond.", "This midterm evaluation is concluded."),
                Text(
                    "Leg een nieuwe afspraak vast in de volgende tussenevaluatie.",
                    "Record a new agreement in the next midterm evaluation.",
                ),
            )
        self.require_open()
