"""Words that suggest health, religion or private life are found as written, and lessons are left in peace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.private_words import WORDS, private_words, tidy_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Houdt rekening met zijn ADHD en met de dyslexie van Sem.", ("ADHD", "dyslexie")),
        ("Is autistisch, en daarom rustig.", ("autistisch",)),
        ("Sinds haar burn-out werkt zij minder.", ("burn-out",)),
        ("The student mentioned her pregnancy; her mother is a psychologist.", ("pregnancy", "psychologist")),
        ("Kind van gescheiden ouders. Gescheiden  Ouders ook in groep 6.", ("gescheiden ouders",)),
        ("Draagt een hoofddoek en een hoofddoek.", ("hoofddoek",)),
        ("Geeft hélder les over adhésie en afscheid; nam de groep mee naar kerk en moskee.", ()),
        ("Rekent met address en optellen (add-on).", ("add",)),
        ("", ()),
    ],
)
def test_words_are_found_as_they_were_written(text: str, found: tuple[str, ...]) -> None:
    assert private_words(text) == found


def test_accents_and_longer_signs_do_not_shift_what_is_shown() -> None:
    assert private_words("Coördineert ﬁjn; ßtraat; Geloﬁg en gelovïg.") == ("gelovïg",)


def test_an_institution_has_its_own_list() -> None:
    own = tidy_words(["  Voedselbank ", "", "voedselbank", "*", "kerk*"])
    assert own == ("voedselbank", "kerk*")
    assert private_words("Haalt eten bij de voedselbank na de kerkdienst. Heeft ADHD.", own) == (
        "voedselbank",
        "kerkdienst",
    )
    assert private_words("Heeft ADHD.", ()) == ()


@given(st.text(), st.sampled_from([word.rstrip("*") for word in WORDS]), st.text())
def test_a_word_on_the_list_is_found_wherever_it_stands(before: str, word: str, after: str) -> None:
    assert word in private_words(f"{before} {word} {after}")
