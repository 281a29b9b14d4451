"""The list of *Wat kwam er mee*: each form on as many lines as it needs, the last of which says where it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from assessor.desktop.theme import GRID

_BESIDE, _ABOVE = 15, GRID
"""What the style sheet and Qt leave free beside and above the words."""


class ArrivalList(QListWidget):
    """Lines that wrap and stay whole, however narrow the list is.

    Qt wraps at the width without the room that the style sheet keeps free, so that it sees too few lines.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "arrivals")
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(30 * GRID)
        self.setItemDelegate(_Lines(self))


class _Lines(QStyledItemDelegate):
    def __init__(self, view: ArrivalList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list, and as high as its words are there."""
        width = self._view.viewport().width()
        room = QRect(0, 0, max(1, width - 2 * _BESIDE), 0)
        words = self._view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(width, words.height() + 2 * _ABOVE + 1)
