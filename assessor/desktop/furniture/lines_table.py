"""A table of lines to read, such as what goes where."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from assessor.desktop.theme import GRID


class LinesTable(QTableWidget):
    """Lines to read, such as what goes where."""

    def __init__(self, name: str, headings: list[str]) -> None:
        super().__init__(0, len(headings))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(headings)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(5 * GRID)

    def show_lines(self, lines: Sequence[Sequence[str]]) -> None:
        """Show these lines."""
        self.setRowCount(len(lines))
        for place, cells in enumerate(lines):
            for number, words in enumerate(cells):
                self.setItem(place, number, QTableWidgetItem(words))
        self.horizontalHeader().resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        self.show()
