"""*Aantekeningen*: one page of text that the assessor writes during the activity.

The page is plain text and nothing else is stored. A line may begin with the time at which it was begun ("10:42 "), and
`#4.3` anywhere in it puts the line at that criterion. Notes are working notes: no part of the record, never on paper,
and erased after the last day of appeal.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

MAX_LENGTH = 100_000
"""Signs on one page; a day of writing stays far below it."""

_STAMP = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?:[ \t]+|$)")
_GAP = re.compile(r" ([,.;:!?])")
_TAG = re.compile(r"(?<![\w#])#([^\W_]+(?:[.-][^\W_]+)*)")


@dataclass(frozen=True, slots=True)
class Notes:
    """The page of one dossier; `erased_on` tells that it was erased, and then there is no text."""

    text: str = ""
    erased_on: date | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A `#4.3` in a line: from sign `start` up to and not including `end`, and the criterion's code."""

    start: int
    end: int
    criterion: str


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line, numbered from 0: its time, its words without time and tags, and the criteria that it is put at."""

    number: int
    at: time | None
    words: str
    criteria: tuple[str, ...]


def stamp(now: datetime) -> str:
    """What a line that is begun now begins with."""
    return f"{now:%H:%M} "


def stamp_length(line: str) -> int:
    """How many signs the time at the beginning of a line takes with the blank after it; 0 when there is none."""
    found = _STAMP.match(line)
    return found.end() if found else 0


def tags(line: str, codes: Collection[str]) -> list[Tag]:
    """Every tag in a line that names one of these criteria."""
    return [Tag(found.start(), found.end(), found[1]) for found in _TAG.finditer(line) if found[1] in codes]


def lines(text: str, codes: Collection[str]) -> Iterator[NoteLine]:
    """The lines that say something, in their order.

    Args:
        text: the page.
        codes: the codes of the instrument's criteria; a tag that names no criterion stays part of the words.
    """
    for number, line in enumerate(text.split("\n")):
        read = _read(number, line, codes)
        if read.words or read.criteria:
            yield read


def tagged(text: str, number: int, criterion: str) -> str:
    """The page with line `number` (from 0) put at a criterion; as it was when the line stands there already.

    Raises IndexError when there is no such line.
    """
    page = text.split("\n")
    if not tags(page[number], {criterion}):
        page[number] = f"{page[number].rstrip()} #{criterion}"
    return "\n".join(page)


def _read(number: int, line: str, codes: Collection[str]) -> NoteLine:
    found = _STAMP.match(line)
    marks = tags(line, codes)
    start = found.end() if found else 0
    pieces = []
    for mark in marks:
        pieces.append(line[start : mark.start])
        start = mark.end
    words = _GAP.sub(r"\1", " ".join("".join([*pieces, line[start:]]).split()))
    at = time(int(found[1]), int(found[2])) if found else None
    return NoteLine(number, at, words, tuple(dict.fromkeys(mark.criterion for mark in marks)))
