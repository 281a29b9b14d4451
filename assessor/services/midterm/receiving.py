"""Receiving midterm forms: of each file whose it is and how it was taken, never what it says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Answers, Returned, Way, understand
from assessor.domain.form_post import KeptForm, SentForm
from assessor.domain.forms import Form, FormHome, FormKind, Respondent
from assessor.domain.midterm.midterm import Midterm, MidtermWay
from assessor.domain.midterm.talk import require_agreements, talk_of
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Student
from assessor.domain.text import Text, same
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.forms.outbox import Progress
from assessor.services.forms.receiving import codes_of, copy_of, copy_refusal, empty_refusal, files_in, read_all
from assessor.services.midterm.handing_in import Arrival, Submission, hand_in
from assessor.services.midterm.midterm_forms import MidtermForms
from assessor.services.midterm.talking import record_talk
from assessor.storage.repositories.midterms import Handed
from assessor.storage.unit import Unit

_AT_ONCE = 100
"""Files that are sealed together."""
_WAYS = {Way.PDF: MidtermWay.PDF, Way.WORKBOOK: MidtermWay.WORKBOOK}


@dataclass(frozen=True)
class Arrived:
    """One file that came back.

    Attributes:
        file: its name, without its folder; of a file in a zip or mail both names.
        refusal: why it was not taken in; None when it was.
        midterm: as it stands now.
        respondent: whose form it is; both for a gespreksblad.
        missing: how many fields that were expected are empty.
        unread: codes of the items in which something could not be understood; what was written stays sealed.
        opened: whether both forms lie side by side since this one.
        identical: whether both hold the same, word for word; only told once they are open.
    """

    file: str
    refusal: KnownError | None = None
    midterm: Midterm | None = None
    student: Student | None = None
    respondent: Respondent | None = None
    arrival: Arrival | None = None
    missing: int = 0
    unread: tuple[str, ...] = ()
    opened: bool = False
    identical: bool = False

    @property
    def is_sheet(self) -> bool:
        """Whether it is a gespreksblad, of which nothing is hidden."""
        return self.respondent is Respondent.BOTH

    @property
    def who(self) -> Text | None:
        """Whose form it is, in the words of the programme; None when that is not known."""
        if self.respondent is None:
            return None
        if self.student is None:
            return self.respondent.word
        return self.respondent.called(PROGRAMMES[self.student.programme])

    @property
    def how(self) -> Text | None:
        """How it was taken, in words; None when it was not."""
        if self.arrival is None:
            return None
        return _SHEET_WORDS.get(self.arrival, self.arrival.word) if self.is_sheet else self.arrival.word


_SHEET_WORDS = {
    Arrival.IN: Text("overgenomen op de gesprekspagina", "taken over on the page of the talk"),
    Arrival.OTHER: Text(
        "anders dan de gesprekspagina: bewaard, daar te bekijken",
        "other than the page of the talk: kept, to be looked at there",
    ),
}


class Receiving:
    """The use case of files that come back."""

    def __init__(self, desk: Desk, forms: MidtermForms) -> None:
        self._desk = desk
        self._forms = forms

    def receive(self, paths: Sequence[Path], progress: Progress) -> tuple[list[Arrived], Changes]:
        """Read files, folders, zips and mails, and seal what they hold.

        Args:
            paths: what came back.
            progress: called with files done and total; answers False to stop, and what was not read yet is left out.
        """
        self._desk.require_actor()
        read = read_all(files_in(paths), progress)
        arrived: list[Arrived] = []
        for start in range(0, len(read), _AT_ONCE):
            part = read[start : start + _AT_ONCE]
            with self._desk.workspace.writing() as unit:
                intake = _Intake(unit, self._desk, self._forms, codes_of(part))
                arrived += [intake.take(name, one) for name, one in part]
        ids = [one.midterm.id for one in arrived if one.midterm is not None and one.refusal is None]
        return arrived, tuple(Change("midterm", one) for one in dict.fromkeys(ids))


class _Intake:
    """Takes files in within one unit of work."""

    def __init__(self, unit: Unit, desk: Desk, forms: MidtermForms, codes: Collection[str]) -> None:
        self._unit = unit
        self._desk = desk
        self._forms = forms
        self._actor = desk.require_actor()
        self._known = unit.forms.sent(codes)
        self._midterms = unit.midterms.some({one.subject for one in self._known.values() if one.subject})
        self._students = unit.students.by_ids([one.student_id for one in self._midterms.values()])

    def take(self, name: str, read: Returned | KnownError) -> Arrived:
        """Take one file in."""
        if isinstance(read, KnownError):
            return Arrived(name, read)
        sent = copy_of(read, self._known)
        refusal = copy_refusal(name, read, sent, FormHome.MIDTERM)
        midterm = self._midterms.get(sent.subject) if sent is not None else None
        if sent is None or midterm is None:
            return Arrived(name, refusal or _gone(name))
        seen = Arrived(name, refusal, midterm, self._students.get(midterm.student_id), sent.respondent)
        if refusal is not None:
            return seen
        form = self._forms.form(self._unit, midterm, sent.respondent)
        answers = understand(form, read)
        unread = _unread(form, answers, read)
        if not answers.values and not unread:
            return replace(seen, refusal=empty_refusal(name))
        seen = replace(seen, missing=len(answers.missing), unread=_items(form, unread))
        if sent.kind is FormKind.TALK:
            seen = self._talk(seen, midterm, sent, _Sheet(read, answers))
        else:
            seen = self._side(seen, midterm, _Sheet(read, answers), unread)
        if seen.midterm is not None:
            self._midterms[midterm.id] = seen.midterm
        return seen

    def _side(self, seen: Arrived, midterm: Midterm, sheet: _Sheet, unread: dict[str, str]) -> Arrived:
        """The form of one side: sealed."""
        answers = sheet.answers
        respondent = seen.respondent or Respondent.BOTH
        complete = not (answers.missing or unread)
        given = Submission(respondent, Handed(answers.values, unread), _WAYS[sheet.read.way], complete)
        instrument = self._forms.instrument(self._unit, midterm)
        taken = hand_in(self._unit, self._desk, self._actor, midterm, instrument, given)
        return replace(
            seen, midterm=taken.midterm, arrival=taken.arrival, opened=taken.opened, identical=taken.identical
        )

    def _talk(self, seen: Arrived, midterm: Midterm, sent: SentForm, sheet: _Sheet) -> Arrived:
        """A gespreksblad: taken over while the page of the talk is empty, else kept beside it."""
        unit, instrument = self._unit, self._forms.instrument(self._unit, midterm)
        talk = talk_of(sheet.answers.values, instrument)
        current = talk_of(unit.midterms.talk(midterm.id), instrument)
        before = {one.digest for one in unit.forms.kept([sent.code]).get(sent.code, [])}
        if talk == current or sheet.answers.digest in before:
            return replace(seen, arrival=Arrival.SAME)
        first = current.is_empty
        try:
            require_agreements(talk, instrument)
            midterm.require_talk_open()
            if first:
                midterm = record_talk(unit, self._desk, self._actor, midterm, talk)
        except KnownError as refusal:
            return replace(seen, refusal=refusal)
        kept = KeptForm(
            self._desk.new_id(), sent.code, sheet.answers.values, sheet.answers.problems, sheet.read.way,
            self._desk.now(), self._actor.id, in_force=first,
        )  # fmt: skip
        unit.forms.keep(kept)
        return replace(seen, midterm=midterm, arrival=Arrival.IN if first else Arrival.OTHER)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What was read of a file, and what was understood."""

    read: Returned
    answers: Answers


def _unread(form: Form, answers: Answers, read: Returned) -> dict[str, str]:
    """What was written in fields of the form and not understood, by field name."""
    return {
        name: written
        for name, written in read.values.items()
        if name in form.fields and name not in answers.values and written.strip()
    }


def _items(form: Form, names: dict[str, str]) -> tuple[str, ...]:
    """The codes of the items (or the neutral titles of the fields) in which these fields stand."""
    codes = {field.name: item.code or field.title.nl for item in form.items for field in item.fields}
    return tuple(dict.fromkeys(codes[name] for name in names))


def _gone(name: str) -> KnownError:
    return KnownError(
        "midterm-unknown",
        Text("De tussenevaluatie van dit formulier is er niet meer.", "The midterm of this form is no longer there."),
        Text("Verstuur de tussenevaluatie opnieuw.", "Send the midterm evaluation again."),
        same(name),
    )
