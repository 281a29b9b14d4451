"""Sheets without names lie in an order that tells nothing of whose they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.calibration.pattern import by_pattern

CODES, LEVELS = ("3.1", "3.2", "3.3"), ("O", "V", "G")
sheets = st.lists(st.dictionaries(st.sampled_from(CODES), st.sampled_from("OVGN")), min_size=1, max_size=8)


def sheet(marks: str) -> dict[str, str]:
    return {code: mark for code, mark in zip(CODES, marks, strict=True) if mark != " "}


def test_the_strictest_sheet_and_the_criterion_judged_lowest_stand_first() -> None:
    found = by_pattern([sheet("GVO"), sheet("GVV"), sheet("VVO"), sheet("GNO")], CODES, LEVELS)
    assert found.criteria == ("3.3", "3.2", "3.1")
    assert found.rows == (("O", "V", "V"), ("O", "V", "G"), ("O", "N", "G"), ("V", "V", "G"))


def test_what_nobody_scored_stands_last() -> None:
    found = by_pattern([sheet("V V"), sheet("   ")], CODES, LEVELS)
    assert found.criteria == ("3.1", "3.3", "3.2")
    assert found.rows == (("V", "V", ""), ("", "", ""))


@given(given_sheets=sheets, data=st.data())
def test_the_order_does_not_tell_who_came_first(given_sheets: list[dict[str, str]], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(given_sheets))
    found = by_pattern(given_sheets, CODES, LEVELS)
    assert by_pattern(shuffled, CODES, LEVELS) == found
    back = [{code: mark for code, mark in zip(found.criteria, row, strict=True) if mark} for row in found.rows]
    assert sorted(map(sorted, (one.items() for one in back))) == sorted(
        map(sorted, (one.items() for one in given_sheets))
    )
