"""Comparing figures of which only the value and its margin were kept, because the ratings themselves were erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

SHIFT = 0.10
"""Change in the share of a level that is worth a warning."""

Share = tuple[float, float, float]
"""A value with the ends of its margin."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A change between two figures of different ratings, with its margin."""

    value: float
    low: float
    high: float

    @property
    def may_be_chance(self) -> bool:
        """Whether no change at all lies within the margin."""
        return self.low <= 0.0 <= self.high


def difference(before: Share, now: Share) -> Difference:
    """The change from one figure to another, its margin made from theirs.

    The limits of the two are combined by the method of variance estimates recovery (MOVER: Zou and Donner, 2008,
    Statistics in Medicine 27, 1693-1702; for shares Newcombe, 1998): for independent ratings, whatever the shape of the
    margins. The confidence is that of the margins given.

    Args:
        before: value, low and high of the earlier figure.
        now: of the later one.
    """
    value = now[0] - before[0]
    low = value - hypot(now[0] - now[1], before[2] - before[0])
    high = value + hypot(now[2] - now[0], before[0] - before[1])
    return Difference(value, low, high)


def shifts(
    before: Mapping[str, int], now: Mapping[str, int], levels: tuple[str, ...]
) -> list[tuple[str, float, float]]:
    """Levels that were given clearly more often: each with its share before and now.

    Args:
        before: how often each level was given in the earlier session; what is no level is left out.
        now: in the later one.
        levels: level codes.
    """
    totals = [sum(counts.get(level, 0) for level in levels) for counts in (before, now)]
    if not all(totals):
        return []
    shares = [
        (level, before.get(level, 0) / totals[0], now.get(level, 0) / totals[1]) for level in levels
    ]  # fmt: skip
    return [one for one in shares if one[2] - one[1] >= SHIFT]
