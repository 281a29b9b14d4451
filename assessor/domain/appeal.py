"""The appeal term: until which day a result can be appealed, and until when working notes are kept for it.

Sources: Algemene wet bestuursrecht art. 6:7 (six weeks) and 6:8 lid 1 (from the day after the announcement); Algemene
termijnenwet art. 1 lid 1 (a last day that is a Saturday, Sunday or general holiday moves to the next day that is none)
and art. 3 (the general holidays, Good Friday as one of them, and days that are put on a par by decree).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from assessor.domain.dossier import State

APPEAL_WEEKS = 6
PRACTICE_WEEKS = 6
"""Weeks for which the notes of an oefendossier are kept after definitief, unless the house rules say otherwise."""


def last_appeal_day(announced_on: date, decreed: Collection[date] = ()) -> date:
    """The last day on which a result that was announced on this day can be appealed.

    Args:
        announced_on: the day of the announcement, which itself does not count.
        decreed: days put on a par with general holidays by decree (Algemene termijnenwet art. 3 lid 3).
    """
    return next_working_day(announced_on + timedelta(weeks=APPEAL_WEEKS), decreed)


def next_working_day(day: date, decreed: Collection[date] = ()) -> date:
    """The day itself, or the first one after it that is no Saturday, Sunday, general holiday or decreed day."""
    while day.weekday() >= 5 or day in decreed or day in general_holidays(day.year):
        day += timedelta(days=1)
    return day


def general_holidays(year: int) -> frozenset[date]:
    """The general holidays of a year and Good Friday (Algemene termijnenwet art. 3 lid 1 and 2).

    Args:
        year: from 1583 on, as the calendar of Gregory; the King's birthday is kept as since 2014.
    """
    easter = easter_sunday(year)
    moving = (easter + timedelta(days=days) for days in (-2, 1, 39, 50))
    birthday = date(year, 4, 27)
    kept = birthday if birthday.weekday() != 6 else date(year, 4, 26)
    fixed = (date(year, 1, 1), kept, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26))
    return frozenset({*moving, *fixed})


def easter_sunday(year: int) -> date:
    """Easter Sunday of a year from 1583 on (Meeus 1991, Astronomical Algorithms, chapter 8)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, left = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, single = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quarter - epact - single) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def last_practice_day(definitive_on: date, weeks: int = PRACTICE_WEEKS) -> date:
    """The last day on which the notes of an oefendossier are kept; it has no appeal, so weekends do not move it."""
    return definitive_on + timedelta(weeks=weeks)


@dataclass(frozen=True, slots=True)
class Course:
    """What the keeping of notes depends on: where a dossier stands and on which days it came there.

    `settled_on` is the day of definitief, `closed_on` the day on which a dossier without a verdict was closed;
    `is_practice` tells that it is an oefendossier.
    """

    state: State
    is_practice: bool
    settled_on: date | None = None
    announced_on: date | None = None
    closed_on: date | None = None


def notes_kept_until(
    course: Course, decreed: Collection[date] = (), practice_weeks: int = PRACTICE_WEEKS
) -> date | None:
    """The last day on which the notes of a dossier are kept; None while that day is not known.

    Of a result it is the last day of appeal, of an oefendossier a number of weeks after definitief. A dossier that was
    closed without a verdict can be appealed from the day after it was closed.
    """
    if course.state.is_open:
        return None
    if not course.state.has_result:
        return last_appeal_day(course.closed_on, decreed) if course.closed_on else None
    if course.is_practice:
        return last_practice_day(course.settled_on, practice_weeks) if course.settled_on else None
    return last_appeal_day(course.announced_on, decreed) if course.announced_on else None
