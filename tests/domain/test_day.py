"""A day as people write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.day import FIRST, LAST, day_of

TWELFTH = date(2026, 3, 12)


@pytest.mark.parametrize(
    "written",
    [
        "12-03-2026", "12/3/26", "12.3.2026", " 12 - 3 - 2026 ", "12 maart 2026", "12 mrt. '26", "do 12 mrt ’26",
        "donderdag 12 maart 2026", "12 March 2026", "2026-03-12", "2026-03-12T00:00:00", "12032026", "20260312",
        "46093",
    ],
)  # fmt: skip
def test_every_notation_means_the_same_day(written: str) -> None:
    assert day_of(written) == TWELFTH


@pytest.mark.parametrize(
    "written",
    ["", "gisteren", "31-2-2026", "12 brumaire 2026", "12 ma 2026", "12-13-2026", "99999", "1-1-1800", "12-3"],
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert day_of(written) is None


def test_a_bare_number_may_count_from_1904_and_an_old_year_has_two_digits() -> None:
    assert day_of("44631", starts_1904=True) == TWELFTH
    assert day_of("12-3-78") == date(1978, 3, 12)


@given(st.dates(FIRST, LAST))
def test_a_day_survives_each_way_of_writing(day: date) -> None:
    assert day_of(day.isoformat()) == day_of(f"{day.day}-{day.month}-{day.year}") == day
