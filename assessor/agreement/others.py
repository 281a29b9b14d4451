"""What the others did: for every level an assessor could give to an item, how the rest of the ratings lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assessor.agreement.table import MISSING, Codes, Floats, Table


@dataclass(frozen=True, slots=True)
class Others:
    """The other ratings of the same item, one entry per rating of the table.

    Attributes:
        number: How many there are, shape (ratings,).
        same: How many gave the same level, shape (ratings,).
        median: Their median as a number, NaN without others, shape (ratings,).
        most: The level most of them gave, -1 when two levels tie or there are none, shape (ratings,).
        share: Their share at each level, 0 without others, shape (ratings, levels).
    """

    number: Floats
    same: Floats
    median: Floats
    most: Codes
    share: Floats

    @classmethod
    def of(cls, table: Table) -> Others:
        """The others of every rating."""
        rest = table.counts.T[table.item].copy()
        rest[np.arange(len(rest)), table.level] -= 1.0
        number = rest.sum(axis=1)
        there = number > 0
        most = rest.argmax(axis=1)
        tied = (rest == rest.max(axis=1, keepdims=True)).sum(axis=1) > 1
        safe = np.maximum(number, 1.0)
        same = rest[np.arange(len(rest)), table.level]
        median = np.where(there, _median(rest, number, table.scale.numbers()), np.nan)
        return cls(number, same, median, np.where(there & ~tied, most, MISSING), rest / safe[:, None])


def _median(rest: Floats, number: Floats, values: Floats) -> Floats:
    """Median of the levels counted in each row; rows without ratings give the lowest level."""
    upto = np.cumsum(rest, axis=1)
    last = len(values) - 1
    low = (upto <= ((number - 1) // 2)[:, None]).sum(axis=1)
    high = (upto <= (number // 2)[:, None]).sum(axis=1)
    ordered: Floats = (values[np.minimum(low, last)] + values[np.minimum(high, last)]) / 2
    return ordered
