"""How often each level was given at a criterion: a bar of parts, told apart by letter, number, pattern and colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.desktop.furniture.chips import OUTCOME_TONES
from assessor.desktop.furniture.lists import dressed
from assessor.desktop.furniture.words import Tone
from assessor.desktop.theme import GRID
from assessor.domain.calibration.figures import Counts
from assessor.domain.instrument import Scale
from assessor.domain.text import Language

_PATTERNS = (
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.Dense7Pattern,
    Qt.BrushStyle.HorPattern,
)
_OPEN = Qt.BrushStyle.NoBrush


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: the mark's code, its word, how often it was given, and how it looks."""

    code: str
    word: str
    count: int
    tone: Tone
    pattern: Qt.BrushStyle


def parts_of(scale: Scale, counts: Counts, language: Language) -> list[Part]:
    """The parts of a bar, lowest level first; what nobody gave has none."""
    found = []
    for place, mark in enumerate(scale.marks):
        outcome = scale.outcome(mark)
        tone: Tone = "neutral" if outcome is None else OUTCOME_TONES[outcome]
        pattern = _OPEN if outcome is None else _PATTERNS[place % len(_PATTERNS)]
        count = counts.get(mark, 0)
        if count:
            found.append(Part(mark, scale.word(mark).say(language), count, tone, pattern))
    return found


def spoken(parts: Sequence[Part]) -> str:
    """The bar in words, such as "3 onvoldoende, 5 voldoende"."""
    return ", ".join(f"{part.count} {part.word}" for part in parts)


class DistributionBar(QWidget):
    """One bar over the whole width; screen readers hear its counts in words."""

    def __init__(self, name: str, parts: Sequence[Part]) -> None:
        super().__init__()
        self.parts = list(parts)
        self.setAccessibleName(f"{name}: {spoken(parts)}")
        self.setToolTip(spoken(parts))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """High enough for the letters at this text size."""
        self.ensurePolished()
        return QSize(40 * GRID, round(1.9 * self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """The same height, however narrow."""
        return QSize(20 * GRID, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts side by side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        left = 0
        for part, width in zip(self.parts, self._widths(painter), strict=True):
            self._draw(painter, part, QRect(left, 0, width, self.height()))
            left += width
        painter.end()

    def _widths(self, painter: QPainter) -> list[int]:
        """By count, but none too narrow for its letter and number."""
        total = sum(part.count for part in self.parts)
        measure = painter.fontMetrics()
        least = [measure.horizontalAdvance(_written(part)) + 3 * GRID for part in self.parts]
        free = max(0, self.width() - sum(least))
        return [low + free * part.count // total for low, part in zip(least, self.parts, strict=True)]

    def _draw(self, painter: QPainter, part: Part, room: QRect) -> None:
        look = dressed()
        ink, ground = look.colour(part.tone), look.colour(f"{part.tone}_soft")
        box = QRectF(room).adjusted(1, 1, -2, -1)
        style = Qt.PenStyle.DashLine if part.tone == "neutral" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink, 2 if look.name == "contrast" else 1.5, style))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        if part.pattern is not Qt.BrushStyle.NoBrush:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(ink, part.pattern))
            painter.drawRoundedRect(box, 4, 4)
        words = _written(part)
        measure = painter.fontMetrics()
        plate = QRectF(0, 0, measure.horizontalAdvance(words) + GRID, measure.height() + 2)
        plate.moveCenter(box.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(ink)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def _written(part: Part) -> str:
    return f"{part.code} {part.count}"
