"""What a workspace or backup holds, at a glance; beside each other where two are compared."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.storage.contents import Contents


class ContentsView(QWidget):
    """Three lines: dossiers, students, last change; in one column, or in two with a heading each."""

    def __init__(self, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(3, 1)
        self.setLayout(self._grid)
        names = (self.tr("Assessments"), self.tr("Students"), self.tr("Changed last"))
        for line, name in enumerate(names, start=1):
            self._grid.addWidget(label(name, "muted", wrap=False), line, 0)
        self._cells: dict[tuple[int, int], QLabel] = {}

    def show_contents(self, contents: Contents, column: int = 1, heading: str = "") -> None:
        """Show what one holds, in column 1 or 2."""
        words = (heading, str(contents.dossiers), str(contents.students), self._moment(contents))
        for line, text in enumerate(words):
            cell = self._cells.get((line, column))
            if cell is None:
                cell = label("", "label" if line == 0 else "body", wrap=False)
                self._cells[line, column] = cell
                self._grid.addWidget(cell, line, column)
            cell.setText(text)
            cell.setVisible(bool(text))

    def _moment(self, contents: Contents) -> str:
        if contents.last_change is None:
            return "–"
        local = contents.last_change.astimezone()
        return f"{self._locale.toString(QDate(local.date()), 'd MMM yyyy')}, {local:%H:%M}"
