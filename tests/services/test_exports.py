"""Dossiers leave the workspace as workbook, CSV or PDFs: what stands in them, what is recorded, and what is refused."""

from __future__ import annotations

import csv
import stat
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from assessor.application import Application
from assessor.domain.errors import KnownError
from assessor.domain.people import Person
from assessor.domain.ratings import Place
from assessor.domain.student import Student
from assessor.reports.table_text import MOST_SIGNS, clean
from assessor.services.exports import PORTION
from assessor.services.verification import verify
from assessor.services.work import Filter
from assessor.storage.links import WORKSPACE_CHAIN
from tests.services.stories import begun, finalised


def table(path: Path, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet by heading."""
    book = load_workbook(path)
    rows = list(book[sheet].iter_rows(values_only=True))
    return [dict(zip([str(heading) for heading in rows[0]], row, strict=True)) for row in rows[1:]]


def exported(app: Application) -> list[dict[str, object]]:
    """What the workspace's chain says of exports."""
    with app.desk.workspace.reading() as unit:
        return [dict(one.content or {}) for one in unit.chains.entries(WORKSPACE_CHAIN) if one.kind == "exported"]


def test_a_workbook_has_a_row_per_dossier_and_per_criterion(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    dossier = finalised(app, fleur, _4_6="O", _4_1="G")
    path = tmp_path / "uit" / "dossiers.xlsx"

    assert app.exports.write_table([dossier.id], path, "xlsx", "nl") == 1

    (row,) = table(path, "Dossiers")
    assert row["Dossier"] == dossier.number
    assert row["Oefendossier"] == "oefendossier"
    assert row["Student"] == "Zonnedauw, Fleur van"
    assert row["Studentnummer"] == "500001"
    assert row["Activiteit op"] == datetime(2026, 1, 19)  # noqa: DTZ001 - a spreadsheet knows no zones
    assert (row["Gescoord"], row["Criteria"]) == (36, 36)
    assert row["Beoordelaar"] == noor.name
    assert (row["Oordeel"], row["Voorlopig"]) == ("voldoende", "ja")
    assert row["Model 4"] == "voldoende"
    assert str(row["Zo komt dit oordeel tot stand"]).startswith("De praktijkbeoordeling is voldoende")
    criteria = {str(one["Criterium"]): one for one in table(path, "Criteria")}
    assert len(criteria) == 36
    assert (criteria["4.6"]["Niveau"], criteria["4.6"]["Niveau in woorden"]) == ("O", "onvoldoende")
    assert criteria["4.6"]["Toelichting"] == "Gezien bij criterium 4.6 op 19 januari."
    assert {one["Oefendossier"] for one in criteria.values()} == {"oefendossier"}
    assert not any("Zonnedauw" in str(value) for one in criteria.values() for value in one.values())


def test_the_workbook_explains_every_column_and_brings_the_instrument(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    path = tmp_path / "dossiers.xlsx"
    app.exports.write_table([begun(app, fleur).id], path, "xlsx", "en")

    book = load_workbook(path)
    assert book.sheetnames == ["Dossiers", "Criteria", "Legend", "Instruments"]
    explained = {(row["Sheet"], row["Column"]) for row in table(path, "Legend")}
    for name in ("Dossiers", "Criteria", "Instruments"):
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert {(name, cell.value) for cell in sheet[1]} <= explained
    assert any("not encrypted" in str(row["Meaning"]) for row in table(path, "Legend"))
    assert {row["Level"] for row in table(path, "Instruments")} == {"O", "V", "G"}
    assert all(row["Descriptor"] for row in table(path, "Instruments"))


@pytest.mark.parametrize("start", ["=1+1", "+31 6", "-nee", "@iedereen", "#N/A"])
def test_written_text_is_never_a_formula(
    app: Application, noor: Person, fleur: Student, tmp_path: Path, start: str
) -> None:
    dossier = begun(app, fleur)
    app.assessments.rate(dossier.id, "1.1", "V")
    app.assessments.note(dossier.id, "1.1", f"{start} zei de student")
    app.assessments.write(dossier.id, Place.STRENGTH, start)
    app.exports.write_table([dossier.id], tmp_path / "d.xlsx", "xlsx", "nl")
    app.exports.write_table([dossier.id], tmp_path / "d.csv", "csv", "nl")

    book = load_workbook(tmp_path / "d.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if str(cell.value).startswith(start)]
    assert len(found) == 2
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n", "d"}
    assert all(cell.quotePrefix for cell in found)
    assert f"'{start}" in (tmp_path / "d.csv").read_text("utf-8-sig")


def test_csv_opens_in_a_dutch_spreadsheet(app: Application, noor: Person, fleur: Student, tmp_path: Path) -> None:
    dossier = finalised(app, fleur)
    path = tmp_path / "dossiers.csv"
    app.exports.write_table([dossier.id], path, "csv", "nl")
    app.exports.write_table([dossier.id], tmp_path / "criteria.csv", "criteria.csv", "nl")

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert (row["Activiteit op"], row["Definitief op"]) == ("19-01-2026", "20-01-2026")
    assert row["Oordeel"] == "voldoende"
    with (tmp_path / "criteria.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [one["Niveau"] for one in csv.DictReader(file, delimiter=";")] == ["V"] * 36


def test_an_export_is_recorded_with_a_count_and_without_names(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    dossier = finalised(app, fleur)
    app.exports.write_table([dossier.id], tmp_path / "d.xlsx", "xlsx", "nl")
    files = app.exports.write_pdfs([dossier.id], tmp_path / "pdf", "nl")

    assert [file.name for file in files] == [f"dossier-{dossier.number}.pdf"]
    assert exported(app) == [
        {"what": "dossiers", "kind": "xlsx", "dossiers": 1},
        {"what": "dossiers", "kind": "pdf", "dossiers": 1},
    ]
    assert verify(app.desk).is_sound


def test_an_export_that_is_stopped_leaves_the_former_file_and_nothing_else(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    ids = [begun(app, fleur).id for _ in range(3)]
    for kind in ("xlsx", "csv"):
        path = tmp_path / f"dossiers.{kind}"
        path.write_bytes(b"van vorige week")
        for stop_at in (0, 3):
            assert app.exports.write_table(ids, path, kind, "nl", lambda done, _t, at=stop_at: done < at) is None
        assert path.read_bytes() == b"van vorige week"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["dossierkast", "dossiers.csv", "dossiers.xlsx"]
    assert exported(app) == []


def test_what_is_being_written_is_for_this_user_only_and_is_swept_up(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    seen: list[tuple[int, list[str]]] = []

    def look(_done: int, _total: int) -> bool:
        seen.extend(
            (stat.S_IMODE(folder.stat().st_mode), sorted(one.name for one in folder.iterdir()))
            for folder in tmp_path.glob(".assessor-export-*")
        )
        return True

    app.exports.write_table([begun(app, fleur).id], tmp_path / "d.xlsx", "xlsx", "nl", look)

    assert seen
    assert {mode for mode, _files in seen} == {0o700}
    assert seen[0][1] == ["1.xml", "2.xml", "3.xml", "4.xml"]
    assert not list(tmp_path.glob(".assessor-export-*"))


def test_nothing_chosen_and_a_folder_that_refuses_are_named(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match="nothing-to-export"):
        app.exports.write_table([], tmp_path / "d.xlsx", "xlsx", "nl")
    with pytest.raises(KnownError, match="nothing-to-export"):
        app.exports.write_pdfs([], tmp_path, "nl")
    (tmp_path / "in-de-weg").write_text("een bestand")
    with pytest.raises(KnownError, match="cannot-write"):
        app.exports.write_table([begun(app, fleur).id], tmp_path / "in-de-weg" / "d.xlsx", "xlsx", "nl")
    assert exported(app) == []


def test_many_dossiers_come_in_portions_in_the_order_of_their_numbers(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    count = PORTION + 3
    for _ in range(count):
        begun(app, fleur)
    ids, steps = app.exports.found(Filter(mine=True)), []

    def go_on(done: int, total: int) -> bool:
        steps.append((done, total))
        return True

    app.exports.write_table(ids, tmp_path / "d.xlsx", "xlsx", "nl", go_on)

    numbers = [row["Dossier"] for row in table(tmp_path / "d.xlsx", "Dossiers")]
    assert numbers == sorted(str(one) for one in numbers)
    assert len(numbers) == count
    assert steps == [(0, count), (PORTION, count), (count, count)]
    assert app.exports.found(Filter("niemand heet zo")) == []


@given(st.text(st.characters(), max_size=80))
def test_any_text_can_stand_in_a_cell(words: str) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    kept = clean(words, "nl")
    assert not ILLEGAL_CHARACTERS_RE.search(kept)
    assert kept.encode().decode() == kept
    assert clean(kept, "nl") == kept


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_says_so() -> None:
    kept = clean("a" * (MOST_SIGNS + 1), "nl")
    assert kept.endswith(" [afgekapt]")
    assert len(kept) < 32_767
