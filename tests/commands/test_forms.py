"""``forms``: out to students and mentors, and back in any order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Said, Typed
from tests.exchange import outgoing

ADVICE = {"level:1.1": "goed!", "note:1.1": "Zij wacht tot ieder kind kijkt."}
PREPARED = {"activity:group": "groep 6", "formative:F1:0": "Ik leidde het leerteam."}


@pytest.fixture
def draft(typed: Typed, partnership: Path) -> Any:
    """A draft on the pabo form in the example, with its assessor."""
    found = typed("dossiers", "list", "--workspace", partnership, "--state", "concept", "--json").json["dossiers"]
    return next(one for one in found if one["programme"] == "pabo")


def sent(typed: Typed, draft: Any, folder: Path, *kinds: str) -> list[Any]:
    said = typed(
        "forms", "send", "--dossier", draft["number"], "--out", folder, "--as", draft["assessor"]["name"], "--json",
        *(part for kind in kinds for part in ("--kind", kind)),
    )  # fmt: skip
    assert said.code == 0
    assert "niet versleuteld" in said.err
    files: list[Any] = said.json["files"]
    assert Path(said.json["list"]).is_file()
    return files


def fill(file: str, values: dict[str, str]) -> Path:
    path = Path(file)
    path.write_bytes(outgoing.filled(path.read_bytes(), values))
    return path


def received(typed: Typed, draft: Any, *arguments: str | Path) -> Said:
    return typed("forms", "receive", *arguments, "--as", draft["assessor"]["name"], "--json")


def test_forms_go_out_come_back_and_are_taken_over_where_nothing_stands(
    typed: Typed, draft: Any, tmp_path: Path
) -> None:
    preparation, advice = sent(typed, draft, tmp_path / "uit")
    assert (preparation["kind"], advice["respondent"]) == ("voorbereiding", "mentor")
    files = [fill(preparation["file"], PREPARED), fill(advice["file"], ADVICE)]
    looked = received(typed, draft, *files, "--dossier", draft["number"])
    assert looked.code == 0
    assert [one["acceptable"] for one in looked.json["files"]] == [True, True]
    assert looked.json["accepted"] == []

    before = typed("dossiers", "show", draft["number"], "--json").json["dossier"]
    accepted = received(typed, draft, *files, "--accept").json["accepted"]
    assert [one["refusal"] for one in accepted] == [None, None]
    after = typed("dossiers", "show", draft["number"], "--json").json["dossier"]
    assert [one["mark"] for one in after["ratings"]] == [one["mark"] for one in before["ratings"]]
    stands = before["passages"].get("formative:F1:0")
    assert after["passages"]["formative:F1:0"] == (stands or "Ik leidde het leerteam.")
    again = received(typed, draft, *files).json["files"]
    assert [one["again"] for one in again] == ["hetzelfde", "hetzelfde"]


def test_people_read_what_each_file_is(typed: Typed, draft: Any, tmp_path: Path) -> None:
    [advice] = sent(typed, draft, tmp_path / "uit", "mentoradvies")
    fill(advice["file"], {**ADVICE, "level:1.2": "V+"})
    letter = tmp_path / "brief.pdf"
    letter.write_text("geen pdf")
    person = draft["assessor"]["name"]
    said = typed("forms", "receive", advice["file"], letter, "--accept", "--as", person)
    assert said.code == 1
    assert f"mentoradvies voor {draft['number']}, nieuw, 14 nog leeg" in said.out
    assert "1.2 niveau: ‘V+’ is geen keuze van dit veld." in said.out
    assert "brief.pdf: Dit is geen formulier van dit programma." in said.out
    assert "Bewaard; 0 overgenomen, 1 te kiezen in het dossier." in said.out

    fill(advice["file"], {"level:1.1": "O"})
    other = typed("forms", "receive", advice["file"], "--accept", "--as", person)
    assert "Bewaard naast de eerdere versie" in other.out


def test_what_is_of_somebody_else_is_kept_and_not_entered(typed: Typed, draft: Any, tmp_path: Path) -> None:
    [preparation] = sent(typed, draft, tmp_path / "uit", "voorbereiding")
    fill(preparation["file"], PREPARED)
    drafts = typed("dossiers", "list", "--limit", "100", "--json").json["dossiers"]
    other = next(one["assessor"]["name"] for one in drafts if one["assessor"] != draft["assessor"])
    said = typed("forms", "receive", preparation["file"], "--accept", "--as", other)
    assert "Bewaard, niet overgenomen: Dit dossier is van een andere beoordelaar." in said.out


def test_a_cohort_gets_workbooks_and_nobody_is_refused(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    students = typed("students", "list", "--workspace", partnership, "--limit", "100", "--json").json["students"]
    cohort = students[0]["cohort"]
    many = [one for one in students if one["cohort"] == cohort]
    person = typed("dossiers", "list", "--json").json["dossiers"][0]["assessor"]["name"]
    out = ("--out", tmp_path / "uit", "--as", person, "--json")
    said = typed("forms", "send", "--cohort", cohort, "--kind", "voorbereiding", "--format", "xlsx", *out)
    assert len(said.json["files"]) == len(many)
    assert all(one["file"].endswith(".xlsx") for one in said.json["files"])
    one = typed("forms", "send", "--student", many[0]["number"], "--kind", "voorbereiding", *out)
    assert [file["student"] for file in one.json["files"]] == [many[0]["number"]]
    typed("forms", "send", *out).refused("nobody-to-send")
    typed("forms", "send", "--student", "niemand", *out).refused("student-unknown")
