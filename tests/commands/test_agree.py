"""``agree``: published values through the shell, both layouts and both languages, and files that are no ratings."""

import csv
import json
import math
from pathlib import Path
from typing import Any

import pytest

from assessor.agreement.measures import MEASURES
from assessor.application import catalogue
from tests.agreement.reference import aliases, rows, sets
from tests.commands.conftest import Typed
from tests.exchange.workbooks import workbook


def chosen() -> list[tuple[str, str]]:
    """Each set with each choice of weights for which it has values."""
    found: dict[tuple[str, str], None] = {}
    for name, one in sets().items():
        given = rows(name)
        if given is None:
            continue
        for value in one["expected"]:
            if aliases().get(value.get("coef", ""), value.get("coef")) in MEASURES:
                found[name, value.get("weights", "unweighted")] = None
    return list(found)


def wide(path: Path, table: list[list[Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["item", *(f"assessor {place + 1}" for place in range(len(table[0])))])
        writer.writerows([f"item {place + 1}", *levels] for place, levels in enumerate(table))
    return path


def long(path: Path, table: list[list[Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["work", "criterion", "assessor", "level"])
        writer.writerows(
            [f"item {item + 1}", "k", f"assessor {place + 1}", level]
            for item, levels in enumerate(table)
            for place, level in enumerate(levels)
        )
    return path


def scale(name: str) -> list[str]:
    levels = sets()[name].get("categories")
    return ["--levels", ",".join(map(str, levels))] if levels else []


def value_of(given: dict[str, Any], name: str, measure: str, weights: str) -> list[tuple[Any, dict[str, Any]]]:
    return [
        (given["measures"][measure]["value"], value)
        for value in sets()[name]["expected"]
        if aliases().get(value.get("coef", ""), value.get("coef")) == measure
        and value.get("weights", "unweighted") == weights
    ]


@pytest.mark.parametrize(("name", "weights"), chosen(), ids=["-".join(one) for one in chosen()])
def test_reference_values_come_out_of_the_shell(typed: Typed, tmp_path: Path, name: str, weights: str) -> None:
    table = rows(name)
    assert table is not None
    options = [*scale(name), "--weights", weights, "--interval", "none", "--json"]
    answer = typed("agree", wide(tmp_path / "wide.csv", table), *options).json
    compared = 0
    for measure in MEASURES:
        for found, value in value_of(answer, name, measure, weights):
            assert found == pytest.approx(value["value"], abs=value["tol"]), measure
            compared += 1
    assert compared
    other = typed("agree", long(tmp_path / "long.csv", table), *options).json
    assert other["measures"] == answer["measures"]


def test_works_with_several_criteria_come_out_of_the_shell(typed: Typed, tmp_path: Path) -> None:
    one = sets()["guilford_1954_mfrm"]
    lines = [
        f"{ratee},trait {place},{judge},{level}"
        for judge, ratee, *levels in one["matrix"]
        for place, level in enumerate(levels, start=1)
    ]
    path = tmp_path / "long.csv"
    path.write_text("\n".join(["work,criterion,assessor,level", *lines]), encoding="utf-8")
    answer = typed("agree", path, "--json").json
    value = next(value for value in one["expected"] if value["coef"] == "exact_agreement")
    assert answer["measures"]["exact_agreement"]["value"] == pytest.approx(value["value"], abs=value["tol"])
    assert [found["criterion"] for found in answer["criteria"]] == [f"trait {place}" for place in range(1, 6)]
    assert answer["components"]["variances"]["work"] > 0
    assert answer["planning"]["reached"].keys() == {"0.70", "0.90"}


KEYS = [
    "items",
    "assessors",
    "ratings",
    "coverage",
    "levels",
    "weights",
    "seed",
    "measures",
    "criteria",
    "per_assessor",
    "pairwise",
    "components",
    "planning",
    "software",
]


def trap(tmp_path: Path) -> Path:
    table = rows("ovg_order_trap")
    assert table is not None
    return wide(tmp_path / "trap.csv", table)


def test_the_answer_has_the_agreed_form(typed: Typed, tmp_path: Path) -> None:
    answer = typed("agree", trap(tmp_path), "--levels", "O,V,G", "--seed", "7", "--json").json
    assert list(answer) == KEYS
    assert (answer["items"], answer["assessors"], answer["ratings"], answer["coverage"]) == (6, 4, 24, 1.0)
    assert (answer["levels"], answer["weights"], answer["seed"]) == (["O", "V", "G"], "unweighted", 7)
    assert list(answer["measures"]) == list(MEASURES)
    for found in answer["measures"].values():
        assert list(found) == ["value", "interval", "se", "items_used", "items_left_out", "pairs", "undefined"]
        assert (found["value"] is None) == (found["undefined"] is not None)
    exact = answer["measures"]["exact_agreement"]
    assert exact["interval"][0] <= exact["value"] <= exact["interval"][1]
    assert exact["pairs"] == 36
    assert set(answer["criteria"][0]) == {"criterion", "measures", "distribution"}
    assert answer["criteria"][0]["distribution"] == {"O": 6, "V": 9, "G": 9}
    assert [one["assessor"] for one in answer["per_assessor"]] == [f"assessor {n}" for n in (1, 2, 3, 4)]
    assert answer["per_assessor"][0]["exact_with_reference"] is None
    assert answer["pairwise"]["kappa"][0][0] is None
    assert answer["pairwise"]["agreement"][0][1] == answer["pairwise"]["agreement"][1][0]
    assert answer["software"].startswith("Assessor ")


def test_the_same_seed_gives_the_same_answer_and_another_one_another(typed: Typed, tmp_path: Path) -> None:
    asked = ["agree", trap(tmp_path), "--levels", "O,V,G", "--replicates", "300", "--json"]
    first, again, other = typed(*asked), typed(*asked), typed(*asked, "--seed", "2")
    assert first.out == again.out
    assert first.json["measures"]["gwet_ac"]["interval"] != other.json["measures"]["gwet_ac"]["interval"]


def test_no_figure_is_ever_nan(typed: Typed, tmp_path: Path) -> None:
    tables: list[list[list[Any]]] = [
        [["V", "V", "V"]] * 5,
        [["O"], ["V"]],
        [["O", "V", "G"]],
        [["", "", ""], ["", "", ""]],
        [["O", "", ""], ["", "V", ""]],
        [["O", "V", ""], ["V", "V", ""], ["G", "V", ""]],
    ]

    def refuse(constant: str) -> float:
        raise AssertionError(constant)

    for table in tables:
        said = typed("agree", wide(tmp_path / "t.csv", table), "--levels", "O,V,G", "--json")
        assert said.code == 0
        assert said.err == ""
        answer = json.loads(said.out, parse_constant=refuse)
        assert all(found["value"] is None or math.isfinite(found["value"]) for found in answer["measures"].values())


def test_two_assessors_are_asked_for_where_a_measure_is_for_two(typed: Typed, tmp_path: Path) -> None:
    more = typed("agree", trap(tmp_path), "--levels", "O,V,G", "--json", "--language", "en").json["measures"]
    assert "exactly 2 assessors and there are more" in more["cohen_kappa"]["undefined"]
    one = typed("agree", wide(tmp_path / "t.csv", [["O"], ["V"]]), "--levels", "O,V,G", "--json").json["measures"]
    assert "minder dan 2 beoordelaars" in one["cohen_kappa"]["undefined"]


def test_undeclared_numbers_are_the_levels_and_the_answer_says_so(typed: Typed, tmp_path: Path) -> None:
    path = wide(tmp_path / "t.csv", [[10, 9, 2], [2, 2, 10], [9, 9, 9]])
    answer = typed("agree", path, "--json").json
    assert answer["levels"] == ["2", "9", "10"]
    assert answer["remarks"] == ["Er is geen schaal opgegeven: de niveaus zijn de getallen die voorkwamen."]
    assert "remarks" not in typed("agree", path, "--json", "--levels", "2,9,10").json
    assert "oplopend: 2, 9, 10. Er is geen schaal opgegeven." in typed("agree", path).out


def test_one_criterion_can_be_looked_at(typed: Typed, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [f"w{work},{code},{name},{(work * place) % 3}" for work in range(6) for code in "xy"
             for place, name in enumerate("abc", start=1 if code == "x" else 2)]  # fmt: skip
    path.write_text("\n".join(["work,criterion,assessor,level", *lines]), encoding="utf-8")
    both = typed("agree", path, "--levels", "0,1,2", "--json").json
    alone = typed("agree", path, "--levels", "0,1,2", "--json", "--criterion", "x").json
    assert (both["items"], alone["items"]) == (12, 6)
    assert [one["criterion"] for one in alone["criteria"]] == ["x"]
    assert alone["measures"]["gwet_ac"]["value"] == both["criteria"][0]["measures"]["gwet_ac"]["value"]
    typed("agree", path, "--levels", "0,1,2", "--json", "--criterion", "z").refused("criterion-unknown")


def test_an_instrument_brings_its_scale_and_its_outcomes(typed: Typed, tmp_path: Path) -> None:
    form = catalogue().get("pabo-praktijkbeoordeling")
    names = [f"b{number}" for number in range(1, 8)]
    marks = [[code, *("N" if code == "1.2" and place == 0 else "V" for place in range(7))] for code in form.criteria]
    path = workbook(tmp_path / "t.xlsx", [["criterium", *names], *marks])
    asked = ["agree", path, "--instrument", form.id]
    answer = typed(*asked, "--json").json
    assert answer["levels"] == ["O", "V", "G"]
    assert answer["criteria"][1]["distribution"] == {"O": 0, "V": 6, "G": 0, "N": 1}
    assert answer["outcome"]["parts"][0]["part"] == "whole"
    assert answer["outcome"]["parts"][0]["measures"]["exact_agreement"]["value"] == 1.0
    assert {one["outcome"] for one in answer["outcome"]["parts"][0]["verdicts"]} == {"V"}
    assert "geven 0 beoordelaars deze les onvoldoende, 7 voldoende en 0 goed." in typed(*asked).out
    typed("agree", path, "--instrument", "onbekend", "--json").refused("instrument-unknown")


def test_sessions_are_answered_as_a_trend(typed: Typed, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [
        f"les,{code},{name},{'V' if name != 'a' else level},{year}"
        for year, level in (("2024", "O"), ("2025", "V"))
        for code in "xyz"
        for name in "abc"
    ]
    path.write_text("\n".join(["work,criterion,assessor,level,session", *lines]), encoding="utf-8")
    answer = typed("agree", path, "--levels", "O,V,G", "--json").json
    assert [one["session"] for one in answer["trend"]["sessions"]] == ["2024", "2025"]
    assert answer["trend"]["changes"][0]["difference"] == pytest.approx(2 / 3)
    assert answer["trend"]["changes"][0]["shifted"] == [{"level": "V", "before": pytest.approx(2 / 3), "now": 1.0}]


@pytest.mark.parametrize(
    ("language", "heading", "line"),
    [
        ("nl", "Zelfde niveau", "Kies twee beoordelaars: in "),
        ("en", "Same level", "Pick two assessors: in "),
    ],
)
def test_the_report_is_read_in_both_languages(
    typed: Typed, tmp_path: Path, language: str, heading: str, line: str
) -> None:
    table = [[(item * place) % 3 for place in range(1, 8)] for item in range(1, 9)]
    said = typed("agree", wide(tmp_path / "t.csv", table), "--levels", "0,1,2", "--language", language)
    assert said.code == 0
    assert heading in said.out.splitlines()
    assert line in said.out
    assert "assessor 1" not in said.out


@pytest.mark.parametrize(
    ("content", "options", "code", "where"),
    [
        ("", (), "table-empty", "t.csv"),
        ("item,a,b\nx,O,V\n", (), "level-order-unknown", "rij 2, kolom B"),
        ("item,a,b\nx,O,V\ny,O,X\n", ("--levels", "O,V,G"), "level-unknown", "rij 3, kolom C"),
        ("item,a,b\nx,1,2\nx,,2\n", (), "rating-twice", "rij 3, kolom C"),
        ("item,a,b\nx,1,2\n", ("--levels", "1,1"), "levels-wrong", ""),
        ("work,criterion,assessor,levle\nx,k,a,1\n", (), "column-unknown", "rij 1, kolom D"),
        ("criterion,a,b\n9.9,O,V\n", ("--instrument", "pabo-praktijkbeoordeling"), "criterion-unknown", "rij 2"),
    ],
)
def test_a_refusal_is_one_sentence_with_its_place(
    typed: Typed, tmp_path: Path, content: str, options: tuple[str, ...], code: str, where: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, encoding="utf-8")
    assert where in typed("agree", path, *options, "--json").refused(code)


@pytest.mark.parametrize(
    "options",
    [
        ("--levels", "O,V,G", "--instrument", "pabo-praktijkbeoordeling"),
        ("--weights", "cubic"),
        ("--interval", "bayes"),
        ("--replicates", "0"),
        ("--replicates", "1000001"),
        ("--seed", "-1"),
        ("--seed", "een"),
    ],
)
def test_wrong_use_is_said_and_ends_with_2(typed: Typed, tmp_path: Path, options: tuple[str, ...]) -> None:
    said = typed("agree", trap(tmp_path), *options)
    assert said.code == 2
    assert "Zo kan het niet" in said.err
