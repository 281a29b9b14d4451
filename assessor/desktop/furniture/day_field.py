"""A day: typed as people write it, or picked in the calendar behind it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolTip, QWidget

from assessor.desktop import icons
from assessor.desktop.furniture.day_calendar import DayCalendar
from assessor.desktop.furniture.words import restyle
from assessor.domain.day import FIRST, LAST, day_of

_MODIFIERS = Qt.KeyboardModifier
_DAYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_MONTHS = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}


class DayField(QLineEdit):
    """One day, understood as a whole when the field is left: 12-3-2026, 12/3/26, 12 mrt 2026, or 12-3 of the same year.

    A date edit of Qt steps to the month by itself after 15 and a second time at the hyphen, so that whoever types
    15-1-2025 gets another day without a word. Here what was typed stays as it was typed until the field is left; what
    is no day gives way to the day that stood there, and that is said.

    Keys: arrows for a day, Page Up and Page Down for a month, Alt+Down or F4 for the calendar.

    Signals:
        day_changed: the field holds another day.
    """

    day_changed = Signal()

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day
        self._doubt = ""
        """What is to be said of text that was no day, until whoever typed it confirms or types again."""
        self._calendar: DayCalendar | None = None
        self.setMaxLength(40)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        picture = icons.icon("calendar", self.palette().color(QPalette.ColorRole.PlaceholderText))
        opener = self.addAction(picture, QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip(self.tr("Calendar (Alt+Down)"))
        opener.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._settle)
        self.textEdited.connect(lambda _text: self._forget_doubt())
        self._write()

    @property
    def day(self) -> date:
        """The day, also while it is being typed; the day before that as long as there is none to read."""
        return self._typed() or self._day

    def show_day(self, day: date) -> None:
        """Hold another day."""
        changed, self._day = day != self._day, day
        self._forget_doubt()
        self._write()
        if changed:
            self.day_changed.emit()
        if self.property("invalid"):
            restyle(self, invalid=False)

    def take_doubt(self) -> bool:
        """Whether what was typed last was no day: it is said once more, and the keys come here to look."""
        if self._typed() is None:
            self._settle()
        words = self._doubt
        if words:
            self._forget_doubt()
            self.setFocus()
            self._point_out(words)
        return bool(words)

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        if self._calendar is None:
            self._calendar = DayCalendar(self)
            self._calendar.picked.connect(self._pick)
        self._calendar.open_at(self.day, self)

    def _pick(self, day: date) -> None:
        self.setFocus()
        self.show_day(day)
        self.selectAll()

    # --- typing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages step, Alt+Down and F4 open the calendar, Enter does not pass over what is no day."""
        key, bare = event.key(), event.modifiers() & ~_MODIFIERS.KeypadModifier == _MODIFIERS.NoModifier
        if key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and event.modifiers() & _MODIFIERS.AltModifier):
            self.open_calendar()
        elif bare and key in (*_DAYS, *_MONTHS):
            self._step(QDate(self.day).addMonths(_MONTHS.get(Qt.Key(key), 0)).addDays(_DAYS.get(Qt.Key(key), 0)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._typed() is None:
            self._settle()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by key types over what stands there, also when coming back from the calendar."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def sizeHint(self) -> QSize:
        """Room for the longest day with the calendar's picture."""
        hint = super().sizeHint()
        words = self.fontMetrics().horizontalAdvance("30-12-2026")
        return QSize(words + icons.SIZE + hint.height(), hint.height())

    def _step(self, to: QDate) -> None:
        day = date(to.year(), to.month(), to.day())
        if FIRST <= day <= LAST:
            self.show_day(day)
            self.selectAll()

    def _typed(self) -> date | None:
        """What is meant by what stands there; without a year the year that stood there."""
        return day_of(self.text()) or day_of(f"{self.text().strip().rstrip('-/.')}-{self._day.year}")

    def _settle(self) -> None:
        day = self._typed()
        if day is not None:
            self.show_day(day)
            return
        said = self.tr("“{text}” is not a day. It is still {day}.")
        self._doubt = said.format(text=self.text(), day=_written(self._day))
        self._point_out(self._doubt)
        self._write()
        if self.hasFocus():
            self.selectAll()

    def _forget_doubt(self) -> None:
        self._doubt = ""

    def _point_out(self, words: str) -> None:
        restyle(self, invalid=True)
        # Later, because a tooltip goes away at the change of focus that this may come from.
        QTimer.singleShot(0, self, lambda: QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), words, self))

    def _write(self) -> None:
        self.setText(_written(self._day))


def has_doubt(form: QWidget) -> bool:
    """Whether a form is to wait: in one of its days something was typed that is no day, which is said again."""
    return any(one.take_doubt() for one in form.findChildren(DayField) if one.isVisibleTo(form))


def _written(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
