"""What every use case of calibration asks first: which session, whose it is, and where its rounds stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from assessor.domain.calibration.round import Round
from assessor.domain.calibration.score_form import Asked
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument
from assessor.domain.people import Person, Role
from assessor.domain.text import Text
from assessor.instruments import canonical
from assessor.services.desk import Desk
from assessor.storage.unit import Unit


def require_lead(desk: Desk, session: Session) -> Person:
    """The person at the keyboard, who prepared the session or leads calibration; KnownError ``not-session-lead``."""
    person = desk.require_actor()
    if person.id != session.lead_id and Role.CALIBRATION_LEAD not in person.roles:
        raise KnownError(
            "not-session-lead",
            Text("Deze kalibreersessie is van een andere sessieleider.", "This session has another lead."),
            Text("Vraag de sessieleider om dit te doen.", "Ask the lead of the session to do this."),
        )
    return person


def instrument_of(unit: Unit, session: Session) -> Instrument:
    """The instrument that the session froze, from the workspace's own copy."""
    return _thawed(unit.instruments.canonical(session.instrument.fingerprint).decode())


@lru_cache(maxsize=8)
def _thawed(stored: str) -> Instrument:
    """The instrument of a stored text; one session asks for it many times."""
    return canonical.from_json(stored)


def criteria_of(instrument: Instrument, session: Session) -> tuple[str, ...]:
    """Codes of the criteria of the session's models, in the order of the form."""
    return tuple(one.code for code in session.models for one in instrument.model(code).criteria)


def asked_of(unit: Unit, session: Session, one: Round) -> Asked:
    """What a round asks of whoever scores."""
    casussen = tuple(unit.calibration_sessions.casussen(session.id))
    return Asked(one.id, instrument_of(unit, session), session.instrument, one.criteria, casussen)


def round_of(unit: Unit, session_id: str, number: int) -> Round:
    """The round with this number; KnownError ``round-not-there``."""
    for one in unit.calibration_rounds.of(session_id):
        if one.number == number:
            return one
    raise KnownError(
        "round-not-there",
        Text("Ronde {number} is er niet.", "There is no round {number}.").fill(number=number),
        Text("Open de ronde eerst.", "Open the round first."),
    )


def record(unit: Unit, session_id: str, kind: str, actor_id: str, at: datetime, content: Mapping[str, object]) -> None:
    """Add a line to the chain of a session; what anybody scored never stands in it."""
    unit.chains.append(session_id, kind=kind, actor_id=actor_id, at=at, content=content)


def last_round(unit: Unit, session_id: str) -> Round:
    """The round that is collected or was scored last; KnownError ``round-not-there`` while there is none."""
    rounds = unit.calibration_rounds.of(session_id)
    return rounds[-1] if rounds else round_of(unit, session_id, 1)
