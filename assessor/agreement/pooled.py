"""Coefficients over all assessors together, from totals over items.

Every function takes `Means` with one column per replicate and gives one value per replicate; NaN marks, inside
the engine only, a replicate in which the value does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assessor.agreement.counts import Totals, middle_ranks
from assessor.agreement.table import Floats

_ZERO = 1e-12


def _ratio(top: Floats, bottom: Floats) -> Floats:
    # One replicate is one number, for which looking at an array of truths takes longer than dividing.
    there = bottom > _ZERO
    if there.item() if there.size == 1 else there.all():
        whole: Floats = top / bottom
        return whole
    found: Floats = np.divide(top, bottom, out=np.full(top.shape, np.nan), where=there)
    return found


def _corrected(observed: Floats, expected: Floats) -> Floats:
    """1 - observed / expected disagreement: the common form of all that corrects for chance."""
    return 1.0 - _ratio(observed, expected)


def _form(vectors: Floats, matrix: Floats) -> Floats:
    """Quadratic form of each column, shape (replicates,)."""
    found: Floats = np.add.reduce(vectors * (matrix @ vectors), axis=0)
    return found


@dataclass(frozen=True, slots=True)
class Means:
    """Totals with the means that several coefficients share.

    Attributes:
        totals: The totals.
        observed: Mean disagreement of a pair over paired items, shape (schemes, replicates).
        share: Mean share of each level over rated items, shape (levels, replicates).
    """

    totals: Totals
    observed: Floats
    share: Floats

    @classmethod
    def of(cls, totals: Totals) -> Means:
        """Means of the totals."""
        observed = _ratio(totals.disagreement, totals.paired[None])
        return cls(totals, observed, totals.shares / np.maximum(totals.rated, 1.0))


def agreement(means: Means, scheme: int) -> Floats:
    """Mean over items of the agreement of a pair of ratings (Gwet 2014, ch. 2), shape (replicates,)."""
    found: Floats = 1.0 - means.observed[scheme]
    return found


def unanimity(means: Means) -> Floats:
    """Share of the items with two or more ratings on which all ratings are equal."""
    return _ratio(means.totals.unanimous, means.totals.paired)


def fleiss(means: Means, scheme: int, disagreement: Floats) -> Floats:
    """Fleiss' kappa with weights and missing ratings (Fleiss 1971; Gwet 2014, ch. 5)."""
    return _corrected(means.observed[scheme], _form(means.share, disagreement))


def fleiss_by_level(means: Means) -> Floats:
    """Fleiss' kappa of each level against the others, shape (levels, replicates).

    The schemes of the totals are, for each level in turn, the disagreement on that level alone.
    """
    return _corrected(means.observed, 2.0 * means.share * (1.0 - means.share))


def gwet(means: Means, scheme: int, disagreement: Floats) -> Floats:
    """Gwet's AC1 (unweighted) and AC2 on the declared levels (Gwet 2008, 2014); NaN with a single level."""
    q = len(disagreement)
    if q < 2:
        return np.full(means.totals.paired.shape, np.nan)
    weight = 1.0 - float(np.add.reduce(disagreement, axis=None)) / (q * q)
    expected = 1.0 - weight * q / (q - 1) * (1.0 - np.add.reduce(means.share * means.share, axis=0))
    return _corrected(means.observed[scheme], expected)


def brennan_prediger(means: Means, scheme: int, disagreement: Floats) -> Floats:
    """Brennan and Prediger's coefficient on the declared levels (Brennan & Prediger 1981)."""
    expected = float(np.add.reduce(disagreement, axis=None)) / disagreement.size
    if expected <= _ZERO:
        return np.full(means.totals.paired.shape, np.nan)
    found: Floats = 1.0 - means.observed[scheme] / expected
    return found


def krippendorff(means: Means, scheme: int, disagreement: Floats) -> Floats:
    """Krippendorff's alpha for a fixed metric, which weights also are (Krippendorff 2011)."""
    given = means.totals.pairable
    number = np.add.reduce(given, axis=0)
    return _corrected(means.totals.pooled[scheme] * (number - 1.0), _form(given, disagreement))


def krippendorff_ordinal(means: Means) -> Floats:
    """Krippendorff's alpha with his ordinal metric of ranks by frequency (Krippendorff 2011)."""
    given = means.totals.pairable
    number = np.maximum(given.sum(axis=0), 1.0)
    middle = middle_ranks(given)
    middle -= (given * middle).sum(axis=0) / number
    expected = 2.0 * number * (given * middle * middle).sum(axis=0)
    size = number**3
    return _corrected(means.totals.rank * (number - 1.0) / size, expected / size)


def conger(means: Means, scheme: int, expected: Floats) -> Floats:
    """Conger's kappa (Conger 1980; Gwet 2014, ch. 5).

    Args:
        means: Totals and means over items.
        scheme: Place of the weights.
        expected: Chance disagreement of pairs of different assessors (`chance.by_assessor`), shape (replicates,).
    """
    return _corrected(means.observed[scheme], expected)
