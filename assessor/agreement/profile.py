"""What one assessor may see about their own ratings: private, and never a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assessor.agreement.leaving_out import leave_assessors_out
from assessor.agreement.others import Others
from assessor.agreement.panel import Panel
from assessor.agreement.severity import FEWEST_SCORES, Severity
from assessor.agreement.table import Codes, Floats, Table

_HALO_SHARE = 0.9
_HALO_PEERS = 5
_LARGEST_LEAVE_OUT = 40_000_000


@dataclass(frozen=True, slots=True)
class Different:
    """An item on which most others gave another level: level codes of the assessor and of most others."""

    item: int
    own: int
    most: int


@dataclass(frozen=True, slots=True)
class Profile:
    """One assessor beside the others; None where there is nothing to compare with.

    Attributes:
        assessor: Name.
        scores: Ratings given.
        not_observed: Times "niet waargenomen" was chosen.
        severity: Distance to the group with shrinkage.
        distance_to_others: Mean absolute distance to the median of the others, in levels' numbers.
        lean_to_others: The same with sign: below 0 lower than the others.
        exact_with_others: Share of the others' ratings of the same items at the same level.
        compared: Items on which most others agree on one level.
        as_most: Of those, how many times the assessor gave that level.
        different: The items where not.
        distance_to_reference: Mean absolute distance to the reference.
        lean_to_reference: The same with sign.
        exact_with_reference: Share of the referenced items with the reference's level.
        referenced: Items with a reference that this assessor rated.
        use: Times each level was given.
        use_of_others: Mean times the others gave each level on the same items.
        spread: Standard deviation of the levels' numbers within a work, or None.
        halo: Whether that spread is smaller than that of nearly all others (six scores and five peers needed).
        without: Exact agreement and ordinal alpha of the group without this assessor, None where undefined.
    """

    assessor: str
    scores: int
    not_observed: int
    severity: Severity
    distance_to_others: float | None
    lean_to_others: float | None
    exact_with_others: float | None
    compared: int
    as_most: int
    different: tuple[Different, ...]
    distance_to_reference: float | None
    lean_to_reference: float | None
    exact_with_reference: float | None
    referenced: int
    use: tuple[int, ...]
    use_of_others: tuple[float, ...]
    spread: float | None
    halo: bool
    without: dict[str, float | None]


def profiles(table: Table, severities: Sequence[Severity]) -> tuple[Profile, ...]:
    """A profile of every assessor, in the table's order.

    Args:
        table: The ratings.
        severities: `severity.severities` of the table.
    """
    parts = _Parts.of(table)
    effect = _without(table)
    # Sorted once: looking for an assessor's ratings among all of them would take assessors x ratings steps.
    order = np.argsort(table.assessor, kind="stable")
    ends = np.searchsorted(table.assessor[order], np.arange(len(table.assessors) + 1))
    return tuple(
        _profile(
            table,
            parts,
            (place, order[ends[place] : ends[place + 1]]),
            own,
            {name: _shown(one[place]) for name, one in effect.items()},
        )
        for place, own in enumerate(severities)
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """Sums per assessor, each of shape (assessors,) or (assessors, levels)."""

    others: Others
    with_others: Floats
    distance: Floats
    lean: Floats
    same: Floats
    pairs: Floats
    expected: Floats
    referenced: Floats
    reference_same: Floats
    reference_distance: Floats
    reference_lean: Floats
    spread: Floats
    skipped: Codes

    @classmethod
    def of(cls, table: Table) -> _Parts:
        others, numbers = Others.of(table), table.scale.numbers()
        size = len(table.assessors)

        def total(values: Floats) -> Floats:
            return np.bincount(table.assessor, values, size).astype(np.float64)

        gap = np.nan_to_num(numbers[table.level] - others.median)
        wanted = table.reference[table.item]
        known = wanted >= 0
        off = np.where(known, numbers[table.level] - numbers[np.maximum(wanted, 0)], 0.0)
        return cls(
            others,
            total(np.asarray(others.number > 0, dtype=np.float64)),
            total(np.abs(gap)),
            total(gap),
            total(others.same),
            total(others.number),
            np.stack([total(others.share[:, level]) for level in range(len(table.scale))], axis=1),
            total(known.astype(np.float64)),
            total((known & (wanted == table.level)).astype(np.float64)),
            total(np.abs(off)),
            total(off),
            within_work(table),
            np.bincount(table.skipped[:, 1], minlength=size),
        )


def within_work(table: Table) -> Floats:
    """Standard deviation of each assessor's levels within a work, NaN without two criteria, shape (assessors,)."""
    size = len(table.assessors)
    cell = table.assessor * len(table.works) + table.work_of[table.item]
    cells = size * len(table.works)
    if cells > _LARGEST_LEAVE_OUT:
        return np.full(size, np.nan)
    y = table.scale.numbers()[table.level]
    count = np.bincount(cell, minlength=cells)
    mean = np.bincount(cell, y, cells) / np.maximum(count, 1)
    squares = np.bincount(table.assessor, (y - mean[cell]) ** 2, size)
    freedom = np.maximum(count - 1, 0).reshape(size, -1).sum(axis=1)
    return np.where(freedom > 0, np.sqrt(squares / np.maximum(freedom, 1)), np.nan)


def _without(table: Table) -> dict[str, Floats]:
    panel = Panel.of(table.scale, "unweighted", ("exact_agreement", "krippendorff_alpha_ordinal"))
    if len(table.assessors) * table.items * len(table.assessors) > _LARGEST_LEAVE_OUT or not len(table.level):
        return dict.fromkeys(panel.place, np.full(len(table.assessors), np.nan))
    return leave_assessors_out(table, panel).values


def _shown(figure: float) -> float | None:
    return None if np.isnan(figure) else float(figure)


def _mean(total: float, number: float) -> float | None:
    return float(total / number) if number > 0 else None


def _profile(
    table: Table, parts: _Parts, who: tuple[int, Codes], severity: Severity, without: dict[str, float | None]
) -> Profile:
    """Profile of the assessor at a place, with these of all ratings."""
    place, own = who
    most, item, level = parts.others.most[own], table.item[own], table.level[own]
    clear = most >= 0
    different = np.flatnonzero(clear & (most != level))
    referenced = float(parts.referenced[place])
    spread = _shown(float(parts.spread[place]))
    return Profile(
        table.assessors[place],
        len(own),
        int(parts.skipped[place]),
        severity,
        _mean(parts.distance[place], parts.with_others[place]),
        _mean(parts.lean[place], parts.with_others[place]),
        _mean(parts.same[place], parts.pairs[place]),
        int(clear.sum()),
        int(clear.sum()) - len(different),
        tuple(Different(int(item[one]), int(level[one]), int(most[one])) for one in different),
        _mean(parts.reference_distance[place], referenced),
        _mean(parts.reference_lean[place], referenced),
        _mean(parts.reference_same[place], referenced),
        int(referenced),
        tuple(int(times) for times in table.use[place]),
        tuple(float(times) for times in parts.expected[place]),
        spread,
        len(own) >= FEWEST_SCORES and _is_halo(parts.spread, place),
        without,
    )


def _is_halo(spread: Floats, place: int) -> bool:
    others = np.delete(spread, place)
    others = others[~np.isnan(others)]
    if np.isnan(spread[place]) or len(others) < _HALO_PEERS:
        return False
    return bool((others > spread[place]).mean() >= _HALO_SHARE)
