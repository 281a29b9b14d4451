"""Backups: made by the database's own backup API, opened and checked, and thinned as they grow old.

Each backup is an encrypted database and beside it a small header: when, why, which revision, the head of the
workspace's chain (an anchor for `audit.verify`) and a copy of the key file. A code under the workspace's key guards the
header, so an anchor cannot be replaced by somebody who does not have the key.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import rfc8785
from sqlcipher3 import dbapi2

from assessor.storage import soundness
from assessor.storage.columns import moment_text
from assessor.storage.failures import damaged, made_safe
from assessor.storage.files import on_disk, reachable, settle, write_whole
from assessor.storage.links import WORKSPACE_CHAIN, Anchor
from assessor.storage.soundness import Finding

FOLDER_NAME = "backups"
DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many daily, weekly and monthly backups are kept."""
REPLACED = 3
"""How many backups are kept of what was replaced by another one."""

Reason = Literal["close", "migration", "asked", "restore"]


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as its header tells; whether it is sound, `verify` says.

    Attributes:
        path: the encrypted database.
        workspace_id: whose it is.
        made_at: when, in UTC.
        reason: at close, before a migration, because somebody asked, or before another backup was put back.
        revision: the revision of the database's shape.
        anchor: the head of the workspace's chain at that moment, None while it had no entries.
        key_file: the copy of the workspace's key file.
        code: the header's code under the workspace's key.
    """

    path: Path
    workspace_id: str
    made_at: datetime
    reason: Reason
    revision: str
    anchor: Anchor | None
    key_file: bytes
    code: str

    def body(self) -> dict[str, Any]:
        """What the header says, as it is guarded."""
        anchor = self.anchor
        return {
            "workspace": self.workspace_id,
            "made_at": moment_text(self.made_at),
            "reason": self.reason,
            "revision": self.revision,
            "anchor": None
            if anchor is None
            else {"at": moment_text(anchor.at), "position": anchor.position, "hash": anchor.hash},
            "key_file": base64.b64encode(self.key_file).decode(),
        }


def make(
    source: Path,
    place: Path,
    key: bytes,
    *,
    workspace_id: str,
    key_file: bytes,
    reason: Reason,
    at: datetime,
    spare: Path | None = None,
) -> Backup:
    """Back up a database into a folder, check the copy, and thin what the folder holds.

    Args:
        source: the database file; it may be in use.
        place: the folder of the backups; made when it does not exist.
        key: the workspace's 32 bytes; the copy has the same key.
        workspace_id: whose it is.
        key_file: the content of the workspace's key file.
        reason: why it is made.
        at: now.
        spare: a backup that must not be thinned away now, because it is about to be put back.

    Raises KnownErrors ``disk-full``, ``read-only``, ``disk-failed`` and, when the copy is not sound,
    ``workspace-damaged``: then the source is not either.
    """
    with on_disk():
        place.mkdir(mode=0o700, exist_ok=True)
    target = _free_name(place, at)
    part = target.with_suffix(".part")
    try:
        with made_safe(dbapi2.Error):
            revision, anchor = _copy(source, part, key)
        if soundness.findings(part, key):
            raise damaged()
        bare = Backup(target, workspace_id, at, reason, revision, anchor, key_file, "")
        code = _code(bare.body(), key)
        write_whole(_header_file(target), json.dumps(bare.body() | {"code": code}, indent=2).encode())
        with on_disk():
            part.replace(target)
            settle(place)
    except BaseException:
        _header_file(target).unlink(missing_ok=True)
        raise
    finally:
        for left in (part, part.with_name(part.name + "-journal")):
            left.unlink(missing_ok=True)
    thin(place, keep=target, spare=spare)
    return replace(bare, code=code)


def list_backups(place: Path) -> list[Backup]:
    """The backups in a folder, the newest first; files whose header cannot be read are passed over."""
    found = []
    for path in place.glob("*.db"):
        try:
            found.append(read(path))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return sorted(found, key=_age, reverse=True)


def read(path: Path) -> Backup:
    """The backup from its header; OSError, ValueError, KeyError or TypeError when the header is not one."""
    value = json.loads(_header_file(path).read_bytes())
    anchor = value["anchor"]
    try:
        key_file = base64.b64decode(value["key_file"], validate=True)
    except binascii.Error:
        raise ValueError("key file") from None
    made_at = datetime.fromisoformat(value["made_at"])
    if made_at.tzinfo is None:
        raise ValueError("made_at")
    return Backup(
        path=path,
        workspace_id=value["workspace"],
        made_at=made_at,
        reason=value["reason"],
        revision=value["revision"],
        anchor=None
        if anchor is None
        else Anchor(datetime.fromisoformat(anchor["at"]), int(anchor["position"]), anchor["hash"]),
        key_file=key_file,
        code=value["code"],
    )


def verify(backup: Backup, key: bytes) -> tuple[Finding, ...]:
    """Everything that is wrong with a backup; empty when it can be restored."""
    if not hmac.compare_digest(_code(backup.body(), key), backup.code):
        return (Finding("header-altered", ""),)
    if not backup.path.exists():
        return (Finding("unreadable", ""),)
    return soundness.findings(backup.path, key)


def newest_sound(place: Path, key: bytes) -> Backup | None:
    """The newest backup that can be restored, or None."""
    return next((backup for backup in list_backups(place) if not verify(backup, key)), None)


def anchors(place: Path, key: bytes) -> list[Anchor]:
    """The anchors that the backups in a folder hold, the newest first; altered headers are passed over."""
    return [
        backup.anchor
        for backup in list_backups(place)
        if backup.anchor is not None and hmac.compare_digest(_code(backup.body(), key), backup.code)
    ]


def copy_to(backup: Backup, place: Path) -> Path:
    """Copy a backup with its header to a second place, such as a network folder or a stick; returns the copy."""
    with on_disk(), reachable():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy = place / backup.path.name
        part = copy.with_suffix(".part")
        try:
            shutil.copyfile(backup.path, part)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            shutil.copyfile(_header_file(backup.path), _header_file(copy))
            part.replace(copy)
        finally:
            part.unlink(missing_ok=True)
    thin(place, keep=copy)
    return copy


def thin(place: Path, keep: Path, spare: Path | None = None) -> None:
    """Delete the backups that are older than what is kept; `keep` and `spare` stay even when the clock went back."""
    backups = list_backups(place)
    stay = {backup.path for backup in kept(backups)} | {keep, spare}
    for backup in backups:
        if backup.path not in stay:
            with on_disk():
                backup.path.unlink(missing_ok=True)
                _header_file(backup.path).unlink(missing_ok=True)


def kept(backups: Iterable[Backup]) -> list[Backup]:
    """Which backups stay: the newest of 7 days, of 4 weeks and of 12 months, and what changes of the whole replaced.

    That is the last one before a migration, and the last ones before another backup was put back: no later backup holds
    what they hold.
    """
    newest_first = sorted(backups, key=_age, reverse=True)
    stay = {each.path for each in [one for one in newest_first if one.reason == "migration"][:1]}
    stay |= {each.path for each in [one for one in newest_first if one.reason == "restore"][:REPLACED]}
    for count, period in ((DAYS, "%Y-%j"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest_of: dict[str, Path] = {}
        for backup in newest_first:
            newest_of.setdefault(backup.made_at.strftime(period), backup.path)
        stay |= set(list(newest_of.values())[:count])
    return [backup for backup in newest_first if backup.path in stay]


def _age(backup: Backup) -> tuple[datetime, int, str]:
    """What sorts backups by age; of one second the one with the higher count is the newer."""
    return backup.made_at, len(backup.path.stem), backup.path.stem


def _copy(source: Path, target: Path, key: bytes) -> tuple[str, Anchor | None]:
    """Copy page by page; the revision and the head of the workspace's chain are read from the copy itself."""
    with closing(dbapi2.connect(str(source), isolation_level=None, timeout=5.0)) as old:
        soundness.unlock(old, key)
        with closing(dbapi2.connect(str(target), isolation_level=None)) as new:
            soundness.unlock(new, key)
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
            revision = new.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            head = new.execute(
                "SELECT at, position, hash FROM chain_heads WHERE chain = ? AND position > 0", (WORKSPACE_CHAIN,)
            ).fetchone()
    return revision, None if head is None else Anchor(datetime.fromisoformat(head[0]), head[1], head[2])


def _free_name(place: Path, at: datetime) -> Path:
    """A name that tells the moment and nothing else."""
    stamp = moment_text(at)[:19].replace("-", "").replace(":", "") + "Z"
    path, count = place / f"{stamp}.db", 1
    while path.exists():
        count += 1
        path = place / f"{stamp}-{count}.db"
    return path


def _header_file(path: Path) -> Path:
    return path.with_suffix(".json")


def _code(body: dict[str, Any], key: bytes) -> str:
    guard = hmac.digest(key, b"assessor backup header", hashlib.sha256)
    return hmac.new(guard, rfc8785.dumps(body), hashlib.sha256).hexdigest()
