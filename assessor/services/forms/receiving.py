"""Receiving forms: of each file what it is, for whom, how complete, and whether it came before; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Answers, Returned, understand
from assessor.domain.form_code import printed
from assessor.domain.form_post import KeptForm, SentForm
from assessor.domain.forms import FormHome, FormKind
from assessor.domain.student import Student
from assessor.domain.text import Text, same
from assessor.exchange.returned_form import read_returned
from assessor.services.forms.desk_forms import DeskForms
from assessor.services.forms.outbox import Progress
from assessor.services.forms.sending import open_dossier_of
from assessor.storage.unit import Unit

_SUFFIXES = {".pdf", ".xlsx", ".zip", ".eml"}


class Again(StrEnum):
    """Whether a copy came back before."""

    FIRST = "eerste"
    SAME = "hetzelfde"
    DIFFERENT = "anders"

    @property
    def word(self) -> Text:
        """As lists call it."""
        return _AGAIN_WORDS[self]


_AGAIN_WORDS = {
    Again.FIRST: Text("nieuw", "new"),
    Again.SAME: Text("al ontvangen, zelfde inhoud", "received before, same content"),
    Again.DIFFERENT: Text("al ontvangen, andere inhoud", "received before, other content"),
}


@dataclass(frozen=True)
class Received:
    """One file that came back.

    Attributes:
        file: its name, without its folder; of a file in a zip or mail both names.
        refusal: why it cannot be accepted; None when it can, or when it came before with the same content.
        sent: the copy that went out, when its code is known.
        student: about whom it is.
        dossier: the open dossier into which it can be taken over, when there is one.
        returned: what was read.
        answers: what was understood of it.
        again: whether it came before.
    """

    file: str
    refusal: KnownError | None = None
    sent: SentForm | None = None
    student: Student | None = None
    dossier: Dossier | None = None
    returned: Returned | None = None
    answers: Answers | None = None
    again: Again = Again.FIRST

    @property
    def is_acceptable(self) -> bool:
        """Whether there is something to accept."""
        return self.refusal is None and self.again is not Again.SAME


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that were meant: of a folder those that can be forms, in order of their names."""
    return list(dict.fromkeys(file for path in paths for file in _files(path)))


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(one for one in path.iterdir() if one.suffix.casefold() in _SUFFIXES and one.is_file())
    else:
        yield path


def read_all(files: Sequence[Path], progress: Progress) -> list[tuple[str, Returned | KnownError]]:
    """Read files, and those in a zip or a mail; one that is refused brings its refusal, and stops nothing."""
    found: list[tuple[str, Returned | KnownError]] = []
    for done, path in enumerate(files):
        if not progress(done, len(files)):
            break
        found += read_returned(path)
    return found


def recognised(files: Sequence[Path], progress: Progress) -> tuple[list[Path], list[Path]]:
    """Files told apart by their content: forms of this program (from whatever workspace), and all others."""
    forms: list[Path] = []
    others: list[Path] = []
    for done, path in enumerate(files):
        if not progress(done, len(files)):
            break
        is_form = any(isinstance(one, Returned) for _, one in read_returned(path))
        (forms if is_form else others).append(path)
    return forms, others


class Inbox:
    """Holds files that were read against what was sent, as of one moment.

    Args:
        unit: a unit of work to read from.
        forms: the forms of the workspace.
        meant_for: the dossier for which the files are meant; None when they may be for any.
    """

    def __init__(self, unit: Unit, forms: DeskForms, meant_for: Dossier | None) -> None:
        self._unit = unit
        self._forms = forms
        self._meant_for = meant_for
        self._digests: dict[str, set[str]] = {}

    def look(self, read: Sequence[tuple[str, Returned | KnownError]]) -> list[Received]:
        """What each file is."""
        codes = codes_of(read)
        sent = self._unit.forms.sent(codes)
        self._digests = {code: {one.digest for one in kept} for code, kept in self._unit.forms.kept(sent).items()}
        return [self._one(name, one, sent) for name, one in read]

    def _one(self, name: str, read: Returned | KnownError, known: dict[str, SentForm]) -> Received:
        if isinstance(read, KnownError):
            return Received(name, read)
        sent = copy_of(read, known)
        refusal = copy_refusal(name, read, sent, FormHome.DOSSIER)
        if sent is None:
            return Received(name, refusal)
        if sent.kind.home is not FormHome.DOSSIER:
            # Nothing of what it holds: it may be sealed where it belongs.
            return Received(name, refusal, sent=sent)
        seen = Received(name, sent=sent, student=self._student(sent), dossier=self._dossier(sent), returned=read)
        refusal = refusal or self._misplaced(name, sent, seen.dossier)
        if refusal is not None:
            return replace(seen, refusal=refusal)
        return self._understood(seen, sent, read)

    def _understood(self, seen: Received, sent: SentForm, read: Returned) -> Received:
        answers = understand(self._forms.sent_form(self._unit, sent.kind, sent.instrument), read)
        if not answers.values:
            return replace(seen, answers=answers, refusal=empty_refusal(seen.file))
        before = self._digests.setdefault(sent.code, set())
        again = Again.SAME if answers.digest in before else Again.DIFFERENT if before else Again.FIRST
        before.add(answers.digest)
        return replace(seen, answers=answers, again=again)

    def _misplaced(self, name: str, sent: SentForm, dossier: Dossier | None) -> KnownError | None:
        wanted = self._meant_for
        if wanted is not None and sent.student_id != wanted.student_id:
            return _refuse(name, *_OTHER_STUDENT)
        if wanted is not None and sent.dossier_id not in (None, wanted.id):
            return _refuse(name, *_OTHER_DOSSIER)
        if dossier is None:
            return None
        if dossier.instrument.fingerprint != sent.instrument:
            return _refuse(name, *_OTHER_VERSION, version=dossier.instrument.version)
        if not dossier.state.is_open:
            return _refuse(name, *_CLOSED, number=dossier.number, state=dossier.state.word)
        return None

    def _student(self, sent: SentForm) -> Student | None:
        return self._unit.students.get(sent.student_id) if sent.student_id else None

    def _dossier(self, sent: SentForm) -> Dossier | None:
        if sent.dossier_id is not None:
            return self._unit.dossiers.get(sent.dossier_id)
        if self._meant_for is not None and self._meant_for.student_id == sent.student_id:
            return self._meant_for
        found = open_dossier_of(self._unit, sent.student_id) if sent.student_id else None
        return self._unit.dossiers.get(found) if found else None


def codes_of(read: Sequence[tuple[str, Returned | KnownError]]) -> set[str]:
    """Every form code that these files name."""
    return {code for _, one in read if isinstance(one, Returned) for code in _codes(one)}


def copy_of(read: Returned, known: Mapping[str, SentForm]) -> SentForm | None:
    """The copy that a file is, of those that are known."""
    return next((known[code] for code in _codes(read) if code in known), None)


def copy_refusal(name: str, read: Returned, sent: SentForm | None, home: FormHome) -> KnownError | None:
    """Why a file is not a copy that can be read in here: unknown, at home elsewhere, printed flat, or altered."""
    if sent is None:
        if read.identity is not None and read.identity.kind == FormKind.CALIBRATION:
            # A calibration form is known by its round, and not by a copy that went out.
            return _elsewhere(name, FormKind.CALIBRATION)
        return _refuse(name, *_UNKNOWN, code=_first_code(read))
    if sent.kind.home is not home:
        return _elsewhere(name, sent.kind)
    if read.identity is None:
        return _refuse(name, *_FLAT, code=printed(sent.code), kind=sent.kind.word)
    return None if sent.is_meant_by(read.identity) else _refuse(name, *_ALTERED)


def _elsewhere(name: str, kind: FormKind) -> KnownError:
    what = Text("Dit is een ander formulier: {kind}.", "This is another form: {kind}.")
    return KnownError("form-elsewhere", what.fill(kind=kind.word), kind.home.cure, same(name))


def empty_refusal(name: str) -> KnownError:
    """The refusal ``form-empty``."""
    return _refuse(name, *_EMPTY)


def kept_form(received: Received, new_id: str, *, by: str, at: datetime, in_force: bool) -> KeptForm:
    """What is kept of a file that is accepted."""
    if received.sent is None or received.answers is None or received.returned is None:
        raise ValueError("only what was understood can be kept")
    answers = received.answers
    return KeptForm(
        new_id, received.sent.code, answers.values, answers.problems, received.returned.way, at, by, in_force
    )


def _codes(returned: Returned) -> tuple[str, ...]:
    return (returned.identity.code,) if returned.identity is not None else returned.printed


def _first_code(returned: Returned) -> str:
    return printed(next(iter(_codes(returned)), ""))[:20]


def _refuse(name: str, code: str, what: Text, cure: Text, /, **values: str | Text) -> KnownError:
    return KnownError(code, what.fill(**values) if values else what, cure, same(name))


_Refusal = tuple[str, Text, Text]
_ASK_AGAIN = Text("Verstuur het formulier opnieuw en vraag het ingevuld terug.", "Send the form again and ask for it.")
_UNKNOWN: _Refusal = (
    "form-unknown",
    Text(
        "Formuliercode {code} is niet vanuit dit gegevensbestand verstuurd.",
        "Form code {code} was not sent from this workspace.",
    ),
    Text("Lees het in waar het is verstuurd.", "Read it in where it was sent from."),
)
_FLAT: _Refusal = (
    "form-flat",
    Text(
        "Dit is een afdruk van {kind} {code}: de antwoorden staan er niet als velden in.",
        "This is a print of {kind} {code}: its answers are no longer fields.",
    ),
    Text(
        "Vraag om het ingevulde bestand zelf, of neem de antwoorden over van het papier.",
        "Ask for the file that was filled in, or take the answers over from the paper.",
    ),
)
_ALTERED: _Refusal = (
    "form-altered",
    Text(
        "Dit formulier is veranderd: de persoon, de rol of de versie klopt niet met wat is verstuurd.",
        "This form was altered: its person, role or version is not what was sent.",
    ),
    _ASK_AGAIN,
)
_OTHER_STUDENT: _Refusal = (
    "form-other-student",
    Text("Dit formulier gaat over een andere student.", "This form is about another student."),
    Text("Lees het in bij die student.", "Read it in at that student."),
)
_OTHER_DOSSIER: _Refusal = (
    "form-other-dossier",
    Text(
        "Dit formulier hoort bij een andere poging van deze student.",
        "This form belongs to another attempt of this student.",
    ),
    Text("Lees het in bij dat dossier.", "Read it in at that dossier."),
)
_OTHER_VERSION: _Refusal = (
    "form-other-version",
    Text(
        "Dit formulier is van een andere versie van het instrument; het dossier gebruikt versie {version}.",
        "This form is of another version of the instrument; the dossier uses version {version}.",
    ),
    _ASK_AGAIN,
)
_CLOSED: _Refusal = (
    "form-dossier-closed",
    Text("Dossier {number} is {state}; er verandert niets meer in.", "Dossier {number} is {state}; nothing changes."),
    Text("Begin een correctie met een reden als dat nodig is.", "Begin a correction with a reason if needed."),
)
_EMPTY: _Refusal = (
    "form-empty",
    Text("Er is niets ingevuld.", "Nothing was filled in."),
    Text(
        "Vraag of het formulier na het invullen is opgeslagen.",
        "Ask whether the form was saved after it was filled in.",
    ),
)
