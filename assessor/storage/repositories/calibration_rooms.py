"""Rooms and participants of calibration sessions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from assessor.domain.calibration.room import Participant, Room
from assessor.storage import calibration_tables as tables
from assessor.storage.failures import unknown
from assessor.storage.rows import AnyRow, upsert


class CalibrationRooms:
    """Who takes part, and where."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save_rooms(self, rooms: Sequence[Room]) -> None:
        """Add the rooms of a session in their order, or replace what stands under the same ids."""
        if rooms:
            rows = [{**_room_row(room), "position": place} for place, room in enumerate(rooms)]
            upsert(self._connection, tables.rooms, rows)

    def rooms(self, session_id: str) -> list[Room]:
        """The rooms of a session in their order."""
        table = tables.rooms
        query = select(table).where(table.c.session_id == session_id).order_by(table.c.position, table.c.id)
        return [
            Room(row.id, row.session_id, row.name, row.moderator_id, row.secretary_id, row.timekeeper_id)
            for row in self._connection.execute(query)
        ]

    def save_participants(self, participants: Sequence[Participant]) -> None:
        """Add the participants or replace what stands under the same ids."""
        if participants:
            upsert(self._connection, tables.participants, [_participant_row(one) for one in participants])

    def participants(self, session_id: str) -> list[Participant]:
        """The participants of a session, by name."""
        table = tables.participants
        query = select(table).where(table.c.session_id == session_id).order_by(table.c.name, table.c.id)
        return [_participant(row) for row in self._connection.execute(query)]

    def remove_participants(self, participant_ids: Collection[str]) -> None:
        """Take participants out for good; whoever has scores here stays in the way of that."""
        table = tables.participants
        self._connection.execute(delete(table).where(table.c.id.in_(sorted(participant_ids))))

    def participant(self, participant_id: str) -> Participant:
        """One participant; KnownError ``participant-unknown`` when there is none."""
        query = select(tables.participants).where(tables.participants.c.id == participant_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise unknown("participant")
        return _participant(row)

    def of_person(self, person_id: str) -> list[Participant]:
        """The times a person took part."""
        table = tables.participants
        query = select(table).where(table.c.person_id == person_id).order_by(table.c.id)
        return [_participant(row) for row in self._connection.execute(query)]

    def mark_present(self, session_id: str, present: dict[str, bool]) -> None:
        """Note who was there, by participant id."""
        if not present:
            return
        table = tables.participants
        change = update(table).where(table.c.session_id == session_id, table.c.id == bindparam("who"))
        rows = [{"who": who, "there": there} for who, there in present.items()]
        self._connection.execute(change.values(present=bindparam("there")), rows)


def _room_row(room: Room) -> dict[str, object]:
    return {
        "id": room.id,
        "session_id": room.session_id,
        "name": room.name,
        "moderator_id": room.moderator_id,
        "secretary_id": room.secretary_id,
        "timekeeper_id": room.timekeeper_id,
    }


def _participant_row(one: Participant) -> dict[str, object]:
    return {
        "id": one.id,
        "session_id": one.session_id,
        "name": one.name,
        "code": one.code,
        "room_id": one.room_id,
        "person_id": one.person_id,
        "organisation": one.organisation,
        "mail": one.mail,
        "aspirant": one.aspirant,
        "present": one.present,
    }


def _participant(row: AnyRow) -> Participant:
    return Participant(
        id=row.id,
        session_id=row.session_id,
        name=row.name,
        code=row.code,
        room_id=row.room_id,
        person_id=row.person_id,
        organisation=row.organisation,
        mail=row.mail,
        aspirant=row.aspirant,
        present=row.present,
    )
