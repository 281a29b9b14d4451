"""What the columns of a table of ratings mean: the layout is recognised by its header."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from assessor.exchange.refusals import (
    COLUMN_UNKNOWN,
    COLUMNS_MISSING,
    NAME_MISSING,
    NAME_TWICE,
    NO_HEADER,
    ONE_COLUMN,
    refused,
    shown,
)

Role = Literal["work", "criterion", "assessor", "level", "reference", "session", "date"]

_NAMES: dict[str, Role] = {
    "work": "work",
    "werk": "work",
    "les": "work",
    "criterion": "criterion",
    "criterium": "criterion",
    "assessor": "assessor",
    "beoordelaar": "assessor",
    "level": "level",
    "niveau": "level",
    "reference": "reference",
    "referentie": "reference",
    "session": "session",
    "sessie": "session",
    "date": "date",
    "datum": "date",
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where everything stands; columns are counted from 0.

    Attributes:
        row: Row of the header, counted from 1.
        width: Number of columns.
        places: Column of each role; in the wide layout the item stands under `work`, or under `criterion` when its
            header says so.
        assessors: In the wide layout the columns that are assessors, with their names; empty in the long layout.
        first: Header of the first column.
    """

    row: int
    width: int
    places: dict[Role, int]
    assessors: dict[int, str]
    first: str

    @property
    def wide(self) -> bool:
        """Whether each assessor has a column."""
        return bool(self.assessors)


def bare(words: str) -> str:
    """A cell without spaces around it, its accents composed, so that equal names are equal."""
    return unicodedata.normalize("NFC", words.strip())


def recognise(name: str, row: int, header: Sequence[str]) -> Columns:
    """The columns of a header.

    Long is a header with an assessor or a level; everything else is wide.

    Args:
        name: the file's own name, for refusals.
        row: the header's row, counted from 1.
        header: its cells.

    Raises:
        KnownError: ``column-unknown``, ``column-missing``, ``column-unnamed``, ``column-twice``, ``table-one-column``.
    """
    titles = [bare(cell) for cell in header]
    while titles and not titles[-1]:
        titles.pop()
    if len(titles) < 2:
        raise refused(name, ONE_COLUMN, row)
    seen: set[str] = set()
    for place, title in enumerate(titles):
        if not title and place:
            raise refused(name, NAME_MISSING, row, place)
        if title in seen:
            raise refused(name, NAME_TWICE.filled(column=shown(title)), row, place)
        seen.add(title)
    roles = [_NAMES.get(title.casefold()) for title in titles]
    return (_long if {"assessor", "level"} & set(roles) else _wide)(name, row, titles, roles)


def _long(name: str, row: int, titles: list[str], roles: list[Role | None]) -> Columns:
    places: dict[Role, int] = {}
    for place, (title, role) in enumerate(zip(titles, roles, strict=True)):
        if role is None:
            raise refused(name, COLUMN_UNKNOWN.filled(column=shown(_hinted(title))), row, place)
        if role in places:
            raise refused(name, NAME_TWICE.filled(column=role), row, place)
        places[role] = place
    for needed in ("work", "assessor", "level"):
        if needed not in places:
            raise refused(name, COLUMNS_MISSING.filled(column=needed), row)
    return Columns(row, len(titles), places, {}, titles[0])


def _hinted(title: str) -> str:
    near = get_close_matches(title.casefold()[:40], list(_NAMES), n=1)
    return f"{title} ({near[0]}?)" if near else title


def _wide(name: str, row: int, titles: list[str], roles: list[Role | None]) -> Columns:
    places: dict[Role, int] = {"criterion" if roles[0] == "criterion" else "work": 0}
    assessors = {}
    for place, (title, role) in enumerate(zip(titles[1:], roles[1:], strict=True), start=1):
        if role == "reference":
            places["reference"] = place
        elif role is None:
            assessors[place] = title
        elif {"work", "criterion"} <= set(roles):
            raise refused(name, COLUMNS_MISSING.filled(column="assessor"), row)
        else:
            raise refused(name, COLUMN_UNKNOWN.filled(column=shown(title)), row, place)
    if not assessors:
        raise refused(name, ONE_COLUMN, row)
    return Columns(row, len(titles), places, assessors, titles[0])


def require_header(name: str, columns: Columns, below: Sequence[str], levels: Sequence[str] = ()) -> None:
    """Refuse (KnownError ``header-missing``) a wide table whose first row is clearly one of ratings.

    It is when its first cell is numbered like the one below (i1 above i2), or when every assessor is called by a level
    that is a word.

    Args:
        name: the file's own name.
        columns: as recognised.
        below: the cells of the next row.
        levels: the declared levels that are words.
    """
    if not columns.wide:
        return
    pattern, under = (re.sub(r"\d+([.,]\d+)*", "#", bare(cell)) for cell in (columns.first, below[0]))
    numbered = "#" in pattern and pattern == under
    if numbered or (levels and set(columns.assessors.values()) <= set(levels)):
        raise refused(name, NO_HEADER, columns.row)
