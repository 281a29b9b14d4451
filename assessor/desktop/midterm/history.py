"""What happened to a midterm: when, what and by whom; what anybody filled in never stands in it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QGridLayout

from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import Card
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError


class MidtermHistory(Card):
    """The events of one midterm, the oldest first."""

    def __init__(self, context: Context, midterm_id: str) -> None:
        super().__init__(label(self.tr("What happened"), "heading"), spacing=12)
        self._context = context
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, (at, actor, what) in enumerate(context.application.midterms.overview.history(midterm_id)):
            grid.addWidget(label(self._moment(at), "muted", wrap=False), number, 0, top)
            grid.addWidget(label(context.say(what)), number, 1, top)
            grid.addWidget(label(self._who(actor), "muted", wrap=False), number, 2, top)
        self.body.addLayout(grid)

    def _moment(self, iso: str) -> str:
        at = datetime.fromisoformat(iso).astimezone()
        day = self._context.locale.toString(QDate(at.date()), QLocale.FormatType.ShortFormat)
        return f"{day} {at:%H:%M}"

    def _who(self, person_id: str) -> str:
        try:
            return self._context.application.people.get(person_id).name
        except KnownError:
            return "–"
