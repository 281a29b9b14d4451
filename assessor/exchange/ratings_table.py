"""From the words of a file to coded ratings: levels on their scale, items, assessors and sessions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assessor.agreement.scale import MOST_LEVELS, Scale, as_number
from assessor.agreement.table import MISSING, Table
from assessor.agreement.trend import Occasion
from assessor.exchange.ratings_file import RatingsFile, Words
from assessor.exchange.refusals import (
    CRITERION_UNKNOWN,
    DATE_UNKNOWN,
    LEVEL_ORDER,
    LEVEL_UNKNOWN,
    LEVELS_MANY,
    REFERENCE_TWICE,
    TWICE,
    Fault,
    refused,
    shown,
)

Codes = NDArray[np.intp]
NOT_OBSERVED = -2


@dataclass(frozen=True, eq=False)
class CodedRatings:
    """The ratings of a file, and the sessions that it tells apart.

    Attributes:
        table: All ratings; a work that was rated in several sessions is a work of each of them.
        occasions: One for each session, earliest first, its works by their plain names; empty without sessions.
    """

    table: Table
    occasions: tuple[Occasion, ...] = ()


def coded(
    found: RatingsFile, scale: Scale | None, *, not_observed: str | None = None, criteria: Sequence[str] = ()
) -> CodedRatings:
    """Code the ratings of a file.

    Args:
        found: the file.
        scale: the levels, lowest first; None when they are the numbers that occur.
        not_observed: the mark that says "niet waargenomen", or None when the scale has none.
        criteria: the codes of an instrument's criteria; empty when any criterion will do.

    Raises:
        KnownError: ``level-unknown``, ``level-order-unknown``, ``levels-many``, ``rating-twice``,
            ``reference-twice``, ``criterion-unknown``, ``date-unknown``; the row is named.
    """
    chosen = scale or _seen(found)
    level = _levels(found, found.cells["level"], found.column, chosen, not_observed)
    session, labels = _sessions(found)
    work, criterion = _work_and_criterion(found, criteria)
    whole = Words(work.names, work.codes * max(len(labels), 1) + session)
    size = max(len(criterion.names), 1)
    cells, item = np.unique(whole.codes * size + criterion.codes, return_inverse=True)
    order = _by_appearance(item, len(cells))
    item, cells = order[item], cells[np.argsort(order)]
    assessor = _used(found.cells["assessor"])
    _require_once(found, item, assessor, level)
    keys, work_of = np.unique(cells // size, return_inverse=True)
    order = _by_appearance(work_of, len(keys))
    work_of, keys = order[work_of], keys[np.argsort(order)]
    here = level >= 0
    table = Table(
        chosen,
        item[here],
        assessor.codes[here],
        level[here],
        _work_names(work.names, keys, labels),
        criterion.names,
        assessor.names,
        work_of,
        cells % size,
        _references(found, item, len(cells), chosen, not_observed),
        np.column_stack([item, assessor.codes])[level == NOT_OBSERVED],
    )
    plain = tuple(work.names[int(key) // max(len(labels), 1)] for key in keys)
    return CodedRatings(table, _occasions(replace(table, works=plain), keys % max(len(labels), 1), labels))


def _seen(found: RatingsFile) -> Scale:
    """The distinct numbers of the file, ascending; a word has an order that only the user knows."""
    numbers = set()
    for role in ("level", "reference"):
        words = found.cells.get(role)
        for name in words.names if words is not None else ():
            number = as_number(name)
            if number is None and name and words is not None:
                place = words.first(name)
                column = int(found.column[place]) if role == "level" else found.columns.places["reference"]
                raise refused(found.name, LEVEL_ORDER.filled(level=shown(name)), int(found.row[place]), column)
            if number is not None:
                numbers.add(number)
    if len(numbers) > MOST_LEVELS:
        raise refused(found.name, LEVELS_MANY.filled(found=len(numbers), most=MOST_LEVELS))
    return Scale.of(sorted(numbers) or [0], declared=False)


def _levels(
    found: RatingsFile, words: Words, columns: Codes, scale: Scale, not_observed: str | None
) -> NDArray[np.intp]:
    """Level codes; MISSING where nothing stands, NOT_OBSERVED where that mark does, shape (ratings,)."""
    known = scale.codes()
    place = np.full(len(words.names), MISSING, dtype=np.intp)
    wrong = []
    for number, name in enumerate(words.names):
        code = known.get(scale.key(name)) if name else MISSING
        if code is None and name == not_observed:
            code = NOT_OBSERVED
        if code is None:
            wrong.append(number)
        else:
            place[number] = code
    if wrong:
        first = int(np.isin(words.codes, wrong).argmax())
        fault = LEVEL_UNKNOWN.filled(level=shown(words.names[words.codes[first]]), levels=_listed(scale, not_observed))
        raise refused(found.name, fault, int(found.row[first]), int(columns[first]))
    codes: NDArray[np.intp] = place[words.codes]
    return codes


def _listed(scale: Scale, not_observed: str | None) -> str:
    labels = scale.labels if len(scale) <= 12 else (*scale.labels[:6], "…", scale.labels[-1])
    return ", ".join([*labels, *([not_observed] if not_observed else [])])


def _work_and_criterion(found: RatingsFile, criteria: Sequence[str]) -> tuple[Words, Words]:
    """Works and criteria of the entries; in a wide table the first column is the one or the other."""
    work, criterion = found.cells.get("work"), found.cells.get("criterion")
    nothing = Words(("",), np.zeros(len(found.row), dtype=np.intp))
    if criterion is None and work is not None and found.columns.wide and criteria and set(work.names) <= set(criteria):
        work, criterion = None, work
    if criterion is not None and criteria:
        for name in criterion.names:
            if name not in criteria:
                place = criterion.first(name)
                fault = CRITERION_UNKNOWN.filled(criterion=shown(name), example=criteria[0])
                raise refused(found.name, fault, int(found.row[place]), found.columns.places.get("criterion", 0))
    return _used(work or nothing), _used(criterion or nothing)


def _used(words: Words) -> Words:
    """The words that still occur, in order of appearance."""
    codes, place = np.unique(words.codes, return_inverse=True)
    order = _by_appearance(place, len(codes))
    names = [""] * len(codes)
    for position, code in zip(order, codes, strict=True):
        names[int(position)] = words.names[int(code)]
    return Words(tuple(names), order[place])


def _by_appearance(codes: Codes, size: int) -> Codes:
    """New number of each code, in the order in which they first occur."""
    first = np.full(size, len(codes), dtype=np.intp)
    np.minimum.at(first, codes, np.arange(len(codes), dtype=np.intp))
    order = np.empty(size, dtype=np.intp)
    order[np.argsort(first, kind="stable")] = np.arange(size, dtype=np.intp)
    return order


def _require_once(found: RatingsFile, item: Codes, assessor: Words, level: Codes) -> None:
    """Refuse two ratings of one item by one assessor, "niet waargenomen" among them; empty cells are no ratings."""
    given = np.flatnonzero(level != MISSING)
    cell = item[given] * max(len(assessor.names), 1) + assessor.codes[given]
    _refuse_second(found, given, cell, TWICE, found.column)


def _refuse_second(found: RatingsFile, given: Codes, cell: Codes, fault: Fault, columns: Codes) -> None:
    order = np.argsort(cell, kind="stable")
    again = np.flatnonzero(cell[order][1:] == cell[order][:-1]) + 1
    if not len(again):
        return
    # Of all second ratings the one that stands highest in the file.
    later = int(again[np.argmin(given[order[again]])])
    second, first = int(given[order[later]]), int(given[order[later - 1]])
    raise refused(found.name, fault.filled(first=int(found.row[first])), int(found.row[second]), int(columns[second]))


def _references(found: RatingsFile, item: Codes, items: int, scale: Scale, not_observed: str | None) -> Codes:
    """Reference level of each item, MISSING without one, shape (items,)."""
    levels = np.full(items, MISSING, dtype=np.intp)
    words = found.cells.get("reference")
    if words is None:
        return levels
    column = np.full(len(found.row), found.columns.places["reference"], dtype=np.intp)
    given = np.maximum(_levels(found, words, column, scale, not_observed), MISSING)
    there = np.flatnonzero(given >= 0)
    levels[item[there][::-1]] = given[there][::-1]
    differ = there[levels[item[there]] != given[there]]
    if len(differ):
        first = there[(item[there] == item[differ[0]]).argmax()]
        fault = REFERENCE_TWICE.filled(first=int(found.row[first]))
        raise refused(found.name, fault, int(found.row[differ[0]]), int(column[0]))
    return levels


def _sessions(found: RatingsFile) -> tuple[Codes, tuple[str, ...]]:
    """Session of each entry, earliest first, and what each is called: by its column, else by the year of the date."""
    nothing = np.zeros(len(found.row), dtype=np.intp)
    session, moment = found.cells.get("session"), found.cells.get("date")
    days = _days(found, moment) if moment is not None and any(moment.names) else None
    if session is not None and any(session.names):
        order = _by_appearance(session.codes, len(session.names))
        if days is not None:
            first = np.full(len(session.names), np.iinfo(np.intp).max, dtype=np.intp)
            np.minimum.at(first, session.codes, days)
            order = np.empty_like(order)
            order[np.argsort(first, kind="stable")] = np.arange(len(first), dtype=np.intp)
        return order[session.codes], tuple(session.names[int(place)] for place in np.argsort(order))
    if days is not None:
        years, place = np.unique([date.fromordinal(int(day)).year for day in days], return_inverse=True)
        return place.astype(np.intp), tuple(str(year) for year in years)
    return nothing, ()


def _days(found: RatingsFile, words: Words) -> Codes:
    """Each entry's date as an ordinal day, shape (ratings,)."""
    days = np.zeros(len(words.names), dtype=np.intp)
    for number, name in enumerate(words.names):
        day = _day(name)
        if day is None:
            place = words.first(name)
            column = found.columns.places["date"]
            raise refused(found.name, DATE_UNKNOWN.filled(date=shown(name)), int(found.row[place]), column)
        days[number] = day.toordinal()
    return days[words.codes]


def _day(written: str) -> date | None:
    """A day written as 2026-03-12 or 12-03-2026, with a hyphen, slash or point; None when it is neither."""
    parts = re.fullmatch(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ][\d:.+Z-]*)?", written, re.ASCII)
    if parts is None:
        return None
    first, month, last = parts[1], int(parts[2]), parts[3]
    year, day = (first, last) if len(first) == 4 else (last, first)
    try:
        return date(int(year), month, int(day)) if len(year) == 4 else None
    except ValueError:
        return None


def _work_names(names: tuple[str, ...], keys: Codes, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the works, with their session where a work was rated in several."""
    if not labels:
        return tuple(names[int(key)] for key in keys)
    plain, session = keys // len(labels), keys % len(labels)
    times = np.bincount(plain, minlength=len(names))
    return tuple(
        f"{names[int(work)]} ({labels[int(which)]})" if times[work] > 1 else names[int(work)]
        for work, which in zip(plain, session, strict=True)
    )


def _occasions(table: Table, session: Codes, labels: tuple[str, ...]) -> tuple[Occasion, ...]:
    return tuple(Occasion(label, table.choose(session[table.work_of] == number)) for number, label in enumerate(labels))
