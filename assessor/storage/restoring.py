"""Putting a backup back: checked first, and nothing that stood there is lost.

In place of a damaged database (`restore`) what stood there is kept as ``*.damaged``; in place of a sound one
(`swap_in`) a backup of it was made before.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import takewhile
from pathlib import Path

from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.storage import backup, database, header, migrating, schema
from assessor.storage.backup import Backup
from assessor.storage.columns import moment_text
from assessor.storage.database import Database
from assessor.storage.files import on_disk, settle, write_whole
from assessor.storage.keys import Unlock, find_key
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.lock import WorkspaceLock
from assessor.storage.places import DATABASE_NAME, KEY_NAME
from assessor.storage.repositories.chains import RESTORED
from assessor.storage.unit import Unit


def restore(folder: Path, chosen: Backup, *, unlock: Unlock, holder: str, at: datetime) -> Path | None:
    """Put a backup in the place of the workspace's database; returns where the former database was kept, if any.

    Args:
        folder: the workspace's folder; it must not be open (KnownError ``workspace-locked``) and may be new.
        chosen: one of `backup.list_backups`, from this folder or from a second place.
        unlock: what unlocks the backup: the secrets of that moment.
        holder: who does it, for whoever finds the lock.
        at: now.

    Raises KnownErrors ``backup-damaged``, ``backup-foreign`` and those of `find_key`; nothing is changed then.
    """
    with on_disk():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = WorkspaceLock(folder, holder, at)
    try:
        found = header.read_header(chosen.key_file)
        _require_own(folder, found.workspace_id)
        key = find_key(found, unlock)
        if backup.verify(chosen, key):
            raise backup_damaged()
        kept = _put_back(folder, chosen, at)
        if kept is not None:
            _note_return(folder, chosen, kept, key, at)
        return kept
    finally:
        lock.release()


def swap_in(folder: Path, chosen: Backup, key: bytes, note: Callable[[Unit], None]) -> Callable[[], None]:
    """Make ready a database from a backup beside the present one; calling the answer puts it in its place at once.

    The database is led to the present shape and the note is written before anything is replaced, so that a crash
    leaves the old workspace or the new one.

    Args:
        folder: the workspace's folder, which the caller has open.
        chosen: a backup that was verified.
        key: the workspace's 32 bytes.
        note: writes down in the new database that it was put back.

    Raises KnownErrors ``workspace-newer``, ``disk-full``, ``read-only``, ``disk-failed``; nothing is changed then.
    """
    path = folder / DATABASE_NAME
    part = path.with_name(f".{DATABASE_NAME}.part")
    try:
        with on_disk():
            _drop(part)
            shutil.copyfile(chosen.path, part)
        fresh = Database(database.embedded(part, key))
        try:
            with fresh.reading() as unit:
                revision = schema.revision(unit.connection)
            if revision not in schema.REVISIONS:
                raise header.newer()
            if revision != schema.REVISIONS[-1]:
                migrating.migrate(fresh.engine)
            with fresh.writing() as unit:
                note(unit)
        finally:
            fresh.close()
    except BaseException:
        _drop(part)
        raise

    def put_in_place() -> None:
        with on_disk():
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(path)
            settle(folder)

    return put_in_place


def _drop(part: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def _put_back(folder: Path, chosen: Backup, at: datetime) -> Path | None:
    path, key_path = folder / DATABASE_NAME, folder / KEY_NAME
    part = path.with_name(f".{DATABASE_NAME}.part")
    kept: Path | None = None
    with on_disk():
        try:
            shutil.copyfile(chosen.path, part)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            if path.exists():
                kept = path.with_name(f"assessor-{at:%Y%m%dT%H%M%S%f}.db.damaged")
                # The write-ahead log belongs to the old file only: beside the new one it would spoil it.
                for ending in ("-wal", "-shm"):
                    log = path.with_name(path.name + ending)
                    if log.exists():
                        log.replace(kept.with_name(kept.name + ending))
                path.replace(kept)
            part.replace(path)
            settle(folder)
        finally:
            part.unlink(missing_ok=True)
    if not _is_good(key_path):
        write_whole(key_path, chosen.key_file)
    return kept


def _note_return(folder: Path, chosen: Backup, kept: Path, key: bytes, at: datetime) -> None:
    """Say in the chain of the workspace that a backup was put back, so that anchors of the way that was left are known.

    Not in a database that must be led to the present shape first: opening does that, and checks it.
    """
    if chosen.revision != schema.REVISIONS[-1]:
        return
    left = _hashes(kept, key)
    fresh = Database(database.embedded(folder / DATABASE_NAME, key))
    try:
        with fresh.writing() as unit:
            now = unit.chains.hashes(WORKSPACE_CHAIN)
            content = {
                "backup": moment_text(chosen.made_at),
                "former": None,
                "from": parting(left, now) if left is not None else len(now) + 1,
            }
            unit.chains.append(WORKSPACE_CHAIN, kind=RESTORED, actor_id="", at=at, content=content)
    finally:
        fresh.close()


def _hashes(path: Path, key: bytes) -> list[str] | None:
    """The way of the workspace's chain in a database that may be damaged; None when it cannot be read."""
    old = Database(database.embedded(path, key))
    try:
        with old.reading() as unit:
            return unit.chains.hashes(WORKSPACE_CHAIN)
    except KnownError:
        return None
    finally:
        old.close()


def parting(left: Sequence[str], kept: Sequence[str]) -> int:
    """The position, counted from 1, from which two ways of one chain are no longer the same."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(left, kept, strict=False))
    return sum(1 for _pair in same) + 1


def _is_good(key_path: Path) -> bool:
    try:
        header.read_header(key_path.read_bytes())
    except (OSError, KnownError):
        return False
    return True


def _require_own(folder: Path, workspace_id: str) -> None:
    path = folder / KEY_NAME
    if _is_good(path) and header.read_header(path.read_bytes()).workspace_id != workspace_id:
        raise backup_foreign()


def backup_foreign() -> KnownError:
    """The refusal ``backup-foreign``."""
    return KnownError(
        "backup-foreign",
        Text("Deze reservekopie hoort bij een ander gegevensbestand.", "This backup belongs to another workspace."),
        Text("Kies een reservekopie van dit gegevensbestand.", "Choose a backup of this workspace."),
    )


def backup_damaged() -> KnownError:
    """The refusal ``backup-damaged``."""
    return KnownError(
        "backup-damaged",
        Text(
            "Deze reservekopie is zelf beschadigd; er is niets gewijzigd.",
            "This backup is itself damaged; nothing was changed.",
        ),
        Text("Kies een andere reservekopie.", "Choose another backup."),
    )
