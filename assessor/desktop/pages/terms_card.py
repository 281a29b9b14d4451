"""*Termijnen*: how long notes are kept, and the days that no term of appeal ends on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import Card, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.text import day_text
from assessor.services.changes import Changes

WEEKS = (1, 2, 4, 6, 8, 12, 26)
"""What is offered, beside what was chosen another way."""


class TermsCard(Card):
    """Each choice holds at once.

    Signals:
        changed: something was settled anew; carries the `Changes`.
    """

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=2 * GRID)
        self._context = context
        self.weeks = Choice([])
        self.weeks.activated.connect(self._set_weeks)
        asked = self.tr("How long the notes of a practice dossier are kept after it was made final")
        words = label(asked)
        words.setBuddy(self.weeks)
        self.weeks.setAccessibleName(asked)
        weeks = row(spacing=2 * GRID)
        weeks.addWidget(words, 1)
        weeks.addWidget(self.weeks)
        self.day = DayField(context.application.desk.today())
        self.day.setAccessibleName(self.tr("Extra day"))
        self.add = button(self.tr("Add the day"), self._add, name="add-day")
        self._days = column(spacing=4)
        self.body.addWidget(label(self.tr("Terms"), "heading"))
        self.body.addLayout(weeks)
        self.body.addWidget(label(self.tr("Days on which no appeal term ends"), "label"))
        self.body.addWidget(
            label(
                self.tr("The program knows weekends and general holidays. Add days that the government put on a par."),
                "small",
            )
        )
        self.body.addLayout(self._days)
        self.body.addLayout(row(self.day, self.add, None))
        self.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)

    def reload(self) -> None:
        """Show what is settled."""
        rules = self._context.application.house_rules
        chosen = rules.notes_weeks
        offered = sorted({*WEEKS, chosen})
        self.weeks.offer([(str(weeks), self.tr("%n week(s)", "", weeks)) for weeks in offered], str(chosen))
        clear(self._days)
        for day in sorted(rules.decreed_days):
            said = self._context.say(day_text(day))
            remove = button(self.tr("Remove"), partial(self._remove, day), kind="link")
            remove.setAccessibleName(self.tr("Remove {day}").format(day=said))
            self._days.addLayout(row(label(said, wrap=False), remove, None))

    def _set_weeks(self) -> None:
        weeks = int(self.weeks.code)
        self._settle(lambda: self._context.application.house_rules.set_notes_weeks(weeks))

    def _add(self) -> None:
        self._replace(self._context.application.house_rules.decreed_days | {self.day.day})

    def _remove(self, day: date) -> None:
        self._replace(self._context.application.house_rules.decreed_days - {day})
        self.add.setFocus()

    def _replace(self, days: frozenset[date]) -> None:
        self._settle(lambda: self._context.application.house_rules.set_decreed_days(days))

    def _settle(self, settle: Callable[[], Changes]) -> None:
        try:
            changes = settle()
        except KnownError as refusal:
            self._context.tell_error(refusal)
        else:
            self.changed.emit(changes)
        self.reload()
