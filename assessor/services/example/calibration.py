"""A calibration session of 24 assessors in three rooms with two rounds, and one of a year ago on the same lesson."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.conclusion import Destination, Status, TalkNote
from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.round import ReturnWay, RoundWay
from assessor.domain.calibration.session import Session
from assessor.domain.instrument import NOT_OBSERVED
from assessor.domain.people import Person, Role
from assessor.services.calibration.calibration import Calibration
from assessor.services.calibration.intake import Incoming
from assessor.services.calibration.preparing import NewSession
from assessor.services.desk import Desk
from assessor.services.example.words import words

ASSESSORS, ROOMS = 24, 3
ASPIRANTS = 2
"""Of these so many are candidates for the BKE."""
EARLIER = 14
"""Assessors of the session a year ago."""
_A_YEAR = 361
_CASUS = "A"
_MARKS = ("O", "V", "G", NOT_OBSERVED)
_MOVES = 0.7
"""The share of assessors who follow the room in the second round."""


def play_session(desk: Desk, calibration: Calibration, seed: int = 2026) -> Session:
    """Prepare, score blind, reveal, discuss, score again and conclude a session on model 3 of the pabo.

    Args:
        desk: of the example's workspace; its actor is set to the lead.
        calibration: plays it.
        seed: the same seed makes the same scores.
    """
    script, draw = words("calibration"), random.Random(seed)  # noqa: S311 - an example that can be repeated
    desk.actor = _lead(desk)
    before = _last_year(desk, calibration, script, draw)
    session = _prepare(desk, calibration, script, before)
    people = calibration.preparing.participants(session.id)
    calibration.rounds.open(session.id)
    first = {one.id: _sheet(script["chances"], draw) for one in people}
    calibration.rounds.receive(session.id, _forms(people, first, draw), ReturnWay.PDF)
    calibration.rounds.close(session.id)
    calibration.rounds.reveal(session.id)
    _second_round(calibration, session, people, first, script["agreed"], draw)
    _conclude(calibration, session, script, desk.today())
    return calibration.preparing.session(session.id)


def _lead(desk: Desk) -> Person:
    with desk.workspace.reading() as unit:
        return next(one for one in unit.people.all() if Role.CALIBRATION_LEAD in one.roles)


def _last_year(desk: Desk, calibration: Calibration, script: dict[str, Any], draw: random.Random) -> Session:
    """The same lesson a year ago with fewer people, so that years can be compared and something comes back."""
    earlier, preparing = script["last-year"], calibration.preparing
    day = desk.today() - timedelta(days=_A_YEAR)
    instrument = desk.catalogue.get("pabo-praktijkbeoordeling")
    session, _ = preparing.start(NewSession(earlier["title"], instrument, ("3",), day, script["place"]))
    casus = Casus("", "", _CASUS, CasusKind.LESSON_FORM, script["description"], script["consent"], anonymised=True)
    preparing.add_casussen(session.id, [casus])
    _invite(desk, calibration, session, EARLIER, 2)
    people = preparing.participants(session.id)
    calibration.rounds.open(session.id)
    sheets = {one.id: _sheet(earlier["chances"], draw) for one in people}
    calibration.rounds.receive(session.id, _forms(people, sheets, draw), ReturnWay.WORKBOOK)
    calibration.rounds.close(session.id)
    calibration.rounds.reveal(session.id)
    _conclude(calibration, session, earlier, day)
    (agreed, *_), _, _ = calibration.concluding.yielded(session.id)
    calibration.concluding.decide(session.id, agreed.id, Status.ACCEPTED, day + timedelta(days=30))
    return session


def _prepare(desk: Desk, calibration: Calibration, script: dict[str, Any], before: Session) -> Session:
    preparing = calibration.preparing
    instrument = desk.catalogue.get("pabo-praktijkbeoordeling")
    new = NewSession(script["title"], instrument, ("3",), desk.today(), script["place"])
    session, _ = preparing.start(new)
    casus, _ = preparing.take_again(session.id, preparing.casussen(before.id)[0].id)
    preparing.set_reference(casus.id, script["reference"])
    _invite(desk, calibration, session, ASSESSORS, ROOMS)
    return session


def _invite(desk: Desk, calibration: Calibration, session: Session, number: int, rooms: int) -> None:
    preparing = calibration.preparing
    with desk.workspace.reading() as unit:
        people = unit.people.all()
    aspirants = [one.id for one in people if Role.ASPIRANT in one.roles][:ASPIRANTS]
    assessors = [one.id for one in people if Role.ASSESSOR in one.roles][: number - len(aspirants)]
    preparing.invite_register(session.id, [*assessors, *aspirants])
    preparing.make_rooms(session.id, rooms)
    preparing.mark_present(session.id, {one.id: True for one in preparing.participants(session.id)})


def _sheet(chances: Mapping[str, Sequence[int]], draw: random.Random) -> dict[str, str]:
    return {code: draw.choices(_MARKS, weights)[0] for code, weights in chances.items()}


def _forms(people: Sequence[Participant], sheets: Mapping[str, dict[str, str]], draw: random.Random) -> list[Incoming]:
    return [Incoming(one.id, {_CASUS: sheets[one.id]}, {_CASUS: _notes(sheets[one.id], draw)}) for one in people]


def _notes(sheet: Mapping[str, str], draw: random.Random) -> dict[str, str]:
    """A note at every O and at one other criterion; the student has no name."""
    noted = [code for code, mark in sheet.items() if mark == "O"] or [draw.choice(sorted(sheet))]
    stock = words("notes-pabo")
    return {code: _nameless(draw.choice(_stock(stock, code, sheet[code]))) for code in noted}


def _stock(stock: dict[str, Any], code: str, mark: str) -> list[str]:
    found: list[str] = stock[NOT_OBSERVED] if mark == NOT_OBSERVED else stock[code][mark]
    return found


def _nameless(text: str) -> str:
    whole = text.replace("{name}", "de student")
    return ". ".join(part[:1].upper() + part[1:] for part in whole.split(". "))


def _second_round(
    calibration: Calibration,
    session: Session,
    people: Sequence[Participant],
    first: Mapping[str, dict[str, str]],
    agreed: Mapping[str, str],
    draw: random.Random,
) -> None:
    calibration.rounds.open(session.id, RoundWay.BLIND, list(agreed))
    again = {
        one.id: {code: level if draw.random() < _MOVES else first[one.id][code] for code, level in agreed.items()}
        for one in people
    }
    forms = [Incoming(one.id, {_CASUS: again[one.id]}) for one in people]
    calibration.rounds.receive(session.id, forms, ReturnWay.PDF)
    calibration.rounds.close(session.id)
    calibration.rounds.reveal(session.id)


def _conclude(calibration: Calibration, session: Session, script: dict[str, Any], day: date) -> None:
    concluding = calibration.concluding
    for note in script["talk"]:
        concluding.note(TalkNote(session.id, "", **note))
    for one in script["agreement"]:
        concluding.agree(session.id, one["text"], Destination(one["destination"]), one["criterion"], one["example"])
    for one in script["proposal"]:
        concluding.propose(session.id, one["text"], one["owner"], one["criterion"])
    for one in script["action"]:
        concluding.plan(session.id, one["text"], one["owner"], day + timedelta(days=one["days"]))
    concluding.conclude(session.id)
