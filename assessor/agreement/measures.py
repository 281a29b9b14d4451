"""Every named measure of a table as a `Result`: value or reason, interval, error, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from assessor.agreement import wording
from assessor.agreement.calculation import Calculation, Figure
from assessor.agreement.icc import NAMES as ICC_NAMES
from assessor.agreement.other_figures import KENDALL, TWO, icc_figures, kendall_figure, light_figure, two_figure
from assessor.agreement.panel import POOLED
from assessor.agreement.pooled_figures import pooled_figure
from assessor.agreement.resampling import t_interval
from assessor.agreement.result import Interval, Result
from assessor.agreement.wording import Facts

MEASURES = (
    "percent_agreement",
    "exact_agreement",
    "adjacent_agreement",
    "opposite_share",
    "unanimity",
    "cohen_kappa",
    "light_kappa",
    "conger_kappa",
    "scott_pi",
    "fleiss_kappa",
    "brennan_prediger",
    "gwet_ac",
    "krippendorff_alpha_nominal",
    "krippendorff_alpha_ordinal",
    "krippendorff_alpha_interval",
    "krippendorff_alpha_ratio",
    "krippendorff_alpha_weighted",
    "bangdiwala_b",
    *KENDALL,
    "lin_ccc",
    *ICC_NAMES,
)
"""The measures of a report, in its order."""


def measures(
    shared: Calculation, names: Iterable[str] = MEASURES, intervals: Mapping[str, Interval] | None = None
) -> dict[str, Result]:
    """The measures asked for, by name, in that order.

    Besides `MEASURES` there are `pass_fail_agreement` and `far_share` (two or more levels between both).

    Args:
        shared: The table and how to look at it.
        names: The measures wanted.
        intervals: Intervals that are known already, by name of the measure.

    Raises:
        KeyError: A name that is no measure.
    """
    known = intervals or {}
    found = {}
    for name, figure in _figures(shared, names).items():
        own = replace(figure, interval=known[name]) if name in known and figure.value is not None else figure
        found[name] = _result(shared, name, own)
    return found


def _figures(shared: Calculation, names: Iterable[str]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    correlations: dict[str, Figure] = {}
    for name in names:
        if name in POOLED:
            found[name] = pooled_figure(shared, name)
        elif name in TWO:
            found[name] = two_figure(shared, name)
        elif name in KENDALL:
            found[name] = kendall_figure(shared, name)
        elif name == "light_kappa":
            found[name] = light_figure(shared)
        else:
            correlations = correlations or icc_figures(shared)
            found[name] = correlations[name]
    return found


def _result(shared: Calculation, name: str, figure: Figure) -> Result:
    facts = _facts(shared, name, figure)
    bounds = None
    if figure.value is not None and figure.error is not None and figure.freedom > 0:
        bounds = t_interval(figure.value, figure.error, figure.freedom, "gwet-t", shared.plan.confidence)
    if figure.value is None:
        said = None if figure.reason is None else figure.reason.value
    else:
        said = wording.sentence(name, figure.value, figure.interval, facts)
    return Result(
        name,
        figure.value,
        figure.reason,
        figure.used,
        shared.table.items - figure.used,
        figure.pairs,
        shared.table.coverage,
        wording.definition(name, facts),
        wording.joined(said),
        figure.interval,
        figure.error,
        bounds,
    )


def _facts(shared: Calculation, name: str, figure: Figure) -> Facts:
    table, scale = shared.table, shared.table.scale
    seen = None if table.scale.declared else wording.SEEN_REMARK
    remark = wording.joined(figure.remark, seen) if figure.remark or seen else None
    agreeing = 0
    if name in wording.COUNTED and figure.value is not None and len(table.active) < wording.FEW_ASSESSORS:
        apart = float(np.einsum("kn,kn->", table.counts, shared.panel.matrix(name) @ table.counts)) / 2
        agreeing = round(apart) if name in ("opposite_share", "far_share") else shared.pairs - round(apart)
    one_work = len(table.works) == 1 and table.items > 1
    return Facts(
        len(table.active),
        agreeing,
        figure.pairs,
        scale.word(0),
        scale.word(len(scale) - 1),
        one_work,
        shared.weights,
        remark,
    )
