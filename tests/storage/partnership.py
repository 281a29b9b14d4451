"""A small partnership to write stories with: two assessors, three students, one school, one instrument."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from assessor.domain.dossier import Activity, Dossier, InstrumentKey
from assessor.domain.organisation import Board, Organisation, OrganisationType
from assessor.domain.people import Person, Role
from assessor.domain.ratings import Rating, Source
from assessor.domain.student import Student
from assessor.storage.unit import Unit

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)
CANONICAL = b'{"id":"pabo-praktijkbeoordeling","version":"1"}'
INSTRUMENT = InstrumentKey("pabo-praktijkbeoordeling", "1", hashlib.sha256(CANONICAL).hexdigest())
CRITERIA = 36

ANS = Person("a" * 32, "Ans Vörst", frozenset({Role.ASSESSOR, Role.COMMITTEE}), date(2023, 6, 1), date(2022, 3, 1))
BEN = Person("b" * 32, "Ben de Wit", frozenset({Role.ASSESSOR}))

ANDRE = Student("1" * 32, "510001", "André", "van den", "Berg", "pabo", "voltijd", "fase2", "2024-2025", "Coach")
ZOE = Student("2" * 32, "510002", "Zoë", "", "Aalbers", "pabo", "deeltijd", "fase1")
PERCENT = Student("3" * 32, "510003", "Pim", "", "100%_Zeker", "ad", "pep", "s2")

BOARD = Board("e" * 32, "Stichting De Eik")
SCHOOL = Organisation("f" * 32, "De Wilgenroos", OrganisationType.IKC, "Zwolle", BOARD.id)


def minutes(count: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=count)


def settle(unit: Unit) -> None:
    """Everyone and everything that dossiers refer to."""
    unit.boards.save(BOARD)
    unit.organisations.save(SCHOOL)
    for person in (ANS, BEN):
        unit.people.save(person)
    for student in (ANDRE, ZOE, PERCENT):
        unit.students.save(student)
    unit.instruments.keep(INSTRUMENT, CANONICAL)


def start(unit: Unit, student: Student = ANDRE, assessor: Person = ANS, **changes: object) -> Dossier:
    """A new dossier, added."""
    number = unit.dossiers.next_number(2026)
    dossier = Dossier(
        id=hashlib.sha256(number.encode()).hexdigest()[:32],
        number=number,
        student_id=student.id,
        assessor_id=assessor.id,
        instrument=INSTRUMENT,
        programme=student.programme,
        variant=student.variant,
        phase=student.phase,
        activity=Activity(date(2026, 3, 12), "groep 5", "rekenen"),
        created_at=NOON,
        organisation_id=SCHOOL.id,
    )
    dossier = replace(dossier, **changes)
    unit.dossiers.add(dossier, CRITERIA)
    return dossier


def rated(criterion: str, mark: str | None = "V", note: str = "", *sources: Source) -> Rating:
    """A rating in one line."""
    return Rating(criterion, mark, note, frozenset(sources))
