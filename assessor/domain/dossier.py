"""A dossier: one practice assessment of one student, from concept to announced result.

States: concept > definitief > bekendgemaakt, or niet verschenen, afgebroken, ingetrokken. *Definitief maken* is the
examiner setting the result (WHW art. 7.12c). A changed outcome is a new revision with a reason, a
resit a new linked dossier.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from assessor.domain.errors import KnownError
from assessor.domain.instrument import Outcome
from assessor.domain.ratings import Sheet
from assessor.domain.text import Text


class State(StrEnum):
    """Where a dossier stands."""

    CONCEPT = "concept"
    FINAL = "definitief"
    ANNOUNCED = "bekendgemaakt"
    NO_SHOW = "niet_verschenen"
    BROKEN_OFF = "afgebroken"
    WITHDRAWN = "ingetrokken"

    @property
    def word(self) -> Text:
        """The state as screen and paper call it."""
        return _STATE_WORDS[self]

    @property
    def is_open(self) -> bool:
        """Whether the sheet may still be filled in."""
        return self is State.CONCEPT

    @property
    def has_result(self) -> bool:
        """Whether a verdict was set."""
        return self in (State.FINAL, State.ANNOUNCED)


_STATE_WORDS = {
    State.CONCEPT: Text("concept", "draft"),
    State.FINAL: Text("definitief", "final"),
    State.ANNOUNCED: Text("bekendgemaakt", "announced"),
    State.NO_SHOW: Text("niet verschenen", "did not appear"),
    State.BROKEN_OFF: Text("afgebroken", "broken off"),
    State.WITHDRAWN: Text("ingetrokken", "withdrawn"),
}


class ResitScope(StrEnum):
    """Which models a resit scores anew; the others are taken over from the earlier attempt."""

    ALL = "alles"
    ACTIVITY = "nieuwe_activiteit"
    INSUFFICIENT = "onvoldoende_modellen"

    @property
    def word(self) -> Text:
        """The scope as screen and paper call it."""
        return _SCOPE_WORDS[self]


_SCOPE_WORDS = {
    ResitScope.ALL: Text("alle modellen", "all models"),
    ResitScope.ACTIVITY: Text("nieuwe activiteit met gesprek", "new activity with talk"),
    ResitScope.INSUFFICIENT: Text("alleen de onvoldoende modellen", "only the insufficient models"),
}


@dataclass(frozen=True, slots=True)
class Activity:
    """The assessed activity: any activity with children, also observing or a conversation."""

    day: date | None = None
    group: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentKey:
    """Which instrument a dossier is scored with: id, version and sha256 of the canonical form, in hex."""

    id: str
    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict as the assessor set it: when, which, and whether it departs from the rule."""

    outcome: Outcome
    departs: bool
    set_at: datetime
    fingerprint: str
    """The controlegetal: sha256 in hex of the frozen record."""


@dataclass(frozen=True)
class Dossier:
    """One practice assessment.

    `number` is the dossier number that paper and file names bear; `attempt` counts from 1; `taken_over` holds the codes
    of the models that a resit takes over unchanged from `previous_id`; `counts_as_attempt` is the committee's decision
    on a dossier that was broken off, None while it is not taken.
    """

    id: str
    number: str
    student_id: str
    assessor_id: str
    instrument: InstrumentKey
    programme: str
    variant: str
    phase: str
    activity: Activity
    created_at: datetime
    organisation_id: str | None = None
    supervisor: str = ""
    placement_end: date | None = None
    own_job: bool = False
    in_place_of: str = ""
    in_place_reason: str = ""
    attempt: int = 1
    previous_id: str | None = None
    resit_scope: ResitScope | None = None
    taken_over: frozenset[str] = frozenset()
    state: State = State.CONCEPT
    state_reason: str = ""
    counts_as_attempt: bool | None = None
    revision: int = 1
    chosen: Outcome | None = None
    """The verdict the assessor comes to when it departs from the rule, or when the rule only advises."""
    result: Result | None = None
    announced_on: date | None = None
    sheet: Sheet = field(default_factory=Sheet)

    def require_open(self) -> None:
        """Refuse a change unless the dossier is a concept (KnownError ``dossier-closed``)."""
        if not self.state.is_open:
            raise KnownError(
                "dossier-closed",
                Text(
                    "Dit dossier is {state}; het formulier staat vast.",
                    "This dossier is {state}; its sheet is fixed.",
                ).fill(state=self.state.word),
                Text(
                    "Maak een correctie met een reden als er iets moet veranderen.",
                    "Make a correction with a reason if something has to change.",
                ),
            )
