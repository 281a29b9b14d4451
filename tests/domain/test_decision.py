"""The decision rule: the worked cases of the practice text, its laws, and the sentences that explain it."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.decision import Decision, decide
from assessor.domain.instrument import Instrument, Outcome
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
        ("4", {"_4_6": "O", "_4_7": "O"},
         "Model 4 is onvoldoende: twee criteria zijn onvoldoende (4.6 en 4.7) en er mag er één onvoldoende zijn."),
        ("4", {"_4_1": "O"},
         "Model 4 is onvoldoende, omdat kritisch criterium 4.1 (Sfeer en respect tijdens de activiteit) onvoldoende is."),
        ("1", {"_1_1": "N"},
         "Model 1 heeft nog geen oordeel: kritisch criterium 1.1 is niet waargenomen. Plan een aanvullende observatie."),
        ("4", {f"_4_{n}": "G" for n in range(1, 6)},
         "Model 4 is goed: 5 van de 8 criteria zijn goed (nodig: 5) en geen enkel criterium is onvoldoende."),
        ("3", {f"_3_{n}": "G" for n in range(1, 5)},
         "Model 3 is voldoende: 4 van de 7 criteria zijn goed; voor goed zijn er 5 nodig."),
        ("3", {"_3_1": "G", "_3_5": "O"},
         "Model 3 is voldoende: 1 van de 7 criteria is goed; voor goed zijn er 5 nodig; criterium 3.5 is onvoldoende,"
         " dat wordt gecompenseerd."),
        ("2", {"_2_3": "O"},
         "Model 2 is onvoldoende: één criterium is onvoldoende (2.3) en er mag geen enkel criterium onvoldoende zijn."),
        ("3", {"_3_2": None},
         "Model 3 heeft nog geen oordeel: criterium 3.2 is nog niet gescoord."),
        ("1", {"_1_2": "N", "_1_7": "N"},
         "Model 1 heeft nog geen oordeel: twee criteria zijn niet waargenomen (1.2 en 1.7) en er mag er één niet"
         " waargenomen zijn. Plan een aanvullende observatie."),
    ],
)  # fmt: skip
def test_a_model_explains_itself(model: str, marks: dict[str, str | None], sentence: str) -> None:
    assert decided("pabo", **marks).models[model].reason.nl == sentence


@pytest.mark.parametrize(
    ("programme", "rest", "marks", "sentence"),
    [
        ("pabo", "V", {"_2_3": "O"}, "De praktijkbeoordeling is onvoldoende, omdat model 2 onvoldoende is."),
        ("pabo", "V", {"_2_3": "O", "_3_1": None}, "Dit kan geen voldoende meer worden: model 2 is al onvoldoende."),
        ("pabo", "V", {f"_{m}_{n}": "G" for m in (1, 3, 5) for n in range(1, 7)},
         "De praktijkbeoordeling is voldoende: alle modellen zijn minimaal voldoende. Voor goed moet ook model 4 goed"
         " zijn."),
        ("pabo", "V", {"_1_5": "O", "_3_5": "O", "_4_6": "O"},
         "De praktijkbeoordeling is onvoldoende: drie criteria zijn onvoldoende (1.5, 3.5 en 4.6) en in het geheel mogen"
         " er twee onvoldoende zijn."),
        ("pabo", "G", {},
         "De praktijkbeoordeling is goed: model 4 is goed, net als de modellen 1, 2, 3 en 5, en geen enkel criterium is"
         " onvoldoende."),
        ("ad", "G", {},
         "De praktijkbeoordeling is goed: model 3 is goed, net als de modellen 1, 2 en 4, en geen enkel criterium is"
         " onvoldoende."),
        ("pabo", "G", {"_3_5": "O"},
         "De praktijkbeoordeling is voldoende: alle modellen zijn minimaal voldoende. Voor goed mag geen enkel criterium"
         " onvoldoende zijn; criterium 3.5 is dat nog."),
        ("pabo", "V", {"_1_7": "N", "_3_6": "N", "_4_7": "N", "_5_4": "N"},
         "De praktijkbeoordeling heeft nog geen oordeel: vier criteria zijn niet waargenomen (1.7, 3.6, 4.7 en 5.4) en in"
         " het geheel mogen er drie niet waargenomen zijn. Plan een aanvullende observatie."),
    ],
)  # fmt: skip
def test_the_whole_explains_itself(programme: str, rest: str, marks: dict[str, str | None], sentence: str) -> None:
    assert decided(programme, rest, **marks).reason.nl == sentence


def test_a_mark_outside_the_instrument_is_no_sheet() -> None:
    with pytest.raises(ValueError, match="9.9"):
        decide(INSTRUMENTS["pabo"], {"9.9": "V"})
    with pytest.raises(ValueError, match="Z"):
        decide(INSTRUMENTS["pabo"], {"1.1": "Z"})
    with pytest.raises(ValueError, match="no decision rule"):
        decide(CATALOGUE.get("pabo-tussenevaluatie"), {})
