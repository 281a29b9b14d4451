"""A file of the user's own: it appears once all of it is there, and one sentence says when its folder refuses it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Fill a file beside its place, in the block, and put it in its place once the block ended well and all is on disk.

    Raises:
        KnownError: ``cannot-write`` when the folder or the disk refuses; nothing is left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as target:
                yield target
                target.flush()
                os.fsync(target.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path) from error


def put(path: Path, write: Callable[[BinaryIO], object]) -> Path:
    """Have a function fill a file; answers its path (KnownError ``cannot-write``)."""
    with written(path) as target:
        write(target)
    return path


def cannot_write(path: Path) -> KnownError:
    """The refusal ``cannot-write``: no file can be put in this place."""
    return KnownError(
        "cannot-write",
        Text("Dit bestand kan hier niet worden opgeslagen.", "This file cannot be saved here."),
        Text(
            "Sluit het bestand als het open is, kies een andere map, of maak ruimte vrij op de schijf.",
            "Close the file if it is open, choose another folder, or free disk space.",
        ),
        same(path.name),
    )
