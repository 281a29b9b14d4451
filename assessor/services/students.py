"""Students, their placements, and the organisations where they learn."""

from __future__ import annotations

from dataclasses import replace

from assessor.domain.errors import KnownError
from assessor.domain.organisation import Board, Organisation, OrganisationType
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Placement, Student
from assessor.domain.text import Text, same
from assessor.services.changes import Change, Changes
from assessor.services.desk import PAGE, Desk
from assessor.services.instruments import Instruments


class Students:
    """The use cases of the page *Studenten*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, student: Student, placement: Placement | None = None) -> tuple[Student, Changes]:
        """Add a student by hand; ids are made here, so those of the arguments are passed over.

        Refuses (KnownError) a missing name or number, an unknown opleiding, variant or fase, and a number that is
        taken.
        """
        student = _tidy(student)
        _refuse_incomplete(student)
        self._refuse_unknown_phase(student)
        with self._desk.workspace.writing() as unit:
            if unit.students.by_number(student.number) is not None:
                raise KnownError(
                    "student-number-taken",
                    Text("Er is al een student met dit nummer.", "There is a student with this number already."),
                    Text("Zoek de student op, of controleer het nummer.", "Look the student up, or check the number."),
                    same(student.number),
                )
            added = replace(student, id=self._desk.new_id())
            unit.students.save(added)
            if placement is not None:
                unit.placements.save(replace(placement, id=self._desk.new_id(), student_id=added.id))
        return added, (Change("student", added.id),)

    def save(self, student: Student) -> Changes:
        """Replace what is known of a student."""
        student = _tidy(student)
        _refuse_incomplete(student)
        with self._desk.workspace.writing() as unit:
            unit.students.save(student)
        return (Change("student", student.id),)

    def get(self, student_id: str) -> Student:
        """One student; KnownError when there is none."""
        with self._desk.workspace.reading() as unit:
            return unit.students.get(student_id)

    def search(
        self, text: str = "", programme: str | None = None, limit: int = PAGE, offset: int = 0, cohort: str = ""
    ) -> list[Student]:
        """Students whose name, number, cohort or organisation holds every word, with or without accents, by name."""
        with self._desk.workspace.reading() as unit:
            return unit.students.search(text, programme, limit, offset, cohort)

    def count(self, text: str = "", programme: str | None = None, cohort: str = "") -> int:
        """How many students the search finds."""
        with self._desk.workspace.reading() as unit:
            return unit.students.count(text, programme, cohort)

    def cohorts(self) -> list[str]:
        """Every cohort that a student is in, the newest first."""
        with self._desk.workspace.reading() as unit:
            return unit.students.cohorts()

    def kept_programme(self) -> str | None:
        """The programme on which the person at the keyboard last filtered the list; None for every one."""
        with self._desk.workspace.reading() as unit:
            kept = unit.settings.get(f"students.{self._desk.require_actor().id}")
        return kept if kept in PROGRAMMES else None

    def keep_programme(self, programme: str | None) -> None:
        """Keep the programme of the list for the next time."""
        if programme != self.kept_programme():
            with self._desk.workspace.writing() as unit:
                unit.settings.set(f"students.{self._desk.require_actor().id}", programme)

    def placements(self, student_id: str) -> list[Placement]:
        """A student's placements, newest first."""
        with self._desk.workspace.reading() as unit:
            return sorted(unit.placements.of(student_id), key=lambda one: one.start, reverse=True)

    def place(self, placement: Placement) -> tuple[Placement, Changes]:
        """Add or replace a placement; an empty id gets a new one."""
        placed = replace(placement, id=placement.id or self._desk.new_id())
        with self._desk.workspace.writing() as unit:
            unit.placements.save(placed)
        return placed, (Change("student", placed.student_id, "placement"),)

    def _refuse_unknown_phase(self, student: Student) -> None:
        """Refuse a fase that no instrument of the opleiding knows; where there is no instrument yet any will do."""
        phases = [phase.code for phase in Instruments(self._desk).phases(student.programme, student.variant)]
        if phases and student.phase not in phases:
            raise KnownError(
                "phase-unknown",
                Text("Deze fase is niet bekend bij deze opleiding.", "This programme knows no such phase."),
                Text("Kies uit {choices}.", "Choose from {choices}.").fill(choices=", ".join(phases)),
            )

    # --- organisations

    def organisations(self, text: str = "", limit: int = PAGE) -> list[Organisation]:
        """Organisations whose name or place holds the text, by name."""
        with self._desk.workspace.reading() as unit:
            return unit.organisations.search(text, limit)

    def organisation(self, organisation_id: str) -> Organisation:
        """One organisation; KnownError when there is none."""
        with self._desk.workspace.reading() as unit:
            return unit.organisations.get(organisation_id)

    def boards(self) -> list[Board]:
        """Every board, by name."""
        with self._desk.workspace.reading() as unit:
            return unit.boards.all()

    def add_organisation(
        self, name: str, kind: OrganisationType, place: str = "", board_id: str | None = None
    ) -> tuple[Organisation, Changes]:
        """Add an organisation by hand."""
        organisation = Organisation(self._desk.new_id(), " ".join(name.split()), kind, place.strip(), board_id)
        if not organisation.name:
            raise _missing(Text("De naam", "The name"))
        with self._desk.workspace.writing() as unit:
            unit.organisations.save(organisation)
        return organisation, (Change("organisation", organisation.id),)


def _tidy(student: Student) -> Student:
    return replace(
        student,
        number=student.number.strip(),
        first_name=" ".join(student.first_name.split()),
        prefix=" ".join(student.prefix.split()),
        last_name=" ".join(student.last_name.split()),
    )


def _refuse_incomplete(student: Student) -> None:
    for value, what in (
        (student.number, Text("Het studentnummer", "The student number")),
        (student.first_name, Text("De voornaam", "The first name")),
        (student.last_name, Text("De achternaam", "The last name")),
    ):
        if not value:
            raise _missing(what)
    programme = PROGRAMMES.get(student.programme)
    if programme is None or student.variant not in programme.variants:
        choices = [f"{code}/{variant}" for code, one in PROGRAMMES.items() for variant in one.variants]
        raise KnownError(
            "programme-unknown",
            Text("Deze opleiding of variant is niet bekend.", "This programme or variant is not known."),
            Text("Kies uit {choices}.", "Choose from {choices}.").fill(choices=", ".join(choices)),
        )


def _missing(what: Text) -> KnownError:
    return KnownError(
        "field-missing",
        Text("{what} is niet ingevuld.", "{what} has not been filled in.").fill(what=what),
        Text("Vul het in en probeer het opnieuw.", "Fill it in and try again."),
    )
