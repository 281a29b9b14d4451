"""Putting a backup back: checked first, and what stood there is kept as ``*.damaged``."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.storage import backup, header
from assessor.storage.backup import Backup
from assessor.storage.files import on_disk, settle, write_whole
from assessor.storage.keys import Unlock, find_key
from assessor.storage.lock import WorkspaceLock
from assessor.storage.places import DATABASE_NAME, KEY_NAME


def restore(folder: Path, chosen: Backup, *, unlock: Unlock, holder: str, at: datetime) -> Path | None:
    """Put a backup in the place of the workspace's database; returns where the former database was kept, if any.

    Args:
        folder: the workspace's folder; it must not be open (KnownError ``workspace-locked``).
        chosen: one of `backup.list_backups`, from this folder or from a second place.
        unlock: what unlocks the backup: the secrets of that moment.
        holder: who does it, for whoever finds the lock.
        at: now.

    Raises KnownErrors ``backup-damaged``, ``backup-foreign`` and those of `find_key`; nothing is changed then.
    """
    lock = WorkspaceLock(folder, holder, at)
    try:
        found = header.read_header(chosen.key_file)
        _require_own(folder, found.workspace_id)
        key = find_key(found, unlock)
        if backup.verify(chosen, key):
            raise _backup_damaged()
        return _put_back(folder, chosen, at)
    finally:
        lock.release()


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


def _is_good(key_path: Path) -> bool:
    try:
        header.read_header(key_path.read_bytes())
    except (OSError, KnownError):
        return False
    return True


def _require_own(folder: Path, workspace_id: str) -> None:
    path = folder / KEY_NAME
    if _is_good(path) and header.read_header(path.read_bytes()).workspace_id != workspace_id:
        raise KnownError(
            "backup-foreign",
            Text("Deze reservekopie hoort bij een ander gegevensbestand.", "This backup belongs to another workspace."),
            Text("Kies een reservekopie van dit gegevensbestand.", "Choose a backup of this workspace."),
        )


def _backup_damaged() -> KnownError:
    return KnownError(
        "backup-damaged",
        Text(
            "Deze reservekopie is zelf beschadigd; er is niets gewijzigd.",
            "This backup is itself damaged; nothing was changed.",
        ),
        Text("Kies een andere reservekopie.", "Choose another backup."),
    )
