"""Lists: a calm table of rows, a search field that waits for a pause, and cells that show a chip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assessor.desktop import icons, theme
from assessor.desktop.furniture.chips import SIGNS
from assessor.desktop.furniture.words import Tone
from assessor.desktop.models.paged import PagedTable
from assessor.desktop.theme import GRID, scaled

Index = QModelIndex | QPersistentModelIndex
Badge = tuple[str, Tone]
"""What a chip says, and how."""

SEARCH_PAUSE_MS = 150
ROW_HEIGHT = 5 * GRID
LEAST_STRETCH = 20 * GRID


class SearchField(QLineEdit):
    """A search field; Ctrl+F reaches it from anywhere on its page, Esc empties it.

    Signals:
        sought: nothing was typed for a moment; carries the text.
    """

    sought = Signal(str)

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        self.setToolTip(f"{hint} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        glass = icons.icon("search", self.palette().color(QPalette.ColorRole.PlaceholderText))
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._found: QWidget | None = None
        self._find = QAction(self)
        self._find.setShortcut(keys)
        self._find.triggered.connect(self._focus)
        self.addAction(self._find)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.sought.emit(self.text()))
        self.textChanged.connect(lambda _text: self._pause.start())

    def serve(self, page: QWidget, found: QWidget) -> None:
        """Let the key work everywhere on a page, and let the arrow down and Enter lead to what was found."""
        page.addAction(self._find)
        self._found = found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field; the arrow down and Enter go to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found is not None:
            self._found.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()


class ListView(QTableView):
    """A table of whole rows without a grid; Enter or a double click opens one.

    Signals:
        opened: the number of the row that the user opens.
        chosen: the number of the row that is now current, -1 when there is none.
    """

    opened = Signal(int)
    chosen = Signal(int)

    def __init__(self, name: str, model: PagedTable[Any], stretch: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        # It goes when the view goes: left to Python it might be cleared away on another thread.
        model.setParent(self)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(6 * GRID)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        self._place = (-1, 0)
        self._entries: tuple[tuple[str, Callable[[int], object]], ...] = ()
        self._stretch = stretch
        self._spare: tuple[int, ...] = ()
        self._out: set[int] = set()
        self._known_widths: dict[int, int] = {}

    @property
    def row_height(self) -> int:
        """Room for a line of text and a chip, in pixels."""
        return max(ROW_HEIGHT, self.fontMetrics().height() + 3 * GRID)

    def fit(self, *samples: str) -> None:
        """Give each column room for a sample of what it shows; the stretched one ("") takes what is left."""
        header = QFontMetrics(self.horizontalHeader().font())
        for column, sample in enumerate(samples):
            if sample:
                title = str(self.model().headerData(column, Qt.Orientation.Horizontal))
                wanted = max(self.fontMetrics().horizontalAdvance(sample), round(1.1 * header.horizontalAdvance(title)))
                self.setColumnWidth(column, wanted + 3 * GRID)

    def spare(self, *columns: int) -> None:
        """Name the columns that a narrow window can do without, the least needed first."""
        self._spare = columns

    def leave_out(self, column: int, out: bool) -> None:
        """Leave a column out altogether, or not."""
        self._out = self._out - {column} | ({column} if out else set())
        self._make_room()

    def _make_room(self) -> None:
        """Hide what can be spared while the stretched column would have less than `LEAST_STRETCH`."""
        shown = [column for column in range(self.model().columnCount()) if column not in self._out]
        free = self.viewport().width() - sum(self._wide(column) for column in shown if column != self._stretch)
        hidden = set(self._out)
        for column in self._spare:
            if free < scaled(LEAST_STRETCH) and column in shown:
                hidden.add(column)
                free += self._wide(column)
        for column in range(self.model().columnCount()):
            if self.isColumnHidden(column) != (column in hidden):
                self.setColumnHidden(column, column in hidden)

    def _wide(self, column: int) -> int:
        """The width of a column when it is shown."""
        if not self.isColumnHidden(column):
            self._known_widths[column] = self.columnWidth(column)
        return self._known_widths.get(column, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def menu(self, *entries: tuple[str, Callable[[int], object]]) -> None:
        """Give the rows a context menu of (verb, what it does with the row's number)."""
        self._entries = entries
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def menu_of(self, row: int) -> QMenu:
        """The context menu of one row."""
        menu = QMenu(self)
        for verb, act in self._entries:
            menu.addAction(verb).triggered.connect(lambda _checked=False, act=act: act(row))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current."""
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def _show_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if index.isValid():
            menu = self.menu_of(index.row())
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.viewport().mapToGlobal(point))

    def _remember(self) -> None:
        self._place = (self.currentIndex().row(), self.verticalScrollBar().value())

    def _return(self) -> None:
        """Stand near the same place after the rows came anew."""
        row, scrolled = self._place
        last = self.model().rowCount() - 1
        if row >= 0 and last >= 0:
            self.selectRow(min(row, last))
        self.verticalScrollBar().setValue(scrolled)


def dressed() -> theme.Theme:
    """The theme that the application wears."""
    application = QApplication.instance()
    return theme.load(str((application.property("theme") if application else None) or "light"))


class ChipCells(QStyledItemDelegate):
    """Cells of a `PagedTable` that show a word with its sign in a soft shape.

    Args:
        badge: answers what the chip of a row says, or None for an empty cell.
        parent: the view.
    """

    def __init__(self, badge: Callable[[Any], Badge | None], parent: QTableView) -> None:
        super().__init__(parent)
        self._badge = badge
        self._theme = dressed()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell's background as everywhere, and the chip on it."""
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        badge = self._badge_of(index)
        if badge is not None:
            self._draw(painter, bare.rect, badge, self._small(bare.font))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the chip."""
        room = super().sizeHint(option, index)
        return QSize(room.width() + 5 * GRID, room.height())

    def _badge_of(self, index: Index) -> Badge | None:
        model = index.model()
        return self._badge(model.row(index)) if isinstance(model, PagedTable) else None

    def _draw(self, painter: QPainter, cell: QRect, badge: Badge, font: QFont) -> None:
        words, tone = badge
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        text = f"{SIGNS[tone]} {words}"
        height = metrics.height() + 6
        width = min(metrics.horizontalAdvance(text) + 20, cell.width() - 2 * GRID)
        shape = QRectF(cell.left() + 10.5, cell.center().y() - height / 2 + 0.5, width, height)
        painter.setPen(QPen(self._line(tone), 1))
        painter.setBrush(self._colour(tone, soft=True))
        painter.drawRoundedRect(shape, height / 2, height / 2)
        painter.setPen(self._colour(tone))
        inner = shape.adjusted(10, 0, -8, 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(inner.width()) + 2)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _line(self, tone: Tone) -> QColor:
        return self._theme.colour("line") if tone == "neutral" else self._colour(tone)

    def _colour(self, tone: Tone, *, soft: bool = False) -> QColor:
        return self._theme.colour(f"{tone}_soft" if soft else tone)

    @staticmethod
    def _small(font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        small.setWeight(QFont.Weight.DemiBold)
        return small


class FlagCells(ChipCells):
    """As `ChipCells`, but a row without a chip shows its words as any other cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the chip, or the words."""
        if self._badge_of(index) is None:
            QStyledItemDelegate.paint(self, painter, option, index)
        else:
            super().paint(painter, option, index)
