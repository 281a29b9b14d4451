"""The two study years of the example, counted from today: no date in it is fixed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

_SUMMER = (7, 8)


@dataclass(frozen=True, slots=True)
class StudyYears:
    """The study year of today and the one before it.

    Args:
        today: the day that the example is made on.
        earliest: the first day on which the instruments are valid.
    """

    today: date
    earliest: date

    @property
    def current(self) -> int:
        """The calendar year in which this study year began (on 1 September)."""
        return self.today.year if self.today.month >= 9 else self.today.year - 1

    @property
    def start(self) -> date:
        """The first day of the study year before this one."""
        return date(self.current - 1, 9, 1)

    def of(self, day: date) -> int:
        """The calendar year in which the study year of a day began."""
        return day.year if day.month >= 9 else day.year - 1

    def school_days(self) -> list[date]:
        """Every day before today on which something could be assessed, oldest first; may be empty."""
        first = max(self.start + timedelta(days=42), self.earliest)
        count = max(0, (self.today - first).days)
        days = (first + timedelta(days=number) for number in range(count))
        return [day for day in days if day.weekday() < 5 and day.month not in _SUMMER]

    def last_school_day(self) -> date:
        """The last weekday before today."""
        back = {0: 3, 6: 2}.get(self.today.weekday(), 1)
        return self.today - timedelta(days=back)

    def cohort(self, year: int) -> str:
        """The cohort of a student who is in this year of study now: "2025-2026"."""
        first = self.current - year + 1
        return f"{first}-{first + 1}"


def moment(day: date, draw: random.Random, first_hour: int = 8, hours: int = 6) -> datetime:
    """A working moment of a day, in UTC."""
    minutes = draw.randrange(hours * 60)
    start = datetime.combine(day, time(first_hour), tzinfo=UTC)
    return start + timedelta(minutes=minutes, seconds=draw.randrange(60))
