"""Whether a database file is sound: three checks, because each misses what another finds."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

_CHECKS = {
    "page-damaged": "PRAGMA cipher_integrity_check",
    "structure-damaged": "PRAGMA quick_check",
    "reference-broken": "PRAGMA foreign_key_check",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a file.

    Attributes:
        code: ``page-damaged`` (a page's HMAC), ``structure-damaged``, ``reference-broken`` or ``unreadable``.
        detail: the database's own words, without anything that a user entered.
    """

    code: str
    detail: str


def findings(path: Path, key: bytes) -> tuple[Finding, ...]:
    """Everything that is wrong with an encrypted database file; empty when it is sound.

    Args:
        path: the file; it may be in use.
        key: its 32 bytes.
    """
    found: list[Finding] = []
    with closing(dbapi2.connect(str(path), isolation_level=None, timeout=5.0)) as connection:
        unlock(connection, key)
        for code, statement in _CHECKS.items():
            found.extend(_run(connection, code, statement))
    return tuple(dict.fromkeys(found))


def unlock(connection: Any, key: bytes) -> None:  # noqa: ANN401 - a connection of the driver
    """Give a bare connection its key."""
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")


def _run(connection: Any, code: str, statement: str) -> list[Finding]:  # noqa: ANN401 - a connection of the driver
    try:
        rows = connection.execute(statement).fetchall()
    except dbapi2.DatabaseError:
        return [Finding("unreadable", "")]
    if code == "reference-broken":
        return [Finding(code, f"{table} -> {parent}") for table, _row, parent, _key in rows]
    return [Finding(code, str(row[0])) for row in rows if row[0] != "ok"]
