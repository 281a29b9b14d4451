"""Safekeeping: where the workspace lies, its backups, whether it is sound, and what unlocks it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assessor.domain.errors import KnownError
from assessor.domain.text import Language, Text
from assessor.services.desk import Desk
from assessor.services.moving import pack
from assessor.storage.backup import Backup
from assessor.storage.contents import Contents
from assessor.storage.keys import KeyringPort, Unlock, check_passphrase
from assessor.storage.soundness import Finding
from assessor.storage.workspace import SECOND_PLACE


@dataclass(frozen=True, slots=True)
class Copied:
    """A backup that was made, and why the second place has no copy of it (None when it has, or none is set)."""

    backup: Backup
    refusal: KnownError | None


class Safekeeping:
    """The use cases of *Gegevensbestand*; all but the plain look-ups take long enough to run beside the screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- what there is

    @property
    def place(self) -> Path:
        """The folder of the workspace."""
        return self._desk.workspace.path

    @property
    def backups(self) -> list[Backup]:
        """The backups beside the workspace, the newest first."""
        return self._desk.workspace.backups

    @property
    def second_place(self) -> Path | None:
        """The folder that gets a copy of each backup, if one is set."""
        with self._desk.workspace.reading() as unit:
            folder = unit.settings.get(SECOND_PLACE)
        return Path(folder) if folder else None

    # --- care

    def set_second_place(self, folder: Path | None) -> None:
        """Copy each backup to this folder too, or to none; KnownError ``second-place-missing`` when it is not there."""
        if folder is not None and not folder.is_dir():
            raise KnownError(
                "second-place-missing",
                Text(
                    "Deze map bestaat niet of is niet aangesloten.", "This folder does not exist or is not connected."
                ),
                Text("Kies een map die er is, zoals een stick of netwerkmap.", "Choose a folder that is there."),
            )
        with self._desk.workspace.writing() as unit:
            unit.settings.set(SECOND_PLACE, "" if folder is None else str(folder.absolute()))

    def back_up(self) -> Copied:
        """Make a backup now and check it; raises what `Workspace.back_up` refuses."""
        workspace = self._desk.workspace
        before = len(workspace.trouble)
        made = workspace.back_up()
        refusals = workspace.trouble[before:]
        del workspace.trouble[before:]
        return Copied(made, refusals[0] if refusals else None)

    def contents(self, backup: Backup | None = None) -> Contents:
        """What a backup holds, or without one what the workspace holds now.

        Raises KnownErrors ``backup-foreign``, ``backup-damaged``.
        """
        return self._desk.workspace.contents(backup)

    def put_back(self, backup: Backup) -> Backup:
        """Replace everything by what a backup holds, after a backup of what stands there now; answers the latter.

        Nobody is at the keyboard afterwards: who that is must be asked anew. Raises what `Workspace.put_back` refuses.
        """
        before = self._desk.workspace.put_back(backup, self._desk.require_actor().id, self._desk.now())
        self._desk.actor = None
        return before

    def pack(self, parent: Path, language: Language) -> Path:
        """Make a folder to take along to another laptop: a backup of this moment and how to open it; answers it.

        Raises what `Workspace.back_up` and `moving.pack` refuse.
        """
        return pack(self.back_up().backup, parent, self._desk.today(), language)

    def is_sound(self, backup: Backup) -> bool:
        """Whether a backup can be restored."""
        return self._desk.workspace.is_sound(backup)

    def check(self) -> tuple[Finding, ...]:
        """Everything that is wrong with the file; empty when it is sound."""
        return self._desk.workspace.check()

    # --- what unlocks it

    def change_passphrase(self, present: Unlock, passphrase: str) -> None:
        """Replace the wachtzin, by somebody who knows the present one or the herstelcode.

        Raises KnownErrors ``passphrase-wrong``, ``recovery-code-wrong`` ... of `keys.find_key`, ``passphrase-short``.
        """
        check_passphrase(passphrase)
        self._desk.workspace.require_secret(present)
        self._desk.workspace.set_passphrase(passphrase)

    def replace_forgotten_passphrase(self, passphrase: str) -> None:
        """Set a wachtzin in a workspace that was just opened by its herstelcode; KnownError ``passphrase-short``."""
        self._desk.workspace.set_passphrase(passphrase)

    def new_recovery_code(self, present: Unlock) -> str:
        """Replace the herstelcode, by somebody who knows the wachtzin; the new one is shown only now."""
        self._desk.workspace.require_secret(present)
        return self._desk.workspace.new_recovery_code()

    def require_secret(self, present: Unlock) -> None:
        """Make sure that somebody knows what unlocks the workspace; KnownErrors of `keys.find_key`."""
        self._desk.workspace.require_secret(present)

    def is_remembered(self, keyring: KeyringPort | None) -> bool:
        """Whether the keyring of this computer holds the key; a keyring that refuses holds nothing."""
        if keyring is None:
            return False
        try:
            return keyring.get(self._desk.workspace.id) is not None
        except KnownError:
            return False

    def remember(self, keyring: KeyringPort) -> None:
        """Keep the key in the keyring of this computer; KnownError ``keyring-refused``."""
        self._desk.workspace.remember(keyring)

    def forget(self, keyring: KeyringPort) -> None:
        """Take the key out of the keyring: the wachtzin is asked at the next start; KnownError ``keyring-refused``."""
        keyring.forget(self._desk.workspace.id)
