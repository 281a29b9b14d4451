"""One row of a file as the import asks it questions; what cannot be answered is refused with its column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from assessor.exchange.refusals import Fault, shown
from assessor.exchange.register_columns import Field, Kind
from assessor.exchange.register_days import day_of
from assessor.exchange.register_file import Line, Refusal, Table
from assessor.exchange.register_names import Name, last_name, straight_name, whole_name
from assessor.exchange.register_refusals import DAY_UNKNOWN, EMPTY_CELL, NAME_UNCLEAR, PERIOD_REVERSED
from assessor.exchange.register_words import Unclear

Meaning = TypeVar("Meaning")


class Unfit(Exception):
    """A row that cannot be taken over."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.fault.code)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Row:
    """A line with the table that it stands in."""

    table: Table
    line: Line

    @property
    def kind(self) -> Kind:
        """What it lists."""
        return self.table.kind

    @property
    def number(self) -> int:
        """Its number, counted from 1."""
        return self.line.row

    def said(self, field: Field) -> str:
        """What it says of a field, "" for nothing."""
        return self.line.cells.get(field, "")

    def has(self, field: Field) -> bool:
        """Whether there is a column for the field at all."""
        return field in self.table.columns.places

    def needed(self, field: Field) -> str:
        """What it says of a field that may not be empty."""
        said = self.line.cells.get(field, "")
        if not said:
            raise self.unfit(EMPTY_CELL.filled(column=field.word), field)
        return said

    def understood(self, field: Field, read: Callable[[str], Meaning]) -> Meaning:
        """What a field that was filled means."""
        try:
            return read(self.needed(field))
        except Unclear as unclear:
            raise self.unfit(unclear.fault, field) from None

    def day(self, field: Field) -> date | None:
        """The day in a field, None when it is empty."""
        said = self.said(field)
        if not said:
            return None
        day = day_of(said, starts_1904=self.table.starts_1904)
        if day is None:
            raise self.unfit(DAY_UNKNOWN.filled(words=shown(said)), field)
        return day

    def period(self) -> tuple[date | None, date | None]:
        """First and last day; refused when they are in the wrong order."""
        start, end = self.day(Field.START), self.day(Field.END)
        if start is not None and end is not None and end < start:
            raise self.unfit(PERIOD_REVERSED, Field.END)
        return start, end

    def name(self) -> Name | None:
        """The name in its parts, None when the row tells none; the last name may be the only one told."""
        if not self.has(Field.LAST_NAME):
            said = self.said(Field.NAME)
            name = whole_name(said) if said else None
            if said and name is None:
                raise self.unfit(NAME_UNCLEAR.filled(name=shown(said)), Field.NAME)
            return name
        first, prefix, last = (self.said(field) for field in (Field.FIRST_NAME, Field.PREFIX, Field.LAST_NAME))
        if not last:
            return None
        if prefix:
            start = f"{prefix} ".casefold()
            bare = last[len(start) :].strip() if last.casefold().startswith(start) else last
            return Name(first, prefix, bare.removesuffix(f", {prefix}"))
        seen, bare = last_name(last)
        # Where tussenvoegsels have a column of their own, a capital says that it belongs to the last name: El Amrani.
        if seen and self.has(Field.PREFIX) and not last[:1].islower() and "," not in last:
            return Name(first, "", last)
        return Name(first, "" if seen is None and self.has(Field.PREFIX) else seen, bare)

    def spoken_name(self) -> str:
        """The whole name as it is spoken, "" when the row tells none."""
        if not self.has(Field.LAST_NAME):
            return straight_name(self.said(Field.NAME))
        name = self.name()
        return "" if name is None else " ".join(part for part in (name.first, name.prefix, name.last) if part)

    def unfit(self, fault: Fault, field: Field | None = None) -> Unfit:
        """The refusal of this row, with the column of a field."""
        return Unfit(Refusal(fault, None if field is None else self.table.column_of(field)))
