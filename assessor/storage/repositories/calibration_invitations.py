"""Invitations that somebody opened in the program, and what that person gave until it is sent back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from assessor.storage import invitation_tables as tables
from assessor.storage.failures import unknown
from assessor.storage.rows import AnyRow, upsert


@dataclass(frozen=True)
class KeptInvitation:
    """An invitation as it is kept: its content as JSON values, who opened it, and when it was sent back."""

    id: str
    content: Mapping[str, Any]
    received_at: datetime
    received_by: str
    returned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InvitationFile:
    """A file of a casus that came along, without its content; `place` is that of the casus, from 1."""

    id: str
    place: int
    name: str
    kind: str


class CalibrationInvitations:
    """What somebody was sent to score."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, invitation: KeptInvitation, files: Collection[tuple[InvitationFile, bytes]]) -> None:
        """Keep an invitation with the files of its casussen."""
        row = {
            "id": invitation.id,
            "content": dict(invitation.content),
            "received_at": invitation.received_at,
            "received_by": invitation.received_by,
            "returned_at": invitation.returned_at,
        }
        self._connection.execute(insert(tables.invitations), row)
        rows = [
            {"id": one.id, "invitation_id": invitation.id, "place": one.place, "name": one.name, "kind": one.kind,
             "content": content}
            for one, content in files
        ]  # fmt: skip
        if rows:
            self._connection.execute(insert(tables.files), rows)

    def find(self, invitation_id: str) -> KeptInvitation | None:
        """The invitation, or None."""
        table = tables.invitations
        row = self._connection.execute(select(table).where(table.c.id == invitation_id)).one_or_none()
        return None if row is None else _kept(row)

    def get(self, invitation_id: str) -> KeptInvitation:
        """The invitation; KnownError ``invitation-unknown`` when there is none."""
        found = self.find(invitation_id)
        if found is None:
            raise unknown("invitation")
        return found

    def of_person(self, person_id: str) -> list[KeptInvitation]:
        """What somebody was sent, the newest first."""
        table = tables.invitations
        query = select(table).where(table.c.received_by == person_id).order_by(table.c.received_at.desc(), table.c.id)
        return [_kept(row) for row in self._connection.execute(query)]

    def all(self) -> list[KeptInvitation]:
        """Every invitation."""
        return [_kept(row) for row in self._connection.execute(select(tables.invitations))]

    def returned(self, invitation_id: str, at: datetime) -> None:
        """Note that it was sent back."""
        table = tables.invitations
        self._connection.execute(update(table).where(table.c.id == invitation_id).values(returned_at=at))

    # --- files

    def files(self, invitation_id: str) -> list[InvitationFile]:
        """The files that came along, by casus and name."""
        table = tables.files
        query = select(table.c.id, table.c.place, table.c.name, table.c.kind).where(
            table.c.invitation_id == invitation_id
        )
        rows = self._connection.execute(query.order_by(table.c.place, table.c.name, table.c.id))
        return [InvitationFile(*row) for row in rows]

    def content(self, invitation_id: str, file_id: str) -> bytes:
        """The content of a file; KnownError ``invitation-unknown`` when there is none."""
        table = tables.files
        query = select(table.c.content).where(table.c.id == file_id, table.c.invitation_id == invitation_id)
        found = self._connection.execute(query).scalar_one_or_none()
        if found is None:
            raise unknown("invitation")
        return bytes(found)

    # --- answers

    def answers(self, invitation_id: str) -> dict[str, str]:
        """What was recorded, by field; empty answers are left out."""
        table = tables.answers
        query = select(table.c.field, table.c.value).where(table.c.invitation_id == invitation_id)
        return {row.field: row.value for row in self._connection.execute(query) if row.value}

    def drafts(self, invitation_id: str) -> dict[str, str]:
        """Text that was being typed, by field."""
        table = tables.answers
        query = select(table.c.field, table.c.draft).where(
            table.c.invitation_id == invitation_id, table.c.draft.is_not(None)
        )
        return {row.field: row.draft for row in self._connection.execute(query)}

    def answer(self, invitation_id: str, field: str, value: str) -> None:
        """Record an answer ("" takes it back); a draft of it is done with."""
        row = {"invitation_id": invitation_id, "field": field, "value": value, "draft": None}
        upsert(self._connection, tables.answers, row)

    def keep_draft(self, invitation_id: str, field: str, text: str) -> None:
        """Keep text that is being typed, beside what was recorded."""
        value = self.answers(invitation_id).get(field, "")
        row = {"invitation_id": invitation_id, "field": field, "value": value, "draft": text}
        upsert(self._connection, tables.answers, row)

    def erase(self, invitation_ids: Collection[str]) -> None:
        """Erase invitations with all that belongs to them."""
        ids = sorted(invitation_ids)
        for table in (tables.answers, tables.files):
            self._connection.execute(delete(table).where(table.c.invitation_id.in_(ids)))
        self._connection.execute(delete(tables.invitations).where(tables.invitations.c.id.in_(ids)))


def _kept(row: AnyRow) -> KeptInvitation:
    return KeptInvitation(row.id, row.content, row.received_at, row.received_by, row.returned_at)
