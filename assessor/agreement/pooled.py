"""Coefficients over all assessors together, from totals over items.

Every function takes `Totals` with one column per replicate and gives one value per replicate; NaN marks, inside
the engine only, a replicate in which the value does not exist.
"""

from __future__ import annotations

import numpy as np

from assessor.agreement.counts import Totals
from assessor.agreement.table import Floats

_ZERO = 1e-12


def _ratio(top: Floats, bottom: Floats) -> Floats:
    there = bottom > _ZERO
    return np.where(there, top / np.where(there, bottom, 1.0), np.nan)


def agreement(totals: Totals, scheme: int) -> Floats:
    """Mean over items of the agreement of a pair of ratings (Gwet 2014, ch. 2), shape (replicates,)."""
    return 1.0 - _ratio(totals.disagreement[scheme], totals.paired)


def unanimity(totals: Totals) -> Floats:
    """Share of the items with two or more ratings on which all ratings are equal."""
    return _ratio(totals.unanimous, totals.paired)


def _corrected(observed: Floats, expected: Floats) -> Floats:
    """1 - observed / expected disagreement: the common form of all that corrects for chance."""
    return 1.0 - _ratio(observed, expected)


def _observed(totals: Totals, scheme: int) -> Floats:
    return _ratio(totals.disagreement[scheme], totals.paired)


def level_shares(totals: Totals) -> Floats:
    """Mean share of each level over rated items, shape (levels, replicates)."""
    return totals.shares / np.maximum(totals.rated, 1.0)


def fleiss(totals: Totals, scheme: int, disagreement: Floats) -> Floats:
    """Fleiss' kappa with weights and missing ratings (Fleiss 1971; Gwet 2014, ch. 5)."""
    share = level_shares(totals)
    return _corrected(_observed(totals, scheme), np.einsum("kb,kb->b", share, disagreement @ share))


def fleiss_by_level(totals: Totals, schemes: range) -> Floats:
    """Fleiss' kappa of each level against the others, shape (levels, replicates).

    Args:
        totals: Totals holding, at `schemes`, the disagreement on each level alone.
        schemes: Places of those schemes, one for each level.
    """
    share = level_shares(totals)
    observed = np.stack([_observed(totals, scheme) for scheme in schemes])
    return _corrected(observed, 2.0 * share * (1.0 - share))


def gwet(totals: Totals, scheme: int, disagreement: Floats) -> Floats:
    """Gwet's AC1 (unweighted) and AC2 on the declared levels (Gwet 2008, 2014)."""
    q = len(disagreement)
    share = level_shares(totals)
    weight = float((1.0 - disagreement).sum()) / (q * (q - 1)) if q > 1 else np.inf
    expected = 1.0 - weight * (share * (1.0 - share)).sum(axis=0) if q > 1 else np.zeros(share.shape[1])
    return _corrected(_observed(totals, scheme), expected)


def brennan_prediger(totals: Totals, scheme: int, disagreement: Floats) -> Floats:
    """Brennan and Prediger's coefficient on the declared levels (Brennan & Prediger 1981)."""
    expected = np.full(totals.paired.shape, disagreement.mean())
    return _corrected(_observed(totals, scheme), expected)


def krippendorff(totals: Totals, scheme: int, disagreement: Floats) -> Floats:
    """Krippendorff's alpha for a fixed metric, which weights also are (Krippendorff 2011)."""
    given = totals.pairable
    expected = np.einsum("kb,kb->b", given, disagreement @ given)
    return _corrected(totals.pooled[scheme] * (given.sum(axis=0) - 1.0), expected)


def krippendorff_ordinal(totals: Totals) -> Floats:
    """Krippendorff's alpha with his ordinal metric of ranks by frequency (Krippendorff 2011)."""
    given = totals.pairable
    number = given.sum(axis=0)
    middle = np.cumsum(given, axis=0) - given / 2
    mean = np.einsum("kb,kb->b", given, middle) / np.maximum(number, 1.0)
    expected = 2.0 * number * np.einsum("kb,kb->b", given, (middle - mean) ** 2)
    scale = np.maximum(number, 1.0) ** 3
    return _corrected(totals.rank * (number - 1.0) / scale, expected / scale)


def conger(totals: Totals, scheme: int, expected: Floats) -> Floats:
    """Conger's kappa (Conger 1980; Gwet 2014, ch. 5).

    Args:
        totals: Totals over items.
        scheme: Place of the weights.
        expected: Chance disagreement of pairs of different assessors (`chance.by_assessor`), shape (replicates,).
    """
    return _corrected(_observed(totals, scheme), expected)
