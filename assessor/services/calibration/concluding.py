"""What a session leads to: notes of the talk, afspraken, voorstellen and acties; last year's come back; conclude."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessor.domain.calibration.conclusion import Action, Agreed, Destination, Proposal, Status, TalkNote
from assessor.domain.calibration.record import FollowUp
from assessor.domain.calibration.round import round_open, round_sealed
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument
from assessor.domain.text import Text
from assessor.services.calibration.leading import record, require_lead
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class AgreedBeside:
    """An afspraak beside a criterion: the label that says what it is not, its words and an example."""

    label: Text
    text: str
    example: str = ""


class Concluding:
    """The use cases of talk and yield; nothing here bears the name of who said or scored what."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- the talk

    def note(self, note: TalkNote) -> Changes:
        """Keep what was said about a criterion, in a room or in plenary, replacing what stood there."""
        with self._desk.workspace.writing() as unit:
            self._open(unit, note.session_id)
            unit.calibration_conclusions.save_talk(note)
        return (Change("calibration", note.session_id, "talk"),)

    def talk(self, session_id: str) -> list[TalkNote]:
        """The notes of a session by criterion and room."""
        with self._desk.workspace.reading() as unit:
            return unit.calibration_conclusions.talk(session_id)

    # --- the yield

    def agree(
        self, session_id: str, text: str, destination: Destination, criterion: str = "", example: str = ""
    ) -> tuple[Agreed, Changes]:
        """Add an afspraak with its destination."""
        with self._desk.workspace.writing() as unit:
            self._open(unit, session_id)
            new = Agreed(self._desk.new_id(), session_id, _written(text), destination, criterion, example.strip())
            unit.calibration_conclusions.save_agreement(new)
        return new, (Change("calibration", session_id, "conclusion"),)

    def propose(self, session_id: str, text: str, owner: str, criterion: str = "") -> tuple[Proposal, Changes]:
        """Add a voorstel to change the form, with who takes it up."""
        with self._desk.workspace.writing() as unit:
            self._open(unit, session_id)
            new = Proposal(self._desk.new_id(), session_id, _written(text), _written(owner), criterion)
            unit.calibration_conclusions.save_proposal(new)
        return new, (Change("calibration", session_id, "conclusion"),)

    def plan(self, session_id: str, text: str, owner: str, due: date | None = None) -> tuple[Action, Changes]:
        """Add an actie with who does it and by which day."""
        with self._desk.workspace.writing() as unit:
            self._open(unit, session_id)
            new = Action(self._desk.new_id(), session_id, _written(text), _written(owner), due)
            unit.calibration_conclusions.save_action(new)
        return new, (Change("calibration", session_id, "conclusion"),)

    def decide(self, session_id: str, agreed_id: str, status: Status, day: date) -> Changes:
        """Note what the toetscommissie decided on an afspraak; also after the session, which it outlives."""
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            lead = require_lead(self._desk, session)
            for one in unit.calibration_conclusions.agreements([session_id]):
                if one.id == agreed_id:
                    unit.calibration_conclusions.save_agreement(one.decided(status, day))
                    content = {"agreement": agreed_id, "old": one.status.value, "new": status.value}
                    record(unit, session_id, "agreement-decided", lead.id, self._desk.now(), content)
                    return (Change("calibration", session_id, "conclusion"),)
        raise _not_there()

    def answer(self, session_id: str, proposal_id: str, status: Status, answer: str = "") -> Changes:
        """Note what became of a voorstel."""
        with self._desk.workspace.writing() as unit:
            require_lead(self._desk, unit.calibration_sessions.get(session_id))
            for one in unit.calibration_conclusions.proposals([session_id]):
                if one.id == proposal_id:
                    unit.calibration_conclusions.save_proposal(replace(one, status=status, answer=answer.strip()))
                    return (Change("calibration", session_id, "conclusion"),)
        raise _not_there()

    def finish(self, session_id: str, action_id: str, status: Status) -> Changes:
        """Note what became of an actie."""
        with self._desk.workspace.writing() as unit:
            require_lead(self._desk, unit.calibration_sessions.get(session_id))
            for one in unit.calibration_conclusions.actions([session_id]):
                if one.id == action_id:
                    unit.calibration_conclusions.save_action(replace(one, status=status))
                    return (Change("calibration", session_id, "conclusion"),)
        raise _not_there()

    def yielded(self, session_id: str) -> tuple[list[Agreed], list[Proposal], list[Action]]:
        """Afspraken, voorstellen and acties of a session, in the order of writing."""
        with self._desk.workspace.reading() as unit:
            keep, ids = unit.calibration_conclusions, [session_id]
            return keep.agreements(ids), keep.proposals(ids), keep.actions(ids)

    def in_force(self, instrument: Instrument) -> dict[str, list[AgreedBeside]]:
        """By criterion the afspraken that the toetscommissie accepted, the newest first, as the live sheet shows them.

        An afspraak about words that the criterion no longer has is left out.
        """
        with self._desk.workspace.reading() as unit:
            found = unit.calibration_conclusions.accepted(instrument.id)
        beside: dict[str, list[AgreedBeside]] = {}
        for agreed, day, fingerprint in found:
            own = instrument.criteria.get(agreed.criterion)
            if own is not None and own == self._desk.instrument(fingerprint).criteria.get(agreed.criterion):
                beside.setdefault(agreed.criterion, []).append(
                    AgreedBeside(Agreed.label(day), agreed.text, agreed.example)
                )
        return beside

    def follow_up(self, session_id: str) -> FollowUp:
        """What sessions of the same instrument on an earlier day led to, with what became of it."""
        with self._desk.workspace.reading() as unit:
            return follow_up(unit, unit.calibration_sessions.get(session_id))

    # --- conclude

    def conclude(self, session_id: str) -> Changes:
        """Finish the session; every round must be onthuld."""
        now = self._desk.now()
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            lead = require_lead(self._desk, session)
            done = session.concluded(now)
            for one in unit.calibration_rounds.of(session_id):
                if not one.is_revealed:
                    raise round_open(one.number) if one.is_open else round_sealed(one.number)
            unit.calibration_sessions.save(done)
            record(unit, session_id, "session-concluded", lead.id, now, {})
            unit.chains.anchor(session_id, actor_id=lead.id, at=now)
        return (Change("calibration", session_id),)

    # --- inside

    def _open(self, unit: Unit, session_id: str) -> Session:
        session = unit.calibration_sessions.get(session_id)
        require_lead(self._desk, session)
        session.require_unconcluded()
        return session


def follow_up(unit: Unit, session: Session) -> FollowUp:
    """What earlier sessions of the same instrument led to."""
    today = unit.calibration_sessions.day(session.day_id).day
    days = {
        one.id: day
        for one in unit.calibration_sessions.all()
        if one.instrument.id == session.instrument.id and one.id != session.id
        for day in [unit.calibration_sessions.day(one.day_id).day]
        if day < today
    }
    keep, ids = unit.calibration_conclusions, _by_day(days)
    return FollowUp(tuple(keep.agreements(ids)), tuple(keep.proposals(ids)), tuple(keep.actions(ids)), days)


def _by_day(days: dict[str, date]) -> Sequence[str]:
    return sorted(days, key=lambda one: days[one], reverse=True)


def _written(text: str) -> str:
    if not text.strip():
        raise KnownError(
            "text-missing",
            Text("Er staat nog niets.", "Nothing was written yet."),
            Text("Schrijf op wat is afgesproken en wie het doet.", "Write down what was agreed and who does it."),
        )
    return text.strip()


def _not_there() -> KnownError:
    return KnownError(
        "conclusion-unknown",
        Text("Dit staat niet bij deze sessie.", "This does not stand with this session."),
        Text("Kies uit de lijst van deze sessie.", "Choose from the list of this session."),
    )
