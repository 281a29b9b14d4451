"""What paper says about the verdict of a dossier: the word, its label and the sentences under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assessor.domain.dossier import Dossier, State
from assessor.domain.instrument import Outcome
from assessor.domain.ratings import Place
from assessor.domain.record import Record
from assessor.domain.text import Text, same
from assessor.paper.pen import Pen


@dataclass(frozen=True, slots=True)
class Verdict:
    """The large word of page 1, what stands above it and the sentences beside it."""

    label: Text
    word: Text
    sentences: tuple[Text, ...]


def verdict(record: Record) -> Verdict:
    """What page 1 says, in every state of a dossier."""
    dossier = record.dossier
    if not (dossier.state.is_open or dossier.state.has_result):
        return Verdict(Text("Uitslag", "Outcome"), dossier.state.word, tuple(_without_verdict(dossier)))
    label = Text("Voorlopig oordeel", "Provisional verdict") if dossier.state.is_open else Text("Oordeel", "Verdict")
    outcome = outcome_of(record)
    word = Text("nog geen oordeel", "no verdict yet") if outcome is None else outcome.word
    return Verdict(label, word, tuple(_sentences(record)))


def outcome_of(record: Record) -> Outcome | None:
    """The verdict that was set; for a concept the one it would get now, or None."""
    dossier = record.dossier
    if dossier.result is not None:
        return dossier.result.outcome
    if record.decision.advisory:
        return dossier.chosen
    return (
        dossier.chosen
        if dossier.chosen is not None and record.decision.verdict is not None
        else record.decision.verdict
    )


def departure(record: Record, pen: Pen, shorten: Callable[[str], str]) -> str | None:
    """The sentence of another verdict than the rule's, as markup; None where the assessor follows the rule.

    Args:
        record: the dossier.
        pen: writes it.
        shorten: takes the assessor's grounds and gives what there is room for.
    """
    ours, rule = outcome_of(record), record.decision.verdict
    motivated = record.dossier.sheet.passage(Place.DEPARTURE).strip()
    advisory = record.decision.advisory
    if ours is None or (rule is None and not advisory) or (ours == rule and not (advisory and motivated)):
        return None
    start = Text("De regel geeft {rule}. Ik kom tot {ours}", "The rule gives {rule}. I come to {ours}")
    if advisory:
        start = Text("De regel adviseert {rule}. Ik kom tot {ours}", "The rule advises {rule}. I come to {ours}")
    if rule is None:
        start = Text("De regel geeft geen advies. Ik kom tot {ours}", "The rule gives no advice. I come to {ours}")
    said = pen.bold(rule.word) if rule is not None else ""
    bold = [start.fill(rule=said, ours=pen.bold(ours.word)).say(pen.language)]
    grounds = shorten(motivated) if motivated else ""
    return "".join([*bold, _joined(pen, grounds)])


def _joined(pen: Pen, grounds: str) -> str:
    """The assessor's grounds after "Ik kom tot goed": running on after "omdat", else as sentences of their own."""
    if not grounds:
        return "."
    first, _, rest = grounds.partition(" ")
    if first.casefold() in {"omdat", "because"} and rest:
        return f", {pen.written(first.casefold() + ' ' + rest)}"
    if first[0].islower():
        return f", {pen.say(Text('omdat', 'because'))} {pen.written(grounds)}"
    return f". {pen.say(Text('Motivering:', 'Motivation:'))} {pen.written(grounds)}"


def _sentences(record: Record) -> Iterator[Text]:
    yield record.decision.reason
    follows = record.decision.verdict is not None and outcome_of(record) == record.decision.verdict
    if record.dossier.state.has_result and follows:
        yield Text("De beoordelaar volgt de regel.", "The assessor follows the rule.")
    elif record.decision.advisory:
        yield Text(
            "Bij dit instrument adviseert de regel; de beoordelaar geeft het oordeel.",
            "With this instrument the rule advises; the assessor gives the verdict.",
        )


def _without_verdict(dossier: Dossier) -> Iterator[Text]:
    yield _ENDED[dossier.state]
    if dossier.state_reason:
        yield Text("Reden: {reason}", "Reason: {reason}").fill(reason=same(dossier.state_reason))
    if dossier.counts_as_attempt is not None:
        yield _COUNTS if dossier.counts_as_attempt else _COUNTS_NOT
    elif dossier.state is State.BROKEN_OFF:
        yield _UNDECIDED


_ENDED = {
    State.NO_SHOW: Text(
        "De student is niet verschenen. Er is niets beoordeeld en er is geen oordeel.",
        "The student did not appear. Nothing was assessed and there is no verdict.",
    ),
    State.BROKEN_OFF: Text(
        "De praktijkbeoordeling is afgebroken. Er is geen oordeel.",
        "The practice assessment was broken off. There is no verdict.",
    ),
    State.WITHDRAWN: Text(
        "Dit dossier is ingetrokken. Er is geen oordeel en er volgt geen resultaat.",
        "This dossier was withdrawn. There is no verdict and no result will follow.",
    ),
}
_COUNTS = Text(
    "De examencommissie heeft besloten dat dit telt als poging.",
    "The examination board decided that this counts as an attempt.",
)
_COUNTS_NOT = Text(
    "De examencommissie heeft besloten dat dit niet telt als poging.",
    "The examination board decided that this does not count as an attempt.",
)
_UNDECIDED = Text(
    "De examencommissie beslist nog of dit telt als poging.",
    "The examination board has yet to decide whether this counts as an attempt.",
)
