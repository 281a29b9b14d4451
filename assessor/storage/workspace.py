"""A workspace: one encrypted database with its key file, its lock and its backups in one folder."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.storage import database, header, recovery, schema
from assessor.storage.database import Database
from assessor.storage.files import on_disk, write_whole
from assessor.storage.header import Header
from assessor.storage.keys import KeyringPort, Unlock, check_passphrase, find_key
from assessor.storage.lock import WorkspaceLock
from assessor.storage.unit import Unit

DATABASE_NAME = "assessor.db"
HEADER_NAME = "assessor.key"

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """An open workspace; close it, so that the next one finds it in order.

    Attributes:
        path: its folder.
        id: its opaque id.
    """

    def __init__(self, path: Path, header: Header, key: bytes, lock: WorkspaceLock, clock: Clock) -> None:
        self.path = path
        self.id = header.workspace_id
        self._header = header
        self._key = key
        self._lock = lock
        self._clock = clock
        self._database = Database(database.embedded(path / DATABASE_NAME, key))

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        passphrase: str,
        keyring: KeyringPort | None = None,
        holder: str = "Assessor",
        clock: Clock = _now,
    ) -> tuple[Self, str]:
        """Make a workspace in a new or empty folder and open it; with it comes the recovery code, shown only now."""
        check_passphrase(passphrase)
        _require_free(folder)
        key, code = secrets.token_bytes(header.KEY_BYTES), recovery.new_code()
        bare = Header(uuid.uuid4().hex, ())
        wrapped = bare.with_secret("passphrase", passphrase, key).with_secret("recovery", code, key)
        _build(folder, wrapped, key)
        if keyring is not None:
            keyring.put(wrapped.workspace_id, key)
        lock = WorkspaceLock(folder, holder, clock())
        return cls(folder, wrapped, key, lock, clock), code

    @classmethod
    def open(cls, folder: Path, *, unlock: Unlock, holder: str = "Assessor", clock: Clock = _now) -> Self:
        """Open a workspace."""
        try:
            found = header.read_header((folder / HEADER_NAME).read_bytes())
        except FileNotFoundError:
            raise _no_workspace() from None
        lock = WorkspaceLock(folder, holder, clock())
        try:
            key = find_key(found, unlock)
            return cls(folder, found, key, lock, clock)
        except BaseException:
            lock.release()
            raise

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """A snapshot to read from."""
        with self._database.reading() as unit:
            yield unit

    @contextmanager
    def writing(self) -> Iterator[Unit]:
        """A unit of work that is committed on leaving and rolled back on an exception."""
        with self._database.writing() as unit:
            yield unit

    def close(self) -> None:
        """Close the workspace."""
        self._database.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


def _require_free(folder: Path) -> None:
    with on_disk():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise KnownError(
                "folder-not-empty",
                Text("Op deze plaats staat al iets.", "Something already stands in this place."),
                Text("Kies een nieuwe of lege map.", "Choose a new or empty folder."),
            )


def _build(folder: Path, new: Header, key: bytes) -> None:
    """Make the files beside the place and put them there at once, so that a failure leaves nothing half made."""
    with on_disk():
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
        part.mkdir(mode=0o700)
    try:
        engine = database.embedded(part / DATABASE_NAME, key)
        try:
            with Database(engine).writing() as unit:
                schema.create(unit.connection)
        finally:
            engine.dispose()
        write_whole(part / HEADER_NAME, new.to_bytes())
        with on_disk():
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
    except BaseException:
        for left in part.glob("*"):
            left.unlink(missing_ok=True)
        part.rmdir()
        raise


def _no_workspace() -> KnownError:
    return KnownError(
        "not-a-workspace",
        Text("In deze map staat geen gegevensbestand van Assessor.", "This folder holds no workspace of Assessor."),
        Text(
            "Kies de map van een gegevensbestand, of maak een nieuw gegevensbestand.",
            "Choose the folder of a workspace, or make a new one.",
        ),
    )
