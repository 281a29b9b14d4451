"""The mirror and the page of the talk: both forms are fixed, only this page is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessor.domain.errors import KnownError
from assessor.domain.form_post import KeptForm
from assessor.domain.forms import FormKind, Respondent
from assessor.domain.instrument import Instrument
from assessor.domain.midterm.midterm import Midterm
from assessor.domain.midterm.mirror import Answers, Mirror, mirror
from assessor.domain.midterm.talk import Talk, require_agreements, talk_of
from assessor.domain.people import Person
from assessor.domain.text import Text
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.midterm.midterm_forms import MidtermForms
from assessor.storage.unit import Unit

_NO_CODE = ""
"""The page of the talk is of both: no code closes it."""


@dataclass(frozen=True)
class TalkSheet:
    """A gespreksblad that came back and was kept beside the page of the talk."""

    kept: KeptForm
    talk: Talk


class Talking:
    """The use cases after both forms are open."""

    def __init__(self, desk: Desk, forms: MidtermForms) -> None:
        self._desk = desk
        self._forms = forms

    def mirror(self, midterm_id: str) -> Mirror:
        """Both forms side by side; KnownError ``midterm-sealed`` before they are open."""
        with self._desk.workspace.reading() as unit:
            midterm = unit.midterms.get(midterm_id)
            return mirror_of(unit, midterm, self._forms.instrument(unit, midterm))

    def unread(self, midterm_id: str) -> dict[Respondent, dict[str, str]]:
        """Per side what was written and could not be understood, by field name; only once the forms are open."""
        with self._desk.workspace.reading() as unit:
            found = unit.midterms.opened(midterm_id)
        return {side: dict(one.unread) for side, one in found.items() if one.unread}

    def talk(self, midterm_id: str) -> Talk:
        """The page of the talk as it stands; an empty one while nothing was written."""
        with self._desk.workspace.reading() as unit:
            midterm = unit.midterms.get(midterm_id)
            midterm.require_open()
            return talk_of(unit.midterms.talk(midterm_id), self._forms.instrument(unit, midterm))

    def keep_draft(self, midterm_id: str, values: Mapping[str, str]) -> None:
        """Keep what is being typed on the page of the talk, sealed, until the field is left or the program ends."""
        with self._desk.workspace.writing() as unit:
            unit.midterms.get(midterm_id).require_talk_open()
            if unit.midterms.kept_draft(midterm_id, Respondent.BOTH) is None:
                unit.midterms.begin_draft(midterm_id, Respondent.BOTH, _NO_CODE, self._desk.now())
            unit.midterms.save_draft(midterm_id, Respondent.BOTH, values, self._desk.now())

    def draft(self, midterm_id: str) -> Mapping[str, str]:
        """What was being typed when the program ended, as it stood in every field; empty when nothing was."""
        with self._desk.workspace.writing() as unit:
            if unit.midterms.kept_draft(midterm_id, Respondent.BOTH) is None:
                return {}
            return unit.midterms.draft(midterm_id, Respondent.BOTH, _NO_CODE) or {}

    def drop_draft(self, midterm_id: str) -> None:
        """Forget what was being typed: it came to nothing."""
        with self._desk.workspace.writing() as unit:
            unit.midterms.drop_draft(midterm_id, Respondent.BOTH)

    def write(self, midterm_id: str, talk: Talk) -> tuple[Midterm, Changes]:
        """Keep the page of the talk; with a day the talk was held.

        Raises KnownErrors ``midterm-sealed``, ``midterm-concluded``, ``talk-too-early`` and those of
        `require_agreements`.
        """
        with self._desk.workspace.writing() as unit:
            return self._write(unit, midterm_id, talk)

    def _write(self, unit: Unit, midterm_id: str, talk: Talk) -> tuple[Midterm, Changes]:
        actor, midterm = self._desk.require_actor(), unit.midterms.get(midterm_id)
        instrument = self._forms.instrument(unit, midterm)
        require_agreements(talk, instrument)
        unit.midterms.drop_draft(midterm_id, Respondent.BOTH)
        if talk_of(unit.midterms.talk(midterm_id), instrument) == talk_of(talk.values(), instrument):
            return midterm, ()
        midterm = record_talk(unit, self._desk, actor, midterm, talk)
        return midterm, (Change("midterm", midterm_id, "talk"),)

    def sheets(self, midterm_id: str) -> Sequence[TalkSheet]:
        """The gespreksbladen that came back, the newest first; one in force was taken over."""
        with self._desk.workspace.reading() as unit:
            midterm = unit.midterms.get(midterm_id)
            instrument = self._forms.instrument(unit, midterm)
            codes = [one.code for one in unit.forms.of_subject(midterm_id) if one.kind is FormKind.TALK]
            kept = [one for all_ in unit.forms.kept(codes).values() for one in all_]
        newest = sorted(kept, key=lambda one: one.received_at, reverse=True)
        return [TalkSheet(one, talk_of(one.answers, instrument)) for one in newest]

    def take_over(self, midterm_id: str, kept_id: str) -> tuple[Midterm, Changes]:
        """Let a gespreksblad that came back take the place of the page of the talk."""
        sheet = next((one for one in self.sheets(midterm_id) if one.kept.id == kept_id), None)
        if sheet is None:
            raise KnownError(
                "returned-form-unknown",
                Text("Dit formulier is er niet.", "There is no such form."),
                Text("Kies een formulier uit de lijst.", "Choose a form from the list."),
            )
        with self._desk.workspace.writing() as unit:
            midterm, changes = self._write(unit, midterm_id, sheet.talk)
            unit.forms.put_in_force(kept_id)
        return midterm, changes or (Change("midterm", midterm_id, "talk"),)

    def conclude(self, midterm_id: str) -> tuple[Midterm, Changes]:
        """Round the midterm off; KnownErrors ``midterm-not-talked``, ``midterm-concluded``."""
        actor, now = self._desk.require_actor(), self._desk.now()
        with self._desk.workspace.writing() as unit:
            midterm = unit.midterms.get(midterm_id).concluded(now)
            unit.midterms.save(midterm)
            unit.chains.append(midterm_id, kind="midterm-concluded", actor_id=actor.id, at=now, content={})
            unit.chains.anchor(midterm_id, actor_id=actor.id, at=now)
        return midterm, (Change("midterm", midterm_id),)


def record_talk(unit: Unit, desk: Desk, actor: Person, midterm: Midterm, talk: Talk) -> Midterm:
    """Keep the page of the talk, and in the chain who wrote what when."""
    now = desk.now()
    changed = midterm.talked(talk.day)
    unit.midterms.write_talk(midterm.id, talk.values(), by=actor.id, at=now)
    unit.midterms.save(changed)
    unit.chains.append(midterm.id, kind="talk-written", actor_id=actor.id, at=now, content=talk.values())
    return changed


def views_of(unit: Unit, midterm: Midterm) -> dict[Respondent, Answers]:
    """What each side filled in; KnownError ``midterm-sealed`` before the forms are open."""
    return {side: one.answers for side, one in unit.midterms.opened(midterm.id).items()}


def mirror_of(unit: Unit, midterm: Midterm, instrument: Instrument) -> Mirror:
    """Both forms side by side, with what moved since the student's previous midterm."""
    earlier = previous(unit, midterm)
    before = views_of(unit, earlier) if earlier else None
    return mirror(instrument, views_of(unit, midterm), before)


def previous(unit: Unit, midterm: Midterm) -> Midterm | None:
    """The student's newest midterm before this one of which the forms are open; None when there is none."""
    others = unit.midterms.of_students([midterm.student_id]).get(midterm.student_id, [])
    return next((one for one in others if not one.is_sealed and one.sent_at < midterm.sent_at), None)
