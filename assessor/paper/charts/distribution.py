"""Stacked bars: how the marks of a criterion lie, lowest level at the left, with their counts in the bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessor.domain.text import Text, same
from assessor.paper.charts.shapes import Drawing, Rectangle, Words

BAR = 11.0
"""Height of a bar in points."""
CAPTION = 11.0
GAP = 6.0
_SIGN = 4.6
"""Width of one sign of a count in points, rounded up; what is wider than its part of the bar is left out there."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands above it ("" for nothing), and how often each mark was given."""

    caption: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a chart: level codes, lowest first, with their words, and the mark that is no level."""

    levels: tuple[str, ...]
    words: tuple[Text, ...]
    away: str
    away_word: str


def stacked_bars(bars: Sequence[Bar], marks: Marks, width: float) -> Drawing:
    """The bars under each other, all of one length; a bar without scores is an empty box.

    Args:
        bars: from top to bottom.
        marks: what they are made of.
        width: of the drawing in points.
    """
    shapes: list[Rectangle | Words] = []
    y = 0.0
    for bar in bars:
        if bar.caption:
            shapes.append(Words(0, y + CAPTION - 3, bar.caption))
            y += CAPTION
        shapes += _bar(bar, marks, y, width)
        y += BAR + GAP
    return Drawing(width, y, tuple(shapes), _spoken(bars, marks))


def shade(place: int, levels: int) -> float:
    """How dark a level is: the lowest is white and hatched, the highest full."""
    return place / (levels - 1) if levels > 1 else 1.0


def _bar(bar: Bar, marks: Marks, y: float, width: float) -> list[Rectangle | Words]:
    total = sum(bar.counts.values())
    if not total:
        return [Rectangle(0, y, width, BAR, dashed=True)]
    shapes: list[Rectangle | Words] = []
    x = 0.0
    for place, mark in enumerate((*marks.levels, marks.away)):
        count = bar.counts.get(mark, 0)
        if not count:
            continue
        part = width * count / total
        is_level = mark != marks.away
        dark = shade(place, len(marks.levels)) if is_level else 0.0
        word = marks.words[place] if is_level else same(marks.away_word)
        meaning = Text("{n} keer {word}", "{n} times {word}").fill(n=count, word=word)
        shapes.append(Rectangle(x, y, part, BAR, dark, is_level and place == 0, not is_level, meaning))
        code = mark if is_level else marks.away_word
        label = f"{code}: {count}" if code.isdigit() else f"{code} {count}"  # "1 230" would be read as one number.
        for words in (label, str(count)):
            if len(words) * _SIGN + 2 <= part:
                shapes.append(
                    Words(x + part / 2, y + BAR - 3, words, 7.5, True, "middle", dark > 0.5, is_level and place == 0)
                )
                break
        x += part
    return shapes


def _spoken(bars: Sequence[Bar], marks: Marks) -> Text:
    names = dict(zip(marks.levels, marks.words, strict=True)) | {marks.away: same(marks.away_word)}
    line = same("")
    for bar in bars:
        given = [same(f"{bar.counts[mark]} ") + word for mark, word in names.items() if bar.counts.get(mark)]
        line += same(f"{bar.caption} (") + _joined(given) + same("). ") if bar.caption else _joined(given) + same(". ")
    return Text(line.nl.strip(), line.en.strip())


def _joined(parts: Sequence[Text]) -> Text:
    return Text(", ".join(part.nl for part in parts), ", ".join(part.en for part in parts))
