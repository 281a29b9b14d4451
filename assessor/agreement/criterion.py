"""One criterion, or one work: how its ratings lie and how much it adds to the disagreement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assessor.agreement.counts import disagreements
from assessor.agreement.table import Codes, Floats, Table


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the ratings of a group of items lie.

    Attributes:
        name: The criterion or the work.
        counts: Ratings at each level.
        not_observed: Times "niet waargenomen" was chosen.
        missing: Ratings that are missing without that choice.
        same_pairs: Pairs of ratings of one item at the same level.
        pairs: Pairs of ratings of one item.
        spread: Standard deviation of the levels' numbers within an item, or None.
        disagreement_share: Part of the whole session's disagreement that lies here, 0 to 1, or None without any.
        below: Ratings under the cut.
        split: Whether some item here has ratings on both sides of the cut.
        specific: For each level: of the others beside one who gave it, the share who gave it too, or None.
    """

    name: str
    counts: tuple[int, ...]
    not_observed: int
    missing: int
    same_pairs: int
    pairs: int
    spread: float | None
    disagreement_share: float | None
    below: int
    split: bool
    specific: tuple[float | None, ...]


def specific_agreement(counts: Floats) -> tuple[float | None, ...]:
    """Specific agreement per level over all pairs (Dice 1945; Cicchetti & Feinstein 1990), None for unused levels.

    Args:
        counts: Ratings at each level, shape (levels, items).
    """
    number = counts.sum(axis=0)
    chances = (counts * (number - 1.0)).sum(axis=1)
    return _shares((counts * (counts - 1.0)).sum(axis=1), chances)


def _shares(parts: Floats, wholes: Floats) -> tuple[float | None, ...]:
    return tuple(float(part / whole) if whole > 0 else None for part, whole in zip(parts, wholes, strict=True))


def distributions(table: Table, names: tuple[str, ...], groups: Codes, cut: int) -> tuple[Distribution, ...]:
    """Distribution of each group of items.

    Args:
        table: The ratings.
        names: Names of the groups.
        groups: Group of each item, shape (items,).
        cut: First level code that is sufficient.
    """
    counts, size = table.counts, len(names)
    number = counts.sum(axis=0)
    pairs = number * (number - 1.0)
    apart = disagreements(counts, 1.0 - np.eye(len(counts))[None])[0]
    share = apart / np.maximum(pairs, 1.0)
    below = counts[:cut].sum(axis=0)
    skipped = np.bincount(table.skipped[:, 0], minlength=table.items)

    def total(values: Floats) -> list[float]:
        return [float(one) for one in np.bincount(groups, values, size)]

    levels = np.stack([np.bincount(groups, one, size) for one in counts], axis=1)
    chances = np.stack([np.bincount(groups, one * np.maximum(number - 1.0, 0.0), size) for one in counts], axis=1)
    both = np.stack([np.bincount(groups, one * (one - 1.0), size) for one in counts], axis=1)
    shares, whole = total(share), float(share.sum())
    sums = zip(total(pairs), total(apart), total(number), total(skipped.astype(np.float64)), total(below), strict=True)
    cells = [int(one) * len(table.assessors) for one in np.bincount(groups, minlength=size)]
    split = total(((below > 0) & (below < number)).astype(np.float64))
    spread = _spread(table, groups, size)
    return tuple(
        Distribution(
            name,
            tuple(int(one) for one in levels[place]),
            int(away),
            cells[place] - int(rated) - int(away),
            round((paired - parted) / 2),
            round(paired / 2),
            spread[place],
            shares[place] / whole if whole > 0 else None,
            int(under),
            split[place] > 0,
            _shares(both[place], chances[place]),
        )
        for place, (name, (paired, parted, rated, away, under)) in enumerate(zip(names, sums, strict=True))
    )


def _spread(table: Table, groups: Codes, size: int) -> list[float | None]:
    """Standard deviation of the levels' numbers within an item, pooled over each group."""
    numbers, counts = table.scale.numbers(), table.counts
    number = counts.sum(axis=0)
    centre = numbers @ counts / np.maximum(number, 1.0)
    squares = np.maximum(((numbers[:, None] - centre) ** 2 * counts).sum(axis=0), 0.0)
    freedom = np.bincount(groups, np.maximum(number - 1.0, 0.0), size)
    pooled = np.bincount(groups, squares, size)
    return [float(np.sqrt(one / free)) if free > 0 else None for one, free in zip(pooled, freedom, strict=True)]
