"""A drawing on paper."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color, white
from reportlab.platypus import Flowable

from assessor.paper import fonts
from assessor.paper.charts.shapes import Drawing, Rectangle, Words
from assessor.paper.styles import ACCENT, HAIR, INK, STEP

_HATCH = 4.0
"""Distance of hatching lines in points."""


class Chart(Flowable):
    """Draws a drawing; it never breaks over pages, so callers hand in drawings of a few bars."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """The size of the drawing."""
        self.width, self.height = self.drawing.width, self.drawing.height
        return self.width, self.height

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's own
        """The distance to what follows."""
        return STEP

    def draw(self) -> None:
        """Draw every shape."""
        canvas = self.canv
        canvas.saveState()
        for shape in self.drawing.shapes:
            if isinstance(shape, Words):
                self._words(canvas, shape)
            elif shape.is_seen:
                self._rectangle(canvas, shape)
        canvas.restoreState()

    def _rectangle(self, canvas: Any, shape: Rectangle) -> None:  # noqa: ANN401 - reportlab's canvas
        bottom = self.height - shape.y - shape.height
        canvas.setLineWidth(HAIR)
        canvas.setStrokeColor(ACCENT)
        canvas.setFillColor(_tint(shape.shade))
        canvas.setDash([2, 2] if shape.dashed else [])
        canvas.rect(shape.x, bottom, shape.width, shape.height, stroke=int(shape.edged), fill=1)
        canvas.setDash([])
        if shape.hatched:
            self._hatch(canvas, shape, bottom)

    def _hatch(self, canvas: Any, shape: Rectangle, bottom: float) -> None:  # noqa: ANN401 - reportlab's canvas
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(shape.x, bottom, shape.width, shape.height)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setLineWidth(0.3)
        x = shape.x - shape.height
        while x < shape.x + shape.width:
            canvas.line(x, bottom, x + shape.height, bottom + shape.height)
            x += _HATCH
        canvas.restoreState()

    def _words(self, canvas: Any, shape: Words) -> None:  # noqa: ANN401 - reportlab's canvas
        canvas.setFont(fonts.SEMIBOLD if shape.bold else fonts.REGULAR, shape.size)
        text = fonts.printable(shape.text)
        y = self.height - shape.y
        if shape.align == "middle":
            if shape.plate:
                wide = canvas.stringWidth(text, fonts.SEMIBOLD, shape.size) + 2
                canvas.setFillColor(white)
                canvas.rect(shape.x - wide / 2, y - 1.5, wide, shape.size, stroke=0, fill=1)
            canvas.setFillColor(white if shape.on_dark else INK)
            canvas.drawCentredString(shape.x, y, text)
            return
        canvas.setFillColor(INK)
        canvas.drawString(shape.x, y, text)


def _tint(shade: float) -> Color:
    """Between the page and the accent."""
    return Color(*(1 - shade * (1 - part) for part in (ACCENT.red, ACCENT.green, ACCENT.blue)))
