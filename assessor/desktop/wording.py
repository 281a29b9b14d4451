"""How the screen words what many pages show: opleiding, variant and fase, days and moments."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QDate, QTime

from assessor.desktop.context import Context
from assessor.domain.programme import PROGRAMMES


class Wording:
    """The words of one page; codes that are no longer offered are shown as they are."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def programme(self, code: str) -> str:
        """An opleiding as people call it: pabo, Ad."""
        return PROGRAMMES[code].name.nl if code in PROGRAMMES else code

    def variant(self, programme: str, code: str) -> str:
        """A variant of an opleiding."""
        known = PROGRAMMES.get(programme)
        return self._context.say(known.variants[code]) if known and code in known.variants else code

    def phase(self, programme: str, code: str) -> str:
        """A fase or semester."""
        return self._phases.get((programme, code), code)

    def course(self, programme: str, phase: str) -> str:
        """Opleiding and fase in one: pabo, jaar 3."""
        words = self.phase(programme, phase)
        return f"{self.programme(programme)}, {words[:1].lower()}{words[1:]}"

    def longest_course(self) -> str:
        """The longest opleiding with fase that is offered, its digits as wide as they come, to make room by."""
        longest = max((self.course(*known) for known in self._phases), key=len, default="")
        return re.sub(r"\d", "0", longest)

    def day(self, day: date | None) -> str:
        """A day, short: 12 mrt 2026; a dash for none."""
        return "–" if day is None else self._context.locale.toString(QDate(day), "d MMM yyyy")

    def long_day(self, day: date) -> str:
        """A day in a sentence: 12 maart 2026."""
        return self._context.locale.toString(QDate(day), "d MMMM yyyy")

    def moment(self, moment: datetime) -> str:
        """When something changed, as short as is clear: today's time, else the day."""
        local = moment.astimezone()
        today = self._context.application.desk.now().astimezone().date()
        if local.date() == today:
            clock = self._context.locale.toString(QTime(local.hour, local.minute), "HH:mm")
            return QCoreApplication.translate("Wording", "today {time}").format(time=clock)
        return self.day(local.date())

    @cached_property
    def _phases(self) -> dict[tuple[str, str], str]:
        offered = self._context.application.instruments.phases
        return {(code, phase.code): self._context.say(phase.name) for code in PROGRAMMES for phase in offered(code)}
