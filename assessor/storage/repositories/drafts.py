"""Text that is being typed and has not become a recorded change yet."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from assessor.storage import tables
from assessor.storage.rows import upsert


class Drafts:
    """The last pause of every text field that was not left yet; gone when the change is recorded."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, dossier_id: str, place: str, text: str, at: datetime) -> None:
        """Keep what stands in the field now."""
        upsert(self._connection, tables.drafts, {"dossier_id": dossier_id, "place": place, "text": text, "at": at})

    def drop(self, dossier_id: str, place: str) -> None:
        """Forget the draft of one place; nothing happens when there is none."""
        self._connection.execute(
            delete(tables.drafts).where(tables.drafts.c.dossier_id == dossier_id, tables.drafts.c.place == place)
        )

    def of(self, dossier_id: str) -> dict[str, str]:
        """The drafts of a dossier by place."""
        rows = self._connection.execute(
            select(tables.drafts.c.place, tables.drafts.c.text)
            .where(tables.drafts.c.dossier_id == dossier_id)
            .order_by(tables.drafts.c.place)
        )
        return {row.place: row.text for row in rows}
