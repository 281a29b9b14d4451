"""The calendar behind a day: a month at a glance, dressed as the rest of the program."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from assessor.desktop.furniture.buttons import tint
from assessor.desktop.theme import GRID
from assessor.domain.day import FIRST, LAST


class DayCalendar(QCalendarWidget):
    """Shows a month beside a field until a day is picked or Esc is pressed.

    Signals:
        picked: a day was clicked, or chosen by Enter.
    """

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setDateRange(QDate(FIRST), QDate(LAST))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekend, QTextCharFormat())  # no red: that is for what asks attention
        for name, picture in (("qt_calendar_prevmonth", "previous"), ("qt_calendar_nextmonth", "next")):
            turn = self.findChild(QToolButton, name)
            if turn is not None:
                tint(turn, picture, QPalette.ColorRole.Text)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)

    def open_at(self, day: date, field: QWidget) -> None:
        """Show a day's month under a field, or above it where the screen ends."""
        self.setSelectedDate(QDate(day))
        self.adjustSize()
        self.move(self._place(field))
        self.show()
        self.setFocus()

    def sizeHint(self) -> QSize:
        """Room for six weeks at this text size, for which Qt's own hint is too small."""
        words = self.fontMetrics()
        day, week = words.horizontalAdvance("Wed") + 3 * GRID, words.height() + 12
        return super().sizeHint().expandedTo(QSize(8 * day, 9 * week))

    def _place(self, field: QWidget) -> QPoint:
        screen = field.screen().availableGeometry().adjusted(GRID, GRID, -GRID, -GRID)
        placed = QRect(field.mapToGlobal(QPoint(0, field.height())), self.size())
        if placed.bottom() > screen.bottom():
            placed.moveBottom(field.mapToGlobal(QPoint(0, 0)).y())
        placed.moveRight(min(placed.right(), screen.right()))
        placed.moveBottom(min(placed.bottom(), screen.bottom()))
        return QPoint(max(placed.left(), screen.left()), max(placed.top(), screen.top()))

    def _pick(self, picked: QDate) -> None:
        self.close()
        self.picked.emit(date(picked.year(), picked.month(), picked.day()))
