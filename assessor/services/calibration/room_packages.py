"""Groepspakketten: what each room gets on paper, and taking over the report that it sends back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessor.domain.calibration.figures import Counts
from assessor.domain.calibration.record import RoomRecord
from assessor.domain.calibration.room import Room
from assessor.domain.calibration.room_form import Discussed, room_form
from assessor.domain.calibration.round import round_open, round_sealed
from assessor.domain.calibration.script import places_to_discuss, script
from assessor.domain.calibration.session import CalibrationDay
from assessor.domain.form_answers import Way
from assessor.domain.form_code import new_code
from assessor.domain.form_post import SentForm
from assessor.domain.forms import FormCopy, Identity
from assessor.domain.people import Person
from assessor.domain.text import Language, Text, day_text
from assessor.services.calibration.leading import instrument_of, record, require_lead
from assessor.services.calibration.room_returns import Post, RoomReturn, Talked, kept_form, looked, take_over
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.forms.outbox import SUFFIX, Outbox, Outgoing, make_folder
from assessor.services.forms.receiving import codes_of, files_in, read_all
from assessor.services.written_file import written
from assessor.storage.unit import Unit

Progress = Callable[[int, int], bool]
WAYS = (Way.PDF, Way.WORKBOOK)


def _go_on(_done: int, _total: int) -> bool:
    return True


@dataclass(frozen=True)
class _Post:
    """What all copies of a sending share."""

    talked: Talked
    day: CalibrationDay
    lead: Person
    language: Language
    folder: Path


class RoomPackages:
    """The use cases of rooms on paper; all are the lead's, after the reveal."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- out

    def write(self, session_id: str, folder: Path, language: Language, progress: Progress = _go_on) -> list[Path]:
        """Write for each room its package and its report form as PDF and workbook; file names bear numbers only.

        Raises KnownErrors ``not-session-lead``, ``round-open``, ``round-sealed``, ``cannot-write``, ``disk-full``.
        """
        from assessor.reports.calibration_room import write_room

        with self._desk.workspace.reading() as unit:
            talked = self._talked(unit, session_id)
            day = unit.calibration_sessions.day(talked.session.day_id)
        post = _Post(talked, day, require_lead(self._desk, talked.session), language, folder)
        make_folder(folder)
        packages = []
        for number, room in enumerate(talked.rooms, start=1):
            packages.append(folder / _name(number, "groepspakket", "pdf"))
            with written(packages[-1]) as target:
                write_room(_record(talked, day, room), language, target, printed_at=self._desk.now())

        def copies(_unit: Unit, numbered: tuple[int, Room]) -> Iterator[Outgoing]:
            return (self._copy(post, *numbered, way) for way in WAYS)

        box = Outbox(self._desk)
        box.send(list(enumerate(talked.rooms, start=1)), copies, len(WAYS) * len(talked.rooms), progress)
        return [*packages, *(one.path for one in box.written)]

    def _copy(self, post: _Post, number: int, room: Room, way: Way) -> Outgoing:
        session, key = post.talked.session, post.talked.asked.key
        form = room_form(post.talked.asked, post.talked.inside(room))
        code = new_code(secrets.randbelow)
        identity = Identity(
            code, room.id, form.kind.value, form.respondent.value, key, form.fingerprint, post.language
        )  # fmt: skip
        about = (
            (Text("Sessie", "Session"), session.title),
            (Text("Datum", "Date"), day_text(post.day.day).say(post.language)),
            (Text("Ruimte", "Room"), room.name),
        )
        sent = SentForm(
            code, form.kind, form.respondent, room.id, key.fingerprint, form.fingerprint, post.language, way,
            self._desk.now(), post.lead.id, subject=session.id,
        )  # fmt: skip
        path = post.folder / _name(number, "verslagformulier", SUFFIX[way])
        return Outgoing(FormCopy(form, identity, about), path, sent)

    # --- back

    def look(self, session_id: str, paths: Sequence[Path], progress: Progress = _go_on) -> list[RoomReturn]:
        """What each file is and what it would change; nothing is written."""
        read = read_all(files_in(paths), progress)
        with self._desk.workspace.reading() as unit:
            talked = self._talked(unit, session_id)
            known = unit.forms.sent(codes_of(read))
            post = Post(known, unit.forms.kept(known), unit.calibration_conclusions.talk(session_id))
            return [looked(name, one, post, talked) for name, one in read]

    def accept(self, session_id: str, found: Sequence[RoomReturn]) -> Changes:
        """Take over what rooms sent: notes, afspraken with a destination, who was there, counted hands.

        What stood there before stays in the form that it came with. Of two versions of one report the last counts.
        """
        now = self._desk.now()
        with self._desk.workspace.writing() as unit:
            talked = self._talked(unit, session_id)
            lead = require_lead(self._desk, talked.session)
            talked.session.require_unconcluded()
            for one in found:
                if one.is_acceptable and one.room is not None and one.report is not None:
                    take_over(unit, talked, one.room, one.report, self._desk.new_id)
                    unit.forms.keep(kept_form(one, self._desk.new_id(), lead.id, now))
                    record(unit, session_id, "room-report-taken", lead.id, now, {"room": one.room.id})
        return (Change("calibration", session_id, "talk"),)

    # --- inside

    def _talked(self, unit: Unit, session_id: str) -> Talked:
        session = unit.calibration_sessions.get(session_id)
        require_lead(self._desk, session)
        rounds = unit.calibration_rounds.of(session_id)
        if not rounds or rounds[0].is_open:
            raise round_open(1)
        figures = unit.calibration_rounds.figures(rounds[0].id)
        if figures is None:
            raise round_sealed(1)
        every = (*figures.order, *(one.criterion for one in figures.criteria if one.criterion not in figures.order))
        asked = Discussed(
            instrument_of(unit, session),
            session.instrument,
            every[: places_to_discuss(session.script)],
            tuple(unit.calibration_sessions.casussen(session_id)),
        )
        rooms, people = unit.calibration_rooms.rooms(session_id), unit.calibration_rooms.participants(session_id)
        hands = unit.calibration_rounds.hands(rounds[-1].id)
        return Talked(session, asked, figures, tuple(rooms), tuple(people), rounds[-1], hands)


def _name(number: int, what: str, suffix: str) -> str:
    return f"ruimte-{number}-{what}.{suffix}"


def _record(talked: Talked, day: CalibrationDay, room: Room) -> RoomRecord:
    counts, alone = _counts(talked, room)
    agenda, people = script(talked.session.script, talked.figures.order), len(talked.inside(room))
    return RoomRecord(
        day, talked.session, talked.asked.instrument, room, people, agenda, talked.figures, counts, alone
    )  # fmt: skip


def _counts(talked: Talked, room: Room) -> tuple[dict[str, Counts], bool]:
    """The counts of a room, or of everybody where those of the room would give somebody away."""
    own = talked.figures.by_room.get(room.id)
    if own is not None:
        return dict(own), True
    return {one.criterion: one.counts for one in talked.figures.criteria}, False
