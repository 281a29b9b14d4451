"""Study years and days as a register writes them; what people mean by a day stands in `assessor.domain.day`."""

from __future__ import annotations

import re
from datetime import date

from assessor.domain.day import FIRST, LAST, day_of, year_of
from assessor.domain.text import Text

__all__ = ["FIRST", "LAST", "cohort_of", "day_of", "short"]


def cohort_of(words: str) -> str | None:
    """The first study year as 2025-2026, from 2025-2026, 2025/26, 25-26 or 2025; None when it is none."""
    match = re.fullmatch(r"(\d{4}|\d{2})(?:\s*[-/–]\s*(\d{4}|\d{2}))?", words.strip())
    if match is None or (match[2] is None and len(match[1]) == 2):
        return None
    first = year_of(match[1])
    if match[2] is not None and year_of(match[2]) != first + 1:
        return None
    return f"{first}-{first + 1}" if FIRST.year <= first < LAST.year else None


def short(day: date) -> Text:
    """A day as a list writes it: 12-3-2026, in English 12/3/2026."""
    written = f"{day.day}-{day.month}-{day.year}"
    return Text(written, f"{day.day}/{day.month}/{day.year}")
