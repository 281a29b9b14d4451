"""One table under one choice of weights; everything that several measures share is computed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assessor.agreement.counts import Patterns, compress
from assessor.agreement.linearised import Influence
from assessor.agreement.pairwise import Pairwise, all_pairs, fits
from assessor.agreement.panel import POOLED, Panel
from assessor.agreement.reasons import nothing_to_compare
from assessor.agreement.reml import Fit
from assessor.agreement.resampling import DEFAULT, Plan, Replicates, resample, t_interval
from assessor.agreement.result import Interval, Reason, Sentence
from assessor.agreement.severity import crossed
from assessor.agreement.table import Floats, Table
from assessor.agreement.weights import Weights


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure before it is put into words.

    Attributes:
        value: The value, or None.
        reason: Why there is none, or None.
        used: Items it rests on.
        pairs: Pairs of ratings compared.
        error: Standard error, or None.
        freedom: Degrees of freedom of the error.
        interval: The chosen interval, or None.
        remark: What is peculiar to how it was computed, or None.
    """

    value: float | None
    reason: Reason | None
    used: int
    pairs: int
    error: float | None = None
    freedom: int = 0
    interval: Interval | None = None
    remark: Sentence | None = None


@dataclass(frozen=True, eq=False)
class Calculation:
    """What measures of one table share.

    Attributes:
        table: The ratings.
        weights: Weights of the measures that follow them.
        plan: How to resample.
        cut: First level code that is a pass.
        groups: Group of each item, for the exact agreement within groups, or None.
        wanted: Pooled measures to compute.
    """

    table: Table
    weights: Weights = "unweighted"
    plan: Plan = DEFAULT
    cut: int = 1
    groups: np.ndarray[tuple[int], np.dtype[np.intp]] | None = None
    wanted: tuple[str, ...] = POOLED

    @cached_property
    def panel(self) -> Panel:
        """The pooled measures."""
        return Panel.of(self.table.scale, self.weights, self.wanted, self.cut)

    @cached_property
    def patterns(self) -> Patterns:
        """Items with equal counts, collapsed."""
        return compress(self.table)

    @cached_property
    def points(self) -> dict[str, float]:
        """Values of the pooled measures, NaN where one does not exist."""
        return self.panel.points(self.table, self.patterns)

    @cached_property
    def drawn(self) -> Replicates | None:
        """Replicates of the pooled measures, or None where nothing can be drawn."""
        return resample(self.table, self.panel, self.plan, self.groups)

    @cached_property
    def number(self) -> Floats:
        """Ratings of each item, shape (items,)."""
        counted: Floats = self.table.counts.sum(axis=0)
        return counted

    @cached_property
    def nothing(self) -> Reason | None:
        """Why nothing can be compared, or None."""
        return nothing_to_compare(self.table)

    @cached_property
    def pairs(self) -> int:
        """Pairs of ratings of one item."""
        return round(float((self.number * (self.number - 1)).sum()) / 2)

    @cached_property
    def used(self) -> int:
        """Items with two or more ratings."""
        return int((self.number > 1).sum())

    @cached_property
    def pairwise(self) -> Pairwise | None:
        """Every assessor beside every other; None when the table is too large."""
        if not fits(self.table):
            return None
        return all_pairs(self.table, self.weights)

    @cached_property
    def crossed(self) -> Fit | Reason:
        """Variance components of items, assessors and rest."""
        return crossed(self.table)

    @cached_property
    def influences(self) -> dict[int, Influence]:
        """Parts of the linearised errors by place of the matrix, filled as they are asked for."""
        return {}

    def influence(self, place: int) -> Influence:
        """Parts of the linearised errors under one matrix of the panel."""
        if place not in self.influences:
            self.influences[place] = Influence.of(self.table, self.panel.schemes[place], self.patterns)
        return self.influences[place]

    def around(self, value: float, spread: tuple[float, int] | None) -> Interval | None:
        """Jackknife interval of a value; None without a spread."""
        if spread is None:
            return None
        return t_interval(value, spread[0], spread[1], "jackknife", self.plan.confidence)
