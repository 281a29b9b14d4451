"""Tables of ratings as they come from a spreadsheet, and everything that is no such table."""

import random
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor.agreement.scale import Scale
from assessor.agreement.table import Table
from assessor.domain.errors import KnownError
from assessor.exchange import ratings_file, spreadsheet
from assessor.exchange.ratings_file import read_ratings
from assessor.exchange.ratings_table import CodedRatings, coded
from assessor.exchange.refusals import letters, shown
from tests.exchange.workbooks import with_part, workbook

OVG = Scale.of(["O", "V", "G"])
HEAD = ["work", "criterion", "assessor", "level"]
SHEET = "xl/worksheets/sheet1.xml"


def read(path: Path, scale: Scale | None = None, **options) -> CodedRatings:
    return coded(read_ratings(path), scale, **options)


def text(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def ratings(table: Table) -> list[tuple[str, str, str, str]]:
    """Work, criterion, assessor and level of every rating, in the table's order."""
    return [
        (
            table.works[table.work_of[item]],
            table.criteria[table.criterion_of[item]],
            table.assessors[assessor],
            table.scale.labels[level],
        )
        for item, assessor, level in zip(table.item, table.assessor, table.level, strict=True)
    ]


def refusal(path: Path, scale: Scale | None = None, **options) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read(path, scale, **options)
    for language in ("nl", "en"):
        said = caught.value.say(language)
        assert "{" not in said
        assert "\n" not in said
    return caught.value


def read_or_refused(path: Path) -> int:
    """Ratings read, 0 when the file is refused; anything else breaks the test."""
    try:
        return len(read(path).table.level)
    except KnownError:
        return 0


@pytest.mark.parametrize(
    "content",
    [
        "work,criterion,assessor,level\nles,1.1,Anna,O\nles,1.1,Bart,V\nles,1.2,Anna,G\n",
        "\ufeffwork;criterion;assessor;level\r\nles;1.1;Anna;O\r\nles;1.1;Bart;V\r\nles;1.2;Anna;G\r\n",
        "les\tcriterium\tbeoordelaar\tniveau\nles\t1.1\tAnna\tO\nles\t1.1\tBart\tV\nles\t1.2\tAnna\tG\n",
        '\n\nAssessor,Level,Work,Criterion\n Anna ,O,"les",1.1\n,,,\nBart, V,les,1.1\n\nAnna,G,les,1.2\n',
        "work,criterion,assessor,level,,\nles,1.1,Anna,O,,\nles,1.1,Bart,V,,\nles,1.2,Anna,G,,\n",
        "criterium,Anna,Bart\n1.1,O,V\n1.2,G,\n",
        'criterion;Anna;Bart\n1.1;O;V\n"1.2";G;\n',
    ],
    ids=["comma", "semicolon", "dutch", "spaces", "empty-columns", "wide", "wide-semicolon"],
)
def test_a_table_is_read_however_a_spreadsheet_saved_it(tmp_path: Path, content: str) -> None:
    found = read(text(tmp_path / "scores.csv", content), OVG).table
    assert [one[1:] for one in ratings(found)] == [("1.1", "Anna", "O"), ("1.1", "Bart", "V"), ("1.2", "Anna", "G")]


def test_a_workbook_says_the_same_as_text(tmp_path: Path) -> None:
    path = workbook(tmp_path / "scores.xlsx", [[], HEAD, ["les", 1.1, "Anna", 3.0], [], ["les", 1.1, "Bart", 2.5]])
    assert ratings(read(path).table) == [("les", "1.1", "Anna", "3"), ("les", "1.1", "Bart", "2.5")]


def test_works_criteria_and_assessors_keep_the_order_in_which_they_appear(tmp_path: Path) -> None:
    rows = ["z,k2,Piet,1", "z,k1,Anna,2", "a,k2,Anna,3", "a,k1,Piet,1", "z,k2,Anna,1"]
    found = read(text(tmp_path / "s.csv", "\n".join([",".join(HEAD), *rows]))).table
    assert (found.works, found.criteria, found.assessors) == (("z", "a"), ("k2", "k1"), ("Piet", "Anna"))
    assert [found.item_name(item) for item in range(4)] == ["z · k2", "z · k1", "a · k2", "a · k1"]
    assert ratings(found)[-1] == ("z", "k2", "Anna", "1")


def test_undeclared_numbers_sort_as_numbers_with_comma_or_point(tmp_path: Path) -> None:
    found = read(text(tmp_path / "s.csv", "item;a;b;c\nx;10;9;2,5\ny;2.5;10,0;9\n")).table
    assert found.scale.labels == ("2.5", "9", "10")
    assert not found.scale.declared


def test_a_row_without_any_score_still_counts_as_an_item(tmp_path: Path) -> None:
    found = read(text(tmp_path / "s.csv", "item,a,b\nx,1,2\ny,,\n")).table
    assert (found.items, len(found.level), found.coverage) == (2, 2, 0.5)
    nothing = read(text(tmp_path / "s.csv", "item,a,b\nx,,\ny,,\n")).table
    assert (nothing.items, len(nothing.level)) == (2, 0)


def test_not_observed_is_missing_but_counted(tmp_path: Path) -> None:
    path = text(tmp_path / "s.csv", "criterion,a,b,c\n1.1,O,N,V\n1.2,,N,G\n")
    found = read(path, OVG, not_observed="N").table
    assert found.skipped.tolist() == [[0, 1], [1, 1]]
    assert len(found.level) == 3
    assert refusal(path, OVG).code == "level-unknown"


def test_a_reference_belongs_to_an_item_and_is_no_assessor(tmp_path: Path) -> None:
    long = "work,criterion,assessor,level,reference\nl,1,a,O,V\nl,1,b,V,\nl,2,a,G,G\nl,2,b,G,G\n"
    wide = "criterion,a,referentie,b\n1,O,V,V\n2,G,G,G\n"
    for content in (long, wide):
        found = read(text(tmp_path / "s.csv", content), OVG).table
        assert found.reference.tolist() == [1, 2]
        assert found.assessors == ("a", "b")
    twice = "work,criterion,assessor,level,reference\nl,1,a,O,V\nl,1,b,V,G\n"
    wrong = refusal(text(tmp_path / "s.csv", twice), OVG)
    assert wrong.code == "reference-twice"
    assert wrong.where is not None
    assert wrong.where.nl == "s.csv, rij 3, kolom E"


def test_sessions_keep_two_scores_of_one_assessor_for_one_item_apart(tmp_path: Path) -> None:
    rows = ["l,1,a,1,lente,12-03-2025", "l,1,b,1,lente,2025-03-12", "l,1,a,2,herfst,2024-10-01", "l,1,b,1,herfst,"]
    content = "\n".join(["work,criterion,assessor,level,session,date", *rows[:3]])
    found = read(text(tmp_path / "s.csv", content))
    assert [one.label for one in found.occasions] == ["herfst", "lente"]
    assert found.table.works == ("l (lente)", "l (herfst)")
    assert [one.table.works[one.table.work_of[0]] for one in found.occasions] == ["l", "l"]
    half = refusal(text(tmp_path / "s.csv", "\n".join([content, rows[3]])))
    assert half.code == "cell-empty"


def test_without_sessions_the_year_of_the_date_is_the_session(tmp_path: Path) -> None:
    content = "work,criterion,assessor,level,date\nl,1,a,1,1-2-2025\nl,1,a,2,2024/02/01\nm,1,b,1,2025-01-01T09:30\n"
    found = read(text(tmp_path / "s.csv", content))
    assert [one.label for one in found.occasions] == ["2024", "2025"]
    assert found.table.works == ("l (2025)", "l (2024)", "m")
    book = workbook(tmp_path / "s.xlsx", [[*HEAD, "date"], ["l", 1, "a", 1, date(2025, 1, 2)]])
    assert [one.label for one in read(book).occasions] == ["2025"]


@pytest.mark.parametrize("written", ["31-02-2025", "12-3-25", "gisteren", "2025"])
def test_what_is_no_date_is_refused(tmp_path: Path, written: str) -> None:
    content = f"work,criterion,assessor,level,date\nl,1,a,1,1-2-2025\nl,1,b,1,{written}\n"
    wrong = refusal(text(tmp_path / "s.csv", content))
    assert wrong.code == "date-unknown"
    assert wrong.where is not None
    assert wrong.where.en == "s.csv, row 3, column E"


LONG = "work,criterion,assessor,level\n"
BAD = {
    "empty": (b"", "table-empty", "scores.csv"),
    "only-spaces": (b"\n  \n,,\n", "table-empty", "scores.csv"),
    "only-header": (LONG.encode(), "table-empty", "scores.csv"),
    "only-wide-header": (b"item,a,b\n\n", "table-empty", "scores.csv"),
    "prose": (b"Beste collega,\nhierbij de scores.\n", "table-one-column", "rij 1"),
    "one-column": (b"item\nx\n", "table-one-column", "rij 1"),
    "no-header-long": (b"1001,k1,R03,1\n1002,k1,R05,2\n", "header-missing", "rij 1"),
    "no-header-wide": (b"i1,1,2,3\ni2,1,1,1\n", "header-missing", "rij 1"),
    "no-header-letters": (b"les,O,V,G\nander,V,V,G\n", "header-missing", "rij 1"),
    "no-header-repeats": (b"x,1,1,2\ny,1,2,2\n", "column-twice", "rij 1, kolom C"),
    "unknown-column": (b"work,criterion,assesor,level\nl,1,a,1\n", "column-unknown", "rij 1, kolom C"),
    "no-level-column": (b"work,criterion,assessor\nl,1,a\n", "column-missing", "rij 1"),
    "work-criterion-and-names": (b"work,criterion,Anna,Bart\nl,1,1,2\n", "column-missing", "rij 1"),
    "date-beside-names": (b"item,Anna,date\nx,1,2025-01-01\n", "column-unknown", "rij 1, kolom C"),
    "two-levels": (b"work,criterion,assessor,level,niveau\nl,1,a,1,1\n", "column-twice", "rij 1, kolom E"),
    "unnamed-column": (b"item,Anna,,Bart\nx,1,2,1\n", "column-unnamed", "rij 1, kolom C"),
    "only-a-reference": (b"item,reference\nx,1\n", "table-one-column", "rij 1"),
    "level-off-scale": (LONG.encode() + b"l,1,a,O\n\nl,1,b,X\n", "level-unknown", "rij 4, kolom D"),
    "level-small-letter": (b"item,a,b\nx,O,V\ny,G,v\n", "level-unknown", "rij 3, kolom C"),
    "twice": (LONG.encode() + b"l,1,a,O\nl,1,b,V\nl,1,a,O\n", "rating-twice", "rij 4, kolom D"),
    "twice-wide": (b"item,a,b\nx,O,V\ny,G,V\nx,,V\n", "rating-twice", "rij 4, kolom C"),
    "no-assessor": (LONG.encode() + b"l,1,a,O\nl,1,,V\n", "cell-empty", "rij 3, kolom C"),
    "no-work": (LONG.encode() + b",1,a,O\n", "cell-empty", "rij 2, kolom A"),
    "no-criterion": (LONG.encode() + b"l,1,a,O\nl,,a,V\n", "cell-empty", "rij 3, kolom B"),
    "no-item": (b"item,a,b\nx,O,V\n,O,V\n", "cell-empty", "rij 3, kolom A"),
    "short-row": (LONG.encode() + b"l,1,a,O\nl,1,b\n", "row-length", "rij 3"),
    "comma-number": (b"item,a,b\nx,1,2\ny,2,5,3\n", "row-length", "rij 3"),
    "open-quote": (LONG.encode() + b'l,1,a,O\nl,1,"b,V\n', "row-unreadable", "rij 3"),
    "latin-1": (LONG.encode() + "l,1,Ren\u00e9,O\n".encode("latin-1"), "file-not-utf8", "rij 2"),
    "utf-16": (LONG.encode("utf-16"), "file-not-utf8", "rij 1"),
    "nul": (LONG.encode() + b"l,1,a,O\nl,1,b,\x00\n", "file-not-utf8", "rij 3"),
    "formula-as-header": (b"=cmd|' /C calc'!A0,level\n1,O\n", "column-unknown", "rij 1, kolom A"),
    "old-workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "workbook-old", "scores.csv"),
    "half-a-workbook": (b"PK\x03\x04 en dan niets", "workbook-unreadable", "scores.csv"),
}


@pytest.mark.parametrize(("content", "code", "where"), BAD.values(), ids=BAD)
def test_what_is_wrong_with_a_file_is_said_with_its_place(
    tmp_path: Path, content: bytes, code: str, where: str
) -> None:
    path = text(tmp_path / "scores.csv", content)
    with pytest.raises(KnownError) as caught:
        coded(read_ratings(path, OVG.labels), OVG)
    assert caught.value.code == code
    assert caught.value.where is not None
    assert caught.value.where.nl.endswith(where)


def test_words_without_an_order_are_refused_with_the_cure(tmp_path: Path) -> None:
    wrong = refusal(text(tmp_path / "s.csv", "item,a,b\nx,1,2\ny,2,veel\n"))
    assert wrong.code == "level-order-unknown"
    assert wrong.where is not None
    assert wrong.where.nl == "s.csv, rij 3, kolom C"
    assert "--levels O,V,G" in wrong.cure.nl
    other = refusal(text(tmp_path / "s.csv", "work,assessor,level,reference\nx,a,1,2\ny,a,2,goed\n"))
    assert other.where is not None
    assert other.where.nl == "s.csv, rij 3, kolom D"


def test_measurements_are_no_levels(tmp_path: Path) -> None:
    rows = "".join(f"{number},{number},{number + 0.5}\n" for number in range(600))
    assert refusal(text(tmp_path / "s.csv", "item,a,b\n" + rows)).code == "levels-many"


def test_a_criterion_must_be_on_the_form(tmp_path: Path) -> None:
    path = text(tmp_path / "s.csv", LONG + "l,1.1,a,O\nl,4-jan,a,V\n")
    wrong = refusal(path, OVG, criteria=("1.1", "1.2"))
    assert wrong.code == "criterion-unknown"
    assert wrong.where is not None
    assert wrong.where.nl == "s.csv, rij 3, kolom B"
    codes = text(tmp_path / "s.csv", "item,a,b\n1.2,O,V\n1.1,V,V\n")
    assert read(codes, OVG, criteria=("1.1", "1.2")).table.criteria == ("1.2", "1.1")
    works = text(tmp_path / "s.csv", "item,a,b\nx,O,V\ny,V,V\n")
    assert read(works, OVG, criteria=("1.1", "1.2")).table.works == ("x", "y")


def test_a_file_that_is_not_there_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(tmp_path / "weg.csv").code == "file-unreadable"
    assert refusal(tmp_path).code == "file-unreadable"
    path = text(tmp_path / "s.csv", LONG + "l,1,a,1\n" * 10_000)
    monkeypatch.setattr(ratings_file, "MOST_BYTES", 70_000)
    assert refusal(path).code == "file-too-large"


def test_noise_is_refused_by_its_first_rows(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(200_000)
    assert refusal(text(tmp_path / "s.csv", noise)).code == "file-not-utf8"
    assert refusal(text(tmp_path / "s.csv", b"x," * 150_000)).code == "column-twice"
    assert refusal(text(tmp_path / "s.csv", b"x" * 300_000)).code == "row-unreadable"


# --- workbooks


def test_a_formula_is_refused_by_its_cell(tmp_path: Path) -> None:
    wrong = refusal(workbook(tmp_path / "s.xlsx", [["item", "a", "b"], ["x", 1, 2], ["y", 1, "=B2+1"]]))
    assert wrong.code == "cell-formula"
    assert wrong.where is not None
    assert wrong.where.nl == "s.xlsx, rij 3, kolom C"


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    def as_text(book) -> None:
        book.active["A2"].data_type = "s"

    path = workbook(tmp_path / "s.xlsx", [["item", "a", "b"], ["=1+1", 1, 2]], as_text)
    assert read(path).table.works == ("=1+1",)


def test_rows_out_of_order_are_refused_where_they_would_be_passed_over(tmp_path: Path) -> None:
    rows = [HEAD, ["a", "1", "x", 1], ["a", "1", "y", 2], ["b", "1", "x", 1], ["b", "1", "y", 2]]

    def turned(part: bytes) -> bytes:
        found = re.findall(rb"<row .*?</row>", part, re.DOTALL)
        return part.replace(b"".join(found), b"".join([found[0], found[3], found[1], found[2], found[4]]))

    path = with_part(workbook(tmp_path / "s.xlsx", rows), SHEET, turned)
    wrong = refusal(path)
    assert wrong.code == "rows-disordered"
    assert wrong.where is not None
    assert wrong.where.nl == "s.xlsx, rij 2"


def test_rows_without_numbers_stand_where_they_stand(tmp_path: Path) -> None:
    rows = [HEAD, ["a", "1", "x", 1], ["a", "1", "y", 2]]
    path = with_part(
        workbook(tmp_path / "s.xlsx", rows),
        SHEET,
        lambda part: re.sub(rb' r="[A-Z]*\d+"', b"", part),
    )
    assert len(read_ratings(path).row) == 2


def test_merged_cells_are_refused_by_their_row(tmp_path: Path) -> None:
    wrong = refusal(
        workbook(
            tmp_path / "s.xlsx",
            [HEAD, ["les", "1", "a", 1], [None, "2", "a", 1]],
            lambda book: book.active.merge_cells("A2:A3"),
        )
    )
    assert wrong.code == "cells-merged"
    assert "A2:A3" in wrong.what.nl
    assert wrong.where is not None
    assert wrong.where.nl == "s.xlsx, rij 2"


def test_one_sheet_holds_the_ratings(tmp_path: Path) -> None:
    rows = [["item", "a", "b"], ["x", 1, 2]]
    assert read(workbook(tmp_path / "s.xlsx", rows, lambda book: book.create_sheet("leeg"))).table.items == 1

    def second(book) -> None:
        book.create_sheet("ronde 2").append(["item", "a"])

    assert refusal(workbook(tmp_path / "s.xlsx", rows, second)).code == "sheets-several"
    assert refusal(workbook(tmp_path / "s.xlsx", [])).code == "table-empty"


def test_a_workbook_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refusal(path).code == "workbook-unreadable"


def test_a_workbook_that_unpacks_to_too_much_is_refused_unread(tmp_path: Path) -> None:
    path = workbook(tmp_path / "s.xlsx", [["item", "a", "b"], ["x", 1, 2]])
    with_part(path, SHEET, lambda part: part + b" " * (spreadsheet.MOST_UNPACKED + 1))
    assert path.stat().st_size < 1_000_000
    assert refusal(path).code == "file-too-large"


def test_a_cell_at_the_end_of_the_sheet_does_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_CELLS", 60_000)
    path = workbook(tmp_path / "s.xlsx", [["item", "a", "b"], ["x", 1, 2]])
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with_part(path, SHEET, lambda part: part.replace(b"</sheetData>", far))
    assert refusal(path).code == "file-too-large"
    beyond = b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'
    path = workbook(tmp_path / "t.xlsx", [["item", "a", "b"], ["x", 1, 2]])
    with_part(path, SHEET, lambda part: part.replace(b"</sheetData>", beyond))
    assert refusal(path).code == "file-too-large"


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    for part in (SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"):
        path = workbook(tmp_path / "s.xlsx", [["item", "a", "b"], ["x", 1, 2]])
        with_part(
            path, part, lambda given: bomb + given.partition(b"?>")[2] if given.startswith(b"<?xml") else bomb + given
        )
        assert refusal(path).code == "workbook-unreadable"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused_but_never_breaks(tmp_path: Path, data: st.DataObject) -> None:
    good = tmp_path / "good.xlsx"
    if not good.exists():
        workbook(good, [HEAD, ["les", "1", "a", 1], ["les", "1", "b", 2]])
    part = data.draw(st.sampled_from([SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "packed"]))

    def hurt(content: bytes) -> bytes:
        place = data.draw(st.integers(4, len(content) - 1))
        size = data.draw(st.integers(0, 12))
        return content[:place] + data.draw(st.binary(max_size=8)) + content[place + size :]

    path = tmp_path / "hurt.xlsx"
    path.write_bytes(hurt(good.read_bytes()) if part == "packed" else good.read_bytes())
    if part != "packed":
        with_part(path, part, hurt)
    assert read_or_refused(path) <= 2


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.text(alphabet='itemab,;\n"1 2\tOV', max_size=60))
def test_any_text_is_read_or_refused_but_never_breaks(tmp_path: Path, content: str) -> None:
    path = text(tmp_path / "any.csv", content)
    assert read_or_refused(path) >= 0


CELLS = st.lists(st.lists(st.sampled_from(["", "O", "V", "G"]), min_size=3, max_size=3), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=CELLS)
def test_wide_and_long_and_workbook_say_the_same(tmp_path: Path, cells: list[list[str]]) -> None:
    names = ["a", "b", "c"]
    wide = "\n".join(["work,a,b,c", *(",".join([f"w{row}", *line]) for row, line in enumerate(cells))])
    spread = [
        (f"w{row}", "", name, level) for row, line in enumerate(cells) for name, level in zip(names, line, strict=True)
    ]
    long = "\n".join([",".join(HEAD), *map(",".join, spread)])
    first = read(text(tmp_path / "wide.csv", wide), OVG).table
    second = read(text(tmp_path / "long.csv", long), OVG).table
    third = read(workbook(tmp_path / "w.xlsx", [["work", *names], *([f"w{r}", *c] for r, c in enumerate(cells))]), OVG)
    for other in (second, third.table):
        assert ratings(other) == ratings(first)
        assert (other.works, other.assessors, other.items) == (first.works, first.assessors, first.items)


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [letters(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_words_of_a_file_are_repeated_short_and_harmless() -> None:
    assert shown("a\x1b[2J\nb") == "a [2J b"
    assert len(shown("x" * 500)) == 30
