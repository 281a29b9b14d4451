"""A drawing as a PNG, for a workbook; the same shapes as on paper."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from assessor import paths
from assessor.paper import fonts
from assessor.paper.charts.shapes import Drawing, Rectangle, Words
from assessor.paper.styles import ACCENT, INK

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SHARP = 3
"""Dots of the picture for each point: sharp when it is printed or enlarged."""
_HATCH = 4.0
_Colour = tuple[int, int, int]


def png(drawing: Drawing) -> bytes:
    """The drawing, `SHARP` dots a point, on white."""
    from PIL import Image, ImageDraw

    size = (max(1, round(drawing.width * SHARP)), max(1, round(drawing.height * SHARP)))
    image = Image.new("RGB", size, "white")
    brush = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            _words(brush, shape)
        elif shape.is_seen:
            _rectangle(brush, shape)
    target = BytesIO()
    image.quantize(32).save(target, "PNG", optimize=True)
    return target.getvalue()


def _rectangle(brush: ImageDraw, shape: Rectangle) -> None:
    left, top = shape.x * SHARP, shape.y * SHARP
    right, bottom = left + shape.width * SHARP, top + shape.height * SHARP
    edge = None if shape.dashed or not shape.edged else _accent(1.0)
    brush.rectangle((left, top, right, bottom), fill=_accent(shape.shade), outline=edge, width=1)
    if shape.hatched:
        high = bottom - top
        x = left - high
        while x < right:
            start, end = max(x, left), min(x + high, right)
            brush.line((start, bottom - (start - x), end, bottom - (end - x)), fill=_accent(1.0), width=1)
            x += _HATCH * SHARP
    if shape.dashed:
        _dashes(brush, (left, top, right, bottom))


def _dashes(brush: ImageDraw, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    step = 2 * SHARP
    for y in (top, bottom):
        for start in range(round(left), round(right), 2 * step):
            brush.line((start, y, min(start + step, right), y), fill=_accent(1.0), width=1)
    for x in (left, right):
        for start in range(round(top), round(bottom), 2 * step):
            brush.line((x, start, x, min(start + step, bottom)), fill=_accent(1.0), width=1)


def _words(brush: ImageDraw, shape: Words) -> None:
    from PIL import ImageFont

    face = fonts.SEMIBOLD if shape.bold else fonts.REGULAR
    font = ImageFont.truetype(str(paths.resources() / "fonts" / f"{face}.ttf"), shape.size * SHARP)
    text, place = fonts.printable(shape.text), (shape.x * SHARP, shape.y * SHARP)
    anchor = "ms" if shape.align == "middle" else "ls"
    if shape.plate:
        left, top, right, bottom = brush.textbbox(place, text, font=font, anchor=anchor)
        brush.rectangle((left - SHARP, top - SHARP, right + SHARP, bottom + SHARP), fill="white")
    brush.text(place, text, font=font, anchor=anchor, fill="white" if shape.on_dark else _rgb(1.0, ink=True))


def _accent(shade: float) -> _Colour:
    return _rgb(shade)


def _rgb(shade: float, *, ink: bool = False) -> _Colour:
    colour = INK if ink else ACCENT
    red, green, blue = (round(255 * (1 - shade * (1 - part))) for part in (colour.red, colour.green, colour.blue))
    return red, green, blue
