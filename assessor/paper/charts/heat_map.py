"""The heat map: a row for each sheet without whose it is, a column for each criterion, sorted so that patterns show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessor.domain.calibration.pattern import Pattern
from assessor.domain.text import Text, same
from assessor.paper.charts.distribution import Marks, shade
from assessor.paper.charts.shapes import Drawing, Rectangle, Words

HEAD = 14.0
"""Height of the codes above the columns, in points."""
MOST_HEIGHT = 480.0
"""Height of all rows, in points; where there are so many that a letter has no room, the pattern alone is shown."""
_ROW, _LEAST_FOR_LETTERS, _LETTER = 13.0, 9.0, 7.0
_WIDEST = 90.0
"""Of a column, in points."""
_MOST_PATTERNS = 3


def heat_map(pattern: Pattern, marks: Marks, width: float, names: Mapping[str, Text]) -> Drawing:
    """The sheets of one casus under each other, the strictest first.

    Args:
        pattern: sorted sheets, at least one, of at least one criterion.
        marks: what they are made of.
        width: of the drawing in points; what few columns do not need is left empty.
        names: of the criteria, for hints.
    """
    high = min(_ROW, MOST_HEIGHT / len(pattern.rows))
    wide = min(_WIDEST, width / len(pattern.criteria))
    # The codes come first: words that follow a rectangle stand on it.
    shapes: list[Rectangle | Words] = [
        Words((place + 0.5) * wide, HEAD - 4, code, min(8.0, wide / 2.6), True, "middle")
        for place, code in enumerate(pattern.criteria)
    ]
    for column, code in enumerate(pattern.criteria):
        x = column * wide
        title = same(f"{code} ") + names.get(code, same("")) + same(": ")
        looks: dict[tuple[str, int], _Look] = {}
        for start, number, mark in _runs([row[column] for row in pattern.rows], alone=high >= _LEAST_FOR_LETTERS):
            if (mark, number) not in looks:
                looks[mark, number] = _look(mark, marks, title, number)
            shapes += _cell(looks[mark, number], x, HEAD + start * high, wide, number * high)
    return Drawing(width, HEAD + high * len(pattern.rows), tuple(shapes), _spoken(pattern, marks))


def _runs(column: Sequence[str], *, alone: bool) -> Iterator[tuple[int, int, str]]:
    """Start, number and mark of what is drawn as one: each cell `alone`, or cells that are alike under each other."""
    start = 0
    for place in range(1, len(column) + 1):
        if alone or place == len(column) or column[place] != column[start]:
            yield start, place - start, column[start]
            start = place


@dataclass(frozen=True, slots=True)
class _Look:
    """How cells with one mark look, and what is said when they are pointed at."""

    written: str
    shade: float
    hatched: bool
    dashed: bool
    meaning: Text


def _look(mark: str, marks: Marks, title: Text, number: int) -> _Look:
    """A level as on the bars: shade and hatching; what is no level has a dashed edge."""
    written, dark, hatched = (marks.away_word if mark == marks.away else mark), 0.0, False
    word = same(marks.away_word) if mark == marks.away else Text("niet gescoord", "not scored")
    is_level = mark in marks.levels
    if is_level:
        place = marks.levels.index(mark)
        word, dark, hatched = marks.words[place], shade(place, len(marks.levels)), place == 0
    if number > 1:
        word = Text("{n} keer {word}", "{n} times {word}").fill(n=number, word=word)
    return _Look(written, dark, hatched, not is_level, title + word)


def _cell(look: _Look, x: float, y: float, width: float, height: float) -> Iterator[Rectangle | Words]:
    yield Rectangle(x, y, width, height, look.shade, look.hatched, look.dashed, look.meaning)
    if look.written and height >= _LEAST_FOR_LETTERS and width >= _LETTER * len(look.written):
        baseline = y + height / 2 + _LETTER * 0.36
        on_dark = look.shade > 0.5
        yield Words(x + width / 2, baseline, look.written, _LETTER, True, "middle", on_dark, look.hatched)


def _spoken(pattern: Pattern, marks: Marks) -> Text:
    """How many sheets there are, the order of the criteria, and the patterns that several share."""
    said = Text(
        "{n} formulieren zonder namen, het strengste bovenaan; criteria van streng naar mild: {codes}.",
        "{n} sheets without names, the strictest at the top; criteria from severe to lenient: {codes}.",
    ).fill(n=len(pattern.rows), codes=", ".join(pattern.criteria))
    shared = [(row, number) for row, number in Counter(pattern.rows).most_common(_MOST_PATTERNS) if number > 1]
    if not shared:
        return said + Text(" Geen twee formulieren zijn gelijk.", " No two sheets are alike.")
    for row, number in shared:
        said += Text(" {n} keer: {marks}.", " {n} times: {marks}.").fill(
            n=number, marks=" ".join(marks.away_word if mark == marks.away else mark or "–" for mark in row)
        )
    return said
