"""Holding what came in against what was asked; no refusal ever repeats a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.round import Marks, Receipt, Round, Scores
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.form_code import read_code
from assessor.domain.instrument import Instrument
from assessor.domain.student import search_key
from assessor.domain.text import Text
from assessor.services.calibration.leading import instrument_of
from assessor.storage.unit import Unit


@dataclass(frozen=True)
class Incoming:
    """What came back from one person, as plain values.

    Attributes:
        who: participant id, code of the invitation, or name.
        marks: mark per casus code and criterion code; what was not scored has no entry.
        notes: likewise.
        own_code: the code that the person chose for their own report; "" for none.
        where: the place in a file, for refusals.
    """

    who: str
    marks: Marks
    notes: Marks = field(default_factory=lambda: MappingProxyType({}))
    own_code: str = ""
    where: Text | None = None


class Arrival(StrEnum):
    """How what came in was taken."""

    IN = "binnen"
    SAME = "zelfde"
    OTHER = "anders"
    LATE = "te_laat"

    @property
    def word(self) -> Text:
        """The arrival in words."""
        return _ARRIVAL_WORDS[self]


_ARRIVAL_WORDS = {
    Arrival.IN: Text("binnen", "in"),
    Arrival.SAME: Text("al binnen, zelfde inhoud", "in already, same content"),
    Arrival.OTHER: Text("al binnen, andere inhoud; kies welke telt", "in already, other content; choose which counts"),
    Arrival.LATE: Text("te laat; bewaard, telt niet mee", "late; kept, does not count"),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """Whose scores were taken and how; never what they are.

    `open` is how many levels are not filled in.
    """

    participant: Participant
    arrival: Arrival
    complete: bool
    receipt_id: str
    open: int = 0


class Intake:
    """Holds what came in against what was asked; its refusals never repeat a score."""

    def __init__(self, unit: Unit, session: Session, one: Round) -> None:
        self._unit = unit
        self._round = one
        self._people = unit.calibration_rooms.participants(session.id)
        self._casussen = {casus.code: casus.id for casus in unit.calibration_sessions.casussen(session.id)}
        self._instrument: Instrument = instrument_of(unit, session)
        self._there = {
            receipt.participant_id for receipt in unit.calibration_rounds.receipts(one.id) if not receipt.late
        }

    def read(self, each: Incoming) -> tuple[Participant, Scores]:
        """Who it is, and the scores by casus id."""
        participant = self._participant(each)
        marks: dict[str, dict[str, str]] = {}
        for code, given in each.marks.items():
            casus_id = self._casus(code, each.where)
            for criterion, mark in given.items():
                if criterion not in self._round.criteria:
                    raise criterion_unknown(self._round.criteria, each.where)
                if mark not in self.marks_of(criterion):
                    raise level_unknown(criterion, self.marks_of(criterion), each.where)
                marks.setdefault(casus_id, {})[criterion] = mark
        notes = {
            self._casus(code, each.where): {key: text for key, text in given.items() if text.strip()}
            for code, given in each.notes.items()
        }
        return participant, Scores(marks, notes, each.own_code.strip())

    def receipt(self, participant: Participant, scores: Scores, blank: Receipt) -> tuple[Receipt, Arrival]:
        """That it came in, and how it is taken."""
        wanted = self.wanted
        first = participant.id not in self._there
        late = not self._round.is_open
        found = replace(blank, complete=scores.number >= wanted, in_force=first and not late, late=late)
        if late:
            return found, Arrival.LATE
        if first:
            self._there.add(participant.id)
            return found, Arrival.IN
        is_same = self._unit.calibration_rounds.is_kept(self._round.id, participant.id, scores)
        return found, Arrival.SAME if is_same else Arrival.OTHER

    @property
    def wanted(self) -> int:
        """How many levels whole scores hold."""
        return len(self._casussen) * len(self._round.criteria)

    def marks_of(self, criterion: str) -> tuple[str, ...]:
        """The marks that a criterion may bear."""
        return self._instrument.model_of[criterion].scale.marks

    def require_asked(self, casus_id: str, criterion: str) -> None:
        """Refuse a casus or criterion that this round does not score."""
        if casus_id not in self._casussen.values():
            raise _casus_unknown(None)
        if criterion not in self._round.criteria:
            raise criterion_unknown(self._round.criteria, None)

    def _participant(self, each: Incoming) -> Participant:
        found = _meant(self._people, each.who)
        if len(found) == 1:
            return found[0]
        if found:
            raise KnownError(
                "participant-ambiguous",
                Text("Twee deelnemers heten zo.", "Two participants have this name."),
                Text(
                    "Zeg van wie het is, of gebruik de code van de uitnodiging.",
                    "Say whose it is, or use the code of the invitation.",
                ),
                each.where,
            )
        raise KnownError(
            "participant-not-invited",
            Text("Deze persoon is niet uitgenodigd voor deze sessie.", "This person was not invited to this session."),
            Text(
                "Controleer naam of code, zeg van wie het is, of voeg de deelnemer toe.",
                "Check name or code, say whose it is, or add the participant.",
            ),
            each.where,
        )

    def _casus(self, code: str, where: Text | None) -> str:
        if code not in self._casussen:
            raise _casus_unknown(where)
        return self._casussen[code]


def _meant(people: Sequence[Participant], who: str) -> list[Participant]:
    """Who is meant: by id or code, else by name, else by mail address; never by a part of a name."""
    code, name, mail = read_code(who), search_key([who]).split(), who.strip().casefold()
    if not name:
        return []
    by_code = [one for one in people if who == one.id or code == one.code]
    by_name = [one for one in people if search_key([one.name]).split() == name]
    return by_code or by_name or [one for one in people if one.mail.strip().casefold() == mail]


def _casus_unknown(where: Text | None) -> KnownError:
    return KnownError(
        "casus-not-asked",
        Text("Deze casus hoort niet bij de sessie.", "This case does not belong to the session."),
        Text("Controleer of dit het bestand van deze sessie is.", "Check whether this is a file of this session."),
        where,
    )


def criterion_unknown(asked: Sequence[str], where: Text | None) -> KnownError:
    """The refusal ``criterion-not-asked``; where columns are shifted a score stands in its place, so it is not said."""
    return KnownError(
        "criterion-not-asked",
        Text("Hier staat een criterium dat in deze ronde niet wordt gescoord.", "This criterion is not scored here."),
        Text("Gescoord worden {known}.", "Scored are {known}.").fill(known=", ".join(asked[:40])),
        where,
    )


def level_unknown(criterion: str, marks: Sequence[str], where: Text | None) -> KnownError:
    """The refusal ``score-level-unknown``."""
    # What was written instead stays out of the sentence: it is somebody's score, however it was spelt.
    return KnownError(
        "score-level-unknown",
        Text(
            "Bij criterium {code} staat iets dat geen niveau is.", "Criterion {code} bears something that is no level."
        ).fill(code=criterion),
        Text("Kies uit {marks}, of laat het leeg.", "Choose from {marks}, or leave it empty.").fill(
            marks=", ".join(marks)
        ),
        where,
    )


def require_once(incoming: Sequence[Incoming], participants: Sequence[Participant]) -> None:
    """One person twice in one go is two people with one name, or a table that is not right."""
    seen: set[str] = set()
    for each, participant in zip(incoming, participants, strict=True):
        if participant.id in seen:
            raise KnownError(
                "participant-twice",
                Text("Deze deelnemer staat er twee keer in.", "This participant stands in it twice."),
                Text("Laat één van beide staan.", "Keep one of the two."),
                each.where,
            )
        seen.add(participant.id)
