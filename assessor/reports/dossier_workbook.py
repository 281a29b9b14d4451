"""Chosen dossiers as a workbook: a row per dossier, a row per criterion, what each column means, and the instruments.

Rows are written as they come, so memory does not grow with their number. The library keeps the sheets as loose files
until the workbook is saved; they come in the folder that the caller gives, because they hold everything in clear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

import assessor
from assessor.domain.instrument import Instrument
from assessor.domain.record import Record
from assessor.domain.text import Language, Text, same
from assessor.reports.criterion_columns import CRITERION_COLUMNS, INSTRUMENT_COLUMNS, criterion_lines, level_lines
from assessor.reports.dossier_columns import Cell, Column, dossier_columns
from assessor.reports.table_text import IN_CLEAR, RISKY, clean

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

Line = TypeVar("Line")

_ACCENT = "14586B"
_A4 = 9
LINE_POINTS = 15
"""Height of a line, in points."""
WIDEST_PAGE = 300
"""Signs that can still be read when a sheet is printed as wide as its page."""

DOSSIERS = Text("Dossiers", "Dossiers")
CRITERIA = Text("Criteria", "Criteria")
LEGEND = Text("Uitleg", "Legend")
INSTRUMENTS = Text("Instrumenten", "Instruments")


class DossierWorkbook:
    """A workbook that is being written; leaving it without `finish` leaves nothing behind.

    Args:
        folder: a private folder on the same disk, for the sheets while they are written.
        instruments: those of the dossiers that will come.
        language: of headings, explanations and the words of the form; what people wrote stays as they wrote it.
    """

    def __init__(self, folder: Path, instruments: Sequence[Instrument], language: Language) -> None:
        from openpyxl import Workbook

        self._language, self._instruments, self._folder = language, instruments, folder
        self._book: Workbook = Workbook(write_only=True)
        self._book.properties.creator = "Assessor"
        columns = dossier_columns(instruments)
        self._dossiers = self._sheet(DOSSIERS, columns)
        self._criteria = self._sheet(CRITERIA, CRITERION_COLUMNS)
        self._legend = self._sheet(LEGEND, _LEGEND_COLUMNS)
        self._texts = self._sheet(INSTRUMENTS, INSTRUMENT_COLUMNS)

    def add(self, record: Record) -> None:
        """Add a dossier with its criteria."""
        self._dossiers.append(record)
        for line in criterion_lines(record):
            self._criteria.append(line)

    def finish(self, target: Path, made_at: datetime) -> None:
        """Write legend and instruments, and save the workbook; OSError when the disk refuses."""
        for line in self._legend_lines(made_at):
            self._legend.append(line)
        for instrument in self._instruments:
            for level in level_lines(instrument):
                self._texts.append(level)
        for sheet in self._sheets:
            sheet.close()
        self._book.save(target)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close what is still open; the loose sheets go with their folder."""
        for sheet in self._sheets:
            with suppress(OSError, StopIteration):  # The second once the disk refused a part: nothing waits for more.
                sheet.discard()

    @property
    def _sheets(self) -> tuple[_Sheet[Any], ...]:
        return self._dossiers, self._criteria, self._legend, self._texts

    def _sheet(self, title: Text, columns: Sequence[Column[Line]]) -> _Sheet[Line]:
        bare = self._book.create_sheet(title.say(self._language))
        return _Sheet(bare, columns, self._language, self._folder / f"{len(self._book.worksheets)}.xml")

    def _legend_lines(self, made_at: datetime) -> Iterator[_Legend]:
        rows = self._dossiers.rows
        yield _Legend(None, Text("Gemaakt op", "Made on"), _moment(made_at))
        yield _Legend(None, Text("Gemaakt met", "Made with"), same(f"Assessor {assessor.__version__}"))
        yield _Legend(None, Text("Aantal dossiers", "Number of dossiers"), same(str(rows)))
        yield _Legend(None, Text("Let op", "Note"), IN_CLEAR)
        yield _Legend(None, Text("Voorlopig", "Provisional"), _PROVISIONAL)
        yield _Legend(None, Text("Oefendossier", "Practice dossier"), _PRACTICE)
        for title, sheet in ((DOSSIERS, self._dossiers), (CRITERIA, self._criteria), (INSTRUMENTS, self._texts)):
            for column in sheet.columns:
                yield _Legend(title, column.heading, column.meaning)


class _Sheet(Generic[Line]):
    """One sheet under its header; `rows` counts what stands below it.

    Cells that need a look of their own are made once for a column and used again in every row: each is on its way to
    the file before the next row comes.
    """

    def __init__(
        self,
        bare: Any,  # noqa: ANN401 - the library's description leaves out what it takes over from plain worksheets
        columns: Sequence[Column[Line]],
        language: Language,
        part: Path,
    ) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment

        self.columns, self.rows = columns, 0
        self._bare, self._language, self._part = bare, language, part
        self._days, self._counts, self._texts, self._quoted = (
            [WriteOnlyCell(bare) for _ in columns] for _kind in range(4)
        )
        top, left = Alignment(vertical="top", wrap_text=True), Alignment(horizontal="left")
        self._wraps = any(column.wraps for column in columns)
        for place, column in enumerate(columns):
            self._days[place].number_format = "dd-mm-yyyy"
            # Where everything else is text, what stands to the right of its column seems to belong to the next one.
            self._days[place].alignment = self._counts[place].alignment = left
            self._quoted[place].quotePrefix = True
            if self._wraps:
                aligned = top if column.wraps else Alignment(vertical="top")
                self._texts[place].alignment = self._quoted[place].alignment = aligned
        self._lay_out()
        self._begin()

    def append(self, line: Line) -> None:
        """Add a row."""
        self.rows += 1
        values = [column.value(line) for column in self.columns]
        if self._wraps:
            self._bare.row_dimensions[self.rows + 1].height = LINE_POINTS * self._lines(values)
        self._bare.append([self._cell(place, value) for place, value in enumerate(values)])

    def close(self) -> None:
        """End the sheet; its filter covers every row."""
        from openpyxl.utils import get_column_letter

        self._bare.auto_filter.ref = f"A1:{get_column_letter(len(self.columns))}{self.rows + 1}"
        self._bare.close()

    def discard(self) -> None:
        """Let go of the loose file of a sheet that is not going to be saved."""
        if not self._bare.closed:
            self._bare.close()
        _forget(self._part)

    def _cell(self, place: int, value: Cell) -> object:
        if value is None:
            return None
        if isinstance(value, (int, date)):
            cell = self._days[place] if isinstance(value, date) else self._counts[place]
            cell.value = value
            return cell
        words = clean(value.say(self._language) if isinstance(value, Text) else value, self._language)
        if words.startswith(RISKY):
            quoted = self._quoted[place]
            quoted.value = words
            quoted.data_type = "s"
            return quoted
        if self._wraps:
            self._texts[place].value = words
            return self._texts[place]
        return words

    def _lines(self, values: Sequence[Cell]) -> int:
        """How many lines the longest text of a row takes; not every program finds that out by itself."""
        return max(
            ceil(len(value.say(self._language)) / column.width)
            if column.wraps and isinstance(value, Text) and not value.is_empty
            else 1
            for column, value in zip(self.columns, values, strict=True)
        )

    def _lay_out(self) -> None:
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.properties import PageSetupProperties

        for place, column in enumerate(self.columns, start=1):
            self._bare.column_dimensions[get_column_letter(place)].width = column.width
        self._bare.freeze_panes = "B2"
        self._bare.print_title_rows = "1:1"
        self._bare.page_setup.orientation = "landscape"
        self._bare.page_setup.paperSize = _A4
        if sum(column.width for column in self.columns) <= WIDEST_PAGE:
            self._bare.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
            self._bare.page_setup.fitToHeight = 0

    def _begin(self) -> None:
        """Open the loose file, where the caller wants it, and write the header."""
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill
        from openpyxl.worksheet import _writer

        # Left to itself the library writes to the folder for temporary files that everyone on the computer shares.
        writer = _writer.WorksheetWriter(self._bare, out=str(self._part))
        _writer.ALL_TEMP_FILES.append(str(self._part))
        self._bare._writer = writer  # noqa: SLF001 - the one place where the library can be told
        writer.write_top()
        header = []
        for column in self.columns:
            cell = WriteOnlyCell(self._bare, column.heading.say(self._language))
            cell.font = Font(name="Calibri", bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor=_ACCENT)
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            header.append(cell)
        self._bare.append(header)


def _forget(part: Path) -> None:
    from openpyxl.worksheet import _writer

    if str(part) in _writer.ALL_TEMP_FILES:
        _writer.ALL_TEMP_FILES.remove(str(part))


@dataclass(frozen=True, slots=True)
class _Legend:
    """One line of the legend: which sheet and column, and what it means; no sheet for what holds for the whole."""

    sheet: Text | None
    what: Text
    meaning: Text


_LEGEND_COLUMNS: tuple[Column[_Legend], ...] = (
    Column(Text("Blad", "Sheet"), Text("", ""), 16, lambda line: line.sheet),
    Column(Text("Kolom", "Column"), Text("", ""), 34, lambda line: line.what),
    Column(Text("Betekenis", "Meaning"), Text("", ""), 100, lambda line: line.meaning, wraps=True),
)


def _moment(at: datetime) -> Text:
    return same(f"{at:%d-%m-%Y %H:%M}")


_PROVISIONAL = Text(
    "Een oordeel dat nog niet is bekendgemaakt, is voorlopig. Het oordeel kan dan nog veranderen.",
    "A verdict that has not been announced is provisional. It may still change.",
)
_PRACTICE = Text(
    "Een dossier op een instrument dat niet is vastgesteld, is een oefendossier. Er is dan geen officieel resultaat.",
    "A dossier on an instrument that is not established is a practice dossier. It has no official result.",
)
