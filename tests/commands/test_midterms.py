"""``midterms``: out to a cohort, back in any order, and nothing of a form is ever said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Typed
from tests.exchange import outgoing

SECRET = "Kangoeroedans"
STUDENT = {"level:1.1": "B2", "note:1.1": SECRET}
MENTOR = {"level:1.1": "nog niet op basisniveau", "level:1.2": "B1 of B2?"}


@pytest.fixture
def who(typed: Typed, partnership: Path) -> Any:
    """A pabo student of the example, and somebody to sign in as."""
    found = typed("students", "list", "--workspace", partnership, "--json").json["students"]
    drafts = typed("dossiers", "list", "--workspace", partnership, "--json").json["dossiers"]
    student = next(one for one in found if one["programme"] == "pabo")
    return {"student": student["number"], "as": drafts[0]["assessor"]["name"]}


def send(typed: Typed, who: Any, folder: Path, *more: str) -> Any:
    return typed("midterms", "send", "--student", who["student"], "--out", folder, "--as", who["as"], "--json", *more)


def fill(file: str, values: dict[str, str]) -> Path:
    path = Path(file)
    path.write_bytes(outgoing.filled(path.read_bytes(), values))
    return path


def test_out_back_and_who_is_where(typed: Typed, who: Any, tmp_path: Path) -> None:
    said = send(typed, who, tmp_path / "uit", "--due", "1-2-2020")
    assert said.code == 0
    assert "niet versleuteld" in said.err
    student, mentor = said.json["files"]
    assert (student["respondent"], mentor["respondent"]) == ("student", "mentor")
    assert Path(said.json["list"]).is_file()
    assert Path(student["file"]).with_suffix(".txt").is_file()
    waits = typed("midterms", "list", "--late", "--json").json["midterms"]
    assert [(one["student"], one["in"], one["late"]) for one in waits] == [(who["student"], [], True)]
    assert "te laat" in typed("midterms", "list").out

    first = typed("midterms", "receive", fill(student["file"], STUDENT), "--as", who["as"], "--json")
    (one,) = first.json["files"]
    assert (one["arrival"], one["opened"], one["missing"]) == ("binnen", False, 14)
    assert SECRET not in first.out + first.err
    (line,) = typed("midterms", "list", "--search", who["student"], "--json").json["midterms"]
    assert (line["state"], line["in"]) == ("uitgezet", ["student"])

    second = typed("midterms", "receive", fill(mentor["file"], MENTOR), "--as", who["as"])
    assert second.code == 0
    assert "niet begrepen bij 1.2" in second.out
    assert "de spiegel is klaar" in second.out
    assert "B1 of B2" not in second.out
    found = typed("midterms", "list", "--state", "beide ingediend", "--json").json["midterms"]
    assert len(found) == 1
    again = send(typed, who, tmp_path / "nog eens")
    assert [one["code"] for one in again.json["skipped"]] == ["midterm-under-way"]


def test_the_same_from_both_sides_is_reported(typed: Typed, who: Any, tmp_path: Path) -> None:
    files = send(typed, who, tmp_path, "--format", "pdf").json["files"]
    said = typed("midterms", "receive", *(fill(one["file"], STUDENT) for one in files), "--as", who["as"])
    assert "woordelijk gelijk" in said.out


def test_what_cannot_be_is_one_sentence(typed: Typed, who: Any, tmp_path: Path) -> None:
    typed("midterms", "send", "--out", tmp_path, "--as", who["as"], "--json").refused("nobody-to-send")
    send(typed, who, tmp_path, "--due", "eergisteren").refused("no-day")
    (tmp_path / "niets.pdf").write_text("niets")
    said = typed("midterms", "receive", tmp_path / "niets.pdf", "--as", who["as"], "--json")
    assert (said.code, said.json["files"][0]["refusal"]["code"]) == (1, "form-none")
    plain = typed("midterms", "receive", tmp_path / "niets.pdf", "--as", who["as"])
    assert plain.out.startswith("✗ ")
