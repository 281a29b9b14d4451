"""Cells of two lines: what a row is, and under it the small print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from assessor.desktop.furniture.lists import dressed
from assessor.desktop.models.paged import PagedTable
from assessor.desktop.theme import GRID

Index = QModelIndex | QPersistentModelIndex


class TwoLineCells(QStyledItemDelegate):
    """Cells of a `PagedTable` with a heading and a muted line.

    Args:
        under: answers the muted line of a row.
        parent: the view.
    """

    def __init__(self, under: Callable[[Any], str], parent: QTableView) -> None:
        super().__init__(parent)
        self._under = under
        self._muted = dressed().colour("muted")
        rows = parent.verticalHeader()
        rows.setDefaultSectionSize(2 * parent.fontMetrics().height() + 4 * GRID)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell's background as everywhere, and both lines on it."""
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        heading, bare.text = bare.text, ""
        bare.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        room = bare.rect.adjusted(12, GRID, -GRID, -GRID)
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = upper.translated(0, room.height() // 2)
        strong, small = QFont(bare.font), QFont(bare.font)
        strong.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(bare.font.pointSizeF() * 0.9)
        self._write(painter, upper, heading, strong, bare.palette.color(QPalette.ColorRole.Text))
        model = index.model()
        if isinstance(model, PagedTable):
            self._write(painter, lower, self._under(model.row(index)), small, self._muted)

    @staticmethod
    def _write(painter: QPainter, room: QRect, words: str, font: QFont, colour: QColor) -> None:
        painter.save()
        painter.setFont(font)
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()
