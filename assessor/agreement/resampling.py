"""Intervals by resampling: items, assessors, or both at once (the default), seeded.

Where assessors are drawn, `steady` puts replicates afterwards where they belong and says why.

With several works of several criteria the works are drawn, with all their criteria, as clusters. A replicate in which
a value does not exist, such as one that drew a single assessor, is left out and counted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from scipy.special import ndtri, stdtrit

from assessor.agreement.chance import resampled
from assessor.agreement.counts import Block, block_size, both_totals, counting, disagreements, item_totals
from assessor.agreement.leaving_out import members_of, sizes, units, within
from assessor.agreement.panel import Panel
from assessor.agreement.result import Interval
from assessor.agreement.steady import Steady
from assessor.agreement.table import Codes, Floats, Table

Kind = Literal["two-way", "items", "assessors", "cluster", "none"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_FEWEST = 20
_STILL = 1e-15
_RARE = 5
_BLOCK = 1 << 22
_PART = 1 << 13


@dataclass(frozen=True, slots=True)
class Plan:
    """How to resample.

    Attributes:
        kind: What is drawn again.
        replicates: How often.
        seed: Start of the random numbers, printed with the result.
        confidence: Nominal coverage, 0 to 1.
    """

    kind: Kind = "two-way"
    replicates: int = 2000
    seed: int = 1
    confidence: float = 0.95

    def __post_init__(self) -> None:
        """Refuse what cannot be resampled.

        Raises:
            ValueError: Unknown kind, no replicates or a coverage outside 0 to 1.
        """
        if self.kind not in KINDS or self.replicates < 1 or not 0.0 < self.confidence < 1.0:
            raise ValueError(f"cannot resample as {self}")


DEFAULT = Plan()
"""Works or items and assessors drawn 2,000 times."""


def draw(rng: np.random.Generator, replicates: int, size: int) -> Floats:
    """How often each of `size` units is drawn in `size` draws, shape (replicates, size)."""
    drawn = rng.integers(0, size, (replicates, size), dtype=np.int32)
    found = np.empty((replicates, size))
    # Counted in parts that stay in the processor's cache: large arrays cost more to get than to fill.
    step = max(1, _PART // size)
    first = np.arange(0, step * size, size)[:, None]
    for start in range(0, replicates, step):
        some = drawn[start : start + step]
        places = (some + first[: len(some)]).ravel()
        found[start : start + step] = np.bincount(places, minlength=some.size).reshape(some.shape)
    return found


@dataclass(frozen=True, slots=True)
class Replicates:
    """Values of the pooled measures in every replicate.

    Attributes:
        values: By measure, shape (replicates,), NaN where the value did not exist.
        groups: Exact agreement within each group of items, shape (replicates, groups).
        method: What was drawn.
    """

    values: dict[str, Floats]
    groups: Floats
    method: str


def method(table: Table, kind: Kind) -> str | None:
    """What is really drawn: with one item only assessors can be; None where nothing can."""
    paired = table.counts.sum(axis=0) > 1
    single = len(np.unique(units(table)[paired])) < 2
    if kind == "none" or not paired.any() or (single and kind in ("items", "cluster")):
        return None
    return "assessors" if single else kind


def resample(table: Table, panel: Panel, plan: Plan, groups: Codes | None = None) -> Replicates | None:
    """Replicate every pooled measure; None where nothing can be drawn.

    Args:
        table: The ratings.
        panel: The measures.
        plan: How to resample.
        groups: Group of each item (criteria, usually), shape (items,), for the exact agreement within groups.
    """
    chosen = method(table, plan.kind)
    if chosen is None:
        return None
    members = members_of(np.zeros(table.items, dtype=np.intp) if groups is None else groups)
    alone = bool((members.sum(axis=0) == 1).all())
    values: dict[str, list[Floats]] = {}
    inside: list[Floats] = []
    blocks = _both if chosen in ("two-way", "assessors") else _items
    for items, block, chance in blocks(table, panel, plan, chosen):
        for name, value in panel.values(block.totals, chance).items():
            values.setdefault(name, []).append(value)
        there = block.paired * (np.ones_like(items) if alone else items)
        inside.append(within(block.apart, there, members))
    drawn = {name: np.concatenate(parts) for name, parts in values.items()}
    if chosen not in ("two-way", "assessors"):
        return Replicates(drawn, np.concatenate(inside), chosen)
    steady = Steady.of(table, panel, members, plan.confidence, both=chosen == "two-way")
    return Replicates(
        {name: steady.measure(name, one) for name, one in drawn.items()}, steady.group(np.concatenate(inside)), chosen
    )


_Drawn = Iterator[tuple[Floats, Block, Floats | None]]


def _both(table: Table, panel: Panel, plan: Plan, chosen: str) -> _Drawn:
    rng = np.random.default_rng(plan.seed)
    together, assessors, count = units(table), table.active, counting(table)
    chance = resampled(table, panel.chance_matrix)
    for width in sizes(plan.replicates, block_size(table)):
        items = np.ones((width, table.items))
        if chosen == "two-way":
            items = draw(rng, width, int(together.max()) + 1)[:, together]
        people = np.zeros((width, len(table.assessors)))
        people[:, assessors] = draw(rng, width, len(assessors))
        yield items, both_totals(count, panel.schemes, items, people), chance(items, people)


def _items(table: Table, panel: Panel, plan: Plan, chosen: str) -> _Drawn:
    rng = np.random.default_rng(plan.seed)
    together = units(table) if chosen == "cluster" else np.arange(table.items, dtype=np.intp)
    number = table.counts.sum(axis=0)
    pairs = number * (number - 1)
    apart = disagreements(table.counts, panel.schemes[:1])[0] / np.maximum(pairs, 1.0)
    chance = resampled(table, panel.chance_matrix)
    for width in sizes(plan.replicates, max(1, _BLOCK // table.items)):
        items = draw(rng, width, int(together.max()) + 1)[:, together]
        totals = item_totals(table.counts, panel.schemes, items, ranks=panel.needs_ranks)
        yield items, Block(totals, apart[None], (pairs > 0)[None]), chance(items, None)


def percentile(values: Floats, how: str, confidence: float, value: float = 0.0) -> Interval | None:
    """Percentile interval of replicates; None with too few that exist.

    Args:
        values: Values of one measure, shape (replicates,), NaN where it did not exist.
        how: What was drawn.
        confidence: Nominal coverage.
        value: The figure itself, which the interval is never cut off from.
    """
    there = len(values) - int(np.count_nonzero(np.isnan(values)))
    if there < min(_FEWEST, len(values)) or not there:
        return None
    tail = (1.0 - confidence) / 2
    places = [_place(share, there) for share in (tail, 1.0 - tail)]
    # Only these few must stand where they belong; NaN goes to the end.
    ordered = np.partition(values, sorted({place for under, over, _ in places for place in (under, over)}))
    low, high = (float(ordered[under] + (ordered[over] - ordered[under]) * part) for under, over, part in places)
    cut = Interval.clip(low, high, how, confidence, value)
    return Interval(cut.low, cut.high, how, confidence, cut.clipped, there, len(values) - there)


def share_interval(value: float, drawn: Floats, how: str, confidence: float, most: int) -> Interval | None:
    """Interval of a share: percentiles, or Wilson's score interval where those pass 0 or 1 or the share is rare.

    There replicates tell nothing of what was too rare to be seen: a share of 0 would have a margin of 0 to 0. Rare is
    fewer than five observations on either side. The sample of the score interval is as large as gives the replicates'
    variance, at most `most` (Wilson 1927; Korn & Graubard 1998).

    Args:
        value: The share.
        drawn: Its replicates, shape (replicates,), NaN where it did not exist.
        how: What was drawn.
        confidence: Nominal coverage.
        most: Observations behind the share.
    """
    found = percentile(drawn, how, confidence)
    if found is None:
        return None
    variance = float(np.nanvar(drawn))
    rare = most * min(value, 1.0 - value) < _RARE
    if not rare and variance > _STILL and found.low >= 0.0 and not found.clipped:
        return found
    room = value * (1.0 - value)
    number = min(float(most), room / variance) if variance > _STILL and room > _STILL else float(most)
    low, high = wilson(value, max(number, 1.0), confidence)
    return Interval(low, high, how, confidence, replicates=found.replicates, left_out=found.left_out, score=True)


def wilson(value: float, number: float, confidence: float) -> tuple[float, float]:
    """Score interval of a share of so many observations (Wilson 1927)."""
    z = float(ndtri((1.0 + confidence) / 2))
    more = 1.0 + z * z / number
    middle = (value + z * z / (2.0 * number)) / more
    reach = z / more * math.sqrt(value * (1.0 - value) / number + z * z / (4.0 * number * number))
    # At 0 and 1 a bound is the value itself, but for rounding.
    return min(max(middle - reach, 0.0), value), max(min(middle + reach, 1.0), value)


def _place(share: float, number: int) -> tuple[int, int, float]:
    """Where a quantile lies among so many ordered values: between which two, and how far from the first."""
    place = share * (number - 1)
    under = int(place)
    return under, min(under + 1, number - 1), place - under


def t_interval(value: float, error: float, freedom: float, how: str, confidence: float) -> Interval:
    """Value +/- t x error, clipped and marked."""
    reach = float(stdtrit(freedom, (1.0 + confidence) / 2)) * error
    return Interval.clip(value - reach, value + reach, how, confidence, value)


def jackknife(groups: int, without: Callable[[int], float | None]) -> tuple[float, int] | None:
    """Standard error by leaving one group out at a time, and its degrees of freedom (Efron & Stein 1981).

    Args:
        groups: Number of groups.
        without: The value without a group, None where it does not exist; then there is no error either.
    """
    values = [without(group) for group in range(groups)]
    there = np.array([value for value in values if value is not None])
    if groups < 3 or len(there) < groups:
        return None
    squares = float(((there - there.mean()) ** 2).sum())
    return float(np.sqrt(squares * (groups - 1) / groups)), groups - 1
