"""One program at a time in a workspace: a lock of the operating system, and beside it who holds it.

The system lets go of the lock when the program ends, however it ends. The file that tells who holds it is taken away
on a proper close only, so finding it while the lock is free means that the last one did not end properly.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.storage.files import on_disk, write_whole

LOCK_NAME = "assessor.lock"
HOLDER_NAME = "assessor.holder"


class WorkspaceLock:
    """The lock on one workspace, held until `release`.

    Attributes:
        left_open: whether the last holder did not close properly.
    """

    def __init__(self, folder: Path, holder: str, at: datetime) -> None:
        """Take the lock, or refuse with KnownError ``workspace-locked`` that names who holds it.

        Args:
            folder: the workspace's folder.
            holder: who takes it, in words for the user, such as ``"het venster van Assessor"``.
            at: now.
        """
        self._holder_file = folder / HOLDER_NAME
        with on_disk():
            self._file: BinaryIO = (folder / LOCK_NAME).open("ab")
        if not _take(self._file):
            self._file.close()
            raise _locked(self._holder_file)
        try:
            self.left_open = self._holder_file.exists()
            note = {"holder": holder, "process": os.getpid(), "since": at.isoformat(timespec="seconds")}
            write_whole(self._holder_file, json.dumps(note, ensure_ascii=False).encode())
        except BaseException:
            self._file.close()
            raise

    def release(self, properly: bool = True) -> None:
        """Let go of the lock; with `properly` False the next one will see that the work was broken off."""
        if properly:
            with on_disk():
                self._holder_file.unlink(missing_ok=True)
        self._file.close()


def _take_on_windows(file: BinaryIO) -> bool:
    import msvcrt

    file.seek(0)
    try:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True


def _take_elsewhere(file: BinaryIO) -> bool:
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


_take: Callable[[BinaryIO], bool] = _take_on_windows if os.name == "nt" else _take_elsewhere


def _locked(holder_file: Path) -> KnownError:
    who, since = _read_holder(holder_file)
    return KnownError(
        "workspace-locked",
        Text(
            "Dit gegevensbestand is al geopend door {who}{since}.",
            "This workspace is already open in {who}{since}.",
        ).fill(who=who, since=since),
        Text("Sluit het daar en probeer het opnieuw.", "Close it there and try again."),
    )


def _read_holder(holder_file: Path) -> tuple[Text | str, Text | str]:
    """Who holds the lock and since when; the file may be half there or gone at this very moment."""
    try:
        note = json.loads(holder_file.read_bytes())
        when = datetime.fromisoformat(note["since"]).astimezone()
        stamp = f"{when:%d-%m-%Y %H:%M}"
        return str(note["holder"])[:80], Text(f" (sinds {stamp})", f" (since {stamp})")
    except (OSError, ValueError, KeyError, TypeError):
        return Text("een ander programma", "another program"), ""
