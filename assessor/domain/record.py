"""A record: everything that one dossier's paper and verification rest on, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessor.domain.decision import Decision
from assessor.domain.dossier import Dossier
from assessor.domain.instrument import Instrument
from assessor.domain.organisation import Organisation
from assessor.domain.people import Person
from assessor.domain.register import Right
from assessor.domain.student import Student
from assessor.domain.text import Text


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a dossier's history since *definitief maken*."""

    at: datetime
    actor: str
    """Name of the person who did it."""
    what: Text
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A dossier with everyone and everything it refers to, as it stood when the record was taken.

    `right` is None while the dossier is a concept. `previous_number` is the number of the earlier attempt of a resit.
    """

    dossier: Dossier
    student: Student
    assessor: Person
    instrument: Instrument
    decision: Decision
    organisation: Organisation | None = None
    right: Right | None = None
    history: tuple[Event, ...] = ()
    previous_number: str | None = None

    @property
    def is_provisional(self) -> bool:
        """Whether paper must say that the result has not been announced yet."""
        return self.dossier.announced_on is None
