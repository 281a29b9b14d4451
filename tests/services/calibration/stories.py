"""A calibration session in a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessor.application import Application
from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.calibration.session import Session
from assessor.services.calibration.intake import Incoming, Taken
from assessor.services.calibration.preparing import Invited, NewSession

NAMES = ("Ada Beuk", "Bo Eik", "Cas Linde", "Dora Es", "Eva Wilg", "Fem Iep", "Gijs Els", "Hind Spar")
CASUS = "A"
CODES = ("3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7")
DAY = date(2026, 1, 20)
NOTE = "Zag Kwetsbaarwoord in de inleiding"


def prepared(
    app: Application, names: Sequence[str], casussen: Sequence[str] = (CASUS,), models: Sequence[str] = ("3",)
) -> Session:
    """A session that is ready to begin."""
    preparing = app.calibration.preparing
    instrument = app.desk.catalogue.get("pabo-praktijkbeoordeling")
    session, _ = preparing.start(NewSession("Pabo model 3", instrument, tuple(models), DAY, "Zomerdam"))
    preparing.add_casussen(
        session.id,
        [Casus("", "", code, CasusKind.VIDEO, "Rekenles", "mail van 3 januari", anonymised=True) for code in casussen],
    )
    preparing.invite(session.id, [Invited(name, f"School {place % 2}") for place, name in enumerate(names)])
    preparing.make_rooms(session.id, 2 if len(names) > 1 else 1)
    return session


def sheet(
    name: str, marks: str, casus: str = CASUS, note: str = "", code: str = "", codes: Sequence[str] = CODES
) -> Incoming:
    """What somebody gave, one sign a criterion; a space is not scored."""
    given = {one: mark for one, mark in zip(codes, marks, strict=False) if mark != " "}
    return Incoming(name, {casus: given}, {casus: {codes[0]: note}} if note else {}, code)


SHEETS = ("VVVVVVV", "OVVVVVG", "OVVGVVV", "VVVVVOV", "GVVVVVV", "OOVVVVV", "VVNVVVG", "VGVVVVV")


def all_in(app: Application, session: Session, sheets: Sequence[str] = SHEETS) -> list[Taken]:
    """Everybody's scores, as forms."""
    incoming = [
        sheet(name, marks, note=NOTE if name == NAMES[1] else "") for name, marks in zip(NAMES, sheets, strict=False)
    ]
    return app.calibration.rounds.receive(session.id, incoming, ReturnWay.PDF)[0]


def revealed(app: Application, session: Session) -> None:
    """The first round, in, closed and onthuld."""
    all_in(app, session)
    app.calibration.rounds.close(session.id)
    app.calibration.rounds.reveal(session.id)
