"""Sending midterms out: two personal files a placement, in a folder an organisation, each with its covering text."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.form_code import new_code, printed
from assessor.domain.form_post import SentForm
from assessor.domain.forms import FormCopy, FormKind, Identity, Respondent
from assessor.domain.instrument import Instrument, Kind
from assessor.domain.midterm.letter import Occasion, covering
from assessor.domain.midterm.midterm import SIDES, Midterm, MidtermState
from assessor.domain.organisation import Organisation
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Placement, Student
from assessor.domain.text import Language, Text, day_text, same
from assessor.exchange.sending_list import SendingLine
from assessor.services.desk import Desk
from assessor.services.forms.outbox import SUFFIX, Outbox, Outgoing, Progress, make_folder
from assessor.services.forms.sending import free_path
from assessor.services.midterm.handing_in import sides_in
from assessor.services.midterm.midterm_forms import MidtermForms
from assessor.services.written_file import written
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class MidtermFile:
    """One file that was written."""

    path: Path
    sent: SentForm
    student: Student
    receiver: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A student to whom nothing was sent, and why."""

    student: Student
    reason: KnownError


@dataclass(frozen=True, slots=True)
class MidtermSending:
    """What was written, the list of what goes where (None when nothing was), and who was passed over."""

    files: tuple[MidtermFile, ...]
    list_file: Path | None
    skipped: tuple[Skipped, ...]
    midterm_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Addressee:
    """One placement to which forms go: its midterm (new or waiting) and the sides that are still asked."""

    student: Student
    organisation: Organisation | None
    group: str
    midterm: Midterm
    is_new: bool
    sides: tuple[Respondent, ...]
    instrument: Instrument


class Sender:
    """Writes the files of one sending."""

    def __init__(
        self, desk: Desk, forms: MidtermForms, folder: Path, language: Language, ways: Sequence[Way], due: date | None
    ) -> None:
        self._desk = desk
        self._forms = forms
        self._folder = folder
        self._language: Language = language
        self._ways = tuple(dict.fromkeys(ways))
        self._due = due
        self._now = desk.now()
        self._sender = desk.require_actor()
        self._files: dict[str, MidtermFile] = {}
        self._places: dict[str, str] = {}

    def send(self, student_ids: Sequence[str], progress: Progress, *, again: bool) -> MidtermSending:
        """Write the files; each is written whole or not at all, and a file that exists is known to the workspace."""
        make_folder(self._folder)
        addressees, skipped = self._addressees(student_ids, again=again)
        outbox = Outbox(self._desk)
        total = sum(len(one.sides) for one in addressees) * len(self._ways)
        try:
            outbox.send(addressees, self._copies, total, progress)
        finally:
            self._forget_unsent(addressees, outbox)
            list_file = self._write_list([self._files[one.sent.code] for one in outbox.written])
        files = tuple(self._files[one.sent.code] for one in outbox.written)
        ids = tuple(dict.fromkeys(one.sent.subject for one in files))
        return MidtermSending(files, list_file, tuple(skipped), ids)

    # --- to whom

    def _addressees(self, student_ids: Sequence[str], *, again: bool) -> tuple[list[_Addressee], list[Skipped]]:
        ids = list(dict.fromkeys(student_ids))
        with self._desk.workspace.reading() as unit:
            students, placements = unit.students.by_ids(ids), unit.placements.of_all(ids)
            midterms = unit.midterms.of_students(ids)
            waiting = [one.id for all_ in midterms.values() for one in all_ if one.state is MidtermState.SENT]
            inside = {key: sides_in(all_) for key, all_ in unit.midterms.receipts(waiting).items()}
            found, skipped = [], []
            for student in (students[one] for one in ids if one in students):
                try:
                    placement = _placement(student, placements.get(student.id, []))
                    former = [one for one in midterms.get(student.id, []) if one.placement_id == placement.id]
                    found.append(self._addressee(unit, student, placement, former, inside, again=again))
                except KnownError as reason:
                    skipped.append(Skipped(student, reason))
        return found, skipped

    def _addressee(
        self,
        unit: Unit,
        student: Student,
        placement: Placement,
        former: Sequence[Midterm],
        inside: Mapping[str, frozenset[Respondent]],
        *,
        again: bool,
    ) -> _Addressee:
        organisation = unit.organisations.get(placement.organisation_id)
        waiting = next((one for one in former if one.state is MidtermState.SENT), None)
        if waiting is not None:
            sides = tuple(side for side in SIDES if side not in inside.get(waiting.id, frozenset()))
            instrument = self._forms.instrument(unit, waiting)
            return _Addressee(student, organisation, placement.group, waiting, False, sides, instrument)
        if former and not again:
            raise _under_way(former[0], student)
        instrument = self._desk.catalogue.choose(
            Kind.MIDTERM, student.programme, student.variant, student.phase, self._now.date()
        )
        midterm = Midterm(
            self._desk.new_id(), student.id, placement.id, self._forms.key(instrument), placement.supervisor,
            self._sender.id, self._now, self._due,
        )  # fmt: skip
        return _Addressee(student, organisation, placement.group, midterm, True, SIDES, instrument)

    # --- what

    def _copies(self, unit: Unit, to: _Addressee) -> Iterator[Outgoing]:
        if to.is_new:
            self._forms.keep(unit, to.instrument)
            unit.midterms.add([to.midterm])
        for respondent in to.sides:
            for way in self._ways:
                yield self._copy(unit, to, respondent, way)

    def _copy(self, unit: Unit, to: _Addressee, respondent: Respondent, way: Way) -> Outgoing:
        programme, key = PROGRAMMES[to.student.programme], to.midterm.instrument
        form = self._forms.form(unit, to.midterm, respondent)
        code = new_code(secrets.randbelow)
        identity = Identity(
            code, to.student.id, form.kind.value, respondent.value, key, form.fingerprint, self._language
        )
        sent = SentForm(
            code, FormKind.MIDTERM, respondent, to.student.id, key.fingerprint, form.fingerprint, self._language, way,
            self._now, self._sender.id, to.student.id, None, to.midterm.id,
        )  # fmt: skip
        is_student = respondent is Respondent.STUDENT
        who = "student" if is_student else programme.supervisor.nl
        number = "".join(sign for sign in to.student.number if sign.isalnum() or sign == "-")
        name = f"tussenevaluatie-{who}-{number}-{printed(code)}.{SUFFIX[way]}"
        path = self._place(to.organisation) / name
        receiver = to.student.name if is_student else to.midterm.supervisor
        letter = self._letter(to, respondent, receiver, name) if way is self._ways[0] else ""
        organisation = to.organisation.name if to.organisation else ""
        self._files[code] = MidtermFile(path, sent, to.student, receiver, organisation)
        return Outgoing(FormCopy(form, identity, tuple(self._about(to))), path, sent, letter)

    def _about(self, to: _Addressee) -> Iterator[tuple[Text, str]]:
        programme, midterm = PROGRAMMES[to.student.programme], to.midterm
        place = ", ".join(part for part in (to.organisation.name if to.organisation else "", to.group) if part)
        phase = to.instrument.phase(to.student.phase)
        lines = (
            (Text("Student", "Student"), f"{to.student.name} ({to.student.number})"),
            (Text("Stage", "Placement"), place),
            (Text(programme.supervisor.nl.capitalize(), programme.supervisor.en.capitalize()), midterm.supervisor),
            (_PHASE, f"{phase.name.say(self._language)}: {phase.line.say(self._language)}" if phase else ""),
            (Text("Terug naar", "Return to"), self._sender.name),
            (Text("Uiterlijk", "Not later than"), day_text(midterm.due).say(self._language) if midterm.due else ""),
        )
        return ((label, value) for label, value in lines if value)

    def _letter(self, to: _Addressee, respondent: Respondent, receiver: str, file: str) -> str:
        occasion = Occasion(
            PROGRAMMES[to.student.programme], respondent, receiver, to.student.name, self._sender.name,
            to.instrument.phase(to.student.phase), to.midterm.due, file, to.student.first_name, self._ways,
        )  # fmt: skip
        return covering(occasion).say(self._language) + "\n"

    def _place(self, organisation: Organisation | None) -> Path:
        """The folder of an organisation; two of one name get two folders."""
        key = organisation.id if organisation else ""
        if key not in self._places:
            written = organisation.name if organisation else ""
            plain = "".join(sign if sign.isalnum() or sign == "-" else " " for sign in written)
            name = " ".join(plain.split())[:60].strip() or "zonder organisatie"
            taken = {place.casefold() for place in self._places.values()}
            names = (name if number == 1 else f"{name} {number}" for number in range(1, len(taken) + 2))
            self._places[key] = next(one for one in names if one.casefold() not in taken)
        folder = self._folder / self._places[key]
        make_folder(folder)
        return folder

    # --- afterwards

    def _forget_unsent(self, addressees: Sequence[_Addressee], outbox: Outbox) -> None:
        """Of a sending that was stopped no midterm stays of which nothing went out."""
        sent = {one.sent.subject for one in outbox.written}
        unsent = [one.midterm.id for one in addressees if one.is_new and one.midterm.id not in sent]
        if unsent:
            with self._desk.workspace.writing() as unit:
                unit.midterms.forget(unsent)

    def _write_list(self, files: Iterable[MidtermFile]) -> Path | None:
        from assessor.exchange.sending_list import write_sending_list

        lines = [
            SendingLine(
                one.path.relative_to(self._folder).as_posix(), one.sent.kind.word, printed(one.sent.code),
                one.receiver, one.student.number, one.student.name, one.organisation,
            )
            for one in files
        ]  # fmt: skip
        if not lines:
            return None
        path = free_path(self._folder, self._now)
        with written(path) as target:
            write_sending_list(lines, target, self._language)
        return path


_PHASE = Text("Fase", "Phase")


def _placement(student: Student, placements: Sequence[Placement]) -> Placement:
    """The student's newest placement; KnownError ``student-without-placement``."""
    newest = max(placements, key=lambda one: one.start, default=None)
    if newest is None:
        raise KnownError(
            "student-without-placement",
            Text("Van deze student is geen stage bekend.", "No placement of this student is known."),
            Text("Voeg de stage toe bij de student.", "Add the placement at the student."),
            same(student.number),
        )
    return newest


def _under_way(midterm: Midterm, student: Student) -> KnownError:
    what = Text("Deze stage heeft al een tussenevaluatie ({stand}).", "This placement has a midterm already ({stand}).")
    return KnownError(
        "midterm-under-way",
        what.fill(stand=midterm.stand),
        Text(
            "Verstuur alleen opnieuw als je nog een tussenevaluatie in dezelfde stage wilt.",
            "Send again only if you want another midterm evaluation in the same placement.",
        ),
        same(student.number),
    )
