"""The decision rule against a second telling of it, written from the practice text (section 5) alone.

The telling below shares nothing with `assessor.domain.decision`: no outcomes, no tallies, plain letters and counting.
Sheets, rule parameters and whole instruments are drawn at random.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from assessor.domain.decision import decide
from assessor.domain.instrument import (
    Criterion,
    Family,
    Instrument,
    Kind,
    Level,
    Model,
    ModelRule,
    Outcome,
    Rule,
    Scale,
    Status,
)
from assessor.domain.text import Text, same
from tests.domain.stories import AD, PABO

Verdict = str | None
"""O, V, G, or None while there is none."""
Sheet = dict[str, Verdict]
"""Per criterion O, V, G, N, or None while it is unscored."""


# --- the practice text, section 5, step by step


def model_verdict(sheet: list[Verdict], critical: list[bool], max_o: int, max_n: int, n: int | None) -> Verdict:
    """Steps 1 to 4 for the marks of one model, in any order."""
    if any(mark == "O" and starred for mark, starred in zip(sheet, critical, strict=True)):
        return "O"
    if sheet.count("O") > max_o:
        return "O"
    if None in sheet:
        return None
    if any(mark == "N" and starred for mark, starred in zip(sheet, critical, strict=True)):
        return None
    if sheet.count("N") > max_n:
        return None
    if "O" not in sheet and n is not None and sheet.count("G") >= n:
        return "G"
    return "V"


def whole_verdict(rule: Rule, models: dict[str, Verdict], sheet: list[Verdict]) -> Verdict:
    """The verdict on the whole, from those on the models and every mark."""
    if "O" in models.values() or sheet.count("O") > rule.max_insufficient_total:
        return "O"
    if None in models.values() or sheet.count("N") > rule.max_unobserved_total:
        return None
    enough = rule.good_models is not None and list(models.values()).count("G") >= rule.good_models
    pivot = rule.pivot is None or models[rule.pivot] == "G"
    return "G" if enough and pivot and "O" not in sheet else "V"


def told(instrument: Instrument, sheet: Sheet) -> tuple[dict[str, Verdict], Verdict]:
    """The verdicts that the practice text gives, per model and for the whole; marks are O, V, G, N or None."""
    rule = instrument.rule
    assert rule is not None
    models = {
        model.code: model_verdict(
            [sheet.get(one.code) for one in model.criteria],
            [one.critical for one in model.criteria],
            rule.models[model.code].max_insufficient,
            rule.max_unobserved,
            rule.models[model.code].good_needed,
        )
        for model in instrument.models
    }
    return models, whole_verdict(rule, models, [sheet.get(code) for code in instrument.criteria])


def computed(instrument: Instrument, sheet: Sheet) -> tuple[dict[str, Verdict], Verdict]:
    """The verdicts that the program gives."""
    decision = decide(instrument, sheet)
    models = {code: one.verdict.letter if one.verdict is not None else None for code, one in decision.models.items()}
    return models, decision.verdict.letter if decision.verdict is not None else None


# --- what is drawn

MARKS = st.sampled_from(["O", "V", "G", "N", None])
MOSTLY = st.sampled_from(["V", "G"])


def sheets(instrument: Instrument) -> st.SearchStrategy[Sheet]:
    """Wild sheets, and sheets of one level per model with a few exceptions, where the limits of the rule lie."""
    codes = sorted(instrument.criteria)
    wild = st.dictionaries(st.sampled_from(codes), MARKS)
    few = st.dictionaries(st.sampled_from(codes), MARKS, max_size=6)
    even = st.tuples(*(MOSTLY for _ in instrument.models)).map(
        lambda levels: {
            one.code: level for model, level in zip(instrument.models, levels, strict=True) for one in model.criteria
        }
    )
    near = st.tuples(even, few).map(lambda drawn: drawn[0] | drawn[1])
    return st.one_of(near, even, wild)


def rules(instrument: Instrument) -> st.SearchStrategy[Rule]:
    """Any whole numbers, also those that no institution would choose."""
    small = st.integers(0, 5)
    model_rules = {
        model.code: st.builds(ModelRule, small, st.none() | st.integers(0, len(model.criteria) + 1))
        for model in instrument.models
    }
    return st.builds(
        Rule,
        family=st.sampled_from(Family),
        models=st.fixed_dictionaries(model_rules),
        max_insufficient_total=small,
        max_unobserved=small,
        max_unobserved_total=st.integers(0, 12),
        good_models=st.none() | st.integers(0, len(instrument.models)),
        pivot=st.none() | st.sampled_from([model.code for model in instrument.models]),
    )


SCALE = Scale("driepunts", tuple(Level(one.letter, one.word, one) for one in Outcome))


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """An institution's own: one to six models of one to nine criteria, any of them critical."""
    models = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        starred = draw(st.lists(st.booleans(), min_size=1, max_size=9))
        criteria = tuple(
            Criterion(f"{number}.{place}", same(f"criterium {number}.{place}"), critical=critical)
            for place, critical in enumerate(starred, 1)
        )
        name = Text(f"Eigen model {number}", f"Own model {number}")
        models.append(Model(f"M{number}", str(number), name, name, SCALE, criteria))
    bare = Instrument(
        id="eigen", version="1.0", kind=Kind.PRACTICE, status=Status.CONCEPT, title=same("Eigen"), programme="pabo",
        variants=("voltijd",), phases=(), models=tuple(models), valid_from=date(2025, 9, 1),
    )  # fmt: skip
    return replace(bare, rule=draw(rules(bare)))


# --- the comparison


@settings(max_examples=400)
@given(st.sampled_from([PABO, AD]), st.data())
def test_any_sheet_of_both_programmes_comes_out_as_the_practice_text_tells(
    instrument: Instrument, data: st.DataObject
) -> None:
    sheet = data.draw(sheets(instrument))

    assert computed(instrument, sheet) == told(instrument, sheet)


@given(st.sampled_from([PABO, AD]), st.data())
def test_any_parameters_of_the_rule_come_out_as_the_practice_text_tells(
    instrument: Instrument, data: st.DataObject
) -> None:
    chosen = replace(instrument, rule=data.draw(rules(instrument)))
    sheet = data.draw(sheets(chosen))

    assert computed(chosen, sheet) == told(chosen, sheet)


@given(instruments(), st.data())
def test_an_instrument_of_any_shape_comes_out_as_the_practice_text_tells(
    instrument: Instrument, data: st.DataObject
) -> None:
    sheet = data.draw(sheets(instrument))

    assert computed(instrument, sheet) == told(instrument, sheet)
