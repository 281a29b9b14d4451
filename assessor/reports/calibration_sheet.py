"""Sheets of the workbooks of calibration: a bold heading row, and text that is never a formula."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.text import Language, Text
from assessor.paper.charts.shapes import Drawing
from assessor.reports.table_text import RISKY, clean

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ROW_HEIGHT = 15.0
"""Height of an empty row in points."""
Value = Text | str | int | float | None


class Sheets:
    """A workbook that is being made, in one language."""

    def __init__(self, language: Language) -> None:
        from openpyxl import Workbook

        self._language = language
        self._book: Workbook = Workbook()
        self._book.properties.creator = "Assessor"
        self._first = True

    def add(
        self, title: Text, headings: Sequence[Text], rows: Sequence[Sequence[Value]], widths: Sequence[int]
    ) -> None:
        """Add a sheet; `widths` are in signs, one a column."""
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter

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
                cell.alignment = Alignment(vertical="top", wrap_text=True)
                if number == 1:
                    cell.font = Font(bold=True)
        for column, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.freeze_panes = "A2"

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
                cell.font, cell.alignment = Font(bold=bold), Alignment(vertical="top", wrap_text=True)
                row += 1
            image = Image(BytesIO(png(drawing)))
            image.width, image.height = image.width // SHARP, image.height // SHARP
            sheet.add_image(image, f"A{row}")
            row += int(drawing.height / _ROW_HEIGHT) + 3

    def _sheet(self, title: Text) -> Worksheet:
        sheet = self._book.worksheets[0] if self._first else self._book.create_sheet()
        self._first = False
        sheet.title = title.say(self._language)[:31]
        return sheet

    def save(self, target: BinaryIO) -> None:
        """Write the workbook."""
        self._book.save(target)
