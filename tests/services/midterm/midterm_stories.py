"""Mentor and student fill in their forms, in a few lines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assessor.application import Application
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import SIDES, Midterm
from assessor.domain.student import Student
from assessor.services.midterm.receiving import Arrived
from assessor.services.midterm.sending import MidtermFile
from tests.exchange import outgoing

STUDENT, MENTOR = SIDES
SECRET = "Kangoeroedans in de kring"
STUDENT_SAYS = {
    "level:1.1": "op weg naar expertniveau",
    "note:1.1": SECRET,
    "level:1.2": "B1",
    "level:2.3": "B0",
    "formative:F3:title": "Muziek",
}
MENTOR_SAYS = {"level:1.1": "B0", "note:1.1": "Kinderen wachten af.", "level:1.2": "B1", "level:2.3": "B0"}


def sent_out(app: Application, folder: Path, *students: Student, **more: object) -> dict[Respondent, MidtermFile]:
    """The files of the first student, by side."""
    sending, _ = app.midterms.send([one.id for one in students], folder, "nl", **more)  # type: ignore[arg-type]
    return {one.sent.respondent: one for one in sending.files if one.student.id == students[0].id}


def fill(file: MidtermFile, values: Mapping[str, str], name: str = "") -> Path:
    """Who got the form saves it filled in, under a name of their own."""
    path = file.path.with_name(name or f"terug-{file.path.name}")
    path.write_bytes(outgoing.filled(file.path.read_bytes(), values))
    return path


def received(app: Application, *paths: Path) -> list[Arrived]:
    """What came back."""
    return app.midterms.receive(paths)[0]


def code_of(one: Arrived) -> str | None:
    """Why a file was not taken in."""
    return one.refusal.code if one.refusal else None


def midterm_of(app: Application, student: Student) -> Midterm:
    """The student's newest midterm."""
    with app.desk.workspace.reading() as unit:
        return unit.midterms.of_students([student.id])[student.id][0]


def both_in(app: Application, folder: Path, student: Student) -> Midterm:
    """A midterm of which both forms are in."""
    files = sent_out(app, folder, student)
    received(app, fill(files[STUDENT], STUDENT_SAYS), fill(files[MENTOR], MENTOR_SAYS))
    return midterm_of(app, student)
