"""Where every midterm stands, who is late, and closing early; never what was filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessor.domain.errors import KnownError
from assessor.domain.forms import Respondent
from assessor.domain.midterm.letter import Occasion, reminder, subject
from assessor.domain.midterm.midterm import SIDES, Midterm, MidtermState, Receipt
from assessor.domain.people import Role
from assessor.domain.programme import PROGRAMMES, Programme
from assessor.domain.text import Text
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.midterm.handing_in import open_up, sides_in
from assessor.services.midterm.midterm_forms import MidtermForms
from assessor.storage.repositories.midterm_lines import MidtermLine, MidtermWish
from assessor.storage.repositories.midterms import Midterms as Kept

ALL = MidtermWish()


@dataclass(frozen=True, slots=True)
class Reminder:
    """A text for who is late, ready to be mailed."""

    line: MidtermLine
    occasion: Occasion

    @property
    def respondent(self) -> Respondent:
        """Whose form is late."""
        return self.occasion.respondent

    @property
    def receiver(self) -> str:
        """Who gets the text; "" while the name is not known."""
        return self.occasion.receiver

    @property
    def subject(self) -> Text:
        """The subject line of the mail."""
        return subject(self.occasion)

    @property
    def text(self) -> Text:
        """The words of the mail."""
        return reminder(self.occasion)


@dataclass(frozen=True)
class Post:
    """What came in of a midterm: that and how, never what it says.

    Attributes:
        twice: of a side whose form came in more than once, while it can still be chosen which counts.
    """

    midterm: Midterm
    receipts: tuple[Receipt, ...]
    twice: tuple[Receipt, ...]


class Overview:
    """The use cases of the list."""

    def __init__(self, desk: Desk, forms: MidtermForms) -> None:
        self._desk = desk
        self._forms = forms

    def lines(self, wish: MidtermWish = ALL, limit: int | None = None, offset: int = 0) -> list[MidtermLine]:
        """The list, by last name of the student."""
        with self._desk.workspace.reading() as unit:
            return unit.midterms.lines(wish, limit, offset)

    def count(self, wish: MidtermWish = ALL) -> int:
        """How many midterms the list holds."""
        with self._desk.workspace.reading() as unit:
            return unit.midterms.count(wish)

    def line(self, midterm_id: str) -> MidtermLine:
        """One line of the list; KnownError ``midterm-unknown``."""
        with self._desk.workspace.reading() as unit:
            midterm = unit.midterms.get(midterm_id)
            lines = unit.midterms.lines(MidtermWish(student_id=midterm.student_id))
        return next(one for one in lines if one.id == midterm_id)

    def post(self, midterm_id: str) -> Post:
        """What came in of one midterm."""
        with self._desk.workspace.reading() as unit:
            midterm = unit.midterms.get(midterm_id)
            receipts = unit.midterms.receipts([midterm_id]).get(midterm_id, [])
        on_time = [one for one in receipts if not one.late]
        sides = [one.respondent for one in on_time]
        twice = tuple(one for one in on_time if midterm.is_sealed and sides.count(one.respondent) > 1)
        return Post(midterm, tuple(receipts), twice)

    def choose(self, midterm_id: str, receipt_id: str) -> Changes:
        """Of a form that came twice, let this one count; only while the forms are sealed.

        Raises KnownErrors ``midterm-open``, ``return-unknown``.
        """
        actor, now = self._desk.require_actor(), self._desk.now()
        with self._desk.workspace.writing() as unit:
            unit.midterms.get(midterm_id).require_sealed()
            found = _receipt(unit.midterms, midterm_id, receipt_id)
            unit.midterms.put_in_force(found)
            content = {"return": receipt_id}
            unit.chains.append(midterm_id, kind="form-chosen", actor_id=actor.id, at=now, content=content)
        return (Change("midterm", midterm_id),)

    def close(self, midterm_id: str, reason: str) -> tuple[Midterm, Changes]:
        """Close before both are in, with a reason: one form is opened, and without any it ends.

        Raises KnownErrors ``midterm-not-yours``, ``midterm-open``, ``close-reason-needed``.
        """
        actor, now = self._desk.require_actor(), self._desk.now()
        with self._desk.workspace.writing() as unit:
            midterm = unit.midterms.get(midterm_id)
            if actor.id != midterm.coordinator_id and Role.COORDINATOR not in actor.roles:
                raise KnownError(
                    "midterm-not-yours",
                    Text("Sluiten kan alleen wie de tussenevaluatie uitzette of coördineert.",
                         "Only who sent the midterm out, or coordinates, can close it."),
                    Text("Vraag het de coördinerend (school-)opleider.", "Ask the coordinating teacher educator."),
                )  # fmt: skip
            inside = sides_in(unit.midterms.receipts([midterm_id]).get(midterm_id, []))
            closed = midterm.closed(now, inside, reason)
            if inside:
                open_up(unit, self._desk, actor, closed, self._forms.instrument(unit, midterm))
            else:
                unit.midterms.save(closed)
                content = {"reason": closed.reason}
                unit.chains.append(midterm_id, kind="midterm-stopped", actor_id=actor.id, at=now, content=content)
        return closed, (Change("midterm", midterm_id),)

    def reminders(self, wish: MidtermWish = ALL) -> Sequence[Reminder]:
        """A ready text for each side that is late."""
        late = self.lines(replace(wish, late_on=self._desk.today()))
        return [self._reminder(line, side) for line in late for side in SIDES if side not in line.inside]

    def awaited(self, midterm_id: str) -> Sequence[Reminder]:
        """A ready text for each side whose form is not in, late or not; none once the forms are open or it ended."""
        line = self.line(midterm_id)
        if line.state is not MidtermState.SENT:
            return ()
        return [self._reminder(line, side) for side in SIDES if side not in line.inside]

    def _reminder(self, line: MidtermLine, side: Respondent) -> Reminder:
        receiver = line.student_name if side is Respondent.STUDENT else line.supervisor
        sender = self._desk.actor.name if self._desk.actor else line.coordinator
        about = Occasion(
            PROGRAMMES[line.programme], side, receiver, line.student_name, sender, None, line.due, "", line.first_name
        )
        return Reminder(line, about)

    def history(self, midterm_id: str) -> list[tuple[str, str, Text]]:
        """What happened, as ISO moment, id of who did it, and sentence; what anybody filled in never stands in it."""
        with self._desk.workspace.reading() as unit:
            midterm = unit.midterms.get(midterm_id)
            programme = PROGRAMMES[unit.students.get(midterm.student_id).programme]
            entries = unit.chains.entries(midterm_id)
        start = (midterm.sent_at.isoformat(), midterm.coordinator_id, _EVENTS["sent"])
        told = ((one.at.isoformat(), one.actor_id, _event(one.kind, one.content, programme)) for one in entries)
        return [start, *told]


def _event(kind: str, content: object, programme: Programme) -> Text:
    side = str(content.get("respondent", "")) if isinstance(content, dict) else ""
    return _EVENTS[kind].fill(who=Respondent(side).called(programme) if side else "")


_EVENTS = {
    "sent": Text("Uitgezet", "Sent out"),
    "form-sealed": Text("Formulier van {who} ontvangen", "Form of {who} received"),
    "form-chosen": Text("Gekozen welk formulier telt", "Chosen which form counts"),
    "forms-opened": Text("Formulieren naast elkaar gelegd", "Forms laid side by side"),
    "midterm-stopped": Text("Gestopt met een reden", "Stopped with a reason"),
    "talk-written": Text("Gesprekspagina bijgewerkt", "Page of the talk updated"),
    "report-to-coach": Text("Verslag voor de studiecoach gemaakt", "Report for the study coach made"),
    "midterm-concluded": Text("Afgerond", "Concluded"),
}


def _receipt(kept: Kept, midterm_id: str, receipt_id: str) -> Receipt:
    for one in kept.receipts([midterm_id]).get(midterm_id, []):
        if one.id == receipt_id and not one.late:
            return one
    raise KnownError(
        "return-unknown",
        Text("Dit formulier is er niet.", "There is no such form."),
        Text("Kies uit wat twee keer binnenkwam.", "Choose from what came in twice."),
    )
