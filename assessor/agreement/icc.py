"""The six intraclass correlations of McGraw and Wong (1996); Shrout and Fleiss's (1979) names stand beside them.

Without missing cells from mean squares with F intervals; with missing cells from variance components by REML, with
intervals by the delta method on the logit scale.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import expit, fdtri, ndtri

from assessor.agreement.reasons import no_variation, nothing_to_compare
from assessor.agreement.reml import Fit, number, reml
from assessor.agreement.result import Interval, Reason
from assessor.agreement.severity import crossed
from assessor.agreement.table import Floats, Table

NAMES = ("icc_1", "icc_a_1", "icc_c_1", "icc_1_k", "icc_a_k", "icc_c_k")


@dataclass(frozen=True, slots=True)
class Correlation:
    """One intraclass correlation: its value, or the reason why there is none, and its interval."""

    value: float | None
    reason: Reason | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class MeanSquares:
    """Mean squares of items (rows), assessors (columns), rest and within items, of n items by k assessors."""

    rows: float
    columns: float
    rest: float
    within: float
    n: int
    k: int


def correlations(table: Table, confidence: float = 0.95, fit: Fit | Reason | None = None) -> dict[str, Correlation]:
    """All six by name; items without ratings and assessors without ratings do not count.

    Args:
        table: The ratings.
        confidence: Nominal coverage of the intervals.
        fit: `severity.crossed` of this table, where it is known already.
    """
    reason = _reason(table)
    if reason is not None:
        return dict.fromkeys(NAMES, Correlation(None, reason))
    counted = table.counts.sum(axis=0)
    if np.all(counted[counted > 0] == len(table.active)):
        return _complete(mean_squares(table), confidence)
    found = crossed(table) if fit is None else fit
    if isinstance(found, Reason):
        return dict.fromkeys(NAMES, Correlation(None, found))
    return _incomplete(table, found, confidence)


def _reason(table: Table) -> Reason | None:
    if len(table.works) == 1 and table.items > 1:
        return Reason.ONE_WORK
    reason = nothing_to_compare(table)
    if reason is None and (table.counts.sum(axis=0) > 0).sum() < 2:
        return Reason.ONE_ITEM
    return reason or no_variation(table)


def mean_squares(table: Table) -> MeanSquares:
    """Two-way mean squares of a table whose active assessors rated every rated item."""
    cells = table.scale.numbers()[table.grid[table.counts.sum(axis=0) > 0][:, table.active]]
    n, k = cells.shape
    cells = cells - cells.mean()
    rows, columns = cells.mean(axis=1), cells.mean(axis=0)
    rest = cells - rows[:, None] - columns
    within = cells - rows[:, None]
    return MeanSquares(
        float(k * rows @ rows) / (n - 1),
        float(n * columns @ columns) / (k - 1),
        float((rest * rest).sum()) / ((n - 1) * (k - 1)),
        float((within * within).sum()) / (n * (k - 1)),
        n,
        k,
    )


def _complete(ms: MeanSquares, confidence: float) -> dict[str, Correlation]:
    n, k = ms.n, ms.k
    absolute = ms.rows + (k - 1) * ms.rest + k * (ms.columns - ms.rest) / n
    consistent = _f_interval(ms.rows, ms.rest, (n - 1, (n - 1) * (k - 1)), k, confidence)
    one_way = _f_interval(ms.rows, ms.within, (n - 1, n * (k - 1)), k, confidence)
    both = _absolute_interval(ms, confidence)
    return {
        "icc_1": _correlation(ms.rows - ms.within, ms.rows + (k - 1) * ms.within, one_way[0], confidence),
        "icc_a_1": _correlation(ms.rows - ms.rest, absolute, both[0], confidence),
        "icc_c_1": _correlation(ms.rows - ms.rest, ms.rows + (k - 1) * ms.rest, consistent[0], confidence),
        "icc_1_k": _correlation(ms.rows - ms.within, ms.rows, one_way[1], confidence),
        "icc_a_k": _correlation(ms.rows - ms.rest, ms.rows + (ms.columns - ms.rest) / n, both[1], confidence),
        "icc_c_k": _correlation(ms.rows - ms.rest, ms.rows, consistent[1], confidence),
    }


_Bounds = tuple[float, float] | None


def _correlation(top: float, bottom: float, bounds: _Bounds, confidence: float) -> Correlation:
    if bottom <= 1e-12:
        return Correlation(None, Reason.NO_SPREAD)
    value = top / bottom
    # On two or three items Satterthwaite's approximation can leave the figure outside: then it says nothing.
    if bounds is None or not bounds[0] <= value + 1e-12 or not bounds[1] >= value - 1e-12:
        return Correlation(value)
    return Correlation(value, None, Interval.clip(*bounds, "f", confidence, value))


def _f_interval(
    between: float, rest: float, freedom: tuple[int, int], k: int, confidence: float
) -> tuple[_Bounds, _Bounds]:
    """F intervals of the single and the mean rating (Shrout & Fleiss 1979)."""
    if rest <= 1e-12 or between <= 1e-12:
        return None, None
    upper = (1 + confidence) / 2
    ratio = between / rest
    low = ratio / float(fdtri(freedom[0], freedom[1], upper))
    high = ratio * float(fdtri(freedom[1], freedom[0], upper))
    return ((low - 1) / (low + k - 1), (high - 1) / (high + k - 1)), (1 - 1 / low, 1 - 1 / high)


def _absolute_interval(ms: MeanSquares, confidence: float) -> tuple[_Bounds, _Bounds]:
    """F intervals of ICC(A,1) and ICC(A,k) with Satterthwaite's degrees of freedom (McGraw & Wong 1996)."""
    n, k = ms.n, ms.k
    if ms.rest <= 1e-12 or ms.rows <= 1e-12:
        return None, None
    value = (ms.rows - ms.rest) / (ms.rows + (k - 1) * ms.rest + k * (ms.columns - ms.rest) / n)
    part, whole = k * value * ms.columns / ms.rest, n * (1 + (k - 1) * value) - k * value
    freedom = (n - 1) * (k - 1) * (part + whole) ** 2 / ((n - 1) * part**2 + whole**2)
    upper = (1 + confidence) / 2
    first, second = float(fdtri(n - 1, freedom, upper)), float(fdtri(freedom, n - 1, upper))
    base = k * ms.columns + (k * n - k - n) * ms.rest
    low = n * (ms.rows - first * ms.rest) / (first * base + n * ms.rows)
    high = n * (second * ms.rows - ms.rest) / (base + n * second * ms.rows)
    if not (math.isfinite(low) and math.isfinite(high)):
        return None, None
    return (low, high), (_stepped(low, k), _stepped(high, k))


def _stepped(bound: float, k: int) -> float:
    """Spearman and Brown's step from one rating to the mean of k; at -1 / (k - 1) and under it without limit."""
    room = 1 + bound * (k - 1)
    return bound * k / room if room > 0 else -math.inf


def _incomplete(table: Table, found: Fit, confidence: float) -> dict[str, Correlation]:
    item = number(table.item)
    alone = reml(table.scale.numbers()[table.level], {"item": item})
    sizes = np.bincount(item)
    k = len(sizes) / float((1.0 / sizes).sum())
    two = np.array(list(found.components.values())), found.covariance
    one = np.array(list(alone.components.values())), alone.covariance
    forms: dict[str, tuple[tuple[Floats, Floats], list[float]]] = {
        "icc_1": (one, [1.0]),
        "icc_a_1": (two, [1.0, 1.0]),
        "icc_c_1": (two, [0.0, 1.0]),
        "icc_1_k": (one, [1.0 / k]),
        "icc_a_k": (two, [1.0 / k, 1.0 / k]),
        "icc_c_k": (two, [0.0, 1.0 / k]),
    }
    return {name: share(*parts, np.array(noise), confidence) for name, (parts, noise) in forms.items()}


def share(components: Floats, covariance: Floats, noise: Floats, confidence: float) -> Correlation:
    """First component over itself plus weighted others, with a delta-method interval on the logit scale.

    Args:
        components: Variances, the one of interest first.
        covariance: Their asymptotic covariance.
        noise: Weights of the other components.
        confidence: Nominal coverage.
    """
    other = float(noise @ components[1:])
    total = float(components[0]) + other
    if total <= 0.0:
        return Correlation(None, Reason.NO_SPREAD)
    value = float(components[0]) / total
    if not 0.0 < value < 1.0:
        return Correlation(value)
    slope = np.concatenate([[other], -components[0] * noise]) / total**2
    error = math.sqrt(max(float(slope @ covariance @ slope), 0.0)) / (value * (1.0 - value))
    reach = float(ndtri((1 + confidence) / 2)) * error
    middle = math.log(value / (1.0 - value))
    low, high = expit(middle - reach), expit(middle + reach)
    return Correlation(value, None, Interval.clip(float(low), float(high), "reml", confidence))
