"""Disagreement by chance when every assessor keeps a distribution of levels of their own."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assessor.agreement.counts import dense, disagreements
from assessor.agreement.table import Floats, Table


def by_assessor(use: Floats, disagreement: Floats) -> float:
    """Mean chance disagreement over pairs of different assessors (Conger 1980); NaN with fewer than two.

    Args:
        use: How often each assessor gave each level, shape (assessors, levels).
        disagreement: Disagreement between levels, shape (levels, levels).
    """
    own = use[use.sum(axis=1) > 0]
    if len(own) < 2:
        return float("nan")
    part = own / own.sum(axis=1, keepdims=True)
    total = part.sum(axis=0)
    same = np.einsum("jk,jk->", part, part @ disagreement)
    return float((total @ disagreement @ total - same) / (len(own) * (len(own) - 1)))


Using = Callable[[Floats], Floats]


def using(table: Table) -> Using:
    """How to count the levels each assessor gave for some multiplicities of items, by the size of the table.

    Returns:
        A function from multiplicities, shape (replicates, items), to counts, shape (levels, replicates, assessors).
    """
    q, n = len(table.scale), len(table.assessors)
    if dense(table):
        given = np.stack([table.grid == level for level in range(q)]).astype(np.float64)
        return lambda items: np.stack([items @ one for one in given])
    cell = table.assessor * q + table.level

    def sparse(items: Floats) -> Floats:
        rows = [np.bincount(cell, drawn[table.item], n * q).reshape(n, q).T for drawn in items]
        return np.stack(rows, axis=1)

    return sparse


def by_assessor_resampled(use: Floats, disagreement: Floats, assessors: Floats) -> Floats:
    """The same for replicates, without pairs of an assessor and their own copy, shape (replicates,).

    Args:
        use: What `using` counted, shape (levels, replicates, assessors).
        disagreement: Disagreement between levels, shape (levels, levels).
        assessors: How often each assessor counts, shape (replicates, assessors).
    """
    number = use.sum(axis=0)
    part = use / np.maximum(number, 1.0)
    times = assessors * (number > 0)
    squared = times * times
    total = np.einsum("kbj,bj->kb", part, times)
    own = np.einsum("bj,bj->b", disagreements(part, disagreement[None])[0], squared)
    pairs = times.sum(axis=1) ** 2 - squared.sum(axis=1)
    apart = np.einsum("kb,kb->b", total, disagreement @ total) - own
    return np.where(pairs > 0, apart / np.maximum(pairs, 1.0), np.nan)
