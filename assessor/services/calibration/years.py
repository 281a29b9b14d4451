"""Calibration over the years: agreement per criterion and version, what waits for an answer, who calibrated when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from assessor import __version__
from assessor.domain.calibration.conclusion import Action, Agreed, Proposal, Status
from assessor.domain.calibration.record import Calibrated, EarlierSession, FollowUp, YearsRecord
from assessor.domain.calibration.room import Participant
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument
from assessor.domain.people import Role
from assessor.domain.text import Language, Text
from assessor.services.calibration.leading import instrument_of
from assessor.services.desk import Desk
from assessor.services.written_file import written
from assessor.storage.unit import Unit

REPORT, WHO = "jaarverslag-kalibreren.pdf", "wie-kalibreerde.xlsx"
_Yield = TypeVar("_Yield", Agreed, Proposal, Action)
_MAY_LOOK = {Role.CALIBRATION_LEAD, Role.COMMITTEE}


class Years:
    """The use cases of looking back; for leads of calibration and the examencommissie."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def instruments(self) -> list[Instrument]:
        """The instruments on which a session was revealed, each in its newest version that was scored."""
        with self._desk.workspace.reading() as unit:
            names = {one.instrument.id for one in unit.calibration_sessions.all()}
            held = [held_sessions(unit, name) for name in sorted(names)]
        return [sessions[-1].instrument for sessions in held if sessions]

    def look(self, instrument_id: str) -> YearsRecord:
        """Everything of an instrument; KnownErrors ``not-session-lead``, ``no-sessions-held``."""
        person = self._desk.require_actor()
        with self._desk.workspace.reading() as unit:
            sessions = held_sessions(unit, instrument_id)
            if not sessions:
                raise _NONE_HELD
            if not person.roles & _MAY_LOOK and person.id not in {one.session.lead_id for one in sessions}:
                raise _NOT_YOURS
            return YearsRecord(
                sessions[-1].instrument,
                sessions,
                _open(unit, sessions),
                _calibrated(unit, sessions),
                f"Assessor {__version__}",
            )

    def write(self, instrument_id: str, folder: Path, language: Language) -> list[Path]:
        """Write the yearly report, in which no name stands, and the list of who calibrated when.

        Raises KnownErrors ``not-session-lead``, ``no-sessions-held``, ``cannot-write``.
        """
        from assessor.reports.calibration_years import write_who, write_years

        found = self.look(instrument_id)
        with written(folder / REPORT) as target:
            write_years(found, language, target, printed_at=self._desk.now())
        with written(folder / WHO) as target:
            write_who(found, language, target)
        return [folder / REPORT, folder / WHO]


def held_sessions(unit: Unit, instrument_id: str) -> tuple[EarlierSession, ...]:
    """The sessions of an instrument of which the first round was revealed, the earliest first."""
    found = []
    for one in unit.calibration_sessions.all():
        if one.instrument.id != instrument_id:
            continue
        rounds = unit.calibration_rounds.of(one.id)
        figures = unit.calibration_rounds.figures(rounds[0].id) if rounds else None
        if figures is None:
            continue
        people = unit.calibration_rooms.participants(one.id)
        there = [each.present for each in people if each.present is not None]
        found.append(
            EarlierSession(
                unit.calibration_sessions.day(one.day_id).day,
                one,
                figures,
                frozenset(casus.origin_id or casus.id for casus in unit.calibration_sessions.casussen(one.id)),
                instrument_of(unit, one),
                len(people),
                sum(there) if there else None,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.day, each.session.created_at)))


def _open(unit: Unit, sessions: Sequence[EarlierSession]) -> FollowUp:
    days = {one.session.id: one.day for one in sessions}
    keep, ids = unit.calibration_conclusions, list(days)

    def waiting(found: Sequence[_Yield]) -> tuple[_Yield, ...]:
        return tuple(sorted((one for one in found if one.status is Status.OPEN), key=lambda one: days[one.session_id]))

    agreed, proposed, planned = keep.agreements(ids), keep.proposals(ids), keep.actions(ids)
    return FollowUp(waiting(agreed), waiting(proposed), waiting(planned), days)


def _calibrated(unit: Unit, sessions: Sequence[EarlierSession]) -> tuple[Calibrated, ...]:
    """Who took part; a person of the register is one, whatever name was typed."""
    people: dict[str, list[tuple[Participant, date]]] = {}
    for session in sessions:
        for one in unit.calibration_rooms.participants(session.session.id):
            people.setdefault(one.person_id or one.name.casefold(), []).append((one, session.day))
    found = []
    for times in people.values():
        last = times[-1][0]
        days = tuple(day for one, day in times if one.present)
        missed = tuple(day for one, day in times if one.present is False)
        found.append(Calibrated(last.name, last.organisation, days, missed))
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


_NONE_HELD = KnownError(
    "no-sessions-held",
    Text("Met dit instrument is nog geen sessie onthuld.", "No session was revealed with this instrument yet."),
    Text("Dit overzicht is er vanaf de eerste onthulling.", "This overview is there from the first reveal on."),
)
_NOT_YOURS = KnownError(
    "not-session-lead",
    Text(
        "Dit overzicht is voor sessieleiders en de examencommissie.",
        "This overview is for calibration leads and the examination board.",
    ),
    Text("Vraag het aan een van hen.", "Ask one of them."),
)
