"""A file that is said to be a table: its bytes, once they are few enough and look like text or a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from assessor.exchange import delimited
from assessor.exchange.refusals import OLD_WORKBOOK, TOO_LARGE, UNREADABLE, refused

_BEGINNING: Final = 65_536
_ZIP: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0"


def content_of(path: Path, most_bytes: int) -> bytes:
    """The content of a file; never more than `most_bytes` and one are read.

    Raises:
        KnownError: ``file-unreadable``, ``file-too-large``, ``workbook-old``, ``file-not-utf8``.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_BEGINNING)
            content = start + file.read(most_bytes + 1 - len(start))
    except OSError:
        raise refused(path.name, UNREADABLE) from None
    if content.startswith(_OLD):
        raise refused(path.name, OLD_WORKBOOK)
    if not is_workbook(content):
        delimited.require_text(start, path.name)
    if len(content) > most_bytes:
        raise refused(path.name, TOO_LARGE)
    return content


def is_workbook(content: bytes) -> bool:
    """Whether it is packed as a workbook is; whether it is one shows when it is read."""
    return content.startswith(_ZIP)
