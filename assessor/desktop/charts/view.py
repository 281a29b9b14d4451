"""A drawing on screen: the shapes of paper in the colours of the theme, with hints, and words for screen readers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from assessor.desktop.furniture.lists import dressed
from assessor.desktop.theme import GRID, Theme
from assessor.domain.text import Language
from assessor.paper.charts.shapes import Drawing, Rectangle, Words

TEXT = 8.0
"""Size in points of running text in a drawing; on screen it is as large as the text around it."""
_HATCH = 4.0
_TRIES = 4
_KEPT = 6
"""Widths of which the drawing is kept."""
LEGIBLE = 4.5
"""The contrast that running text needs (WCAG 2.2, AA)."""
Draw = Callable[[float], Drawing]
"""Makes a drawing of a width in points."""


class ChartView(QWidget):
    """Shows a drawing over the whole width, made anew when the width changes; screen readers hear its alternative.

    Args:
        name: what screen readers hear before the alternative; "" for nothing.
        draw: makes the drawing.
        language: of hints and alternative.
        same_height: whether it is equally high at every width, so that a layout need not draw it to know.
    """

    def __init__(self, name: str, draw: Draw, language: Language, *, same_height: bool = False) -> None:
        super().__init__()
        self._draw, self._language = draw, language
        self._made: dict[float, Drawing] = {}
        middling = draw(40.0 * TEXT)
        self._height = middling.height if same_height else None
        alternative = middling.alternative.say(language)
        self.setAccessibleName(f"{name}: {alternative}" if name else alternative)
        self._fits = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit_height(self) -> None:
        """Take the height that there is, with smaller letters where the drawing would be higher."""
        self._fits = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def drawing(self) -> Drawing:
        """The drawing as wide as the widget."""
        return self._at(self.width() / self._scale())

    def _at(self, width: float) -> Drawing:
        """The drawing of a width in points; a layout asks for the same few widths again and again."""
        wide = max(1.0, width)
        if wide not in self._made:
            if len(self._made) >= _KEPT:
                self._made.pop(next(iter(self._made)))
            self._made[wide] = self._draw(wide)
        return self._made[wide]

    def hasHeightForWidth(self) -> bool:
        """How high it is follows from how wide it is."""
        return not self._fits

    def heightForWidth(self, width: int) -> int:
        """The height of the drawing at this width."""
        scale = self._scale()
        high = self._height if self._height is not None else self._at(width / scale).height
        return round(high * scale) + 1

    def sizeHint(self) -> QSize:
        """As high as the drawing of a middling width."""
        return QSize(40 * GRID, self.heightForWidth(60 * GRID))

    def minimumSizeHint(self) -> QSize:
        """As high as the drawing is now."""
        if self._fits:
            return QSize(20 * GRID, 20 * GRID)
        return QSize(20 * GRID, self.heightForWidth(max(self.width(), 40 * GRID)))

    def hint_at(self, place: QPointF) -> str:
        """What stands at a place of the widget, the topmost of what lies there; "" for nothing."""
        scale = self._scale()
        x, y = place.x() / scale, place.y() / scale
        for shape in reversed(self.drawing.shapes):
            if isinstance(shape, Rectangle) and shape.meaning is not None:
                inside = shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
                if inside:
                    return shape.meaning.say(self._language)
        return ""

    def event(self, event: QEvent) -> bool:
        """Say what is pointed at."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hint_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every shape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, look = self._scale(), dressed()
        painter.scale(scale, scale)
        inks: dict[float, QColor] = {}
        ground = 0.0
        for shape in self.drawing.shapes:
            if isinstance(shape, Rectangle):
                if shape.is_seen:
                    _rectangle(painter, shape, look)
                ground = shape.shade
            else:
                # Words in the middle stand on the rectangle that was drawn just before them.
                under = ground if shape.align == "middle" and not shape.plate else 0.0
                if under not in inks:
                    inks[under] = legible(look, under)
                self._words(painter, shape, inks[under], look)
        painter.end()

    def _scale(self) -> float:
        """Dots of the screen for each point of the drawing."""
        self.ensurePolished()
        font = self.font()
        dots = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * self.logicalDpiY() / 72
        scale = float(dots) / TEXT
        if not self._fits:
            return scale
        for _ in range(_TRIES):
            high = self._at(self.width() / scale).height * scale
            if high <= self.height():
                break
            scale *= max(0.2, self.height() / high)
        return scale

    def _words(self, painter: QPainter, shape: Words, ink: QColor, look: Theme) -> None:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(shape.size * 8)))
        font.setBold(shape.bold)
        painter.save()
        painter.translate(shape.x, shape.y)
        painter.scale(0.125, 0.125)  # Sizes of letters are whole numbers: an eighth of a dot is fine enough.
        painter.setFont(font)
        measure = painter.fontMetrics()
        width = measure.horizontalAdvance(shape.text)
        left = -width / 2 if shape.align == "middle" else 0.0
        if shape.plate:
            box = QRectF(left - 8, -measure.ascent() * 0.85, width + 16, measure.ascent())
            painter.fillRect(box, look.colour("surface"))
        painter.setPen(ink)
        painter.drawText(QPointF(left, 0), shape.text)
        painter.restore()


def _rectangle(painter: QPainter, shape: Rectangle, look: Theme) -> None:
    accent, box = look.colour("accent"), QRectF(shape.x, shape.y, shape.width, shape.height)
    painter.fillRect(box, tint(look, shape.shade))
    painter.setPen(QPen(accent, 0.4))
    if shape.hatched:
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        lines, x = [], shape.x - shape.height
        while x < shape.x + shape.width:
            lines.append(QLineF(x, shape.y + shape.height, x + shape.height, shape.y))
            x += _HATCH
        painter.drawLines(lines)
        painter.restore()
    if not shape.edged:
        return
    pen = QPen(accent, 0.7 if look.name != "contrast" else 1.2)
    pen.setStyle(Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.35, 0.35, -0.35, -0.35))


def legible(look: Theme, shade: float) -> QColor:
    """The colour of words that stands out most from a shade between the surface and the accent."""
    ground = luminance(tint(look, shade))
    inks = [look.colour(token) for token in ("text", "accent_text", "surface")]
    # Halfway between two colours of a theme none of its own inks may do; black or white always does.
    for offered in (inks, [QColor("black"), QColor("white")]):
        best = max(offered, key=lambda ink: contrast(luminance(ink), ground))
        if contrast(luminance(best), ground) >= LEGIBLE:
            break
    return best


def contrast(one: float, other: float) -> float:
    """The contrast of two luminances (WCAG 2.2)."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def luminance(colour: QColor) -> float:
    """The relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tint(look: Theme, shade: float) -> QColor:
    """The colour of a shade: 0 is the surface, 1 the accent."""
    return _between(look.colour("surface"), look.colour("accent"), shade)


def _between(ground: QColor, ink: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        *(
            start + (end - start) * share
            for start, end in (
                (ground.redF(), ink.redF()),
                (ground.greenF(), ink.greenF()),
                (ground.blueF(), ink.blueF()),
            )
        )
    )
