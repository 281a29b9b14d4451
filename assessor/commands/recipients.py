"""Who forms go to, as it is typed: students by number, or a cohort whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same

if TYPE_CHECKING:
    from assessor.application import Application


def student_ids(application: Application, numbers: Sequence[str], cohort: str | None) -> list[str]:
    """The ids of these students, and of everybody of the cohort; KnownError ``student-unknown``."""
    students = [_student(application, number) for number in numbers]
    if cohort:
        found = application.students.search(limit=max(application.students.count(), 1))
        students += [one.id for one in found if one.cohort == cohort]
    return students


def nobody() -> KnownError:
    """The refusal ``nobody-to-send``."""
    return KnownError(
        "nobody-to-send",
        Text("Er is niemand om een formulier voor klaar te zetten.", "There is nobody to write a form for."),
        Text(
            "Noem een student, dossier of cohort met --student, --dossier of --cohort.",
            "Name a student, dossier or cohort with --student, --dossier or --cohort.",
        ),
    )


def _student(application: Application, number: str) -> str:
    found = [one for one in application.students.search(number) if one.number == number]
    if not found:
        raise KnownError(
            "student-unknown",
            Text("Er is geen student met dit nummer.", "There is no student with this number."),
            Text("Controleer het nummer.", "Check the number."),
            same(number[:60]),
        )
    return found[0].id
