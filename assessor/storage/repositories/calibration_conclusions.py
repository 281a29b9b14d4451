"""What sessions led to: notes of the talk, afspraken, voorstellen and acties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, Table, func, select

from assessor.domain.calibration.conclusion import Action, Agreed, Destination, Proposal, Status, TalkNote
from assessor.storage import calibration_tables as tables
from assessor.storage.rows import AnyRow, upsert


class CalibrationConclusions:
    """The yield of sessions; every list is in the order of writing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save_talk(self, note: TalkNote) -> None:
        """Keep what was said about a criterion in a room, replacing what stood there."""
        row = {
            "session_id": note.session_id,
            "room_id": note.room_id,
            "criterion": note.criterion,
            "seen": note.seen,
            "reading": note.reading,
            "agreed": note.agreed,
            "example": note.example,
        }
        upsert(self._connection, tables.talk, row)

    def talk(self, session_id: str) -> list[TalkNote]:
        """The notes of a session by criterion and room; empty ones are left out."""
        table = tables.talk
        query = select(table).where(table.c.session_id == session_id).order_by(table.c.criterion, table.c.room_id)
        found = [
            TalkNote(row.session_id, row.room_id, row.criterion, row.seen, row.reading, row.agreed, row.example)
            for row in self._connection.execute(query)
        ]
        return [note for note in found if not note.is_empty]

    def save_agreement(self, one: Agreed) -> None:
        """Add an afspraak or replace what stands under the same id."""
        row = {
            "id": one.id,
            "session_id": one.session_id,
            "text": one.text,
            "destination": one.destination.value,
            "criterion": one.criterion,
            "example": one.example,
            "status": one.status.value,
            "decided_on": one.decided_on,
        }
        self._save(tables.agreements, row)

    def agreements(self, session_ids: Sequence[str]) -> list[Agreed]:
        """The afspraken of these sessions."""
        return [_agreement(row) for row in self._of(tables.agreements, session_ids)]

    def accepted(self, instrument_id: str) -> list[tuple[Agreed, date, str]]:
        """The accepted afspraken about a criterion of an instrument, with day and fingerprint of the session.

        The newest session comes first.
        """
        table = tables.agreements
        query = (
            select(table, tables.days.c.day, tables.sessions.c.instrument_fingerprint)
            .join_from(table, tables.sessions, tables.sessions.c.id == table.c.session_id)
            .join(tables.days, tables.days.c.id == tables.sessions.c.day_id)
            .where(
                tables.sessions.c.instrument_id == instrument_id,
                table.c.status == Status.ACCEPTED.value,
                table.c.criterion != "",
            )
            .order_by(tables.days.c.day.desc(), table.c.session_id, table.c.position)
        )
        return [(_agreement(row), row.day, row.instrument_fingerprint) for row in self._connection.execute(query)]

    def save_proposal(self, one: Proposal) -> None:
        """Add a voorstel or replace what stands under the same id."""
        row = {
            "id": one.id,
            "session_id": one.session_id,
            "text": one.text,
            "owner": one.owner,
            "criterion": one.criterion,
            "status": one.status.value,
            "answer": one.answer,
        }
        self._save(tables.proposals, row)

    def proposals(self, session_ids: Sequence[str]) -> list[Proposal]:
        """The voorstellen of these sessions."""
        return [
            Proposal(row.id, row.session_id, row.text, row.owner, row.criterion, Status(row.status), row.answer)
            for row in self._of(tables.proposals, session_ids)
        ]

    def save_action(self, one: Action) -> None:
        """Add an actie or replace what stands under the same id."""
        row = {
            "id": one.id,
            "session_id": one.session_id,
            "text": one.text,
            "owner": one.owner,
            "due": one.due,
            "status": one.status.value,
        }
        self._save(tables.actions, row)

    def actions(self, session_ids: Sequence[str]) -> list[Action]:
        """The acties of these sessions."""
        return [
            Action(row.id, row.session_id, row.text, row.owner, row.due, Status(row.status))
            for row in self._of(tables.actions, session_ids)
        ]

    def _save(self, table: Table, row: Mapping[str, object]) -> None:
        known = self._connection.execute(select(table.c.position).where(table.c.id == row["id"])).scalar_one_or_none()
        last = select(func.coalesce(func.max(table.c.position), 0)).where(table.c.session_id == row["session_id"])
        position = known if known is not None else self._connection.execute(last).scalar_one() + 1
        upsert(self._connection, table, {**row, "position": position})

    def _of(self, table: Table, session_ids: Sequence[str]) -> Sequence[AnyRow]:
        query = select(table).where(table.c.session_id.in_(list(session_ids)))
        return self._connection.execute(query.order_by(table.c.session_id, table.c.position)).all()


def _agreement(row: AnyRow) -> Agreed:
    return Agreed(
        row.id,
        row.session_id,
        row.text,
        Destination(row.destination),
        row.criterion,
        row.example,
        Status(row.status),
        row.decided_on,
    )
