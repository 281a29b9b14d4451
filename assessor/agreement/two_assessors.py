"""Measures for exactly two assessors, from the square of levels that both gave.

Rows are the levels of the first assessor, columns those of the second; only items that both rated count.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from assessor.agreement.scale import Scale
from assessor.agreement.table import Codes, Floats, Table

_ZERO = 1e-12


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its standard error; None where either does not exist."""

    value: float | None
    error: float | None = None


def square(table: Table) -> Floats:
    """How often each pair of levels occurs on the items both rated, shape (levels, levels).

    Raises:
        ValueError: The table does not have exactly two assessors with ratings.
    """
    first, second = both(table)
    seen = (first >= 0) & (second >= 0)
    q = len(table.scale)
    flat = np.bincount(first[seen] * q + second[seen], minlength=q * q)
    return flat.reshape(q, q).astype(np.float64)


def both(table: Table) -> tuple[Codes, Codes]:
    """Levels of the two active assessors by item, -1 where missing."""
    active = table.active
    if len(active) != 2:
        raise ValueError(f"{len(active)} assessors rated, not two")
    codes = np.full((2, table.items), -1, dtype=np.intp)
    for place, assessor in enumerate(active):
        own = table.assessor == assessor
        codes[place, table.item[own]] = table.level[own]
    return codes[0], codes[1]


def cohen(pairs: Floats, disagreement: Floats) -> Estimate:
    """Cohen's weighted kappa with its non-null error (Cohen 1968; Fleiss, Cohen & Everitt 1969)."""
    n = float(pairs.sum())
    share = pairs / n
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    chance = float(rows @ disagreement @ columns)
    if chance <= _ZERO:
        return Estimate(None)
    value = 1.0 - float((share * disagreement).sum()) / chance
    weight = 1.0 - disagreement
    expected = 1.0 - chance
    slope = weight - ((weight @ columns)[:, None] + (rows @ weight)[None, :]) * (1.0 - value)
    middle = value - expected * (1.0 - value)
    variance = float((share * (slope - middle) ** 2).sum()) / (n * chance**2)
    return Estimate(value, math.sqrt(variance))


def scott(pairs: Floats, disagreement: Floats) -> Estimate:
    """Scott's pi with weights and its linearised error (Scott 1955; Gwet 2014)."""
    n = float(pairs.sum())
    share = pairs / n
    level = (share.sum(axis=1) + share.sum(axis=0)) / 2
    chance = float(level @ disagreement @ level)
    if chance <= _ZERO:
        return Estimate(None)
    value = 1.0 - float((share * disagreement).sum()) / chance
    own = (1.0 - disagreement) @ level
    slope = 1.0 - disagreement - (1.0 - value) * (own[:, None] + own[None, :])
    middle = float((share * slope).sum())
    variance = float((share * (slope - middle) ** 2).sum()) / (n * chance**2)
    return Estimate(value, math.sqrt(variance))


def bangdiwala(pairs: Floats) -> Estimate:
    """Bangdiwala's B: agreed area over the area the margins allow (Bangdiwala 1985); error by the delta method."""
    n = float(pairs.sum())
    share = pairs / n
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    area = float(rows @ columns)
    if area <= _ZERO:
        return Estimate(None)
    diagonal = np.diag(share)
    value = float(diagonal @ diagonal) / area
    slope = (2.0 * np.diag(diagonal) - value * (columns[:, None] + rows[None, :])) / area
    middle = float((share * slope).sum())
    variance = float((share * (slope - middle) ** 2).sum()) / n
    return Estimate(value, math.sqrt(variance))


def lin(pairs: Floats, scale: Scale) -> Estimate:
    """Lin's concordance correlation coefficient, with divisor n (Lin 1989)."""
    n = float(pairs.sum())
    numbers = scale.numbers() - scale.numbers().mean()
    rows, columns = pairs.sum(axis=1) / n, pairs.sum(axis=0) / n
    first, second = float(rows @ numbers), float(columns @ numbers)
    spread = float(rows @ (numbers - first) ** 2 + columns @ (numbers - second) ** 2)
    spread += (first - second) ** 2
    if spread <= _ZERO * max(1.0, float(np.abs(numbers).max()) ** 2):
        return Estimate(None)
    together = float((numbers - first) @ pairs @ (numbers - second)) / n
    return Estimate(2.0 * together / spread)


def squares(table: Table, groups: Codes, number: int) -> Floats:
    """`square` of each group of items, shape (groups, levels, levels).

    Args:
        table: Ratings by exactly two assessors.
        groups: Group of each item, shape (items,).
        number: How many groups there are.
    """
    first, second = both(table)
    seen = (first >= 0) & (second >= 0)
    q = len(table.scale)
    cell = (groups[seen] * q + first[seen]) * q + second[seen]
    return np.bincount(cell, minlength=number * q * q).reshape(number, q, q).astype(np.float64)
