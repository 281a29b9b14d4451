"""Organisations of a file held against the register: those it lists, and those that its students and assessors name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from assessor.domain.organisation import Board, Organisation, OrganisationType
from assessor.domain.text import Text, same
from assessor.exchange.refusals import shown
from assessor.exchange.register_columns import Field, Kind, compact
from assessor.exchange.register_refusals import (
    EMPTY_CELL,
    ORGANISATION_DIFFERS,
    ORGANISATION_UNCLEAR,
    TWICE_IN_FILE,
    TYPE_NEEDED,
)
from assessor.exchange.register_words import type_choices, type_of
from assessor.services.register_import.plan import Difference, Effect, PlannedRow
from assessor.services.register_import.row import Row
from assessor.services.register_import.standing import Standing

_NO_BOARD = {"eenpitter", "geen", "geenbestuur", "none"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row says of an organisation; "" and None where it says nothing."""

    name: str
    place: str
    type: OrganisationType | None
    board: str

    @classmethod
    def of(cls, row: Row) -> Wanted:
        """What stands in a row."""
        board = row.said(Field.BOARD)
        return cls(
            row.said(Field.ORGANISATION),
            row.said(Field.PLACE),
            row.understood(Field.TYPE, type_of) if row.said(Field.TYPE) else None,
            "" if compact(board) in _NO_BOARD else board,
        )

    def told(self) -> Iterator[tuple[Field, str]]:
        """What else it says than the name, by field."""
        if self.place:
            yield Field.PLACE, self.place
        if self.type is not None:
            yield Field.TYPE, self.type.value
        if self.board:
            yield Field.BOARD, self.board


@dataclass
class Entry:
    """One organisation while the file is read.

    Attributes:
        now: As it will be.
        before: As it is, None for a new one.
        row: The first row that names it, None while none does.
        told: What rows said of it: the words and the row, by field.
    """

    now: Organisation
    before: Organisation | None
    row: Row | None = None
    told: dict[Field, tuple[str, int]] = field(default_factory=dict)


class Organisations:
    """The organisations and boards of the register, with what the file adds to them."""

    def __init__(self, standing: Standing, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._entries: dict[str, list[Entry]] = {}
        self._by_id: dict[str, Entry] = {}
        self._known: dict[tuple[Wanted, bool], Entry] = {}
        for one in standing.organisations:
            self._keep(Entry(one, one))
        self._boards = {compact(board.name): board for board in standing.boards}
        self._names = {board.id: board.name for board in standing.boards}
        self._added: list[Board] = []

    # --- while the file is read

    def find(self, wanted: Wanted, row: Row, *, is_school: bool) -> Entry:
        """The organisation that is meant, or a new one that is kept once it is enrolled.

        Args:
            wanted: what the row says.
            row: the row.
            is_school: whether one of which nothing tells the type is a school.
        """
        known = self._known.get((wanted, is_school))
        if known is not None:
            return known
        entry = self._meant(wanted, row)
        if entry is None:
            return self._new(wanted, row, is_school)
        for told, words in wanted.told():
            said, where = entry.told.get(told, (words, 0))
            if compact(said) != compact(words):
                fault = ORGANISATION_DIFFERS.filled(row=where, column=told.word, name=shown(wanted.name))
                raise row.unfit(fault, told)
        return entry

    def enrol(self, entry: Entry, wanted: Wanted, row: Row, *, is_school: bool) -> str:
        """Take over what the row says of the organisation; answers its id."""
        if self._known.get((wanted, is_school)) is entry:
            return entry.now.id
        if entry.now.id not in self._by_id:
            self._keep(entry)
        entry.row = entry.row or row
        entry.told |= {told: (words, row.number) for told, words in wanted.told()}
        entry.now = replace(
            entry.now,
            place=wanted.place or entry.now.place,
            type=wanted.type or entry.now.type,
            board_id=self._board(wanted.board) or entry.now.board_id,
        )
        self._known[wanted, is_school] = entry
        return entry.now.id

    def name_of(self, organisation_id: str | None) -> str:
        """The name of an organisation, "" for none."""
        return self._by_id[organisation_id].now.name if organisation_id else ""

    def list_row(self, row: Row) -> None:
        """Take over a row of a sheet of organisations."""
        row.needed(Field.ORGANISATION)
        wanted = Wanted.of(row)
        is_school = "school" in compact(row.table.heading_of(Field.ORGANISATION))
        entry = self.find(wanted, row, is_school=is_school)
        if entry.row is not None and entry.row.kind is Kind.ORGANISATIONS:
            fault = TWICE_IN_FILE.filled(who=shown(wanted.name), rows=entry.row.number)
            raise row.unfit(fault, Field.ORGANISATION)
        self.enrol(entry, wanted, row, is_school=is_school)

    # --- once it has been read

    @property
    def boards(self) -> tuple[Board, ...]:
        """The boards that are new."""
        return tuple(self._added)

    @property
    def written(self) -> tuple[Organisation, ...]:
        """The organisations that are new or change."""
        return tuple(entry.now for entry in self._by_id.values() if entry.row and entry.now != entry.before)

    def planned(self) -> Iterator[PlannedRow]:
        """What becomes of each organisation that the file lists, adds or changes."""
        for entry in self._by_id.values():
            if entry.row is None or (entry.now == entry.before and entry.row.kind is not Kind.ORGANISATIONS):
                continue
            effect = Effect.ADDED if entry.before is None else Effect.CHANGED
            if entry.now == entry.before:
                effect = Effect.UNCHANGED
            yield PlannedRow(
                Kind.ORGANISATIONS,
                entry.row.table.sheet,
                entry.row.number,
                entry.now.name,
                effect,
                self._about(entry.now),
                tuple(self._differences(entry)) if effect is Effect.CHANGED else (),
            )

    def _about(self, one: Organisation) -> Text:
        rest = ", ".join(part for part in (one.place, self._names.get(one.board_id or "", "")) if part)
        return one.type.word + same(f", {rest}" if rest else "")

    def _differences(self, entry: Entry) -> Iterator[Difference]:
        before, now = entry.before, entry.now
        if before is None:
            return
        if before.place != now.place:
            yield Difference(Field.PLACE, same(before.place), same(now.place))
        if before.type != now.type:
            yield Difference(Field.TYPE, before.type.word, now.type.word)
        if before.board_id != now.board_id:
            names = [same(self._names.get(one or "", "")) for one in (before.board_id, now.board_id)]
            yield Difference(Field.BOARD, *names)

    # --- parts

    def _keep(self, entry: Entry) -> None:
        self._entries.setdefault(compact(entry.now.name), []).append(entry)
        self._by_id[entry.now.id] = entry
        self._known.clear()  # A name that meant one organisation may mean two from now on.

    def _meant(self, wanted: Wanted, row: Row) -> Entry | None:
        alike = self._entries.get(compact(wanted.name), [])
        if wanted.place:
            there = [one for one in alike if compact(one.now.place) == compact(wanted.place)]
            return next(iter(there or [one for one in alike if not one.now.place]), None)
        if len(alike) > 1:
            places = ", ".join(shown(one.now.place) for one in alike if one.now.place)
            raise row.unfit(ORGANISATION_UNCLEAR.filled(name=shown(wanted.name), places=places), Field.ORGANISATION)
        return next(iter(alike), None)

    def _new(self, wanted: Wanted, row: Row, is_school: bool) -> Entry:
        kind = wanted.type or (OrganisationType.SCHOOL if is_school else None)
        if kind is None and row.kind is Kind.ORGANISATIONS:
            raise row.unfit(EMPTY_CELL.filled(column=Field.TYPE.word), Field.TYPE)
        if kind is None:
            raise row.unfit(TYPE_NEEDED.filled(choices=type_choices()), Field.ORGANISATION)
        return Entry(Organisation(self._new_id(), wanted.name, kind, wanted.place), None)

    def _board(self, name: str) -> str | None:
        if not name:
            return None
        board = self._boards.get(compact(name))
        if board is None:
            board = Board(self._new_id(), name)
            self._boards[compact(name)] = board
            self._names[board.id] = name
            self._added.append(board)
        return board.id
