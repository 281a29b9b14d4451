"""Two dossiers scored in full through the same services that the desktop uses: one of the pabo, one of the Ad."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from assessor.domain.dossier import Activity, Dossier
from assessor.domain.people import Person
from assessor.domain.ratings import Source
from assessor.domain.register import Right, right_to_assess
from assessor.domain.student import Placement, Student
from assessor.services.assessments import Assessments, Start
from assessor.services.desk import Desk
from assessor.services.example.words import words
from assessor.services.results import Results


def demonstrate(desk: Desk, assessments: Assessments, results: Results, programme: str) -> Dossier:
    """Score one dossier of a programme from start to definitief; the actor is an assessor with the right to.

    Args:
        desk: of the example's workspace; its actor is set to the assessor.
        assessments: scores it.
        results: makes it final.
        programme: ``"pabo"`` or ``"ad"``.
    """
    script = words(f"dossier-{programme}")
    student, placement = _student(desk, script, programme)
    desk.actor = _assessor(desk, programme, student.first_name)
    activity = Activity(placement.end, script["group"], script["subject"])
    dossier, _changes = assessments.start(Start(student.id, activity))
    _score(assessments, dossier.id, script, {"{name}": student.first_name, "{mentor}": placement.supervisor})
    results.review(dossier.id)
    results.finalise(dossier.id)
    with desk.workspace.reading() as unit:
        return unit.dossiers.get(dossier.id)


def _student(desk: Desk, script: dict[str, Any], programme: str) -> tuple[Student, Placement]:
    """The student that the example keeps for this: the first one of the programme, without a dossier so far."""
    with desk.workspace.reading() as unit:
        for student in sorted(unit.students.search("", programme, limit=1_000_000), key=lambda one: one.number):
            if (student.phase, student.variant) == (script["phase"], script["variant"]):
                return student, unit.placements.of(student.id)[-1]
    raise ValueError("this workspace does not hold the example")


def _assessor(desk: Desk, programme: str, student: str) -> Person:
    """Somebody with the right to assess, whose first name is not the student's: that reads more easily."""
    today = desk.today()
    with desk.workspace.reading() as unit:
        for person in unit.people.all():
            appointments = unit.appointments.of(person.id)
            right = right_to_assess(person, appointments, programme, today - timedelta(days=4), today)
            if person.is_assessor and isinstance(right, Right) and not person.name.startswith(f"{student} "):
                return person
    raise ValueError("this workspace does not hold the example")


def _score(assessments: Assessments, dossier_id: str, script: dict[str, Any], names: dict[str, str]) -> None:
    for criterion, rating in script["ratings"].items():
        assessments.rate(dossier_id, criterion, rating["mark"])
        assessments.note(dossier_id, criterion, _filled(rating["note"], names))
        if "sources" in rating:
            sources = frozenset(Source(source) for source in rating["sources"])
            assessments.set_sources(dossier_id, criterion, sources)
    for place, text in script["passages"].items():
        assessments.write(dossier_id, place, _filled(text, names))


def _filled(text: str, names: dict[str, str]) -> str:
    for blank, name in names.items():
        text = text.replace(blank, name)
    return text
