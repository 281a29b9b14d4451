"""What the decision rule makes of the sheets, and which criterion tips it, as bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessor.domain.instrument import Outcome
from assessor.domain.text import Text, same
from assessor.paper.charts.distribution import Bar, Marks, stacked_bars
from assessor.paper.charts.shapes import Drawing, Rectangle, Words

LINE, BAR, LABEL, NUMBER = 15.0, 9.0, 30.0, 26.0
"""Height of a line and of its bar, width of the code before it and of the number behind it, in points."""


def outcome_bars(bars: Sequence[Bar], width: float, none_yet: str) -> Drawing:
    """How many sheets come to which outcome, a bar for each part of the verdict.

    Args:
        bars: counts of the letters O, V and G, and of "" where there is no verdict yet.
        width: of the drawing in points.
        none_yet: what stands in a bar where there is no verdict.
    """
    letters, words = tuple(one.letter for one in Outcome), tuple(one.word for one in Outcome)
    return stacked_bars(bars, Marks(letters, words, "", none_yet), width)


def flip_bars(flips: Sequence[tuple[str, int]], sheets: int, width: float, names: Mapping[str, Text]) -> Drawing:
    """How many sheets would come to another outcome with another level on a criterion, the most first.

    Args:
        flips: criterion code and how many sheets hang on it, more than 0.
        sheets: how many there are in all; the bar of all of them is as wide as there is room.
        width: of the drawing in points.
        names: of the criteria.
    """
    shapes: list[Rectangle | Words] = []
    room = width - LABEL - NUMBER
    spoken = same("")
    for place, (code, number) in enumerate(sorted(flips, key=lambda one: -one[1])):
        y = place * LINE
        meaning = Text(
            "{code} {name}: bij {n} van de {b} hangt de uitslag hiervan af",
            "{code} {name}: for {n} of the {b} the outcome hangs on it",
        ).fill(code=code, name=names.get(code, same("")), n=number, b=sheets)
        shapes += [
            Words(0, y + LINE - 5, code, bold=True),
            Rectangle(LABEL, y + 3, room * number / max(sheets, 1), BAR, 0.5, False, False, meaning),
            Words(LABEL + room * number / max(sheets, 1) + 5, y + LINE - 5, str(number)),
        ]
        spoken += meaning + same(". ")
    return Drawing(width, LINE * len(flips), tuple(shapes), Text(spoken.nl.strip(), spoken.en.strip()))
