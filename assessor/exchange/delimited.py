"""Text with a separator (CSV) as rows of cells, a block at a time; hostile until every row has been checked."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

from assessor.exchange.refusals import EMPTY, NO_CSV, NOT_UTF8, refused

Block = tuple[int, list[list[str]]]
"""Number of the first row, counted from 1, and some rows of cells."""

_ROWS = 20_000
_SEPARATORS = (";", "\t", ",")


def blocks(content: bytes, name: str) -> Iterator[Block]:
    """Every row of a text, empty ones too, so that a row's number is that of a spreadsheet.

    Args:
        content: UTF-8, with or without byte order mark; cells parted by comma, semicolon or tab.
        name: the file's own name, for refusals.

    Raises:
        KnownError: ``file-not-utf8``, ``table-empty``, ``row-unreadable``; the row is named.
    """
    text = _decoded(content, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, name), strict=True)
    first = 1
    while True:
        rows: list[list[str]] = []
        try:
            # What was read before a faulty row stays in the list, so that the row can be named.
            rows.extend(islice(reader, _ROWS))
        except csv.Error:
            raise refused(name, NO_CSV, first + len(rows)) from None
        if not rows:
            return
        yield first, rows
        first += len(rows)


def require_text(start: bytes, name: str) -> None:
    """Refuse (KnownError ``file-not-utf8``) what is clearly no text, judged by the beginning of a file."""
    try:
        start.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A sign may be cut in two at the end of the beginning.
        if error.start < len(start) - 4:
            raise refused(name, NOT_UTF8, start.count(b"\n", 0, error.start) + 1) from None
    if b"\0" in start:
        raise refused(name, NOT_UTF8, start.count(b"\n", 0, start.index(b"\0")) + 1)


def _decoded(content: bytes, name: str) -> str:
    if b"\0" in content:
        raise refused(name, NOT_UTF8, content.count(b"\n", 0, content.index(b"\0")) + 1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused(name, NOT_UTF8, content.count(b"\n", 0, error.start) + 1) from None


def _separator(text: str, name: str) -> str:
    """The sign that parts most cells of the first row that holds something."""
    header = next((line for line in io.StringIO(text) if line.strip(" \t\r\n,;")), None)
    if header is None:
        raise refused(name, EMPTY)
    bare = "".join(header[:100_000].split('"')[::2])
    return max(_SEPARATORS, key=bare.count) if any(sign in bare for sign in _SEPARATORS) else ","
