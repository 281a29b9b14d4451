"""Kendall's coefficient of concordance over the items that every assessor rated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assessor.agreement.table import Floats, Table


@dataclass(frozen=True, slots=True)
class Concordance:
    """Kendall's W, without and with its correction for ties; None where it does not exist."""

    uncorrected: float | None
    tie_corrected: float | None


def complete(table: Table) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Items rated by every assessor who rated at all, none with fewer than two of them, shape (items,)."""
    active = len(table.active)
    return np.asarray((table.counts.sum(axis=0) == active) & (active > 1))


def ranks(codes: np.ndarray[tuple[int, int], np.dtype[np.intp]], levels: int) -> tuple[Floats, Floats]:
    """Mean ranks within each column, and the sum of t^3 - t over its ties.

    Args:
        codes: Level codes, shape (items, assessors), none missing.
        levels: Number of levels.
    """
    given = np.stack([(codes == level).sum(axis=0) for level in range(levels)]).astype(np.float64)
    middle = np.cumsum(given, axis=0) - (given - 1.0) / 2
    return np.take_along_axis(middle, codes, axis=0), (given**3 - given).sum(axis=0)


def concordance(codes: np.ndarray[tuple[int, int], np.dtype[np.intp]], levels: int) -> Concordance:
    """Kendall's W (Kendall & Babington Smith 1939; ties after Siegel & Castellan 1988).

    Args:
        codes: Level codes, shape (items, assessors), none missing; at least two of each.
        levels: Number of levels.
    """
    n, m = codes.shape
    ranked, ties = ranks(codes, levels)
    sums = ranked.sum(axis=1)
    squares = float(((sums - sums.mean()) ** 2).sum())
    most = float(m * m * (n**3 - n))
    room = most - m * float(ties.sum())
    if room <= 0:
        return Concordance(None, None)
    return Concordance(12.0 * squares / most, 12.0 * squares / room)
