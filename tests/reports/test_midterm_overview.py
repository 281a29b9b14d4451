"""Who coordinates sees who is where and whom to remind, and nothing of what anybody filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from openpyxl import Workbook, load_workbook

from assessor.domain.forms import Respondent
from assessor.domain.midterm.letter import Occasion
from assessor.domain.midterm.midterm import MidtermState
from assessor.domain.programme import AD, PABO
from assessor.domain.text import Language
from assessor.reports.midterm_overview import (
    MidtermRow,
    ReminderRow,
    write_midterm_overview,
    write_midterm_reminders,
)

TODAY = date(2026, 12, 7)
LATE = MidtermRow(
    "340127", "Şebnem van der Łukasik", "2025-2026", PABO.name, "De Wilgenroos", "Mees Molenaar", "Ties Berkhout",
    date(2026, 11, 16), date(2026, 12, 4), MidtermState.SENT, MidtermState.SENT.word,
    student_in=True, supervisor_in=False, late=True,
)  # fmt: skip
DONE = replace(
    LATE,
    student_number="340128",
    student="=cmd|' /C calc'!A0",
    organisation="+31 Kinderopvang",
    supervisor="@mentor",
    programme=AD.name,
    state=MidtermState.DONE,
    stand=MidtermState.DONE.word,
    supervisor_in=True,
    late=False,
    talked_on=date(2026, 12, 1),
    concluded_on=date(2026, 12, 2),
)


def overview(*rows: MidtermRow, language: Language = "nl") -> Workbook:
    target = BytesIO()
    write_midterm_overview(rows, target, language, made_on=TODAY)
    return load_workbook(BytesIO(target.getvalue()))


def reminders(*rows: ReminderRow, language: Language = "nl") -> Workbook:
    target = BytesIO()
    write_midterm_reminders(rows, target, language)
    return load_workbook(BytesIO(target.getvalue()))


def table(book: Workbook, number: int = 0) -> list[list[object]]:
    return [[cell.value for cell in row] for row in book.worksheets[number].iter_rows()]


def test_a_row_tells_where_a_midterm_stands() -> None:
    book = overview(LATE, DONE)
    assert book.sheetnames == ["Tussenevaluaties", "Per organisatie", "Uitleg"]
    headings, first, second = table(book)
    told = dict(zip(headings, first, strict=True))
    assert (told["Studentnummer"], told["Student"]) == ("340127", "Şebnem van der Łukasik")
    assert (told["Stand"], told["Formulier student binnen"], told["Te laat"]) == ("uitgezet", "ja", "ja")
    assert told["Formulier mentor of praktijkbegeleider binnen"] == "nee"
    assert (told["Gesprek op"], told["Afgerond op"]) == (None, None)
    sheet = book.worksheets[0]
    assert (sheet["G2"].value.date(), sheet["G2"].number_format) == (date(2026, 11, 16), "DD-MM-YYYY")
    assert dict(zip(headings, second, strict=True))["Afgerond op"].date() == date(2026, 12, 2)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:O3"


def test_written_text_is_never_a_formula() -> None:
    sheet = overview(LATE, DONE).worksheets[0]
    for place in ("B3", "E3", "F3"):
        assert (sheet[place].data_type, sheet[place].quotePrefix) == ("s", True)
    assert sheet["B3"].value == "=cmd|' /C calc'!A0"


def test_each_organisation_is_counted_and_all_together() -> None:
    counted = table(overview(LATE, replace(LATE, organisation=""), DONE, DONE), 1)
    assert counted[0] == [
        "Organisatie", "uitgezet", "beide ingediend", "gesprek gevoerd", "afgerond", "Te laat", "Samen",
    ]  # fmt: skip
    assert counted[1:] == [
        ["onbekend", 1, 0, 0, 0, 1, 1],
        ["+31 Kinderopvang", 0, 0, 0, 2, 0, 2],
        ["De Wilgenroos", 1, 0, 0, 0, 1, 1],
        ["alle organisaties", 2, 0, 0, 2, 2, 4],
    ]
    assert len(table(overview(LATE), 1)) == 2


def test_it_says_that_it_lies_in_clear_and_holds_no_answers() -> None:
    told = {str(what): str(why) for what, why in table(overview(language="en"), 2)[1:]}
    assert told["Made on"] == "7 December 2026"
    assert "not encrypted" in told["Note"]
    assert "only whether the form is in" in told["Forms"]
    assert set(told) >= {state.word.en for state in MidtermState}


def test_who_is_late_gets_a_ready_mail_in_the_words_of_the_programme() -> None:
    due = date(2026, 12, 4)
    book = reminders(
        ReminderRow(
            Occasion(AD, Respondent.SUPERVISOR, "Noor Veldkamp", "Sem Heide", "Ties Berkhout", due=due),
            "340128",
            "=IKC",
        ),
        ReminderRow(Occasion(PABO, Respondent.STUDENT, "@Sem", "Sem Heide", "Ties Berkhout", due=due), "340129", ""),
    )
    headings, first, second = table(book)
    told = dict(zip(headings, first, strict=True))
    assert (told["Aan"], told["Naam"], told["Studentnummer"]) == ("praktijkbegeleider", "Noor Veldkamp", "340128")
    assert told["Organisatie"] == "=IKC"
    assert told["Terug op of vóór"].date() == due
    assert told["Onderwerp"] == "Tussenevaluatie Ad"
    assert str(told["Tekst"]).startswith("Beste Noor Veldkamp,\n\nJe formulier voor de tussenevaluatie van Sem Heide")
    assert str(told["Tekst"]).endswith("Ties Berkhout")
    assert second[0] == "student"
    sheet = book.worksheets[0]
    assert [sheet[place].data_type for place in ("E2", "B3", "H2")] == ["s", "s", "s"]
    assert sheet["E2"].quotePrefix
    # The whole mail can be read, whatever opens the file.
    assert sheet.row_dimensions[2].height >= 15 * 9
    english = table(
        reminders(ReminderRow(Occasion(PABO, Respondent.STUDENT, "Sem", "Sem", "Ties"), "1", ""), language="en")
    )
    assert str(english[1][-1]).startswith("Dear Sem,")
