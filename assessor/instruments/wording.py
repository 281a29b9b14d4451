"""Advice on the wording of level descriptors: one sentence on one behaviour that somebody can observe.

The words are verbs of thinking and feeling, which assessors can only guess at; they are given in the third person, for
it is the student about whom a descriptor speaks (a descriptor may well say what pupils know afterwards).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assessor.domain.instrument import Scale
from assessor.domain.text import LANGUAGES, Language, Text, same
from assessor.instruments.table import Table

MOST_WORDS: Final = 24

UNOBSERVABLE: Final[dict[Language, tuple[str, ...]]] = {
    "nl": (
        "begrijpt", "weet", "voelt", "beseft", "snapt", "gelooft", "ervaart", "kent", "is zich bewust",
        "bewust is van", "heeft inzicht", "heeft kennis", "heeft begrip", "is gemotiveerd", "is betrokken",
    ),
    "en": (
        "understands", "knows", "feels", "realises", "realizes", "believes", "grasps", "appreciates", "is aware",
        "has insight", "has knowledge", "is motivated", "is committed",
    ),
}  # fmt: skip
"""Per language the words and phrases that describe what goes on inside a person."""

_UNOBSERVABLE: Final = {
    language: re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)
    for language, words in UNOBSERVABLE.items()
}


def advise(table: Table, descriptors: Mapping[str, Text], scale: Scale) -> None:
    """Note warnings on the descriptors of one criterion.

    Args:
        table: the criterion, where the warnings are noted.
        descriptors: its own descriptors by level code; shared ones are advised on where they are written.
        scale: the scale of its model.
    """
    for level, text in descriptors.items():
        for language in LANGUAGES:
            _sentence(table, ("descriptor", level, language), text.say(language), language)
        if text.nl == text.en and text.nl:
            table.warning("text-untranslated", "descriptor", level)
    _repeats(table, descriptors, scale)


def _sentence(table: Table, place: tuple[str, ...], sentence: str, language: Language) -> None:
    if ";" in sentence:
        table.warning("descriptor-semicolon", *place)
    count = len(sentence.split())
    if count > MOST_WORDS:
        table.warning("descriptor-long", *place, count=count)
    guess = _UNOBSERVABLE[language].search(sentence)
    if guess:
        table.warning("descriptor-unobservable", *place, word=same(guess.group().lower()))


def _repeats(table: Table, descriptors: Mapping[str, Text], scale: Scale) -> None:
    codes = [level.code for level in scale.levels if level.code in descriptors]
    for place, code in enumerate(codes):
        for lower in codes[:place]:
            for language in LANGUAGES:
                sentence = descriptors[code].say(language)
                if sentence and sentence.casefold() == descriptors[lower].say(language).casefold():
                    table.warning("descriptor-repeated", "descriptor", code, language, level=code, other=lower)
