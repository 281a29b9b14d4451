"""To another computer: a folder to take along, and putting a backup back where there is no workspace yet."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from assessor.domain.errors import KnownError
from assessor.domain.text import Language, Text, day_text
from assessor.storage import backup as backups
from assessor.storage import header, restoring
from assessor.storage.backup import Backup
from assessor.storage.contents import Contents, contents
from assessor.storage.files import on_disk, write_whole
from assessor.storage.keys import Unlock, find_key

_NAME = Text("Assessor verhuizing {day}", "Assessor move {day}")
_LETTER_NAME = Text("Lees mij.txt", "Read me.txt")
_LETTER = Text(
    """Dit is je gegevensbestand van Assessor zoals het was op {day}. Alles is versleuteld.

Zo open je het op een andere laptop:
1. Installeer Assessor op die laptop en start het.
2. Kies Bestaand openen en wijs deze map aan.
3. Vul je wachtzin in, of je herstelcode.
4. Kijk of het klopt wat je ziet staan, en kies Terugzetten en openen.

Werk daarna alleen op de nieuwe laptop verder. Wat je op de oude nog doet, komt niet mee.
Wis deze map als alles op de nieuwe laptop staat.
""",
    """This is your Assessor workspace as it was on {day}. Everything in it is encrypted.

How to open it on another laptop:
1. Install Assessor on that laptop and start it.
2. Choose Open existing and point to this folder.
3. Enter your passphrase or your recovery code.
4. See whether what is shown is right, and choose Put back and open.

From then on work on the new laptop only. What you still do on the old one does not come along.
Delete this folder once everything is on the new laptop.
""",
)


def find_backups(folder: Path) -> list[Backup]:
    """The backups in a folder or just under it (a second place keeps a folder for each workspace), newest first."""
    found: list[Backup] = []
    with on_disk():
        places = [folder, *(one for one in folder.glob("*") if one.is_dir()), *folder.glob(f"*/{backups.FOLDER_NAME}")]
    for place in places:
        found += backups.list_backups(place)
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def look_inside(chosen: Backup, unlock: Unlock) -> Contents:
    """What a backup holds, for who knows the wachtzin or herstelcode of the moment that it was made.

    Raises KnownErrors ``backup-damaged``, ``header-damaged`` and those of `keys.find_key`.
    """
    key = find_key(header.read_header(chosen.key_file), unlock)
    if backups.verify(chosen, key):
        raise restoring.backup_damaged()
    return contents(chosen.path, key)


def put_back_elsewhere(folder: Path, chosen: Backup, unlock: Unlock, *, holder: str, at: datetime) -> None:
    """Make a workspace of a backup in a new or empty folder.

    Raises KnownErrors ``folder-not-empty``, ``disk-full``, ``read-only``, ``disk-failed`` and those of `look_inside`.
    """
    with on_disk():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise KnownError(
                "folder-not-empty",
                Text("Op deze plaats staat al iets.", "Something already stands in this place."),
                Text("Kies een nieuwe of lege map.", "Choose a new or empty folder."),
            )
    existed = folder.exists()
    try:
        restoring.restore(folder, chosen, unlock=unlock, holder=holder, at=at)
    except BaseException:
        _leave_as_it_was(folder, existed=existed)
        raise


def pack(made: Backup, parent: Path, day: date, language: Language) -> Path:
    """Put a backup and a letter that says how to open it in a new folder; answers the folder.

    Raises KnownErrors ``disk-full``, ``read-only``, ``disk-failed``, and ``second-place-missing`` as `copy_to` does.
    """
    name = _NAME.fill(day=f"{day:%Y-%m-%d}").say(language)
    folder, count = parent / name, 1
    while folder.exists():
        count += 1
        folder = parent / f"{name} ({count})"
    backups.copy_to(made, folder)
    letter = _LETTER.fill(day=day_text(day)).say(language)
    # Notepad reads UTF-8 with its mark and Windows' own ends of line everywhere.
    write_whole(folder / _LETTER_NAME.say(language), letter.replace("\n", "\r\n").encode("utf-8-sig"))
    return folder


def _leave_as_it_was(folder: Path, *, existed: bool) -> None:
    if folder.is_dir():
        for left in folder.iterdir():
            left.unlink(missing_ok=True)
        if not existed:
            folder.rmdir()
