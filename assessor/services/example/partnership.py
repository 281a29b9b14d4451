"""Who and what there is in the example partnership: boards, organisations, people, students and their placements."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assessor.domain.organisation import Board, Organisation, OrganisationType
from assessor.domain.people import Person, Role
from assessor.domain.register import Appointment
from assessor.domain.student import Placement, Student
from assessor.services.example.calendar import StudyYears
from assessor.services.example.words import words

PABO_SHARE = 480 / 660
"""How many of the students are at the pabo."""
ASSESSORS = 60
_KINDS = {
    OrganisationType.SCHOOL: 70,
    OrganisationType.CHILDCARE: 20,
    OrganisationType.IKC: 14,
    OrganisationType.COUPLE: 6,
    OrganisationType.OUTSIDE: 10,
}
_FORMS = {
    OrganisationType.SCHOOL: ("Basisschool De", "Daltonschool De", "Jenaplanschool De", "Montessorischool De"),
    OrganisationType.CHILDCARE: ("Kinderopvang",),
    OrganisationType.IKC: ("IKC De",),
}
_OTHER_ROLES = (
    *((Role.ASPIRANT,) for _ in range(8)),
    *((Role.COMMITTEE,) for _ in range(4)),
    (Role.COORDINATOR,),
    (Role.OFFICE,),
    (Role.OFFICE,),
)


@dataclass(frozen=True)
class Partnership:
    """Everyone and everything before the first dossier; the first student of each programme has none yet."""

    boards: list[Board]
    organisations: list[Organisation]
    people: list[Person]
    appointments: list[Appointment]
    students: list[Student]
    placements: list[Placement]


class Names:
    """Names of people, none of them twice."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._given: set[tuple[str, str, str]] = set()

    def parts(self) -> tuple[str, str, str]:
        """First name, tussenvoegsel and last name."""
        stock = words("names")
        while True:
            name = tuple(self._draw.choice(stock[kind]) for kind in ("first_names", "prefixes", "surnames"))
            first, prefix, last = name
            if (first, prefix, last) not in self._given:
                self._given.add((first, prefix, last))
                return first, prefix, last

    def whole(self) -> str:
        """The parts as one name."""
        return " ".join(part for part in self.parts() if part)


def make_partnership(draw: random.Random, years: StudyYears, students: int) -> Partnership:
    """The partnership with this many students (at least 2)."""
    names = Names(draw)
    boards = [Board(new_id(draw), name) for name in words("names")["boards"]]
    organisations = _organisations(draw, boards)
    people, appointments = _people(draw, years, names, organisations)
    pabo = min(students - 1, max(1, round(students * PABO_SHARE)))
    body = [_student(draw, years, names, number, "pabo" if number < pabo else "ad", number in (0, pabo))
            for number in range(students)]  # fmt: skip
    coaches = [names.whole() for _ in range(14)]
    coached = [replace(student, study_coach=draw.choice(coaches)) for student in body]
    placements = [_placement(draw, years, names, student, organisations, number in (0, pabo))
                  for number, student in enumerate(coached)]  # fmt: skip
    return Partnership(boards, organisations, people, appointments, coached, placements)


def new_id(draw: random.Random) -> str:
    """An opaque id that the seed decides."""
    return f"{draw.getrandbits(128):032x}"


def _organisations(draw: random.Random, boards: list[Board]) -> list[Organisation]:
    stock = words("names")
    made = []
    for kind, count in _KINDS.items():
        for name in _organisation_names(draw, kind, count):
            alone = kind is OrganisationType.OUTSIDE or draw.random() < 0.04
            board = None if alone else draw.choice(boards).id
            made.append(Organisation(new_id(draw), name, kind, draw.choice(stock["places"]), board))
    return made


def _organisation_names(draw: random.Random, kind: OrganisationType, count: int) -> list[str]:
    stock = words("names")
    called = [*stock["trees"], *stock["rivers"]]
    if kind is OrganisationType.OUTSIDE:
        names = list(stock["outside"])
    elif kind is OrganisationType.COUPLE:
        names = [f"{one} en {other}" for one, other in zip(stock["trees"], stock["rivers"], strict=True)]
    else:
        names = [f"{form} {name}" for form in _FORMS[kind] for name in called]
    return draw.sample(names, count)


def _people(
    draw: random.Random, years: StudyYears, names: Names, organisations: list[Organisation]
) -> tuple[list[Person], list[Appointment]]:
    people, appointments = [], []
    for number in range(ASSESSORS):
        roles = {Role.ASSESSOR}
        if number % 12 == 5:
            roles.add(Role.CALIBRATION_LEAD)
        if number % 20 == 7:
            roles.add(Role.COORDINATOR)
        trained = years.start - timedelta(days=draw.randrange(200, 1500))
        person = Person(
            new_id(draw), names.whole(), frozenset(roles), trained, trained + timedelta(days=draw.randrange(60, 190)),
            draw.choice(organisations).id,
        )  # fmt: skip
        people.append(person)
        appointments += _appointments(draw, years, person, number)
    for roles_of in _OTHER_ROLES:
        trained_on = years.today - timedelta(days=90) if Role.ASPIRANT in roles_of else None
        people.append(Person(new_id(draw), names.whole(), frozenset(roles_of), trained_on))
    return people, appointments


def _appointments(draw: random.Random, years: StudyYears, person: Person, number: int) -> list[Appointment]:
    """Two in three assess for the pabo, two in five for the Ad; a few decisions have lapsed or are about to."""
    programmes = [name for name, every in (("pabo", number % 5 < 4), ("ad", number % 5 in (3, 4))) if every]
    end = date(years.current + 2, 8, 31)
    if number % 20 == 9:
        end = years.today - timedelta(days=draw.randrange(10, 60))
    elif number % 15 == 4:
        end = years.today + timedelta(days=draw.randrange(5, 45))
    return [
        Appointment(new_id(draw), person.id, programme, years.start, end, f"EC-{years.start.year}-{number + 1:02}")
        for programme in programmes
    ]


def _student(draw: random.Random, years: StudyYears, names: Names, number: int, programme: str, shown: bool) -> Student:
    first, prefix, last = names.parts()
    if programme == "pabo":
        year = 3 if shown else draw.randint(1, 4)
        variant = "voltijd" if shown else draw.choices(("voltijd", "deeltijd", "zij-instroom"), (7, 2, 1))[0]
        phase = f"jaar-{year}"
    else:
        year = 2 if shown else draw.randint(1, 2)
        variant, phase = "pep", ("semester-1-2", "semester-3-4")[year - 1]
    number_text = f"9{number + 1:06}"
    return Student(new_id(draw), number_text, first, prefix, last, programme, variant, phase, years.cohort(year))


def _placement(
    draw: random.Random,
    years: StudyYears,
    names: Names,
    student: Student,
    organisations: list[Organisation],
    shown: bool,
) -> Placement:
    learning = (OrganisationType.SCHOOL, OrganisationType.IKC, OrganisationType.COUPLE)
    fitting = [one for one in organisations if (one.type in learning) == (student.programme == "pabo")]
    if student.programme == "ad":
        fitting += [one for one in organisations if one.type is OrganisationType.IKC]
    place = draw.choice(fitting)
    start, end = date(years.current, 9, 1), date(years.current + 1, draw.choice((1, 6)), 28)
    if shown:
        start, end = years.today - timedelta(days=100), years.last_school_day()
    own_job = not shown and place.type is OrganisationType.OUTSIDE and draw.random() < 0.5
    group = draw.choice(words("passages")[student.programme]["groups"])
    return Placement(new_id(draw), student.id, place.id, names.whole(), start, end, group, own_job)
