"""Disagreement by chance when every assessor keeps a distribution of levels of their own."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assessor.agreement.counts import dense, disagreements
from assessor.agreement.table import Codes, Floats, Table

_CACHE = 1 << 13
_MOST_LEVELS = 5


def by_assessor(use: Floats, disagreement: Floats) -> float:
    """Mean chance disagreement over pairs of different assessors (Conger 1980); NaN with fewer than two.

    Args:
        use: How often each assessor gave each level, shape (assessors, levels).
        disagreement: Disagreement between levels, shape (levels, levels).
    """
    number = np.add.reduce(use, axis=1)
    if not number.all():
        use, number = use[number > 0], number[number > 0]
    if len(use) < 2:
        return float("nan")
    part = use / number[:, None]
    total = np.add.reduce(part, axis=0)
    same = np.vdot(part, part @ disagreement)
    return float((total @ disagreement @ total - same) / (len(use) * (len(use) - 1)))


Using = Callable[[Floats], Floats]


def using(table: Table) -> Using:
    """How to count the levels each assessor gave for some multiplicities of items, by the size of the table.

    Returns:
        A function from multiplicities, shape (replicates, items), to counts, shape (levels, replicates, assessors).
    """
    q, n = len(table.scale), len(table.assessors)
    if dense(table):
        given = np.stack([table.grid == level for level in range(q)]).astype(np.float64)
        return lambda items: items @ given
    cell = table.assessor * q + table.level

    def sparse(items: Floats) -> Floats:
        rows = [np.bincount(cell, drawn[table.item], n * q).reshape(n, q).T for drawn in items]
        return np.stack(rows, axis=1)

    return sparse


Chance = Callable[[Floats, Floats | None], Floats | None]


def resampled(table: Table, disagreement: Floats | None) -> Chance:
    """How to compute chance disagreement for multiplicities of items and of assessors; None for no matrix.

    Returns:
        A function from multiplicities of items, shape (replicates, items), and of assessors, shape (replicates,
        assessors) or None for once each, to chance disagreement, shape (replicates,).
    """
    if disagreement is None:
        return lambda *_: None
    matrix, use = disagreement, using(table)
    step = max(1, _CACHE // max(len(table.assessors), 1))

    def chance(items: Floats, people: Floats | None) -> Floats:
        found = np.empty(len(items))
        for start in range(0, len(items), step):
            some = slice(start, start + step)
            drawn = None if people is None else people[some]
            found[some] = by_assessor_resampled(use(items[some]), matrix, drawn)
        return found

    return chance


def without_cells(table: Table, disagreement: Floats | None, who: Codes, cell: Codes) -> Floats | None:
    """Chance disagreement without some ratings of one assessor, cell by cell, shape (cells,); None for no matrix.

    Args:
        table: The ratings.
        disagreement: Disagreement between levels, shape (levels, levels).
        who: Assessor of each cell, shape (cells,).
        cell: Cell of each rating, shape (ratings,).
    """
    if disagreement is None:
        return None
    q, size = len(table.scale), len(who)
    lost = np.bincount(cell * q + table.level, minlength=size * q).reshape(size, q)
    part, own, there = _parts(table.use, disagreement)
    rest, left, still = _parts(table.use[who] - lost, disagreement)
    total = part.sum(axis=0) - part[who] + rest
    number = there.sum() - there[who] + still
    apart = ((total @ disagreement) * total).sum(axis=1) - (own.sum() - own[who] + left)
    return np.where(number > 1, apart / np.maximum(number * (number - 1.0), 1.0), np.nan)


def _parts(use: Floats, disagreement: Floats) -> tuple[Floats, Floats, Floats]:
    """Share of each level, the disagreement of an assessor with a copy, and whether there is any rating, by row."""
    number = use.sum(axis=1)
    part = use / np.maximum(number, 1.0)[:, None]
    return part, ((part @ disagreement) * part).sum(axis=1), (number > 0).astype(np.float64)


def by_assessor_resampled(use: Floats, disagreement: Floats, assessors: Floats | None) -> Floats:
    """The same for replicates, without pairs of an assessor and their own copy, shape (replicates,).

    Args:
        use: What `using` counted, shape (levels, replicates, assessors).
        disagreement: Disagreement between levels, shape (levels, levels).
        assessors: How often each assessor counts, shape (replicates, assessors); once each when None.
    """
    number = np.add.reduce(use, axis=0)
    part = use * (1.0 / np.maximum(number, 1.0))
    if assessors is None:
        there = np.full(len(number), number.shape[1]) if number.all() else np.count_nonzero(number, axis=1)
        pairs = there * (there - 1.0)
    else:
        times = assessors * (number > 0)
        part *= times
        pairs = np.add.reduce(times, axis=1) ** 2 - np.einsum("bj,bj->b", times, times)
    total = part @ np.ones(part.shape[2])  # quicker than a sum over the last axis
    apart = np.add.reduce(total * (disagreement @ total), axis=0) - _with_copies(part, disagreement)
    return np.where(pairs > 0, apart / np.maximum(pairs, 1.0), np.nan)


def _with_copies(part: Floats, disagreement: Floats) -> Floats:
    """Disagreement of every assessor with their own copy, summed, shape (replicates,)."""
    q = len(part)
    if q > _MOST_LEVELS:
        return np.asarray(np.add.reduce(disagreements(part, disagreement[None])[0], axis=1))
    same = np.zeros(part.shape[1])
    for one in range(q):
        for other in range(one + 1, q):
            same += 2.0 * disagreement[one, other] * np.einsum("bj,bj->b", part[one], part[other])
    return same
