"""A table of ratings from a CSV file or a workbook, as coded arrays; nothing is dropped without a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assessor.exchange import delimited, spreadsheet
from assessor.exchange.delimited import Block
from assessor.exchange.rating_columns import Columns, Role, bare, recognise, require_header
from assessor.exchange.refusals import (
    CELL_MISSING,
    EMPTY,
    ROW_LENGTH,
    refused,
)
from assessor.exchange.table_file import content_of, is_workbook

MOST_BYTES: Final = 60_000_000
"""The largest file that is read: a million ratings take some 20 million bytes, and 35 times that in memory."""

Codes = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Words:
    """One kind of cell: the distinct words in order of appearance, and which of them stands where.

    Attributes:
        names: The words, without spaces around them.
        codes: Place in `names`, shape (ratings,).
    """

    names: tuple[str, ...]
    codes: Codes

    def filled(self) -> NDArray[np.bool_]:
        """Where something stands, shape (ratings,)."""
        there: NDArray[np.bool_] = np.array([bool(name) for name in self.names], dtype=bool)[self.codes]
        return there

    def first(self, name: str) -> int:
        """Place of the first cell with this word."""
        return int((self.codes == self.names.index(name)).argmax())


@dataclass(frozen=True, eq=False)
class RatingsFile:
    """What a file says, one entry a cell with a level, empty ones too, before its levels are understood.

    Attributes:
        name: The file's own name, without its folder.
        columns: Where everything stands.
        cells: Words by role; in the long layout as far as the column is there.
        row: Row of each entry, counted from 1 with the header.
        column: Column of each entry's level, counted from 0.
    """

    name: str
    columns: Columns
    cells: dict[Role, Words]
    row: Codes
    column: Codes


def read_ratings(path: Path, levels: Sequence[str] = ()) -> RatingsFile:
    """Read a table of ratings, long or wide.

    Args:
        path: CSV (UTF-8; comma, semicolon or tab) or XLSX, told apart by their content.
        levels: the declared levels that are words; helps to see that a header is missing.

    Raises:
        KnownError: the file or a row cannot be read as a table of ratings; the row is named.
    """
    content = _content(path)
    found: Iterable[Block]
    if is_workbook(content):
        found = [(1, spreadsheet.rows(content, path.name))]
    else:
        found = delimited.blocks(content, path.name)
    return _Reading(path.name, levels).read(found)


def _content(path: Path) -> bytes:
    content = content_of(path, MOST_BYTES)
    if not content:
        raise refused(path.name, EMPTY)
    return content


class _Index(defaultdict[str, int]):
    """Numbers words in order of appearance."""

    def __init__(self) -> None:
        super().__init__(self.__len__)

    def codes(self, words: Sequence[str]) -> Codes:
        return np.fromiter(map(self.__getitem__, words), dtype=np.intp, count=len(words))


@dataclass
class _Reading:
    """One reading of a file, block by block, so that a million rows are never all in memory as text."""

    name: str
    levels: Sequence[str]
    columns: Columns | None = None
    index: dict[Role, _Index] = field(default_factory=dict)
    parts: dict[Role, list[Codes]] = field(default_factory=dict)
    rows: list[Codes] = field(default_factory=list)

    def read(self, found: Iterable[Block]) -> RatingsFile:
        for first, lines in found:
            self._take(first, lines)
        if self.columns is None or not self.rows:
            raise refused(self.name, EMPTY)
        codes = {role: np.concatenate(parts) for role, parts in self.parts.items()}
        row = np.concatenate(self.rows)
        if self.columns.wide:
            return self._spread(self.columns, codes, row)
        cells = {role: _merged(self.index[role], one) for role, one in codes.items()}
        there = np.logical_or.reduce([words.filled() for words in cells.values()])
        kept = {role: Words(words.names, words.codes[there]) for role, words in cells.items()}
        level = np.full(int(there.sum()), self.columns.places["level"], dtype=np.intp)
        return _whole(RatingsFile(self.name, self.columns, kept, row[there], level))

    def _take(self, first: int, lines: list[list[str]]) -> None:
        if self.columns is None:
            head = next((place for place, line in enumerate(lines) if any(map(str.strip, line))), None)
            if head is None:
                return
            self.columns = recognise(self.name, first + head, lines[head])
            roles: list[Role] = list(self.columns.places)
            if self.columns.wide:
                roles.append("level")
            self.index = {role: _Index() for role in roles}
            self.parts = {role: [] for role in roles}
            first, lines = first + head + 1, lines[head + 1 :]
        numbers, lines = self._even(self.columns.width, first, lines)
        if not lines:
            return
        if not self.rows:
            require_header(self.name, self.columns, lines[0], self.levels)
        self.rows.append(numbers)
        columns = list(zip(*lines, strict=True))
        for role, place in self.columns.places.items():
            self.parts[role].append(self.index[role].codes(columns[place]))
        if self.columns.wide:
            levels = [self.index["level"].codes(columns[place]) for place in self.columns.assessors]
            self.parts["level"].append(np.stack(levels, axis=1))

    def _even(self, width: int, first: int, lines: list[list[str]]) -> tuple[Codes, list[list[str]]]:
        """Row numbers and rows of exactly the header's width, without the empty ones."""
        numbers = np.arange(first, first + len(lines), dtype=np.intp)
        if set(map(len, lines)) <= {width}:
            return numbers, lines
        kept, even = [], []
        for number, line in zip(numbers, lines, strict=True):
            if not any(map(str.strip, line)):
                continue
            if len(line) < width or any(map(str.strip, line[width:])):
                raise refused(self.name, ROW_LENGTH.filled(found=len(line), wanted=width), int(number))
            kept.append(number)
            even.append(line[:width])
        return np.array(kept, dtype=np.intp), even

    def _spread(self, columns: Columns, codes: dict[Role, Codes], row: Codes) -> RatingsFile:
        """A wide table as one entry for each cell."""
        table = codes.pop("level")
        levels = _merged(self.index["level"], table.ravel())
        cells: dict[Role, Words] = {}
        filled = levels.filled().reshape(table.shape).any(axis=1)
        for role, one in codes.items():
            words = _merged(self.index[role], one)
            filled |= words.filled()
            cells[role] = Words(words.names, np.repeat(words.codes, table.shape[1]))
        kept = np.repeat(filled, table.shape[1])
        names, places = tuple(columns.assessors.values()), np.array(list(columns.assessors), dtype=np.intp)
        cells["assessor"] = Words(names, np.tile(np.arange(len(names), dtype=np.intp), len(row)))
        cells["level"] = levels
        cells = {role: Words(words.names, words.codes[kept]) for role, words in cells.items()}
        column = np.tile(places, len(row))[kept]
        return _whole(RatingsFile(self.name, columns, cells, np.repeat(row, table.shape[1])[kept], column))


def _merged(index: _Index, codes: Codes) -> Words:
    """The words without spaces around them, those that are then equal made one."""
    names = _Index()
    place = names.codes([bare(word) for word in index])
    return Words(tuple(names), place[codes] if len(codes) else codes)


def _whole(found: RatingsFile) -> RatingsFile:
    """Refuse a table without rows, and rows that do not say who rated what."""
    if not len(found.row):
        raise refused(found.name, EMPTY)
    for role in _needed(found):
        empty = ~found.cells[role].filled()
        if empty.any():
            place = int(empty.argmax())
            column = found.columns.places[role]
            raise refused(found.name, CELL_MISSING.filled(column=role), int(found.row[place]), column)
    return found


def _needed(found: RatingsFile) -> Iterator[Role]:
    if found.columns.wide:
        yield from (role for role in ("work", "criterion") if role in found.columns.places)
        return
    yield from ("work", "assessor")
    # A column of criteria that is empty throughout says that each work is one item; half filled it is a mistake.
    if "criterion" in found.cells and found.cells["criterion"].filled().any():
        yield "criterion"
    for role in ("session", "date"):
        if role in found.cells and found.cells[role].filled().any():
            yield role
