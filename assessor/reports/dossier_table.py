"""Chosen dossiers as CSV the way Dutch spreadsheets open it: UTF-8 with its mark, semicolons, days as dd-mm-jjjj.

One file holds one table, so there are two kinds: a row per dossier, or a row per criterion.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from assessor.domain.instrument import Instrument
from assessor.domain.record import Record
from assessor.domain.text import Language, Text
from assessor.reports.criterion_columns import CRITERION_COLUMNS, criterion_lines
from assessor.reports.dossier_columns import Cell, dossier_columns
from assessor.reports.table_text import RISKY, clean

Rows = Literal["dossiers", "criteria"]


class DossierTable:
    """A CSV file that is being written in a private folder.

    Args:
        folder: where it grows, on the disk that it will stand on.
        instruments: those of the dossiers that will come.
        language: of headings and of the words of the form.
        rows: a row per dossier or a row per criterion.
    """

    def __init__(
        self, folder: Path, instruments: Sequence[Instrument], language: Language, rows: Rows = "dossiers"
    ) -> None:
        self._language, self._rows = language, rows
        self._part = folder / "table.csv"
        # The mark of UTF-8 is what tells a spreadsheet that these are not the letters of an older Windows.
        self._file = self._part.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, delimiter=";")
        self._columns = dossier_columns(instruments)
        headings = self._columns if rows == "dossiers" else CRITERION_COLUMNS
        self._writer.writerow([column.heading.say(language) for column in headings])

    def add(self, record: Record) -> None:
        """Add a dossier."""
        if self._rows == "dossiers":
            self._writer.writerow([self._cell(column.value(record)) for column in self._columns])
            return
        for line in criterion_lines(record):
            self._writer.writerow([self._cell(column.value(line)) for column in CRITERION_COLUMNS])

    def finish(self, target: Path, made_at: datetime) -> None:  # noqa: ARG002 - a workbook says when it was made
        """Put the file in its place; OSError when the disk refuses."""
        self._file.close()
        self._part.replace(target)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; what was not finished goes with its folder."""
        self._file.close()

    def _cell(self, value: Cell) -> str:
        if value is None:
            return ""
        if isinstance(value, int):
            return str(value)
        if isinstance(value, date):
            return f"{value:%d-%m-%Y}"
        words = clean(value.say(self._language) if isinstance(value, Text) else value, self._language)
        # CSV has no way to say that a cell is text: the apostrophe is the one that spreadsheets know.
        return f"'{words}" if words.startswith(RISKY) else words
