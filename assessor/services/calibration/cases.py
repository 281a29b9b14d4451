"""Casussen of a session: their attachments, the reference of the preparing team, and casussen of earlier years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assessor.domain.attachments import check_room
from assessor.domain.calibration.casus import Casus
from assessor.domain.errors import KnownError
from assessor.domain.text import same
from assessor.services.attachments import read_upload, write_noted
from assessor.services.calibration.leading import criteria_of, instrument_of, record, require_lead
from assessor.services.calibration.preparing import Preparing
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.storage.repositories.calibration_sessions import CasusFile


@dataclass(frozen=True, slots=True)
class EarlierCasus:
    """A casus of an earlier session, with the title and the day of that session."""

    casus: Casus
    title: str
    day: date


class Cases:
    """The use cases around a casus; all are the lead's."""

    def __init__(self, desk: Desk, preparing: Preparing) -> None:
        self._desk = desk
        self._preparing = preparing

    # --- attachments

    def files(self, session_id: str) -> dict[str, list[CasusFile]]:
        """The attachments by casus id; their content is not read."""
        with self._desk.workspace.reading() as unit:
            require_lead(self._desk, unit.calibration_sessions.get(session_id))
            casussen = unit.calibration_sessions.casussen(session_id)
            return {one.id: unit.calibration_sessions.files(one.id) for one in casussen}

    def attach(self, casus_id: str, path: Path) -> Changes:
        """Keep a file with a casus, encrypted with the rest.

        All files of a session together stay within what a sealed invitation can carry. Raises KnownErrors
        ``attachment-unreadable``, ``attachment-empty``, ``attachment-large``, ``attachments-full``, ``session-started``
        and those of `recognise`.
        """
        content = read_upload(path)
        with self._desk.workspace.reading() as unit:
            sessions = unit.calibration_sessions
            casussen = sessions.casussen(sessions.casus(casus_id).session_id)
            there = sum(file.size for one in casussen for file in sessions.files(one.id))
        try:
            check_room(len(content), there)
            return self._preparing.attach(casus_id, path.name, content)
        except KnownError as refusal:
            raise KnownError(refusal.code, refusal.what, refusal.cure, refusal.where or same(path.name)) from None

    def remove(self, file_id: str) -> Changes:
        """Erase an attachment, as long as nobody scores."""
        with self._desk.workspace.writing() as unit:
            casus = unit.calibration_sessions.casus(unit.calibration_sessions.file(file_id).casus_id)
            session = unit.calibration_sessions.get(casus.session_id)
            require_lead(self._desk, session)
            session.require_preparing()
            unit.calibration_sessions.detach(file_id)
        return (Change("calibration", casus.session_id, "casus"),)

    def save_copy(self, file_id: str, path: Path) -> Path:
        """Write a copy outside the workspace, in clear, whole or not at all; it is noted who did so and when."""
        with self._desk.workspace.reading() as unit:
            file = unit.calibration_sessions.file(file_id)
            casus = unit.calibration_sessions.casus(file.casus_id)
            lead = require_lead(self._desk, unit.calibration_sessions.get(casus.session_id))
            content = unit.calibration_sessions.content(file_id)

        def note() -> None:
            with self._desk.workspace.writing() as unit:
                record(unit, casus.session_id, "casus-copied", lead.id, self._desk.now(), {"file": file_id})

        write_noted(path, content, note)
        return path

    # --- reference

    def reference(self, casus_id: str) -> Mapping[str, str]:
        """The marks of the preparing team by criterion, for the lead who prepares; never shown before round 2."""
        with self._desk.workspace.reading() as unit:
            casus = unit.calibration_sessions.casus(casus_id)
            require_lead(self._desk, unit.calibration_sessions.get(casus.session_id))
            return dict(casus.reference)

    # --- earlier years

    def earlier(self, session_id: str) -> list[EarlierCasus]:
        """Casussen of other sessions that ask the same criteria and are not taken yet, the newest first."""
        with self._desk.workspace.reading() as unit:
            sessions = unit.calibration_sessions
            session = sessions.get(session_id)
            require_lead(self._desk, session)
            asked = set(criteria_of(instrument_of(unit, session), session))
            days = {day.id: day.day for day in sessions.days()}
            taken = {one.origin_id for one in sessions.casussen(session_id)}
            found = []
            for other in sessions.all():
                if other.id == session_id or other.instrument.id != session.instrument.id:
                    continue
                if not asked & set(criteria_of(instrument_of(unit, other), other)):
                    continue
                for casus in sessions.casussen(other.id):
                    origin = casus.origin_id or casus.id
                    if origin not in taken:
                        taken.add(origin)
                        found.append(EarlierCasus(casus, other.title, days[other.day_id]))
        return found
