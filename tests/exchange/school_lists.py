"""Workbooks and CSV files as schools keep them, written for one test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

STUDENTS = (
    "studentnummer",
    "roepnaam",
    "tussenvoegsel",
    "achternaam",
    "opleiding",
    "variant",
    "fase",
    "cohort",
    "studiecoach",
    "school",
    "plaats",
    "mentor",
    "van",
    "tot en met",
    "groep",
    "eigen baan",
)
ANNA = (
    "500001",
    "Anna",
    "van den",
    "Berg",
    "pabo",
    "voltijd",
    "jaar 3",
    "2023-2024",
    "Ties Berkenlaan",
    "De Wilgenroos",
    "Zomerdam",
    "Mees Appelboom",
    "1-9-2025",
    "31-1-2026",
    "groep 5",
    "nee",
)

Rows = Sequence[Sequence[object]]


def sheet_of(book: Workbook, title: str, rows: Rows) -> Worksheet:
    """A sheet with these rows."""
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(list(row))
    return sheet


def workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with a sheet for each title."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet_of(book, title, rows)
    book.save(path)
    return path


def csv_file(path: Path, rows: Rows, separator: str = ";", encoding: str = "utf-8") -> Path:
    """A text file with a separator."""
    lines = [separator.join("" if cell is None else str(cell) for cell in row) for row in rows]
    path.write_text("\r\n".join(lines) + "\r\n", encoding=encoding)
    return path


def anna(**changes: object) -> tuple[object, ...]:
    """The row of Anna, with some cells changed; named as the headings, with _ for a space."""
    wanted = dict(zip(STUDENTS, ANNA, strict=True)) | {name.replace("_", " "): cell for name, cell in changes.items()}
    return tuple(wanted[heading] for heading in STUDENTS)
