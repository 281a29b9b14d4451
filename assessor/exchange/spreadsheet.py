"""A workbook (XLSX) as rows of cells; hostile until checked: size, entities, formulas, merged cells, several sheets."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from assessor.exchange.refusals import (
    EMPTY,
    FORMULA,
    MERGED,
    NO_WORKBOOK,
    SHEETS_SEVERAL,
    TOO_LARGE,
    refused,
)

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_UNPACKED = 200_000_000
"""Bytes of all parts of a workbook together; zipfile never unpacks more of a part than it declares."""
MOST_PARTS = 2_000
MOST_CELLS = 6_000_000
"""Cells of a sheet, gaps included: what stands in the last column of every row would fill the memory with nothing."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']([A-Z]{1,3}(\d{1,7}):[A-Z]{1,3}\d{1,7})[\"']")
_DAMAGED = (
    # openpyxl has no error of its own: a damaged or hostile part surfaces as whatever it stumbles over.
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)

_Row = list[str]


def rows(content: bytes, name: str) -> list[_Row]:
    """The rows of the only sheet that holds something, from row 1, as text of one width; numbers at full precision.

    Args:
        content: the workbook.
        name: the file's own name, for refusals.

    Raises:
        KnownError: ``workbook-unreadable``, ``file-too-large``, ``cells-merged``, ``cell-formula``,
            ``sheets-several``, ``table-empty``.
    """
    _require_sound_parts(content, name)
    found: list[_Row] = []
    with warnings.catch_warnings():
        # openpyxl warns of styles and checks that it passes over; they hold no ratings.
        warnings.simplefilter("ignore")
        for sheet in _sheets(content, name):
            filled = _filled(sheet, name)
            if filled and found:
                raise refused(name, SHEETS_SEVERAL)
            found = found or filled
    if not found:
        raise refused(name, EMPTY)
    width = max(map(len, found))
    if width * len(found) > MOST_CELLS:
        raise refused(name, TOO_LARGE)
    return [[*row, *[""] * (width - len(row))] for row in found]


def _require_sound_parts(content: bytes, name: str) -> None:
    """Refuse what unpacks to too much, and cells that are merged, which would hide what the others mean."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            listing = parts.infolist()
            if len(listing) > MOST_PARTS or sum(part.file_size for part in listing) > MOST_UNPACKED:
                raise refused(name, TOO_LARGE)
            sheets = [part for part in listing if part.filename.startswith("xl/worksheets/")]
            merged = next((found for part in sheets if (found := _MERGED.search(parts.read(part)))), None)
    except _DAMAGED:
        raise refused(name, NO_WORKBOOK) from None
    if merged is not None:
        raise refused(name, MERGED.filled(cells=merged[1].decode()), int(merged[2]))


def _sheets(content: bytes, name: str) -> Iterator[ReadOnlyWorksheet]:
    workbook = _opened(content, name)
    try:
        for sheet in workbook.worksheets:
            # What a sheet says about its own size is not to be trusted.
            sheet.reset_dimensions()
            yield sheet
    finally:
        workbook.close()


def _opened(content: bytes, name: str) -> Workbook:
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    except _DAMAGED:
        raise refused(name, NO_WORKBOOK) from None


def _filled(sheet: ReadOnlyWorksheet, name: str) -> list[_Row]:
    """The rows of a sheet up to its last filled one; empty when none is filled."""
    found: list[_Row] = []
    cells, last = 0, 0
    lines: Iterator[tuple[Any, ...]] = iter(sheet.rows)
    while True:
        try:
            line = next(lines, None)
        except _DAMAGED:
            raise refused(name, NO_WORKBOOK) from None
        if line is None:
            return found[:last]
        cells += len(line) + 1
        if cells > MOST_CELLS:
            raise refused(name, TOO_LARGE, len(found) + 1)
        formula = next((place for place, cell in enumerate(line) if cell.data_type == "f"), None)
        if formula is not None:
            raise refused(name, FORMULA, len(found) + 1, formula)
        found.append(_bare([_text(cell.value) for cell in line]))
        last = len(found) if found[-1] else last


def _bare(cells: _Row) -> _Row:
    """The row without the empty cells at its end."""
    size = len(cells)
    while size and not cells[size - 1].strip():
        size -= 1
    return cells[:size]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
