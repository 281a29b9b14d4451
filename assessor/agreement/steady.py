"""What resampling assessors bends, straightened: where replicates lie, and how far they spread.

A drawn group has fewer different assessors than the real one. Items that few of them rated drop out of replicates, and
all of a smaller group agree sooner; so replicates lie beside the figure for a reason that the figure itself does not
have. They are moved back around it (Brennan 2007).

Drawing items and assessors both counts the interplay of the two three times (Owen 2007), and where an item has two
ratings it counts the items twice more. The variance is therefore that of leaving out each work, plus that of leaving
out each assessor, less that of leaving out what one assessor said of one work, which both contain (Cameron, Gelbach &
Miller 2011); few works and few assessors widen it by t with Satterthwaite's degrees of freedom. Simulated coverage
stands in benchmarks/README.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri, stdtrit

from assessor.agreement.leaving_out import (
    Left,
    exact_within,
    leave_assessors_out,
    leave_cells_out,
    leave_items_out,
    spread,
)
from assessor.agreement.panel import Panel
from assessor.agreement.table import Floats, Table

_MOST = 40_000_000
_SHARED = 0.75
"""Part of what both sides contain that is not taken for doubt about assessors; chosen by simulated coverage."""


@dataclass(frozen=True, slots=True)
class Steady:
    """Where replicates belong.

    Attributes:
        points: The measures of the table itself.
        groups: Exact agreement within each group of items, shape (groups,).
        variances: Variance of each measure, NaN where that of the replicates is kept.
        group_variances: The same for the groups, shape (groups,).
    """

    points: dict[str, float]
    groups: Floats
    variances: dict[str, float]
    group_variances: Floats

    @classmethod
    def of(cls, table: Table, panel: Panel, members: Floats, confidence: float, *, both: bool) -> Steady:
        """Figures and variances of a table.

        Args:
            table: The ratings.
            panel: The measures.
            members: Which items belong to which group, shape (items, groups).
            confidence: Nominal coverage.
            both: Whether items and assessors are drawn; when only assessors are, the replicates' spread is kept.
        """
        points, groups = panel.points(table), exact_within(table, members)
        variances, group_variances = dict.fromkeys(points, float("nan")), np.full(len(groups), np.nan)
        if both and table.items * len(table.assessors) ** 2 <= _MOST:
            people = leave_assessors_out(table, panel, members)
            people = Left({name: one[table.active] for name, one in people.values.items()}, people.groups[table.active])
            things, cells = leave_items_out(table, panel, members), leave_cells_out(table, panel, members)
            for name in points:
                lone = None if cells is None else cells.values[name]
                variances[name] = float(variance(people.values[name], things.values[name], lone, confidence))
            lone = None if cells is None else cells.groups
            group_variances = variance(people.groups, things.groups, lone, confidence)
        return cls(points, groups, variances, group_variances)

    def measure(self, name: str, drawn: Floats) -> Floats:
        """Replicates of a measure around its figure, shape (replicates,)."""
        return _moved(drawn, np.asarray(self.points[name]), np.asarray(self.variances[name]))

    def group(self, drawn: Floats) -> Floats:
        """Replicates of the groups around their figures, shape (replicates, groups)."""
        return _moved(drawn, self.groups, self.group_variances)


def variance(assessors: Floats, items: Floats, cells: Floats | None, confidence: float) -> Floats:
    """Variance over items and assessors, widened for few of them; NaN where a value without a part does not exist.

    Args:
        assessors: Values without each assessor, shape (assessors, ...).
        items: Values without each work or item, shape (works, ...).
        cells: Values without each assessor's ratings of each work, shape (cells, ...), or None when not known.
        confidence: Nominal coverage.
    """
    one, two = spread(assessors), spread(items)
    shared = np.zeros_like(one) if cells is None else np.nan_to_num(spread(cells))
    whole = np.maximum(one + two - shared, two)
    alone = np.maximum(one - _SHARED * shared, 0.0)
    doubt = alone**2 / max(len(assessors) - 1, 1) + two**2 / max(len(items) - 1, 1)
    freedom = np.divide(whole**2, doubt, out=np.full(whole.shape, np.inf), where=doubt > 0)
    tail = (1.0 + confidence) / 2
    wider = np.where(np.isfinite(freedom), stdtrit(np.where(np.isfinite(freedom), freedom, 1.0), tail), ndtri(tail))
    found: Floats = whole * (wider / ndtri(tail)) ** 2
    return found


def _moved(drawn: Floats, centre: Floats, wanted: Floats) -> Floats:
    there = ~np.isnan(drawn)
    number = np.maximum(there.sum(axis=0), 1)
    apart = drawn - np.where(there, drawn, 0.0).sum(axis=0) / number
    whole = np.where(there, apart * apart, 0.0).sum(axis=0) / number
    known = (whole > 0.0) & ~np.isnan(wanted)
    found: Floats = centre + np.sqrt(np.where(known, wanted / np.where(known, whole, 1.0), 1.0)) * apart
    return found
