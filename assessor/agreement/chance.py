"""Disagreement by chance when every assessor keeps a distribution of levels of their own."""

from __future__ import annotations

import numpy as np

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


def by_assessor_resampled(table: Table, disagreement: Floats, items: Floats, assessors: Floats) -> Floats:
    """The same for replicates, without pairs of an assessor and their own copy, shape (replicates,).

    Args:
        table: The ratings.
        disagreement: Disagreement between levels, shape (levels, levels).
        items: How often each item counts, shape (replicates, items).
        assessors: How often each assessor counts, shape (replicates, assessors).
    """
    found = np.empty(len(items))
    given = np.stack([table.grid == level for level in range(len(table.scale))]).astype(np.float64)
    step = max(1, (1 << 15) // max(given.shape[2], 1))
    for start in range(0, len(items), step):
        some = slice(start, start + step)
        use = np.stack([items[some] @ one for one in given])
        number = use.sum(axis=0)
        use /= np.maximum(number, 1.0)
        times = assessors[some] * (number > 0)
        total = np.einsum("kbj,bj->kb", use, times)
        own = np.einsum("kbj,kbj,bj->b", use, np.tensordot(disagreement, use, 1), times * times, optimize=True)
        pairs = times.sum(axis=1) ** 2 - (times * times).sum(axis=1)
        apart = np.einsum("kb,kb->b", total, disagreement @ total) - own
        found[some] = np.where(pairs > 0, apart / np.maximum(pairs, 1.0), np.nan)
    return found
