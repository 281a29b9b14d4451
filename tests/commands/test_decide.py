"""``decide``: the worked cases of the practice text through the shell, and files that are not what they should be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assessor.application import catalogue
from tests.commands.conftest import Said, Typed

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "decision_cases.json").read_text("utf-8")
)
PABO = "pabo-praktijkbeoordeling"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_worked_case_comes_out_of_the_shell_as_the_practice_text_says(
    typed: Typed, tmp_path: Path, case: dict[str, Any]
) -> None:
    form = f"{case['programme']}-praktijkbeoordeling"
    marks = dict.fromkeys(catalogue().get(form).criteria, case["rest"]) | case["marks"]
    sheet = tmp_path / "sheet.csv"
    rows = [f"{code},{mark or ''}" for code, mark in marks.items()]
    sheet.write_text("\n".join(["criterion,level", *rows]), encoding="utf-8")

    answer = typed("decide", form, sheet, "--json").json

    assert {code: model["verdict"] for code, model in answer["models"].items()} == case["models"]
    assert answer["verdict"] == case["verdict"]
    assert all(model["reason"].keys() == {"nl", "en"} and all(model["reason"].values())
               for model in [*answer["models"].values(), answer])  # fmt: skip


def test_without_json_the_reasons_are_read_as_sentences(typed: Typed, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("criterion,level\n1.1,O\n", encoding="utf-8")

    answer = typed("decide", PABO, sheet)

    assert answer.code == 0
    assert "Model 1 is onvoldoende, omdat kritisch criterium 1.1" in answer.out
    assert "niet vastgesteld" in answer.out


@pytest.fixture
def decided(typed: Typed, tmp_path: Path) -> Any:
    """Decide on a file with exactly these bytes."""

    def decide(content: bytes) -> Said:
        sheet = tmp_path / "scores.csv"
        sheet.write_bytes(content)
        return typed("decide", PABO, sheet, "--json")

    return decide


@pytest.mark.parametrize(
    "content",
    [
        b"criterion,level\n1.1,O\n",
        b"\xef\xbb\xbfcriterion,level\r\n1.1,O\r\n",
        b"criterion;level\n1.1;O\n",
        b"\xef\xbb\xbfcriterium;niveau\r\n1.1;O\r\n",
        b"level\tcriterion\nO\t1.1\n",
        b'\n"Criterion","Level"\n\n 1.1 , O \n,\n',
        b"criterion,level\n1.1,O\n1.2,\n",
        b"criterion,level\n1.1,O,,\n",
    ],
    ids=["plain", "mark", "semicolon", "dutch", "tab", "spaces", "unscored", "empty-columns"],
)
def test_a_sheet_is_read_however_a_spreadsheet_saved_it(decided: Any, content: bytes) -> None:
    assert decided(content).json["models"]["1"]["verdict"] == "O"


@pytest.mark.parametrize(
    ("content", "code", "where"),
    [
        (b"", "sheet-empty", "scores.csv"),
        (b"criterion,level\n", "sheet-empty", "scores.csv"),
        (b"1.1,V\n", "header-missing", "rij 1"),
        (b"criterion,level\n1.1,V\n9.9,V\n", "criterion-unknown", "rij 3"),
        (b"criterion,level\n4-jan,V\n", "criterion-unknown", "rij 2"),
        (b"criterion,level\n\n1.1,5\n", "level-unknown", "rij 3"),
        (b"criterion,level\n1.1,v\n", "level-unknown", "rij 2"),
        (b"criterion,level\n1.1,V\n1.2,G\n1.1,V\n", "criterion-twice", "rij 4"),
        (b"criterion,level\n1.1\n", "row-not-two-cells", "rij 2"),
        (b"criterion,level\n1.1,V,G\n", "row-not-two-cells", "rij 2"),
        (b'criterion,level\n1.1,"V\n1.2,G\n', "row-unreadable", "rij 2"),
        (b"criterion,level\n1.1,V\n1.2,\xff\n", "file-not-utf8", "rij 3"),
        ("criterion,level\n1.1,V".encode("utf-16"), "file-not-utf8", "rij 1"),
        (b"criterion,level\n" + b"1.1,V\n" * 40_000, "file-too-large", "scores.csv"),
        (b"criterion,level\n1.1,V\x00\n", "level-unknown", "rij 2"),
        (b"=cmd|' /C calc'!A0,level\n1.1,V\n", "header-missing", "rij 1"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_one_sentence_that_names_the_row(
    decided: Any, content: bytes, code: str, where: str
) -> None:
    assert where in decided(content).refused(code)


def test_an_instrument_without_a_rule_decides_nothing(typed: Typed, tmp_path: Path) -> None:
    typed("decide", "pabo-tussenevaluatie", tmp_path / "scores.csv", "--json").refused("no-rule")


def test_a_file_that_is_not_there_is_said_by_its_name(typed: Typed, tmp_path: Path) -> None:
    assert "weg.csv" in typed("decide", PABO, tmp_path / "weg.csv", "--json").refused("file-unreadable")
    typed("decide", "onbekend", tmp_path / "weg.csv", "--json").refused("instrument-unknown")
