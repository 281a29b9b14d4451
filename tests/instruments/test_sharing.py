"""Text that stands in another form is named, not copied."""

from __future__ import annotations

import pytest

from assessor.domain.instrument import Instrument
from assessor.domain.text import Text
from assessor.instruments.reader import Reading, read
from tests.instruments.authoring import MIDTERM, PRACTICE, Slip, accepted, slipped

NAME = ('name.nl = "Betrouwbaarheid"\nname.en = "Reliability"', 'name = "@eigen-formulier/1.0#1.1"')
OTHER: Slip = ('id = "eigen-formulier"', 'id = "ander-formulier"')


def lookup(form: str, version: str) -> Instrument | None:
    known = {("eigen-formulier", "1.0"): PRACTICE, ("eigen-tussenstand", "1.0"): MIDTERM}
    text = known.get((form, version))
    return accepted(text) if text else None


def shared(text: str, *slips: Slip) -> Reading:
    return read(slipped(text, *slips).encode(), lookup)


def own_descriptors() -> str:
    start = PRACTICE.index('descriptor.O.nl = "Komt te laat."')
    return PRACTICE[start : PRACTICE.index("\n\n", start)]


def own_questions() -> str:
    return MIDTERM[MIDTERM.index("question.mentor.nl") :].rstrip("\n")


def test_a_midterm_takes_the_name_from_the_practice_form():
    form = shared(MIDTERM, NAME).accepted()

    assert form.criteria["1.1"].name == Text("Betrouwbaarheid", "Reliability")


def test_descriptors_are_shared_as_a_whole_and_advised_on_where_they_are_written():
    found = shared(PRACTICE, OTHER, (own_descriptors(), 'descriptor = "@eigen-formulier/1.0#1.2"'))

    assert found.problems == ()
    assert found.accepted().criteria["1.1"].descriptors == accepted(PRACTICE).criteria["1.2"].descriptors


def test_questions_are_shared_as_a_whole():
    form = shared(
        MIDTERM,
        ('id = "eigen-tussenstand"', 'id = "ander"'),
        (own_questions(), 'question = "@eigen-tussenstand/1.0#1.1"'),
    ).accepted()

    assert form.criteria["1.1"].questions == accepted(MIDTERM).criteria["1.1"].questions


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("eigen-formulier/1.0#1.1", "sharing-shape"),
        ("@eigen-formulier#1.1", "sharing-shape"),
        ("@../eigen-formulier/1.0#1.1", "sharing-shape"),
        ("@eigen-formulier/9.9#1.1", "sharing-form"),
        ("@onbekend/1.0#1.1", "sharing-form"),
        ("@eigen-formulier/1.0#9.9", "sharing-criterion"),
    ],
)
@pytest.mark.parametrize("key", ["name", "descriptor"])
def test_a_reference_to_nothing_is_named(reference: str, code: str, key: str):
    own = NAME[0] if key == "name" else own_descriptors()
    found = shared(PRACTICE, OTHER, (own, f'{key} = "{reference}"'))

    assert [(problem.code, problem.path) for problem in found.problems] == [(code, f"model[1].criterion[1.1].{key}")]


def test_a_reference_to_a_criterion_without_such_texts_is_named():
    found = shared(MIDTERM, (own_questions(), 'question = "@eigen-formulier/1.0#1.1"'))

    assert [problem.code for problem in found.problems] == ["sharing-empty"]


def test_shared_descriptors_must_fit_the_scale():
    found = shared(PRACTICE, OTHER, ('"G"', '"X"'), (own_descriptors(), 'descriptor = "@eigen-formulier/1.0#1.2"'))

    first = [problem for problem in found.errors if problem.path.startswith("model[1].criterion[1.1]")]
    assert {problem.code for problem in first} == {"descriptor-unknown", "descriptor-missing"}


def test_a_form_that_stands_alone_finds_no_other():
    [problem] = read(slipped(MIDTERM, NAME).encode()).problems

    assert problem.code == "sharing-form"
    assert "@eigen-formulier/1.0#1.1" in problem.what.nl
