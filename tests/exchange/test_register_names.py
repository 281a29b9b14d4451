"""Dutch names with their tussenvoegsels apart, in whatever order they were written."""

from __future__ import annotations

import pytest

from assessor.exchange.register_names import Name, last_name, straight_name, whole_name


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Anna van den Berg", ("Anna", "van den", "Berg")),
        ("Berg, Anna van den", ("Anna", "van den", "Berg")),
        ("van den Berg, Anna", ("Anna", "van den", "Berg")),
        ("Berg, van den, Anna", ("Anna", "van den", "Berg")),
        ("Anna Maria van 't Hooft", ("Anna Maria", "van 't", "Hooft")),
        ("Fatima El Amrani", ("Fatima", "El", "Amrani")),
        ("Zoë Çelik", ("Zoë", "", "Çelik")),
        ("Anna Jansen-de Vries", ("Anna", "", "Jansen-de Vries")),
        ("Jan Peter Jansen - de Vries", ("Jan Peter", "", "Jansen - de Vries")),
        ("Anna van Dijk - de Boer", ("Anna", "van", "Dijk - de Boer")),
        ("Garcia Lopez, Maria", ("Maria", "", "Garcia Lopez")),
    ],
)
def test_a_whole_name_comes_apart(words: str, parts: tuple[str, str, str]) -> None:
    assert whole_name(words) == Name(*parts)


@pytest.mark.parametrize(
    "words", ["Maria Garcia Lopez", "Madonna", "van den Berg Anna", "Berg,", ", Anna", "a, b, c", "Berg, van den"]
)
def test_a_name_that_does_not_tell_is_not_guessed_at(words: str) -> None:
    assert whole_name(words) is None


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("van den Berg", ("van den", "Berg")),
        ("Van den Berg", ("van den", "Berg")),
        ("Berg, van den", ("van den", "Berg")),
        ("El Amrani", ("El", "Amrani")),
        ("Op 't Land", ("op 't", "Land")),
        ("Berg", (None, "Berg")),
        ("de", (None, "de")),
        ("Garcia Lopez", (None, "Garcia Lopez")),
    ],
)
def test_a_last_name_gives_up_its_tussenvoegsel(words: str, parts: tuple[str | None, str]) -> None:
    assert last_name(words) == parts


def test_a_name_is_spoken_first_name_first() -> None:
    assert straight_name("Wilgenhout, Noor van") == "Noor van Wilgenhout"
    assert straight_name("Noor Wilgenhout") == "Noor Wilgenhout"
    assert straight_name("a, b, c") == "a, b, c"
