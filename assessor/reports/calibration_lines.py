"""Afspraken, voorstellen and acties, each in one line."""

from __future__ import annotations

from assessor.domain.calibration.conclusion import Action, Agreed, Proposal
from assessor.domain.text import Text, day_text, same


def agreed_line(one: Agreed) -> Text:
    """An afspraak with its criterion, example and status."""
    start = same(f"{one.criterion}: ") if one.criterion else same("")
    example = (
        Text(" Voorbeeldgedrag: {text}", " Example behaviour: {text}").fill(text=one.example)
        if one.example
        else same("")
    )
    return start + same(one.text) + example + same(" [") + one.status.word + same("]")


def proposal_line(one: Proposal) -> Text:
    """A voorstel with its criterion, status and answer."""
    start = same(f"{one.criterion}: ") if one.criterion else same("")
    answer = same(f" {one.answer}") if one.answer else same("")
    return start + same(one.text) + same(" [") + one.status.word + same("]") + answer


def action_line(one: Action) -> Text:
    """An actie with its day and status."""
    due = Text(" Uiterlijk {day}.", " By {day}.").fill(day=day_text(one.due)) if one.due else same("")
    return same(one.text) + due + same(" [") + one.status.word + same("]")
