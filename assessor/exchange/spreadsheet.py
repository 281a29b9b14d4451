"""A workbook (XLSX) as rows of cells; hostile until checked: size, entities, formulas, merged cells, several sheets."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from assessor.exchange.refusals import (
    EMPTY,
    FORMULA,
    MERGED,
    NO_WORKBOOK,
    ROWS_DISORDERED,
    SHEETS_SEVERAL,
    TOO_LARGE,
    refused,
)

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_UNPACKED = 200_000_000
"""Bytes of all parts of a workbook together; zipfile never unpacks more of a part than it declares."""
MOST_PARTS = 2_000
MOST_CELLS = 6_000_000
"""Cells of a sheet, gaps included: what stands in the last column of every row would fill the memory with nothing."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*[\"']([A-Z]{1,3}(\d{1,7}):[A-Z]{1,3}\d{1,7})[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])([^<>]*)")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"'](\d{1,7})")
_HIDDEN = rb"(?=[^<>]*\shidden\s*=\s*[\"'](?:1|true)[\"'])"
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row" + _HIDDEN + rb"[^<>]*?\sr\s*=\s*[\"'](\d{1,7})[\"']")
_HIDDEN_COLUMNS = re.compile(rb"<(?:\w+:)?col" + _HIDDEN + rb"([^<>]*)")
_FROM_TO = re.compile(rb"\s(min|max)\s*=\s*[\"'](\d{1,5})[\"']")
_LAST_COLUMN = 16_384
_ZEROS = re.compile("0{2,30}")
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with what is peculiar to it; rows are counted from 1, columns from 0.

    Attributes:
        title: Its name.
        hidden: Whether the user who opens the workbook does not see it.
        rows: Its rows up to the last filled one, from row 1, as text, each without the empty cells at its end.
        formulas: Cells that hold a formula, as row and column.
        merged: Merged cells as first row, last row, first column and last column.
        hidden_rows: Rows that are hidden, by hand or by a filter.
        hidden_columns: Columns that are hidden.
        starts_1904: Whether its days are counted from 1 January 1904, as on old Macintoshes.
    """

    title: str
    hidden: bool
    rows: list[_Row]
    formulas: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    starts_1904: bool = False


def sheets(content: bytes, name: str) -> list[Sheet]:
    """Every sheet that holds something, in the order of the workbook, with its formulas, merged and hidden cells.

    Args:
        content: the workbook.
        name: the file's own name, for refusals.

    Raises:
        KnownError: ``workbook-unreadable``, ``file-too-large``.
    """
    layouts = _layouts(content, name)
    found: list[Sheet] = []
    with warnings.catch_warnings():
        # openpyxl warns of styles and checks that it passes over; they hold nothing to read.
        warnings.simplefilter("ignore")
        for sheet in _sheets(content, name):
            formulas: list[tuple[int, int]] = []
            filled = _filled(sheet, name, formulas)
            if not filled:
                continue
            # Which part of the file a sheet is, openpyxl tells nowhere else.
            part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
            layout = layouts.get(part, _Layout())
            found.append(
                Sheet(
                    str(sheet.title),
                    sheet.sheet_state != "visible",
                    filled,
                    frozenset(formulas),
                    layout.merged,
                    layout.hidden_rows,
                    layout.hidden_columns,
                    sheet.parent.epoch.year == 1904,
                )
            )
    return found


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


@dataclass(frozen=True, slots=True)
class _Layout:
    """What openpyxl passes over when it reads a sheet row by row."""

    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    first_merged: tuple[str, int] | None = field(default=None)
    """The first merged cells as the sheet calls them, and their row."""


def _require_sound_parts(content: bytes, name: str) -> None:
    """Refuse what unpacks to too much, and cells that are merged, which would hide what the others mean."""
    first = next((one.first_merged for one in _layouts(content, name).values() if one.first_merged), None)
    if first is not None:
        raise refused(name, MERGED.filled(cells=first[0]), first[1])


def _layouts(content: bytes, name: str) -> dict[str, _Layout]:
    """The layout of each sheet by the name of its part; what unpacks to too much is refused before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            listing = parts.infolist()
            if len(listing) > MOST_PARTS or sum(part.file_size for part in listing) > MOST_UNPACKED:
                raise refused(name, TOO_LARGE)
            found = [part for part in listing if part.filename.startswith("xl/worksheets/")]
            return {part.filename: _layout(parts.read(part), name) for part in found}
    except _DAMAGED:
        raise refused(name, NO_WORKBOOK) from None


def _layout(part: bytes, name: str) -> _Layout:
    _require_order(part, name)
    found = list(_MERGED.finditer(part))
    columns: set[int] = set()
    for attributes in _HIDDEN_COLUMNS.findall(part):
        places = {key: int(number) for key, number in _FROM_TO.findall(attributes)}
        last = min(places.get(b"max", 0), _LAST_COLUMN)
        columns |= set(range(places.get(b"min", 1) - 1, last))
    return _Layout(
        tuple(_corners(one[1].decode()) for one in found),
        frozenset(int(row) for row in _HIDDEN_ROW.findall(part)),
        frozenset(columns),
        (found[0][1].decode(), int(found[0][2])) if found else None,
    )


def _require_order(part: bytes, name: str) -> None:
    """Refuse rows that do not ascend: openpyxl passes over what stands below a later row."""
    last = 0
    for attributes in _ROW.findall(part):
        said = _NUMBER.search(attributes)
        number = int(said[1]) if said is not None else last + 1
        if number <= last:
            raise refused(name, ROWS_DISORDERED, number)
        last = number


def _corners(cells: str) -> tuple[int, int, int, int]:
    """First row, last row, first column and last column of cells such as B2:C4."""
    from openpyxl.utils.cell import range_boundaries

    first_column, first_row, last_column, last_row = (int(edge or 1) for edge in range_boundaries(cells))
    return first_row, last_row, first_column - 1, last_column - 1


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


def _filled(sheet: ReadOnlyWorksheet, name: str, formulas: list[tuple[int, int]] | None = None) -> list[_Row]:
    """The rows of a sheet up to its last filled one; empty when none is filled.

    Args:
        sheet: the sheet.
        name: the file's own name, for refusals.
        formulas: takes the places of formulas, whose cells then read as empty; without it a formula is refused.
    """
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
        texts = [_text(cell.value) for cell in line] if formulas is None else [_shown(cell) for cell in line]
        computed = [place for place, cell in enumerate(line) if cell.data_type == "f"]
        for place in computed:
            if formulas is None:
                raise refused(name, FORMULA, len(found) + 1, place)
            formulas.append((len(found) + 1, place))
            texts[place] = ""
        found.append(_bare(texts))
        last = len(found) if found[-1] or computed else last


def _shown(cell: ReadOnlyCell | EmptyCell) -> str:
    """A cell's text, a number with the leading zeros that its format shows: 0012345."""
    text = _text(cell.value)
    if type(cell.value) is int and (zeros := _ZEROS.fullmatch(cell.number_format)):
        return text.zfill(len(zeros[0]))
    return text


def _bare(cells: _Row) -> _Row:
    """The row without the empty cells at its end."""
    size = len(cells)
    while size and not cells[size - 1].strip():
        size -= 1
    return cells[:size]


def _text(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
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
