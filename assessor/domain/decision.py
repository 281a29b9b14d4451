"""The decision rule: from marks to a verdict per model and one for the whole, each with its reason in one sentence.

Source: the partnership's rule "kritisch met begrensde compensatie" (practice text, section 5). A model is 1 onvoldoende
as soon as a critical criterion or more than the allowed number is insufficient, whatever is still open; 2 without a
verdict while something is unscored or too much is not observed; 3 goed; 4 else voldoende. Laws, held by tests: raising
a level or scoring a not-observed criterion as voldoende never lowers a verdict, and order never matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessor.domain import explanation
from assessor.domain.instrument import NOT_OBSERVED, Criterion, Family, Instrument, Model, ModelRule, Outcome, Rule
from assessor.domain.text import Text

Marks = Mapping[str, str | None]
"""Per criterion code a level code, `NOT_OBSERVED`, or None (or no entry) while it is unscored."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The criteria of one model, sorted by what their marks mean to the rule."""

    insufficient: tuple[Criterion, ...]
    good: tuple[Criterion, ...]
    not_observed: tuple[Criterion, ...]
    unscored: tuple[Criterion, ...]
    size: int


@dataclass(frozen=True, slots=True)
class ModelDecision:
    """A model's verdict (None: not yet) and why."""

    verdict: Outcome | None
    reason: Text
    tally: Tally


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rule says of a sheet; `advisory` when the instrument leaves the verdict to the assessor."""

    models: Mapping[str, ModelDecision]
    verdict: Outcome | None
    reason: Text
    advisory: bool = False


def decide(instrument: Instrument, marks: Marks) -> Decision:
    """Apply the instrument's rule to the marks.

    Args:
        instrument: a practice assessment; its `rule` must not be None.
        marks: per criterion code its mark; codes outside the instrument are a ValueError, as is an unknown mark.
    """
    rule = _rule_of(instrument)
    _refuse_strangers(instrument, marks)
    return _decided(instrument, rule, {model.code: _decide_model(model, rule, marks) for model in instrument})


def decide_again(instrument: Instrument, before: Decision, marks: Marks, criterion: str) -> Decision:
    """Apply the rule to marks of which only one differs from those that `before` was decided on.

    Only the model of that criterion is looked at again, so that trying every mark of many sheets takes no minute.

    Args:
        instrument: as in `decide`.
        before: the decision on the same marks with another one at `criterion`.
        marks: the marks as they are now; the one at `criterion` is known to the scale.
        criterion: its code.
    """
    rule, model = _rule_of(instrument), instrument.model_of[criterion]
    return _decided(instrument, rule, {**before.models, model.code: _decide_model(model, rule, marks)})


def _rule_of(instrument: Instrument) -> Rule:
    if instrument.rule is None:
        raise ValueError(f"{instrument.id} has no decision rule")
    return instrument.rule


def _decided(instrument: Instrument, rule: Rule, models: Mapping[str, ModelDecision]) -> Decision:
    verdict, reason = _decide_whole(instrument, rule, models)
    return Decision(models, verdict, reason, advisory=rule.family is Family.ASSESSOR)


def _refuse_strangers(instrument: Instrument, marks: Marks) -> None:
    for code, mark in marks.items():
        model = instrument.model_of.get(code)
        if model is None:
            raise ValueError(f"{instrument.id} has no criterion {code}")
        if mark is not None and mark not in model.scale.marks:
            raise ValueError(f"criterion {code} has no level {mark}")


def _tally(model: Model, marks: Marks) -> Tally:
    by_kind: dict[str | Outcome, list[Criterion]] = {}
    for criterion in model.criteria:
        mark = marks.get(criterion.code)
        kind = "unscored" if mark is None else mark if mark == NOT_OBSERVED else model.scale.outcome(mark)
        if kind is not None:
            by_kind.setdefault(kind, []).append(criterion)
    return Tally(
        insufficient=tuple(by_kind.get(Outcome.INSUFFICIENT, ())),
        good=tuple(by_kind.get(Outcome.GOOD, ())),
        not_observed=tuple(by_kind.get(NOT_OBSERVED, ())),
        unscored=tuple(by_kind.get("unscored", ())),
        size=len(model.criteria),
    )


def _decide_model(model: Model, rule: Rule, marks: Marks) -> ModelDecision:
    tally = _tally(model, marks)
    limits = rule.models[model.code]
    verdict, reason = _model_verdict(model, rule, limits, tally)
    return ModelDecision(verdict, reason, tally)


def _model_verdict(  # noqa: PLR0911 - the rule's four steps, each with the sentence that belongs to it
    model: Model, rule: Rule, limits: ModelRule, tally: Tally
) -> tuple[Outcome | None, Text]:
    critical = [criterion for criterion in tally.insufficient if criterion.critical]
    if critical:
        return Outcome.INSUFFICIENT, explanation.critical_insufficient(model, critical)
    if len(tally.insufficient) > limits.max_insufficient:
        return Outcome.INSUFFICIENT, explanation.too_many_insufficient(
            model, tally.insufficient, limits.max_insufficient
        )
    if tally.unscored:
        return None, explanation.unscored(model, tally.unscored)
    unseen = [criterion for criterion in tally.not_observed if criterion.critical]
    if unseen:
        return None, explanation.critical_not_observed(model, unseen)
    if len(tally.not_observed) > rule.max_unobserved:
        return None, explanation.too_many_not_observed(model, tally.not_observed, rule.max_unobserved)
    needed = limits.good_needed
    if needed is not None and not tally.insufficient and len(tally.good) >= needed:
        return Outcome.GOOD, explanation.good(model, len(tally.good), needed)
    return Outcome.SUFFICIENT, explanation.sufficient(model, tally.insufficient, len(tally.good), needed)


def _decide_whole(
    instrument: Instrument, rule: Rule, models: Mapping[str, ModelDecision]
) -> tuple[Outcome | None, Text]:
    failed = [model for model in instrument if models[model.code].verdict is Outcome.INSUFFICIENT]
    insufficient = [criterion for decision in models.values() for criterion in decision.tally.insufficient]
    not_observed = [criterion for decision in models.values() for criterion in decision.tally.not_observed]
    pending = [model for model in instrument if models[model.code].verdict is None]
    if failed:
        return Outcome.INSUFFICIENT, explanation.whole_failed(failed, still_open=bool(pending))
    if len(insufficient) > rule.max_insufficient_total:
        reason = explanation.whole_too_many_insufficient(insufficient, rule.max_insufficient_total, bool(pending))
        return Outcome.INSUFFICIENT, reason
    if pending:
        return None, explanation.whole_pending(pending)
    if len(not_observed) > rule.max_unobserved_total:
        return None, explanation.whole_too_many_not_observed(not_observed, rule.max_unobserved_total)
    return _pass_or_good(instrument, rule, models, insufficient)


def _pass_or_good(
    instrument: Instrument, rule: Rule, models: Mapping[str, ModelDecision], insufficient: list[Criterion]
) -> tuple[Outcome, Text]:
    good = [model for model in instrument if models[model.code].verdict is Outcome.GOOD]
    pivot = instrument.model(rule.pivot) if rule.pivot is not None else None
    if rule.good_models is None:
        return Outcome.SUFFICIENT, explanation.whole_sufficient_only()
    if insufficient:
        return Outcome.SUFFICIENT, explanation.whole_insufficient_within(insufficient)
    if len(good) < rule.good_models or (pivot is not None and pivot not in good):
        return Outcome.SUFFICIENT, explanation.whole_sufficient(good, rule.good_models, pivot)
    return Outcome.GOOD, explanation.whole_good(good, pivot)
