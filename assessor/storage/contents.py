"""What a database holds, at a glance: for looking inside a backup before it is put back."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from assessor.storage import soundness
from assessor.storage.failures import made_safe


@dataclass(frozen=True, slots=True)
class Contents:
    """Counts, and when a dossier was changed last (None without dossiers)."""

    dossiers: int
    students: int
    last_change: datetime | None


def contents(path: Path, key: bytes) -> Contents:
    """Count what an encrypted database file holds; it may be in use.

    Raises KnownError ``workspace-damaged`` when the file cannot be read.
    """
    with made_safe(dbapi2.Error), closing(dbapi2.connect(str(path), isolation_level=None, timeout=5.0)) as connection:
        soundness.unlock(connection, key)
        dossiers, last = connection.execute("SELECT count(*), max(changed_at) FROM dossiers").fetchone()
        students = connection.execute("SELECT count(*) FROM students").fetchone()[0]
    return Contents(dossiers, students, None if last is None else datetime.fromisoformat(last))
