"""The instruments that dossiers froze: one canonical copy per fingerprint."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select

from assessor.domain.dossier import InstrumentKey
from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.storage import tables
from assessor.storage.failures import unknown
from assessor.storage.rows import insert_missing


class Instruments:
    """The canonical forms (RFC 8785) of every instrument that a dossier was scored with."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, key: InstrumentKey, canonical: bytes) -> None:
        """Keep one copy; ValueError when the bytes do not belong to the key's fingerprint."""
        if hashlib.sha256(canonical).hexdigest() != key.fingerprint:
            raise ValueError(f"the canonical form of {key.id} {key.version} has another fingerprint")
        row = {"fingerprint": key.fingerprint, "id": key.id, "version": key.version, "canonical": canonical}
        insert_missing(self._connection, tables.instruments, [row])

    def key(self, fingerprint: str) -> InstrumentKey | None:
        """Under which id and version a copy was kept, None when there is none."""
        kept = tables.instruments
        row = self._connection.execute(
            select(kept.c.id, kept.c.version).where(kept.c.fingerprint == fingerprint)
        ).one_or_none()
        return None if row is None else InstrumentKey(row.id, row.version, fingerprint)

    def canonical(self, fingerprint: str) -> bytes:
        """The canonical form as it was kept.

        Raises KnownError ``instrument-unknown`` when none was kept under the fingerprint, ``instrument-altered`` when
        what stands there no longer belongs to it.
        """
        query = select(tables.instruments.c.canonical).where(tables.instruments.c.fingerprint == fingerprint)
        stored = self._connection.execute(query).scalar_one_or_none()
        if stored is None:
            raise unknown("instrument")
        if not isinstance(stored, bytes) or hashlib.sha256(stored).hexdigest() != fingerprint:
            raise _altered()
        return stored


def _altered() -> KnownError:
    return KnownError(
        "instrument-altered",
        Text(
            "De bewaarde tekst van het instrument is na het vastleggen veranderd.",
            "The stored text of the instrument was changed after it was recorded.",
        ),
        Text(
            "Laat de beheerder het gegevensbestand controleren en zo nodig een reservekopie terugzetten.",
            "Have the administrator check the workspace and restore a backup if needed.",
        ),
    )
