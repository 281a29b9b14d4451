"""The presentation: one slide at a time over the whole screen, in letters for the last row of a hall; without names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from assessor.desktop import theme
from assessor.desktop.furniture.lists import dressed
from assessor.desktop.furniture.surfaces import column, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID

LINES = 25
"""Lines of running text that would fit on the screen: letters of 1/25 of its height are read from the last row."""
LEAST = 1.7
"""How much larger than on a page the words are at the least."""


@dataclass(frozen=True)
class Slide:
    """What is shown at once."""

    title: str
    content: QWidget


class Beamer(QWidget):
    """Slides over the whole screen: arrows, Page Up and Page Down (a clicker) turn them; Esc or F11 closes."""

    def __init__(self, parent: QWidget, title: str, slides: Sequence[Slide]) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._screen = _other_screen(parent)
        self._dress(self._screen.geometry().height() if self._screen is not None else parent.screen().size().height())
        self.setAutoFillBackground(True)
        self.slides = list(slides)
        self.stack = QStackedWidget()
        self._areas: list[QWidget] = []
        for slide in self.slides:
            area = scrolling(slide.content, max_width=None)
            area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            area.setAccessibleName(slide.title)
            self._areas.append(area)
            self.stack.addWidget(area)
        self.heading = label("", "title")
        self.place = label("", "small", wrap=False)
        head = row(spacing=2 * GRID)
        head.addWidget(self.heading, 1)
        foot = row(label(title, "small", wrap=False), None, label(self._hint(), "small", wrap=False), self.place)
        foot.setSpacing(4 * GRID)
        layout = column(head, self.stack, foot, spacing=2 * GRID)
        layout.setStretch(1, 1)
        layout.setContentsMargins(6 * GRID, 4 * GRID, 6 * GRID, 2 * GRID)
        self.setLayout(layout)
        self._keys()
        self.turn_to(0)

    @property
    def area(self) -> QWidget:
        """The slide that is shown."""
        return self._areas[self.stack.currentIndex()]

    def turn_to(self, number: int) -> None:
        """Show a slide, counted from 0; there is nothing before the first and after the last."""
        if not 0 <= number < len(self.slides):
            return
        self.stack.setCurrentIndex(number)
        self.heading.setText(self.slides[number].title)
        self.place.setText(f"{number + 1} / {len(self.slides)}" if len(self.slides) > 1 else "")
        self.area.setFocus()

    def present(self) -> None:
        """Cover the whole screen: the other one than where the window is, when there are two."""
        if self._screen is not None:
            self.setGeometry(self._screen.geometry())
        self.showFullScreen()

    def _hint(self) -> str:
        return self.tr("Arrows turn · Esc closes") if len(self.slides) > 1 else self.tr("Esc closes")

    def _keys(self) -> None:
        for keys, by in ((("Right", "PgDown", "Space"), 1), (("Left", "PgUp", "Backspace"), -1)):
            for key in keys:
                QShortcut(QKeySequence(key), self, lambda by=by: self.turn_to(self.stack.currentIndex() + by))
        QShortcut(QKeySequence("Home"), self, lambda: self.turn_to(0))
        QShortcut(QKeySequence("End"), self, lambda: self.turn_to(len(self.slides) - 1))
        for key in ("Esc", "F11"):
            QShortcut(QKeySequence(key), self, self.close)

    def _dress(self, height: int) -> None:
        look = dressed()
        dots = look.points() * self.logicalDpiY() / 72
        larger = max(LEAST, height / LINES / dots)
        self.scale = larger
        sheet = theme.style_sheet(theme.Theme(look.name, look.colours, look.scale * larger))
        self.setStyleSheet(sheet)


def _other_screen(parent: QWidget) -> QScreen | None:
    return next((one for one in QApplication.screens() if one is not parent.screen()), None)
