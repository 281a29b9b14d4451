"""A row of cells on the page's grid: what stands side by side, with hairline, tint and a sensible place to break.

Takes the place of a table where each row is laid out once: a table measures every cell several times, and cannot
break inside a long text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, Paragraph

from assessor.paper.styles import ACCENT, HAIR, HAIRLINE, STEP

BAR = 3.0
"""Width of the accent bar at the left of a box, in points."""


@dataclass(slots=True)
class Cell:
    """A column of flowables: its left edge and width in points, from the left of the row.

    `drop` lowers it, so that small letters stand on one line with larger ones beside them.
    """

    x: float
    width: float
    flowables: Sequence[Flowable] = ()
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class Dress:
    """How a row looks: hairline above, background, accent bar, and the white inside it, in points."""

    hairline: bool = False
    tint: Color | None = None
    frame: Color | None = None
    bar: bool = False
    above: float = STEP
    below: float = STEP


PLAIN = Dress()


@dataclass(slots=True)
class _Placed:
    flowable: Flowable
    top: float
    height: float


class Row(Flowable):
    """Cells side by side, kept together on one page while they are lower than `keep` points.

    A higher row breaks inside the cell `breaks` (its index) and the other cells stay with the first part; or, when
    `breaks` is None, inside every cell that has no room.
    """

    def __init__(
        self, cells: Sequence[Cell], dress: Dress = PLAIN, *, breaks: int | None = 0, keep: float = 320.0
    ) -> None:
        super().__init__()
        self.cells = list(cells)
        self.dress = dress
        self.breaks = breaks
        self.keep = keep
        self._placed: list[list[_Placed]] | None = None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Lay the cells out, once; gives width and height in points."""
        if self._placed is None:
            self._placed = [_stack(cell) for cell in self.cells]
            inside = max((_bottom(placed) for placed in self._placed), default=0.0)
            self.width, self.height = availWidth, inside + self.dress.above + self.dress.below
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Break inside the long cell or cells, or nowhere while the row can stand on one page."""
        self.wrap(availWidth, availHeight)
        if self.height <= self.keep or self._placed is None:
            return []
        room = availHeight - self.dress.above - self.dress.below
        breaking = [self.breaks is None or self.breaks == index for index in range(len(self.cells))]
        low = [_bottom(placed) <= room for placed in self._placed]
        if not all(fits or breaks for fits, breaks in zip(low, breaking, strict=True)):
            return []
        halves = [
            ([item.flowable for item in placed], []) if fits else _divide(placed, cell.width, room)
            for placed, cell, fits in zip(self._placed, self.cells, low, strict=True)
        ]
        if all(low) or not all(first or fits for (first, _), fits in zip(halves, low, strict=True)):
            self._placed = None  # A paragraph that was asked to break and could not has forgotten its lines.
            return []
        firsts, rests = zip(*halves, strict=True)
        return [self._part(firsts, first_part=True), self._part(rests, first_part=False)]

    def draw(self) -> None:
        """Draw background and hairline, then every cell from its top."""
        self._draw_dress()
        for cell, placed in zip(self.cells, self._placed or (), strict=True):
            for item in placed:
                item.flowable.drawOn(self.canv, cell.x, self.height - self.dress.above - item.top - item.height)

    def _part(self, halves: Sequence[Sequence[Flowable]], *, first_part: bool) -> Row:
        cells = [Cell(cell.x, cell.width, half, cell.drop) for cell, half in zip(self.cells, halves, strict=True)]
        look = self.dress
        dress = look if first_part else Dress(tint=look.tint, bar=look.bar, above=0, below=look.below)
        return Row(cells, dress, breaks=self.breaks, keep=self.keep)

    def _draw_dress(self) -> None:
        canvas, dress = self.canv, self.dress
        canvas.saveState()
        canvas.setLineWidth(HAIR)
        if dress.tint is not None:
            canvas.setFillColor(dress.tint)
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        if dress.frame is not None:
            canvas.setStrokeColor(dress.frame)
            canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        if dress.bar:
            canvas.setFillColor(ACCENT)
            canvas.rect(0, 0, BAR, self.height, stroke=0, fill=1)
        if dress.hairline:
            canvas.setStrokeColor(HAIRLINE)
            canvas.line(0, self.height, self.width, self.height)
        canvas.restoreState()


def headed(headings: Sequence[Flowable], first: Flowable, width: float) -> Row:
    """Headings with the first thing under them, so that no heading stands last on a page; `width` in points."""
    row = Row([Cell(0, width, [*headings, first])], Dress(above=0, below=0))
    row.spaceBefore = headings[0].getSpaceBefore()
    return row


@dataclass(slots=True)
class _Pile:
    """Flowables from top to bottom, with the larger of the distances that two neighbours ask for."""

    placed: list[_Placed] = field(default_factory=list)
    depth: float = 0.0
    after: float = 0.0

    def add(self, flowable: Flowable, width: float) -> None:
        height = flowable.wrap(width, 1e6)[1]
        gap = max(self.after, flowable.getSpaceBefore()) if self.placed else 0.0
        self.placed.append(_Placed(flowable, self.depth + gap, height))
        self.depth += gap + height
        self.after = flowable.getSpaceAfter()


def _stack(cell: Cell) -> list[_Placed]:
    pile = _Pile(depth=cell.drop)
    for flowable in cell.flowables:
        pile.add(flowable, cell.width)
    return pile.placed


def _bottom(placed: list[_Placed]) -> float:
    return placed[-1].top + placed[-1].height if placed else 0.0


def _divide(placed: list[_Placed], width: float, room: float) -> tuple[list[Flowable], list[Flowable]]:
    """What fits in `room` points, and the rest; the flowable on the border is broken when it can be."""
    fitting = [item for item in placed if item.top + item.height <= room]
    over = placed[len(fitting) :]
    first: list[Flowable] = [item.flowable for item in fitting]
    rest: list[Flowable] = [item.flowable for item in over]
    if over:
        parts = over[0].flowable.split(width, room - over[0].top)
        if len(parts) > 1:
            first.append(parts[0])
            rest[:1] = [_without_leading_break(part) for part in parts[1:]]
    while first and first[-1].getKeepWithNext():  # type: ignore[no-untyped-call]
        rest.insert(0, first.pop())
    return first, rest


def _without_leading_break(flowable: Flowable) -> Flowable:
    """The second half of a broken paragraph; reportlab leaves the line break on which it broke at its start."""
    if isinstance(flowable, Paragraph):
        while len(flowable.frags) > 1 and _is_line_break(flowable.frags[0]):
            del flowable.frags[0]
    return flowable


def _is_line_break(word: Any) -> bool:  # noqa: ANN401 - a word of reportlab: its width, then pairs of style and text
    return isinstance(word, list) and all(getattr(look, "lineBreak", False) and not text for look, text in word[1:])
