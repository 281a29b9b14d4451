"""Files beside the database: written whole or not at all, and the disk's refusals in plain words."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessor.storage.failures import disk_failed, disk_full, place_missing, read_only

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def on_disk() -> Iterator[None]:
    """Turn the refusals of the disk into KnownErrors ``disk-full``, ``read-only`` or ``disk-failed``.

    A file that is not there stays a FileNotFoundError: only the caller knows what that means.
    """
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise disk_full() from None
        if error.errno in _REFUSED:
            raise read_only() from None
        raise disk_failed() from None


@contextmanager
def reachable() -> Iterator[None]:
    """Refuse a place on a drive or in a network that is not there with KnownError ``place-missing``."""
    try:
        yield
    except FileNotFoundError:
        raise place_missing() from None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one, never a part."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with on_disk():
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        settle(path.parent)


def settle(folder: Path) -> None:
    """Have the folder itself written to disk, where the system can do that (Windows cannot and need not)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
