"""``students import``: a list of students as somebody types it, first dry, then for good."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Typed
from tests.exchange.school_lists import ANNA, STUDENTS, anna, csv_file


def test_a_dry_run_shows_what_would_change_and_writes_nothing(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "studenten.csv", (STUDENTS, ANNA))
    before = typed("students", "list", "--workspace", partnership, "--json").json["total"]

    answer = typed("students", "import", path, "--workspace", partnership, "--dry-run", "--json").json

    assert answer["written"] is False
    assert answer["counts"] == {"refused": 0, "changed": 0, "added": 2, "unchanged": 0}
    assert [row["name"] for row in answer["rows"]] == ["De Wilgenroos", "Berg, Anna van den"]
    assert typed("students", "list", "--json").json["total"] == before
    spoken = typed("students", "import", path, "--dry-run")
    assert spoken.code == 0
    assert "nieuw  Berg, Anna van den  500001; pabo, voltijd, jaar 3; De Wilgenroos" in spoken.out
    assert spoken.out.endswith("Er is niets geschreven.\n")


def test_an_import_twice_is_an_import_once(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "studenten.csv", (STUDENTS, ANNA))

    assert typed("students", "import", path, "--workspace", partnership).code == 0
    again = typed("students", "import", path, "--json")

    assert again.code == 0
    assert again.json["counts"] == {"refused": 0, "changed": 0, "added": 0, "unchanged": 1}
    changed = typed("students", "import", csv_file(path, (STUDENTS, anna(mentor="Bo Bos"))), "--json").json
    assert changed["rows"][0]["changes"] == [{"field": "supervisor", "old": "Mees Appelboom", "new": "Bo Bos"}]
    assert typed("students", "list", "--search", "anna berg", "--json").json["total"] == 1


def test_refused_rows_are_told_with_their_cure_and_in_the_exit_code(
    typed: Typed, partnership: Path, tmp_path: Path
) -> None:
    path = csv_file(tmp_path / "studenten.csv", (STUDENTS, anna(van="31-2-2026"), anna(studentnummer="500002")))

    said = typed("students", "import", path, "--workspace", partnership, "--json")

    assert said.code == 1
    [refused] = [row for row in said.json["rows"] if row["effect"] == "refused"]
    assert (refused["row"], refused["column"], refused["error"]["code"]) == (2, "M", "date-unknown")
    spoken = typed("students", "import", path)
    assert (
        spoken.err == "studenten.csv, rij 2, kolom M: ‘31-2-2026’ is geen datum. Schrijf dag, maand en jaar, zoals"
        " 12-3-2026.\n"
    )
    assert typed("students", "list", "--search", "500002", "--json").json["total"] == 1


def test_a_file_that_cannot_be_read_is_one_sentence(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "boodschappen.csv", [("melk", "brood"), ("1", "2")])

    typed("students", "import", path, "--workspace", partnership, "--json").refused("headings-unknown")
    typed("students", "import", tmp_path / "weg.csv", "--json").refused("file-unreadable")


def test_the_template_needs_no_workspace(typed: Typed, tmp_path: Path) -> None:
    path = tmp_path / "leeg.xlsx"

    assert typed("students", "import", "--template", path, "--json").json == {"template": str(path)}
    assert path.read_bytes().startswith(b"PK")
    assert typed("students", "import").code == 2
