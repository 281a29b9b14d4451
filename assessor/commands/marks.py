"""Reading a sheet of marks from a CSV file, which is hostile until every row has been checked."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument
from assessor.domain.text import Text, same

MOST_BYTES: Final = 200_000
"""The largest sheet that is read; one of 36 criteria has 300 bytes."""

_HEADERS: Final = ({"criterion", "level"}, {"criterium", "niveau"})
_SHOWN: Final = 30


def read_marks(path: Path, instrument: Instrument) -> dict[str, str | None]:
    """The marks in a file, by criterion code; an empty level is a criterion that is not scored yet.

    Args:
        path: UTF-8, with or without byte order mark; columns ``criterion,level`` parted by comma, semicolon or tab.
        instrument: whose codes and scales the file must keep to.

    Raises:
        KnownError: the file cannot be read, or a row is not right; the row is named, counted from 1 with the header.
    """
    marks: dict[str, str | None] = {}
    first_row: dict[str, int] = {}
    for number, code, mark in _rows(path, _decoded(path)):
        model = instrument.model_of.get(code)
        if model is None:
            raise _refused(path, number, _unknown_criterion(code, instrument))
        if code in marks:
            raise _refused(path, number, _twice(code, first_row[code]))
        if mark and mark not in model.scale.marks:
            raise _refused(path, number, _unknown_level(code, mark, model.scale.marks))
        marks[code], first_row[code] = mark or None, number
    if not marks:
        raise KnownError(
            "sheet-empty", Text("Er staan geen scores in.", "It holds no scores."), _LAYOUT, same(path.name)
        )
    return marks


_LAYOUT: Final = Text(
    "Zet op de eerste regel criterion,level en daaronder per criterium een regel, zoals 1.1,V.",
    "Put criterion,level on the first row and below it a row per criterion, such as 1.1,V.",
)

_Fault = tuple[str, Text, Text]


def _decoded(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise KnownError(
            "file-unreadable",
            Text("Het bestand kan niet worden geopend.", "The file cannot be opened."),
            Text("Controleer de naam en of je het bestand mag lezen.", "Check the name and whether you may read it."),
            same(path.name),
        ) from None
    if len(content) > MOST_BYTES:
        raise KnownError(
            "file-too-large",
            Text("Dit bestand is te groot voor een scorelijst.", "This file is too large for a sheet."),
            _LAYOUT,
            same(path.name),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise _refused(path, row, _NOT_UTF8) from None


def _rows(path: Path, text: str) -> Iterator[tuple[int, str, str]]:
    """Row number, criterion and level of each row but the header; empty rows are passed over."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = next((sign for sign in ("\t", ";", ",") if sign in header), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: tuple[int, int] | None = None
    number = 0
    while True:
        # A quoted cell may hold line ends, so a row begins on the line after the last one that was read.
        number = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error:
            raise _refused(path, number, _NO_CSV) from None
        if row is None:
            return
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if columns is None:
            columns = _columns(path, number, cells)
            continue
        while len(cells) > 2 and not cells[-1]:
            cells.pop()
        if len(cells) != 2:
            raise _refused(path, number, _NOT_TWO)
        yield number, cells[columns[0]], cells[columns[1]]


def _columns(path: Path, number: int, cells: list[str]) -> tuple[int, int]:
    names = [cell.casefold() for cell in cells if cell]
    for header in _HEADERS:
        if len(names) == 2 and set(names) == header:
            first = 0 if names[0].startswith("criteri") else 1
            return first, 1 - first
    raise _refused(path, number, _NO_HEADER)


def _refused(path: Path, row: int, fault: _Fault) -> KnownError:
    code, what, cure = fault
    where = Text("{name}, rij {row}", "{name}, row {row}").fill(name=path.name, row=row)
    return KnownError(code, what, cure, where)


_NOT_UTF8: Final = (
    "file-not-utf8",
    Text("Deze tekst is niet als UTF-8 opgeslagen.", "This text was not saved as UTF-8."),
    Text("Sla het bestand op als CSV UTF-8.", "Save the file as CSV UTF-8."),
)
_NO_CSV: Final = (
    "row-unreadable",
    Text("Deze rij is geen goede CSV.", "This row is no proper CSV."),
    Text("Kijk of een aanhalingsteken niet is gesloten.", "See whether a quotation mark was not closed."),
)
_NOT_TWO: Final = (
    "row-not-two-cells",
    Text("Deze rij heeft niet precies twee waarden.", "This row does not have exactly two values."),
    Text("Zet er een code en een niveau neer, zoals 1.1,V.", "Put a code and a level there, such as 1.1,V."),
)
_NO_HEADER: Final = (
    "header-missing",
    Text("De kolomnamen criterion,level ontbreken.", "The column names criterion,level are missing."),
    _LAYOUT,
)


def _unknown_criterion(code: str, instrument: Instrument) -> _Fault:
    near = get_close_matches(code[:_SHOWN], list(instrument.criteria), n=1)
    example = near[0] if near else next(iter(instrument.criteria))
    return (
        "criterion-unknown",
        Text("Dit instrument heeft geen criterium ‘{code}’.", "This instrument has no criterion ‘{code}’.").fill(
            code=_short(code)
        ),
        Text(
            "Gebruik een code van het formulier, zoals {example}; een rekenblad maakt er soms een datum van.",
            "Use a code of the form, such as {example}; a spreadsheet sometimes turns it into a date.",
        ).fill(example=example),
    )


def _twice(code: str, row: int) -> _Fault:
    return (
        "criterion-twice",
        Text("Criterium {code} staat ook al in rij {row}.", "Criterion {code} stands in row {row} already.").fill(
            code=code, row=row
        ),
        Text("Laat één van de twee rijen staan.", "Keep one of the two rows."),
    )


def _unknown_level(code: str, mark: str, marks: tuple[str, ...]) -> _Fault:
    return (
        "level-unknown",
        Text("Criterium {code} heeft geen niveau ‘{mark}’.", "Criterion {code} has no level ‘{mark}’.").fill(
            code=code, mark=_short(mark)
        ),
        Text("Kies uit {marks}.", "Choose from {marks}.").fill(marks=", ".join(marks)),
    )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
