"""``instruments``: what there is, what one holds, and what an author must mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessor import paths
from tests.commands.conftest import Typed


def test_the_list_names_every_shipped_instrument(typed: Typed) -> None:
    listed = {one["id"]: one for one in typed("instruments", "list", "--json").json["instruments"]}

    assert {code: one["criteria"] for code, one in listed.items()} == {
        "pabo-praktijkbeoordeling": 36,
        "ad-praktijkbeoordeling": 30,
        "pabo-tussenevaluatie": 15,
        "ad-tussenevaluatie": 15,
    }
    assert {one["status"] for one in listed.values()} == {"voorbeeld"}
    assert "Praktijkbeoordeling pabo" in typed("instruments", "list").out


def test_a_broken_form_of_the_institution_is_listed_with_its_problem(typed: Typed) -> None:
    own = paths.own_forms() / "eigen-formulier"
    own.mkdir(parents=True)
    (own / "1.0.toml").write_text('id = "eigen', encoding="utf-8")

    listed = {one["id"]: one for one in typed("instruments", "list", "--json").json["instruments"]}

    assert listed["eigen-formulier"]["error"]["code"] == "not-toml"
    assert "niet te gebruiken" in typed("instruments", "list").out
    typed("instruments", "show", "eigen-formulier", "--json").refused("form-invalid")


def test_one_instrument_is_shown_in_full(typed: Typed) -> None:
    answer = typed("instruments", "show", "pabo-praktijkbeoordeling", "--json").json
    said = typed("instruments", "show", "pabo-praktijkbeoordeling").out

    assert len(answer["fingerprint"]) == 64
    assert answer["instrument"]["id"] == "pabo-praktijkbeoordeling"
    assert "4.1 Sfeer en respect tijdens de activiteit ★" in said
    assert "Goed omvat voldoende." in said
    assert answer["fingerprint"] in said


def test_an_unknown_version_is_refused(typed: Typed) -> None:
    typed("instruments", "show", "pabo-praktijkbeoordeling", "--version", "9.9", "--json").refused("version-unknown")


def test_sound_forms_are_in_order(typed: Typed) -> None:
    files = sorted(paths.forms().glob("*/*.toml"))

    answer = typed("instruments", "check", *files, "--json")

    assert answer.code == 0
    assert [one["ok"] for one in answer.json["files"]] == [True] * 4
    assert "in orde" in typed("instruments", "check", files[0]).out


def test_all_problems_of_all_files_are_told_at_once(typed: Typed, tmp_path: Path) -> None:
    shipped = (paths.forms() / "pabo-praktijkbeoordeling" / "1.0.toml").read_text("utf-8")
    sloppy = tmp_path / "slordig.toml"
    sloppy.write_text(
        shipped.replace('kind = "praktijkbeoordeling"', 'kind = "toets"').replace('pivot = "4"', 'pivot = "9"')
    )
    broken = tmp_path / "kapot.toml"
    broken.write_text("[[model]\n", encoding="utf-8")

    answer = typed("instruments", "check", sloppy, broken, tmp_path / "weg.toml", "--json")

    answer.refused("form-invalid")
    first, second, third = answer.json["files"]
    assert len(first["problems"]) >= 2
    assert all(problem["what"] and problem["cure"] for problem in first["problems"])
    assert second["problems"][0]["line"] == 1
    assert third["problems"][0]["code"] == "form-unreadable"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_problems_are_told_in_the_language_of_the_screen(typed: Typed, tmp_path: Path, language: str) -> None:
    broken = tmp_path / "kapot.toml"
    broken.write_text("[[model]\n", encoding="utf-8")

    answer = typed("instruments", "check", broken, "--language", language)

    assert answer.code == 1
    assert ("fout: " if language == "nl" else "error: ") in answer.out
    assert len(answer.err.splitlines()) == 1
