"""``dossiers``: finding them, reading how a verdict came about, and putting them on paper."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from assessor.application import open_application
from assessor.domain.people import Role
from assessor.services.assessments import Start
from assessor.storage.keys import Passphrase
from tests.commands.conftest import PASSPHRASE, Said, Typed


def listed(typed: Typed, workspace: Path, *more: str) -> list[dict[str, object]]:
    return list(typed("dossiers", "list", "--workspace", workspace, "--json", *more).json["dossiers"])


def test_the_list_can_be_narrowed_to_a_state_and_to_words(typed: Typed, partnership: Path) -> None:
    final = listed(typed, partnership, "--state", "definitief")
    number = str(final[0]["number"])

    assert final
    assert {one["state"] for one in final} == {"definitief"}
    assert all(one["verdict"] in {"O", "V", "G"} for one in final)
    assert [one["number"] for one in listed(typed, partnership, "--search", number)] == [number]
    assert number in typed("dossiers", "list", "--search", number).out


def test_mine_are_those_of_the_person_who_is_named(typed: Typed, partnership: Path) -> None:
    name = str(listed(typed, partnership)[0]["assessor"]["name"])  # type: ignore[index]

    mine = listed(typed, partnership, "--mine", "--as", name.upper())

    assert mine
    assert {one["assessor"]["name"] for one in mine} == {name}  # type: ignore[index]
    typed("dossiers", "list", "--mine", "--json").refused("actor-unknown")
    typed("dossiers", "list", "--mine", "--as", "Niemand Nergens", "--json").refused("person-unknown")


def test_a_final_dossier_tells_how_its_verdict_came_about(typed: Typed, partnership: Path) -> None:
    number = str(listed(typed, partnership, "--state", "definitief")[0]["number"])

    answer = typed("dossiers", "show", number, "--json").json["dossier"]
    said = typed("dossiers", "show", answer["id"]).out

    assert answer["number"] == number
    assert answer["result"]["verdict"] == (answer["decision"]["verdict"] if not answer["result"]["departs"] else "G")
    assert "Zo komt dit oordeel tot stand" in said
    assert answer["decision"]["reason"]["nl"] in said
    assert answer["result"]["fingerprint"] in said
    assert "Voorbeeld - niet vastgesteld" in said


def test_a_concept_tells_what_is_still_to_do(typed: Typed, partnership: Path) -> None:
    number = str(listed(typed, partnership, "--state", "concept")[0]["number"])

    answer = typed("dossiers", "show", number, "--json").json["dossier"]

    assert answer["result"] is None
    assert {one["severity"] for one in answer["findings"]} <= {"blokkerend", "waarschuwing"}


def test_a_lapsed_appointment_blocks_and_says_whom_to_ask(typed: Typed, partnership: Path) -> None:
    application = open_application(partnership, Passphrase(PASSPHRASE), holder="tests")
    today = application.desk.today()
    lapsed, _ = application.people.add("Loek Verlopen", frozenset({Role.ASSESSOR}), trained=today, bke=today)
    application.people.appoint(lapsed.id, "pabo", today - timedelta(days=400), today - timedelta(days=9), "EC-1")
    application.people.sign_in(lapsed.id)
    student = next(one for one in application.students.search("", "pabo", 99) if one.variant == "voltijd")
    dossier, _ = application.assessments.start(Start(student.id))
    application.close()

    findings = typed("dossiers", "show", dossier.number, "--json", "--workspace", partnership).json["dossier"][
        "findings"
    ]

    right = [one for one in findings if one["place"] == "right"]
    assert [one["severity"] for one in right] == ["blokkerend"]
    assert "Vraag de examencommissie om een aanstelling" in right[0]["what"]


def written(typed: Typed, workspace: Path, folder: Path, *more: str) -> Said:
    numbers = [str(one["number"]) for one in listed(typed, workspace, "--state", "definitief")[:2]]
    return typed("dossiers", "pdf", *numbers, "--out", folder, "--json", *more)


@pytest.mark.parametrize(("language", "word"), [("nl", "Totstandkoming"), ("en", "verdict")])
def test_dossiers_go_on_paper_under_their_number_only(
    typed: Typed, partnership: Path, tmp_path: Path, language: str, word: str
) -> None:
    answer = written(typed, partnership, tmp_path / "paper", "--paper-language", language)

    files = [Path(file) for file in answer.json["files"]]
    assert [file.parent for file in files] == [tmp_path / "paper"] * 2
    assert all(file.name.removeprefix("dossier-").removesuffix(".pdf")[4] == "-" for file in files)
    assert word in PdfReader(files[0]).pages[0].extract_text()
    assert "niet versleuteld" in answer.err


def test_an_unknown_dossier_is_refused_and_nothing_is_written(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    known = str(listed(typed, partnership)[0]["number"])

    refused = typed("dossiers", "pdf", known, "1999-0001", "--out", tmp_path / "paper", "--json")

    assert "1999-0001" in refused.refused("dossier-unknown")
    assert not (tmp_path / "paper").exists()


def test_a_folder_that_cannot_be_written_to_is_refused(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("a file where a folder should be")

    written(typed, partnership, tmp_path / "in-the-way").refused("cannot-write")

    assert (tmp_path / "in-the-way").read_text() == "a file where a folder should be"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_was_found_goes_into_a_table_that_says_that_it_lies_in_clear(
    typed: Typed, partnership: Path, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"dossiers.{kind}"
    wanted = ("--state", "definitief")

    answer = typed("dossiers", "export", "--workspace", partnership, "--format", kind, "--out", file, "--json", *wanted)

    assert answer.json["dossiers"] == len(listed(typed, partnership, *wanted, "--limit", "9999"))
    assert Path(str(answer.json["file"])) == file
    assert file.stat().st_size
    assert "niet versleuteld" in answer.err
    assert "sound" not in typed("verify", "--workspace", partnership).err


def test_nothing_found_is_no_table(typed: Typed, partnership: Path, tmp_path: Path) -> None:
    file = tmp_path / "niets.xlsx"
    refused = typed(
        "dossiers",
        "export",
        "--workspace",
        partnership,
        "--format",
        "xlsx",
        "--out",
        file,
        "--search",
        "niemand zo",
        "--json",
    )
    refused.refused("nothing-to-export")
    assert not file.exists()
