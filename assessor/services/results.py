"""Results: check a dossier, make it definitief, and everything that can happen to it afterwards.

*Definitief maken* is the examiner setting the result (WHW art. 7.12c); it needs a right to assess on the day of the
activity and today. It freezes ratings, instrument, right and fingerprint, and opens the dossier's chain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assessor.domain.checks import blocking, check
from assessor.domain.dossier import Activity, Dossier, ResitScope, Result, State
from assessor.domain.errors import KnownError
from assessor.domain.finding import Facts, Finding, MentorRule
from assessor.domain.instrument import Instrument, Outcome
from assessor.domain.private_words import WORDS
from assessor.domain.ratings import Passage, Place, Sheet
from assessor.domain.record import Record
from assessor.domain.register import Lack, Right, right_to_assess
from assessor.domain.text import Text, day_text, same
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.midterm.before_practice import foresight_before
from assessor.services.records import CLOSED, FROZEN, Records, content_fingerprint, freeze, frozen_dossier, seal
from assessor.storage.unit import Unit

MENTOR_RULE = "mentor_rule"
"""The setting that holds the house rule for an assessor who is the mentor as well."""
PRIVATE_WORDS = "private_words"
"""The setting that holds the words on health, religion and private life that the check page asks about."""


def private_words(unit: Unit) -> tuple[str, ...]:
    """Those words: the house's own list, else the one as delivered."""
    own = unit.settings.get(PRIVATE_WORDS)
    return WORDS if own is None else tuple(own)


@dataclass(frozen=True, slots=True)
class Review:
    """What the check page shows: the record with its provisional decision, and every finding."""

    record: Record
    findings: tuple[Finding, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing blocks *definitief maken*."""
        return not blocking(self.findings)

    @property
    def outcome(self) -> Outcome | None:
        """The verdict that would be set: the one the assessor came to, or the rule's."""
        chosen = self.record.dossier.chosen
        return chosen if chosen is not None else self.record.decision.verdict


class Results:
    """The use cases from the check page on."""

    def __init__(self, desk: Desk, records: Records) -> None:
        self._desk = desk
        self._records = records

    def review(self, dossier_id: str) -> Review:
        """Everything that the check page shows."""
        with self._desk.workspace.reading() as unit:
            return self._review(unit, unit.dossiers.get(dossier_id))

    def finalise(self, dossier_id: str) -> tuple[Result, Changes]:
        """Set the result. Refuses (KnownError) while anything blocks; then nothing is written."""
        now = self._desk.now()
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            dossier.require_open()
            review = self._review(unit, dossier)
            _refuse_unready(review)
            outcome = review.outcome
            assert outcome is not None  # noqa: S101 - without a verdict something blocks
            content = freeze(review.record, outcome, unit.dossiers.work_span(dossier_id))
            controlegetal = content_fingerprint(content)
            departs = outcome != review.record.decision.verdict
            result = Result(outcome, departs, now, controlegetal)
            unit.dossiers.save(replace(dossier, state=State.FINAL, result=result))
            self._forget_drafts(unit, dossier_id)
            self._seal(unit, dossier, FROZEN, content)
            self._anchor(unit, dossier)
        return result, (Change("dossier", dossier_id),)

    def correct(self, dossier_id: str, reason: str) -> tuple[Dossier, Changes]:
        """Open a new revision of a result, with the reason; each change in it is recorded."""
        reason = _require_reason(reason)
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            _require_result(dossier)
            opened = replace(
                dossier, state=State.CONCEPT, revision=dossier.revision + 1, result=None, announced_on=None
            )
            unit.dossiers.save(opened)
            self._seal(unit, dossier, "reopened", {"reason": reason, "revision": opened.revision})
        return opened, (Change("dossier", dossier_id),)

    def abandon_correction(self, dossier_id: str) -> tuple[Dossier, Changes]:
        """Leave a correction: put back what was frozen and set that result again as it was."""
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            dossier.require_open()
            frozen = next((e for e in reversed(unit.chains.entries(dossier_id)) if e.kind == FROZEN), None)
            if frozen is None or frozen.content is None:
                raise KnownError(
                    "no-correction",
                    Text(
                        "Dit dossier heeft nog geen uitslag om naar terug te gaan.",
                        "This dossier has no result to go back to.",
                    ),
                    Text("Werk gewoon verder in het concept.", "Simply go on in the draft."),
                )
            before = frozen_dossier(frozen.content)
            self._restore_sheet(unit, dossier, before.sheet)
            outcome = Outcome.from_letter(frozen.content["outcome"])
            controlegetal = content_fingerprint(frozen.content)
            rule_verdict = self._records.current(unit, before).decision.verdict
            result = Result(outcome, outcome != rule_verdict, frozen.at, controlegetal)
            restored = replace(before, state=State.FINAL, result=result, revision=dossier.revision)
            unit.dossiers.save(restored)
            self._forget_drafts(unit, dossier_id)
            self._seal(unit, dossier, "abandoned", {"revision": dossier.revision})
        return restored, (Change("dossier", dossier_id),)

    def resit(self, dossier_id: str, scope: ResitScope, activity: Activity) -> tuple[Dossier, Changes]:
        """Open a new dossier for the next attempt, linked to this one; what the scope leaves out is taken over."""
        with self._desk.workspace.writing() as unit:
            actor = self._desk.require_actor()
            earlier = unit.dossiers.get(dossier_id)
            _require_result(earlier)
            instrument = self._desk.instrument_of(earlier)
            taken_over = self._taken_over(unit, earlier, instrument, scope)
            dossier = replace(
                earlier, id=self._desk.new_id(), number=unit.dossiers.next_number(self._desk.now().year),
                assessor_id=actor.id, activity=activity, created_at=self._desk.now(), attempt=earlier.attempt + 1,
                previous_id=earlier.id, resit_scope=scope, taken_over=taken_over, state=State.CONCEPT, revision=1,
                in_place_of="", in_place_reason="", chosen=None, result=None, announced_on=None, sheet=Sheet(),
            )  # fmt: skip
            unit.dossiers.add(dossier, total=len(instrument.criteria))
            self._copy_models(unit, earlier, dossier, instrument)
            self._seal(unit, earlier, "resit", {"number": dossier.number, "scope": scope.value})
        return dossier, (Change("dossier", dossier.id), Change("dossier", earlier.id))

    def close(self, dossier_id: str, state: State, reason: str) -> tuple[Dossier, Changes]:
        """End a concept without a verdict: niet verschenen, afgebroken or ingetrokken, with the reason."""
        if state not in {State.NO_SHOW, State.BROKEN_OFF, State.WITHDRAWN}:
            raise ValueError(f"{state} is no way to close a dossier")
        reason = _require_reason(reason)
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            dossier.require_open()
            closed = replace(dossier, state=state, state_reason=reason)
            record = self._records.current(unit, closed)
            content = freeze(record, None, unit.dossiers.work_span(dossier_id))
            unit.dossiers.save(closed)
            self._forget_drafts(unit, dossier_id)
            self._seal(unit, dossier, CLOSED, {**content, "reason": reason, "state": state.value})
            self._anchor(unit, dossier)
        return closed, (Change("dossier", dossier_id),)

    def announce(self, dossier_id: str, day: date) -> tuple[Dossier, Changes]:
        """Record that the result was announced; an oefendossier has no result to announce."""
        with self._desk.workspace.writing() as unit:
            dossier = unit.dossiers.get(dossier_id)
            result = _require_result(dossier)
            if self._desk.instrument_of(dossier).is_example:
                raise KnownError(
                    "practice-dossier",
                    Text(
                        "Dit is een oefendossier: het instrument is niet vastgesteld.",
                        "This is a practice dossier: its instrument is not established.",
                    ),
                    Text("Een oefendossier wordt niet bekendgemaakt.", "A practice dossier is not announced."),
                )
            _require_possible(day, result.set_at.astimezone(self._desk.now().tzinfo).date(), self._desk.today())
            announced = replace(dossier, state=State.ANNOUNCED, announced_on=day)
            unit.dossiers.save(announced)
            self._seal(unit, dossier, "announced", {"day": day.isoformat()})
        return announced, (Change("dossier", dossier_id),)

    def right(self, dossier_id: str) -> Right | tuple[Lack, ...]:
        """The right of the dossier's assessor to assess its activity today, or what lacks."""
        with self._desk.workspace.reading() as unit:
            return self._right(unit, unit.dossiers.get(dossier_id))

    # --- inside

    def _review(self, unit: Unit, dossier: Dossier) -> Review:
        right = self._right(unit, dossier)
        record = self._records.current(unit, dossier, right if isinstance(right, Right) else None)
        notes = {code: rating.note for code, rating in dossier.sheet.ratings.items() if rating.note}
        same_notes = unit.dossiers.same_note(dossier.id, set(notes.values()))
        facts = Facts(
            today=self._desk.today(),
            assessor_name=record.assessor.name,
            lacks=() if isinstance(right, Right) else right,
            repeated=frozenset(code for code, note in notes.items() if note in same_notes),
            midterm=foresight_before(unit, dossier),
            drafts=_unrecorded(dossier, unit.drafts.of(dossier.id)),
            mentor_rule=MentorRule(unit.settings.get(MENTOR_RULE, MentorRule.BLOCK.value)),
            private_words=private_words(unit),
        )
        return Review(record, check(record.instrument, dossier, record.decision, facts))

    def _right(self, unit: Unit, dossier: Dossier) -> Right | tuple[Lack, ...]:
        today = self._desk.today()
        person = unit.people.get(dossier.assessor_id)
        appointments = unit.appointments.of(person.id)
        return right_to_assess(person, appointments, dossier.programme, dossier.activity.day or today, today)

    def _own(self, unit: Unit, dossier_id: str) -> Dossier:
        dossier = unit.dossiers.get(dossier_id)
        if dossier.assessor_id != self._desk.require_actor().id:
            raise KnownError(
                "not-your-dossier",
                Text("Dit dossier is van een andere beoordelaar.", "This dossier is another assessor's."),
                Text("Alleen die beoordelaar stelt de uitslag vast.", "Only that assessor sets its result."),
            )
        return dossier

    def _seal(self, unit: Unit, dossier: Dossier, kind: str, content: dict[str, Any]) -> None:
        actor = self._desk.require_actor()
        seal(unit, dossier.id, kind, content, actor_id=actor.id, at=self._desk.now())

    def _anchor(self, unit: Unit, dossier: Dossier) -> None:
        """Tie the dossier's chain to the workspace's, so that a whole chain cannot be replaced unseen."""
        unit.chains.anchor(dossier.id, actor_id=self._desk.require_actor().id, at=self._desk.now())

    def _forget_drafts(self, unit: Unit, dossier_id: str) -> None:
        """What undo and crash recovery needed is gone once the result stands (practice text, section 2)."""
        unit.steps.clear(dossier_id)
        for place in unit.drafts.of(dossier_id):
            unit.drafts.drop(dossier_id, place)

    def _restore_sheet(self, unit: Unit, dossier: Dossier, sheet: Sheet) -> None:
        now = self._desk.now()
        for code in dossier.sheet.ratings.keys() | sheet.ratings.keys():
            if dossier.sheet.rating(code) != sheet.rating(code):
                unit.dossiers.set_rating(dossier.id, sheet.rating(code), now)
        for place in dossier.sheet.passages.keys() | sheet.passages.keys():
            if dossier.sheet.passage(place) != sheet.passage(place):
                unit.dossiers.set_passage(dossier.id, Passage(place, sheet.passage(place)), now)

    def _taken_over(self, unit: Unit, earlier: Dossier, instrument: Instrument, scope: ResitScope) -> frozenset[str]:
        if scope is ResitScope.ALL:
            return frozenset()
        if scope is ResitScope.ACTIVITY:
            return frozenset(model.code for model in instrument if model.needs_source)
        decision = self._records.current(unit, earlier).decision
        return frozenset(
            code for code, model in decision.models.items() if model.verdict not in (None, Outcome.INSUFFICIENT)
        )

    def _copy_models(self, unit: Unit, earlier: Dossier, dossier: Dossier, instrument: Instrument) -> None:
        now = self._desk.now()
        for model in instrument:
            if model.code not in dossier.taken_over:
                continue
            for criterion in model.criteria:
                unit.dossiers.set_rating(dossier.id, earlier.sheet.rating(criterion.code), now)
            for place, text in earlier.sheet.passages.items():
                if place == Place.motivation(model.code) or (model.formative and place.startswith("formative:")):
                    unit.dossiers.set_passage(dossier.id, Passage(place, text), now)


def _refuse_unready(review: Review) -> None:
    obstacles = blocking(review.findings)
    if not obstacles:
        return
    lack = next((finding for finding in obstacles if finding.place == "right"), None)
    if lack is not None:
        raise KnownError(
            "no-right-to-assess", lack.what, Text("Het dossier blijft een concept.", "The dossier stays a draft.")
        )
    raise KnownError(
        "not-ready",
        Text("Er zijn nog {count} punten die eerst af moeten.", "{count} points have to be settled first.").fill(
            count=len(obstacles)
        )
        if len(obstacles) > 1
        else Text("Er is nog één punt dat eerst af moet.", "One point has to be settled first."),
        Text("Kijk op de controlepagina.", "See the check page."),
        same(review.record.dossier.number),
    )


def _require_result(dossier: Dossier) -> Result:
    if dossier.state.has_result and dossier.result is not None:
        return dossier.result
    raise KnownError(
        "no-result",
        Text("Dit dossier heeft geen uitslag.", "This dossier has no result."),
        Text("Maak het eerst definitief.", "Make it final first."),
    )


def _require_possible(announced: date, final: date, today: date) -> None:
    """The day of announcement starts the term of appeal, so a slip of the pen is refused."""
    if final <= announced <= today:
        return
    raise KnownError(
        "announcement-day",
        Text(
            "Op {day} kan deze uitslag niet bekendgemaakt zijn.", "This result cannot have been announced on {day}."
        ).fill(day=day_text(announced)),
        Text(
            "Kies een dag van {final} tot en met vandaag.", "Choose a day from {final} up to and including today."
        ).fill(final=day_text(final)),
    )


def _require_reason(reason: str) -> str:
    reason = reason.strip()
    if len(reason.split()) < 2:
        raise KnownError(
            "reason-missing",
            Text("Hier hoort een reden bij.", "This needs a reason."),
            Text("Schrijf in een zin waarom.", "Write in one sentence why."),
        )
    return reason


def _unrecorded(dossier: Dossier, drafts: dict[str, str]) -> frozenset[str]:
    """The places whose draft says something else than what is recorded there."""
    left = set()
    for place, text in drafts.items():
        kind, _, code = place.partition(":")
        recorded = dossier.sheet.rating(code).note if kind == "note" else dossier.sheet.passage(place)
        if text.strip() != recorded.strip():
            left.add(place)
    return frozenset(left)
