"""Sheets of workbooks, whatever they tell: a bold heading row, and text that is never a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, BinaryIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from assessor.domain.text import Language, Text
from assessor.paper.charts.shapes import Drawing
from assessor.reports.table_text import RISKY, clean

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ROW_HEIGHT = 15.0
"""Height of an empty row in points."""
_HIGHEST = 409.0
"""Height of a row in points that no spreadsheet exceeds."""
_A4 = 9
_LETTER = "Calibri"
"""What the library uses for every other cell."""
_DAY = "DD-MM-YYYY"
Value = Text | str | int | float | date | None


class Sheets:
    """A workbook that is being made, in one language."""

    def __init__(self, language: Language) -> None:
        from openpyxl import Workbook

        self._language = language
        self._book: Workbook = Workbook()
        self._book.properties.creator = "Assessor"
        self._first = True
        self._alternatives: list[str] = []

    def add(
        self, title: Text, headings: Sequence[Text], rows: Sequence[Sequence[Value]], widths: Sequence[int]
    ) -> None:
        """Add a sheet; `widths` are in signs, one a column."""
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.properties import PageSetupProperties

        sheet = self._sheet(title)
        for number, row in enumerate([list(headings), *rows], start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                written = value.say(self._language) if isinstance(value, Text) else value
                cell.value = clean(written, self._language) if isinstance(written, str) else written
                if isinstance(written, str):
                    # As text whatever it begins with: =, +, - and @ start nothing here.
                    cell.data_type = "s"
                    cell.quotePrefix = written.startswith(RISKY)
                elif isinstance(written, date):
                    cell.number_format = _DAY
                cell.alignment = Alignment(_beside(written), vertical="top", wrap_text=True)
                if number == 1:
                    cell.font = Font(name=_LETTER, size=11, bold=True)
            lines = max(map(self._lines, row, widths), default=1)
            if lines > 1:
                # Not every program finds out by itself how high a row must be.
                sheet.row_dimensions[number].height = min(_HIGHEST, _ROW_HEIGHT * lines)
        for column, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
        sheet.page_setup.paperSize, sheet.page_setup.orientation = _A4, "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = "1:1"

    def _lines(self, value: Value, width: int) -> int:
        """How many lines a cell takes in a column of so many signs."""
        words = value.say(self._language) if isinstance(value, Text) else value
        if not isinstance(words, str):
            return 1
        return sum(max(1, ceil(len(line) / max(1, width - 2))) for line in words.split("\n"))

    def add_pictures(self, title: Text, pictures: Sequence[tuple[Text, Drawing]]) -> None:
        """Add a sheet of drawings under each other, each with its name and in words what it shows."""
        from openpyxl.drawing.image import Image
        from openpyxl.styles import Alignment, Font

        from assessor.paper.charts.picture import SHARP, png

        sheet = self._sheet(title)
        sheet.column_dimensions["A"].width = 110
        row = 1
        for name, drawing in pictures:
            for words, bold in ((name, True), (drawing.alternative, False)):
                cell = sheet.cell(row, 1, clean(words.say(self._language), self._language))
                cell.data_type = "s"
                cell.quotePrefix = str(cell.value).startswith(RISKY)
                cell.font, cell.alignment = (
                    Font(name=_LETTER, size=11, bold=bold),
                    Alignment(vertical="top", wrap_text=True),
                )
                row += 1
            image = Image(BytesIO(png(drawing)))
            # As large as on paper: a workbook counts in dots of 1/96 inch.
            image.width, image.height = (round(side / SHARP * 96 / 72) for side in (image.width, image.height))
            sheet.add_image(image, f"A{row}")
            self._alternatives.append(drawing.alternative.say(self._language))
            row += int(drawing.height / _ROW_HEIGHT) + 3

    def _sheet(self, title: Text) -> Worksheet:
        sheet = self._book.worksheets[0] if self._first else self._book.create_sheet()
        self._first = False
        sheet.title = title.say(self._language)[:31]
        return sheet

    def save(self, target: BinaryIO) -> None:
        """Write the workbook; each picture says to a screen reader what it shows."""
        if not self._alternatives:
            self._book.save(target)
            return
        made, waiting = BytesIO(), iter(self._alternatives)
        self._book.save(made)
        with ZipFile(made) as before, ZipFile(target, "w", ZIP_DEFLATED) as after:
            for entry in before.infolist():
                content = before.read(entry)
                if entry.filename.startswith("xl/drawings/drawing"):
                    content = _described(content.decode(), waiting).encode()
                after.writestr(entry, content, ZIP_DEFLATED)


def _described(drawings: str, waiting: Iterator[str]) -> str:
    """The pictures of a sheet with what they show; openpyxl calls each of them Picture."""
    return re.sub(r'descr="Picture"', lambda _found: f"descr={quoteattr(next(waiting))}", drawings)


def _beside(value: object) -> str | None:
    """Days stand at the left, as text does: beside a text they would run into it."""
    return "left" if isinstance(value, date) else None
