"""Texts, names and the small words of the field in two languages."""

from __future__ import annotations

from datetime import date

import pytest

from assessor.domain.errors import KnownError
from assessor.domain.organisation import OrganisationType
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Student, search_key
from assessor.domain.text import Text, day_text, in_words, listing, same


def test_a_text_says_itself_in_either_language() -> None:
    text = Text("Model {n} is {word}.", "Model {n} is {word}.").fill(n=3, word=Text("goed", "good"))
    assert (text.say("nl"), text.say("en")) == ("Model 3 is goed.", "Model 3 is good.")


@pytest.mark.parametrize(
    ("parts", "nl", "en"),
    [
        ([], "", ""),
        (["4.6"], "4.6", "4.6"),
        (["4.6", "4.7"], "4.6 en 4.7", "4.6 and 4.7"),
        (["1", "2", "5"], "1, 2 en 5", "1, 2 and 5"),
    ],
)
def test_a_listing_reads_as_running_text(parts: list[str], nl: str, en: str) -> None:
    assert listing(parts) == Text(nl, en)


def test_small_numbers_are_words_and_large_ones_digits() -> None:
    assert in_words(2).nl == "twee"
    assert in_words(0).en == "none"
    assert in_words(13) == same("13")


def test_a_day_reads_as_a_dutch_colleague_writes_it() -> None:
    assert day_text(date(2026, 3, 12)) == Text("12 maart 2026", "12 March 2026")


def test_an_empty_text_knows_that_it_is() -> None:
    assert Text(" ", "").is_empty
    assert not same("x").is_empty


def test_an_error_says_where_what_and_the_cure() -> None:
    error = KnownError("x", Text("Fout.", "Wrong."), Text("Doe dit.", "Do this."), same("rij 3"))
    assert error.say("nl") == "rij 3: Fout. Doe dit."
    assert KnownError("x", Text("Fout.", "Wrong."), Text("Doe dit.", "Do this.")).say("en") == "Wrong. Do this."
    assert str(error) == "x"


def test_a_name_inside_a_sentence_begins_small() -> None:
    assert Text("Jaar 1", "Year 1").lowered == Text("jaar 1", "year 1")
    assert Text("", "").lowered == Text("", "")


def test_a_search_finds_andre_with_or_without_the_accent() -> None:
    student = Student("s", "12", "André", "van der", "Müller", "pabo", "voltijd", "jaar-1")
    assert student.name == "André van der Müller"
    assert student.sorted_name == "Müller, André van der"
    assert "andre van der muller" in search_key([student.name])


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łukasz", "lukasz"),
        ("Sørensen", "sorensen"),
        ("Đỗ", "do"),
        ("Iş\u0131k", "isik"),
        ("Ægir", "aegir"),
        ("Weiß", "weiss"),
    ],
)
def test_a_search_finds_a_letter_that_is_no_letter_with_an_accent(name: str, typed: str) -> None:
    assert search_key([name]) == typed
    assert search_key([typed]) == typed


def test_every_kind_of_organisation_has_its_word() -> None:
    assert OrganisationType.OUTSIDE.word.nl == "niet-opleidingsorganisatie"
    assert len({kind.word.en for kind in OrganisationType}) == 5


def test_the_programmes_use_their_own_words() -> None:
    assert PROGRAMMES["pabo"].supervisor.nl == "mentor"
    assert PROGRAMMES["ad"].supervisor.nl == "praktijkbegeleider"
    assert "dep" in PROGRAMMES["ad"].variants
