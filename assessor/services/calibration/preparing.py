"""Preparing a session: day, casussen, instrument and models, participants over rooms, draaiboek, invitations."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase

from assessor.domain.attachments import clean_name
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.room import Participant, Room, rooms_needed, spread
from assessor.domain.calibration.round import Round
from assessor.domain.calibration.script import ScriptKind, Step, script
from assessor.domain.calibration.session import CalibrationDay, Session
from assessor.domain.dossier import InstrumentKey
from assessor.domain.errors import KnownError
from assessor.domain.form_code import new_code
from assessor.domain.instrument import NOT_OBSERVED, Instrument
from assessor.domain.people import Role
from assessor.domain.text import Text, same
from assessor.instruments import canonical
from assessor.services.agreement import scale_of
from assessor.services.calibration.leading import criteria_of, instrument_of, require_lead
from assessor.services.calibration.roles import with_roles, without
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.storage.repositories.calibration_sessions import CasusFile
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class NewSession:
    """What a lead says to prepare a session; `day_id` names a kalibreerdag that is there, else one is made."""

    title: str
    instrument: Instrument
    models: tuple[str, ...]
    day: date
    place: str = ""
    script: ScriptKind = ScriptKind.SHORT
    day_id: str | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who is to take part: from the register (`person_id`), from a workbook, or typed."""

    name: str
    organisation: str = ""
    mail: str = ""
    person_id: str | None = None
    aspirant: bool = False


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as a list shows it; nothing of what anybody scored stands in it."""

    session: Session
    day: CalibrationDay
    participants: int
    rounds: tuple[Round, ...]


class Preparing:
    """The use cases before the first round opens; all but the lists are the lead's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- sessions

    def lines(self) -> list[SessionLine]:
        """Every session, the newest day first."""
        with self._desk.workspace.reading() as unit:
            days = {day.id: day for day in unit.calibration_sessions.days()}
            return [
                SessionLine(
                    session,
                    days[session.day_id],
                    len(unit.calibration_rooms.participants(session.id)),
                    tuple(unit.calibration_rounds.of(session.id)),
                )
                for session in unit.calibration_sessions.all()
            ]

    def days(self) -> list[CalibrationDay]:
        """Kalibreerdagen of today and later, on which another session can be held; the first one first."""
        today = self._desk.today()
        with self._desk.workspace.reading() as unit:
            return [day for day in reversed(unit.calibration_sessions.days()) if day.day >= today]

    def session(self, session_id: str) -> Session:
        """One session; KnownError ``session-unknown``."""
        with self._desk.workspace.reading() as unit:
            return unit.calibration_sessions.get(session_id)

    def start(self, new: NewSession) -> tuple[Session, Changes]:
        """Make a session, on a kalibreerdag that is there or on a new one.

        Raises KnownErrors ``no-models``, ``model-unknown``, ``scales-differ``, ``no-actor``.
        """
        lead = self._desk.require_actor()
        models = models_of(new)
        scale_of(new.instrument)
        key = InstrumentKey(new.instrument.id, new.instrument.version, canonical.fingerprint(new.instrument))
        with self._desk.workspace.writing() as unit:
            unit.instruments.keep(key, canonical.canonical(new.instrument))
            day = self._day(unit, new)
            session = Session(
                self._desk.new_id(), day.id, new.title.strip() or new.instrument.title.nl, key, models, new.script,
                lead.id, self._desk.now(),
            )  # fmt: skip
            unit.calibration_sessions.save(session)
        return session, (Change("calibration", session.id),)

    def change(self, session: Session) -> Changes:
        """Keep another title or draaiboek; what is scored is fixed once a round is open."""
        with self._desk.workspace.writing() as unit:
            now = unit.calibration_sessions.get(session.id)
            require_lead(self._desk, now)
            now.require_unconcluded()
            unit.calibration_sessions.save(replace(now, title=session.title, script=session.script))
        return (Change("calibration", session.id),)

    # --- casussen

    def add_casussen(self, session_id: str, casussen: Sequence[Casus]) -> tuple[list[Casus], Changes]:
        """Add casussen; ids and session are filled in. A code stands once in a session (``casus-twice``)."""
        with self._desk.workspace.writing() as unit:
            self._preparing(unit, session_id)
            there = unit.calibration_sessions.casussen(session_id)
            new = [replace(one, id=self._desk.new_id(), session_id=session_id) for one in casussen]
            codes = [one.code for one in (*there, *new)]
            if len(set(codes)) < len(codes):
                raise KnownError(
                    "casus-twice",
                    Text("Twee casussen heten hetzelfde.", "Two cases have the same name."),
                    Text("Geef elke casus een eigen kenmerk.", "Give each case a name of its own."),
                )
            unit.calibration_sessions.save_casussen([*there, *new])
        return new, (Change("calibration", session_id, "casus"),)

    def take_again(self, session_id: str, casus_id: str) -> tuple[Casus, Changes]:
        """Use a casus of an earlier year again, with its reference and its files, so that years can be compared.

        When its code is in use here already, it gets the first letter that is free.
        """
        with self._desk.workspace.reading() as unit:
            earlier = unit.calibration_sessions.casus(casus_id)
            here = unit.calibration_sessions.casussen(session_id)
            there = unit.calibration_sessions.files(casus_id)
            files = [(file, unit.calibration_sessions.content(file.id)) for file in there]
        again = replace(earlier, origin_id=earlier.origin_id or earlier.id)
        if again.origin_id not in {one.origin_id for one in here}:
            codes = (earlier.code, *ascii_uppercase, f"{earlier.code}-{len(here)}")
            again = replace(again, code=next(code for code in codes if code not in {one.code for one in here}))
        added, changes = self.add_casussen(session_id, [again])
        for file, content in files:
            self.attach(added[0].id, file.name, content)
        return added[0], changes

    def change_casus(self, casus: Casus) -> Changes:
        """Keep kind, description, consent or anonymity of a casus anew; its reference stays (see `set_reference`)."""
        return self._replace_casus(casus, keep_reference=True)

    def set_reference(self, casus_id: str, reference: Mapping[str, str]) -> Changes:
        """Keep the marks of the preparing team by criterion (KnownError ``reference-wrong``)."""
        with self._desk.workspace.reading() as unit:
            casus = unit.calibration_sessions.casus(casus_id)
        return self._replace_casus(replace(casus, reference=dict(reference)), keep_reference=False)

    def casussen(self, session_id: str) -> list[Casus]:
        """The casussen, their reference left out: it is shown after round 2, by the report only."""
        with self._desk.workspace.reading() as unit:
            return [replace(one, reference={}) for one in unit.calibration_sessions.casussen(session_id)]

    def attach(self, casus_id: str, name: str, content: bytes) -> Changes:
        """Keep a file with a casus, encrypted with the rest; refused when it is no document or picture."""
        from assessor.exchange.attached_file import recognise

        kind = recognise(content)
        with self._desk.workspace.writing() as unit:
            casus = unit.calibration_sessions.casus(casus_id)
            self._preparing(unit, casus.session_id)
            unit.calibration_sessions.attach(
                CasusFile(self._desk.new_id(), casus_id, clean_name(name), kind.value), content
            )
        return (Change("calibration", casus.session_id, "casus"),)

    # --- people

    def invite(self, session_id: str, people: Sequence[Invited]) -> tuple[list[Participant], Changes]:
        """Add participants, each with a code; who is from the register already takes part once."""
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            session.require_unconcluded()
            there = {one.person_id for one in unit.calibration_rooms.participants(session_id)} - {None}
            new = [self._participant(session_id, one) for one in people if one.person_id not in there]
            unit.calibration_rooms.save_participants(new)
        return new, (Change("calibration", session_id, "participants"),)

    def withdraw(self, session_id: str, participant_ids: Collection[str]) -> Changes:
        """Take participants out again, of whom nothing came in yet (KnownError ``participant-scored``)."""
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            session.require_unconcluded()
            rounds = unit.calibration_rounds.of(session_id)
            scored = {each.participant_id for one in rounds for each in unit.calibration_rounds.receipts(one.id)}
            people = unit.calibration_rooms.participants(session_id)
            gone = {one.id for one in people if one.id in participant_ids}
            for one in people:
                if one.id in gone & scored:
                    raise _scored(one)
            rooms = unit.calibration_rooms.rooms(session_id)
            unit.calibration_rooms.save_rooms([without(room, gone) for room in rooms])
            unit.calibration_rooms.remove_participants(gone)
        return (Change("calibration", session_id, "participants"),)

    def invite_register(
        self, session_id: str, person_ids: Collection[str] | None = None
    ) -> tuple[list[Participant], Changes]:
        """Add assessors and aspirants of the register; all of them, or those named."""
        with self._desk.workspace.reading() as unit:
            places = {one.id: one.name for one in unit.organisations.all()}
            people = [one for one in unit.people.all() if one.roles & {Role.ASSESSOR, Role.ASPIRANT}]
        chosen = [one for one in people if person_ids is None or one.id in person_ids]
        return self.invite(
            session_id,
            [
                Invited(one.name, places.get(one.organisation_id or "", ""), "", one.id, Role.ASPIRANT in one.roles)
                for one in chosen
            ],
        )

    def participants(self, session_id: str) -> list[Participant]:
        """Who takes part, by name, for the lead: the codes of the invitations stand in it."""
        with self._desk.workspace.reading() as unit:
            require_lead(self._desk, unit.calibration_sessions.get(session_id))
            return unit.calibration_rooms.participants(session_id)

    def rooms(self, session_id: str) -> list[Room]:
        """The rooms, in their order."""
        with self._desk.workspace.reading() as unit:
            return unit.calibration_rooms.rooms(session_id)

    def make_rooms(self, session_id: str, number: int | None = None) -> tuple[list[Room], Changes]:
        """Spread everybody over rooms of 6 to 12, or over so many; each room gets its three roles."""
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            session.require_unconcluded()
            people = unit.calibration_rooms.participants(session_id)
            there = unit.calibration_rooms.rooms(session_id)
            wanted = max(number or rooms_needed(len(people)), len(there), 1)
            parts = spread(people, wanted)
            named = [self._room(session_id, place, there) for place in range(wanted)]
            rooms = [with_roles(room, part) for room, part in zip(named, parts, strict=True)]
            unit.calibration_rooms.save_rooms(rooms)
            placed = [replace(one, room_id=room.id) for room, part in zip(rooms, parts, strict=True) for one in part]
            unit.calibration_rooms.save_participants(placed)
        return rooms, (Change("calibration", session_id, "rooms"),)

    def change_room(self, room: Room, participants: Collection[str] | None = None) -> Changes:
        """Keep a room's name and roles anew, and put these participants in it."""
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(room.session_id)
            require_lead(self._desk, session)
            there = unit.calibration_rooms.rooms(session.id)
            moved = [
                replace(one, room_id=room.id)
                for one in unit.calibration_rooms.participants(session.id)
                if participants is not None and one.id in participants
            ]
            gone = {one.id for one in moved}
            unit.calibration_rooms.save_rooms([room if one.id == room.id else without(one, gone) for one in there])
            unit.calibration_rooms.save_participants(moved)
        return (Change("calibration", room.session_id, "rooms"),)

    def mark_present(self, session_id: str, present: dict[str, bool]) -> Changes:
        """Fill in the presentielijst, by participant id."""
        with self._desk.workspace.writing() as unit:
            require_lead(self._desk, unit.calibration_sessions.get(session_id))
            unit.calibration_rooms.mark_present(session_id, present)
        return (Change("calibration", session_id, "participants"),)

    # --- draaiboek

    def draaiboek(self, session_id: str) -> tuple[Step, ...]:
        """The draaiboek; after the reveal with the criteria to discuss, the first one first."""
        with self._desk.workspace.reading() as unit:
            session = unit.calibration_sessions.get(session_id)
            rounds = unit.calibration_rounds.of(session_id)
            figures = unit.calibration_rounds.figures(rounds[0].id) if rounds else None
        return script(session.script, figures.order if figures is not None else ())

    # --- inside

    def _preparing(self, unit: Unit, session_id: str) -> Session:
        session = unit.calibration_sessions.get(session_id)
        require_lead(self._desk, session)
        session.require_preparing()
        return session

    def _day(self, unit: Unit, new: NewSession) -> CalibrationDay:
        if new.day_id is not None:
            return unit.calibration_sessions.day(new.day_id)
        title = Text("Kalibreerdag {day}", "Calibration day {day}").fill(day=f"{new.day:%d-%m-%Y}").nl
        day = CalibrationDay(self._desk.new_id(), title, new.day, new.place.strip())
        unit.calibration_sessions.save_day(day)
        return day

    def _participant(self, session_id: str, one: Invited) -> Participant:
        return Participant(
            self._desk.new_id(),
            session_id,
            one.name.strip(),
            new_code(secrets.randbelow),
            None,
            one.person_id,
            one.organisation.strip(),
            one.mail.strip(),
            one.aspirant,
        )

    def _room(self, session_id: str, place: int, there: Sequence[Room]) -> Room:
        if place < len(there):
            return there[place]
        return Room(self._desk.new_id(), session_id, Text("Ruimte {n}", "Room {n}").fill(n=place + 1).nl)

    def _replace_casus(self, casus: Casus, *, keep_reference: bool) -> Changes:
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(casus.session_id)
            require_lead(self._desk, session)
            session.require_unconcluded()
            there = unit.calibration_sessions.casussen(session.id)
            if keep_reference:
                casus = replace(casus, reference=unit.calibration_sessions.casus(casus.id).reference)
            self._require_reference(unit, session, casus)
            unit.calibration_sessions.save_casussen([casus if one.id == casus.id else one for one in there])
        return (Change("calibration", casus.session_id, "casus"),)

    def _require_reference(self, unit: Unit, session: Session, casus: Casus) -> None:
        instrument = instrument_of(unit, session)
        asked = criteria_of(instrument, session)
        for code, mark in casus.reference.items():
            if code not in asked or mark not in instrument.model_of[code].scale.marks or mark == NOT_OBSERVED:
                raise KnownError(
                    "reference-wrong",
                    Text("De referentie past niet bij deze sessie.", "The reference does not fit this session."),
                    Text("Geef elk criterium een niveau van de schaal.", "Give each criterion a level of the scale."),
                    same(code),
                )


def models_of(new: NewSession) -> tuple[str, ...]:
    """Codes of the chosen models in the order of the form; KnownErrors ``no-models``, ``model-unknown``."""
    if not new.models:
        raise KnownError(
            "no-models",
            Text("Er is geen model gekozen.", "No model was chosen."),
            Text("Kies ten minste één model om te scoren.", "Choose at least one model to score."),
        )
    known = {name: model.code for model in new.instrument for name in (model.number, model.code)}
    for model in new.models:
        if model not in known:
            raise KnownError(
                "model-unknown",
                Text("Dit instrument heeft geen model {model}.", "This instrument has no model {model}.").fill(
                    model=model[:20]
                ),
                Text("Kies uit {known}.", "Choose from {known}.").fill(known=", ".join(m.code for m in new.instrument)),
            )
    chosen = {known[model] for model in new.models}
    return tuple(model.code for model in new.instrument if model.code in chosen)


def _scored(one: Participant) -> KnownError:
    return KnownError(
        "participant-scored",
        Text("Van {name} zijn al scores binnen.", "Scores of {name} are in already.").fill(name=one.name),
        Text("Laat deze deelnemer staan.", "Leave this participant in."),
    )
