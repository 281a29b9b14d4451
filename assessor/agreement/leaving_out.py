"""The pooled measures with a part of the ratings left out: an assessor, a work, or what one assessor said of one work.

Their spread shows what each kind of part adds to the variance of a measure (Efron & Stein 1981).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assessor.agreement.chance import resampled, without_cells
from assessor.agreement.counts import (
    Totals,
    block_size,
    both_totals,
    compress,
    counting,
    disagreements,
    item_totals,
    middle_ranks,
)
from assessor.agreement.panel import Panel
from assessor.agreement.table import Codes, Floats, Table

_GROUPS = 100
_MOST_NUMBERS = 20_000_000


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of the measures without each part in turn, NaN where one does not exist.

    Attributes:
        values: By measure, shape (parts,).
        groups: Exact agreement within each group of items, shape (parts, groups).
    """

    values: dict[str, Floats]
    groups: Floats


def spread(without: Floats) -> Floats:
    """Jackknife variance over the first axis; NaN where a value does not exist."""
    parts = len(without)
    found: Floats = ((without - without.mean(axis=0)) ** 2).sum(axis=0) * (parts - 1) / parts
    return found


def units(table: Table) -> Codes:
    """What is drawn together: the work of each item when works have several criteria, else the item itself."""
    works = len(table.works)
    if 1 < works < table.items:
        return table.work_of
    return np.arange(table.items, dtype=np.intp)


def jackknife_groups(table: Table) -> tuple[Codes, int]:
    """Group of each item for the jackknife: its unit, or one of at most 100 blocks of units."""
    together = units(table)
    number = int(together.max(initial=-1)) + 1
    groups = min(number, _GROUPS)
    return together % max(groups, 1), groups


def members_of(groups: Codes) -> Floats:
    """1 where an item belongs to a group, shape (items, groups)."""
    return np.asarray(groups[:, None] == np.arange(int(groups.max(initial=0)) + 1), dtype=np.float64)


def within(apart: Floats, there: Floats, members: Floats) -> Floats:
    """Exact agreement within groups of items, shape (replicates, groups), NaN where nothing can be compared.

    Args:
        apart: Mean disagreement of a pair on each item, shape (replicates, items) or (1, items).
        there: How often each item counts, same shape.
        members: `members_of` the groups.
    """
    number = there @ members
    lone = len(apart) == 1
    differing = there @ (apart[0][:, None] * members) if lone else (apart * there) @ members
    found: Floats = np.where(number > 0, 1.0 - differing / np.maximum(number, 1.0), np.nan)
    return found


def exact_within(table: Table, members: Floats) -> Floats:
    """Exact agreement of the table within groups of items, shape (groups,)."""
    apart, paired = _apart(table.counts)
    return np.asarray(within(apart[None], paired[None], members)[0])


def sizes(replicates: int, step: int) -> list[int]:
    """Sizes of the blocks in which so many replicates are handled."""
    return [min(step, replicates - start) for start in range(0, replicates, step)]


def leave_assessors_out(table: Table, panel: Panel, members: Floats | None = None) -> Left:
    """The measures without each assessor in turn."""
    count, chance, number = counting(table), resampled(table, panel.chance_matrix), len(table.assessors)
    found: dict[str, list[Floats]] = {name: [] for name in panel.place}
    inside, start = [], 0
    for width in sizes(number, block_size(table)):
        people = np.ones((width, number))
        people[np.arange(width), start + np.arange(width)] = 0.0
        start += width
        items = np.ones((width, table.items))
        block = both_totals(count, panel.schemes, items, people)
        for name, value in panel.values(block.totals, chance(items, people)).items():
            found[name].append(value)
        if members is not None:
            inside.append(within(block.apart, block.paired.astype(np.float64), members))
    groups = np.concatenate(inside) if inside else np.empty((number, 0))
    return Left({name: np.concatenate(parts) for name, parts in found.items()}, groups)


def leave_items_out(table: Table, panel: Panel, members: Floats) -> Left:
    """The measures without each work or item (or block of them) in turn."""
    groups, number = jackknife_groups(table)
    items = (np.arange(number)[:, None] != groups).astype(np.float64)
    totals = item_totals(table.counts, panel.schemes, items, ranks=panel.needs_ranks)
    values = panel.values(totals, resampled(table, panel.chance_matrix)(items, None))
    apart, paired = _apart(table.counts)
    return Left(values, within(apart[None], items * paired, members))


def leave_cells_out(table: Table, panel: Panel, members: Floats) -> Left | None:
    """The measures without what one assessor said of one unit, each in turn; None when the table is too large.

    Leaving a rating out changes one item. What that changes in the totals depends only on the item's pattern and on
    the level that goes, so it is computed once for each of those.
    """
    q, patterns = len(table.scale), compress(table)
    keys, cell = np.unique(units(table)[table.item] * len(table.assessors) + table.assessor, return_inverse=True)
    rows = 3 + 2 * q + 2 * len(panel.schemes) + q * q
    if rows * (patterns.counts.shape[1] * q + len(keys)) > _MOST_NUMBERS:
        return None
    base = _columns(patterns.counts, panel.schemes)
    less = np.maximum(patterns.counts[:, :, None] - np.eye(q)[:, None, :], 0.0).reshape(q, -1)
    change = _columns(less, panel.schemes) - np.repeat(base, q, axis=1)
    which = patterns.of_item[table.item] * q + table.level
    size = len(keys)
    whole: Floats = base @ patterns.frequency
    lost: Floats = np.stack([np.bincount(cell, row[which], size) for row in change]).astype(np.float64)
    totals: Floats = whole[:, None] + lost
    chance = without_cells(table, panel.chance_matrix, keys % max(len(table.assessors), 1), cell)
    return Left(panel.values(_totals(totals, q, len(panel.schemes)), chance), _groups(table, cell, size, members))


def _apart(counts: Floats) -> tuple[Floats, Floats]:
    """Share of pairs at different levels, and whether there is a pair, as 0 or 1; shape of one level."""
    number = counts.sum(axis=0)
    pairs = number * (number - 1.0)
    apart = disagreements(counts, 1.0 - np.eye(len(counts))[None])[0] / np.maximum(pairs, 1.0)
    return apart, (pairs > 0).astype(np.float64)


def _columns(counts: Floats, schemes: Floats) -> Floats:
    """What each column of counts adds to the totals, shape (rows, columns); `_totals` tells the rows."""
    q, number = len(counts), counts.sum(axis=0)
    pairs = number * (number - 1.0)
    paired, safe = pairs > 0, np.maximum(pairs, 1.0)
    each = np.where(paired, number / safe, 0.0)
    apart = disagreements(counts, schemes) / safe
    # Krippendorff's ranks move with the totals: kept is the form of which the ranks are the vector.
    form = -2.0 * np.einsum("kn,ln,n->kln", counts, counts, each)
    form[np.arange(q), np.arange(q)] += 2.0 * counts * number * each
    flat = [number > 0, paired, *counts / np.maximum(number, 1.0), *counts * paired, *apart, *apart * number]
    return np.vstack([*flat, paired & (counts.max(axis=0) == number), form.reshape(q * q, -1)]).astype(np.float64)


def _totals(rows: Floats, q: int, schemes: int) -> Totals:
    at = 2 + 2 * q
    last = at + 2 * schemes
    pairable = rows[2 + q : at]
    middle = middle_ranks(pairable)
    rank = np.einsum("kr,klr,lr->r", middle, rows[last + 1 :].reshape(q, q, -1), middle)
    first, second = rows[at : at + schemes], rows[at + schemes : last]
    return Totals(rows[0], rows[1], rows[2 : 2 + q], pairable, first, second, rows[last], rank)


def _groups(table: Table, cell: Codes, size: int, members: Floats) -> Floats:
    """Exact agreement within each group of items without each cell, shape (cells, groups)."""
    apart, paired = _apart(table.counts)
    rest = table.counts[:, table.item]
    rest[table.level, np.arange(len(table.level))] -= 1.0
    less, there = _apart(rest)
    here = members.argmax(axis=1)[table.item]
    groups = members.shape[1]
    sums = np.zeros((2, size, groups))
    np.add.at(sums[0], (cell, here), less * there - (apart * paired)[table.item])
    np.add.at(sums[1], (cell, here), there - paired[table.item])
    sums[0] += (apart * paired) @ members
    sums[1] += paired @ members
    return np.where(sums[1] > 0, 1.0 - sums[0] / np.maximum(sums[1], 1.0), np.nan)
