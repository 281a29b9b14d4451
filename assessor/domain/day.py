"""Days as people and spreadsheets write them: 12-3-2026, 12 mrt 2026, do 12 maart '26, 2026-03-12, 46093."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from assessor.domain.student import search_key

FIRST, LAST = date(1950, 1, 1), date(2100, 12, 31)
"""No day of the field lies outside; such a day is a slip of the keys."""

_EXCEL, _MACINTOSH = date(1899, 12, 30), date(1904, 1, 1)
_MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "mrt", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
_WEEKDAYS = (
    "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"
)
_WEEKDAY = re.compile(rf"^(?:{_WEEKDAYS})\.?,?\s+", re.IGNORECASE)
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*['’]?(\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(\d{1,2})[\s./-]*([^\W\d_]+)[\s./-]*['’]?(\d{4}|\d{2})")
_EIGHT = re.compile(r"\d{8}")
_SERIAL = re.compile(r"\d{5}")


@lru_cache(maxsize=4_096)
def day_of(words: str, *, starts_1904: bool = False) -> date | None:
    """The day that is meant, or None.

    Day comes before month, as in the Netherlands. Two digits of a year are of this century, from 70 on of the former.

    Args:
        words: a cell.
        starts_1904: whether a bare number counts from 1 January 1904 and not from 30 December 1899.
    """
    bare = _TIME.sub("", _WEEKDAY.sub("", words.strip())).strip().rstrip(".")
    found = _numbers(bare)
    if found is None and _SERIAL.fullmatch(bare):
        return _within((_MACINTOSH if starts_1904 else _EXCEL) + timedelta(days=int(bare)))
    if found is None:
        return None
    try:
        return _within(date(*found))
    except ValueError:
        return None


def _numbers(words: str) -> tuple[int, int, int] | None:
    """Year, month and day as they were written."""
    if match := _YEAR_FIRST.fullmatch(words):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DAY_FIRST.fullmatch(words):
        return year_of(match[3]), int(match[2]), int(match[1])
    if match := _IN_WORDS.fullmatch(words):
        return year_of(match[3]), _month(match[2]), int(match[1])
    if _EIGHT.fullmatch(words):
        year_first = int(words[:4]), int(words[4:6]), int(words[6:])
        # 20260312 and 12032026 cannot both be days of these two centuries.
        return year_first if 1 <= year_first[1] <= 12 else (int(words[4:]), int(words[2:4]), int(words[:2]))
    return None


def year_of(digits: str) -> int:
    """The year that four or two digits mean; two are of this century, from 70 on of the former."""
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 70 else 2000)


def _month(word: str) -> int:
    """The month of a word or its beginning; 0, which is no month, when none begins so."""
    begun = search_key([word])
    if len(begun) < 3:
        return 0
    return next((n for n, names in enumerate(_MONTHS, start=1) if any(name.startswith(begun) for name in names)), 0)


def _within(day: date) -> date | None:
    return day if FIRST <= day <= LAST else None
