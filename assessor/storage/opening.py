"""Opening a workspace: lock, key, is it newer, is it sound, is it older, in this order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assessor.domain.errors import KnownError
from assessor.domain.text import Text, day_text
from assessor.storage import backup, database, header, migrating, schema, soundness
from assessor.storage.backup import Backup
from assessor.storage.database import Database
from assessor.storage.failures import damaged
from assessor.storage.files import on_disk, write_whole
from assessor.storage.header import Header
from assessor.storage.keys import Unlock, find_key
from assessor.storage.lock import WorkspaceLock
from assessor.storage.places import DATABASE_NAME, KEY_NAME


class DamagedWorkspace(KnownError):
    """The refusal ``workspace-damaged``, with the newest sound backup (None when there is none)."""

    def __init__(self, sound: Backup | None) -> None:
        plain = damaged()
        super().__init__(plain.code, plain.what, _cure(sound))
        self.backup = sound


@dataclass(frozen=True, slots=True)
class Shape:
    """Which revisions the program knows, the oldest first, and where their scripts lie (its own when empty)."""

    revisions: Sequence[str] = schema.REVISIONS
    versions: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """What an opened workspace is made of."""

    header: Header
    key: bytes
    lock: WorkspaceLock
    database: Database


def open_folder(folder: Path, unlock: Unlock, holder: str, at: datetime, shape: Shape) -> Opened:
    """Open what lies in a folder; on any refusal the folder is as it was and the lock is free again."""
    _require_workspace(folder)
    lock = WorkspaceLock(folder, holder, at)
    engine: Database | None = None
    try:
        found = _header(folder)
        key = find_key(found, unlock)
        path = folder / DATABASE_NAME
        if not path.exists():
            raise DamagedWorkspace(backup.newest_sound(folder / backup.FOLDER_NAME, key))
        engine = Database(database.embedded(path, key))
        opened = Opened(found, key, lock, engine)
        _bring_up(folder, opened, at, shape)
        engine.changed = lock.left_open
        return opened
    except BaseException:
        if engine is not None:
            engine.close()
        lock.release(properly=not lock.left_open)
        raise


def _require_workspace(folder: Path) -> None:
    with on_disk():
        if not any((folder / name).is_file() for name in (KEY_NAME, DATABASE_NAME)):
            raise KnownError(
                "not-a-workspace",
                Text(
                    "In deze map staat geen gegevensbestand van Assessor.",
                    "This folder holds no workspace of Assessor.",
                ),
                Text(
                    "Kies de map van een gegevensbestand, of maak een nieuw gegevensbestand.",
                    "Choose the folder of a workspace, or make a new one.",
                ),
            )


def _header(folder: Path) -> Header:
    """The key file; when it is damaged or gone, the newest good copy from the backups, which is put in its place."""
    path = folder / KEY_NAME
    try:
        with on_disk():
            return header.read_header(path.read_bytes() if path.exists() else b"")
    except KnownError as refusal:
        if refusal.code != "header-damaged":
            raise
        for kept in backup.list_backups(folder / backup.FOLDER_NAME):
            try:
                good = header.read_header(kept.key_file)
            except KnownError:
                continue
            if path.exists():
                with on_disk():
                    path.replace(path.with_name(f"{KEY_NAME}.damaged"))
            write_whole(path, kept.key_file)
            return good
        raise


def _bring_up(folder: Path, opened: Opened, at: datetime, shape: Shape) -> None:
    """Refuse a newer or damaged database, and lead an older one to the present shape, with a backup before."""
    backups = folder / backup.FOLDER_NAME
    try:
        with opened.database.reading() as unit:
            revision = schema.revision(unit.connection)
    except KnownError as refusal:
        if refusal.code == "workspace-damaged":
            raise DamagedWorkspace(backup.newest_sound(backups, opened.key)) from None
        raise
    if revision is None:
        raise DamagedWorkspace(backup.newest_sound(backups, opened.key))
    if revision not in shape.revisions:
        raise header.newer()
    older = revision != shape.revisions[-1]
    if (opened.lock.left_open or older) and soundness.findings(folder / DATABASE_NAME, opened.key):
        raise DamagedWorkspace(backup.newest_sound(backups, opened.key))
    if older:
        backup.make(
            folder / DATABASE_NAME,
            backups,
            opened.key,
            workspace_id=opened.header.workspace_id,
            key_file=opened.header.to_bytes(),
            reason="migration",
            at=at,
        )
        migrating.migrate(opened.database.engine, shape.versions)


def _cure(sound: Backup | None) -> Text:
    if sound is None:
        return Text(
            "Er is geen gave reservekopie; bewaar deze map en vraag de beheerder om hulp.",
            "There is no sound backup; keep this folder and ask the administrator for help.",
        )
    when = sound.made_at.astimezone()
    return Text(
        "Zet de reservekopie van {day}, {time} terug; het beschadigde bestand blijft bewaard.",
        "Restore the backup of {day}, {time}; the damaged file is kept.",
    ).fill(day=day_text(when.date()), time=f"{when:%H:%M}")
