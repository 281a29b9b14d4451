"""Days in any Dutch notation, and what is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.register_days import FIRST, LAST, cohort_of, day_of, short

TWELFTH = date(2026, 3, 12)


@pytest.mark.parametrize(
    "words",
    [
        "12-3-2026",
        "12-03-2026",
        "12/03/26",
        "12.3.2026",
        "12 - 3 - 2026",
        "12 mrt 2026",
        "12 mrt. '26",
        "12-mrt-26",
        "12mrt2026",
        "12 maart 2026",
        "do 12 maart 2026",
        "donderdag 12 mrt 2026",
        "Thursday, 12 March 2026",
        "2026-03-12",
        "2026-03-12T00:00:00",
        "12-3-2026 9:30",
        "20260312",
        "12032026",
        "46093",
    ],
)
def test_the_twelfth_of_march_in_every_notation(words: str) -> None:
    assert day_of(words) == TWELFTH


@pytest.mark.parametrize(
    "words",
    ["31-2-2026", "3/25/2026", "maart 2026", "1 ma 2026", "12-3", "0", "99999", "46093.5", "2025-2026", "x", ""],
)
def test_what_is_no_day_is_none(words: str) -> None:
    assert day_of(words) is None


def test_years_of_two_digits_and_old_macintoshes() -> None:
    assert day_of("1-9-69") == date(2069, 9, 1)
    assert day_of("1-9-70") == date(1970, 9, 1)
    assert day_of("44631", starts_1904=True) == TWELFTH


@given(st.dates(FIRST, LAST))
def test_every_day_of_two_centuries_is_read_as_it_was_written(day: date) -> None:
    serial = str((day - date(1899, 12, 30)).days)
    written = [day.isoformat(), f"{day:%Y%m%d}", f"{day:%d%m%Y}", short(day).nl, short(day).en, serial]
    assert {day_of(words) for words in written} == {day}
    assert day_of(f"{day - timedelta(0):%d/%m/%Y}") == day


@pytest.mark.parametrize("words", ["2025-2026", "2025/26", "25-26", "2025", "2025 – 2026"])
def test_a_cohort_is_the_first_study_year(words: str) -> None:
    assert cohort_of(words) == "2025-2026"


@pytest.mark.parametrize("words", ["2025-2027", "25", "september", "2026-2025", "0025"])
def test_what_is_no_cohort_is_none(words: str) -> None:
    assert cohort_of(words) is None
