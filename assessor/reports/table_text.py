"""Written text in tables that go out: what a cell can hold, and what a spreadsheet must not take for a formula."""

from __future__ import annotations

import re

from assessor.domain.text import Language, Text

MOST_SIGNS = 32_000
"""Signs of a text that go into one cell; a spreadsheet holds 32,767."""
CUT = Text(" [afgekapt]", " [cut off]")

RISKY = ("=", "+", "-", "@", "\t", "#")
"""A spreadsheet may take written text that begins so for a formula or for a mistake in one."""

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Signs that a workbook cannot hold (XML 1.0, section 2.2)."""

IN_CLEAR = Text(
    "Dit bestand is niet versleuteld. Bewaar en verstuur het zorgvuldig, en wis het als je het niet meer nodig hebt.",
    "This file is not encrypted. Keep and send it with care, and delete it when you no longer need it.",
)
"""What the program says at the moment that a table leaves the encrypted workspace."""


def clean(words: str, language: Language) -> str:
    """Text as a table can hold it: lines end alike, no control signs, and cut (saying so) where a cell is full."""
    # Nearly every text is one line of plain signs, and a table has millions of cells.
    if words.isprintable() and len(words) <= MOST_SIGNS:
        return words
    kept = _REFUSED.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return kept if len(kept) <= MOST_SIGNS else kept[:MOST_SIGNS] + CUT.say(language)
