"""The sentences of *Zo komt dit oordeel tot stand*: one per model and one for the whole, in Dutch and English.

Wording after the practice text, section 5. Students read these sentences, so they hold no equals signs and no
letters O, V, G.
"""

from __future__ import annotations

from collections.abc import Sequence

from assessor.domain.instrument import Criterion, Model
from assessor.domain.text import Text, in_words, listing


def critical_insufficient(model: Model, critical: Sequence[Criterion]) -> Text:
    """A critical criterion is insufficient, so the model is."""
    named = listing([_named(criterion) for criterion in critical])
    if len(critical) == 1:
        sentence = Text(
            "{model} is onvoldoende, omdat kritisch criterium {criteria} onvoldoende is.",
            "{model} is insufficient, because critical criterion {criteria} is insufficient.",
        )
    else:
        sentence = Text(
            "{model} is onvoldoende, omdat de kritische criteria {criteria} onvoldoende zijn.",
            "{model} is insufficient, because critical criteria {criteria} are insufficient.",
        )
    return sentence.fill(model=model.label, criteria=named)


def too_many_insufficient(model: Model, insufficient: Sequence[Criterion], allowed: int) -> Text:
    """More criteria are insufficient than the model allows."""
    sentence = Text("{model} is onvoldoende: ", "{model} is insufficient: ") + _count_insufficient(insufficient)
    return (sentence + _allowed("onvoldoende", "insufficient", allowed)).fill(model=model.label)


def unscored(model: Model, criteria: Sequence[Criterion]) -> Text:
    """Something has no mark yet."""
    total = len(model.criteria)
    if len(criteria) == total:
        return Text(
            "{model} heeft nog geen oordeel: er is nog niets gescoord.",
            "{model} has no verdict yet: nothing has been scored.",
        ).fill(model=model.label)
    if len(criteria) == 1:
        return Text(
            "{model} heeft nog geen oordeel: criterium {codes} is nog niet gescoord.",
            "{model} has no verdict yet: criterion {codes} has not been scored.",
        ).fill(model=model.label, codes=criteria[0].code)
    return Text(
        "{model} heeft nog geen oordeel: {count} van de {total} criteria zijn nog niet gescoord ({codes}).",
        "{model} has no verdict yet: {count} of the {total} criteria have not been scored ({codes}).",
    ).fill(model=model.label, count=len(criteria), total=total, codes=_codes(criteria))


def critical_not_observed(model: Model, critical: Sequence[Criterion]) -> Text:
    """A critical criterion was not observed, so there is no verdict yet."""
    if len(critical) == 1:
        sentence = Text(
            "{model} heeft nog geen oordeel: kritisch criterium {codes} is niet waargenomen.",
            "{model} has no verdict yet: critical criterion {codes} was not observed.",
        )
    else:
        sentence = Text(
            "{model} heeft nog geen oordeel: de kritische criteria {codes} zijn niet waargenomen.",
            "{model} has no verdict yet: critical criteria {codes} were not observed.",
        )
    return sentence.fill(model=model.label, codes=_codes(critical)) + _OBSERVE_AGAIN


def too_many_not_observed(model: Model, criteria: Sequence[Criterion], allowed: int) -> Text:
    """More criteria were not observed than one model allows."""
    sentence = Text("{model} heeft nog geen oordeel: ", "{model} has no verdict yet: ") + _count_not_observed(criteria)
    return (sentence + _allowed("niet waargenomen", "not observed", allowed)).fill(model=model.label) + _OBSERVE_AGAIN


def good(model: Model, count: int, needed: int) -> Text:
    """Enough criteria are good and none is insufficient."""
    return Text(
        "{model} is goed: {count} van de {total} criteria zijn goed (nodig: {needed}) en geen enkel criterium is"
        " onvoldoende.",
        "{model} is good: {count} of the {total} criteria are good (needed: {needed}) and no criterion is"
        " insufficient.",
    ).fill(model=model.label, count=count, total=len(model.criteria), needed=needed)


def sufficient(model: Model, insufficient: Sequence[Criterion], count: int, needed: int | None) -> Text:
    """Neither insufficient nor good: says what good would have asked."""
    total = len(model.criteria)
    compensated = _compensated(insufficient)
    if needed is None:
        start = Text("{model} is voldoende", "{model} is sufficient").fill(model=model.label)
        rest = compensated or Text(": geen enkel criterium is onvoldoende.", ": no criterion is insufficient.")
        return start + rest
    are = Text("is", "is") if count == 1 else Text("zijn", "are")
    start = Text(
        "{model} is voldoende: {count} van de {total} criteria {are} goed",
        "{model} is sufficient: {count} of the {total} criteria {are} good",
    ).fill(model=model.label, count=count if count else in_words(0), total=total, are=are)
    if not count:
        start = Text(
            "{model} is voldoende: geen enkel criterium is goed", "{model} is sufficient: no criterion is good"
        )
        start = start.fill(model=model.label)
    if count < needed:
        start += Text("; voor goed zijn er {needed} nodig", "; good asks for {needed}").fill(needed=needed)
    return start + (compensated or Text(".", "."))


def _compensated(insufficient: Sequence[Criterion]) -> Text | None:
    if not insufficient:
        return None
    if len(insufficient) == 1:
        return Text(
            "; criterium {codes} is onvoldoende, dat wordt gecompenseerd.",
            "; criterion {codes} is insufficient, which is compensated.",
        ).fill(codes=_codes(insufficient))
    return Text(
        "; criteria {codes} zijn onvoldoende, dat wordt gecompenseerd.",
        "; criteria {codes} are insufficient, which is compensated.",
    ).fill(codes=_codes(insufficient))


def whole_failed(failed: Sequence[Model], *, still_open: bool) -> Text:
    """A model is insufficient, so the whole is; while work is open the sentence says that nothing can mend it."""
    numbers = listing([model.number for model in failed])
    one = len(failed) == 1
    if still_open:
        models = (
            Text("model {numbers} is", "model {numbers} is")
            if one
            else Text("de modellen {numbers} zijn", "models {numbers} are")
        )
        sentence = Text("Dit kan geen voldoende meer worden: {models} al onvoldoende.",
                        "This can no longer become sufficient: {models} already insufficient.")  # fmt: skip
        return sentence.fill(models=models.fill(numbers=numbers))
    if one:
        return Text(
            "De praktijkbeoordeling is onvoldoende, omdat model {numbers} onvoldoende is.",
            "The practice assessment is insufficient, because model {numbers} is insufficient.",
        ).fill(numbers=numbers)
    return Text(
        "De praktijkbeoordeling is onvoldoende, omdat de modellen {numbers} onvoldoende zijn.",
        "The practice assessment is insufficient, because models {numbers} are insufficient.",
    ).fill(numbers=numbers)


def whole_too_many_insufficient(insufficient: Sequence[Criterion], allowed: int, still_open: bool) -> Text:
    """Each model passes, but together there are too many insufficient criteria."""
    start = (
        Text("Dit kan geen voldoende meer worden: ", "This can no longer become sufficient: ")
        if still_open
        else Text("De praktijkbeoordeling is onvoldoende: ", "The practice assessment is insufficient: ")
    )
    return start + _count_insufficient(insufficient) + _allowed("onvoldoende", "insufficient", allowed, in_all=True)


def whole_pending(pending: Sequence[Model]) -> Text:
    """A model has no verdict yet, so the whole has none."""
    numbers = listing([model.number for model in pending])
    if len(pending) == 1:
        sentence = Text(
            "De praktijkbeoordeling heeft nog geen oordeel: model {numbers} heeft er nog geen.",
            "The practice assessment has no verdict yet: model {numbers} has none.",
        )
    else:
        sentence = Text(
            "De praktijkbeoordeling heeft nog geen oordeel: de modellen {numbers} hebben er nog geen.",
            "The practice assessment has no verdict yet: models {numbers} have none.",
        )
    return sentence.fill(numbers=numbers)


def whole_too_many_not_observed(criteria: Sequence[Criterion], allowed: int) -> Text:
    """Every model has a verdict, but too much was not observed in all."""
    start = Text("De praktijkbeoordeling heeft nog geen oordeel: ", "The practice assessment has no verdict yet: ")
    limit = _allowed("niet waargenomen", "not observed", allowed, in_all=True)
    return start + _count_not_observed(criteria) + limit + _OBSERVE_AGAIN


def whole_sufficient_only() -> Text:
    """The rule knows no good."""
    return Text(
        "De praktijkbeoordeling is voldoende: alle modellen zijn voldoende.",
        "The practice assessment is sufficient: all models are sufficient.",
    )


def whole_insufficient_within(insufficient: Sequence[Criterion]) -> Text:
    """All models pass, yet a compensated criterion keeps the whole from good."""
    one = len(insufficient) == 1
    codes = Text("criterium {codes} is dat nog", "criterion {codes} still is") if one else Text("criteria {codes} zijn dat nog", "criteria {codes} still are")  # noqa: E501  # fmt: skip
    return _ALL_PASS + Text(
        " Voor goed mag geen enkel criterium onvoldoende zijn; {which}.",
        " For good no criterion may be insufficient; {which}.",
    ).fill(which=codes.fill(codes=_codes(insufficient)))


def whole_sufficient(good_models: Sequence[Model], needed: int, pivot: Model | None) -> Text:
    """All models pass, but the pivot or the number of good models falls short."""
    enough = len(good_models) >= needed
    if pivot is not None and pivot not in good_models:
        if enough:
            return _ALL_PASS + Text(
                " Voor goed moet ook model {number} goed zijn.", " For good model {number} must be good as well."
            ).fill(number=pivot.number)
        return _ALL_PASS + Text(
            " Voor goed moeten {needed} modellen goed zijn, waaronder model {number}; {count}.",
            " Good asks for {needed} good models, model {number} among them; {count}.",
        ).fill(needed=in_words(needed), number=pivot.number, count=_good_count(len(good_models)))
    return _ALL_PASS + Text(
        " Voor goed moeten {needed} modellen goed zijn; {count}.", " Good asks for {needed} good models; {count}."
    ).fill(needed=in_words(needed), count=_good_count(len(good_models)))


def whole_good(good_models: Sequence[Model], pivot: Model | None) -> Text:
    """Pivot and enough other models are good and nothing is insufficient."""
    others = listing([model.number for model in good_models if model is not pivot])
    count = sum(model is not pivot for model in good_models)
    if pivot is not None and count:
        also = Text("net als model {n}", "as is model {n}") if count == 1 else _AS_MODELS
        named = Text("model {pivot} is goed, {also},", "model {pivot} is good, {also},")
        named = named.fill(pivot=pivot.number, also=also.fill(n=others))
    elif pivot is not None or count == 1:
        number = pivot.number if pivot is not None else good_models[0].number
        named = Text("model {n} is goed", "model {n} is good").fill(n=number)
    else:
        named = Text("de modellen {n} zijn goed", "models {n} are good").fill(n=others)
    start = Text("De praktijkbeoordeling is goed: {named}", "The practice assessment is good: {named}")
    return start.fill(named=named) + Text(
        " en geen enkel criterium is onvoldoende.", " and no criterion is insufficient."
    )


_AS_MODELS = Text("net als de modellen {n}", "as are models {n}")
_ALL_PASS = Text(
    "De praktijkbeoordeling is voldoende: alle modellen zijn minimaal voldoende.",
    "The practice assessment is sufficient: all models are at least sufficient.",
)
_OBSERVE_AGAIN = Text(" Plan een aanvullende observatie.", " Plan an additional observation.")


def _named(criterion: Criterion) -> Text:
    return Text("{code} ({name})", "{code} ({name})").fill(code=criterion.code, name=criterion.name)


def _codes(criteria: Sequence[Criterion]) -> Text:
    return listing([criterion.code for criterion in criteria])


def _good_count(count: int) -> Text:
    if count <= 1:
        return Text("nu is dat er {count}", "now there is {count}").fill(count=in_words(count))
    return Text("nu zijn dat er {count}", "now there are {count}").fill(count=in_words(count))


def _count_insufficient(criteria: Sequence[Criterion]) -> Text:
    return _count(criteria, "onvoldoende", "insufficient")


def _count_not_observed(criteria: Sequence[Criterion]) -> Text:
    return _count(criteria, "niet waargenomen", "not observed")


def _count(criteria: Sequence[Criterion], nl: str, en: str) -> Text:
    if len(criteria) == 1:
        sentence = Text(f"één criterium is {nl} ({{codes}})", f"one criterion is {en} ({{codes}})")
    else:
        sentence = Text(f"{{count}} criteria zijn {nl} ({{codes}})", f"{{count}} criteria are {en} ({{codes}})")
    return sentence.fill(count=in_words(len(criteria)), codes=_codes(criteria))


def _allowed(nl: str, en: str, number: int, *, in_all: bool = False) -> Text:
    if number == 0:
        tail = Text(f" en er mag geen enkel criterium {nl} zijn.", f" and no criterion may be {en}.")
        if in_all:
            tail = Text(f" en in het geheel mag geen enkel criterium {nl} zijn.", f" and none in all may be {en}.")
        return tail
    may = "mag" if number == 1 else "mogen"
    where = Text(" en in het geheel {may} er {n} {nl} zijn.", " and in all {n} may be {en}.")
    if not in_all:
        where = Text(" en er {may} er {n} {nl} zijn.", " and {n} may be {en}.")
    return where.fill(may=may, n=in_words(number), nl=nl, en=en)
