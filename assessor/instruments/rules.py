"""The decision rule of a form, checked against its models: no parameter that can never work."""

from __future__ import annotations

from collections.abc import Sequence

from assessor.domain.instrument import Departure, Family, Kind, Model, ModelRule, Outcome, Rule
from assessor.domain.text import Text, same
from assessor.instruments.table import Table, any_of

_CRITERIA = Text("criteria", "criteria")
_MODELS = Text("modellen", "models")
_PART = Text("een onderdeel", "a part")


def read_rule(top: Table, kind: Kind | None, models: Sequence[Model]) -> Rule | None:
    """The part ``[rule]``; None when the form has none."""
    table = top.table("rule", _PART, "[rule]", required=False)
    if table is None:
        return None
    if kind is Kind.MIDTERM:
        table.error("rule-formative")
        return None
    rule = _rule(table, models)
    _check_good(table, rule, models)
    _check_scales(table, models)
    table.close()
    return rule


def _rule(table: Table, models: Sequence[Model]) -> Rule:
    family = table.choice("family", Family)
    largest = max((len(model.criteria) for model in models), default=0)
    total = sum(len(model.criteria) for model in models)
    words = tuple(entry.languages("in_words") for entry in table.tables("in_words", required=True))
    within, across = _departure(table)
    return Rule(
        family=family or Family.CRITICAL,
        models=_model_rules(table, models, family),
        max_insufficient_total=_insufficient(table, "max_insufficient_total", total, family),
        max_unobserved=_at_most(table, "max_unobserved", largest),
        max_unobserved_total=_at_most(table, "max_unobserved_total", total),
        good_models=table.whole("good_models", 1, required=False),
        pivot=table.words("pivot", "4", required=False),
        departure_within_pass=within,
        departure_across_cut=across,
        in_words=words,
    )


def _departure(table: Table) -> tuple[Departure, Departure]:
    usual = (Departure.WITH_REASON, Departure.AFTER_SECOND_LOOK)
    inner = table.table("departure", _PART, 'departure.within_pass = "met_motivering"', required=False)
    if inner is None:
        return usual
    found = (inner.choice("within_pass", Departure, usual[0]), inner.choice("across_cut", Departure, usual[1]))
    inner.close()
    return found[0] or usual[0], found[1] or usual[1]


def _model_rules(table: Table, models: Sequence[Model], family: Family | None) -> dict[str, ModelRule]:
    example = "[rule.models]"
    inner = table.table("models", _PART, example)
    if inner is None:
        return {}
    rules: dict[str, ModelRule] = {}
    for model in models:
        entry = inner.table(model.code, _PART, f"{model.code} = {{ max_insufficient = 1 }}", required=False)
        if entry is not None:
            rules[model.code] = _model_rule(entry, model, family)
        elif model.code and model.code not in inner.content:
            inner.error("rule-model-missing", model=model.code)
    codes = [model.code for model in models]
    for key in inner.content:
        if key not in codes:
            inner.error("rule-model-unknown", key, value=key[:60], options=any_of(codes))
    return rules


def _model_rule(table: Table, model: Model, family: Family | None) -> ModelRule:
    count = len(model.criteria)
    most = _insufficient(table, "max_insufficient", count, family)
    needed = table.whole("good_needed", 1, required=False)
    if needed is not None:
        _too_many(table, "good_needed", needed, count, _CRITERIA)
        if model.scale.levels and Outcome.GOOD not in {level.outcome for level in model.scale.levels}:
            table.error("good-unreachable", "good_needed", model=model.code)
    table.close()
    return ModelRule(most, needed)


def _insufficient(table: Table, key: str, count: int, family: Family | None) -> int:
    """How many may be insufficient; none, and none to write down, where everything must be sufficient."""
    if family is not Family.ALL_SUFFICIENT:
        return _at_most(table, key, count)
    value = table.whole(key, 0, required=False)
    if value:
        table.error("rule-family", key, key=key, value=value)
    return 0


def _at_most(table: Table, key: str, count: int) -> int:
    value = table.whole(key, 0)
    if value is None:
        return 0
    _too_many(table, key, value, count, _CRITERIA)
    return value


def _too_many(table: Table, key: str, value: int, count: int, things: Text) -> None:
    if count and value > count:
        table.error("rule-too-many", key, key=key, value=value, count=count, things=things)


def _check_good(table: Table, rule: Rule, models: Sequence[Model]) -> None:
    """Whether *goed* can be reached at all where the rule speaks of it."""
    able = [code for code, model_rule in rule.models.items() if model_rule.good_needed is not None]
    codes = [model.code for model in models]
    if rule.good_models is not None:
        if rule.good_models > len(models):
            _too_many(table, "good_models", rule.good_models, len(models), _MODELS)
        elif rule.models and rule.good_models > len(able):
            table.error("good-models-unreachable", "good_models", value=rule.good_models, count=len(able))
    if rule.pivot is None:
        return
    pivot = same(rule.pivot[:60])
    if rule.pivot not in codes:
        table.error("rule-model-unknown", "pivot", value=pivot, options=any_of(codes))
    elif rule.good_models is None:
        table.error("pivot-without-good", "pivot")
    elif rule.pivot in rule.models and rule.pivot not in able:
        table.error("pivot-never-good", "pivot", value=pivot)


def _check_scales(table: Table, models: Sequence[Model]) -> None:
    """The rule needs a level for onvoldoende and one for voldoende on every scale that is used."""
    scales = {model.scale.code: model.scale for model in models if model.scale.levels}
    for code, scale in scales.items():
        outcomes = {level.outcome for level in scale.levels}
        for outcome in (Outcome.INSUFFICIENT, Outcome.SUFFICIENT):
            if outcome not in outcomes:
                table.error("outcome-absent", scale=code, outcome=outcome.word, letter=outcome.letter)
