"""*Ontwikkelpunten van vorige keer*: only when it is asked for, and only once the sheet is scored."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import Card, clear, column, plain, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.sheet.midterm_card import MidtermBeside
from assessor.desktop.theme import GRID
from assessor.domain.growth import EarlierPoint
from assessor.domain.text import day_text


class GrowthPanel(QWidget):
    """The earlier points, or the sentence that says why they do not show yet."""

    def __init__(self, context: Context, dossier_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._dossier_id = context, dossier_id
        self._points = column(spacing=12)
        self.midterm = MidtermBeside(context, dossier_id, self)
        content = QWidget()
        heading = label(self.tr("Development points of last time"), "label")
        content.setLayout(column(heading, self._points, self.midterm, None, spacing=2 * GRID))
        self.setLayout(column(plain(scrolling(content, max_width=None))))
        self.show_stored()

    def show_stored(self) -> None:
        """Look again how far the sheet is."""
        self.midterm.show_stored()
        clear(self._points)
        growth = self._context.application.growth.of(self._dossier_id)
        if not growth.is_open:
            words = self.tr("Not yet: %n criterion(s) have no level.", "", growth.unscored)
            why = self.tr("What was said last time shows once everything is scored, so that it does not steer you.")
            self._points.addWidget(label(f"{words} {why}", "muted"))
        elif not growth.points:
            self._points.addWidget(
                label(self.tr("This student has no earlier result with a development point."), "muted")
            )
        for point in growth.points:
            self._points.addWidget(self._card(point))

    def _card(self, point: EarlierPoint) -> Card:
        parts = [self._context.say(point.source)]
        if point.day is not None:
            parts.append(self._context.say(day_text(point.day)))
        return Card(label(point.words), label(" · ".join(parts), "small"), spacing=GRID // 2)
