"""Levels and days as people type them, and what is refused instead of guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.dossier import InstrumentKey
from assessor.domain.form_answers import Returned, choice_of, cleaned, digest_of, understand
from assessor.domain.forms import Field, FieldKind, Form, FormKind, Item, Respondent, Section, level_choices
from assessor.domain.instrument import Level, Scale
from assessor.domain.text import Text, same

SCALE = Scale(
    "ovg",
    (
        Level("O", Text("onvoldoende", "insufficient")),
        Level("V", Text("voldoende", "sufficient"), standard=Text("basisniveau", "base level")),
        Level("G", Text("goed", "good")),
    ),
)
LEVELS = level_choices(SCALE)


def field(name: str, kind: FieldKind, *, expected: bool = False) -> Field:
    choices = LEVELS if kind is FieldKind.CHOICE else ()
    return Field(name, kind, same(name), same(name), choices, expected=expected)


FORM = Form(
    FormKind.SCORES,
    Respondent.ASSESSOR,
    InstrumentKey("proef", "1.0", "f" * 64),
    same("Proef"),
    (),
    (
        Section(
            same("Deel"),
            (
                Item(
                    "1.1",
                    same("Vraag"),
                    (
                        field("level:1.1", FieldKind.CHOICE, expected=True),
                        field("note:1.1", FieldKind.TEXT),
                        field("day", FieldKind.DAY),
                        field("group", FieldKind.LINE),
                        field("source:1.1:mentor", FieldKind.TICK),
                        field("hands", FieldKind.NUMBER),
                    ),
                ),
            ),
        ),
    ),
)


def understood(**values: str) -> dict[str, str]:
    named = {"level": "level:1.1", "note": "note:1.1", "tick": "source:1.1:mentor"}
    answers = understand(FORM, Returned(None, {named.get(key, key): value for key, value in values.items()}))
    return {**answers.values, **{problem.code: problem.what.nl for problem in answers.problems}}


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("V", "V"), ("V ", "V"), ("v.", "V"), ("voldoende", "V"), ("Voldoende!", "V"), ("goed!", "G"), ("‘Goed’", "G"),
        ("sufficient", "V"), ("basisniveau", "V"), ("n.w.", "N"), ("Niet  waargenomen", "N"), ("NW", "N"),
    ],
)  # fmt: skip
def test_a_typed_level_is_understood(typed: str, level: str) -> None:
    assert understood(level=typed) == {"level:1.1": level}


@pytest.mark.parametrize("typed", ["V+", "O/V", "V-", "voldoende/goed", "bijna goed", "7", "?"])
def test_a_level_that_no_level_says_is_named_and_left_empty(typed: str) -> None:
    assert understood(level=typed) == {"answer-no-choice": f"‘{typed}’ is geen keuze van dit veld."}


def test_a_choice_of_nothing_is_nothing() -> None:
    assert choice_of(LEVELS, "") is None


def test_days_lines_and_ticks_come_in_one_form() -> None:
    assert understood(day="do 12 mrt ’26", group=" groep\n 5 ", tick="X") == {
        "day": "2026-03-12", "group": "groep 5", "source:1.1:mentor": "ja",
    }  # fmt: skip
    assert understood(tick="nee") == {}
    assert list(understood(day="morgen", tick="misschien")) == ["answer-no-day", "answer-no-tick"]


@pytest.mark.parametrize(("typed", "value"), [("3", "3"), (" 012 ", "12"), ("3.0", "3"), ("4,00", "4"), ("0", "0")])
def test_a_number_comes_as_a_whole_one(typed: str, value: str) -> None:
    assert understood(hands=typed) == {"hands": value}


@pytest.mark.parametrize("typed", ["veel", "3.5", "-1", "12345", "³", "=3"])
def test_what_is_no_whole_number_is_named(typed: str) -> None:
    assert understood(hands=typed) == {"answer-no-number": f"‘{typed}’ is geen aantal."}


def test_braces_in_what_was_typed_are_only_signs() -> None:
    assert understood(level="{choices}") == {"answer-no-choice": "‘{choices}’ is geen keuze van dit veld."}


def test_a_text_that_is_too_long_is_named_and_kept_out() -> None:
    assert list(understood(note="x" * 5_000)) == ["answer-long"]
    assert understood(note="x" * 4_000) == {"note:1.1": "x" * 4_000}


def test_strange_fields_are_counted_and_missing_ones_named() -> None:
    answers = understand(FORM, Returned(None, {"vreemd": "1", "ook": "2"}))
    assert [problem.code for problem in answers.problems] == ["fields-unknown"]
    assert answers.problems[0].what.nl == "2 velden horen niet bij dit formulier."
    assert [one.name for one in answers.missing] == ["level:1.1"]


def test_equal_answers_have_one_digest_whatever_their_order() -> None:
    assert digest_of({"a": "1", "b": "2"}) == digest_of({"b": "2", "a": "1"}) != digest_of({"a": "2", "b": "1"})
    assert understand(FORM, Returned(None, {"level:1.1": "goed"})).digest == digest_of({"level:1.1": "G"})


@given(st.text())
def test_cleaned_text_can_be_stored_anywhere_and_stays_as_it_is(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert "\0" not in once
    assert once.encode("utf-8").decode("utf-8") == once


def test_half_a_sign_does_not_come_in() -> None:
    assert cleaned("a\ud800b\x00c\r\nd\re") == "a�bc\nd\ne"


@given(st.text(max_size=200), st.sampled_from(list(FORM.fields)))
def test_whatever_is_typed_is_understood_or_named(typed: str, name: str) -> None:
    answers = understand(FORM, Returned(None, {name: typed}))
    assert len(answers.values) + len(answers.problems) <= 1
    assert set(answers.values) <= {name}
