"""Small words of the report on agreement: counts, margins, shares of a hundred, names of criteria."""

from __future__ import annotations

from assessor.agreement import wording
from assessor.agreement.criterion import Distribution
from assessor.agreement.result import Interval, Sentence
from assessor.agreement.wording import FEW_ASSESSORS
from assessor.domain.text import Text, listing, same
from assessor.reports.agreement_record import AgreementRecord

NOT_OBSERVED = Text("n.w.", "n.o.")


def said(sentence: Sentence) -> Text:
    """A sentence of the engine as a text."""
    return Text(sentence.nl, sentence.en)


def decimal(value: float) -> Text:
    """Two decimals."""
    return said(wording.decimal(value))


def hundred(share: float) -> Text:
    """A share as a whole number of a hundred; what is there is never called none."""
    part = round(100 * share)
    if part == 0 < share:
        return Text("minder dan 1", "fewer than 1")
    return same(str(part))


def margin(interval: Interval | None) -> Text:
    """The margin of a share in brackets, with a space before it; nothing without one, or where all of it is 0."""
    if interval is None or round(100 * interval.high) == 0:
        return same("")
    low, high = round(100 * interval.low), round(100 * interval.high)
    return Text(" (marge {low}–{high})", " (margin {low}–{high})").fill(low=low, high=high)


def many(number: int, one: Text, more: Text) -> Text:
    """A number with its noun."""
    return (one if number == 1 else more).fill(n=number)


def assessors(number: int) -> Text:
    """So many assessors."""
    return many(number, Text("{n} beoordelaar", "{n} assessor"), Text("{n} beoordelaars", "{n} assessors"))


def works(number: int) -> Text:
    """So many lessons."""
    return many(number, Text("{n} les", "{n} lesson"), Text("{n} lessen", "{n} lessons"))


def is_few(record: AgreementRecord) -> bool:
    """Whether so few assessed that counts say more than percentages."""
    return record.session.assessors < FEW_ASSESSORS


def title_of(record: AgreementRecord, lie: Distribution) -> Text:
    """Code and name of a criterion, or what stands for it."""
    criterion = record.instrument.criteria.get(lie.name) if record.instrument is not None else None
    return same(lie.name) if criterion is None else same(f"{lie.name} ") + criterion.name


def given(record: AgreementRecord, lie: Distribution) -> Text:
    """The levels that were given, in words: 3 onvoldoende, 10 voldoende and 2 goed."""
    parts = [
        Text("{n} {level}", "{n} {level}").fill(n=count, level=_level(level))
        for count, level in zip(lie.counts, record.levels, strict=True)
        if count
    ]
    return listing(parts) if parts else Text("geen scores", "no ratings")


def _level(word: Text) -> Text:
    return Text(f"keer {word.nl}", f"times {word.en}") if word.nl[:1].isdigit() else word


def columns(record: AgreementRecord, lie: Distribution) -> Text:
    """How often each level was given: O 3 · V 10 · G 2 · n.w. 1."""
    labels = record.session.table.scale.labels
    if len(labels) > 12:
        return same("")
    line = same(
        "".join(
            f" · {label}{':' if label[:1].isdigit() else ''} {count}"
            for label, count in zip(labels, lie.counts, strict=True)
        )
    )
    if record.instrument is None and not lie.not_observed:
        return line
    return line + Text(" · {name} {n}", " · {name} {n}").fill(name=NOT_OBSERVED, n=lie.not_observed)
