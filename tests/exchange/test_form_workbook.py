"""The same form as workbook, for who prefers it; moved rows are followed, computed and merged cells are named."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Answers, Way, understand
from assessor.domain.form_code import printed
from assessor.domain.forms import FormKind
from assessor.exchange import form_workbook_reader
from assessor.exchange.form_fields import CODES_SHEET
from assessor.exchange.returned_form import read_content
from tests.exchange import outgoing

SCORES = outgoing.copy(FormKind.SCORES)
SENT = outgoing.workbook(SCORES)


def row_of(sheet: Worksheet, name: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == name)


def filled(values: dict[str, Any], change: Callable[[Workbook], object] | None = None) -> bytes:
    book = load_workbook(BytesIO(SENT))
    sheet = book.worksheets[0]
    for name, value in values.items():
        sheet.cell(row_of(sheet, name), 4).value = value
    if change is not None:
        change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def read(content: bytes) -> Answers:
    return understand(SCORES.form, read_content(content, "retour.xlsx"))


def code_of(content: bytes) -> str:
    with pytest.raises(KnownError) as refusal:
        read_content(content, "retour.xlsx")
    return refusal.value.code


def test_only_the_answers_can_be_changed_and_choices_come_from_a_list() -> None:
    book = load_workbook(BytesIO(SENT))
    sheet = book.worksheets[0]
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {f"D{row_of(sheet, name)}" for name in SCORES.form.fields}
    assert sheet.protection.sheet
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].height > sheet["B1"].font.size, "the title fits in its row"
    assert book[CODES_SHEET].sheet_state == "veryHidden"
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    level = checks[f"D{row_of(sheet, 'level:1.1')}"]
    assert (level.type, level.prompt) == ("list", "1.1 niveau")
    words = [cell.value for cell in book[CODES_SHEET]["B"]]
    assert words == ["onvoldoende", "voldoende", "goed", "niet waargenomen"]


def test_the_code_can_be_seen() -> None:
    sheet = load_workbook(BytesIO(SENT)).worksheets[0]
    assert sheet["B2"].value == f"Formuliercode {printed(SCORES.identity.code)}"


def test_what_was_filled_in_comes_back() -> None:
    content = filled(
        {
            "level:1.1": "goed!",
            "note:1.1": "Zag ik – “samen” met Łukasz",
            "activity:day": date(2026, 1, 19),
            "activity:group": "groep 5",
            "source:1.1:mentor": "ja",
        }
    )
    returned = read_content(content, "retour.xlsx")
    assert (returned.identity, returned.way) == (SCORES.identity, Way.WORKBOOK)
    assert read(content).values == {
        "activity:day": "2026-01-19",
        "activity:group": "groep 5",
        "level:1.1": "G",
        "note:1.1": "Zag ik – “samen” met Łukasz",
        "source:1.1:mentor": "ja",
    }


def test_text_that_looks_like_a_formula_stays_text() -> None:
    def as_text(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for name, words in (("note:1.1", "=niet rekenen"), ("note:1.2", "+ sterk"), ("note:1.3", "@juf")):
            cell = sheet.cell(row_of(sheet, name), 4)
            cell.value = words
            cell.data_type = "s"

    assert read(filled({}, as_text)).values == {
        "note:1.1": "=niet rekenen", "note:1.2": "+ sterk", "note:1.3": "@juf",
    }  # fmt: skip


def test_a_name_at_the_top_that_looks_like_a_formula_is_not_computed() -> None:
    one = outgoing.FormCopy(SCORES.form, SCORES.identity, ((outgoing.ABOUT[0][0], "=HYPERLINK(1)"),))
    sheet = load_workbook(BytesIO(outgoing.workbook(one))).worksheets[0]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_formulas_and_merged_cells_are_named_and_left_out() -> None:
    def merge(book: Workbook) -> None:
        sheet = book.worksheets[0]
        row = row_of(sheet, "note:1.2")
        sheet.merge_cells(start_row=row, end_row=row, start_column=4, end_column=5)

    answers = read(filled({"note:1.1": "=1+1", "note:1.2": "Samengevoegd", "note:1.3": "Gewoon"}, merge))
    assert answers.values == {"note:1.3": "Gewoon"}
    assert [problem.code for problem in answers.problems] == ["answer-formula", "answer-merged"]
    assert answers.problems[0].where.nl.startswith("rij ")


def test_rows_that_moved_or_hide_keep_their_meaning() -> None:
    def move(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.insert_rows(1, 3)
        sheet.row_dimensions[row_of(sheet, "note:1.1")].hidden = True

    assert read(filled({"level:1.1": "V", "note:1.1": "Verborgen"}, move)).values == {
        "level:1.1": "V", "note:1.1": "Verborgen",
    }  # fmt: skip


def test_a_row_that_stands_twice_with_two_answers_is_named() -> None:
    def double(book: Workbook) -> None:
        book.worksheets[0].append(["level:1.1", None, "niveau", "goed"])
        book.worksheets[0].append(["level:1.2", None, "niveau", "goed"])

    answers = read(filled({"level:1.1": "voldoende", "level:1.2": "goed"}, double))
    assert answers.values == {"level:1.2": "G"}
    assert [problem.code for problem in answers.problems] == ["answer-twice"]


def test_a_name_of_ten_thousand_signs_is_named() -> None:
    content = filled({}, lambda book: book.worksheets[0].append(["a" * 10_000, None, None, "x"]))
    assert [problem.code for problem in read(content).problems] == ["field-name-long"]


def test_without_its_hidden_sheet_it_is_known_by_its_printed_code() -> None:
    returned = read_content(filled({}, lambda book: book.remove(book[CODES_SHEET])), "retour.xlsx")
    assert (returned.identity, returned.printed) == (None, (SCORES.identity.code,))


def test_what_is_no_form_or_no_workbook_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    other = BytesIO()
    Workbook().save(other)
    assert code_of(other.getvalue()) == "form-none"
    assert code_of(b"PK\x03\x04 en dan niets") == "workbook-unreadable"
    long = Workbook()
    long.active.cell(form_workbook_reader.MOST_ROWS + 1, 1).value = "x"
    other = BytesIO()
    long.save(other)
    assert code_of(other.getvalue()) == "form-too-large"
    monkeypatch.setattr("assessor.exchange.spreadsheet.MOST_UNPACKED", 10)
    assert code_of(SENT) == "form-too-large"
    with pytest.raises(KnownError, match="form-too-large"):
        form_workbook_reader.read_form_workbook(b" " * (form_workbook_reader.MOST_BYTES + 1), "x.xlsx")


FILLED = filled({"level:1.1": "V", "note:1.1": "Gezien"})


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_copy_is_read_or_refused_and_never_breaks_anything(data: st.DataObject) -> None:
    content = bytearray(FILLED)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[place] ^= data.draw(st.integers(1, 255))
        else:
            del content[place : place + data.draw(st.integers(1, 200))]
        if not content:
            break
    assert outcome(bytes(content)) in {"read", "workbook-unreadable", "form-none", "form-too-large"}


def outcome(content: bytes) -> str:
    """What becomes of a file: read, or the code of its refusal."""
    try:
        returned = read_content(content, "retour.xlsx")
    except KnownError as refusal:
        return refusal.code
    return "read" if returned.identity is not None or returned.printed else "nothing"
