"""Counting hands in a round that is scored in the hall: per room, casus and criterion, one count per mark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assessor.domain.calibration.round import RoundWay, round_fixed
from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.services.calibration.intake import Intake, level_unknown
from assessor.services.calibration.leading import last_round, require_lead
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk

if TYPE_CHECKING:
    from assessor.storage.repositories.calibration_rounds import HandCounts


class Hands:
    """The use cases of counting, the lead's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def counted(self, session_id: str) -> HandCounts:
        """What was counted in the last round, typed or sent back by a room; KnownError ``not-session-lead``."""
        with self._desk.workspace.reading() as unit:
            require_lead(self._desk, unit.calibration_sessions.get(session_id))
            return unit.calibration_rounds.hands(last_round(unit, session_id).id)

    def count(self, session_id: str, room_id: str, casus_id: str, criterion: str, counts: Mapping[str, int]) -> Changes:
        """Note how many hands went up in a room; a second count of the same room replaces the first.

        Raises KnownErrors ``round-not-hands``, ``round-not-open``, ``criterion-not-asked``, ``casus-not-asked``,
        ``score-level-unknown``, ``hands-negative``.
        """
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            one = last_round(unit, session_id)
            if one.way is not RoundWay.HANDS:
                raise _not_hands()
            if not one.is_open:
                raise round_fixed(one.number)
            asked = Intake(unit, session, one)
            asked.require_asked(casus_id, criterion)
            if any(mark not in asked.marks_of(criterion) for mark in counts):
                raise level_unknown(criterion, asked.marks_of(criterion), None)
            if room_id not in {room.id for room in unit.calibration_rooms.rooms(session_id)}:
                raise _no_room()
            if any(number < 0 for number in counts.values()):
                raise _negative()
            unit.calibration_rounds.count_hands(one.id, room_id, casus_id, criterion, counts)
        return (Change("calibration", session_id, "rounds"),)


def _not_hands() -> KnownError:
    return KnownError(
        "round-not-hands",
        Text("In deze ronde worden geen handen geteld.", "No hands are counted in this round."),
        Text("Open een ronde met handen tellen.", "Open a round in which hands are counted."),
    )


def _no_room() -> KnownError:
    return KnownError(
        "room-unknown",
        Text("Deze ruimte hoort niet bij de sessie.", "This room does not belong to the session."),
        Text("Kies een ruimte van deze sessie.", "Choose a room of this session."),
    )


def _negative() -> KnownError:
    return KnownError(
        "hands-negative",
        Text("Een aantal handen is nul of meer.", "A number of hands is zero or more."),
        Text("Tel opnieuw.", "Count again."),
    )
