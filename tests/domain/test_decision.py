"""The decision rule: the worked cases of the practice text, its laws, and the sentences that explain it."""

# ruff: noqa: E501 - sentences stand here as they are read

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.decision import Decision, decide, decide_again
from assessor.domain.instrument import Family, Instrument, ModelRule, Outcome
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "decision_cases.json").read_text("utf-8")
)
CATALOGUE = Catalogue(forms())
INSTRUMENTS = {
    "pabo": CATALOGUE.get("pabo-praktijkbeoordeling"),
    "ad": CATALOGUE.get("ad-praktijkbeoordeling"),
}
PROGRAMMES = st.sampled_from(sorted(INSTRUMENTS))


def letter(outcome: Outcome | None) -> str | None:
    return None if outcome is None else outcome.letter


def marks_of(case: dict[str, Any]) -> dict[str, str | None]:
    return dict.fromkeys(INSTRUMENTS[case["programme"]].criteria, case["rest"]) | case["marks"]


def decided(programme: str, rest: str = "V", **marks: str | None) -> Decision:
    """A sheet with every criterion at `rest` but for the marks, given as _4_6="O"."""
    named = {name.strip("_").replace("_", "."): mark for name, mark in marks.items()}
    return decide(INSTRUMENTS[programme], dict.fromkeys(INSTRUMENTS[programme].criteria, rest) | named)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_worked_case_comes_out_as_the_practice_text_says(case: dict[str, Any]) -> None:
    decision = decide(INSTRUMENTS[case["programme"]], marks_of(case))

    assert {code: letter(model.verdict) for code, model in decision.models.items()} == case["models"]
    assert letter(decision.verdict) == case["verdict"]


def test_there_are_24_worked_cases() -> None:
    assert len(CASES) == 24


# --- laws

MARKS = st.sampled_from(["O", "V", "G", "N", None, "V", "G", "V"])


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Instrument, dict[str, str | None]]:
    instrument = INSTRUMENTS[draw(PROGRAMMES)]
    rest = draw(st.sampled_from(["V", "G"]))
    changed = draw(st.dictionaries(st.sampled_from(sorted(instrument.criteria)), MARKS, max_size=12))
    return instrument, dict.fromkeys(instrument.criteria, rest) | changed


def never_lower(before: Decision, after: Decision) -> bool:
    pairs = [(before.verdict, after.verdict)]
    pairs += [(before.models[code].verdict, after.models[code].verdict) for code in before.models]
    return all(
        (old is None or old is Outcome.INSUFFICIENT if new is None else old is None or new >= old) for old, new in pairs
    )


@given(sheets(), st.data())
def test_raising_a_level_never_lowers_a_verdict(
    sheet: tuple[Instrument, dict[str, str | None]], data: st.DataObject
) -> None:
    instrument, marks = sheet
    raisable = sorted(code for code, mark in marks.items() if mark in {"O", "V"})
    if not raisable:
        return
    code = data.draw(st.sampled_from(raisable))
    raised = {"O": "V", "V": "G"}[str(marks[code])]

    assert never_lower(decide(instrument, marks), decide(instrument, marks | {code: raised}))


@given(sheets(), st.data())
def test_scoring_an_unobserved_criterion_as_sufficient_never_lowers_a_verdict(
    sheet: tuple[Instrument, dict[str, str | None]], data: st.DataObject
) -> None:
    instrument, marks = sheet
    code = data.draw(st.sampled_from(sorted(marks)))

    before = decide(instrument, marks | {code: "N"})
    assert never_lower(before, decide(instrument, marks | {code: "V"}))


@given(sheets(), st.data())
def test_looking_again_at_one_mark_decides_as_looking_at_all(
    sheet: tuple[Instrument, dict[str, str | None]], data: st.DataObject
) -> None:
    instrument, marks = sheet
    code = data.draw(st.sampled_from(sorted(marks)))
    changed = marks | {code: data.draw(st.sampled_from(instrument.model_of[code].scale.marks))}

    assert decide_again(instrument, decide(instrument, marks), changed, code) == decide(instrument, changed)


@given(sheets(), st.randoms(use_true_random=False))
def test_the_order_of_scoring_never_matters(
    sheet: tuple[Instrument, dict[str, str | None]], chance: random.Random
) -> None:
    instrument, marks = sheet
    shuffled = list(marks.items())
    chance.shuffle(shuffled)

    assert decide(instrument, dict(shuffled)) == decide(instrument, marks)


@given(sheets())
def test_every_verdict_has_one_full_sentence_in_both_languages(
    sheet: tuple[Instrument, dict[str, str | None]],
) -> None:
    decision = decide(*sheet)

    for reason in [decision.reason, *(model.reason for model in decision.models.values())]:
        for words in (reason.nl, reason.en):
            assert words[0].isupper()
            assert words.endswith(".")
            assert "{" not in words
            assert "=" not in words
        assert reason.nl != reason.en


def test_insufficient_is_below_sufficient_is_below_good() -> None:
    assert Outcome.INSUFFICIENT < Outcome.SUFFICIENT < Outcome.GOOD


# --- sentences of the practice text, section 5


@pytest.mark.parametrize(
    ("model", "marks", "sentence"),
    [
        (
            "4",
            {"_4_6": "O", "_4_7": "O"},
            "Model 4 is onvoldoende: twee criteria zijn onvoldoende (4.6 en 4.7) en er mag er één onvoldoende zijn.",
        ),
        (
            "4",
            {"_4_1": "O"},
            "Model 4 is onvoldoende, omdat kritisch criterium 4.1 (Sfeer en respect tijdens de activiteit) onvoldoende is.",
        ),
        (
            "1",
            {"_1_1": "N"},
            "Model 1 heeft nog geen oordeel: kritisch criterium 1.1 is niet waargenomen. Plan een aanvullende observatie.",
        ),
        (
            "4",
            {f"_4_{n}": "G" for n in range(1, 6)},
            "Model 4 is goed: 5 van de 8 criteria zijn goed (nodig: 5) en geen enkel criterium is onvoldoende.",
        ),
        (
            "3",
            {f"_3_{n}": "G" for n in range(1, 5)},
            "Model 3 is voldoende: 4 van de 7 criteria zijn goed; voor goed zijn er 5 nodig.",
        ),
        (
            "3",
            {"_3_1": "G", "_3_5": "O"},
            (
                "Model 3 is voldoende: 1 van de 7 criteria is goed; voor goed zijn er 5 nodig; criterium 3.5 is onvoldoende,"
                " dat wordt gecompenseerd."
            ),
        ),
        (
            "2",
            {"_2_3": "O"},
            "Model 2 is onvoldoende: één criterium is onvoldoende (2.3) en er mag geen enkel criterium onvoldoende zijn.",
        ),
        ("3", {"_3_2": None}, "Model 3 heeft nog geen oordeel: criterium 3.2 is nog niet gescoord."),
        (
            "1",
            {"_1_2": "N", "_1_7": "N"},
            (
                "Model 1 heeft nog geen oordeel: twee criteria zijn niet waargenomen (1.2 en 1.7) en er mag er één niet"
                " waargenomen zijn. Plan een aanvullende observatie."
            ),
        ),
    ],
)
def test_a_model_explains_itself(model: str, marks: dict[str, str | None], sentence: str) -> None:
    assert decided("pabo", **marks).models[model].reason.nl == sentence


@pytest.mark.parametrize(
    ("programme", "rest", "marks", "sentence"),
    [
        ("pabo", "V", {"_2_3": "O"}, "De praktijkbeoordeling is onvoldoende, omdat model 2 onvoldoende is."),
        ("pabo", "V", {"_2_3": "O", "_3_1": None}, "Dit kan geen voldoende meer worden: model 2 is al onvoldoende."),
        (
            "pabo",
            "V",
            {f"_{m}_{n}": "G" for m in (1, 3, 5) for n in range(1, 7)},
            (
                "De praktijkbeoordeling is voldoende: alle modellen zijn minimaal voldoende. Voor goed moet ook model 4 goed"
                " zijn."
            ),
        ),
        (
            "pabo",
            "V",
            {"_1_5": "O", "_3_5": "O", "_4_6": "O"},
            (
                "De praktijkbeoordeling is onvoldoende: drie criteria zijn onvoldoende (1.5, 3.5 en 4.6) en in het geheel mogen"
                " er twee onvoldoende zijn."
            ),
        ),
        (
            "pabo",
            "G",
            {},
            (
                "De praktijkbeoordeling is goed: model 4 is goed, net als de modellen 1, 2, 3 en 5, en geen enkel criterium is"
                " onvoldoende."
            ),
        ),
        (
            "ad",
            "G",
            {},
            (
                "De praktijkbeoordeling is goed: model 3 is goed, net als de modellen 1, 2 en 4, en geen enkel criterium is"
                " onvoldoende."
            ),
        ),
        (
            "pabo",
            "G",
            {"_3_5": "O"},
            (
                "De praktijkbeoordeling is voldoende: alle modellen zijn minimaal voldoende. Voor goed mag geen enkel criterium"
                " onvoldoende zijn; criterium 3.5 is dat nog."
            ),
        ),
        (
            "pabo",
            "V",
            {"_1_7": "N", "_3_6": "N", "_4_7": "N", "_5_4": "N"},
            (
                "De praktijkbeoordeling heeft nog geen oordeel: vier criteria zijn niet waargenomen (1.7, 3.6, 4.7 en 5.4) en in"
                " het geheel mogen er drie niet waargenomen zijn. Plan een aanvullende observatie."
            ),
        ),
    ],
)
def test_the_whole_explains_itself(programme: str, rest: str, marks: dict[str, str | None], sentence: str) -> None:
    assert decided(programme, rest, **marks).reason.nl == sentence


def test_a_mark_outside_the_instrument_is_no_sheet() -> None:
    with pytest.raises(ValueError, match=r"9\.9"):
        decide(INSTRUMENTS["pabo"], {"9.9": "V"})
    with pytest.raises(ValueError, match="Z"):
        decide(INSTRUMENTS["pabo"], {"1.1": "Z"})
    with pytest.raises(ValueError, match="no decision rule"):
        decide(CATALOGUE.get("pabo-tussenevaluatie"), {})


# --- other rules as data


def ruled(**changes: object) -> Instrument:
    rule = INSTRUMENTS["pabo"].rule
    assert rule is not None
    return replace(INSTRUMENTS["pabo"], rule=replace(rule, **changes))  # type: ignore[arg-type]


def all_at(instrument: Instrument, mark: str, **marks: str) -> dict[str, str | None]:
    return dict.fromkeys(instrument.criteria, mark) | {
        name.strip("_").replace("_", "."): m for name, m in marks.items()
    }


def test_alles_voldoende_fails_on_a_single_insufficient_criterion() -> None:
    strict = ruled(
        family=Family.ALL_SUFFICIENT,
        models={model.code: ModelRule(0, None) for model in INSTRUMENTS["pabo"]},
        max_insufficient_total=0,
        good_models=None,
        pivot=None,
    )

    assert decide(strict, all_at(strict, "V", _3_5="O")).verdict is Outcome.INSUFFICIENT
    passed = decide(strict, all_at(strict, "G"))
    assert passed.verdict is Outcome.SUFFICIENT
    assert passed.reason.nl == "De praktijkbeoordeling is voldoende: alle modellen zijn voldoende."
    assert passed.models["3"].reason.nl == "Model 3 is voldoende: geen enkel criterium is onvoldoende."


def test_a_rule_without_good_still_tells_what_was_compensated() -> None:
    plain = ruled(models={model.code: ModelRule(2, None) for model in INSTRUMENTS["pabo"]})
    one = decide(plain, all_at(plain, "V", _3_5="O")).models["3"].reason.nl
    assert one == "Model 3 is voldoende; criterium 3.5 is onvoldoende, dat wordt gecompenseerd."
    two = decide(plain, all_at(plain, "V", _3_5="O", _3_6="O")).models["3"].reason.nl
    assert two == "Model 3 is voldoende; criteria 3.5 en 3.6 zijn onvoldoende, dat wordt gecompenseerd."


def test_a_rule_that_compensates_in_a_model_but_nowhere_in_all_says_so() -> None:
    narrow = ruled(max_insufficient_total=0, max_unobserved_total=0)
    assert decide(narrow, all_at(narrow, "V", _3_5="O")).reason.nl == (
        "De praktijkbeoordeling is onvoldoende: één criterium is onvoldoende (3.5) en in het geheel mag geen enkel"
        " criterium onvoldoende zijn."
    )
    unseen = decide(narrow, all_at(narrow, "V", _3_5="N")).reason.nl
    assert "en in het geheel mag geen enkel criterium niet waargenomen zijn." in unseen


def test_when_the_assessor_decides_the_rule_only_advises() -> None:
    advisory = ruled(family=Family.ASSESSOR)
    assert decide(advisory, all_at(advisory, "V")).advisory


def test_without_a_pivot_any_models_make_it_good() -> None:
    free = ruled(pivot=None, good_models=1)
    reason = decide(free, all_at(free, "V", **{f"_1_{n}": "G" for n in range(1, 9)})).reason.nl
    assert reason.startswith("De praktijkbeoordeling is goed: model 1 is goed en ")
    several = decide(free, all_at(free, "G")).reason.nl
    assert several.startswith("De praktijkbeoordeling is goed: de modellen 1, 2, 3, 4 en 5 zijn goed en ")
    short = ruled(pivot=None, good_models=3)
    assert decide(short, all_at(short, "V")).reason.nl.endswith(
        "Voor goed moeten drie modellen goed zijn; nu is dat er geen."
    )


def test_with_only_the_pivot_asked_the_pivot_is_named_alone() -> None:
    pivot = ruled(good_models=1)
    marks = all_at(pivot, "V", **{f"_4_{n}": "G" for n in range(1, 9)})
    assert decide(pivot, marks).reason.nl == (
        "De praktijkbeoordeling is goed: model 4 is goed en geen enkel criterium is onvoldoende."
    )
    both = decide(pivot, marks | {f"3.{n}": "G" for n in range(1, 8)}).reason.nl
    assert "model 4 is goed, net als model 3, en" in both


@pytest.mark.parametrize(
    ("programme", "marks", "part"),
    [
        ("pabo", {"_4_1": "O", "_4_3": "O"}, "omdat de kritische criteria 4.1"),
        ("pabo", {"_1_1": "N", "_1_8": "N"}, "kritische criteria 1.1 en 1.8"),
        ("pabo", {"_3_1": None, "_3_2": None}, "2 van de 7 criteria zijn nog niet gescoord (3.1 en 3.2)"),
    ],
)
def test_several_criteria_are_named_together(programme: str, marks: dict[str, str | None], part: str) -> None:
    instrument = INSTRUMENTS[programme]
    names = [name.strip("_").replace("_", ".") for name in marks]
    critical = replace(
        instrument,
        models=tuple(
            replace(
                model, criteria=tuple(replace(c, critical=c.critical or c.code in names[:2]) for c in model.criteria)
            )
            for model in instrument
        ),
    )
    decision = decide(critical, dict.fromkeys(instrument.criteria, "V") | dict(zip(names, marks.values(), strict=True)))
    assert any(part in model.reason.nl for model in decision.models.values())


def test_two_failed_models_are_named_together_and_three_good_ones_counted() -> None:
    assert decided("pabo", _2_3="O", _4_1="O").reason.nl == (
        "De praktijkbeoordeling is onvoldoende, omdat de modellen 2 en 4 onvoldoende zijn."
    )
    assert decided("pabo", _2_3="O", _4_1="O", _3_1=None).reason.nl == (
        "Dit kan geen voldoende meer worden: de modellen 2 en 4 zijn al onvoldoende."
    )
    assert decided("pabo", _3_1=None).reason.nl == (
        "De praktijkbeoordeling heeft nog geen oordeel: model 3 heeft er nog geen."
    )
    assert decided("pabo", _3_1=None, _4_2=None).reason.nl == (
        "De praktijkbeoordeling heeft nog geen oordeel: de modellen 3 en 4 hebben er nog geen."
    )
    assert decided("pabo", _1_5="O", _3_5="O", _4_6="O", _5_1=None).reason.nl.startswith("Dit kan geen voldoende meer")
    assert decided("pabo", _1_5="O", _3_5="O", **{f"_4_{n}": "G" for n in range(1, 9)}).reason.nl.endswith(
        "criteria 1.5 en 3.5 zijn dat nog."
    )
    two_good = {f"_4_{n}": "G" for n in range(1, 9)}
    assert decided("pabo", **two_good).reason.nl.endswith("moeten drie modellen goed zijn; nu is dat er één.")
    only_model_3 = {f"_3_{n}": "G" for n in range(1, 8)}
    assert decided("pabo", **only_model_3).reason.nl.endswith(
        "moeten drie modellen goed zijn, waaronder model 4; nu is dat er één."
    )
