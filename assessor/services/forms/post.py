"""The use cases of forms: send, receive, accept, and take over into a dossier place by place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.form_post import KeptForm, SentForm
from assessor.domain.form_proposals import Advice, Proposal, advice_of, proposals, taken
from assessor.domain.forms import FormKind
from assessor.domain.text import Language, Text
from assessor.services.assessments import Assessments
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.forms.desk_forms import DeskForms
from assessor.services.forms.outbox import Progress
from assessor.services.forms.receiving import (
    Again,
    Inbox,
    Received,
    files_in,
    kept_form,
    read_all,
    recognised,
)
from assessor.services.forms.sending import Recipient, Sender, Sending, open_dossier_of, require_dossiers
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Post:
    """One copy around a dossier: what went out, and what came back of it, the newest first."""

    sent: SentForm
    kept: tuple[KeptForm, ...]


def _go_on(_done: int, _total: int) -> bool:
    return True


class Forms:
    """Forms that go out and come back."""

    def __init__(self, desk: Desk, assessments: Assessments) -> None:
        self._desk = desk
        self._assessments = assessments
        self._forms = DeskForms()

    # --- out

    def recipients(self, student_ids: Sequence[str]) -> list[Recipient]:
        """The students as recipients, each with the only open dossier where there is one."""
        with self._desk.workspace.reading() as unit:
            return [Recipient(one, open_dossier_of(unit, one)) for one in student_ids]

    def send(
        self,
        recipients: Sequence[Recipient],
        kinds: Sequence[FormKind],
        folder: Path,
        language: Language,
        *,
        ways: Sequence[Way] = (Way.PDF,),
        progress: Progress = _go_on,
    ) -> Sending:
        """Write a personal file per recipient and kind, with a list of what goes where.

        Args:
            recipients: about whom.
            kinds: which forms; a scoring form needs a dossier.
            folder: where the files go; it is made when it is not there. File names bear numbers and codes only.
            language: of the forms.
            ways: PDF, workbook or both.
            progress: called with files done and total; answers False to stop.

        Raises:
            KnownError: ``form-needs-dossier``, ``forms-need-dossiers``, ``dossier-closed``, ``cannot-write``,
                ``disk-full`` and those of `Catalogue.choose`; what was written until then stays and is known.
        """
        require_dossiers(recipients, kinds)
        sender = Sender(self._desk, self._forms, folder, language)
        return sender.send(recipients, tuple(dict.fromkeys(kinds)), tuple(dict.fromkeys(ways)), progress)

    # --- back

    def receive(
        self, paths: Sequence[Path], dossier_id: str | None = None, progress: Progress = _go_on
    ) -> list[Received]:
        """What came back in these files and folders; nothing is written.

        Args:
            paths: files, or folders with files.
            dossier_id: the dossier for which they are meant; None when they may be for any.
            progress: called with files done and total; answers False to stop.
        """
        read = read_all(files_in(paths), progress)
        with self._desk.workspace.reading() as unit:
            meant_for = unit.dossiers.get(dossier_id) if dossier_id else None
            return Inbox(unit, self._forms, meant_for).look(read)

    def recognise(self, paths: Sequence[Path], progress: Progress = _go_on) -> tuple[list[Path], list[Path]]:
        """Files told apart by their content, never by their names: forms to read in, and all others.

        Args:
            paths: files; a folder is no form.
            progress: called with files done and total; answers False to stop, and what is left is in neither list.
        """
        return recognised(paths, progress)

    def accept(self, received: Sequence[Received]) -> tuple[list[KeptForm], Changes]:
        """Keep what can be accepted; a second version of a copy is kept beside the first, which stays in force.

        What came back in the meantime is looked at again, so that accepting twice keeps nothing twice.
        """
        actor = self._desk.require_actor()
        kept: list[KeptForm] = []
        changes: list[Change] = []
        wanted = [one for one in received if one.is_acceptable]
        with self._desk.workspace.writing() as unit:
            for again, one in self._looked_again(unit, wanted):
                if again is Again.SAME:
                    continue
                in_force = again is Again.FIRST
                new = kept_form(one, self._desk.new_id(), by=actor.id, at=self._desk.now(), in_force=in_force)
                unit.forms.keep(new)
                kept.append(new)
                changes += _changes(one.sent)
        return kept, tuple(dict.fromkeys(changes))

    def _looked_again(self, unit: Unit, wanted: Sequence[Received]) -> list[tuple[Again, Received]]:
        codes = {one.sent.code for one in wanted if one.sent is not None}
        known = {code: {kept.digest for kept in all_} for code, all_ in unit.forms.kept(codes).items()}
        found = []
        for one in wanted:
            if one.sent is None or one.answers is None:
                continue
            before = known.setdefault(one.sent.code, set())
            again = Again.SAME if one.answers.digest in before else Again.DIFFERENT if before else Again.FIRST
            before.add(one.answers.digest)
            found.append((again, one))
        return found

    def choose(self, kept_id: str) -> Changes:
        """Let this version count, of a copy that came back in several."""
        with self._desk.workspace.writing() as unit:
            unit.forms.put_in_force(kept_id)
            sent = self._sent(unit, unit.forms.get(kept_id))
        return _changes(sent)

    # --- into a dossier

    def around(self, dossier_id: str) -> list[Post]:
        """What went out and came back around a dossier, the newest copy first."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.get(dossier_id)
            sent = unit.forms.around(dossier.id, dossier.student_id)
            kept = unit.forms.kept([one.code for one in sent])
            return [Post(one, tuple(kept.get(one.code, ()))) for one in sent]

    def proposals(self, kept_id: str, dossier_id: str) -> tuple[Proposal, ...]:
        """What a form that came back would change in a dossier, place by place; empty when nothing would."""
        with self._desk.workspace.reading() as unit:
            return self._proposals(unit, kept_id, dossier_id)[1]

    def preview(self, received: Received) -> tuple[Proposal, ...]:
        """What a file that has not been accepted yet would change; empty while there is no dossier for it."""
        sent, answers, dossier = received.sent, received.answers, received.dossier
        if sent is None or answers is None or dossier is None:
            return ()
        with self._desk.workspace.reading() as unit:
            current = unit.dossiers.get(dossier.id)
            return proposals(sent.kind, self._forms.instrument_of(unit, current), current, answers.values)

    def take_over(self, kept_id: str, dossier_id: str, places: Collection[str] | None = None) -> Changes:
        """Enter chosen places of a form into the dossier, all or none of them.

        Args:
            kept_id: the form.
            dossier_id: an open dossier of the person at the keyboard.
            places: of `proposals`; None takes those where nothing stands yet, and of advice none.
        """
        with self._desk.workspace.writing() as unit:
            sent, offered = self._proposals(unit, kept_id, dossier_id)
            if places is None:
                chosen = [one for one in offered if one.fills and sent.kind is not FormKind.ADVICE]
            else:
                chosen = [one for one in offered if one.place in places]
            dossier = unit.dossiers.get(dossier_id)
            changes = self._assessments.enter(unit, dossier_id, taken(dossier, chosen))
            unit.forms.mark_taken(kept_id, dossier_id, self._desk.now())
        return changes

    def waiting(self, student_id: str) -> KeptForm | None:
        """The student's preparation form that came back before there was a dossier; the newest that is in force."""
        with self._desk.workspace.reading() as unit:
            return _waiting(unit, student_id)

    def prefill(self, dossier_id: str) -> Changes:
        """Enter what waits for a new dossier where nothing stands yet; a form of another version stays where it is."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.get(dossier_id)
            kept = _waiting(unit, dossier.student_id, dossier.instrument.fingerprint)
        return self.take_over(kept.id, dossier_id) if kept is not None else ()

    def advice(self, dossier_id: str) -> Mapping[str, Advice]:
        """What the mentor says, by criterion; of several forms the newest that is in force."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.get(dossier_id)
            sent = [
                one
                for one in unit.forms.around(dossier.id, dossier.student_id)
                if one.kind is FormKind.ADVICE and one.instrument == dossier.instrument.fingerprint
            ]
            kept = unit.forms.kept([one.code for one in sent])
            in_force = [one for all_ in kept.values() for one in all_ if one.in_force]
            if not in_force:
                return {}
            newest = max(in_force, key=lambda one: one.received_at)
            return advice_of(self._forms.instrument_of(unit, dossier), newest.answers)

    def _proposals(self, unit: Unit, kept_id: str, dossier_id: str) -> tuple[SentForm, tuple[Proposal, ...]]:
        kept, dossier = unit.forms.get(kept_id), unit.dossiers.get(dossier_id)
        sent = self._sent(unit, kept)
        _require_fitting(sent, dossier)
        instrument = self._forms.instrument_of(unit, dossier)
        return sent, proposals(sent.kind, instrument, dossier, kept.answers)

    def _sent(self, unit: Unit, kept: KeptForm) -> SentForm:
        return unit.forms.sent([kept.code])[kept.code]


def _waiting(unit: Unit, student_id: str, instrument: str | None = None) -> KeptForm | None:
    codes = [
        one.code
        for one in unit.forms.around("", student_id)
        if one.kind is FormKind.PREPARATION and instrument in (None, one.instrument)
    ]
    kept = (one for all_ in unit.forms.kept(codes).values() for one in all_)
    loose = (one for one in kept if one.in_force and one.taken_at is None)
    return max(loose, key=lambda one: one.received_at, default=None)


def _require_fitting(sent: SentForm, dossier: Dossier) -> None:
    """Refuse (KnownError ``form-not-for-dossier``) a form of another student, attempt or version."""
    about = sent.student_id == dossier.student_id and sent.dossier_id in (None, dossier.id)
    if not about or sent.instrument != dossier.instrument.fingerprint:
        raise KnownError(
            "form-not-for-dossier",
            Text(
                "Dit formulier hoort niet bij dit dossier: de student, de poging of de versie is een andere.",
                "This form does not belong to this dossier: its student, attempt or version is another.",
            ),
            Text("Kies het dossier waarvoor het is verstuurd.", "Choose the dossier for which it was sent."),
        )


def _changes(sent: SentForm | None) -> Changes:
    if sent is None:
        return ()
    if sent.dossier_id is not None:
        return (Change("dossier", sent.dossier_id, "forms"),)
    return (Change("student", sent.student_id, "forms"),) if sent.student_id is not None else ()
