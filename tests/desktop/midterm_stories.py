"""Midterms at the points where their screens are looked at."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from assessor.application import Application
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import SIDES, Midterm, MidtermWay
from assessor.domain.organisation import OrganisationType
from assessor.domain.student import Placement, Student
from tests.services.midterm.midterm_stories import midterm_of

STUDENT, MENTOR = SIDES
SECRET = "Kangoeroedans in de kring"
LEVELS = ("nog niet op basisniveau", "op basisniveau", "op weg naar expertniveau", "not yet at base level",
          "at base level", "towards expert level")  # fmt: skip
"""The words of the levels, none of which may be on screen while a form is sealed."""

_STUDENT_MARKS = ("B0", "B1", "B1", "B2", "B1", "B2", "N", "B1", "B1", "B2", "B0", "B1", "B1", "B2", "B1", "B1", "B1")
_MENTOR_MARKS = ("B2", "B1", "B2", "B2", "B0", "B2", "B1", "B1", "B1", "B2", "B0", "B1", "B2", "B0", "B1", "B1", "B1")


def answers(app: Application, midterm: Midterm, side: Respondent) -> dict[str, str]:
    """What a side fills in: a level everywhere, and here and there an example."""
    instrument = app.desk.instrument(midterm.instrument.fingerprint)
    marks = _STUDENT_MARKS if side is STUDENT else _MENTOR_MARKS
    given = {f"level:{code}": mark for code, mark in zip(instrument.criteria, marks, strict=False)}
    if side is STUDENT:
        given |= {
            "note:1.1": f"{SECRET}: de kinderen wisten niet wat ze moesten doen en ik ook niet meteen.",
            "note:2.1": "Dinsdag vroeg ik na de rekenles aan mijn mentor wat zij had gezien.",
            "formative:F3:title": "Muziek in de kleuterklas",
            "formative:F3:0": "Ik wil elke week een lied aanleren.",
        }
    else:
        given |= {
            "note:1.1": "De kring werd stil toen Fleur op ooghoogte ging zitten; dat is knap voor nu.",
            "note:1.5": "De instructie duurde lang, een deel van de groep haakte af.",
        }
    return given


def sent_to(app: Application, student: Student, due: date | None = None) -> Midterm:
    """A midterm that was sent out."""
    with tempfile.TemporaryDirectory() as folder:
        app.midterms.send([student.id], Path(folder), "nl", due=due)
    return midterm_of(app, student)


def handed_in(app: Application, midterm: Midterm, side: Respondent, values: Mapping[str, str] | None = None) -> None:
    """One side hands in at this computer."""
    given = answers(app, midterm, side) if values is None else values
    app.midterms.entering.hand_in(midterm.id, side, given, MidtermWay.COMPUTER)


def one_in(app: Application, student: Student) -> Midterm:
    """The student is in, the mentor is not."""
    midterm = sent_to(app, student, date(2026, 2, 3))
    handed_in(app, midterm, STUDENT)
    return midterm


def both_in(app: Application, student: Student) -> Midterm:
    """Both are in, and the forms lie side by side."""
    midterm = one_in(app, student)
    handed_in(app, midterm, MENTOR)
    return midterm_of(app, student)


def others(app: Application) -> list[Student]:
    """More students with placements: two of the pabo, one of the Ad."""
    care, _ = app.students.add_organisation("Kinderdagverblijf De Bij", OrganisationType.CHILDCARE, "Zomerdam")
    made = []
    for number, (name, prefix, last, programme, variant, phase, mentor) in enumerate(
        (
            ("André", "", "Çelik", "ad", "pep", "semester-3-4", "Jara Wolkenveld"),
            ("Isa", "", "Ørsted", "pabo", "voltijd", "jaar-2", "Mees Appelboom"),
            ("Sam", "de", "Groot", "pabo", "voltijd", "jaar-3", ""),
        )
    ):
        student = Student("", f"60000{number}", name, prefix, last, programme, variant, phase, "2024-2025")
        placement = Placement("", "", care.id, mentor, date(2025, 9, 1), date(2026, 1, 30))
        made.append(app.students.add(student, placement)[0])
    return made
