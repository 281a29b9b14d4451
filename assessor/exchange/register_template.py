"""An empty workbook to fill in with students, organisations and assessors, and a sheet that explains the columns."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assessor.domain.organisation import OrganisationType
from assessor.domain.people import Role
from assessor.domain.programme import PROGRAMMES
from assessor.domain.text import Language, Text
from assessor.exchange.register_columns import Field, Kind
from assessor.exchange.register_file import EXPLANATIONS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS: dict[Kind, tuple[Field, ...]] = {
    Kind.STUDENTS: (
        Field.NUMBER,
        Field.FIRST_NAME,
        Field.PREFIX,
        Field.LAST_NAME,
        Field.PROGRAMME,
        Field.VARIANT,
        Field.PHASE,
        Field.COHORT,
        Field.STUDY_COACH,
        Field.ORGANISATION,
        Field.PLACE,
        Field.SUPERVISOR,
        Field.START,
        Field.END,
        Field.GROUP,
        Field.OWN_JOB,
    ),
    Kind.ORGANISATIONS: (Field.ORGANISATION, Field.TYPE, Field.PLACE, Field.BOARD),
    Kind.ASSESSORS: (
        Field.NAME,
        Field.ROLE,
        Field.TRAINED,
        Field.BKE,
        Field.PROGRAMME,
        Field.START,
        Field.END,
        Field.DECISION,
        Field.ORGANISATION,
    ),
}
_MEANINGS: dict[Field, Text] = {
    Field.NUMBER: Text("Verplicht. Hieraan wordt de student herkend.", "Needed. It tells which student is meant."),
    Field.LAST_NAME: Text("Verplicht voor wie nieuw is.", "Needed for who is new."),
    Field.NAME: Text("Verplicht. Voornaam, tussenvoegsel en achternaam.", "Needed. First name, prefix and last name."),
    Field.PHASE: Text("Zoals jaar 2, of semester 3 en 4.", "Such as year 2, or semesters 3 and 4."),
    Field.COHORT: Text("Eerste studiejaar, zoals 2025-2026.", "First study year, such as 2025-2026."),
    Field.ORGANISATION: Text(
        "School of andere organisatie. Een stage heeft ook van en tot en met nodig.",
        "School or other organisation. A placement needs from and until too.",
    ),
    Field.PLACE: Text("Nodig als twee organisaties zo heten.", "Needed when two organisations have that name."),
    Field.SUPERVISOR: Text("Mentor of praktijkbegeleider.", "Mentor or practice supervisor."),
    Field.START: Text("Een datum, zoals 1-9-2025.", "A date, such as 1-9-2025."),
    Field.END: Text("De laatste dag, zoals 31-1-2026.", "The last day, such as 31-1-2026."),
    Field.TRAINED: Text("Datum waarop zij is afgerond.", "The day on which it was completed."),
    Field.BKE: Text("Datum waarop zij is behaald.", "The day on which it was obtained."),
    Field.DECISION: Text("Besluit van de examencommissie.", "Decision of the examination board."),
    Field.BOARD: Text("Leeg voor een éénpitter.", "Empty for a school without a board of several."),
}
_DAYS = frozenset({Field.START, Field.END, Field.TRAINED, Field.BKE})
_ROWS = 2_000
"""So many rows offer their choices in a list."""


def template(language: Language) -> bytes:
    """The workbook, with headings that the import recognises, in one language."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for kind, fields in _COLUMNS.items():
        _table(book.create_sheet(kind.word.say(language)), fields, language)
    _explanation(book.create_sheet(EXPLANATIONS[0] if language == "nl" else EXPLANATIONS[1]), language)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _table(sheet: Worksheet, fields: Sequence[Field], language: Language) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, field in enumerate(fields, start=1):
        letter = get_column_letter(number)
        heading = sheet.cell(1, number, field.word.say(language))
        heading.font = Font(bold=True)
        column = sheet.column_dimensions[letter]
        column.width = max(14, len(field.word.say(language)) + 4)
        # Numbers keep their zeros, and nothing that is typed becomes a date or a formula by itself.
        column.number_format = "d-m-yyyy" if field in _DAYS else "@"
        choices = _choices(field, language)
        if choices and all("," not in choice for choice in choices):
            offer = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
            offer.showErrorMessage = False
            sheet.add_data_validation(offer)
            offer.add(f"{letter}2:{letter}{_ROWS}")
    sheet.freeze_panes = "A2"


def _choices(field: Field, language: Language) -> list[str]:
    choices: dict[Field, list[str]] = {
        Field.PROGRAMME: [programme.name.nl for programme in PROGRAMMES.values()],
        Field.VARIANT: [code for programme in PROGRAMMES.values() for code in programme.variants],
        Field.TYPE: [kind.value for kind in OrganisationType],
        Field.ROLE: [role.value for role in Role],
        Field.OWN_JOB: ["ja", "nee"] if language == "nl" else ["yes", "no"],
    }
    return choices.get(field, [])


def _explanation(sheet: Worksheet, language: Language) -> None:
    from openpyxl.styles import Alignment, Font

    lines = [
        Text(
            "Vul per blad een rij in per student, organisatie of beoordelaar. Lege bladen mag je weggooien.",
            "Fill in a row per student, organisation or assessor on each sheet. Empty sheets may be deleted.",
        ),
        Text(
            "Een lege cel laat staan wat er al bekend is; er wordt nooit iets verwijderd.",
            "An empty cell keeps what is known; nothing is ever deleted.",
        ),
    ]
    for line in lines:
        sheet.append([line.say(language)])
    sheet.append([])
    for kind, fields in _COLUMNS.items():
        sheet.append([kind.word.say(language)])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
        for field in fields:
            meaning = _MEANINGS[field].say(language) if field in _MEANINGS else ""
            sheet.append([field.word.say(language), meaning or ", ".join(_choices(field, language))])
            sheet.cell(sheet.max_row, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 70
