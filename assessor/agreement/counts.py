"""One pass over the counts: the totals over items from which every pooled coefficient is arithmetic.

Items with the same number of ratings at each level are one pattern with a frequency. For resamples of items
with multiplicities m the totals of all replicates are one matrix product.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from assessor.agreement.table import Floats, Table

_WORTH_COMPRESSING = 256
_BLOCK = 1 << 22
_CACHE = 1 << 14
_DENSE = 20_000_000


@dataclass(frozen=True, slots=True)
class Patterns:
    """Distinct count vectors.

    Attributes:
        counts: Ratings at each level, shape (levels, patterns).
        frequency: Items with this pattern, shape (patterns,).
        of_item: Pattern of each item, shape (items,).
    """

    counts: Floats
    frequency: Floats
    of_item: np.ndarray[tuple[int], np.dtype[np.intp]]


def compress(table: Table) -> Patterns:
    """Collapse items with equal counts; small tables are left as they are."""
    counts = table.counts
    items = counts.shape[1]
    if items < _WORTH_COMPRESSING:
        return Patterns(counts, np.ones(items), np.arange(items, dtype=np.intp))
    base = int(counts.max()) + 1
    if base ** len(counts) < 2**62:
        place = np.array([base**k for k in range(len(counts))], dtype=np.int64)
        keys = place @ counts.astype(np.int64)
        _, first, of_item, frequency = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    else:
        _, first, of_item, frequency = np.unique(
            counts.T, axis=0, return_index=True, return_inverse=True, return_counts=True
        )
    return Patterns(np.ascontiguousarray(counts[:, first]), frequency.astype(np.float64), of_item.reshape(-1))


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals over items, one column per replicate.

    Attributes:
        rated: Items with a rating, shape (replicates,).
        paired: Items with ratings by two or more assessors, shape (replicates,).
        shares: Sum over rated items of the share of each level, shape (levels, replicates).
        pairable: Ratings at each level on paired items, shape (levels, replicates).
        disagreement: Sum over paired items of the mean disagreement of a pair, shape (schemes, replicates).
        pooled: The same, each item weighted by its number of ratings, shape (schemes, replicates).
        unanimous: Paired items on which all agree, shape (replicates,).
        rank: Observed disagreement in Krippendorff's rank-frequency metric, shape (replicates,).
    """

    rated: Floats
    paired: Floats
    shares: Floats
    pairable: Floats
    disagreement: Floats
    pooled: Floats
    unanimous: Floats
    rank: Floats


def disagreements(counts: Floats, schemes: Floats) -> Floats:
    """Summed disagreement over ordered pairs of ratings, shape (schemes, ...).

    Args:
        counts: Ratings at each level, shape (levels, ...).
        schemes: Disagreement matrices, shape (schemes, levels, levels).
    """
    if counts.ndim == 2 and len(schemes) == 1:
        lone: Floats = np.einsum("kn,kn->n", counts, schemes[0] @ counts)[None]
        return lone
    flat = counts.reshape(len(counts), -1)
    found = np.empty((len(schemes), flat.shape[1]))
    for place, scheme in enumerate(schemes):
        np.einsum("kn,kn->n", flat, scheme @ flat, out=found[place])
    return found.reshape(len(schemes), *counts.shape[1:])


def middle_ranks(pairable: Floats) -> Floats:
    """Middle rank of each level among all pairable ratings, same shape as given (levels first)."""
    ranks: Floats = np.cumsum(pairable, axis=0) - pairable / 2
    return ranks


def item_totals(counts: Floats, schemes: Floats, multiplicities: Floats, *, ranks: bool = True) -> Totals:
    """Totals when items (or patterns) are resampled and the assessors stay.

    Args:
        counts: Ratings at each level, shape (levels, items).
        schemes: Disagreement matrices, shape (schemes, levels, levels).
        multiplicities: How often each item counts, shape (replicates, items).
        ranks: Whether the rank-frequency metric and unanimity are wanted; without them those totals are 0.
    """
    number = np.add.reduce(counts, axis=0)
    pairs = number * (number - 1.0)
    paired = pairs > 0
    apart = disagreements(counts, schemes)
    apart /= np.maximum(pairs, 1.0)
    q, s = len(counts), len(schemes)
    columns = np.empty((2 + 2 * q + 2 * s, counts.shape[1]))
    columns[0] = number > 0
    columns[1] = paired
    np.divide(counts, np.maximum(number, 1.0), out=columns[2 : 2 + q])
    np.multiply(counts, paired, out=columns[2 + q : 2 + 2 * q])
    columns[2 + 2 * q : 2 + 2 * q + s] = apart
    np.multiply(apart, number, out=columns[2 + 2 * q + s :])
    total = columns @ multiplicities.T
    pairable = total[2 + q : 2 + 2 * q]
    unanimous = rank = np.zeros(len(multiplicities))
    if ranks:
        unanimous = multiplicities @ (paired & (counts.max(axis=0) == number))
        rank = _ranks(counts, pairable, np.where(paired, number / np.maximum(pairs, 1.0), 0.0), multiplicities)
    at = 2 + 2 * q
    return Totals(total[0], total[1], total[2 : 2 + q], pairable, total[at : at + s], total[at + s :], unanimous, rank)


def _ranks(counts: Floats, pairable: Floats, each: Floats, multiplicities: Floats) -> Floats:
    """Observed disagreement in the rank-frequency metric, shape (replicates,)."""
    middle = middle_ranks(pairable)
    weighted = (counts * (counts.sum(axis=0) * each)) @ multiplicities.T
    found: Floats = 2.0 * np.einsum("kb,kb,kb->b", middle, middle, weighted)
    found -= _squared_ranks(counts, middle, 2.0 * each, multiplicities)
    return found


def _squared_ranks(counts: Floats, middle: Floats, weight: Floats, multiplicities: Floats) -> Floats:
    """Weighted sum over items of the squared sum of middle ranks, shape (replicates,), in blocks."""
    replicates, items = multiplicities.shape
    found = np.empty(replicates)
    step = max(1, _BLOCK // max(items, 1))
    for start in range(0, replicates, step):
        some = slice(start, start + step)
        sums = middle[:, some].T @ counts
        sums *= sums
        sums *= multiplicities[some]
        found[some] = sums @ weight
    return found


@dataclass(frozen=True, slots=True)
class Block:
    """Some replicates in which assessors were resampled too.

    Attributes:
        totals: Their totals.
        apart: Mean disagreement of a pair on each item by the first scheme, shape (replicates, items).
        paired: Whether two different assessors rated the item, same shape.
    """

    totals: Totals
    apart: Floats
    paired: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


Counting = Callable[[Floats], tuple[Floats, Floats]]


def both_totals(counting: Counting, schemes: Floats, items: Floats, assessors: Floats) -> Block:
    """Totals when items and assessors are resampled.

    Two copies of one assessor never form a pair: their pairs are taken out of the number of pairs, and equal
    levels add nothing to the disagreement.

    Args:
        counting: `counting` of the table.
        schemes: Disagreement matrices, shape (schemes, levels, levels).
        items: How often each item counts, shape (replicates, items).
        assessors: How often each assessor counts, shape (replicates, assessors).
    """
    counts, own = counting(assessors)
    number = counts.sum(axis=0)
    pairs = number * number - own
    paired = pairs > 0
    safe = np.where(paired, pairs, 1.0)
    each = np.where(paired, number / safe, 0.0) * items
    apart = disagreements(counts, schemes) / safe
    there = items * paired
    pairable = np.einsum("kbi,bi->kb", counts, there)
    middle = middle_ranks(pairable)
    sums = np.einsum("kb,kbi->bi", middle, counts)
    rank = np.einsum("kb,kb->b", middle * middle, np.einsum("kbi,bi->kb", counts, each * number))
    rank -= np.einsum("bi,bi,bi->b", sums, sums, each)
    totals = Totals(
        np.einsum("bi,bi->b", items, number > 0),
        there.sum(axis=1),
        np.einsum("kbi,bi->kb", counts, items / np.maximum(number, 1.0)),
        pairable,
        np.einsum("sbi,bi->sb", apart, there),
        np.einsum("sbi,bi->sb", apart, there * number),
        np.einsum("bi,bi->b", there, counts.max(axis=0) == number),
        2.0 * rank,
    )
    return Block(totals, apart[0], paired)


def block_size(table: Table) -> int:
    """Replicates to handle at once, so that a block stays in the processor's cache."""
    return max(1, _CACHE // max(table.items, 1))


def dense(table: Table) -> bool:
    """Whether a table is small enough for items x assessors x levels."""
    return table.items * len(table.assessors) * len(table.scale) <= _DENSE


def counting(table: Table) -> Counting:
    """How to count levels per item for some multiplicities of assessors, by the size of the table.

    Returns:
        A function from multiplicities, shape (replicates, assessors), to the counts, shape (levels, replicates,
        items), and the pairs of a copy with itself, shape (replicates, items).
    """
    return _dense(table) if dense(table) else _sparse(table)


def _dense(table: Table) -> Counting:
    given = np.stack([table.grid == level for level in range(len(table.scale))]).astype(np.float64)
    given = np.ascontiguousarray(given.transpose(0, 2, 1))
    there = given.sum(axis=0)

    def count(assessors: Floats) -> tuple[Floats, Floats]:
        return assessors @ given, (assessors * assessors) @ there

    return count


def _sparse(table: Table) -> Counting:
    q, n = len(table.scale), table.items
    cell = table.item * q + table.level

    def count(assessors: Floats) -> tuple[Floats, Floats]:
        counts, own = np.empty((q, len(assessors), n)), np.empty((len(assessors), n))
        for place, drawn in enumerate(assessors):
            times = drawn[table.assessor]
            counts[:, place] = np.bincount(cell, times, n * q).reshape(n, q).T
            own[place] = np.bincount(table.item, times * times, n)
        return counts, own

    return count
