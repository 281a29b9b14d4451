"""Every assessor beside every other: all pairs at once, by a few products of indicator matrices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assessor.agreement.table import Floats, Table
from assessor.agreement.weights import Weights, disagreement

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
        here = ~np.isnan(self.kappa)
        np.fill_diagonal(here, val=False)
        there, pairs = int(here.sum()) // 2, len(here) * (len(here) - 1) // 2
        value = float(self.kappa[here].sum()) / (2 * there) if there else None
        return value, there, pairs - there

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


@dataclass(frozen=True, slots=True)
class Meetings:
    """Sums over the items that two assessors both rated.

    Attributes:
        shared: How often the first gave each level there, shape (levels, assessors, assessors).
        apart: Summed disagreement, shape (assessors, assessors).
    """

    shared: Floats
    apart: Floats

    @classmethod
    def of(cls, given: Floats, matrix: Floats) -> Meetings:
        """Sums over some items.

        Args:
            given: `indicators` of a table, or some of its items, shape (levels, assessors, items).
            matrix: Disagreement between levels, shape (levels, levels).
        """
        q, assessors, items = given.shape
        flat = given.reshape(q * assessors, items)
        shared = (flat @ given.sum(axis=0).T).reshape(q, assessors, assessors)
        other = (matrix @ given.reshape(q, -1)).reshape(given.shape)
        apart = sum((one @ two.T for one, two in zip(given, other, strict=True)), np.zeros((assessors, assessors)))
        return cls(shared, apart)

    def without(self, part: Meetings) -> Meetings:
        """The sums without those of some items."""
        return Meetings(self.shared - part.shared, self.apart - part.apart)


def kappas(met: Meetings, matrix: Floats) -> Pairwise:
    """All pairwise weighted kappas with missing ratings (Cohen 1968).

    Args:
        met: Sums over the items.
        matrix: Disagreement between levels, shape (levels, levels).
    """
    q, assessors, _ = met.shared.shape
    common = met.shared.sum(axis=0)
    other = (matrix @ met.shared.reshape(q, -1)).reshape(met.shared.shape)
    chance = np.zeros((assessors, assessors))
    for one, two in zip(met.shared, other, strict=True):
        chance += one * two.T
    safe = np.maximum(common, 1.0)
    apart = met.apart / safe
    chance /= safe * safe
    exists = chance > _ZERO
    kappa = np.where(exists, 1.0 - apart / np.where(exists, chance, 1.0), np.nan)
    return Pairwise(common, np.where(common > 0, 1.0 - apart, np.nan), kappa)


def all_pairs(table: Table, weights: Weights) -> Pairwise:
    """Every assessor of a table beside every other."""
    matrix = disagreement(table.scale, weights)
    return kappas(Meetings.of(indicators(table), matrix), matrix)
