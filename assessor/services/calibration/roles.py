"""The roles of a room as people come and go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from assessor.domain.calibration.room import Participant, Room


def without(room: Room, gone: Collection[str]) -> Room:
    """The room, of which people left: whoever had a role there has it no more."""
    kept = [None if one in gone else one for one in (room.moderator_id, room.secretary_id, room.timekeeper_id)]
    return replace(room, moderator_id=kept[0], secretary_id=kept[1], timekeeper_id=kept[2])


def with_roles(room: Room, people: Sequence[Participant]) -> Room:
    """The first three have the roles, unless the room's own choice is still in it."""
    inside = [one.id for one in people]
    kept = [one if one in inside else None for one in (room.moderator_id, room.secretary_id, room.timekeeper_id)]
    free = iter([one for one in inside if one not in kept])
    moderator, secretary, timekeeper = (one or next(free, None) for one in kept)
    return replace(room, moderator_id=moderator, secretary_id=secretary, timekeeper_id=timekeeper)
