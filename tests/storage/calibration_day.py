"""A small calibration day to write stories with: one session, one casus, two rooms, three participants."""

from collections.abc import Iterable

from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.room import Participant, Room
from assessor.domain.calibration.round import Receipt, ReturnWay, Round, RoundWay, Scores
from assessor.domain.calibration.script import ScriptKind
from assessor.domain.calibration.session import CalibrationDay, Session
from assessor.storage.unit import Unit
from tests.storage.partnership import ANS, INSTRUMENT, NOON, minutes

DAY = CalibrationDay("day", "Kalibreerdag najaar", NOON.date(), "Zwolle")
SESSION = Session("session", DAY.id, "Pabo model 3", INSTRUMENT, ("3", "4"), ScriptKind.SHORT, ANS.id, NOON)
CASUS = Casus(
    "casus",
    SESSION.id,
    "A",
    CasusKind.VIDEO,
    "Rekenles groep 5",
    "mail 3 maart",
    anonymised=True,
    reference={"3.1": "V"},
)
ROOMS = [Room("room1", SESSION.id, "Lokaal 1", "p1", "p2", "p3"), Room("room2", SESSION.id, "Lokaal 2")]
PEOPLE = [
    Participant("p1", SESSION.id, "Zoë Maas", "AAAAA00001", "room1", ANS.id, "De Linde", "z@voorbeeld.nl"),
    Participant("p2", SESSION.id, "Bo Dijk", "AAAAA00002", "room1", aspirant=True),
    Participant("p3", SESSION.id, "Émile Baan", "AAAAA00003", "room2"),
]
ROUND = Round("round1", SESSION.id, 1, RoundWay.BLIND, ("3.1", "3.2"), NOON)


def settle_calibration(unit: Unit) -> None:
    """Everything up to an open first round."""
    unit.calibration_sessions.save_day(DAY)
    unit.calibration_sessions.save(SESSION)
    unit.calibration_sessions.save_casussen([CASUS])
    unit.calibration_rooms.save_rooms(ROOMS)
    unit.calibration_rooms.save_participants(PEOPLE)
    unit.calibration_rounds.begin(ROUND)


def scores(marks: Iterable[str] = ("V", "G"), note: str = "", own_code: str = "") -> Scores:
    """The marks of criteria 3.1 and 3.2."""
    given = dict(zip(("3.1", "3.2"), marks, strict=False))
    return Scores({CASUS.id: given}, {CASUS.id: {"3.1": note}} if note else {}, own_code)


def receipt(name: str = "in1", who: str = "p1", after: float = 1, **changes: bool) -> Receipt:
    """That scores came in."""
    return Receipt(name, ROUND.id, who, ReturnWay.PDF, True, minutes(after), ANS.id, **changes)
