"""Advice to authors: one sentence, not too long, on something that can be seen, and each level different."""

from __future__ import annotations

import pytest

from tests.instruments.authoring import PRACTICE, accepted, only_problem, reading


def descriptor(nl: str) -> tuple[str, str]:
    return ('"Komt op tijd."', f'"{nl}"')


def english(en: str) -> tuple[str, str]:
    return ('"Comes on time."', f'"{en}"')


@pytest.mark.parametrize(
    ("slip", "code", "ending"),
    [
        (descriptor("Komt op tijd; belt anders."), "descriptor-semicolon", "nl"),
        (english("Comes on time; calls otherwise."), "descriptor-semicolon", "en"),
        (descriptor("woord " * 25), "descriptor-long", "nl"),
        (descriptor("Begrijpt waarom op tijd komen belangrijk is."), "descriptor-unobservable", "nl"),
        (descriptor("Is zich bewust van de tijd."), "descriptor-unobservable", "nl"),
        (english("Realises that time matters."), "descriptor-unobservable", "en"),
        (english("Comes late."), "descriptor-repeated", "en"),
    ],
)
def test_an_author_is_advised(slip: tuple[str, str], code: str, ending: str):
    problem = only_problem(PRACTICE, slip)

    assert problem.code == code
    assert problem.path == f"model[1].criterion[1.1].descriptor.V.{ending}"
    assert not problem.is_error
    assert accepted(PRACTICE, slip).id == "eigen-formulier"


def test_advice_names_the_word():
    assert "‘weet’" in only_problem(PRACTICE, descriptor("Weet hoe laat het is.")).what.nl


def test_twenty_four_words_are_not_too_long():
    assert reading(PRACTICE, descriptor("woord " * 24)).problems == ()


def test_what_pupils_know_may_be_said():
    assert reading(PRACTICE, descriptor("Leerlingen weten en begrijpen daarna wat de bedoeling is.")).problems == ()


def test_a_text_that_was_not_translated_is_noticed():
    problem = only_problem(PRACTICE, english("Komt op tijd."))

    assert (problem.code, problem.path) == ("text-untranslated", "model[1].criterion[1.1].descriptor.V")


def test_two_levels_that_say_the_same_are_noticed_in_each_language():
    problems = reading(PRACTICE, descriptor("KOMT te laat."), english("Comes late.")).problems

    assert [problem.code for problem in problems] == ["descriptor-repeated", "descriptor-repeated"]
    assert "niveau V is gelijk aan die van niveau O" in problems[0].what.nl


def test_a_scale_that_no_model_uses_is_noticed():
    start = PRACTICE.index("[[scale]]")
    other = PRACTICE[start : PRACTICE.index("[rule]")].replace('"drie"', '"ook"')
    problem = only_problem(
        PRACTICE, ("[rule]", other + "[rule]"), ('code = "1"\ntitle', 'code = "1"\nscale = "drie"\ntitle')
    )

    assert (problem.code, problem.path) == ("scale-unused", "scale[ook]")


def test_critical_means_nothing_in_a_midterm():
    from tests.instruments.authoring import MIDTERM

    problem = only_problem(MIDTERM, ('code = "1.1"', 'code = "1.1"\ncritical = true'))

    assert (problem.code, problem.is_error) == ("critical-formative", False)
