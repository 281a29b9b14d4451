"""The measures that look at assessors apart: two assessors, all pairs, ranks, and intraclass correlations."""

from __future__ import annotations

import numpy as np

from assessor.agreement.calculation import Calculation, Figure
from assessor.agreement.icc import Correlation, correlations
from assessor.agreement.kendall import complete, concordance
from assessor.agreement.leaving_out import jackknife_groups
from assessor.agreement.pairwise import Meetings, indicators, kappas
from assessor.agreement.reasons import no_spread
from assessor.agreement.resampling import jackknife
from assessor.agreement.result import Reason
from assessor.agreement.table import Codes, Floats
from assessor.agreement.two_assessors import Estimate, bangdiwala, cohen, lin, scott, square, squares
from assessor.agreement.weights import disagreement
from assessor.agreement.wording import REML_REMARK

TWO = ("cohen_kappa", "scott_pi", "bangdiwala_b", "lin_ccc")
KENDALL = ("kendall_w_uncorrected", "kendall_w_tie_corrected")

Spread = tuple[float, int] | None


def _figure(shared: Calculation, value: float, used: int, pairs: int, spread: Spread, error: float | None) -> Figure:
    freedom = used - 1
    if error is None and spread is not None:
        error, freedom = spread
    return Figure(value, None, used, pairs, error, freedom, shared.around(value, spread))


def two_figure(shared: Calculation, name: str) -> Figure:
    """A measure for exactly two assessors, over the items both rated."""
    if shared.nothing is not None or len(shared.table.active) > 2:
        return Figure(None, shared.nothing or Reason.MORE_THAN_TWO_ASSESSORS, 0, 0)
    pairs = square(shared.table)
    n = int(pairs.sum())
    if n < 2:
        return Figure(None, Reason.ONE_ITEM, n, n)
    estimate = _estimate(shared, name, pairs)
    if estimate.value is None:
        return Figure(None, no_spread(shared.table), n, n)
    return _figure(shared, estimate.value, n, n, _square_spread(shared, name, pairs), estimate.error)


def _estimate(shared: Calculation, name: str, pairs: Floats) -> Estimate:
    if name == "bangdiwala_b":
        return bangdiwala(pairs)
    if name == "lin_ccc":
        return lin(pairs, shared.table.scale)
    return (cohen if name == "cohen_kappa" else scott)(pairs, disagreement(shared.table.scale, shared.weights))


def _square_spread(shared: Calculation, name: str, whole: Floats) -> Spread:
    if shared.plan.kind == "none":
        return None
    groups, number = jackknife_groups(shared.table)
    parts = squares(shared.table, groups, number)
    parts = parts[parts.any(axis=(1, 2))]

    def without(group: int) -> float | None:
        left = whole - parts[group]
        return _estimate(shared, name, left).value if left.any() else None

    return jackknife(len(parts), without)


def light_figure(shared: Calculation) -> Figure:
    """Light's kappa."""
    pairwise = None if shared.nothing is not None else shared.pairwise
    if pairwise is None:
        return Figure(None, shared.nothing or Reason.TOO_LARGE, shared.used, shared.pairs)
    value = pairwise.light()[0]
    if shared.used < 2 or value is None:
        reason = Reason.ONE_ITEM if shared.used < 2 else no_spread(shared.table)
        return Figure(None, reason, shared.used, shared.pairs)
    spread = None
    if shared.plan.kind != "none":
        groups, number = jackknife_groups(shared.table)
        given, matrix = indicators(shared.table), disagreement(shared.table.scale, shared.weights)
        whole = Meetings.of(given, matrix)

        def without(group: int) -> float | None:
            part = Meetings.of(given[:, :, groups == group], matrix)
            return kappas(whole.without(part), matrix).light()[0]

        spread = jackknife(number, without)
    return _figure(shared, value, shared.used, shared.pairs, spread, None)


def kendall_figure(shared: Calculation, name: str) -> Figure:
    """Kendall's W over the items that all assessors rated."""
    whole = complete(shared.table)
    n, m = int(whole.sum()), len(shared.table.active)
    pairs = n * m * (m - 1) // 2
    if shared.nothing is not None or n < 2:
        return Figure(None, shared.nothing or Reason.NO_COMPLETE_ITEM, n, pairs)
    codes = shared.table.grid[whole][:, shared.table.active]
    value = _concordance(codes, name, len(shared.table.scale))
    if value is None:
        return Figure(None, no_spread(shared.table), n, pairs)
    spread = None
    if shared.plan.kind != "none":
        groups = np.unique(jackknife_groups(shared.table)[0][whole], return_inverse=True)[1].reshape(-1)
        levels = len(shared.table.scale)
        spread = jackknife(int(groups.max()) + 1, lambda group: _concordance(codes[groups != group], name, levels))
    return _figure(shared, value, n, pairs, spread, None)


def _concordance(codes: Codes, name: str, levels: int) -> float | None:
    if len(codes) < 2:
        return None
    found = concordance(codes, levels)
    return found.tie_corrected if name == "kendall_w_tie_corrected" else found.uncorrected


def icc_figures(shared: Calculation) -> dict[str, Figure]:
    """The six intraclass correlations."""
    table = shared.table
    rated = shared.number > 0
    holes = bool((shared.number[rated] != len(table.active)).any())
    one_work = len(table.works) == 1
    fit = shared.crossed if holes and not one_work and shared.nothing is None else None
    found = correlations(table, shared.plan.confidence, fit)
    used = int(rated.sum()) if shared.nothing is None else 0

    def figure(one: Correlation) -> Figure:
        remark = REML_REMARK if holes and one.value is not None else None
        return Figure(one.value, one.reason, used, shared.pairs, interval=one.interval, remark=remark)

    return {name: figure(one) for name, one in found.items()}
