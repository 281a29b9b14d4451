"""Aantekeningen: written by the dossier's own assessor, read by nobody else, erased when nobody can appeal any more."""

from __future__ import annotations

from datetime import date, datetime

from assessor.domain import notes
from assessor.domain.appeal import Course, notes_kept_until
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.notes import MAX_LENGTH, NoteLine
from assessor.domain.text import Text
from assessor.instruments import canonical
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.house_rules import decreed_days, notes_weeks
from assessor.storage.repositories.notes import KeptPage
from assessor.storage.unit import Unit

PLACE = "notes"
"""Where a change of the notes stands within its dossier."""


class Notes:
    """The use cases of the page of notes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, dossier_id: str) -> notes.Notes:
        """The page of a dossier; KnownError ``not-your-dossier`` for anybody but its assessor."""
        with self._desk.workspace.reading() as unit:
            self._require_own(unit.dossiers.get(dossier_id))
            return unit.notes.of(dossier_id)

    def lines(self, dossier_id: str) -> list[NoteLine]:
        """The lines of the page that say something."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.get(dossier_id)
            self._require_own(dossier)
            text = unit.notes.of(dossier_id).text
        return list(notes.lines(text, self._desk.instrument_of(dossier).criteria))

    def keep(self, dossier_id: str, text: str) -> Changes:
        """Commit the page as it stands now, at each pause and each Enter; refused once the sheet is fixed."""
        text = text.replace("\x00", "")
        if len(text) > MAX_LENGTH:
            raise KnownError(
                "notes-too-long",
                Text("Deze aantekeningen zijn te lang om te bewaren.", "These notes are too long to keep."),
                Text("Knip weg wat je niet nodig hebt.", "Cut what you do not need."),
            )
        with self._desk.workspace.writing() as unit:
            dossier = unit.dossiers.get(dossier_id)
            dossier.require_open()
            self._require_own(dossier)
            unit.notes.put(dossier_id, text, self._desk.now())
        return (Change("dossier", dossier_id, PLACE),)

    def kept_until(self, dossier_id: str) -> date | None:
        """The last day on which the page is kept; None while that is not known yet."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.get(dossier_id)
            head = unit.chains.head(dossier_id)
            course = Course(
                dossier.state,
                self._desk.instrument_of(dossier).is_example,
                self._day(dossier.result.set_at if dossier.result else None),
                dossier.announced_on,
                self._day(head.at if head else None),
            )
            return notes_kept_until(course, decreed_days(unit), notes_weeks(unit))

    def erase_due(self, today: date | None = None) -> tuple[str, ...]:
        """Erase every page whose last day has passed; answers the ids of their dossiers. It asks for nobody at work."""
        day = today or self._desk.today()
        with self._desk.workspace.reading() as unit:
            waiting = unit.notes.of_fixed_sheets()
            practice = {page.instrument_fingerprint: False for page in waiting}
            for fingerprint in practice:
                practice[fingerprint] = canonical.from_json(unit.instruments.canonical(fingerprint).decode()).is_example
            due = tuple(
                page.dossier_id
                for page in waiting
                if self._is_due(unit, page, day, practice[page.instrument_fingerprint])
            )
        if due:
            with self._desk.workspace.writing() as unit:
                unit.notes.erase(due, day)
        return due

    # --- inside

    def _is_due(self, unit: Unit, page: KeptPage, today: date, is_practice: bool) -> bool:
        course = Course(
            page.state,
            is_practice,
            self._day(page.settled_at),
            page.announced_on,
            self._day(page.closed_at),
        )
        until = notes_kept_until(course, decreed_days(unit), notes_weeks(unit))
        return until is not None and today > until

    def _day(self, moment: datetime | None) -> date | None:
        return None if moment is None else moment.astimezone(self._desk.now().tzinfo).date()

    def _require_own(self, dossier: Dossier) -> None:
        cure = Text(
            "Aantekeningen zijn alleen voor de beoordelaar die ze maakt.",
            "Notes are for the assessor who makes them only.",
        )
        self._desk.require_own(dossier, cure)
