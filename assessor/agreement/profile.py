"""What one assessor may see about their own ratings: private, and never a ranking."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from assessor.agreement.others import Others
from assessor.agreement.panel import Panel
from assessor.agreement.reml import Fit, fits, number, reml
from assessor.agreement.resampling import leave_one_out
from assessor.agreement.result import Interval, Reason
from assessor.agreement.table import Codes, Floats, Table

FEWEST_SCORES = 6
"""Below this many scores nothing is said about stricter or milder, nor about halo."""
MARGIN = 0.25
"""Part of a level by which the interval must exclude 0 before a word is used."""
_HALO_SHARE = 0.9
_HALO_PEERS = 5
_LARGEST_LEAVE_OUT = 40_000_000


@dataclass(frozen=True, slots=True)
class Severity:
    """How far an assessor lies from the group, shrunken, in levels.

    Attributes:
        value: Below 0 stricter, above 0 milder; None when it does not exist.
        reason: Why it does not exist.
        interval: Interval of the value, not clipped.
        error: Prediction error.
        word: "stricter" or "milder" when the interval lies beyond the margin and there are six scores, else None.
    """

    value: float | None
    reason: Reason | None = None
    interval: tuple[float, float] | None = None
    error: float | None = None
    word: str | None = None


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


def profiles(table: Table, margin: float = MARGIN, confidence: float = 0.95) -> tuple[Profile, ...]:
    """A profile of every assessor, in the table's order.

    Args:
        table: The ratings.
        margin: Part of a level beyond which "stricter" or "milder" is said.
        confidence: Nominal coverage of the severity's interval.
    """
    severity = severities(table, margin, confidence)
    parts = _Parts.of(table)
    effect = _without(table)
    return tuple(
        _profile(table, parts, place, severity[place], {name: _shown(one[place]) for name, one in effect.items()})
        for place in range(len(table.assessors))
    )


def severity_fit(table: Table) -> Fit | Reason:
    """Variance components of items, assessors and rest with their effects, or why there are none."""
    if not len(table.level):
        return Reason.NOTHING
    if len(table.active) < 2:
        return Reason.FEWER_THAN_TWO_ASSESSORS
    if not (table.counts.sum(axis=0) > 1).any():
        return Reason.NO_PAIR
    if table.level.min() == table.level.max():
        return Reason.NO_VARIATION
    factors = {"item": number(table.item), "assessor": number(table.assessor)}
    if not fits(factors):
        return Reason.TOO_LARGE
    if len(table.level) <= max(factors["item"].max(), factors["assessor"].max()) + 2:
        return Reason.NO_REPETITION
    return reml(table.scale.numbers()[table.level], factors)


def severities(table: Table, margin: float, confidence: float, fit: Fit | Reason | None = None) -> list[Severity]:
    """Severity of every assessor by best linear unbiased prediction (Henderson 1975), shrunken towards 0."""
    found = severity_fit(table) if fit is None else fit
    if isinstance(found, Reason):
        return [Severity(None, found)] * len(table.assessors)
    scores = table.use.sum(axis=1)
    result = [Severity(None, Reason.NOTHING)] * len(table.assessors)
    reach = float(ndtri((1.0 + confidence) / 2))
    effects = found.effects["assessor"]
    still = found.components["assessor"] == 0.0
    for place, assessor in enumerate(table.active):
        value = 0.0 if still else float(effects.value[place])
        error = 0.0 if still else float(effects.error[place])
        low, high = value - reach * error, value + reach * error
        word = None
        if scores[assessor] >= FEWEST_SCORES:
            word = "stricter" if high < -margin else "milder" if low > margin else None
        result[assessor] = Severity(value, None, (low, high), error, word)
    return result


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
            return np.bincount(table.assessor, values, size)

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
    return leave_one_out(table, panel)


def _shown(figure: float) -> float | None:
    return None if np.isnan(figure) else float(figure)


def _mean(total: float, number: float) -> float | None:
    return float(total / number) if number > 0 else None


def _profile(
    table: Table, parts: _Parts, place: int, severity: Severity, without: dict[str, float | None]
) -> Profile:
    own = table.assessor == place
    most, item, level = parts.others.most[own], table.item[own], table.level[own]
    clear = most >= 0
    different = np.flatnonzero(clear & (most != level))
    referenced = float(parts.referenced[place])
    spread = _shown(float(parts.spread[place]))
    return Profile(
        table.assessors[place],
        int(own.sum()),
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
        int(own.sum()) >= FEWEST_SCORES and _is_halo(parts.spread, place),
        without,
    )


def _is_halo(spread: Floats, place: int) -> bool:
    others = np.delete(spread, place)
    others = others[~np.isnan(others)]
    if np.isnan(spread[place]) or len(others) < _HALO_PEERS:
        return False
    return bool((others > spread[place]).mean() >= _HALO_SHARE)


def severity_interval(severity: Severity, confidence: float = 0.95) -> Interval | None:
    """The severity's interval as an `Interval`; severity is no coefficient, so nothing is clipped."""
    if severity.interval is None:
        return None
    return Interval(severity.interval[0], severity.interval[1], "reml", confidence)
