"""Every assessor beside every other: all pairs at once, by a few products of indicator matrices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assessor.agreement.table import Floats, Table

_ZERO = 1e-12
_CELLS = 40_000_000


@dataclass(frozen=True, slots=True)
class Pairwise:
    """Two assessors at a time, symmetric matrices of shape (assessors, assessors).

    NaN stands, inside the engine only, where two assessors share no item or a kappa does not exist; `cell` gives
    None there.

    Attributes:
        items: Items both rated.
        agreement: Mean agreement on them, under the chosen weights.
        kappa: Cohen's kappa, under the chosen weights.
    """

    items: Floats
    agreement: Floats
    kappa: Floats

    def light(self) -> tuple[float | None, int, int]:
        """Light's kappa: mean of the pairwise kappas that exist, how many there are and how many were left out.

        Source: Light (1971).
        """
        upper = np.triu(np.ones(self.kappa.shape, dtype=bool), 1)
        kappas = self.kappa[upper]
        there = kappas[~np.isnan(kappas)]
        return (float(there.mean()) if len(there) else None), len(there), len(kappas) - len(there)

    def cell(self, matrix: Floats, first: int, second: int) -> float | None:
        """One figure of a pair, None where it does not exist or the pair is one assessor."""
        figure = float(matrix[first, second])
        return None if first == second or np.isnan(figure) else figure


def fits(table: Table) -> bool:
    """Whether the matrices of this table fit in memory."""
    return max(table.items, len(table.assessors)) * len(table.assessors) * len(table.scale) <= _CELLS


def indicators(table: Table) -> Floats:
    """1 where an assessor gave an item a level, shape (levels, assessors, items)."""
    given = np.zeros((len(table.scale), len(table.assessors), table.items))
    given[table.level, table.assessor, table.item] = 1.0
    return given


def kappas(given: Floats, disagreement: Floats, times: Floats | None = None) -> Pairwise:
    """All pairwise weighted kappas with missing ratings (Cohen 1968).

    Args:
        given: `indicators` of a table.
        disagreement: Disagreement between levels, shape (levels, levels).
        times: How often each item counts, shape (items,); once each when left out.
    """
    q, assessors, items = given.shape
    left = given if times is None else given * times
    there = given.sum(axis=0)
    flat = left.reshape(q * assessors, items)
    shared = (flat @ there.T).reshape(q, assessors, assessors)
    common = shared.sum(axis=0)
    apart = np.zeros((assessors, assessors))
    chance = np.zeros((assessors, assessors))
    for level in range(q):
        row = disagreement[level]
        apart += left[level] @ np.tensordot(row, given, 1).T
        chance += shared[level] * np.tensordot(row, shared, 1).T
    safe = np.maximum(common, 1.0)
    chance /= safe * safe
    apart /= safe
    exists = chance > _ZERO
    kappa = np.where(exists, 1.0 - apart / np.where(exists, chance, 1.0), np.nan)
    return Pairwise(common, np.where(common > 0, 1.0 - apart, np.nan), kappa)
