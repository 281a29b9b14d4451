"""Sending forms: a personal file for each student and kind, and a list of what goes where."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assessor.domain.dossier import Dossier, State
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.form_code import new_code, printed
from assessor.domain.form_post import SentForm
from assessor.domain.forms import FormCopy, FormKind, Identity, Respondent
from assessor.domain.instrument import Instrument, Kind
from assessor.domain.organisation import Organisation
from assessor.domain.people import Person
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Placement, Student
from assessor.domain.text import Language, Text, same
from assessor.exchange.sending_list import SendingLine
from assessor.services.desk import Desk
from assessor.services.forms.desk_forms import DeskForms
from assessor.services.forms.outbox import SUFFIX, Outbox, Outgoing, Progress, make_folder
from assessor.services.written_file import written
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Recipient:
    """About whom a form goes out; without a dossier it waits for the next one of the student."""

    student_id: str
    dossier_id: str | None = None


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file that was written."""

    path: Path
    sent: SentForm
    student: Student
    receiver: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Sending:
    """What was written: the files and the list of what goes where (None when nothing was)."""

    files: tuple[SentFile, ...]
    list_file: Path | None


class Sender:
    """Writes the forms of one sending about students, with the list of what goes where."""

    def __init__(self, desk: Desk, forms: DeskForms, folder: Path, language: Language) -> None:
        self._desk = desk
        self._forms = forms
        self._folder = folder
        self._language: Language = language
        self._now = desk.now()
        self._files: dict[str, SentFile] = {}

    def send(
        self, recipients: Sequence[Recipient], kinds: Sequence[FormKind], ways: Sequence[Way], progress: Progress
    ) -> Sending:
        """Write the files; each is written whole or not at all, and a file that exists is known to the workspace."""
        sender = self._desk.require_actor()
        make_folder(self._folder)
        outbox = Outbox(self._desk)

        def copies_for(unit: Unit, one: Recipient) -> Iterator[Outgoing]:
            return self._copies(unit, one, kinds, ways, sender)

        try:
            outbox.send(recipients, copies_for, len(recipients) * len(kinds) * len(ways), progress)
        except KnownError:
            self._write_list(self._written(outbox))
            raise
        files = self._written(outbox)
        return Sending(tuple(files), self._write_list(files))

    def _written(self, outbox: Outbox) -> list[SentFile]:
        return [self._files[one.sent.code] for one in outbox.written]

    def _copies(
        self, unit: Unit, recipient: Recipient, kinds: Sequence[FormKind], ways: Sequence[Way], sender: Person
    ) -> Iterator[Outgoing]:
        student = unit.students.get(recipient.student_id)
        dossier = unit.dossiers.get(recipient.dossier_id) if recipient.dossier_id else None
        if dossier is not None:
            dossier.require_open()
        placement = max(unit.placements.of(student.id), key=lambda one: one.start, default=None)
        about = _About(unit, student, dossier, placement, sender)
        instrument = self._instrument(unit, student, dossier)
        for kind in kinds:
            for way in ways:
                yield self._one(unit, kind, way, about, instrument)

    def _one(self, unit: Unit, kind: FormKind, way: Way, about: _About, instrument: Instrument) -> Outgoing:
        if kind is FormKind.SCORES and about.dossier is None:
            raise KnownError(
                "form-needs-dossier",
                Text("Een scoreformulier hoort bij een dossier.", "A scoring form belongs to a dossier."),
                Text("Start eerst de beoordeling van deze student.", "Start the assessment of this student first."),
                same(about.student.number),
            )
        key = self._forms.keep(unit, instrument)
        form = self._forms.form(kind, instrument, key)
        code = new_code(secrets.randbelow)
        person = about.student.id
        identity = Identity(code, person, kind.value, form.respondent.value, key, form.fingerprint, self._language)
        sent = SentForm(
            code, kind, form.respondent, person, key.fingerprint, form.fingerprint, self._language, way, self._now,
            about.sender.id, about.student.id, about.dossier.id if about.dossier else None,
        )  # fmt: skip
        number = "".join(sign for sign in about.student.number if sign.isalnum() or sign == "-")
        path = self._folder / f"{kind.value}-{number}-{printed(code)}.{SUFFIX[way]}"
        receiver = about.receiver(form.respondent)
        place = about.organisation.name if about.organisation else ""
        self._files[code] = SentFile(path, sent, about.student, receiver, place)
        return Outgoing(FormCopy(form, identity, about.lines(form.respondent)), path, sent)

    def _instrument(self, unit: Unit, student: Student, dossier: Dossier | None) -> Instrument:
        if dossier is not None:
            return self._forms.instrument_of(unit, dossier)
        day = self._now.date()
        return self._desk.catalogue.choose(Kind.PRACTICE, student.programme, student.variant, student.phase, day)

    def _write_list(self, files: Sequence[SentFile]) -> Path | None:
        if not files:
            return None
        from assessor.exchange.sending_list import write_sending_list

        lines = [
            SendingLine(
                one.path.name, one.sent.kind.word, printed(one.sent.code), one.receiver, one.student.number,
                one.student.name, one.organisation,
            )
            for one in files
        ]  # fmt: skip
        path = free_path(self._folder, self._now)
        with written(path) as target:
            write_sending_list(lines, target, self._language)
        return path


class _About:
    """What stands at the top of a form, and who gets it."""

    def __init__(
        self, unit: Unit, student: Student, dossier: Dossier | None, placement: Placement | None, sender: Person
    ) -> None:
        self.student, self.dossier, self.sender = student, dossier, sender
        place = (dossier.organisation_id if dossier else None) or (placement.organisation_id if placement else None)
        self.organisation: Organisation | None = unit.organisations.get(place) if place else None
        self.supervisor = (dossier.supervisor if dossier else "") or (placement.supervisor if placement else "")
        self.group = placement.group if placement else ""

    def receiver(self, respondent: Respondent) -> str:
        """The name of who fills it in; "" while it is not known."""
        if respondent is Respondent.STUDENT:
            return self.student.name
        return self.supervisor if respondent is Respondent.SUPERVISOR else self.sender.name

    def lines(self, respondent: Respondent) -> tuple[tuple[Text, str], ...]:
        """The lines at the top: about whom, where, and to whom it goes back."""
        programme = PROGRAMMES[self.student.programme]
        place = ", ".join(part for part in (self.organisation.name if self.organisation else "", self.group) if part)
        lines = (
            (Text("Student", "Student"), f"{self.student.name} ({self.student.number})"),
            (Text("Stage", "Placement"), place),
            (Text(programme.supervisor.nl.capitalize(), programme.supervisor.en.capitalize()), self.supervisor),
            (Text("Dossier", "Dossier"), self.dossier.number if self.dossier else ""),
            (Text("Terug naar", "Return to"), "" if respondent is Respondent.ASSESSOR else self.sender.name),
        )
        return tuple((label, value) for label, value in lines if value)


def require_dossiers(recipients: Sequence[Recipient], kinds: Sequence[FormKind]) -> None:
    """Refuse scoring forms (KnownError ``forms-need-dossiers``) for a group in which somebody has no open dossier.

    It is said before the first file is written; for one recipient the outbox says it by student number.
    """
    without = sum(one.dossier_id is None for one in recipients)
    if FormKind.SCORES in kinds and without and len(recipients) > 1:
        raise KnownError(
            "forms-need-dossiers",
            Text(
                "Een scoreformulier hoort bij een dossier, en {count} van deze {total} studenten hebben er geen.",
                "A scoring form belongs to a dossier, and {count} of these {total} students have none.",
            ).fill(count=without, total=len(recipients)),
            Text(
                "Laat het scoreformulier weg, of start eerst hun beoordelingen.",
                "Leave the scoring form out, or start their assessments first.",
            ),
        )


def open_dossier_of(unit: Unit, student_id: str) -> str | None:
    """The id of the student's only open dossier; None when there is none, or more than one."""
    found = [one.id for one in unit.dossiers.of_student(student_id) if one.state is State.CONCEPT]
    return found[0] if len(found) == 1 else None


def free_path(folder: Path, now: datetime) -> Path:
    """A name for the list that no earlier one has."""
    name = f"verzendlijst-{now:%Y%m%d-%H%M}"
    tries = (folder / f"{name}{f'-{number}' if number else ''}.xlsx" for number in range(1_000))
    return next(path for path in tries if not path.exists())
