"""The measures over all assessors together, each with its linearised error and its interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from assessor.agreement import linearised
from assessor.agreement.calculation import Calculation, Figure
from assessor.agreement.counts import item_totals
from assessor.agreement.panel import CHANCE_CORRECTED, SHARES, Panel
from assessor.agreement.reasons import no_spread
from assessor.agreement.resampling import percentile, share_interval
from assessor.agreement.result import Interval, Reason

_MOST_PATTERNS = 2000


def pooled_figure(shared: Calculation, name: str) -> Figure:
    """A pooled measure by its name."""
    reason = _reason(shared, name)
    if reason is not None:
        return Figure(None, reason, shared.used, shared.pairs)
    rated = int((shared.number > 0).sum())
    spread = error(shared, name)
    return Figure(shared.points[name], None, shared.used, shared.pairs, spread, rated - 1, _interval(shared, name))


def _interval(shared: Calculation, name: str) -> Interval | None:
    if shared.drawn is None:
        return None
    drawn, how, confidence = shared.drawn.values[name], shared.drawn.method, shared.plan.confidence
    if name not in SHARES:
        return percentile(drawn, how, confidence, shared.points[name])
    # Each item is one observation of unanimity, and each rating one of what pairs do.
    most = shared.used if name == "unanimity" else int(shared.number[shared.number > 1].sum())
    return share_interval(shared.points[name], drawn, how, confidence, most)


def _reason(shared: Calculation, name: str) -> Reason | None:
    reason = shared.nothing or _improper(shared, name)
    if reason is not None:
        return reason
    if name in CHANCE_CORRECTED and shared.used < 2:
        return Reason.ONE_ITEM
    if np.isnan(shared.points[name]):
        return Reason.ONE_LEVEL if len(shared.table.scale) < 2 else no_spread(shared.table)
    return None


def _improper(shared: Calculation, name: str) -> Reason | None:
    scale = shared.table.scale
    if name == "opposite_share" and len(scale) < 3:
        return Reason.TWO_LEVELS if len(scale) == 2 else Reason.ONE_LEVEL
    if name == "krippendorff_alpha_ratio":
        if not scale.numeric:
            return Reason.NOT_NUMBERS
        return Reason.NEGATIVE_LEVEL if min(scale.values) < 0 else None
    return None


def error(shared: Calculation, name: str) -> float | None:
    """Standard error of a pooled measure that exists; None with fewer than two items."""
    if name == "krippendorff_alpha_ordinal":
        return _ordinal_error(shared)
    if name == "unanimity":
        parts = shared.influence(0)
        return linearised.of_agreement(replace(parts, apart=np.asarray(parts.apart > 0, dtype=np.float64)))
    parts, matrix = shared.influence(shared.panel.place[name]), shared.panel.matrix(name)
    ways: dict[str, Callable[[], float | None]] = {
        "fleiss_kappa": lambda: linearised.of_shared_chance(parts, 1.0 - matrix),
        "gwet_ac": lambda: linearised.of_shared_chance(parts, linearised.gwet_chance(matrix)),
        "brennan_prediger": lambda: linearised.of_fixed_chance(parts),
        "conger_kappa": lambda: linearised.of_conger(parts, shared.table),
        "opposite_share": lambda: linearised.of_disagreement(parts),
        "far_share": lambda: linearised.of_disagreement(parts),
    }
    if name.startswith("krippendorff"):
        return linearised.of_krippendorff(parts)
    return ways.get(name, lambda: linearised.of_agreement(parts))()


def _ordinal_error(shared: Calculation) -> float | None:
    """Jackknife error of ordinal alpha, whose metric moves with the data; items with equal counts at once."""
    counts, times = shared.patterns.counts, shared.patterns.frequency
    if len(times) > _MOST_PATTERNS:
        return None
    panel = Panel.of(shared.table.scale, "unweighted", ("krippendorff_alpha_ordinal",))
    paired = counts.sum(axis=0) > 1
    without = (times - np.eye(len(times)))[paired]
    values = panel.values(item_totals(counts, panel.schemes, without), None)["krippendorff_alpha_ordinal"]
    if np.isnan(values).any():
        return None
    weight, n = times[paired], shared.used
    mean = float(weight @ values) / n
    return float(np.sqrt((n - 1) / n * (weight @ (values - mean) ** 2)))
