"""Filled-in sheets for the example: mixed levels that hang together, with notes and motivations that fit them."""

from __future__ import annotations

import random
from types import MappingProxyType

from assessor.domain.decision import Decision, ModelDecision, decide
from assessor.domain.instrument import NOT_OBSERVED, Criterion, Instrument, Model, Outcome
from assessor.domain.ratings import Place, Rating, Sheet, Source
from assessor.services.example.words import Writer

_GOOD_ABOVE = 0.62
_INSUFFICIENT_BELOW = -2.35
_NOTED = 0.4
"""How often a criterion gets a toelichting that nobody asks for."""


def whole_sheet(instrument: Instrument, writer: Writer, lift: float = 0.0) -> tuple[Sheet, Decision]:
    """A sheet on which nothing is missing, and what the rule says of it.

    Args:
        instrument: the form.
        writer: writes the texts.
        lift: how much stronger (or weaker, below 0) this student is than most; 1 is a large difference.
    """
    marks = _marks(instrument, writer.draw, lift)
    decision = decide(instrument, marks)
    ratings = {code: _rating(instrument, code, mark, decision, writer) for code, mark in marks.items()}
    passages = _passages(instrument, decision, writer)
    return Sheet(MappingProxyType(ratings), MappingProxyType(passages)), decision


def part_of(sheet: Sheet, instrument: Instrument, share: float) -> Sheet:
    """The sheet as it is halfway: the first models only."""
    codes = list(instrument.criteria)[: round(len(instrument.criteria) * share)]
    done = {model.code for model in instrument if all(one.code in codes for one in model.criteria)}
    passages = {
        place: text for place, text in sheet.passages.items() if place in {Place.motivation(code) for code in done}
    }
    return Sheet(MappingProxyType({code: sheet.ratings[code] for code in codes}), MappingProxyType(passages))


def _marks(instrument: Instrument, draw: random.Random, lift: float) -> dict[str, str]:
    student = draw.gauss(lift, 0.55)
    marks: dict[str, str] = {}
    for model in instrument:
        level = student + draw.gauss(0.0, 0.35)
        marks |= {one.code: _mark(level + draw.gauss(0.0, 0.75)) for one in model.criteria}
        _overlook(model, marks, draw)
    return marks


def _mark(strength: float) -> str:
    if strength > _GOOD_ABOVE:
        return "G"
    return "O" if strength < _INSUFFICIENT_BELOW else "V"


def _overlook(model: Model, marks: dict[str, str], draw: random.Random) -> None:
    """Now and then one criterion of a model was not observed; never a critical one, and never more than three."""
    seen = [one.code for one in model.criteria if not one.critical]
    if draw.random() < 0.12 and list(marks.values()).count(NOT_OBSERVED) < 3:
        marks[draw.choice(seen)] = NOT_OBSERVED


def _rating(instrument: Instrument, code: str, mark: str, decision: Decision, writer: Writer) -> Rating:
    model = instrument.model_of[code]
    if not (_needs_note(model, code, mark, decision) or writer.draw.random() < _NOTED):
        return Rating(code, mark)
    sources = _sources(writer.draw) if model.needs_source and mark != NOT_OBSERVED else frozenset[Source]()
    return Rating(code, mark, writer.note(code, mark), sources)


def _needs_note(model: Model, code: str, mark: str, decision: Decision) -> bool:
    if mark in ("O", NOT_OBSERVED):
        return True
    verdict = decision.models[model.code]
    first_good: list[Criterion] = list(verdict.tally.good[:2])
    return verdict.verdict is Outcome.GOOD and code in {one.code for one in first_good}


def _sources(draw: random.Random) -> frozenset[Source]:
    return frozenset(draw.sample(list(Source), draw.choice((1, 1, 2))))


def _motivation(model: Model, decided: ModelDecision, verdict: Outcome, writer: Writer) -> str:
    """The motivering, which names what is compensated."""
    motivation = writer.motivation(model.code, verdict)
    if verdict is Outcome.INSUFFICIENT or not decided.tally.insufficient:
        return motivation
    codes = ", ".join(criterion.code for criterion in decided.tally.insufficient)
    return f"{motivation} {writer.common('compensated').replace('{codes}', codes)}"


def _passages(instrument: Instrument, decision: Decision, writer: Writer) -> dict[str, str]:
    passages = {
        Place.STRENGTH: writer.line("strengths"),
        Place.DEVELOPMENT: writer.line("developments"),
        Place.APPRECIATION: writer.line("appreciations"),
    }
    for model in instrument:
        verdict = decision.models[model.code].verdict
        if verdict is None:
            raise ValueError("a whole sheet has a verdict for each model")
        passages[Place.motivation(model.code)] = _motivation(model, decision.models[model.code], verdict, writer)
        if verdict is Outcome.INSUFFICIENT and model.needs_source:
            passages[Place.announced(model.code)] = writer.common("announced")
    return {place: text for place, text in passages.items() if text}
