"""The people of *Wie ben je?*: a list of big lines, name above and roles below, a lock where a PIN is asked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assessor.desktop import icons
from assessor.desktop.theme import GRID
from assessor.services.register import RegisterLine

_NAME = Qt.ItemDataRole.UserRole
_ROLES = Qt.ItemDataRole.UserRole + 1
_LOCKED = Qt.ItemDataRole.UserRole + 2


class PeopleList(QListWidget):
    """Everyone to choose from; a click, Enter or space chooses.

    Signals:
        chosen: carries the `RegisterLine`.
    """

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_Lines(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines: list[RegisterLine] = []
        self.itemClicked.connect(lambda _item: self.choose())

    def offer(self, lines: list[RegisterLine], roles: list[str], locked: str) -> None:
        """Show these people; `roles` has the words under each name, `locked` what a screen reader says of a PIN."""
        self.clear()
        self._lines = lines
        for line, words in zip(lines, roles, strict=True):
            item = QListWidgetItem()
            item.setData(_NAME, line.person.name)
            item.setData(_ROLES, words)
            item.setData(_LOCKED, line.has_pin)
            parts = [line.person.name, words, *([locked] if line.has_pin else [])]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(parts))
            self.addItem(item)
        if lines:
            self.setCurrentRow(0)
            # No taller than its people: a large empty frame looks as if something failed to load.
            self.setMaximumHeight(len(lines) * self.sizeHintForRow(0) + 2 * self.frameWidth() + GRID)

    def choose(self) -> None:
        """Choose the current line."""
        if 0 <= self.currentRow() < len(self._lines):
            self.chosen.emit(self._lines[self.currentRow()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose()
            return
        super().keyPressEvent(event)


class _Lines(QStyledItemDelegate):
    """Draws one person."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The background as everywhere, then two lines of text and perhaps a lock."""
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        palette: QPalette = bare.palette
        room = bare.rect.adjusted(2 * GRID, GRID, -2 * GRID, -GRID)
        painter.save()
        strong = QFont(bare.font)
        strong.setWeight(QFont.Weight.DemiBold)
        top = QRect(room.left(), room.top(), room.width() - 4 * GRID, room.height() // 2)
        painter.setFont(strong)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        self._write(painter, top, str(index.data(_NAME)))
        painter.setFont(bare.font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        self._write(painter, top.translated(0, room.height() // 2), str(index.data(_ROLES)))
        if index.data(_LOCKED):
            lock = icons.pixmap("lock", palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawPixmap(room.right() - icons.SIZE, room.center().y() - icons.SIZE // 2, lock)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for two lines."""
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 3 * GRID)

    @staticmethod
    def _write(painter: QPainter, room: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
