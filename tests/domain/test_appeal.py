"""Until which day a result can be appealed (Awb art. 6:7 and 6:8, Algemene termijnenwet art. 1 and 3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.appeal import (
    Course,
    easter_sunday,
    general_holidays,
    last_appeal_day,
    last_practice_day,
    next_working_day,
    notes_kept_until,
)
from assessor.domain.dossier import State

DAYS = st.dates(date(2014, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("announced", "last"),
    [
        (date(2026, 1, 26), date(2026, 3, 9)),  # Monday to Monday
        (date(2026, 1, 31), date(2026, 3, 16)),  # a Saturday: six weeks on is one too
        (date(2026, 2, 20), date(2026, 4, 7)),  # Good Friday, the weekend of Easter and Easter Monday
        (date(2025, 11, 14), date(2025, 12, 29)),  # second day of Christmas is a Friday
        (date(2026, 4, 2), date(2026, 5, 15)),  # Ascension Day
        (date(2026, 3, 24), date(2026, 5, 6)),  # 5 May
        (date(2026, 3, 16), date(2026, 4, 28)),  # the King's birthday
    ],
)
def test_six_weeks_from_the_day_after_and_never_a_free_day(announced: date, last: date) -> None:
    assert last_appeal_day(announced) == last


def test_a_day_decreed_by_the_government_moves_the_last_day() -> None:
    assert last_appeal_day(date(2026, 4, 3)) == date(2026, 5, 15)
    assert last_appeal_day(date(2026, 4, 3), {date(2026, 5, 15)}) == date(2026, 5, 18)


@pytest.mark.parametrize(
    ("year", "easter"),
    [(2014, (4, 20)), (2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25))],
)
def test_easter_falls_where_the_calendar_has_it(year: int, easter: tuple[int, int]) -> None:
    assert easter_sunday(year) == date(year, *easter)


def test_the_general_holidays_of_2025_and_the_birthday_on_a_sunday() -> None:
    assert sorted(general_holidays(2025)) == [
        date(2025, 1, 1), date(2025, 4, 18), date(2025, 4, 21), date(2025, 4, 26), date(2025, 5, 5),
        date(2025, 5, 29), date(2025, 6, 9), date(2025, 12, 25), date(2025, 12, 26),
    ]  # fmt: skip


@given(DAYS, st.sets(DAYS, max_size=5))
def test_the_last_day_is_the_first_working_day_from_six_weeks_on(announced: date, decreed: set[date]) -> None:
    last = last_appeal_day(announced, decreed)
    first = announced + timedelta(days=42)

    def is_free(day: date) -> bool:
        return day.weekday() >= 5 or day in decreed or day in general_holidays(day.year)

    assert not is_free(last)
    assert all(is_free(first + timedelta(days=passed)) for passed in range((last - first).days))
    assert next_working_day(last, decreed) == last
    assert last >= first


def test_an_oefendossier_has_no_appeal_and_counts_plain_weeks() -> None:
    assert last_practice_day(date(2026, 1, 24)) == date(2026, 3, 7)
    assert last_practice_day(date(2026, 1, 24), 2) == date(2026, 2, 7)


JANUARY = date(2026, 1, 26)


@pytest.mark.parametrize(
    ("course", "until"),
    [
        (Course(State.CONCEPT, False, JANUARY, JANUARY, JANUARY), None),
        (Course(State.FINAL, False, JANUARY), None),
        (Course(State.ANNOUNCED, False, date(2026, 1, 20), JANUARY), date(2026, 3, 9)),
        (Course(State.FINAL, True, JANUARY), date(2026, 2, 9)),
        (Course(State.FINAL, True), None),
        (Course(State.NO_SHOW, False, closed_on=JANUARY), date(2026, 3, 9)),
        (Course(State.BROKEN_OFF, True, closed_on=JANUARY), date(2026, 3, 9)),
        (Course(State.WITHDRAWN, False), None),
    ],
)
def test_notes_are_kept_as_long_as_somebody_can_appeal(course: Course, until: date | None) -> None:
    assert notes_kept_until(course, practice_weeks=2) == until
