"""Values with their margins under each other on one scale from 0 to 100."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessor.domain.text import Text, same
from assessor.paper.charts.shapes import Drawing, Rectangle, Words

LINE, LABEL, NUMBER, DOT = 13.0, 70.0, 88.0, 6.0
"""Height of a line, width of what stands before and behind it, and the size of a value, in points."""


@dataclass(frozen=True, slots=True)
class Margin:
    """One line: its label, and a share with the ends of its margin (0 to 1), or None where there is none."""

    label: str
    share: tuple[float, float, float] | None


def intervals(lines: Sequence[Margin], width: float) -> Drawing:
    """The lines, each a bar from low to high with the value on it; a frame shows where 0 and 100 lie.

    Args:
        lines: from top to bottom.
        width: of the drawing in points.
    """
    room = max(1.0, width - LABEL - NUMBER)
    shapes: list[Rectangle | Words] = []
    spoken = same("")
    for place, one in enumerate(lines):
        y = place * LINE
        shapes.append(Words(0, y + LINE - 4, one.label))
        shapes.append(Rectangle(LABEL, y + 2, room, LINE - 4))
        if one.share is None:
            said = Text("niet te berekenen", "cannot be computed")
            shapes.append(Words(LABEL + room + 6, y + LINE - 4, "–"))
        else:
            value, low, high = one.share
            said = Text("{p} van de 100 ({lo}–{hi})", "{p} out of 100 ({lo}–{hi})").fill(
                p=round(100 * value), lo=round(100 * low), hi=round(100 * high)
            )
            middle = y + LINE / 2
            span = max(0.5, room * (high - low))
            shapes.append(Rectangle(LABEL + room * low, middle - 1.5, span, 3, 0.5, False, False, said))
            left = min(max(LABEL + room * value - DOT / 2, LABEL), LABEL + room - DOT)
            shapes.append(Rectangle(left, middle - DOT / 2, DOT, DOT, 1.0, False, False, said))
            text = f"{round(100 * value)} ({round(100 * low)}–{round(100 * high)})"
            shapes.append(Words(LABEL + room + 6, y + LINE - 4, text))
        spoken += same(f"{one.label}: ") + said + same(". ")
    return Drawing(width, LINE * len(lines), tuple(shapes), Text(spoken.nl.strip(), spoken.en.strip()))
