"""Three midterm evaluations, played through the same services: one rounded off, one to talk about, one half in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import SIDES, MidtermWay
from assessor.domain.midterm.talk import Agreement, Talk
from assessor.domain.people import Role
from assessor.domain.student import Student
from assessor.domain.text import Language
from assessor.services.desk import Desk
from assessor.services.example.words import words
from assessor.services.midterm.midterms import Midterms


@dataclass(frozen=True, slots=True)
class PlayedMidterms:
    """Ids of midterms: `done` with its talk, `open` with its mirror (None with too few students), and how many."""

    done: str
    open: str | None
    number: int


def play_midterms(desk: Desk, midterms: Midterms, folder: Path, language: Language) -> PlayedMidterms:
    """Send three midterms out, and play two of them until their mirror.

    Args:
        desk: of the example's workspace; its actor is set to a coordinator.
        midterms: plays them.
        folder: where the forms go.
        language: of the forms.
    """
    script = words("midterm")
    with desk.workspace.reading() as unit:
        desk.actor = next(one for one in unit.people.all() if Role.COORDINATOR in one.roles)
    pabo, ad = _students(desk, "pabo", "jaar-2")[:2], _students(desk, "ad", "semester-1-2")[:1]
    due = desk.today() + timedelta(days=14)
    sending, _ = midterms.send([one.id for one in (*pabo, *ad)], folder, language, due=due)
    ids = {one.student.id: one.sent.subject for one in sending.files}
    for student in pabo:
        for side in SIDES:
            _fill_in(midterms, ids[student.id], side, _said(script[side.value], student))
    for student in ad:
        # Only the student's form is in: nobody sees it yet.
        half = {"level:A1.1": "B1", "level:A1.2": "B0", "level:A2.1": "B2"}
        _fill_in(midterms, ids[student.id], Respondent.STUDENT, half)
    done = ids[pabo[0].id]
    midterms.talking.write(done, _talk(desk, script["talk"], pabo[0]))
    midterms.talking.conclude(done)
    return PlayedMidterms(done, ids[pabo[1].id] if len(pabo) > 1 else None, len(ids))


def _students(desk: Desk, programme: str, phase: str) -> list[Student]:
    """Students of a programme with a placement, those in the phase first."""
    with desk.workspace.reading() as unit:
        everyone = sorted(unit.students.search("", programme, limit=1_000_000), key=lambda one: one.number)
        placed = unit.placements.of_all([one.id for one in everyone])
    return sorted((one for one in everyone if placed.get(one.id)), key=lambda one: one.phase != phase)


def _fill_in(midterms: Midterms, midterm_id: str, side: Respondent, values: dict[str, str]) -> None:
    midterms.entering.hand_in(midterm_id, side, values, MidtermWay.COMPUTER)


def _said(answers: dict[str, str], student: Student) -> dict[str, str]:
    return {name: text.replace("{name}", student.first_name) for name, text in answers.items()}


def _talk(desk: Desk, script: dict[str, Any], student: Student) -> Talk:
    def said(text: str) -> str:
        return text.replace("{name}", student.first_name)

    agreements: Sequence[dict[str, Any]] = script["agreement"]
    return Talk(
        desk.today(),
        tuple(said(one) for one in script["answers"]),
        tuple(
            Agreement(
                one["criterion"], said(one["what"]), said(one["support"]), desk.today() + timedelta(weeks=one["weeks"])
            )
            for one in agreements
        ),
        share=True,
    )
