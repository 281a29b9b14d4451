"""Agreement over sessions and years, on the same items only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from assessor.agreement.calculation import Calculation
from assessor.agreement.measures import measures
from assessor.agreement.resampling import Plan, percentile
from assessor.agreement.result import Interval, Result, Sentence
from assessor.agreement.scale import Scale
from assessor.agreement.table import Floats, Table

SHIFT = 0.10
"""Change in the share of a level that is worth a warning."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A session: what it is called (a year, a date) and its ratings."""

    label: str
    table: Table


@dataclass(frozen=True, slots=True)
class Shift:
    """A level given clearly more often than the session before: its code and both shares."""

    level: int
    before: float
    now: float


@dataclass(frozen=True, slots=True)
class Change:
    """From one session to the next.

    Attributes:
        before: Label of the earlier session.
        now: Label of the later session.
        items: Items both rated.
        difference: Change in exact agreement on those items, or None.
        interval: Its interval, or None.
        chance: Whether the change can be chance; None where it cannot be told.
        shifts: Levels given clearly more often.
        sentence: What it says.
    """

    before: str
    now: str
    items: int
    difference: float | None
    interval: Interval | None
    chance: bool | None
    shifts: tuple[Shift, ...]
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Trend:
    """Exact agreement of every session, on all its items, and the changes between neighbours."""

    sessions: tuple[tuple[str, Result], ...]
    changes: tuple[Change, ...]
    sentence: Sentence


def trend(occasions: Sequence[Occasion], plan: Plan | None = None) -> Trend:
    """Follow exact agreement over sessions in the order given.

    Sessions are compared on the items (work and criterion, by name) that both rated. Each is resampled on its own.

    Raises:
        ValueError: The sessions do not share one scale.
    """
    if len({occasion.table.scale.labels for occasion in occasions}) > 1:
        raise ValueError("sessions on different scales cannot be compared")
    chosen = plan or Plan()
    sessions = tuple((one.label, _exact(one.table, chosen)[0]) for one in occasions)
    changes = tuple(_change(before, now, chosen) for before, now in pairwise(occasions))
    return Trend(sessions, changes, _sentence(sessions))


def _exact(table: Table, plan: Plan) -> tuple[Result, Floats | None]:
    shared = Calculation(table, plan=plan, wanted=("exact_agreement",))
    found = measures(shared, ("exact_agreement",))["exact_agreement"]
    drawn = shared.drawn if found.value is not None else None
    return found, None if drawn is None else drawn.values["exact_agreement"]


def _names(table: Table) -> list[tuple[str, str]]:
    return [
        (table.works[int(work)], table.criteria[int(criterion)])
        for work, criterion in zip(table.work_of, table.criterion_of, strict=True)
    ]


def _on(table: Table, common: set[tuple[str, str]]) -> Table:
    return table.choose(np.array([name in common for name in _names(table)], dtype=bool))


def _change(before: Occasion, now: Occasion, plan: Plan) -> Change:
    common = set(_names(before.table)) & set(_names(now.table))
    if not common:
        text = Sentence(
            f"Niet te vergelijken: in {now.label} is een andere les gescoord. Neem een casus van een eerder jaar"
            " opnieuw op.",
            f"Not comparable: another lesson was rated in {now.label}. Take up a case of an earlier year again.",
        )
        return Change(before.label, now.label, 0, None, None, None, (), text)
    first, second = _on(before.table, common), _on(now.table, common)
    # Another seed for the later session, so that the replicates of the two are independent.
    later = Plan(plan.kind, plan.replicates, plan.seed + 1, plan.confidence)
    one, two = _exact(first, plan), _exact(second, later)
    shifts = _shifts(first, second)
    difference = None if one[0].value is None or two[0].value is None else two[0].value - one[0].value
    interval = None
    if difference is not None and one[1] is not None and two[1] is not None:
        interval = percentile(two[1] - one[1], plan.kind, plan.confidence)
    chance = None if interval is None else interval.low <= 0.0 <= interval.high
    text = _told(now.label, chance, shifts, first.scale)
    return Change(before.label, now.label, len(common), difference, interval, chance, shifts, text)


def _shares(table: Table) -> Floats:
    given = table.counts.sum(axis=1)
    shares: Floats = given / max(float(given.sum()), 1.0)
    return shares


def _shifts(before: Table, now: Table) -> tuple[Shift, ...]:
    first, second = _shares(before), _shares(now)
    return tuple(
        Shift(level, float(first[level]), float(second[level]))
        for level in range(len(first))
        if second[level] - first[level] >= SHIFT
    )


def _told(label: str, chance: bool | None, shifts: tuple[Shift, ...], scale: Scale) -> Sentence:
    nl, en = [], []
    if chance is not None:
        nl.append(
            "Dit verschil kan toeval zijn." if chance else "Dit verschil is groter dan door toeval te verwachten is."
        )
        en.append(
            "This difference can be chance." if chance else "This difference is larger than chance would make it."
        )
    for shift in shifts:
        level, now, before = scale.word(shift.level), round(100 * shift.now), round(100 * shift.before)
        nl.append(
            f"Let op: in {label} is vaker {level.nl} gegeven ({now} % tegen {before} %). De overeenstemming kan"
            " daardoor zijn veranderd."
        )
        en.append(
            f"Mind: in {label} {level.en} was given more often ({now} % against {before} %). Agreement may have changed"
            " by that."
        )
    return Sentence(" ".join(nl), " ".join(en))


def _sentence(sessions: tuple[tuple[str, Result], ...]) -> Sentence:
    if len(sessions) < 2:
        return Sentence(
            "Dit is de eerste sessie; verloop is er vanaf de tweede.",
            "This is the first session; there is a trend from the second on.",
        )
    nl, en = [], []
    for label, found in sessions:
        if found.value is None:
            nl.append(f"{label}: niet te berekenen")
            en.append(f"{label}: cannot be computed")
            continue
        margin = ""
        if found.interval is not None:
            margin = f" ({round(100 * found.interval.low)}–{round(100 * found.interval.high)})"
        nl.append(f"{label}: {round(100 * found.value)} van de 100{margin}")
        en.append(f"{label}: {round(100 * found.value)} out of 100{margin}")
    return Sentence("; ".join(nl) + ".", "; ".join(en) + ".")
