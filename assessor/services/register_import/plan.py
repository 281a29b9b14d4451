"""What an import would do, row by row, and everything that it would write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from assessor.domain.errors import KnownError
from assessor.domain.organisation import Board, Organisation
from assessor.domain.people import Person
from assessor.domain.register import Appointment
from assessor.domain.student import Placement, Student
from assessor.domain.text import Text, same
from assessor.exchange.refusals import refused
from assessor.exchange.register_columns import Field, Kind
from assessor.exchange.register_file import Refusal
from assessor.services.register_import.standing import Standing


class Effect(StrEnum):
    """What becomes of a row."""

    REFUSED = "refused"
    CHANGED = "changed"
    ADDED = "added"
    UNCHANGED = "unchanged"

    @property
    def word(self) -> Text:
        """The effect as screen and shell call it."""
        return _EFFECT_WORDS[self]


_EFFECT_WORDS = {
    Effect.REFUSED: Text("geweigerd", "refused"),
    Effect.CHANGED: Text("gewijzigd", "changed"),
    Effect.ADDED: Text("nieuw", "new"),
    Effect.UNCHANGED: Text("ongewijzigd", "unchanged"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that becomes another; `before` is empty where nothing stood."""

    field: Field
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What becomes of one row of the file.

    Attributes:
        kind: What the row is about; a row of a student may also bring a new organisation, as a planned row of its own.
        sheet: Name of the sheet, "" for a CSV file.
        row: Its number, counted from 1 as a spreadsheet counts.
        who: Whom or what it is about, as far as it tells.
        effect: What happens to it.
        about: The rest in a few words, for who is new.
        differences: What changes, for who is known.
        refusal: Why it is refused.
    """

    kind: Kind
    sheet: str
    row: int
    who: str
    effect: Effect
    about: Text = same("")
    differences: tuple[Difference, ...] = ()
    refusal: Refusal | None = None

    def error(self, file: str) -> KnownError:
        """The refusal with its place: file, sheet, row and column."""
        if self.refusal is None:
            raise ValueError("this row is not refused")
        name = f"{file}, {self.sheet}" if self.sheet else file
        return refused(name, self.refusal.fault, self.row, self.refusal.column)


@dataclass(frozen=True, slots=True)
class Writes:
    """Everything that is added or replaced, in the order in which one refers to the other."""

    boards: tuple[Board, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    students: tuple[Student, ...] = ()
    placements: tuple[Placement, ...] = ()

    def __len__(self) -> int:
        """How many rows of the register it touches."""
        return sum(
            map(
                len,
                (
                    self.boards,
                    self.organisations,
                    self.people,
                    self.appointments,
                    self.students,
                    self.placements,
                ),
            )
        )


@dataclass(frozen=True)
class Plan:
    """A file held against the register; nothing has been written.

    Attributes:
        file: The file's own name.
        rows: What becomes of each row.
        notices: What was not read, in words.
        writes: What `carry_out` writes.
        standing: What the register said of all this when the file was held against it.
    """

    file: str
    rows: tuple[PlannedRow, ...]
    notices: tuple[Text, ...]
    writes: Writes
    standing: Standing

    @cached_property
    def counts(self) -> Mapping[Effect, int]:
        """How many rows have each effect, 0 included."""
        found = Counter(row.effect for row in self.rows)
        return {effect: found[effect] for effect in Effect}

    @property
    def changes_nothing(self) -> bool:
        """Whether there is nothing to import."""
        return not len(self.writes)
