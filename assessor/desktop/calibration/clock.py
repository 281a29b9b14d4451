"""The clock of the discussion: how long there is left for this criterion, to be read from the back of the room."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame

from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.lists import dressed
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label, restyle
from assessor.desktop.theme import GRID


class TalkClock(QFrame):
    """Counts down the minutes of one criterion; after that it says how long it is over time.

    Signals:
        told: the time as it is shown; "+" before it when time is up.
    """

    told = Signal(str)

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._given = self._left = 60.0 * minutes
        self._since = 0.0
        self._tick = QTimer(self)
        self._tick.setInterval(250)
        self._tick.timeout.connect(self._show)
        self.time = label("", "verdict", wrap=False)
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Much larger than any text of the page: it is read from the back of the room.
        self.time.setStyleSheet(f"font-size: {dressed().points(4.5)}pt; font-weight: 700;")
        self.state = label("", "muted", wrap=False)
        self.run = button(self.tr("Start the clock"), self.start_or_pause, shortcut="Ctrl+Space", name="clock-run")
        self.again = button(self.tr("Once more"), self.reset, kind="quiet", name="clock-reset")
        words = column(
            row(self.time, self.state, None, spacing=2 * GRID), row(self.run, self.again, None), spacing=GRID
        )
        words.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        self.setLayout(words)
        self._show()

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self._tick.isActive()

    @property
    def seconds(self) -> float:
        """How many seconds are left; below 0 when time is up."""
        return self._left - (time.monotonic() - self._since if self.is_running else 0.0)

    def start_or_pause(self) -> None:
        """Let time pass, or stop it."""
        if self.is_running:
            self._left = self.seconds
            self._tick.stop()
        else:
            self._since = time.monotonic()
            self._tick.start()
        self.run.setText(self.tr("Pause") if self.is_running else self.tr("Start the clock"))
        self._show()

    def go_on(self, seconds: float, *, running: bool) -> None:
        """Stand where another clock stood."""
        self._left = seconds
        if running:
            self.start_or_pause()
        self._show()

    def reset(self) -> None:
        """Begin again with all of the time."""
        self._tick.stop()
        self._left = self._given
        self.run.setText(self.tr("Start the clock"))
        self._show()

    def _show(self) -> None:
        left = self.seconds
        whole = abs(int(left if left < 0 else left + 0.999))
        over = left < 0
        shown = f"{'+' if over else ''}{whole // 60}:{whole % 60:02}"
        self.time.setText(shown)
        self.told.emit(shown)
        self.state.setText(self.tr("time is up") if over else self.tr("left"))
        if self.time.property("tone") != ("warning" if over else None):
            restyle(self.time, tone="warning" if over else None)
