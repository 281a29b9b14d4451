"""Rectangles, lines and words in points from the top left; nothing here knows what draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assessor.domain.text import Text


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box.

    Attributes:
        shade: 0 is the colour of the page, 1 the full accent.
        hatched: whether slanting lines fill it, so that it is told apart without colour.
        dashed: whether its edge is dashed: something that is no level.
        meaning: what a hint says when it is pointed at.
        edged: whether it has an edge; without one it is a ground, and without shade as well it is only pointed at.
    """

    x: float
    y: float
    width: float
    height: float
    shade: float = 0.0
    hatched: bool = False
    dashed: bool = False
    meaning: Text | None = None
    edged: bool = True

    @property
    def is_seen(self) -> bool:
        """Whether there is anything to draw."""
        return self.edged or self.hatched or self.shade > 0


@dataclass(frozen=True, slots=True)
class Words:
    """Words whose baseline lies at `y`.

    `on_dark` when they stand on a shade above one half, `plate` when they need a white ground to be read.
    """

    x: float
    y: float
    text: str
    size: float = 8.0
    bold: bool = False
    align: Literal["left", "middle"] = "left"
    on_dark: bool = False
    plate: bool = False


@dataclass(frozen=True)
class Drawing:
    """Shapes in the order of drawing, their size, and what a screen reader says instead."""

    width: float
    height: float
    shapes: tuple[Rectangle | Words, ...]
    alternative: Text
