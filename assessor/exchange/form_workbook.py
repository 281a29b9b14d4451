"""A form as workbook: the accessible alternative to the PDF, one question a row, with lists for choices.

The name of each field stands out of sight in its own row, so that a row that is moved takes its name along. A second
sheet, hidden, says which copy of which form it is and holds the words of the lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.form_answers import TICKED
from assessor.domain.form_code import printed
from assessor.domain.forms import MOST_SIGNS, Choice, Field, FieldKind, FormCopy, Item
from assessor.domain.text import Language, Text
from assessor.exchange.form_fields import CODES_SHEET, FORM_CODE, IDENTITY_CELL

if TYPE_CHECKING:
    from openpyxl.styles import Font
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_SHEET = Text("Formulier", "Form")
_WIDTHS = {"B": 7.0, "C": 46.0, "D": 62.0}
_ACCENT, _TINT, _LINE = "14586B", "F1F5F6", "55616B"


def write_form_workbook(copy: FormCopy, target: BinaryIO) -> None:
    """Write one copy of a form; the cells to fill in are the only ones that can be changed.

    Args:
        copy: the form, whose it is, and what stands at its top.
        target: an open binary file.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.properties.creator = "Assessor"
    workbook.properties.title = f"{copy.form.title.say(copy.identity.language)} {printed(copy.identity.code)}"
    _Writer(copy, workbook).write()
    workbook.save(target)


class _Writer:
    """Writes from top to bottom; `row` is the row that comes next."""

    def __init__(self, copy: FormCopy, workbook: Workbook) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        self.copy = copy
        self.language: Language = copy.identity.language
        self.sheet: Worksheet = workbook.worksheets[0]
        self.codes = workbook.create_sheet(CODES_SHEET)
        self.row = 1
        self.lists: dict[tuple[Choice, ...], str] = {}
        self.title = Font(size=18, bold=True)
        self.heading = Font(size=13, bold=True, color=_ACCENT)
        self.strong, self.small, self.plain = Font(bold=True), Font(size=9, color=_LINE), Font()
        self.wrapped = Alignment(wrap_text=True, vertical="top")
        line = Side(style="thin", color=_ACCENT)
        self.frame = Border(left=line, right=line, top=line, bottom=line)
        self.tint = PatternFill("solid", fgColor=_TINT)
        self.open = Protection(locked=False)

    def write(self) -> None:
        """Write both sheets."""
        self.codes[IDENTITY_CELL] = self.copy.identity.to_text()
        self.codes.sheet_state = "veryHidden"
        sheet, form = self.sheet, self.copy.form
        sheet.title = _SHEET.say(self.language)
        sheet.column_dimensions["A"].hidden = True
        for letter, width in _WIDTHS.items():
            sheet.column_dimensions[letter].width = width
        self._line(form.title.say(self.language), self.title)
        self._line(FORM_CODE.fill(code=printed(self.copy.identity.code)).say(self.language), self.small)
        for label, value in self.copy.about:
            self._line(f"{label.say(self.language)}: {value}", self.strong)
        for line in form.lead:
            self._line(line.say(self.language), self.plain)
        for section in form.sections:
            self.row += 1
            self._line(section.title.say(self.language), self.heading)
            if section.lead is not None:
                self._line(section.lead.say(self.language), self.plain)
            for item in section.items:
                self._item(item)
        self._dress()

    def _item(self, item: Item) -> None:
        self._cell("B", item.code, self.strong)
        self._cell("C", item.heading.say(self.language), self.strong)
        hints = [f"{one.label.say(self.language)}: {one.text.say(self.language)}" for one in item.hints]
        if hints:
            self._cell("D", "\n".join(hints), self.small)
            self.sheet.row_dimensions[self.row].height = 13.0 * sum(len(hint) // 68 + 1 for hint in hints)
        self.row += 1
        for field in item.fields:
            self._field(field)

    def _field(self, field: Field) -> None:
        self._cell("A", field.name, self.small)
        self._cell("C", field.label.say(self.language), self.plain)
        answer = self.sheet.cell(self.row, 4)
        answer.protection, answer.border, answer.fill = self.open, self.frame, self.tint
        answer.alignment = self.wrapped
        # Text, so that what begins with = + - @ stays what was typed; a day may be either.
        answer.number_format = "dd-mm-yyyy" if field.kind is FieldKind.DAY else "@"
        if field.kind is FieldKind.TEXT:
            self.sheet.row_dimensions[self.row].height = 16.0 * field.lines
        self._validate(field, answer.coordinate)
        self.row += 1

    def _validate(self, field: Field, cell: str) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        if field.kind is FieldKind.CHOICE:
            check = DataValidation("list", formula1=self._list(field.choices), allow_blank=True)
        elif field.kind is FieldKind.TICK:
            check = DataValidation("list", formula1=f'"{TICKED}"', allow_blank=True)
        elif field.kind is FieldKind.NUMBER:
            # The cell holds text, of which Excel cannot check that it is a number.
            check = DataValidation("textLength", operator="lessThanOrEqual", formula1="4", allow_blank=True)
        elif field.kind is FieldKind.DAY:
            check = DataValidation("date", operator="greaterThan", formula1="36526", allow_blank=True)
            check.errorStyle = "warning"
        else:
            most = str(MOST_SIGNS[field.kind])
            check = DataValidation("textLength", operator="lessThanOrEqual", formula1=most, allow_blank=True)
        check.promptTitle, check.prompt = None, field.title.say(self.language)[:250]
        check.add(cell)
        self.sheet.add_data_validation(check)

    def _list(self, choices: tuple[Choice, ...]) -> str:
        """The range on the hidden sheet that holds the words of these choices."""
        if choices not in self.lists:
            column = len(self.lists) + 2
            for row, choice in enumerate(choices, 1):
                self.codes.cell(row, column, choice.word.say(self.language))
            letter = self.codes.cell(1, column).column_letter
            self.lists[choices] = f"'{CODES_SHEET}'!${letter}$1:${letter}${len(choices)}"
        return self.lists[choices]

    def _line(self, words: str, font: Font) -> None:
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=2, end_column=4)
        self._cell("B", words, font)
        # Of merged cells no program finds out by itself how high they are.
        high = 1.4 * (font.size or 11)
        self.sheet.row_dimensions[self.row].height = high * (len(words) // 105 + 1)
        self.row += 1

    def _cell(self, letter: str, words: str, font: object) -> None:
        from openpyxl.cell import Cell

        cell = self.sheet[f"{letter}{self.row}"]
        assert isinstance(cell, Cell)  # noqa: S101 - the first cell of a merged range, or an ordinary one
        cell.value = words
        # A name that begins with = is a name.
        cell.data_type = "s"
        cell.font, cell.alignment = font, self.wrapped  # type: ignore[assignment]

    def _dress(self) -> None:
        from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
        from openpyxl.worksheet.properties import PageSetupProperties

        sheet = self.sheet
        sheet.sheet_view.showGridLines = False
        sheet.protection.sheet = True
        sheet.protection.formatRows = False
        sheet.protection.formatColumns = False
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        code = FORM_CODE.fill(code=printed(self.copy.identity.code)).say(self.language)
        sheet.oddFooter = HeaderFooterItem(left=_HeaderFooterPart(code), right=_HeaderFooterPart("&P / &N"))
