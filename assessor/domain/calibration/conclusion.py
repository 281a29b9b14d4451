"""What a session leads to: notes of the talk, afspraken, voorstellen and acties, and what became of last year's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assessor.domain.text import Text, day_text


@dataclass(frozen=True, slots=True)
class TalkNote:
    """What was said about a criterion in a room, or in plenary (`room_id` ""); nobody's name stands in it."""

    session_id: str
    room_id: str
    criterion: str
    seen: str = ""
    """Wat zagen we."""
    reading: str = ""
    """Hoe lezen we het criterium."""
    agreed: str = ""
    """Afspraak."""
    example: str = ""
    """Voorbeeldgedrag."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not any(text.strip() for text in (self.seen, self.reading, self.agreed, self.example))


class Destination(StrEnum):
    """Where an afspraak goes after the session (practice text, section 1)."""

    CONSTRUCTION = "toetsconstructiedocument"
    YEAR_PLAN = "jaarplan_isop"

    @property
    def word(self) -> Text:
        """The destination as paper calls it."""
        return _DESTINATION_WORDS[self]


_DESTINATION_WORDS = {
    Destination.CONSTRUCTION: Text("voor toetsconstructiedocument", "for the test construction document"),
    Destination.YEAR_PLAN: Text("voor Jaarplan ISOP", "for the ISOP year plan"),
}


class Status(StrEnum):
    """What became of an afspraak, a voorstel or an actie."""

    OPEN = "open"
    ACCEPTED = "overgenomen"
    DECLINED = "niet_overgenomen"
    DONE = "gedaan"
    DROPPED = "vervallen"

    @property
    def word(self) -> Text:
        """The status as screen and paper call it."""
        return _STATUS_WORDS[self]


_STATUS_WORDS = {
    Status.OPEN: Text("open", "open"),
    Status.ACCEPTED: Text("overgenomen", "accepted"),
    Status.DECLINED: Text("niet overgenomen", "declined"),
    Status.DONE: Text("gedaan", "done"),
    Status.DROPPED: Text("vervallen", "dropped"),
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """An afspraak about a criterion ("" when it is about the work as a whole).

    It appears beside the criterion on the live sheet only once the toetscommissie accepted it.
    """

    id: str
    session_id: str
    text: str
    destination: Destination
    criterion: str = ""
    example: str = ""
    status: Status = Status.OPEN
    decided_on: date | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether assessors see it beside the criterion."""
        return self.status is Status.ACCEPTED and bool(self.criterion)

    def decided(self, status: Status, day: date) -> Agreed:
        """The afspraak as the toetscommissie decided."""
        return replace(self, status=status, decided_on=day)

    @staticmethod
    def label(session_day: date) -> Text:
        """What stands above it on the live sheet (practice text, section 3)."""
        written = f"{session_day.day:02}-{session_day.month:02}-{session_day.year}"
        return Text(
            f"Afspraak kalibreersessie {written}, geen deel van het criterium",
            f"Agreement of the calibration session of {day_text(session_day).en}, not part of the criterion",
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """A voorstel to change the form, with who takes it up and what became of it."""

    id: str
    session_id: str
    text: str
    owner: str
    criterion: str = ""
    status: Status = Status.OPEN
    answer: str = ""
    """What the owner said about it."""


@dataclass(frozen=True, slots=True)
class Action:
    """An actie with who does it and by which day."""

    id: str
    session_id: str
    text: str
    owner: str
    due: date | None = None
    status: Status = Status.OPEN
