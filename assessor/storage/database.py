"""Engines and transactions: SQLCipher in the embedded workspace, PostgreSQL for a server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlcipher3 import dbapi2

from assessor.storage.failures import made_safe
from assessor.storage.unit import Unit

_WAIT = 5.0
"""Seconds that a change waits for another one before it is refused."""

_CACHE_KIB = 32_768
"""Pages that a connection keeps decrypted: the index of a hundred thousand search keys fits in it."""


class Database:
    """An engine with its two kinds of unit of work."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.changed = False
        """Whether a unit of work that writes was committed since this object was made."""
        self._inside = threading.local()

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """A snapshot: what others commit meanwhile is not seen, and nobody waits for it."""
        with made_safe(dbapi2.Error), self.engine.connect() as connection, connection.begin() as transaction:
            yield Unit(connection)
            transaction.rollback()

    @contextmanager
    def writing(self) -> Iterator[Unit]:
        """A unit of work that is committed on leaving and rolled back on an exception.

        Raises KnownErrors ``disk-full``, ``read-only``, ``disk-failed``, ``workspace-busy``, ``workspace-damaged``;
        RuntimeError when the thread is inside another one, because it would wait for itself.
        """
        if getattr(self._inside, "writing", False):
            raise RuntimeError("a unit of work that writes stands inside another one")
        self._inside.writing = True
        try:
            with made_safe(dbapi2.Error), self._writing_connection() as connection, connection.begin():
                yield Unit(connection)
            self.changed = True
        finally:
            self._inside.writing = False

    @contextmanager
    def _writing_connection(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection.execution_options(writes=True)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def embedded(path: Path, key: bytes) -> Engine:
    """The engine of an encrypted SQLite file.

    Args:
        path: the database file; it is made when it does not exist.
        key: 32 random bytes; it goes to each connection by PRAGMA, never into a URL.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=dbapi2,
        hide_parameters=True,
        connect_args={"isolation_level": None, "timeout": _WAIT},
    )
    event.listen(engine, "connect", lambda connection, _record: prepare(connection, key))
    event.listen(engine, "begin", _begin)
    return engine


def server(url: str) -> Engine:
    """The engine of a PostgreSQL server; units of work that read see one snapshot."""
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "begin", _begin_on_server)
    return engine


def prepare(connection: Any, key: bytes) -> None:  # noqa: ANN401 - a connection of the driver
    """Give a new connection its key and its habits, in the order that SQLCipher asks for."""
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _begin(connection: Connection) -> None:
    # The driver opens no transaction of its own (isolation_level None). A reader gets a snapshot of the write-ahead
    # log and never waits; a writer takes its place at once instead of failing halfway.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_on_server(connection: Connection) -> None:
    if not connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
