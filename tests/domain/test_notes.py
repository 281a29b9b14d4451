"""A page of notes: lines with their time, and which criterion each was put at."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.notes import NoteLine, lines, stamp, stamp_length, tagged, tags

CODES = {"4.3", "4.6", "1.1"}
PAGE = """09:05 Ze begroet elk kind bij de deur #4.3
9:12 Instructie duurt lang #4.6 en #1.1, kinderen wiebelen
losse gedachte zonder tijd
09:30
09:41 #9.9 bestaat niet, #4.3x ook niet, a#4.3 evenmin
"""
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), max_size=30)


def test_a_line_has_its_time_its_words_and_its_criteria() -> None:
    assert list(lines(PAGE, CODES)) == [
        NoteLine(0, time(9, 5), "Ze begroet elk kind bij de deur", ("4.3",)),
        NoteLine(1, time(9, 12), "Instructie duurt lang en, kinderen wiebelen", ("4.6", "1.1")),
        NoteLine(2, None, "losse gedachte zonder tijd", ()),
        NoteLine(4, time(9, 41), "#9.9 bestaat niet, #4.3x ook niet, a#4.3 evenmin", ()),
    ]


def test_a_tag_ends_where_a_sentence_does() -> None:
    assert [(tag.criterion, tag.start, tag.end) for tag in tags("Mooi #4.3. En (#4.6)!", CODES)] == [
        ("4.3", 5, 9),
        ("4.6", 15, 19),
    ]


@pytest.mark.parametrize(("line", "length"), [("10:42 Rust", 6), ("10:42", 5), ("24:01 nee", 0), ("Rust", 0)])
def test_the_time_stands_at_the_beginning(line: str, length: int) -> None:
    assert stamp_length(line) == length


def test_a_line_that_is_begun_now_says_so() -> None:
    begun = stamp(datetime(2026, 1, 20, 9, 4, tzinfo=UTC))
    assert begun == "09:04 "
    assert stamp_length(begun) == len(begun)


def test_a_line_is_put_at_a_criterion_once() -> None:
    once = tagged(PAGE, 2, "1.1")
    assert "losse gedachte zonder tijd #1.1\n" in once
    assert tagged(once, 2, "1.1") == once
    with pytest.raises(IndexError):
        tagged(PAGE, 40, "1.1")


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_putting_a_line_at_a_criterion_loses_no_word_and_touches_no_other_line(
    page: list[str], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(page) - 1))
    code = data.draw(st.sampled_from(sorted(CODES)))
    after = tagged("\n".join(page), number, code).split("\n")
    assert [line for place, line in enumerate(after) if place != number] == [
        line for place, line in enumerate(page) if place != number
    ]
    assert after[number].startswith(page[number].rstrip())
    found = next(line for line in lines("\n".join(after), CODES) if line.number == number)
    assert code in found.criteria
