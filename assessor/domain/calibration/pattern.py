"""Sheets without whose they are, in an order that shows which differ alike: the strictest first.

The order is that of a scalogram (after Guttman, 1944): the criterion that was judged lowest stands first, and so does
the sheet that is lowest over all of them; agreement shows as a staircase, a difference as a step out of line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Marks = Mapping[str, str]
"""Mark by criterion code; what was not scored has no entry."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """The sheets of one casus.

    Attributes:
        criteria: codes, the lowest judged first.
        rows: one a sheet, the strictest first: its marks in the order of `criteria`, "" where there is none.
    """

    criteria: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def by_pattern(sheets: Sequence[Marks], criteria: Sequence[str], levels: Sequence[str]) -> Pattern:
    """Sort sheets and criteria by what was given.

    Args:
        sheets: what each person gave, in any order: the answer does not depend on it.
        criteria: codes in the order of the form, which decides between criteria that were judged alike.
        levels: level codes, the lowest first; what is no level counts for nothing in the order.
    """
    height = {level: place for place, level in enumerate(levels)}

    def mean(marks: Sequence[str]) -> float:
        places = [height[mark] for mark in marks if mark in height]
        return sum(places) / len(places) if places else float(len(levels))

    columns = tuple(sorted(criteria, key=lambda code: mean([sheet.get(code, "") for sheet in sheets])))
    rows = [tuple(sheet.get(code, "") for code in columns) for sheet in sheets]

    def place(row: tuple[str, ...]) -> tuple[float, list[int], tuple[str, ...]]:
        return mean(row), [height.get(mark, len(levels)) for mark in row], row

    return Pattern(columns, tuple(sorted(rows, key=place)))
