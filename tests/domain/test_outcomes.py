"""Outcomes of many sheets: which parts were scored, what the outcome hangs on, and what the reference says."""

from dataclasses import replace

import pytest

from assessor.application import catalogue
from assessor.domain.instrument import Instrument, Outcome
from assessor.domain.outcomes import MOST_WEIGHED, WHOLE, SheetOf, Weight, outcomes, scored_parts


@pytest.fixture(scope="module")
def form() -> Instrument:
    return catalogue().get("pabo-praktijkbeoordeling")


def sheet(form: Instrument, assessor: str, work: str = "les", **marks: str) -> SheetOf:
    """A sheet of V, but for the marks given as c4_1="O"."""
    named = {key[1:].replace("_", "."): mark for key, mark in marks.items()}
    return SheetOf(work, assessor, dict.fromkeys(form.criteria, "V") | named)


def test_the_whole_is_scored_when_every_model_is(form: Instrument) -> None:
    every = list(form.criteria)
    assert scored_parts(form, every) == (WHOLE, "1", "2", "3", "4", "5")
    assert scored_parts(form, every[:-1]) == ("1", "2", "3", "4")
    assert scored_parts(form, every[1:2]) == ()


def test_without_a_rule_or_a_model_there_are_no_outcomes(form: Instrument) -> None:
    assert outcomes(replace(form, rule=None), [sheet(form, "a")], list(form.criteria), {}) is None
    assert outcomes(form, [sheet(form, "a")], ["1.1"], {}) is None


def test_the_outcome_per_part_and_of_the_reference(form: Instrument) -> None:
    sheets = [sheet(form, "a"), sheet(form, "b", c4_1="O")]
    found = outcomes(form, sheets, list(form.criteria), {"les": sheets[0].marks})
    assert found is not None
    assert found.main == WHOLE
    assert found.verdicts[WHOLE]["les"] == {"a": Outcome.SUFFICIENT, "b": Outcome.INSUFFICIENT}
    assert found.verdicts["1"]["les"] == {"a": Outcome.SUFFICIENT, "b": Outcome.SUFFICIENT}
    assert found.reference["4"] == {"les": Outcome.SUFFICIENT}
    # The critical criterion decides for b, and would decide for a.
    assert found.weights["4.1"] == Weight(depends=2, decisive=1)
    assert found.weights["4.2"] == Weight()


def test_what_nobody_gave_is_not_tried(form: Instrument) -> None:
    found = outcomes(form, [sheet(form, "a"), sheet(form, "b")], list(form.criteria), {})
    assert found is not None
    assert set(found.weights.values()) == {Weight()}


def test_not_observed_hangs_nothing_on_it(form: Instrument) -> None:
    found = outcomes(form, [sheet(form, "a", c4_2="N"), sheet(form, "b", c4_2="O")], list(form.criteria), {})
    assert found is not None
    # Only b's own mark is tried, and nobody else gave a level.
    assert found.weights["4.2"] == Weight()


def test_an_insufficient_that_is_not_alone_does_not_decide(form: Instrument) -> None:
    found = outcomes(form, [sheet(form, "a", c4_1="O", c2_1="O"), sheet(form, "b")], list(form.criteria), {})
    assert found is not None
    assert found.weights["4.1"].decisive == 0
    assert found.weights["2.1"].decisive == 0


def test_a_model_alone_hangs_on_its_own_criteria_only(form: Instrument) -> None:
    codes = [*(one.code for one in form.model("4").criteria), "1.1"]
    sheets = [
        SheetOf("les", name, dict.fromkeys(codes, "V") | {"4.1": mark, "1.1": mark})
        for name, mark in (("a", "O"), ("b", "V"))
    ]
    found = outcomes(form, sheets, codes, {})
    assert found is not None
    assert (found.parts, found.main) == (("4",), "4")
    assert found.weights["4.1"] == Weight(depends=2, decisive=1)
    assert found.weights["1.1"] == Weight()


def test_too_many_marks_are_not_weighed_one_by_one(form: Instrument) -> None:
    number = MOST_WEIGHED // len(form.criteria) + 1
    found = outcomes(form, [sheet(form, f"b{place}") for place in range(number)], list(form.criteria), {})
    assert found is not None
    assert found.weights == {}
    assert len(found.verdicts[WHOLE]["les"]) == number
