"""A table whose rows come from the query in pages, as far as the user scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

PAGE = 50
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its heading (already translated), what it shows, and how it reads to a screen reader."""

    heading: str
    show: Callable[[Row], str]
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    speak: Callable[[Row], str] | None = None


class PagedTable(QAbstractTableModel, Generic[Row]):
    """Rows in pages of `PAGE`.

    Args:
        columns: what each column shows.
        fetch: answers the rows from an offset, at most a limit.
        count: answers how many rows there are in all.
        parent: the Qt parent.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[int, int], Sequence[Row]],
        count: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._fetch = fetch
        self._count = count
        self._rows: list[Row] = []
        self._total = 0

    def reload(self) -> None:
        """Ask for the first page again, because the filter or what lies behind it changed."""
        total = self._count()
        self.show(total, self._fetch(PAGE, 0) if total else [])

    def show(self, total: int, rows: Sequence[Row]) -> None:
        """Show other first rows, such as those that a job fetched, of `total` in all."""
        self.beginResetModel()
        self._total = total
        self._rows = list(rows)
        self.endResetModel()

    @property
    def total(self) -> int:
        """How many rows there are in all, seen or not."""
        return self._total

    def row(self, index: Index | int) -> Row:
        """What stands in a row."""
        return self._rows[index if isinstance(index, int) else index.row()]

    # --- what Qt asks

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Rows fetched so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether another page is there."""
        return not parent.isValid() and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next page."""
        if parent.isValid():
            return
        more = self._fetch(PAGE, len(self._rows))
        if not more:
            self._total = len(self._rows)
            return
        self.beginInsertRows(NO_INDEX, len(self._rows), len(self._rows) + len(more) - 1)
        self._rows += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """What a cell shows, says and how it is aligned."""
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.show(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.heading}: {(column.speak or column.show)(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return None
