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
from assessor.storage import (
    audit,
    backup,
    database,
    failures,
    header,
    recovery,
    schema,
    search,
    soundness,
    tables,
)
from assessor.storage.backup import Backup, Reason
from assessor.storage.columns import moment_text
from assessor.storage.contents import Contents, contents
from assessor.storage.database import Database
from assessor.storage.files import on_disk, reachable, write_whole
from assessor.storage.header import Header, SlotKind
from assessor.storage.keys import KeyringPort, Unlock, check_passphrase, find_key
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.lock import WorkspaceLock
from assessor.storage.opening import Opened, Shape, open_folder
from assessor.storage.places import DATABASE_NAME, KEY_NAME
from assessor.storage.repositories.chains import RESTORED
from assessor.storage.unit import Unit

Clock = Callable[[], datetime]

SECOND_PLACE = "backup.second-place"
"""Setting: folder to which each backup is copied too."""


def _now() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """An open workspace; close it, so that the next one finds it in order.

    Attributes:
        path: its folder.
        id: its opaque id.
        was_left_open: whether the last program that had it open ended without closing it.
        trouble: what went wrong beside the work and stopped nothing: a keyring or a second place that refused.
    """

    def __init__(self, path: Path, opened: Opened, clock: Clock) -> None:
        self.path = path
        self.id = opened.header.workspace_id
        self.was_left_open = opened.lock.left_open
        self.trouble: list[KnownError] = []
        self._header = opened.header
        self._key = opened.key
        self._lock = opened.lock
        self._database = opened.database
        self._clock = clock
        self._is_open = True

    # ------------------------------------------------------------ making and opening
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
        """Make a workspace in a new or empty folder and open it; with it comes the recovery code, shown only now.

        Args:
            folder: its place; nothing may stand there but an empty folder.
            passphrase: the wachtzin, at least `keys.SHORTEST_PASSPHRASE` signs.
            keyring: where its key is kept too; a keyring that refuses is told in `trouble`.
            holder: who opens it, in words for whoever finds it locked.
            clock: tells the time, with its zone.

        Raises KnownErrors ``passphrase-short``, ``folder-not-empty``, ``disk-full``, ``read-only``, ``disk-failed``;
        nothing is left behind then.
        """
        check_passphrase(passphrase)
        _require_free(folder)
        key, code = secrets.token_bytes(header.KEY_BYTES), recovery.new_code()
        bare = Header(uuid.uuid4().hex, ())
        wrapped = bare.with_secret("passphrase", passphrase, key).with_secret("recovery", code, key)
        _build(folder, wrapped, key)
        lock = WorkspaceLock(folder, holder, clock())
        fresh = Database(database.embedded(folder / DATABASE_NAME, key))
        fresh.changed = True
        workspace = cls(folder, Opened(wrapped, key, lock, fresh), clock)
        if keyring is not None:
            try:
                workspace.remember(keyring)
            except KnownError as refusal:
                workspace.trouble.append(refusal)
        return workspace, code

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        unlock: Unlock,
        holder: str = "Assessor",
        clock: Clock = _now,
        shape: Shape = Shape(),  # noqa: B008 - frozen
    ) -> Self:
        """Open a workspace; after an unclean end or before a migration it is checked first.

        Args:
            folder: its place.
            unlock: passphrase, recovery code or keyring.
            holder: who opens it, in words for whoever finds it locked.
            clock: tells the time, with its zone.
            shape: the revisions that the program knows.

        Raises KnownErrors ``not-a-workspace``, ``workspace-locked``, ``workspace-newer``, ``workspace-damaged`` (a
        `DamagedWorkspace` with the newest sound backup), ``header-damaged``, ``read-only``, ``disk-full``,
        ``disk-failed`` and those of `keys.find_key`.
        """
        return cls(folder, open_folder(folder, unlock, holder, clock(), shape), clock)

    # ------------------------------------------------------------ units of work
    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """A snapshot to read from."""
        with self._database.reading() as unit:
            yield unit

    @contextmanager
    def writing(self) -> Iterator[Unit]:
        """A unit of work that is committed on leaving and rolled back on an exception.

        Raises KnownErrors ``disk-full``, ``read-only``, ``disk-failed``, ``workspace-busy``, ``workspace-damaged``.
        """
        with self._database.writing() as unit:
            yield unit

    @contextmanager
    def bulk(self) -> Iterator[Unit]:
        """A unit of work for thousands of rows: use the repositories' ``…_all``; search keys are filled at its end."""
        with self._database.writing() as unit:
            yield unit
            search.refresh(unit.connection, tables.dossiers.c.search_key == "")

    # ------------------------------------------------------------ care
    def check(self) -> tuple[soundness.Finding, ...]:
        """Everything that is wrong with the file; seconds for a large one, so not on the main thread."""
        return soundness.findings(self.path / DATABASE_NAME, self._key)

    def verify(self) -> audit.Report:
        """Check every chain, against the anchors of the backups too."""
        with self.reading() as unit:
            return audit.verify(unit, backup.anchors(self.path / backup.FOLDER_NAME, self._key))

    @property
    def backups(self) -> list[Backup]:
        """The backups of this workspace, the newest first."""
        return backup.list_backups(self.path / backup.FOLDER_NAME)

    def is_sound(self, kept: Backup) -> bool:
        """Whether one of the backups can be restored."""
        return not backup.verify(kept, self._key)

    def contents(self, kept: Backup | None = None) -> Contents:
        """What one of the backups holds, or without one what the workspace holds now.

        Raises KnownErrors ``backup-foreign``, ``backup-damaged``.
        """
        if kept is None:
            return contents(self.path / DATABASE_NAME, self._key)
        self._require_own(kept)
        return contents(kept.path, self._key)

    def put_back(self, kept: Backup, actor_id: str, at: datetime) -> Backup:
        """Replace what the workspace holds by one of its backups; answers a new backup of what stood there.

        Who did it and when stands in the chain afterwards. Nothing else may be reading or writing meanwhile.

        Raises KnownErrors ``backup-foreign``, ``backup-damaged``, ``workspace-newer``, ``workspace-busy``,
        ``disk-full``, ``read-only``, ``disk-failed``; nothing is changed then.
        """
        from assessor.storage import restoring

        self._require_own(kept)
        before = self.back_up("restore", spare=kept.path)
        with self.reading() as unit:
            left = unit.chains.hashes(WORKSPACE_CHAIN)

        def note(unit: Unit) -> None:
            content = {
                "backup": moment_text(kept.made_at),
                "former": moment_text(before.made_at),
                "from": restoring.parting(left, unit.chains.hashes(WORKSPACE_CHAIN)),
            }
            unit.chains.append(WORKSPACE_CHAIN, kind=RESTORED, actor_id=actor_id, at=at, content=content)

        put_in_place = restoring.swap_in(self.path, kept, self._key, note)
        self._database.close()
        try:
            log = self.path / f"{DATABASE_NAME}-wal"
            if log.exists() and log.stat().st_size:
                raise failures.busy()
            put_in_place()
        finally:
            self._database = Database(database.embedded(self.path / DATABASE_NAME, self._key))
            self._database.changed = True
        return before

    def _require_own(self, kept: Backup) -> None:
        from assessor.storage import restoring

        if kept.workspace_id != self.id:
            raise restoring.backup_foreign()
        if backup.verify(kept, self._key):
            raise restoring.backup_damaged()

    def back_up(self, reason: Reason = "asked", spare: Path | None = None) -> Backup:
        """Make a backup now, and copy it to the second place where one is set (see `trouble`).

        Args:
            reason: why it is made.
            spare: a backup that is not thinned away this time.
        """
        made = backup.make(
            self.path / DATABASE_NAME,
            self.path / backup.FOLDER_NAME,
            self._key,
            workspace_id=self.id,
            key_file=self._header.to_bytes(),
            reason=reason,
            at=self._clock(),
            spare=spare,
        )
        with self.reading() as unit:
            second = unit.settings.get(SECOND_PLACE)
        if second:
            try:
                backup.copy_to(made, Path(second) / self.id)
            except KnownError as refusal:
                self.trouble.append(refusal)
        return made

    def require_secret(self, unlock: Unlock) -> None:
        """Make sure that somebody knows what unlocks the workspace; raises the KnownErrors of `keys.find_key`."""
        find_key(self._header, unlock)

    def set_passphrase(self, passphrase: str) -> None:
        """Replace the passphrase; backups made before keep the former one."""
        check_passphrase(passphrase)
        self._wrap("passphrase", passphrase)

    def new_recovery_code(self) -> str:
        """Replace the recovery code and return the new one, shown only now."""
        code = recovery.new_code()
        self._wrap("recovery", code)
        return code

    def remember(self, keyring: KeyringPort) -> None:
        """Keep the key in a keyring, so that the passphrase need not be asked."""
        keyring.put(self.id, self._key)

    def close(self) -> None:
        """Make a backup when something changed, and close; the lock is free afterwards whatever happens.

        Raises KnownErrors ``workspace-damaged``, and ``backup-missed`` when there is no room or no place for the
        backup: everything is stored then, and the next start checks the file and tries again.
        """
        if not self._is_open:
            return
        self._is_open = False
        properly = False
        try:
            if self._database.changed:
                self._back_up_at_close()
            properly = True
        finally:
            self._database.close()
            self._lock.release(properly)

    def _back_up_at_close(self) -> None:
        try:
            self.back_up("close")
        except KnownError as refusal:
            # The refusal of the disk speaks of a change that is lost; here nothing is, but the copy.
            raise refusal if refusal.code == "workspace-damaged" else _backup_missed() from None

    def _wrap(self, kind: SlotKind, secret: str) -> None:
        new = self._header.with_secret(kind, secret, self._key)
        write_whole(self.path / KEY_NAME, new.to_bytes())
        self._header = new
        self._database.changed = True

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
    part = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    with on_disk(), reachable():
        folder.parent.mkdir(parents=True, exist_ok=True)
        part.mkdir(mode=0o700)
    try:
        fresh = Database(database.embedded(part / DATABASE_NAME, key))
        try:
            with fresh.writing() as unit:
                schema.create(unit.connection)
        finally:
            fresh.close()
        write_whole(part / KEY_NAME, new.to_bytes())
        with on_disk():
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
    except BaseException:
        for left in part.glob("*"):
            left.unlink(missing_ok=True)
        part.rmdir()
        raise


def _backup_missed() -> KnownError:
    return KnownError(
        "backup-missed",
        Text(
            "Alles is opgeslagen, maar bij het afsluiten kon geen reservekopie worden gemaakt.",
            "Everything is stored, but no backup could be made on closing.",
        ),
        Text(
            "Maak ruimte vrij op de schijf; de volgende keer wordt het opnieuw geprobeerd.",
            "Free some space on the disk; the next time it is tried again.",
        ),
    )
