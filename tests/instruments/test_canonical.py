"""What a dossier freezes: one byte form per instrument, and the way back years later."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.errors import KnownError
from assessor.domain.instrument import (
    Criterion,
    Departure,
    Family,
    FormativeItem,
    Instrument,
    Kind,
    Level,
    Model,
    ModelRule,
    Outcome,
    Phase,
    Rule,
    Scale,
    Status,
)
from assessor.domain.text import Text
from assessor.instruments.canonical import canonical, fingerprint, from_json, to_json
from tests.instruments.authoring import PRACTICE, SHIPPED, accepted, shipped

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.builds(Text, WORDS, WORDS)
NUMBERS = st.integers(0, 60)
LEVELS = st.builds(Level, WORDS, TEXTS, st.none() | st.sampled_from(Outcome), st.none() | TEXTS)


def few(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


def mapped(keys: list[str], values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with exactly these keys in this order."""
    return st.tuples(*([values] * len(keys))).map(lambda drawn: dict(zip(keys, drawn, strict=True)))


SCALES = st.builds(Scale, WORDS, st.lists(LEVELS, max_size=4, unique_by=lambda level: level.code).map(tuple), TEXTS)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """A model whose descriptors follow the order of its scale, as the reader makes them."""
    scale = draw(SCALES)
    criteria = st.builds(
        Criterion,
        WORDS,
        TEXTS,
        mapped([level.code for level in scale.levels], TEXTS),
        st.booleans(),
        few(WORDS),
        st.just({}) | mapped(["mentor", "student"], TEXTS),
    )
    formative = st.builds(FormativeItem, WORDS, TEXTS, st.booleans())
    return Model(
        draw(WORDS),
        draw(WORDS),
        draw(TEXTS),
        draw(TEXTS),
        scale,
        draw(few(criteria)),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(few(formative)),
    )


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """Any instrument that the domain can hold, sensible or not."""
    parts = draw(st.lists(models(), max_size=3, unique_by=lambda model: model.code))
    rule = st.builds(
        Rule,
        st.sampled_from(Family),
        mapped([model.code for model in parts], st.builds(ModelRule, NUMBERS, st.none() | NUMBERS)),
        NUMBERS,
        NUMBERS,
        NUMBERS,
        st.none() | NUMBERS,
        st.none() | WORDS,
        st.sampled_from(Departure),
        st.sampled_from(Departure),
        few(TEXTS),
    )
    return Instrument(
        draw(WORDS),
        draw(WORDS),
        draw(st.sampled_from(Kind)),
        draw(st.sampled_from(Status)),
        draw(TEXTS),
        draw(WORDS),
        draw(few(WORDS)),
        draw(few(st.builds(Phase, WORDS, TEXTS, TEXTS))),
        tuple(parts),
        draw(st.dates()),
        draw(st.none() | st.dates()),
        draw(st.none() | rule),
        draw(st.none() | TEXTS),
        draw(st.none() | TEXTS),
        draw(few(TEXTS)),
        draw(few(TEXTS)),
        draw(st.none() | TEXTS),
    )


def orders(instrument: Instrument) -> list[list[str]]:
    """The order in which the mappings of an instrument are walked through."""
    criteria = [criterion for model in instrument for criterion in model.criteria]
    walked = [list(criterion.descriptors) for criterion in criteria]
    walked += [list(criterion.questions) for criterion in criteria]
    return walked + ([list(instrument.rule.models)] if instrument.rule else [])


@given(instruments())
def test_an_instrument_comes_back_exactly(instrument: Instrument):
    again = from_json(to_json(instrument), fingerprint(instrument))

    assert again == instrument
    assert orders(again) == orders(instrument)
    assert canonical(again) == canonical(instrument)


@pytest.mark.parametrize("form", SHIPPED)
def test_a_shipped_form_comes_back_with_its_levels_in_their_order(form: str):
    instrument = shipped().get(form)
    again = from_json(to_json(instrument))

    assert again == instrument
    assert orders(again) == orders(instrument)


def test_a_rule_for_a_model_that_is_gone_comes_back_too():
    form = accepted(PRACTICE)
    assert form.rule is not None
    odd = replace(form, rule=replace(form.rule, models={**form.rule.models, "oud": ModelRule(0, None)}))

    assert from_json(to_json(odd)) == odd


def test_the_fingerprint_is_the_sha256_of_what_is_kept():
    form = accepted(PRACTICE)

    assert fingerprint(form) == hashlib.sha256(to_json(form).encode()).hexdigest()


def test_the_canonical_form_has_sorted_keys_no_spaces_and_its_format():
    content = canonical(accepted(PRACTICE)).decode()

    assert content == json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert json.loads(content)["format"] == 1


def test_any_other_word_gives_another_fingerprint():
    other = accepted(PRACTICE, ('"Komt op tijd."', '"Komt op tijd!"'))

    assert fingerprint(other) != fingerprint(accepted(PRACTICE))


def refused(stored: str) -> str:
    with pytest.raises(KnownError) as refusal:
        from_json(stored)
    return refusal.value.code


def altered(**values: object) -> str:
    """The stored form of the small practice form with other values at the top."""
    content = json.loads(to_json(accepted(PRACTICE))) | values
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_a_form_of_a_newer_program_asks_for_an_update():
    assert refused(altered(format=2)) == "instrument-newer"


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "null",
        "[]",
        "{}",
        "[" * 100_000,
        to_json(accepted(PRACTICE)) + " ",
        to_json(accepted(PRACTICE)).replace("{", '{"format":1,', 1),
        altered(format="1"),
        altered(format=True),
        altered(format=0),
        altered(extra=1),
        altered(id=3),
        altered(kind="examen"),
        altered(title="Eigen"),
        altered(title={"nl": "Eigen"}),
        altered(title={"nl": "Eigen", "en": "\ud800"}),
        altered(variants="voltijd"),
        altered(variants=[1]),
        altered(models={}),
        altered(models=["1"]),
        altered(valid_from="20250901"),
        altered(valid_from="gisteren"),
        altered(phases=[{"code": "jaar-1"}]),
    ],
)
def test_a_stored_form_that_is_not_exactly_right_is_refused(stored: str):
    assert refused(stored) == "instrument-damaged"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"critical":true', '"critical":1'),
        ('"needs_source":false', '"needs_source":null'),
        ('"outcome":"O"', '"outcome":"OV"'),
        ('"max_unobserved":0', '"max_unobserved":0.5'),
        ('"max_unobserved":0', '"max_unobserved":NaN'),
    ],
)
def test_a_stored_value_of_another_kind_is_refused(old: str, new: str):
    stored = to_json(accepted(PRACTICE))
    assert old in stored

    assert refused(stored.replace(old, new, 1)) == "instrument-damaged"


def test_one_altered_sign_is_found_where_the_fingerprint_was_kept():
    form = accepted(PRACTICE)
    stored = to_json(form).replace("Komt op tijd.", "Komt op tijd?")

    with pytest.raises(KnownError, match="instrument-damaged"):
        from_json(stored, fingerprint(form))


def test_the_last_day_is_kept():
    form = replace(accepted(PRACTICE), valid_until=date(2026, 8, 31))

    assert from_json(to_json(form)).valid_until == date(2026, 8, 31)
