"""Aantekeningen: one page of text per dossier, until it is erased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select, update

from assessor.domain.dossier import State
from assessor.domain.notes import Notes
from assessor.storage import tables
from assessor.storage.rows import upsert


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page that still stands though its sheet is fixed, with what tells when it must go.

    `settled_at` is when the result was set, None for a dossier that ended without one; `closed_at` is when anything
    was last recorded of the dossier.
    """

    dossier_id: str
    state: State
    instrument_fingerprint: str
    settled_at: datetime | None
    announced_on: date | None
    closed_at: datetime | None


class NotePages:
    """The pages of notes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, dossier_id: str) -> Notes:
        """The page of a dossier; an empty one when nothing was written."""
        notes = tables.notes
        query = select(notes.c.text, notes.c.erased_on).where(notes.c.dossier_id == dossier_id)
        row = self._connection.execute(query).one_or_none()
        return Notes() if row is None else Notes(row.text, row.erased_on)

    def put(self, dossier_id: str, text: str, at: datetime) -> None:
        """Replace the page of a dossier."""
        page = {"dossier_id": dossier_id, "text": text, "changed_at": at, "erased_on": None}
        upsert(self._connection, tables.notes, page)

    def erase(self, dossier_ids: Sequence[str], day: date) -> None:
        """Wipe the pages of these dossiers and note the day."""
        if not dossier_ids:
            return
        notes = tables.notes
        self._connection.execute(
            update(notes).where(notes.c.dossier_id == bindparam("gone")).values(text="", erased_on=day),
            [{"gone": dossier_id} for dossier_id in dossier_ids],
        )

    def of_fixed_sheets(self) -> list[KeptPage]:
        """Every page that was not erased and whose dossier is no longer a concept."""
        dossiers, heads = tables.dossiers, tables.chain_heads
        query = (
            select(
                dossiers.c.id, dossiers.c.state, dossiers.c.instrument_fingerprint, dossiers.c.result_set_at,
                dossiers.c.announced_on, heads.c.at,
            )
            .join_from(tables.notes, dossiers, tables.notes.c.dossier_id == dossiers.c.id)
            .join(heads, heads.c.chain == dossiers.c.id, isouter=True)
            .where(tables.notes.c.erased_on.is_(None), dossiers.c.state != State.CONCEPT.value)
            .order_by(dossiers.c.number)
        )  # fmt: skip
        return [
            KeptPage(row.id, State(row.state), row.instrument_fingerprint, row.result_set_at, row.announced_on, row.at)
            for row in self._connection.execute(query)
        ]
