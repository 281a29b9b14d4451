"""The papers of a session: groepsverslag, presentielijst, one private report for each participant, and their post."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from assessor import __version__
from assessor.domain.calibration.conclusion import Agreed
from assessor.domain.calibration.record import (
    AttendanceRecord,
    EarlierSession,
    GroupRecord,
    PrivateRecord,
    RevealedRound,
)
from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.round import round_open, round_sealed
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.text import Language
from assessor.services.calibration.concluding import follow_up
from assessor.services.calibration.leading import instrument_of, require_lead
from assessor.services.calibration.private import private_records
from assessor.services.calibration.years import held_sessions
from assessor.services.desk import Desk
from assessor.services.written_file import put
from assessor.storage.unit import Unit

GROUP, GROUP_TABLE, ATTENDANCE, PRIVATE = "groepsverslag.pdf", "groepsverslag.xlsx", "presentielijst.pdf", "persoonlijk"
POST, INVITATIONS = "verzendlijst.xlsx", "uitnodigingen.xlsx"
FORM_LIST, PROGRAM_LIST = "uitnodigingen-formulieren.xlsx", "uitnodigingen-programma.xlsx"
"""Who gets which form and which sealed invitation; a folder may hold both."""


Progress = Callable[[int, int], bool]


def _go_on(_done: int, _total: int) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written.

    `private` tells why there are no private reports, None when there are; `stopped` when somebody pressed stop.
    """

    files: tuple[Path, ...]
    private: KnownError | None = None
    stopped: bool = False


class CalibrationPapers:
    """The use cases that end on paper; all are the lead's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def group(self, session_id: str) -> GroupRecord:
        """Everything of the groepsverslag, without any participant's name; KnownErrors before the first reveal."""
        with self._desk.workspace.reading() as unit:
            return _group(unit, unit.calibration_sessions.get(session_id))

    def attendance(self, session_id: str) -> AttendanceRecord:
        """Who takes part and who was there."""
        with self._desk.workspace.reading() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            return AttendanceRecord(
                unit.calibration_sessions.day(session.day_id),
                session,
                tuple(unit.calibration_rooms.rooms(session_id)),
                tuple(unit.calibration_rooms.participants(session_id)),
            )

    def attendance_of_day(self, session_id: str) -> list[AttendanceRecord]:
        """The presentielijst of the whole kalibreerdag: this session first, then the others that the lead may see."""
        own = self.attendance(session_id)
        with self._desk.workspace.reading() as unit:
            others = [
                one.id
                for one in unit.calibration_sessions.all()
                if one.day_id == own.session.day_id and one.id != session_id
            ]
        found = [own]
        for other in others:
            try:
                found.append(self.attendance(other))
            except KnownError as refusal:
                if refusal.code != "not-session-lead":
                    raise
        return found

    def write(self, session_id: str, folder: Path, language: Language, progress: Progress = _go_on) -> Written:
        """Write everything into a folder: group report as PDF and workbook, attendance list, private reports.

        `progress` is called with people done and in all, and answers False to stop.

        Raises KnownErrors ``not-session-lead``, ``round-open``, ``round-sealed``, ``cannot-write``.
        """
        from assessor.reports.calibration_attendance import write_attendance
        from assessor.reports.calibration_group import write_group
        from assessor.reports.calibration_workbook import write_group_workbook

        attendance, group = self.attendance_of_day(session_id), self.group(session_id)
        now = self._desk.now()
        files = [
            put(folder / GROUP, lambda target: write_group(group, language, target, printed_at=now)),
            put(folder / GROUP_TABLE, lambda target: write_group_workbook(group, language, target)),
            put(folder / ATTENDANCE, lambda target: write_attendance(attendance, language, target, printed_at=now)),
        ]
        try:
            private = self.write_private(session_id, folder / PRIVATE, language, progress)
        except KnownError as refusal:
            if refusal.code != "scores-erased":
                raise
            return Written(tuple(files), refusal)
        return Written((*files, *private.files), stopped=private.stopped)

    def write_private(self, session_id: str, folder: Path, language: Language, progress: Progress = _go_on) -> Written:
        """Write what is each participant's own, and the list to post it.

        Everyone who scored gets a private report; a candidate for the BKE also the BKE-kalibratieverslag as PDF and as
        a document, and a proof of participation. All but the proof open with one's own code, the names of the files say
        nothing, and the list holds no code.
        """
        from assessor.reports.calibration_post import Posted, write_post

        with self._desk.workspace.reading() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            records = private_records(unit, session)
            agreements = unit.calibration_conclusions.agreements([session_id])
        files: list[Path] = []
        post = []
        for done, one in enumerate(records):
            if not progress(done, len(records)):
                break
            own = [put(folder / name, write) for name, write in self._own(one, agreements, language)]
            post.append(Posted(one.participant, tuple(path.name for path in own), one.code != one.participant.code))
            files += own
        files.append(put(folder / POST, lambda target: write_post(post, language, target)))
        return Written(tuple(files), stopped=len(post) < len(records))

    def _own(
        self, record: PrivateRecord, agreements: Sequence[Agreed], language: Language
    ) -> Iterator[tuple[str, Callable[[BinaryIO], object]]]:
        """The files of one participant: each its name, and what writes it."""
        from assessor.reports import calibration_bke as bke
        from assessor.reports.calibration_private import write_private
        from assessor.reports.calibration_proof import write_proof

        now, who = self._desk.now(), record.participant
        yield neutral_name(who), lambda target: write_private(record, language, target, printed_at=now)
        if who.aspirant:
            yield (
                neutral_name(who, "bke", "pdf"),
                lambda target: bke.write_bke_pdf(record, agreements, language, target, printed_at=now),
            )
            yield (
                neutral_name(who, "bke", "docx"),
                lambda target: bke.write_bke_document(record, agreements, language, target, made_at=now),
            )
        if who.aspirant and who.present is not False:
            yield (
                neutral_name(who, "deelname", "pdf"),
                lambda target: write_proof(record, language, target, printed_at=now),
            )

    def write_invitations(self, session_id: str, folder: Path, language: Language) -> Path:
        """Write the list of who is invited, with room and code; whoever has it can open the private reports."""
        from assessor.reports.calibration_post import write_invitations

        attendance = self.attendance(session_id)
        return put(folder / INVITATIONS, lambda target: write_invitations(attendance, language, target))


def neutral_name(participant: Participant, what: str = "verslag", suffix: str = "pdf") -> str:
    """A file name that says nothing about the person."""
    return f"{what}-{hashlib.sha256(participant.id.encode()).hexdigest()[:8]}.{suffix}"


def _group(unit: Unit, session: Session) -> GroupRecord:
    sessions, rooms = unit.calibration_sessions, unit.calibration_rooms
    every = unit.calibration_rounds.of(session.id)
    if not every or every[0].is_open:
        raise round_open(1)
    revealed = [
        RevealedRound(one, figures)
        for one in every
        if one.is_revealed
        for figures in [unit.calibration_rounds.figures(one.id)]
        if figures is not None
    ]
    if not revealed:
        raise round_sealed(1)
    people = rooms.participants(session.id)
    there = [one.present for one in people if one.present is not None]
    keep, ids = unit.calibration_conclusions, [session.id]
    return GroupRecord(
        sessions.day(session.day_id),
        session,
        instrument_of(unit, session),
        tuple(sessions.casussen(session.id)),
        tuple(rooms.rooms(session.id)),
        len(people),
        sum(there) if there else None,
        tuple(sorted({one.organisation for one in people if one.organisation})),
        tuple(revealed),
        tuple(keep.talk(session.id)),
        tuple(keep.agreements(ids)),
        tuple(keep.proposals(ids)),
        tuple(keep.actions(ids)),
        follow_up(unit, session),
        _earlier(unit, session),
        f"Assessor {__version__}",
    )


def _earlier(unit: Unit, session: Session) -> tuple[EarlierSession, ...]:
    """Sessions of the same instrument and models that were revealed on an earlier day, the earliest first."""
    today = unit.calibration_sessions.day(session.day_id).day
    return tuple(
        one
        for one in held_sessions(unit, session.instrument.id)
        if one.session.models == session.models and one.day < today
    )
