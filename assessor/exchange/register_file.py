"""Students, organisations and assessors from a CSV file or a workbook: what each row says, or why it cannot be read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assessor.domain.text import Text, same
from assessor.exchange import delimited, spreadsheet
from assessor.exchange.refusals import Fault, letters, refused, shown
from assessor.exchange.register_columns import Columns, Field, Kind, recognise
from assessor.exchange.register_refusals import (
    COLUMN_NEEDED,
    COLUMNS_HIDDEN,
    COLUMNS_OTHER,
    ERROR_CELL,
    FILE_WHERE,
    FORMULA_CELL,
    HIDDEN_ROW,
    LONG_CELL,
    MERGED_CELLS,
    NO_HEADINGS,
    NOTHING,
    ROW_WIDE,
    SHEET_HIDDEN,
    SHEET_UNKNOWN,
    SHEET_WHERE,
    TWO_CELLS,
)
from assessor.exchange.spreadsheet import Sheet
from assessor.exchange.table_file import content_of, is_workbook

MOST_BYTES: Final = 40_000_000
"""The largest file that is read; a hundred thousand students take some 20 million bytes."""
MOST_SIGNS: Final = 200
"""Characters of a cell; a name or a group is shorter."""
EXPLANATIONS: Final = ("Toelichting", "Explanation")
"""Sheets of the template that explain the others."""
_MOST_NAMED: Final = 8

_NOTHING_SAID = frozenset({"-", "–", "—", "n.v.t.", "nvt", "n.v.t", "n/a", "nvt."})
_ERROR_WORDS = (
    "#N/A #N/B #REF! #VERW! #VALUE! #WAARDE! #DIV/0! #DEEL/0! #NAME? #NAAM? #NULL! #LEEG! #NUM! #GETAL! #####"
)
_ERRORS = frozenset(_ERROR_WORDS.split())


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row is not taken over.

    Attributes:
        fault: What is wrong, and the cure.
        column: The column that is meant, counted from 0; None when it is the whole row.
    """

    fault: Fault
    column: int | None = None

    @property
    def letters(self) -> str:
        """The column as a spreadsheet calls it, "" for the whole row."""
        return "" if self.column is None else letters(self.column)


@dataclass(frozen=True, slots=True)
class Line:
    """One filled row.

    Attributes:
        row: Its number, counted from 1 as a spreadsheet counts.
        cells: What it says by field, as text in one line; empty cells are left out.
        refusal: Why it cannot be read, or None.
    """

    row: int
    cells: Mapping[Field, str]
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, or a CSV file.

    Attributes:
        sheet: Its name, "" for a CSV file.
        columns: What it lists, and where.
        headings: The row of the headings.
        lines: Its filled rows under the headings.
        starts_1904: How its bare numbers count days (see `register_days.day_of`).
    """

    sheet: str
    columns: Columns
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    starts_1904: bool = False

    @property
    def kind(self) -> Kind:
        """What it lists."""
        return self.columns.kind

    def column_of(self, field: Field) -> int | None:
        """The first column of a field, counted from 0."""
        return next(iter(self.columns.places.get(field, ())), None)

    def heading_of(self, field: Field) -> str:
        """The heading of a field's first column, "" when there is none."""
        column = self.column_of(field)
        return "" if column is None else self.headings[column]


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """What a file says.

    Attributes:
        name: Its own name, without its folder.
        tables: Its sheets that were understood, in their order.
        notices: What was not read, in words.
    """

    name: str
    tables: tuple[Table, ...]
    notices: tuple[Text, ...]


def read_register(path: Path) -> RegisterFile:
    """Read students, organisations and assessors; the headings tell which, and may stand below a title.

    Args:
        path: CSV (UTF-8; comma, semicolon or tab) or XLSX, told apart by their content.

    Raises:
        KnownError: the file cannot be read, or nothing in it was recognised.
    """
    content = content_of(path, MOST_BYTES)
    if not content.strip(b" \t\r\n,;\xef\xbb\xbf"):
        raise refused(path.name, NOTHING)
    if is_workbook(content):
        return _understood(path.name, spreadsheet.sheets(content, path.name), ragged=True)
    rows = [row for _first, block in delimited.blocks(content, path.name) for row in block]
    return _understood(path.name, [Sheet(path.stem, hidden=False, rows=rows)], ragged=False)


def _understood(name: str, sheets: list[Sheet], *, ragged: bool) -> RegisterFile:
    tables: list[Table] = []
    notices: list[Text] = []
    for sheet in sheets:
        if sheet.hidden:
            notices.append(SHEET_HIDDEN.fill(sheet=shown(sheet.title)))
            continue
        columns = recognise(sheet.title, sheet.rows, sheet.hidden_columns)
        if columns is None:
            if sheet.title not in EXPLANATIONS:
                notices.append(SHEET_UNKNOWN.fill(sheet=shown(sheet.title)))
            continue
        if columns.missing is not None:
            place = f"{name}, {shown(sheet.title)}" if ragged else name
            raise refused(place, COLUMN_NEEDED.filled(column=columns.missing.word), columns.row)
        where = SHEET_WHERE.fill(sheet=shown(sheet.title)) if ragged else FILE_WHERE
        notices += _not_read(sheet, columns, where)
        title = sheet.title if ragged else ""
        lines = tuple(_lines(sheet, columns, ragged))
        tables.append(Table(title, columns, tuple(sheet.rows[columns.row - 1]), lines, sheet.starts_1904))
    if not tables:
        raise refused(name, NO_HEADINGS if sheets else NOTHING)
    return RegisterFile(name, tuple(tables), tuple(notices))


def _not_read(sheet: Sheet, columns: Columns, where: Text) -> Iterator[Text]:
    """The headings that mean nothing here, and the columns that are hidden."""
    header = sheet.rows[columns.row - 1]
    hidden = [place for place in sorted(sheet.hidden_columns) if place < len(header) and header[place].strip()]
    if hidden:
        words = ", ".join(f"{letters(place)} ({shown(header[place])})" for place in hidden[:_MOST_NAMED])
        yield COLUMNS_HIDDEN.fill(where=where, columns=words)
    if columns.others:
        names = [shown(heading) for heading in columns.others.values()]
        more = same(", …") if len(names) > _MOST_NAMED else same("")
        yield COLUMNS_OTHER.fill(where=where, columns=same(", ".join(names[:_MOST_NAMED])) + more)


def _lines(sheet: Sheet, columns: Columns, ragged: bool) -> Iterator[Line]:
    """The rows under the headings that say something in the columns that were recognised."""
    header = sheet.rows[columns.row - 1]
    read = {place for places in columns.places.values() for place in places}
    merged = _merged_rows(sheet, columns.row, read)
    computed: dict[int, int] = {row: place for row, place in sorted(sheet.formulas, reverse=True) if place in read}
    single = [(field, places[0]) for field, places in columns.places.items() if len(places) == 1]
    several = [(field, places) for field, places in columns.places.items() if len(places) > 1]
    for number, row in enumerate(sheet.rows[columns.row :], start=columns.row + 1):
        width = len(row)
        cells = {field: said for field, place in single if place < width and (said := said_in(row[place]))}
        trouble: Refusal | None = None
        for field, places in several:
            said, differs = _one_of(row, places)
            trouble = trouble or differs
            if said:
                cells[field] = said
        if (not cells and number not in computed) or row == header:
            continue
        if number in sheet.hidden_rows:
            trouble = Refusal(HIDDEN_ROW)
        elif number in merged:
            trouble = Refusal(MERGED_CELLS, merged[number])
        elif number in computed:
            trouble = Refusal(FORMULA_CELL, computed[number])
        elif not ragged and any(cell.strip() for cell in row[len(header) :]):
            trouble = Refusal(ROW_WIDE)
        yield Line(number, cells, trouble or _unfit(cells, columns))


def _one_of(row: list[str], places: tuple[int, ...]) -> tuple[str, Refusal | None]:
    """What several columns of one field say together."""
    said = {words: place for place in reversed(places) if place < len(row) and (words := said_in(row[place]))}
    if len(said) > 1:
        names = " / ".join(letters(place) for place in sorted(said.values()))
        return "", Refusal(TWO_CELLS.filled(columns=names), min(said.values()))
    return next(iter(said), ""), None


def _unfit(cells: Mapping[Field, str], columns: Columns) -> Refusal | None:
    for field, said in cells.items():
        if len(said) > MOST_SIGNS:
            return Refusal(LONG_CELL.filled(most=MOST_SIGNS), columns.places[field][0])
        if said[0] == "#" and said.upper() in _ERRORS:
            return Refusal(ERROR_CELL, columns.places[field][0])
    return None


def _merged_rows(sheet: Sheet, header: int, read: Iterable[int]) -> dict[int, int]:
    """Rows under the headings that hold merged cells, each with its first merged column that is read."""
    found: dict[int, int] = {}
    reached = header
    for first, last, left, right in sorted(sheet.merged):
        column = next((place for place in sorted(read) if left <= place <= right), None)
        if column is None:
            continue
        for row in range(max(first, reached + 1), min(last, len(sheet.rows)) + 1):
            found[row] = column
        reached = max(reached, min(last, len(sheet.rows)))
    return found


def said_in(cell: str) -> str:
    """A cell on one line: spaces of any kind made one, accents composed, signs that cannot be seen left out."""
    if not cell:
        return ""
    if not (cell.isascii() and cell.isprintable()):
        visible = (sign for sign in unicodedata.normalize("NFC", cell) if unicodedata.category(sign) != "Cf")
        cell = "".join(sign if sign.isprintable() else " " for sign in visible)
    if "  " in cell or cell[:1] == " " or cell[-1:] == " ":
        cell = " ".join(cell.split())
    return "" if len(cell) <= 6 and cell.casefold() in _NOTHING_SAID else cell
