"""What the register says of everything that a file names; whether it still does is seen by reading it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessor.domain.organisation import Board, Organisation
from assessor.domain.people import Person
from assessor.domain.register import Appointment
from assessor.domain.student import Placement, Student
from assessor.storage.unit import Unit


@dataclass(frozen=True)
class Standing:
    """A part of the register as of one moment; two are equal when nothing in it changed.

    Attributes:
        numbers: The student numbers that were asked for.
        students: The students who have them, by number.
        placements: Their placements by student, the earliest first.
        organisations: Every organisation.
        boards: Every board.
        people: Everyone.
        appointments: Every appointment.
    """

    numbers: Sequence[str] = ()
    students: Mapping[str, Student] = field(default_factory=dict)
    placements: Mapping[str, Sequence[Placement]] = field(default_factory=dict)
    organisations: Sequence[Organisation] = ()
    boards: Sequence[Board] = ()
    people: Sequence[Person] = ()
    appointments: Sequence[Appointment] = ()

    @classmethod
    def read(cls, unit: Unit, numbers: Sequence[str]) -> Standing:
        """What the register says now of students with these numbers, and of everything else."""
        students = unit.students.by_numbers(numbers)
        return cls(
            numbers,
            students,
            unit.placements.of_all([one.id for one in students.values()]),
            unit.organisations.all(),
            unit.boards.all(),
            unit.people.all(),
            unit.appointments.all(),
        )
