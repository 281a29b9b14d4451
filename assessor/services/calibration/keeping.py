"""How long personal scores are kept, and proof that nothing was changed while they were sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assessor.domain.calibration.invitation import Invitation
from assessor.domain.calibration.session import Session, kept_until
from assessor.domain.errors import KnownError
from assessor.domain.people import Role
from assessor.domain.text import Text
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.storage.unit import Unit

RETENTION = "calibration.keep_years"
"""The setting that holds for how many years personal scores are kept after a session."""
YEARS, MOST_YEARS = 1, 5


def years_kept(unit: Unit) -> int:
    """For how many years personal scores are kept."""
    return int(unit.settings.get(RETENTION, YEARS))


def last_day(unit: Unit, session: Session) -> date:
    """The last day on which the personal scores of a session are kept."""
    return kept_until(unit.calibration_sessions.day(session.day_id).day, years_kept(unit))


class Keeping:
    """The use cases of keeping and erasing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def erase_due(self, today: date | None = None) -> Changes:
        """Erase the personal scores whose last day has passed; attendance and group figures stay.

        It asks for nobody at work. A round that was never onthuld goes too: it has no figures, and its time is over.
        """
        day = today or self._desk.today()
        invited = self._erase_invitations(day)
        with self._desk.workspace.reading() as unit:
            due = [one for one in unit.calibration_sessions.held_before(day) if last_day(unit, one) < day]
        if not due:
            return invited
        now = self._desk.now()
        with self._desk.workspace.writing() as unit:
            for session in due:
                rounds = unit.calibration_rounds.of(session.id)
                unit.calibration_rounds.erase([one.id for one in rounds])
                unit.calibration_sessions.save(replace(session, erased_on=day))
                if rounds:
                    content = {"rounds": [one.number for one in rounds], "day": day.isoformat()}
                    unit.chains.append(session.id, kind="scores-erased", actor_id="", at=now, content=content)
        return (*invited, *(Change("calibration", session.id) for session in due))

    def _erase_invitations(self, day: date) -> Changes:
        """Erase what somebody scored on invitation: it is as personal here as it is with the lead."""
        with self._desk.workspace.reading() as unit:
            years, kept = years_kept(unit), unit.calibration_invitations.all()
        due = [one.id for one in kept if kept_until(Invitation.from_values(one.content).day, years) < day]
        if due:
            with self._desk.workspace.writing() as unit:
                unit.calibration_invitations.erase(due)
        return tuple(Change("calibration", one, "invitation") for one in due)

    def years(self) -> int:
        """For how many years personal scores are kept after a session."""
        with self._desk.workspace.reading() as unit:
            return years_kept(unit)

    def keep_for(self, years: int) -> Changes:
        """Keep personal scores for so many years (1 to `MOST_YEARS`); for leads of calibration and the examencommissie.

        KnownErrors ``not-session-lead``, ``years-wrong``.
        """
        person = self._desk.require_actor()
        if not person.roles & {Role.CALIBRATION_LEAD, Role.COMMITTEE}:
            raise KnownError(
                "not-session-lead",
                Text(
                    "Dit bepalen sessieleiders en de examencommissie.",
                    "Calibration leads and the examination board decide on this.",
                ),
                Text("Vraag het aan een van hen.", "Ask one of them."),
            )
        if not 1 <= years <= MOST_YEARS:
            raise KnownError(
                "years-wrong",
                Text("Zo lang worden persoonlijke scores niet bewaard.", "Personal scores are not kept that long."),
                Text("Kies 1 tot {n} jaar.", "Choose 1 to {n} years.").fill(n=MOST_YEARS),
            )
        with self._desk.workspace.writing() as unit:
            unit.settings.set(RETENTION, years)
        return (Change("calibration", ""),)

    def kept_until(self, session_id: str) -> date:
        """The last day on which the personal scores of a session are kept."""
        with self._desk.workspace.reading() as unit:
            return last_day(unit, unit.calibration_sessions.get(session_id))

    def history(self, session_id: str) -> list[tuple[str, Text]]:
        """What happened in a session, as ISO moment and sentence; who scored what never stands in it."""
        with self._desk.workspace.reading() as unit:
            unit.calibration_sessions.get(session_id)
            entries = unit.chains.entries(session_id)
        return [
            (entry.at.isoformat(), _EVENTS[entry.kind].fill(number=str((entry.content or {}).get("round", ""))))
            for entry in entries
        ]


_EVENTS = {
    "round-opened": Text("Ronde {number} geopend", "Round {number} opened"),
    "casus-copied": Text(
        "Bijlage van een casus onversleuteld opgeslagen", "Attachment of a case saved without encryption"
    ),
    "scores-sealed": Text("Scores verzegeld voor ronde {number}", "Scores sealed for round {number}"),
    "scores-chosen": Text(
        "Gekozen welke scores tellen in ronde {number}", "Chosen which scores count in round {number}"
    ),
    "round-closed": Text("Ronde {number} gesloten", "Round {number} closed"),
    "round-revealed": Text("Ronde {number} onthuld", "Round {number} revealed"),
    "agreement-decided": Text("Besluit over een afspraak", "Decision on an agreement"),
    "room-report-taken": Text("Verslag van een ruimte overgenomen", "Report of a room taken over"),
    "session-concluded": Text("Sessie afgerond", "Session concluded"),
    "scores-erased": Text("Persoonlijke scores gewist", "Personal scores erased"),
}


def faults(unit: Unit) -> Iterator[tuple[str, Text]]:
    """Per session (the beginning of its id) what is no longer as it was sealed."""
    for session in unit.calibration_sessions.all():
        kept: dict[str, str] = {}
        for one in unit.calibration_rounds.of(session.id):
            kept |= unit.calibration_rounds.imprints(one.id)
        sealed = {
            str(entry.content["return"]): str(entry.content["sealed"])
            for entry in unit.chains.entries(session.id)
            if entry.kind == "scores-sealed" and entry.content is not None
        }
        if any(sealed.get(name) != imprint for name, imprint in kept.items()):
            yield session.id[:8], _ALTERED
        if session.erased_on is None and sealed.keys() - kept.keys():
            yield session.id[:8], _GONE


_ALTERED = Text("Verzegelde scores zijn veranderd.", "Sealed scores were altered.")
_GONE = Text("Verzegelde scores ontbreken.", "Sealed scores are missing.")
