"""Lists of schools as they come: headings anywhere, cells merged, hidden or computed, and files that mean harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from assessor.domain.errors import KnownError
from assessor.exchange.register_columns import Field, Kind, recognise
from assessor.exchange.register_file import Line, RegisterFile, read_register, said_in
from assessor.exchange.register_template import template
from tests.exchange.school_lists import ANNA, STUDENTS, anna, csv_file, sheet_of, workbook
from tests.exchange.workbooks import with_part

BO = anna(studentnummer="500002", roepnaam="Bo", tussenvoegsel="", achternaam="Bos")


def only(found: RegisterFile) -> tuple[Line, ...]:
    assert len(found.tables) == 1
    return found.tables[0].lines


def refusals(found: RegisterFile) -> list[tuple[int, str, str]]:
    """Row, column and code of what cannot be read."""
    return [
        (line.row, line.refusal.letters, line.refusal.fault.code)
        for table in found.tables
        for line in table.lines
        if line.refusal
    ]


def changed(path: Path, change: Callable[[Workbook], None], rows: tuple[tuple[object, ...], ...] = (ANNA, BO)) -> Path:
    """A list of students to which somebody did something in the spreadsheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet_of(book, "Studenten", (STUDENTS, *rows))
    change(book)
    book.save(path)
    return path


# --- headings


def test_a_workbook_of_three_sheets_is_three_lists(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "alles.xlsx",
        {
            "Studenten": (STUDENTS, ANNA),
            "Organisaties": (("naam", "type", "plaats", "bestuur"), ("De Wilgenroos", "school", "Zomerdam", "De Kade")),
            "Beoordelaars": (
                (
                    "Naam",
                    "Opleiding voor opleiders",
                    "BKE",
                    "Programma",
                    "Aanstelling van",
                    "Aanstelling tot",
                    "Besluit",
                ),
                ("Noor Wilgenhout", "1-6-2023", "1-3-2024", "pabo", "1-9-2025", "31-8-2026", "EC-2025-04"),
            ),
        },
    )

    found = read_register(path)

    assert [table.kind for table in found.tables] == [Kind.STUDENTS, Kind.ORGANISATIONS, Kind.ASSESSORS]
    assert found.tables[0].lines[0].cells[Field.SUPERVISOR] == "Mees Appelboom"
    assert found.tables[1].lines[0].cells[Field.BOARD] == "De Kade"
    assert found.tables[2].lines[0].cells[Field.DECISION] == "EC-2025-04"
    assert found.notices == ()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Student nr.", Field.NUMBER),
        ("STUDENTNUMMER", Field.NUMBER),
        ("Voorvoegsel(s)", Field.PREFIX),
        ("Mentor / praktijkbegeleider", Field.SUPERVISOR),
        ("Begindatum (dd-mm-jjjj)", Field.START),
        ("Fase/leerjaar/semester", Field.PHASE),
        ("Stage\u00a0school", Field.ORGANISATION),
        ("Tot en met", Field.END),
        ("Study coach", Field.STUDY_COACH),
        ("Family name", Field.LAST_NAME),
    ],
)
def test_headings_as_people_write_them(heading: str, field: Field) -> None:
    columns = recognise("", [["studentnummer" if field is not Field.NUMBER else "achternaam", "cohort", heading]])

    assert columns is not None
    assert columns.places[field] == (2,)


def test_the_name_by_which_somebody_is_called_wins_from_the_official_ones(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path / "osiris.csv",
        [
            ("Studentnummer", "Voornamen", "Roepnaam", "Achternaam", "E-mail"),
            ("1", "Anna Maria", "Anna", "Berg", "a@b"),
        ],
    )

    found = read_register(path)

    assert only(found)[0].cells[Field.FIRST_NAME] == "Anna"
    assert [notice.nl for notice in found.notices] == ["In dit bestand niet gebruikt: E-mail."]


def test_a_table_may_be_moved_and_stand_under_a_title(tmp_path: Path) -> None:
    def move(book: Workbook) -> None:
        sheet = book["Studenten"]
        sheet.insert_rows(1, 3)
        sheet.insert_cols(1, 2)
        sheet["A1"] = "Studenten 2025-2026"
        sheet.merge_cells("A1:H1")

    found = read_register(changed(tmp_path / "verschoven.xlsx", move))

    assert [line.row for line in only(found)] == [5, 6]
    assert found.tables[0].column_of(Field.NUMBER) == 2
    assert refusals(found) == []


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_with_any_separator_with_or_without_byte_order_mark(tmp_path: Path, separator: str) -> None:
    rows = (STUDENTS, anna(roepnaam="Zoë"))
    for encoding in ("utf-8", "utf-8-sig"):
        found = read_register(csv_file(tmp_path / "lijst.csv", rows, separator, encoding))
        assert only(found)[0].cells[Field.FIRST_NAME] == "Zoë"


def test_signs_that_nobody_sees_make_no_other_name() -> None:
    assert said_in("  Zoe\u0308\u00a0 van\u200b der\nBerg ") == "Zoë van der Berg"
    assert [said_in(cell) for cell in ("", " ", "-", "n.v.t.", "\u200b")] == [""] * 5


# --- cells that spreadsheets make


def test_a_formula_refuses_its_row_only(tmp_path: Path) -> None:
    def compute(book: Workbook) -> None:
        book["Studenten"]["D2"] = '="Be"&"rg"'
        book["Studenten"]["S3"] = "=1+1"  # No column of ours.

    assert refusals(read_register(changed(tmp_path / "f.xlsx", compute))) == [(2, "D", "cell-formula")]


def test_a_row_of_nothing_but_formulas_is_not_overlooked(tmp_path: Path) -> None:
    def compute(book: Workbook) -> None:
        book["Studenten"]["A3"] = "=A2+1"

    assert refusals(read_register(changed(tmp_path / "f.xlsx", compute, (ANNA,)))) == [(3, "A", "cell-formula")]


def test_merged_cells_refuse_every_row_that_they_cover(tmp_path: Path) -> None:
    def merge(book: Workbook) -> None:
        book["Studenten"].merge_cells("J2:J3")

    found = read_register(changed(tmp_path / "m.xlsx", merge))

    assert refusals(found) == [(2, "J", "cells-merged"), (3, "J", "cells-merged")]


def test_hidden_rows_columns_and_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        book["Studenten"].row_dimensions[3].hidden = True
        book["Studenten"].column_dimensions["L"].hidden = True
        sheet_of(book, "Oud", (STUDENTS, ANNA)).sheet_state = "hidden"

    found = read_register(changed(tmp_path / "h.xlsx", hide))

    assert refusals(found) == [(3, "", "row-hidden")]
    assert Field.SUPERVISOR not in only(found)[0].cells
    assert [notice.nl for notice in found.notices] == [
        "Blad ‘Studenten’, verborgen en niet gelezen: kolom L (mentor). Maak haar zichtbaar als zij mee moet.",
        "Blad ‘Oud’ is verborgen en niet gelezen. Maak het zichtbaar als het mee moet.",
    ]


def test_errors_of_the_spreadsheet_and_endless_cells_are_refused(tmp_path: Path) -> None:
    rows = (STUDENTS, anna(mentor="#N/B"), anna(achternaam="x" * 10_000), anna(school="#VERW!"))

    found = read_register(csv_file(tmp_path / "fouten.csv", rows))

    assert refusals(found) == [(2, "L", "cell-error"), (3, "D", "cell-long"), (4, "J", "cell-error")]


def test_two_columns_of_one_meaning_may_not_contradict_each_other(tmp_path: Path) -> None:
    rows = (
        ("studentnummer", "achternaam", "mentor", "praktijkbegeleider"),
        ("1", "Berg", "Mees", ""),
        ("2", "Bos", "", "Bo"),
        ("3", "Bol", "Mees", "Bo"),
    )

    found = read_register(csv_file(tmp_path / "twee.csv", rows))

    assert [line.cells.get(Field.SUPERVISOR) for line in only(found)] == ["Mees", "Bo", None]
    assert refusals(found) == [(4, "C", "cell-twice")]


def test_a_separator_inside_a_name_shows_as_a_row_that_is_too_long(tmp_path: Path) -> None:
    rows = (("studentnummer", "achternaam"), ("1", "Berg", "van den"))

    assert refusals(read_register(csv_file(tmp_path / "breed.csv", rows, ","))) == [(2, "", "row-length")]


def test_empty_rows_repeated_headings_and_dates_in_cells(tmp_path: Path) -> None:
    rows = (STUDENTS, ANNA, (), STUDENTS, anna(studentnummer=500002, van=date(2025, 9, 1)))

    found = read_register(workbook(tmp_path / "lijst.xlsx", {"Studenten": rows}))

    assert [line.row for line in only(found)] == [2, 5]
    assert only(found)[1].cells[Field.NUMBER] == "500002"
    assert only(found)[1].cells[Field.START] == "2025-09-01"


def test_the_zeros_that_a_number_shows_belong_to_it(tmp_path: Path) -> None:
    def number(book: Workbook) -> None:
        book["Studenten"]["A2"] = 12345
        book["Studenten"]["A2"].number_format = "0000000"
        book["Studenten"]["A3"] = 12345

    found = read_register(changed(tmp_path / "nullen.xlsx", number))

    assert [line.cells[Field.NUMBER] for line in only(found)] == ["0012345", "12345"]


# --- files that cannot be read


def refused(path: Path, code: str) -> KnownError:
    with pytest.raises(KnownError) as refusal:
        read_register(path)
    assert refusal.value.code == code
    assert refusal.value.what.nl.endswith(".")
    assert refusal.value.cure.nl.endswith(".")
    assert path.name in refusal.value.say("nl")
    return refusal.value


def test_a_list_without_the_column_that_tells_who_is_meant(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path / "namen.csv", [("roepnaam", "achternaam", "opleiding", "school"), ("A", "B", "pabo", "C")]
    )

    assert "studentnummer" in refused(path, "column-missing").what.nl


def test_a_file_in_which_nothing_is_recognised(tmp_path: Path) -> None:
    refused(csv_file(tmp_path / "boodschappen.csv", [("melk", "brood"), ("1", "2")]), "headings-unknown")
    refused(workbook(tmp_path / "leeg.xlsx", {"Blad1": ()}), "register-empty")
    (tmp_path / "niets.csv").write_bytes(b"\xef\xbb\xbf;;;\r\n")
    refused(tmp_path / "niets.csv", "register-empty")


def test_a_sheet_that_says_something_else_is_passed_over_by_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "mix.xlsx", {"Studenten": (STUDENTS, ANNA), "Agenda": (("maandag", "overleg"),)})

    assert [notice.nl for notice in read_register(path).notices] == [
        "Blad ‘Agenda’ is niet gelezen: er zijn geen kolommen herkend."
    ]


def test_what_is_no_table_at_all(tmp_path: Path) -> None:
    for name, content, code in (
        ("oud.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "workbook-old"),
        ("plaatje.png", b"\x89PNG\r\n\x1a\n" + bytes(600), "file-not-utf8"),
        ("latin.csv", "studentnummer;achternaam\r\n1;Çelik\r\n".encode("cp1252"), "file-not-utf8"),
        ("half.xlsx", b"PK\x03\x04" + bytes(600), "workbook-unreadable"),
        ("quote.csv", b'studentnummer;achternaam\r\n1;"Berg\r\n', "row-unreadable"),
    ):
        (tmp_path / name).write_bytes(content)
        refused(tmp_path / name, code)
    refused(tmp_path / "bestaat-niet.csv", "file-unreadable")
    refused(tmp_path, "file-unreadable")


def test_two_hundred_million_bytes_are_refused_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.write(b"studentnummer;achternaam\r\n")
        for _ in range(200):
            file.write(b"x" * 1_000_000)

    refused(path, "file-too-large")


def test_a_workbook_that_unpacks_without_end_is_not_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "bom.xlsx", {"Studenten": (STUDENTS, ANNA)})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/media/noise.bin", bytes(210_000_000))
    assert path.stat().st_size < 1_000_000

    refused(path, "file-too-large")


def test_entities_of_xml_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("Fleur", encoding="utf-8")
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    outside = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>'.encode()
    for start in (bomb, outside):
        path = workbook(tmp_path / "xml.xlsx", {"Studenten": (STUDENTS, ANNA)})
        with_part(path, "xl/worksheets/sheet1.xml", lambda part, start=start: start + part.split(b"?>", 1)[-1])
        assert "Fleur" not in refused(path, "workbook-unreadable").say("nl")


def test_a_cell_at_the_far_end_of_the_sheet_takes_no_memory(tmp_path: Path) -> None:
    def far(book: Workbook) -> None:
        for row in range(4, 500):
            book["Studenten"].cell(row, 16_384, "x")

    refused(changed(tmp_path / "ver.xlsx", far), "file-too-large")


def test_hostile_layout_is_read_in_reasonable_time(tmp_path: Path) -> None:
    path = workbook(tmp_path / "veel.xlsx", {"Studenten": (STUDENTS, ANNA)})
    ranges = b"".join(b'<mergeCell ref="A1:XFD1048576"/>' for _ in range(5_000))
    unclosed = b'<row hidden="1" ' * 50_000

    def add(part: bytes) -> bytes:
        merged = b"<mergeCells>" + ranges + b"</mergeCells>"
        return part.replace(b"</sheetData>", b"</sheetData>" + merged + b"<!--" + unclosed.replace(b"--", b"") + b"-->")

    found = read_register(with_part(path, "xl/worksheets/sheet1.xml", add))

    assert refusals(found) == [(2, "A", "cells-merged")]


# --- the template


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_template_is_recognised_and_empty(tmp_path: Path, language: str) -> None:
    (tmp_path / "leeg.xlsx").write_bytes(template("nl" if language == "nl" else "en"))

    found = read_register(tmp_path / "leeg.xlsx")

    assert [table.kind for table in found.tables] == [Kind.STUDENTS, Kind.ORGANISATIONS, Kind.ASSESSORS]
    assert all(not table.lines and not table.columns.others for table in found.tables)
    assert found.notices == ()
    assert len(found.tables[0].columns.places) == 16
