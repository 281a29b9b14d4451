"""The use case *Importeren*: look what a file would change, and carry that out in one unit of work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from assessor.domain.errors import KnownError
from assessor.domain.text import Language, Text, same
from assessor.exchange.register_columns import Field, Kind
from assessor.exchange.register_file import RegisterFile, read_register
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.instruments import Instruments
from assessor.services.register_import.assessors import Assessors
from assessor.services.register_import.organisations import Organisations
from assessor.services.register_import.plan import Effect, Plan, PlannedRow, Writes
from assessor.services.register_import.row import Row, Unfit
from assessor.services.register_import.standing import Standing
from assessor.services.register_import.students import Students
from assessor.services.written_file import written
from assessor.storage.unit import Unit

Progress = Callable[[int, int], bool]
"""Called with rows done and rows in all; answers False to stop."""

_AT_ONCE = 1_000
_ORDER = (Kind.ORGANISATIONS, Kind.ASSESSORS, Kind.STUDENTS)
"""Sheets of organisations come first, so that students and assessors may name what they add."""


class RegisterImport:
    """Importing students, placements, organisations and assessors from a file."""

    def __init__(self, desk: Desk, instruments: Instruments) -> None:
        self._desk = desk
        self._instruments = instruments

    def preview(self, path: Path) -> Plan:
        """What a file would change; nothing is written.

        Raises:
            KnownError: the file cannot be read, or nothing in it was recognised.
        """
        found = read_register(path)
        numbers = sorted({line.cells[Field.NUMBER] for line in _student_lines(found) if Field.NUMBER in line.cells})
        with self._desk.workspace.reading() as unit:
            standing = Standing.read(unit, numbers)
        return _Comparison(self._desk, self._instruments, found, standing).plan()

    def carry_out(self, plan: Plan, progress: Progress | None = None) -> Changes | None:
        """Write everything that a plan holds, or nothing; nothing is ever deleted.

        Args:
            plan: as `preview` made it.
            progress: told how far it is; answers False to stop.

        Returns:
            What changed; None when it was stopped, and then nothing did.

        Raises:
            KnownError: ``import-stale`` when the register changed since the preview, and those of storage.
        """
        if plan.changes_nothing:
            return ()
        try:
            with self._desk.workspace.writing() as unit:
                if Standing.read(unit, plan.standing.numbers) != plan.standing:
                    raise _stale(plan)
                _write(unit, plan, progress or (lambda _done, _total: True))
        except _Stopped:
            return None
        self._renew_actor(plan)
        return _changes(plan.writes)

    def _renew_actor(self, plan: Plan) -> None:
        actor = self._desk.actor
        if actor is not None:
            self._desk.actor = next((one for one in plan.writes.people if one.id == actor.id), actor)


def write_template(path: Path, language: Language) -> None:
    """Write an empty workbook to fill in, whole or not at all; KnownError ``cannot-write`` when the folder refuses."""
    from assessor.exchange.register_template import template

    with written(path) as target:
        target.write(template(language))


class _Stopped(Exception):
    """The user stopped an import; leaving the unit of work forgets what it wrote."""


class _Comparison:
    """A file held against the register, row by row."""

    def __init__(self, desk: Desk, instruments: Instruments, found: RegisterFile, standing: Standing) -> None:
        self._found = found
        self._standing = standing
        self._organisations = Organisations(standing, desk.new_id)
        self._assessors = Assessors(standing, self._organisations, desk.new_id)
        rows = (Row(table, line) for table in found.tables if table.kind is Kind.STUDENTS for line in table.lines)
        self._students = Students(standing, self._organisations, instruments.phases, desk.new_id, rows)

    def plan(self) -> Plan:
        refused: list[PlannedRow] = []
        planned: list[PlannedRow] = []
        for table in sorted(self._found.tables, key=lambda one: _ORDER.index(one.kind)):
            for row in (Row(table, line) for line in table.lines):
                try:
                    if row.line.refusal is not None:
                        raise Unfit(row.line.refusal)
                    planned += self._planned(row)
                except Unfit as unfit:
                    refused.append(_refused(row, unfit))
        planned += self._organisations.planned()
        writes = Writes(
            self._organisations.boards,
            self._organisations.written,
            self._assessors.written,
            self._assessors.appointments,
            tuple(self._students.written),
            tuple(self._students.placements),
        )
        sheets = {table.sheet: place for place, table in enumerate(self._found.tables)}
        rows = sorted([*refused, *planned], key=lambda one: (_ORDER.index(one.kind), sheets[one.sheet], one.row))
        return Plan(self._found.name, tuple(rows), self._found.notices, writes, self._standing)

    def _planned(self, row: Row) -> list[PlannedRow]:
        if row.kind is Kind.STUDENTS:
            return [self._students.plan(row)]
        if row.kind is Kind.ASSESSORS:
            return [self._assessors.plan(row)]
        # What becomes of an organisation is known once every row that names it has been read.
        self._organisations.list_row(row)
        return []


def _refused(row: Row, unfit: Unfit) -> PlannedRow:
    said = row.line.cells
    told = [said[one] for one in (Field.FIRST_NAME, Field.PREFIX, Field.LAST_NAME) if one in said]
    who = " ".join(told) or said.get(Field.NAME) or said.get(Field.NUMBER) or said.get(Field.ORGANISATION) or ""
    return PlannedRow(row.kind, row.table.sheet, row.number, who[:_MOST_SHOWN], Effect.REFUSED, refusal=unfit.refusal)


_MOST_SHOWN = 60


def _student_lines(found: RegisterFile) -> Iterator[Any]:
    for table in found.tables:
        if table.kind is Kind.STUDENTS:
            yield from table.lines


def _write(unit: Unit, plan: Plan, progress: Progress) -> None:
    writes = plan.writes
    total, done = len(writes), 0
    steps: tuple[tuple[Callable[[Sequence[Any]], None], Sequence[Any]], ...] = (
        (unit.boards.save_all, writes.boards),
        (unit.organisations.save_all, writes.organisations),
        (unit.people.save_all, writes.people),
        (unit.appointments.save_all, writes.appointments),
        (unit.students.save_all, writes.students),
        (unit.placements.save_all, writes.placements),
    )
    for save, rows in steps:
        for start in range(0, len(rows), _AT_ONCE):
            if not progress(done, total):
                raise _Stopped
            save(rows[start : start + _AT_ONCE])
            done += len(rows[start : start + _AT_ONCE])
    known = {one.id for one in plan.standing.students.values()}
    unit.students.refresh_names([one.id for one in writes.students if one.id in known])
    places = {one.id for one in plan.standing.organisations}
    unit.organisations.refresh_names([one.id for one in writes.organisations if one.id in places])
    if not progress(total, total):
        raise _Stopped


def _changes(writes: Writes) -> Changes:
    return (
        *(Change("organisation", one.id) for one in writes.organisations),
        *(Change("person", one.id) for one in writes.people),
        *(Change("appointment", one.id) for one in writes.appointments),
        *(Change("student", one.id) for one in writes.students),
        *(Change("student", one.student_id, "placement") for one in writes.placements),
    )


def _stale(plan: Plan) -> KnownError:
    return KnownError(
        "import-stale",
        Text(
            "Het register is gewijzigd sinds je dit voorbeeld zag; er is niets geïmporteerd.",
            "The register changed since you saw this preview; nothing was imported.",
        ),
        Text("Open het bestand opnieuw en bekijk wat er verandert.", "Open the file again and look what changes."),
        same(plan.file),
    )
