"""The list of what goes where, beside the files: a row per file, so that a mail can be made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from assessor.domain.text import Language, Text

_COLUMNS: tuple[tuple[Text, float], ...] = (
    (Text("Bestand", "File"), 40),
    (Text("Formulier", "Form"), 26),
    (Text("Formuliercode", "Form code"), 16),
    (Text("Stuur naar", "Send to"), 30),
    (Text("Studentnummer", "Student number"), 16),
    (Text("Student", "Student"), 30),
    (Text("Organisatie", "Organisation"), 30),
)


@dataclass(frozen=True, slots=True)
class SendingLine:
    """One file and who gets it."""

    file: str
    form: Text
    code: str
    receiver: str
    student_number: str
    student: str
    organisation: str


def write_sending_list(lines: Sequence[SendingLine], target: BinaryIO, language: Language) -> None:
    """Write the list as a workbook; everything in it is text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(Text("Verzendlijst", "Sending list").say(language))
    sheet.freeze_panes = "A2"
    for letter, (_, width) in zip("ABCDEFG", _COLUMNS, strict=True):
        sheet.column_dimensions[letter].width = width
    bold = Font(bold=True)

    def cell(words: str, font: Font | None = None) -> object:
        made = WriteOnlyCell(sheet, value=words)
        # A name that begins with = is a name.
        made.data_type = "s"
        made.number_format = "@"
        if font is not None:
            made.font = font
        return made

    sheet.append([cell(title.say(language), bold) for title, _ in _COLUMNS])
    for one in lines:
        words = (one.file, one.form.say(language), one.code, one.receiver, one.student_number, one.student)
        sheet.append([cell(word) for word in (*words, one.organisation)])
    workbook.save(target)
