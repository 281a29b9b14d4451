"""Four works that are cut short: scoring, importing, receiving and backing up, each as steps that can be looked up.

A step is acknowledged once its use case returned. Steps of a work are numbered from 0 and go on where the last program
stopped; doing a step again that was carried out already, but never acknowledged, must change nothing.
"""

from __future__ import annotations

import csv
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

from assessor.application import Application
from assessor.domain.form_post import KeptForm
from assessor.domain.forms import FormKind
from assessor.services.forms.sending import Recipient
from tests.exchange import outgoing

MARKS = "VGONVGV"
AT_ONCE = 8
"""Students in one imported list."""
CRITERIA = 10
"""Criteria that the scoring goes round in."""


class LostError(Exception):
    """Something that was acknowledged is not there, or something is there by half; the text says what."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the works are done: the dossier, the student it is about, and a folder for files."""

    dossier: str
    student: str
    folder: Path


class Work(ABC):
    """One of the works.

    Attributes:
        name: as the count calls it.
        longest: seconds until the latest kill; opening takes the first part of it.
    """

    name = ""
    longest = 0.45

    def __init__(self, place: Place) -> None:
        self.place = place

    @abstractmethod
    def step(self, application: Application, number: int) -> None:
        """Carry out one step; when it returns the user has been told that it is done."""

    @abstractmethod
    def look(self, application: Application, acknowledged: int) -> None:
        """Raise `LostError` unless every step before `acknowledged` stands whole, and the next one whole or not."""


class Scoring(Work):
    """A level and an explanation in turns, round and round the first criteria."""

    name = "scoring"

    def step(self, application: Application, number: int) -> None:
        """Rate a criterion, or explain it."""
        code, value = self._entry(application, number)
        if number % 2:
            application.assessments.note(self.place.dossier, code, value)
        else:
            application.assessments.rate(self.place.dossier, code, value)

    def look(self, application: Application, acknowledged: int) -> None:
        """Hold the last round against the sheet."""
        sheet = application.work.dossier(self.place.dossier).sheet
        overwritten = self._entry(application, acknowledged)[0] if acknowledged >= 2 * CRITERIA else ""
        for number in range(max(0, acknowledged - 2 * CRITERIA), acknowledged + 1):
            code, value = self._entry(application, number)
            rating = sheet.rating(code)
            stands = (rating.note if number % 2 else rating.mark) == value
            may_differ = number == acknowledged or (code == overwritten and number % 2 == acknowledged % 2)
            if not stands and not may_differ:
                raise LostError(f"scoring: step {number} of {acknowledged} ({code})")
        with application.desk.workspace.reading() as unit:
            if unit.dossiers.stale(self.place.dossier):
                raise LostError("scoring: what lists show of the dossier is not what is in it")

    def _entry(self, application: Application, number: int) -> tuple[str, str]:
        instrument = application.desk.instrument_of(application.work.dossier(self.place.dossier))
        code = list(instrument.criteria)[CRITERIA:][number // 2 % CRITERIA]
        return code, f"Stap {number}." if number % 2 else MARKS[number // 2 % len(MARKS)]


class Importing(Work):
    """A list of new students after another."""

    name = "import"

    def step(self, application: Application, number: int) -> None:
        """Import one list."""
        path = self.place.folder / "lijst.csv"
        with path.open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("studentnummer", "roepnaam", "achternaam", "opleiding", "variant", "fase"))
            for student in self._numbers(number):
                rows.writerow((student, "Anna", "Berg", "pabo", "voltijd", "jaar 3"))
        application.register_import.carry_out(application.register_import.preview(path))

    def look(self, application: Application, acknowledged: int) -> None:
        """Look every student up, of the last list all or none."""
        with application.desk.workspace.reading() as unit:
            for number in range(max(0, acknowledged - 10), acknowledged + 1):
                found = [unit.students.by_number(one) is not None for one in self._numbers(number)]
                if not (all(found) or (number == acknowledged and not any(found))):
                    raise LostError(f"import: list {number} of {acknowledged}: {sum(found)} of {len(found)} students")
            total = unit.students.count("", None) - 1
        if total not in (acknowledged * AT_ONCE, (acknowledged + 1) * AT_ONCE):
            raise LostError(f"import: {total} students after {acknowledged} lists")

    def _numbers(self, number: int) -> list[str]:
        return [f"{900_000_000 + number * AT_ONCE + one}" for one in range(AT_ONCE)]


class Receiving(Work):
    """Scoring forms that come back: kept, then taken over, in turns."""

    name = "receiving"
    longest = 1.2

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._blank = place.folder / "uit"

    def send(self, application: Application) -> None:
        """Send the form that will come back, once."""
        recipient = Recipient(self.place.student, self.place.dossier)
        application.forms.send([recipient], [FormKind.SCORES], self._blank, "nl")

    def step(self, application: Application, number: int) -> None:
        """Keep a form, or take it over."""
        if number % 2:
            kept = self._kept(application)[_note(number)]
            application.forms.take_over(kept.id, self.place.dossier, ["note:1.1"])
            return
        path = self.place.folder / "retour.pdf"
        blank = next(self._blank.glob("*.pdf")).read_bytes()
        path.write_bytes(outgoing.filled(blank, {"level:1.1": "V", "note:1.1": _note(number)}))
        application.forms.accept(application.forms.receive([path]))

    def look(self, application: Application, acknowledged: int) -> None:
        """Hold what is kept and what the dossier says against what came back."""
        kept = self._kept(application)
        missed = [number for number in range(0, acknowledged, 2) if _note(number) not in kept]
        more = len(kept) - (acknowledged + 1) // 2
        if missed or more not in (0, 1 if acknowledged % 2 == 0 else 0):
            raise LostError(f"receiving: forms {missed} are missing, {more} more than acknowledged")
        says = application.work.dossier(self.place.dossier).sheet.rating("1.1").note
        wanted = {_note(number) for number in range(max(0, acknowledged - 2), acknowledged) if number % 2} or {""}
        if acknowledged % 2:
            wanted |= {_note(acknowledged)}
        if says not in wanted:
            raise LostError(f"receiving: the dossier says {says!r} after {acknowledged} steps")

    def _kept(self, application: Application) -> dict[str, KeptForm]:
        posts = application.forms.around(self.place.dossier)
        return {one.answers["note:1.1"]: one for post in posts for one in post.kept}


class BackingUp(Work):
    """A line of notes and a backup in turns."""

    name = "backup"

    def step(self, application: Application, number: int) -> None:
        """Write a line, or make a backup."""
        if number % 2:
            application.safekeeping.back_up()
        else:
            application.assessments.note(self.place.dossier, "2.1", _line(number))

    def look(self, application: Application, acknowledged: int) -> None:
        """Find the line in the workspace, and each backup sound."""
        says = application.work.dossier(self.place.dossier).sheet.rating("2.1").note
        last = acknowledged - 1 - (acknowledged - 1) % 2
        wanted = {_line(last) if acknowledged else "", *([] if acknowledged % 2 else [_line(acknowledged)])}
        if says not in wanted:
            raise LostError(f"backup: the line is {says!r} after {acknowledged} steps")
        backups = application.safekeeping.backups
        if acknowledged > 1 and not backups:
            raise LostError(f"backup: none after {acknowledged} steps")
        if not all(application.safekeeping.is_sound(one) for one in backups):
            raise LostError("backup: one of the backups is not sound")


WORKS = (Scoring, Importing, Receiving, BackingUp)


def _note(number: int) -> str:
    return f"Formulier {number // 2}."


def _line(number: int) -> str:
    return f"Regel {number}."
