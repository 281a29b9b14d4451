"""The midterm and the practice assessment after it: what was said before, and how the result lies to it."""

from __future__ import annotations

from collections.abc import Iterator

from assessor.domain.dossier import Dossier
from assessor.domain.growth import EarlierPoint
from assessor.domain.instrument import Instrument
from assessor.domain.midterm.foresight import Foresight, Towards, foresight, towards
from assessor.domain.midterm.midterm import Midterm
from assessor.domain.midterm.talk import talk_of
from assessor.domain.text import Text
from assessor.instruments import canonical
from assessor.services.midterm.talking import views_of
from assessor.storage.unit import Unit


def foresight_before(unit: Unit, dossier: Dossier) -> dict[str, Foresight]:
    """What the newest open midterm before a dossier said, by criterion code; empty when there was none."""
    found = _newest(unit, dossier)
    return foresight(found[1], views_of(unit, found[0])) if found else {}


def agreements_before(unit: Unit, dossier: Dossier) -> Iterator[EarlierPoint]:
    """What was agreed in the talk of that midterm, as points to come back to."""
    found = _newest(unit, dossier)
    if found is None:
        return
    midterm, instrument = found
    talk = talk_of(unit.midterms.talk(midterm.id), instrument)
    for one in talk.agreements:
        criterion = instrument.criteria.get(one.criterion)
        source = Text("Tussenevaluatie", "Midterm evaluation")
        if criterion is not None:
            source += Text(", {code} {name}", ", {code} {name}").fill(code=criterion.code, name=criterion.name)
        yield EarlierPoint(source, talk.day, one.what)


def towards_practice(unit: Unit, midterm: Midterm, instrument: Instrument) -> Towards | None:
    """How the first practice assessment with a result after an open midterm lies to it; None while there is none."""
    after = [
        one
        for one in unit.dossiers.of_student(midterm.student_id)
        if one.state.has_result and one.activity.day is not None and one.activity.day >= midterm.sent_at.date()
    ]
    if midterm.is_sealed or not after:
        return None
    first = min(after, key=lambda one: (one.activity.day, one.attempt))
    practice = canonical.from_json(unit.instruments.canonical(first.instrument.fingerprint).decode())
    return towards(foresight(instrument, views_of(unit, midterm)), practice, first)


def _newest(unit: Unit, dossier: Dossier) -> tuple[Midterm, Instrument] | None:
    """The student's newest open midterm of the same programme, sent out before the activity."""
    for one in unit.midterms.of_students([dossier.student_id]).get(dossier.student_id, []):
        day = dossier.activity.day
        if one.is_sealed or (day is not None and one.sent_at.date() > day):
            continue
        instrument = canonical.from_json(unit.instruments.canonical(one.instrument.fingerprint).decode())
        if instrument.programme == dossier.programme:
            return one, instrument
    return None
