"""One value in Dutch and English: what users read below the desktop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Language = Literal["nl", "en"]
"""The two languages of the program; Dutch is the one of the partnership."""

LANGUAGES: tuple[Language, ...] = ("nl", "en")

_NUMBERS: dict[Language, tuple[str, ...]] = {
    "nl": ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    "en": ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or name in Dutch and in English."""

    nl: str
    en: str

    def say(self, language: Language) -> str:
        """The text in one language."""
        return self.nl if language == "nl" else self.en

    def fill(self, **values: Text | str | int) -> Text:
        """The text with its ``{placeholders}`` filled, each by a value of its own language.

        Args:
            values: per placeholder a `Text`, or a string or whole number that is the same in both languages.
        """
        return Text(
            *(
                self.say(language).format_map(
                    {name: value.say(language) if isinstance(value, Text) else value for name, value in values.items()}
                )
                for language in LANGUAGES
            )
        )

    def __add__(self, other: Text) -> Text:
        """Both texts, one after the other, with nothing between."""
        return Text(self.nl + other.nl, self.en + other.en)

    @property
    def lowered(self) -> Text:
        """The text as it reads inside a sentence: its first letter small."""
        return Text(self.nl[:1].lower() + self.nl[1:], self.en[:1].lower() + self.en[1:])

    @property
    def is_empty(self) -> bool:
        """Whether neither language says anything."""
        return not (self.nl.strip() or self.en.strip())


def same(words: str) -> Text:
    """A text that reads the same in both languages, such as a code or a name."""
    return Text(words, words)


def listing(parts: Sequence[str | Text]) -> Text:
    """The parts as one running list: "4.6", "4.6 en 4.7", "4.5, 4.6 en 4.7"."""
    texts = [same(part) if isinstance(part, str) else part for part in parts]
    return Text(
        _joined([text.nl for text in texts], "en"),
        _joined([text.en for text in texts], "and"),
    )


def alternatives(parts: Sequence[Text]) -> Text:
    """The parts as a choice in one running list: "4.5, 4.6 of 4.7"."""
    return Text(_joined([part.nl for part in parts], "of"), _joined([part.en for part in parts], "or"))


def _joined(words: list[str], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def in_words(number: int) -> Text:
    """A count as running text writes it: a word up to twelve, digits above; 0 is "geen" / "none"."""
    if 0 <= number < len(_NUMBERS["nl"]):
        return Text(_NUMBERS["nl"][number], _NUMBERS["en"][number])
    return same(str(number))


_MONTHS: dict[Language, str] = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def day_text(day: date) -> Text:
    """A day in running text: 12 maart 2026, 12 March 2026."""
    return Text(*(f"{day.day} {_MONTHS[language].split()[day.month - 1]} {day.year}" for language in LANGUAGES))
