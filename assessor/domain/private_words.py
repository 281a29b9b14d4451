"""Words that suggest health, religion or private life: the check page asks whether they have to stand in a dossier.

Special categories of personal data may not be processed without need (GDPR art. 9; UAVG art. 22-30), and a
dossier is read by many. The list is a house rule that an institution edits; it can only ask, it never blocks. Words of
lessons (kerk, lichaam, feest) are left out on purpose: a warning that is mostly wrong is soon no longer read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assessor.domain.student import search_key

WORDS: tuple[str, ...] = (
    # health
    "adhd", "add", "autis*", "dyslec*", "dyslex*", "dyscalcul*", "depress*", "burn-out", "burnout", "overspannen",
    "zwanger*", "pregnan*", "ziekte*", "illness*", "medicijn*", "medicatie", "medication", "diagnose", "diagnosis",
    "therap*", "psycholoog", "psychologist", "psychia*", "handicap*", "disabled", "verslaafd*", "verslaving*",
    "addict*",
    # religion and belief
    "moslim*", "muslim*", "islam*", "christen*", "christian*", "joods*", "jewish", "hindoe*", "hindu*", "gelovig*",
    "religieu*", "religious", "hoofddoek*", "headscarf", "ramadan",
    # private life
    "echtscheiding*", "gescheiden ouders", "divorce*", "homoseksu*", "homosexual*", "lesbisch*", "lesbian*",
    "transgender*", "asielzoek*", "vluchteling*", "refugee*", "geldzorgen", "schulden", "debts",
)  # fmt: skip
"""As delivered, in both languages; an asterisk at the end stands for any ending."""


def private_words(text: str, words: Iterable[str] = WORDS) -> tuple[str, ...]:
    """The words of the text that are on the list, as they were written, each once and in their order.

    Args:
        text: what an assessor wrote.
        words: whole words or phrases; an asterisk at the end stands for any ending. Capitals and accents do not matter.
    """
    found: dict[int, str] = {}
    plain, places = _plain(text)
    for word in words:
        for match in re.finditer(_pattern(word), plain):
            start, end = places[match.start()], places[match.end() - 1] + 1
            found[start] = text[start:end]
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


def tidy_words(typed: Iterable[str]) -> tuple[str, ...]:
    """A list as somebody typed it, without empty lines and repetitions."""
    return tuple(
        dict.fromkeys(word for word in (" ".join(line.split()).casefold() for line in typed) if word.strip("* "))
    )


def _pattern(word: str) -> str:
    stem, any_ending = word.rstrip("*"), word.endswith("*")
    return rf"(?<!\w){re.escape(search_key([stem]))}" + (r"\w*" if any_ending else r"(?!\w)")


def _plain(text: str) -> tuple[str, list[int]]:
    """The text casefolded and without accents, and for each of its signs the place in the text that it came from."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for plain in search_key([sign]):
            signs.append(plain)
            places.append(place)
    return "".join(signs), places
