"""Students and their placements."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from assessor.domain.errors import KnownError
from assessor.domain.student import Placement, Student, search_key
from assessor.domain.text import Text
from assessor.storage import search, tables
from assessor.storage.failures import unknown
from assessor.storage.rows import AnyRow, holds, patterns, portions, upsert


class Students:
    """The students of the partnership."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, student_id: str) -> Student:
        """The student; KnownError ``student-unknown`` when none has this id."""
        student = self._one(tables.students.c.id == student_id)
        if student is None:
            raise unknown("student")
        return student

    def by_number(self, number: str) -> Student | None:
        """The student with this student number, or None."""
        return self._one(tables.students.c.number == number)

    def by_numbers(self, numbers: Sequence[str]) -> dict[str, Student]:
        """The students who have these student numbers, by number; numbers that nobody has are left out."""
        found = {}
        for some in portions(numbers):
            rows = self._connection.execute(select(tables.students).where(tables.students.c.number.in_(some)))
            found.update({row.number: _student(row) for row in rows})
        return found

    def by_ids(self, ids: Sequence[str]) -> dict[str, Student]:
        """The students with these ids, by id; ids that nobody has are left out."""
        found = {}
        for some in portions(ids):
            rows = self._connection.execute(select(tables.students).where(tables.students.c.id.in_(some)))
            found.update({row.id: _student(row) for row in rows})
        return found

    def save(self, student: Student) -> None:
        """Add the student or replace what stands under the same id.

        Raises KnownError ``student-number-taken`` when another student has the number.
        """
        other = self.by_number(student.number)
        if other is not None and other.id != student.id:
            raise KnownError(
                "student-number-taken",
                Text(
                    "Studentnummer {number} is al van een andere student.",
                    "Student number {number} already belongs to another student.",
                ).fill(number=student.number),
                Text("Controleer het nummer of kies die student.", "Check the number or choose that student."),
            )
        self.save_all([student])
        search.refresh(self._connection, tables.dossiers.c.student_id == student.id)

    def save_all(self, students: Sequence[Student]) -> None:
        """Add or replace many at once; names in the search keys of their dossiers are not refreshed."""
        if students:
            upsert(self._connection, tables.students, [_student_row(student) for student in students])

    def refresh_names(self, student_ids: Sequence[str]) -> None:
        """Bring the search keys of these students' dossiers up to date, after `save_all`."""
        for some in portions(student_ids):
            search.refresh(self._connection, tables.dossiers.c.student_id.in_(some))

    def search(
        self, text: str = "", programme: str | None = None, limit: int = 50, offset: int = 0, cohort: str = ""
    ) -> list[Student]:
        """Students whose name, number, cohort or organisation holds every word of the text, by last name."""
        query = (
            select(tables.students)
            .where(_wanted(text, programme, cohort))
            .order_by(tables.students.c.sort_key, tables.students.c.id)
            .limit(limit)
            .offset(offset)
        )
        return [_student(row) for row in self._connection.execute(query)]

    def count(self, text: str = "", programme: str | None = None, cohort: str = "") -> int:
        """How many students `search` would find without a limit."""
        query = select(func.count()).select_from(tables.students).where(_wanted(text, programme, cohort))
        return self._connection.execute(query).scalar_one()

    def cohorts(self) -> list[str]:
        """Every cohort that a student is in, the newest first."""
        cohort = tables.students.c.cohort
        query = select(cohort).where(cohort != "").distinct().order_by(cohort.desc())
        return list(self._connection.execute(query).scalars())

    def _one(self, condition: ColumnElement[bool]) -> Student | None:
        row = self._connection.execute(select(tables.students).where(condition)).one_or_none()
        return None if row is None else _student(row)


class Placements:
    """Where students spend their stageperiode."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, student_id: str) -> list[Placement]:
        """One student's placements, the earliest first."""
        query = (
            select(tables.placements)
            .where(tables.placements.c.student_id == student_id)
            .order_by(tables.placements.c.starts_on, tables.placements.c.id)
        )
        return [_placement(row) for row in self._connection.execute(query)]

    def of_all(self, student_ids: Sequence[str]) -> dict[str, list[Placement]]:
        """The placements of several students by student, the earliest first; who has none is left out."""
        found: dict[str, list[Placement]] = {}
        for some in portions(student_ids):
            query = (
                select(tables.placements)
                .where(tables.placements.c.student_id.in_(some))
                .order_by(tables.placements.c.starts_on, tables.placements.c.id)
            )
            for row in self._connection.execute(query):
                found.setdefault(row.student_id, []).append(_placement(row))
        return found

    def save(self, placement: Placement) -> None:
        """Add the placement or replace what stands under the same id."""
        self.save_all([placement])

    def save_all(self, placements: Sequence[Placement]) -> None:
        """Add or replace many at once."""
        if placements:
            upsert(self._connection, tables.placements, [_placement_row(each) for each in placements])


def _wanted(text: str, programme: str | None, cohort: str) -> ColumnElement[bool]:
    conditions = [_found(pattern) for pattern in patterns(text)]
    if programme is not None:
        conditions.append(tables.students.c.programme == programme)
    if cohort:
        conditions.append(tables.students.c.cohort == cohort)
    return and_(true(), *conditions)


def _found(pattern: str) -> ColumnElement[bool]:
    """Whether a student's name, number or cohort holds a word, or an organisation where they are or were placed."""
    students, placements, organisations = tables.students, tables.placements, tables.organisations
    placed = select(placements.c.student_id).join(organisations).where(holds(organisations.c.search_key, pattern))
    return or_(holds(students.c.search_key, pattern), holds(students.c.cohort, pattern), students.c.id.in_(placed))


def _student(row: AnyRow) -> Student:
    return Student(
        id=row.id,
        number=row.number,
        first_name=row.first_name,
        prefix=row.prefix,
        last_name=row.last_name,
        programme=row.programme,
        variant=row.variant,
        phase=row.phase,
        cohort=row.cohort,
        study_coach=row.study_coach,
    )


def _student_row(student: Student) -> dict[str, object]:
    return {
        "id": student.id,
        "number": student.number,
        "first_name": student.first_name,
        "prefix": student.prefix,
        "last_name": student.last_name,
        "programme": student.programme,
        "variant": student.variant,
        "phase": student.phase,
        "cohort": student.cohort,
        "study_coach": student.study_coach,
        "search_key": search_key([student.name, student.number]),
        "sort_key": search_key([student.sorted_name]),
    }


def _placement(row: AnyRow) -> Placement:
    return Placement(
        id=row.id,
        student_id=row.student_id,
        organisation_id=row.organisation_id,
        supervisor=row.supervisor,
        start=row.starts_on,
        end=row.ends_on,
        group=row.group_name,
        own_job=row.own_job,
    )


def _placement_row(placement: Placement) -> dict[str, object]:
    return {
        "id": placement.id,
        "student_id": placement.student_id,
        "organisation_id": placement.organisation_id,
        "supervisor": placement.supervisor,
        "starts_on": placement.start,
        "ends_on": placement.end,
        "group_name": placement.group,
        "own_job": placement.own_job,
    }
