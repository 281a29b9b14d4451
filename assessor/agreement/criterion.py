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
    both = (counts * (counts - 1.0)).sum(axis=1)
    return tuple(float(b / c) if c > 0 else None for b, c in zip(both, chances, strict=True))


def distributions(table: Table, names: tuple[str, ...], groups: Codes, cut: int) -> tuple[Distribution, ...]:
    """Distribution of each group of items.

    Args:
        table: The ratings.
        names: Names of the groups.
        groups: Group of each item, shape (items,).
        cut: First level code that is sufficient.
    """
    counts, numbers = table.counts, table.scale.numbers()
    number = counts.sum(axis=0)
    q = len(table.scale)
    apart = disagreements(counts, 1.0 - np.eye(q)[None])[0]
    mean_apart = apart / np.maximum(number * (number - 1), 1.0)
    whole = float(mean_apart.sum())
    centre = numbers @ counts / np.maximum(number, 1.0)
    squares = numbers**2 @ counts - number * centre**2
    below = counts[:cut].sum(axis=0)
    skipped = np.bincount(table.skipped[:, 0], minlength=table.items)
    found = []
    for place, name in enumerate(names):
        mine = groups == place
        pairs = float((number[mine] * (number[mine] - 1)).sum())
        freedom = float(np.maximum(number[mine] - 1, 0).sum())
        rated, away = float(number[mine].sum()), int(skipped[mine].sum())
        found.append(
            Distribution(
                name,
                tuple(int(one) for one in counts[:, mine].sum(axis=1)),
                away,
                int(mine.sum()) * len(table.assessors) - int(rated) - away,
                round((pairs - float(apart[mine].sum())) / 2),
                round(pairs / 2),
                float(np.sqrt(max(float(squares[mine].sum()), 0.0) / freedom)) if freedom > 0 else None,
                float(mean_apart[mine].sum()) / whole if whole > 0 else None,
                int(below[mine].sum()),
                bool(((below[mine] > 0) & (below[mine] < number[mine])).any()),
                specific_agreement(counts[:, mine]),
            )
        )
    return tuple(found)
