"""Gwet's linearised standard errors: the spread of each item's influence on the coefficient (Gwet 2014, ch. 5-6).

Two assessors who both rated every item have the two-assessor formula, which divides by n; otherwise n - 1.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from assessor.agreement.counts import Patterns, compress, disagreements
from assessor.agreement.table import Floats, Table


@dataclass(frozen=True, slots=True)
class Influence:
    """What every item adds to the coefficients under one disagreement matrix.

    Attributes:
        number: Ratings of each item, shape (items,).
        times: How many items each column stands for, shape (items,).
        apart: Mean disagreement of a pair, 0 without a pair, shape (items,).
        counts: Ratings at each level, shape (levels, items).
        disagreement: The matrix, shape (levels, levels).
        lean: Whether the two-assessor formula applies.
        of_item: Column of each item of the table, shape (all items,).
    """

    number: Floats
    times: Floats
    apart: Floats
    counts: Floats
    disagreement: Floats
    lean: bool
    of_item: np.ndarray[tuple[int], np.dtype[np.intp]]

    @classmethod
    def of(cls, table: Table, disagreement: Floats, patterns: Patterns | None = None) -> Influence:
        """Influence parts of a table."""
        found = patterns or compress(table)
        number = found.counts.sum(axis=0)
        pairs = number * (number - 1)
        apart = disagreements(found.counts, disagreement[None])[0] / np.where(pairs > 0, pairs, 1.0)
        number_of = len(table.active)
        lean = number_of == 2 and bool(np.all(number[number > 0] == 2))
        return cls(number, found.frequency, apart, found.counts, disagreement, lean, found.of_item)

    @property
    def rated(self) -> Floats:
        """Items with a rating, as 0 or 1."""
        return np.asarray(self.number > 0, dtype=np.float64)

    @property
    def paired(self) -> Floats:
        """Items with two or more ratings, as 0 or 1."""
        return np.asarray(self.number > 1, dtype=np.float64)

    def scaled(self) -> Floats:
        """1 on paired items and 0 elsewhere, scaled so that the mean over rated items is 1."""
        return self.paired * float(self.times @ self.rated) / float(self.times @ self.paired)

    def spread(self, influence: Floats, kept: Floats) -> float | None:
        """Standard error from the influence of the kept items (None with fewer than two)."""
        weight = self.times * kept
        n = float(weight.sum())
        if n < 2:
            return None
        mean = float(weight @ influence) / n
        squares = float(weight @ (influence - mean) ** 2)
        return math.sqrt(squares / (n * n if self.lean else n * (n - 1)))


def of_agreement(parts: Influence) -> float | None:
    """Standard error of the agreement of a pair; an item with one rating counts as 0, as in Gwet's formula."""
    return parts.spread(parts.scaled() * (1.0 - parts.apart), parts.rated)


def of_disagreement(parts: Influence) -> float | None:
    """Standard error of the share of pairs that disagree."""
    return parts.spread(parts.scaled() * parts.apart, parts.rated)


def of_fixed_chance(parts: Influence) -> float | None:
    """Standard error of Brennan and Prediger's coefficient."""
    chance = float(parts.disagreement.mean())
    return parts.spread(parts.scaled() * (1.0 - parts.apart / chance), parts.rated)


def of_shared_chance(parts: Influence, chance: Floats) -> float | None:
    """Standard error where chance is a quadratic form of the mean level shares (Fleiss, Gwet).

    Args:
        parts: The influence parts.
        chance: Agreement by chance as a matrix over levels: w for Fleiss, the AC form for Gwet.
    """
    rated = parts.rated
    n = float(parts.times @ rated)
    part = parts.counts / np.maximum(parts.number, 1.0)
    share = part @ parts.times / n
    lean_chance = (chance + chance.T) / 2
    expected = float(share @ lean_chance @ share)
    own = (lean_chance @ share) @ part
    return _combined(parts, expected, own)


def _combined(parts: Influence, expected: float, own: Floats) -> float | None:
    rated = parts.rated
    n = float(parts.times @ rated)
    seen = parts.scaled() * (1.0 - parts.apart - expected) / (1.0 - expected)
    value = float(parts.times @ seen) / n
    influence = seen - 2.0 * (1.0 - value) * (own - expected) / (1.0 - expected)
    return parts.spread(influence, rated)


def gwet_chance(disagreement: Floats) -> Floats:
    """Gwet's chance agreement as a quadratic form: share @ form @ share is T (1 - sum of squares) / (q (q - 1))."""
    q = len(disagreement)
    weight = float((1.0 - disagreement).sum()) / (q * (q - 1))
    return weight * (np.ones((q, q)) - np.eye(q))


def of_krippendorff(parts: Influence) -> float | None:
    """Standard error of Krippendorff's alpha with fixed weights (Gwet 2014, ch. 6).

    The small-sample term of alpha is left out of the influence, as in the published values.
    """
    paired = parts.paired
    times = parts.times * paired
    n = float(times.sum())
    mean = float(times @ parts.number) / n
    share = (parts.counts @ times) / (n * mean)
    weight = 1.0 - (parts.disagreement + parts.disagreement.T) / 2
    expected = float(share @ weight @ share)
    relative = parts.number / mean
    agree = relative * (1.0 - parts.apart)
    observed = float(times @ agree) / n
    value = (observed - expected) / (1.0 - expected)
    seen = (agree - observed * (relative - 1.0) - expected) / (1.0 - expected)
    own = (weight @ share) @ parts.counts / mean - expected * (relative - 1.0)
    influence = seen - 2.0 * (1.0 - value) * (own - expected) / (1.0 - expected)
    return parts.spread(influence, paired)


def of_conger(parts: Influence, table: Table) -> float | None:
    """Standard error of Conger's kappa (Gwet 2014, ch. 5), with missing ratings."""
    use = table.use
    number = use.sum(axis=1)
    active = number > 0
    r = int(active.sum())
    n = float(parts.times @ parts.rated)
    part = use / np.maximum(number, 1.0)[:, None]
    weight = 1.0 - parts.disagreement
    total = part.sum(axis=0)
    others = (total - part) @ weight
    mean = np.einsum("jk,jk->j", others, part)
    expected = float(mean.sum()) / (r * (r - 1))
    step = (others - mean[:, None]) * (n / np.maximum(number, 1.0))[:, None]
    own = np.bincount(table.item, step[table.assessor, table.level], table.items) + mean[active].sum()
    by_item = Influence(
        table.counts.sum(axis=0),
        np.ones(table.items),
        parts.apart[parts.of_item],
        table.counts,
        parts.disagreement,
        parts.lean,
        np.arange(table.items, dtype=np.intp),
    )
    return _combined(by_item, expected, own / (r * (r - 1)))
