"""What happened in the two study years of the example: dossiers with their results, chains and anchors."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from assessor.domain.decision import decide
from assessor.domain.dossier import Activity, Dossier, InstrumentKey, ResitScope, Result, State
from assessor.domain.instrument import Instrument, Outcome
from assessor.domain.organisation import Organisation
from assessor.domain.people import Person
from assessor.domain.ratings import Place, Sheet
from assessor.domain.record import Record
from assessor.domain.register import Appointment, Right, right_to_assess
from assessor.domain.student import Placement, Student
from assessor.services.example.calendar import StudyYears, moment
from assessor.services.example.partnership import Partnership, new_id
from assessor.services.example.sheets import part_of, whole_sheet
from assessor.services.example.words import Writer
from assessor.services.records import CLOSED, FROZEN, content_fingerprint, freeze
from assessor.storage.dossier_rows import NO_WORK, WorkSpan
from assessor.storage.repositories.chains import NewEntry

SHARE = 0.5
"""How many dossiers there are for each student."""
_RESIT_AFTER = timedelta(days=45)
_NEARLY_GOOD = 2
"""How many good models it takes before an assessor of the example comes to goed where the rule says voldoende."""


@dataclass(frozen=True)
class Form:
    """An instrument with the key that dossiers freeze."""

    instrument: Instrument
    key: InstrumentKey


@dataclass
class Past:
    """Dossiers with what was recorded of them; numbers are given when they are written, in order of time."""

    dossiers: list[tuple[Dossier, WorkSpan]] = field(default_factory=list)
    entries: list[NewEntry] = field(default_factory=list)


class Chronicle:
    """Makes the past of a partnership.

    Args:
        draw: the source of chance.
        years: the study years.
        partnership: who and what there is.
        forms: per programme the instrument of its practice assessments.
    """

    def __init__(
        self, draw: random.Random, years: StudyYears, partnership: Partnership, forms: Mapping[str, Form]
    ) -> None:
        self._draw = draw
        self._years = years
        self._forms = forms
        self._days = years.school_days()
        self._organisations = {one.id: one for one in partnership.organisations}
        self._placements = {one.student_id: one for one in partnership.placements}
        self._appointments = partnership.appointments
        self._assessors = [one for one in partnership.people if one.is_assessor]
        self._students = partnership.students
        self._numbers: dict[int, int] = {}

    def write(self) -> Past:
        """The whole past, in order of time; empty when no day of it lies within the validity of the instruments."""
        past = Past()
        if not self._days:
            return past
        shown = {next(one.id for one in self._students if one.programme == code) for code in self._forms}
        others = [one for one in self._students if one.id not in shown]
        chosen = self._draw.sample(others, min(len(others), round(len(self._students) * SHARE)))
        days = sorted(self._draw.choices(self._days, k=len(chosen)))
        for place, (student, day) in enumerate(zip(chosen, days, strict=True)):
            self._add(past, student, day, place, len(chosen))
        past.entries.sort(key=lambda entry: entry.at)
        return past

    def _add(self, past: Past, student: Student, day: date, place: int, total: int) -> None:
        """One dossier; the last ones are still concepts, and now and then a student did not appear."""
        writer = Writer(student.programme, student.first_name, self._draw)
        opened = self._opened(student, day, writer)
        if opened is None:
            return
        dossier, assessor = opened
        if place > total - max(2, total // 30):
            self._leave_open(past, dossier, writer)
        elif place % 90 == 40:
            self._close(past, dossier, student, assessor, writer)
        else:
            lift = -1.9 if place % 14 == 3 else 0.15
            scored = self._scored(dossier, writer, lift, may_depart=place % 4 == 1)
            final = self._finish(past, scored, student, assessor)
            if final.result is not None and final.result.outcome is Outcome.INSUFFICIENT:
                self._resit(past, final, student, writer)

    def _form(self, dossier: Dossier) -> Instrument:
        return self._forms[dossier.programme].instrument

    # --- beginning

    def _opened(self, student: Student, day: date, writer: Writer) -> tuple[Dossier, Person] | None:
        """A concept on a day, with an assessor who has the right to assess then; None when nobody has."""
        phase = self._phase(student, day)
        assessor = self._assessor(student.programme, day, day + timedelta(days=4))
        if phase is None or assessor is None:
            return None
        placement = self._placements[student.id]
        dossier = Dossier(
            id=new_id(self._draw),
            number=self._number(day),
            student_id=student.id,
            assessor_id=assessor.id,
            instrument=self._forms[student.programme].key,
            programme=student.programme,
            variant=student.variant,
            phase=phase,
            activity=Activity(day, writer.line("groups"), writer.line("subjects")),
            created_at=moment(day, self._draw),
            organisation_id=placement.organisation_id,
            supervisor=placement.supervisor,
            placement_end=_placement_end(placement, day),
            own_job=placement.own_job,
        )
        return dossier, assessor

    def _number(self, day: date) -> str:
        self._numbers[day.year] = self._numbers.get(day.year, 0) + 1
        return f"{day.year}-{self._numbers[day.year]:04}"

    def _phase(self, student: Student, day: date) -> str | None:
        """The phase that the student was in on that day; None before the first one."""
        phases = [phase.code for phase in self._forms[student.programme].instrument.phases]
        then = phases.index(student.phase) - (self._years.current - self._years.of(day))
        return phases[then] if then >= 0 else phases[0] if student.variant == "zij-instroom" else None

    def _assessor(self, programme: str, day: date, until: date) -> Person | None:
        for person in self._draw.sample(self._assessors, len(self._assessors)):
            if isinstance(self._right(person, programme, day, min(until, self._years.today)), Right):
                return person
        return None

    def _right(self, person: Person, programme: str, day: date, set_on: date) -> Right | None:
        right = right_to_assess(person, self._of(person), programme, day, set_on)
        return right if isinstance(right, Right) else None

    def _of(self, person: Person) -> list[Appointment]:
        return [one for one in self._appointments if one.person_id == person.id]

    # --- ending

    def _leave_open(self, past: Past, dossier: Dossier, writer: Writer) -> None:
        sheet, _decision = whole_sheet(self._form(dossier), writer)
        half = replace(dossier, sheet=part_of(sheet, self._form(dossier), self._draw.choice((0.0, 0.25, 0.6, 1.0))))
        past.dossiers.append((half, self._span(half, dossier.created_at + timedelta(minutes=50))))

    def _close(self, past: Past, dossier: Dossier, student: Student, assessor: Person, writer: Writer) -> None:
        reason = writer.common("no_show")
        closed = replace(dossier, state=State.NO_SHOW, state_reason=reason)
        at = dossier.created_at + timedelta(minutes=30)
        content = freeze(self._record(closed, student, assessor, None), None, self._span(closed, at))
        told = {**content, "reason": reason, "state": State.NO_SHOW.value}
        past.entries.append(NewEntry(dossier.id, CLOSED, assessor.id, at, told))
        past.dossiers.append((closed, self._span(closed, at)))

    def _scored(self, dossier: Dossier, writer: Writer, lift: float, *, may_depart: bool = False) -> Dossier:
        """The dossier with a whole sheet; where it may, the assessor comes to goed where the rule says voldoende."""
        sheet, decision = whole_sheet(self._form(dossier), writer, lift)
        insufficient = any(model.tally.insufficient for model in decision.models.values())
        good = sum(model.verdict is Outcome.GOOD for model in decision.models.values())
        if not may_depart or decision.verdict is not Outcome.SUFFICIENT or insufficient or good < _NEARLY_GOOD:
            return replace(dossier, sheet=sheet)
        told = {**sheet.passages, Place.DEPARTURE: writer.common("departure")}
        return replace(dossier, chosen=Outcome.GOOD, sheet=Sheet(sheet.ratings, MappingProxyType(told)))

    def _finish(
        self, past: Past, scored: Dossier, student: Student, assessor: Person, previous_number: str | None = None
    ) -> Dossier:
        at = scored.created_at + timedelta(minutes=self._draw.randrange(60, 200))
        right = self._right(assessor, scored.programme, scored.created_at.date(), at.date())
        record = replace(self._record(scored, student, assessor, right), previous_number=previous_number)
        verdict = record.decision.verdict
        if verdict is None or right is None:
            raise ValueError("only a whole sheet of someone with the right to assess is made final")
        outcome = scored.chosen if scored.chosen is not None else verdict
        content = freeze(record, outcome, self._span(scored, at))
        result = Result(outcome, outcome != verdict, at, content_fingerprint(content))
        final = replace(scored, state=State.FINAL, result=result)
        past.entries.append(NewEntry(scored.id, FROZEN, assessor.id, at, content))
        past.dossiers.append((final, self._span(scored, at)))
        return final

    def _resit(self, past: Past, earlier: Dossier, student: Student, writer: Writer) -> None:
        """The next attempt, when there was time for one: the insufficient models anew, the others taken over."""
        form = self._form(earlier)
        decision = decide(form, earlier.sheet.marks)
        failed = {code for code, model in decision.models.items() if model.verdict is Outcome.INSUFFICIENT}
        later = [day for day in self._days if earlier.created_at.date() + _RESIT_AFTER <= day]
        opened = self._opened(student, self._draw.choice(later[:40]), writer) if later and failed else None
        if opened is None:
            return
        dossier, other = opened
        taken_over = frozenset(model.code for model in form if model.code not in failed)
        resit = replace(
            dossier, attempt=2, previous_id=earlier.id, resit_scope=ResitScope.INSUFFICIENT, taken_over=taken_over,
            phase=earlier.phase,
        )  # fmt: skip
        told = {"number": resit.number, "scope": ResitScope.INSUFFICIENT.value}
        past.entries.append(NewEntry(earlier.id, "resit", other.id, resit.created_at, told))
        fresh, _decision = whole_sheet(form, writer, 0.5)
        scored = replace(resit, sheet=_with_taken_over(form, fresh, earlier.sheet, taken_over))
        self._finish(past, scored, student, other, earlier.number)

    # --- shared

    def _span(self, dossier: Dossier, until: datetime) -> WorkSpan:
        changes = 2 * len(dossier.sheet.ratings) + len(dossier.sheet.passages)
        return WorkSpan(dossier.created_at, until, changes) if changes else NO_WORK

    def _record(self, dossier: Dossier, student: Student, assessor: Person, right: Right | None) -> Record:
        form = self._form(dossier)
        organisation: Organisation | None = self._organisations.get(dossier.organisation_id or "")
        return Record(
            dossier=dossier,
            student=student,
            assessor=assessor,
            instrument=form,
            decision=decide(form, dossier.sheet.marks),
            organisation=organisation,
            right=right,
        )


def _placement_end(placement: Placement, day: date) -> date | None:
    """The end of the stageperiode that a day falls in; of an earlier one nothing is known any more."""
    return placement.end if placement.start <= day else None


def _with_taken_over(form: Instrument, fresh: Sheet, earlier: Sheet, taken_over: frozenset[str]) -> Sheet:
    codes = {one.code for model in form if model.code in taken_over for one in model.criteria}
    ratings = {code: (earlier if code in codes else fresh).rating(code) for code in form.criteria}
    passages = dict(fresh.passages)
    for model in taken_over:
        passages.pop(Place.announced(model), None)
        passages[Place.motivation(model)] = earlier.passage(Place.motivation(model))
    return Sheet(MappingProxyType(ratings), MappingProxyType(passages))
