"""The letters of paper: what they hold, and what stands where they lack a sign."""

from hypothesis import given
from hypothesis import strategies as st

from assessor.paper import fonts


def test_the_signs_of_the_forms_and_of_european_names_are_held():
    for sign in ["–", "“", "”", "‘", "’", "é", "ë", "Ł", "ł", "Ș", "ș", "Ő", "ğ", "★", "✓", "…", "·"]:
        assert fonts.printable(sign) == sign
        assert not fonts.lacks(sign)


def test_an_accent_typed_apart_joins_its_letter():
    assert fonts.printable("Andre\u0301 e\u0308") == "André ë"


def test_an_emoji_leaves_a_mark_and_its_joiners_vanish():
    assert fonts.printable("goed 👩\u200d🏫\ufe0f!") == "goed □□!"
    assert fonts.lacks("🎉")
    assert not fonts.lacks("□")


def test_control_signs_vanish_and_line_breaks_stay():
    assert fonts.printable("links\u202ethcer\u200b") == "linksthcer"
    assert fonts.printable("a\x00b\tc\r\nd\re\u2028f") == "ab c\nd\ne f"


@given(st.text())
def test_whatever_is_typed_becomes_signs_that_the_letters_hold(text):
    printed = fonts.printable(text)
    assert fonts.printable(printed) == printed
    assert not fonts.lacks(printed)
    assert all(sign in "\n\xad" or sign.isprintable() or sign.isspace() for sign in printed)
