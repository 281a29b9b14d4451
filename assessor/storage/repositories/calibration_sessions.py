"""Kalibreerdagen, their sessions, and the casussen that are scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.script import ScriptKind
from assessor.domain.calibration.session import CalibrationDay, Session, SessionState
from assessor.domain.dossier import InstrumentKey
from assessor.storage import calibration_tables as tables
from assessor.storage.failures import unknown
from assessor.storage.rows import AnyRow, upsert


@dataclass(frozen=True, slots=True)
class CasusFile:
    """A file of a casus, without its content; `size` in bytes."""

    id: str
    casus_id: str
    name: str
    kind: str
    size: int = 0


class CalibrationSessions:
    """The sessions, the newest day first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- days

    def save_day(self, day: CalibrationDay) -> None:
        """Add the day or replace what stands under the same id."""
        upsert(
            self._connection,
            tables.days,
            {"id": day.id, "title": day.title, "day": day.day, "place": day.place},
        )

    def day(self, day_id: str) -> CalibrationDay:
        """The day; KnownError ``session-unknown`` when there is none."""
        row = self._connection.execute(select(tables.days).where(tables.days.c.id == day_id)).one_or_none()
        if row is None:
            raise unknown("session")
        return CalibrationDay(row.id, row.title, row.day, row.place)

    def days(self) -> list[CalibrationDay]:
        """Every day, the newest first."""
        rows = self._connection.execute(select(tables.days).order_by(tables.days.c.day.desc(), tables.days.c.id))
        return [CalibrationDay(row.id, row.title, row.day, row.place) for row in rows]

    # --- sessions

    def save(self, session: Session) -> None:
        """Add the session or replace what stands under the same id."""
        upsert(self._connection, tables.sessions, _session_row(session))

    def get(self, session_id: str) -> Session:
        """The session; KnownError ``session-unknown`` when there is none."""
        query = select(tables.sessions).where(tables.sessions.c.id == session_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise unknown("session")
        return _session(row)

    def all(self) -> list[Session]:
        """Every session, the newest day first."""
        query = (
            select(tables.sessions)
            .join_from(tables.sessions, tables.days, tables.days.c.id == tables.sessions.c.day_id)
            .order_by(tables.days.c.day.desc(), tables.sessions.c.created_at.desc(), tables.sessions.c.id)
        )
        return [_session(row) for row in self._connection.execute(query)]

    def held_before(self, day: date) -> list[Session]:
        """Sessions of which the personal scores are still there and whose day lies before this one."""
        query = (
            select(tables.sessions)
            .join_from(tables.sessions, tables.days, tables.days.c.id == tables.sessions.c.day_id)
            .where(tables.days.c.day < day, tables.sessions.c.erased_on.is_(None))
            .order_by(tables.sessions.c.id)
        )
        return [_session(row) for row in self._connection.execute(query)]

    # --- casussen

    def save_casussen(self, casussen: Sequence[Casus]) -> None:
        """Add the casussen of a session in their order, or replace what stands under the same ids."""
        if casussen:
            rows = [{**_casus_row(one), "position": place} for place, one in enumerate(casussen)]
            upsert(self._connection, tables.casussen, rows)

    def casussen(self, session_id: str) -> list[Casus]:
        """The casussen of a session in their order."""
        table = tables.casussen
        query = select(table).where(table.c.session_id == session_id).order_by(table.c.position, table.c.id)
        return [_casus(row) for row in self._connection.execute(query)]

    def casus(self, casus_id: str) -> Casus:
        """One casus; KnownError ``casus-unknown`` when there is none."""
        row = self._connection.execute(select(tables.casussen).where(tables.casussen.c.id == casus_id)).one_or_none()
        if row is None:
            raise unknown("casus")
        return _casus(row)

    def attach(self, file: CasusFile, content: bytes) -> None:
        """Keep a file with a casus."""
        row = {"id": file.id, "casus_id": file.casus_id, "name": file.name, "kind": file.kind, "content": content}
        self._connection.execute(insert(tables.casus_files), row)

    def files(self, casus_id: str) -> list[CasusFile]:
        """The files of a casus, by name; their content is not read."""
        table = tables.casus_files
        query = _casus_files().where(table.c.casus_id == casus_id).order_by(table.c.name, table.c.id)
        return [CasusFile(*row) for row in self._connection.execute(query)]

    def file(self, file_id: str) -> CasusFile:
        """One file of a casus; KnownError ``casus-unknown`` when there is none."""
        table = tables.casus_files
        query = _casus_files().where(table.c.id == file_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise unknown("casus")
        return CasusFile(*row)

    def detach(self, file_id: str) -> None:
        """Erase a file of a casus."""
        self._connection.execute(delete(tables.casus_files).where(tables.casus_files.c.id == file_id))

    def content(self, file_id: str) -> bytes:
        """The content of a file; KnownError ``casus-unknown`` when there is none."""
        table = tables.casus_files
        found = self._connection.execute(select(table.c.content).where(table.c.id == file_id)).scalar_one_or_none()
        if found is None:
            raise unknown("casus")
        return bytes(found)


def _casus_files() -> Select[Any]:
    table = tables.casus_files
    return select(table.c.id, table.c.casus_id, table.c.name, table.c.kind, func.length(table.c.content))


def _session_row(session: Session) -> dict[str, object]:
    return {
        "id": session.id,
        "day_id": session.day_id,
        "title": session.title,
        "instrument_id": session.instrument.id,
        "instrument_version": session.instrument.version,
        "instrument_fingerprint": session.instrument.fingerprint,
        "models": list(session.models),
        "script": session.script.value,
        "lead_id": session.lead_id,
        "created_at": session.created_at,
        "state": session.state.value,
        "concluded_at": session.concluded_at,
        "erased_on": session.erased_on,
    }


def _session(row: AnyRow) -> Session:
    return Session(
        id=row.id,
        day_id=row.day_id,
        title=row.title,
        instrument=InstrumentKey(row.instrument_id, row.instrument_version, row.instrument_fingerprint),
        models=tuple(row.models),
        script=ScriptKind(row.script),
        lead_id=row.lead_id,
        created_at=row.created_at,
        state=SessionState(row.state),
        concluded_at=row.concluded_at,
        erased_on=row.erased_on,
    )


def _casus_row(casus: Casus) -> dict[str, object]:
    return {
        "id": casus.id,
        "session_id": casus.session_id,
        "code": casus.code,
        "kind": casus.kind.value,
        "description": casus.description,
        "consent": casus.consent,
        "anonymised": casus.anonymised,
        "origin_id": casus.origin_id,
        "reference": dict(casus.reference),
    }


def _casus(row: AnyRow) -> Casus:
    return Casus(
        id=row.id,
        session_id=row.session_id,
        code=row.code,
        kind=CasusKind(row.kind),
        description=row.description,
        consent=row.consent,
        anonymised=row.anonymised,
        origin_id=row.origin_id,
        reference=row.reference,
    )
