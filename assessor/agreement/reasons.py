"""Why a table cannot give a figure at all, asked in the order in which a reader would ask."""

from __future__ import annotations

from assessor.agreement.result import Reason
from assessor.agreement.table import Table


def nothing_to_compare(table: Table) -> Reason | None:
    """No rating, a single assessor, or no item with two ratings; None when pairs can be compared."""
    if not len(table.level):
        return Reason.NOTHING
    if len(table.active) < 2:
        return Reason.FEWER_THAN_TWO_ASSESSORS
    return None if (table.counts.sum(axis=0) > 1).any() else Reason.NO_PAIR


def no_spread(table: Table) -> Reason:
    """Why a coefficient of a table with ratings does not exist: all are equal, or those that can be compared are."""
    return no_variation(table) or Reason.NO_SPREAD


def no_variation(table: Table) -> Reason | None:
    """Whether every rating is the same level; asks for at least one rating."""
    return Reason.NO_VARIATION if table.level.min() == table.level.max() else None
