"""Calibration sessions at the points where their screens are looked at."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from assessor.application import Application
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.calibration.session import Session
from assessor.services.calibration.intake import Incoming
from assessor.services.calibration.preparing import Invited, NewSession

NAMES = ("Tjalling Brem", "Wietske Oude", "Douwe Postma", "Fenna Kuiper", "Jelte Swart", "Hiske Vonk", "Rixt Zijl")
MARKS = ("V", "O", "G", "V", "V", "G", "V")
"""What each of these gave at every criterion, so that a level on screen would be somebody's."""


def prepared(app: Application) -> Session:
    """A session on model 3 of the pabo form with seven people in one room, not begun yet."""
    form = next(
        one.instrument for one in app.instruments.forms() if one.instrument and one.instrument.programme == "pabo"
    )
    model = next(one.code for one in form if one.number == "3")
    preparing = app.calibration.preparing
    session, _ = preparing.start(NewSession("Rekenles groep 5", form, (model,), app.desk.today(), "Breda"))
    preparing.add_casussen(session.id, [Casus("", "", "A", consent="per mail", anonymised=True)])
    preparing.invite(session.id, [Invited(name) for name in NAMES])
    preparing.make_rooms(session.id)
    return session


def collected(app: Application, people: int = len(NAMES)) -> Session:
    """The same with the first round open and the scores of so many people in."""
    session = prepared(app)
    one, _ = app.calibration.rounds.open(session.id)
    incoming = [
        Incoming(name, {"A": dict.fromkeys(one.criteria, mark)})
        for name, mark in list(zip(NAMES, MARKS, strict=True))[:people]
    ]
    app.calibration.rounds.receive(session.id, incoming, ReturnWay.TABLE)
    return session


def revealed(app: Application) -> Session:
    """The same with the scores of all in, and the first round onthuld."""
    session = collected(app)
    app.calibration.rounds.close(session.id)
    app.calibration.rounds.reveal(session.id)
    return session


def invited(app: Application) -> str:
    """An open round of which one participant's invitation was opened here; answers its id."""
    session = collected(app, 0)
    person = app.calibration.preparing.participants(session.id)[0]
    with TemporaryDirectory() as folder:
        path = app.calibration.inviting.write_sealed(session.id, Path(folder), "nl").files[0]
        return app.calibration.scoring.open(path, person.code)[0]
