"""Practice assessments while they are open: start one, score it, write in it, take a step back.

Every method commits before it returns; what the screen then shows as saved is on disk. Only the dossier's own assessor
fills in its sheet. In a correction (revision 2 and on) each change is also an entry of the dossier's chain.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from assessor.domain.dossier import Activity, Dossier, InstrumentKey
from assessor.domain.errors import KnownError
from assessor.domain.form_proposals import Taken
from assessor.domain.instrument import Instrument, Kind, Outcome
from assessor.domain.ratings import Entry, Passage, Rating, Source, Step
from assessor.domain.text import Text, same
from assessor.instruments import canonical
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.records import seal
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Start:
    """What a new assessment begins with; organisation and supervisor come from the placement when left empty."""

    student_id: str
    activity: Activity = field(default_factory=Activity)
    organisation_id: str | None = None
    supervisor: str = ""
    variant: str = ""
    phase: str = ""
    in_place_of: str = ""
    in_place_reason: str = ""


class Assessments:
    """The use cases of an open practice assessment."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- start

    def instrument_for(self, student_id: str, day: date, variant: str = "", phase: str = "") -> Instrument:
        """The instrument that a student's opleiding, variant and phase choose for an activity on `day`.

        Raises KnownError when none, or none of that study year, is there.
        """
        with self._desk.workspace.reading() as unit:
            student = unit.students.get(student_id)
        return self._desk.catalogue.choose(
            Kind.PRACTICE, student.programme, variant or student.variant, phase or student.phase, day
        )

    def start(self, start: Start) -> tuple[Dossier, Changes]:
        """Open a dossier; it freezes the instrument that is valid on the day of the activity (or today)."""
        assessor = self._desk.require_actor()
        _require_reason_to_stand_in(start.in_place_of, start.in_place_reason)
        now = self._desk.now()
        day = start.activity.day or now.date()
        instrument = self.instrument_for(start.student_id, day, start.variant, start.phase)
        key = InstrumentKey(instrument.id, instrument.version, canonical.fingerprint(instrument))
        with self._desk.workspace.writing() as unit:
            student = unit.students.get(start.student_id)
            placement = max(unit.placements.of(student.id), key=lambda one: one.start, default=None)
            unit.instruments.keep(key, canonical.canonical(instrument))
            dossier = Dossier(
                id=self._desk.new_id(),
                number=unit.dossiers.next_number(now.year),
                student_id=student.id,
                assessor_id=assessor.id,
                instrument=key,
                programme=student.programme,
                variant=start.variant or student.variant,
                phase=start.phase or student.phase,
                activity=start.activity,
                created_at=now,
                organisation_id=start.organisation_id or (placement.organisation_id if placement else None),
                supervisor=start.supervisor or (placement.supervisor if placement else ""),
                placement_end=placement.end if placement else None,
                own_job=placement.own_job if placement else False,
                in_place_of=start.in_place_of.strip(),
                in_place_reason=start.in_place_reason.strip() if start.in_place_of.strip() else "",
            )
            unit.dossiers.add(dossier, total=len(instrument.criteria))
        return dossier, (Change("dossier", dossier.id),)

    # --- score and write

    def rate(self, dossier_id: str, criterion: str, mark: str | None) -> tuple[Rating, Changes]:
        """Set a criterion's mark: a level code, N, or None to clear it. Refuses a mark that its scale does not have."""
        return self._set_rating(dossier_id, criterion, lambda rating: replace(rating, mark=mark))

    def note(self, dossier_id: str, criterion: str, text: str) -> tuple[Rating, Changes]:
        """Set the toelichting of a criterion (with N: why it was not observed)."""
        return self._set_rating(dossier_id, criterion, lambda rating: replace(rating, note=text.strip()))

    def set_sources(self, dossier_id: str, criterion: str, sources: frozenset[Source]) -> tuple[Rating, Changes]:
        """Set where the assessor knows it from."""
        return self._set_rating(dossier_id, criterion, lambda rating: replace(rating, sources=sources))

    def take_over(self, dossier_id: str, criterion: str, words: str) -> tuple[Rating, Changes]:
        """Put the words of an aantekening at the end of a toelichting; where a bron is asked, it is *zelf gezien*."""
        words = words.strip()

        def added(rating: Rating) -> Rating:
            if not words or words in rating.note:
                return rating
            note = f"{rating.note} {words}" if rating.note else words
            return replace(rating, note=note, sources=rating.sources | seen)

        with self._desk.workspace.reading() as unit:
            model = self._desk.instrument_of(unit.dossiers.get(dossier_id)).model_of.get(criterion)
        seen = frozenset({Source.SEEN} if model is not None and model.needs_source else ())
        return self._set_rating(dossier_id, criterion, added)

    def write(self, dossier_id: str, place: str, text: str) -> tuple[Passage, Changes]:
        """Set the passage at a place of the sheet (see `assessor.domain.ratings.Place`)."""
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            before = Passage(place, dossier.sheet.passage(place))
            after = Passage(place, text.strip())
            self._record(unit, dossier, before, after)
            unit.drafts.drop(dossier_id, place)
        return after, (Change("dossier", dossier_id, place),)

    def describe(self, dossier_id: str, change: Callable[[Dossier], Dossier]) -> tuple[Dossier, Changes]:
        """Change what the dossier says of activity, organisation and supervisor.

        Args:
            dossier_id: the dossier.
            change: answers the dossier with other values; only descriptive fields are taken over.
        """
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            wanted = change(dossier)
            _require_reason_to_stand_in(wanted.in_place_of, wanted.in_place_reason)
            described = replace(
                dossier,
                activity=wanted.activity,
                organisation_id=wanted.organisation_id,
                supervisor=wanted.supervisor.strip(),
                own_job=wanted.own_job,
                placement_end=wanted.placement_end,
                in_place_of=wanted.in_place_of.strip(),
                in_place_reason=wanted.in_place_reason.strip() if wanted.in_place_of.strip() else "",
            )
            if described != dossier:
                unit.dossiers.save(described)
                self._log_correction(unit, dossier, "description", _description(dossier), _description(described))
        return described, (Change("dossier", dossier_id, "description"),)

    def choose(self, dossier_id: str, outcome: Outcome | None) -> tuple[Dossier, Changes]:
        """Come to another verdict than the rule, or (None) follow the rule again."""
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            chosen = replace(dossier, chosen=outcome)
            unit.dossiers.save(chosen)
            letters = [one.letter if one is not None else None for one in (dossier.chosen, outcome)]
            self._log_correction(unit, dossier, "verdict", letters[0], letters[1])
        return chosen, (Change("dossier", dossier_id, "verdict"),)

    def enter(self, unit: Unit, dossier_id: str, taken: Taken) -> Changes:
        """Enter what a returned form brings, inside the caller's unit of work; each entry is a step of its own."""
        dossier = self._own(unit, dossier_id)
        instrument = self._desk.instrument_of(dossier)
        if taken.activity is not None:
            described = replace(dossier, activity=taken.activity)
            unit.dossiers.save(described)
            self._log_correction(unit, dossier, "description", _description(dossier), _description(described))
        for entry in taken.entries:
            if isinstance(entry, Rating):
                check_rating(instrument, dossier, entry)
                before = dossier.sheet.rating(entry.criterion)
                self._record(unit, dossier, before, entry)
                if entry.note != before.note:
                    unit.drafts.drop(dossier_id, f"note:{entry.criterion}")
            else:
                self._record(unit, dossier, Passage(entry.place, dossier.sheet.passage(entry.place)), entry)
                unit.drafts.drop(dossier_id, entry.place)
        return (Change("dossier", dossier_id),)

    # --- text being typed

    def keep_draft(self, dossier_id: str, place: str, text: str) -> None:
        """Save text that is being typed, so that a crash loses nothing; it is no recorded change yet."""
        with self._desk.workspace.writing() as unit:
            unit.drafts.put(dossier_id, place, text, self._desk.now())

    def drafts(self, dossier_id: str) -> dict[str, str]:
        """Text that was being typed when the program stopped, by place (``note:CODE`` or a passage's place)."""
        with self._desk.workspace.reading() as unit:
            return unit.drafts.of(dossier_id)

    # --- a step back

    def undo(self, dossier_id: str) -> tuple[Step | None, Changes]:
        """Take back the last change by a compensating one; None when there is nothing to take back."""
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            step = unit.steps.last_done(dossier_id)
            return self._move(unit, dossier, step, undone=True)

    def redo(self, dossier_id: str) -> tuple[Step | None, Changes]:
        """Do again what was last taken back; None when there is nothing to do again."""
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            step = unit.steps.first_undone(dossier_id)
            return self._move(unit, dossier, step, undone=False)

    def _move(self, unit: Unit, dossier: Dossier, step: Step | None, *, undone: bool) -> tuple[Step | None, Changes]:
        if step is None:
            return None, ()
        old, new = (step.after, step.before) if undone else (step.before, step.after)
        self._apply(unit, dossier, old, new)
        unit.steps.mark(dossier.id, step.number, undone)
        return step, (Change("dossier", dossier.id, place_of(new)),)

    # --- inside

    def _set_rating(
        self, dossier_id: str, criterion: str, change: Callable[[Rating], Rating]
    ) -> tuple[Rating, Changes]:
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, dossier_id)
            before = dossier.sheet.rating(criterion)
            after = change(before)
            check_rating(self._desk.instrument_of(dossier), dossier, after)
            self._record(unit, dossier, before, after)
            if after.note != before.note or not after.note:
                unit.drafts.drop(dossier_id, f"note:{criterion}")
        return after, (Change("dossier", dossier_id, f"rating:{criterion}"),)

    def _own(self, unit: Unit, dossier_id: str) -> Dossier:
        dossier = unit.dossiers.get(dossier_id)
        dossier.require_open()
        if dossier.assessor_id != self._desk.require_actor().id:
            raise KnownError(
                "not-your-dossier",
                Text("Dit dossier is van een andere beoordelaar.", "This dossier is another assessor's."),
                Text(
                    "Je kunt het lezen; alleen die beoordelaar vult het in.",
                    "You can read it; only that assessor fills it in.",
                ),
            )
        return dossier

    def _record(self, unit: Unit, dossier: Dossier, before: Entry, after: Entry) -> None:
        if before == after:
            return
        self._apply(unit, dossier, before, after)
        unit.steps.push(dossier.id, before, after)

    def _apply(self, unit: Unit, dossier: Dossier, before: Entry, after: Entry) -> None:
        if isinstance(after, Rating):
            unit.dossiers.set_rating(dossier.id, after, self._desk.now())
        else:
            unit.dossiers.set_passage(dossier.id, after, self._desk.now())
        self._log_correction(unit, dossier, place_of(after), entry_content(before), entry_content(after))

    def _log_correction(self, unit: Unit, dossier: Dossier, place: str, old: object, new: object) -> None:
        """From *definitief* on everything is recorded, so also each change of a correction."""
        if dossier.revision == 1 or old == new:
            return
        content = {"place": place, "old": old, "new": new}
        seal(unit, dossier.id, "changed", content, actor_id=self._desk.require_actor().id, at=self._desk.now())


def _require_reason_to_stand_in(in_place_of: str, reason: str) -> None:
    """Somebody who assesses in place of another says why (practice text, section 1)."""
    if in_place_of.strip() and not reason.strip():
        raise KnownError(
            "replacement-unexplained",
            Text(
                "Je beoordeelt in plaats van iemand anders; de reden ontbreekt.",
                "You assess in place of somebody else; the reason is missing.",
            ),
            Text("Schrijf op waarom, bijvoorbeeld ‘ziek’.", "Write down why, for example ‘ill’."),
        )


def check_rating(instrument: Instrument, dossier: Dossier, rating: Rating) -> None:
    """Refuse a rating outside the instrument, its scale, or in a model that the resit took over (KnownError)."""
    where = same(f"{dossier.number}, {rating.criterion}")
    model = instrument.model_of.get(rating.criterion)
    if model is None:
        raise KnownError(
            "criterion-unknown",
            Text("Dit instrument heeft zo'n criterium niet.", "This instrument has no such criterion."),
            Text("Gebruik een code van het formulier.", "Use a code of the form."),
            where,
        )
    if model.code in dossier.taken_over:
        raise KnownError(
            "model-taken-over",
            Text(
                "{model} is overgenomen uit een eerdere poging.", "{model} was taken over from an earlier attempt."
            ).fill(model=model.label),
            Text("Beoordeel alleen de andere modellen.", "Assess the other models only."),
            where,
        )
    if rating.mark is not None and rating.mark not in model.scale.marks:
        raise KnownError(
            "level-unknown",
            Text("Dit niveau staat niet in de schaal.", "This level is not in the scale."),
            Text("Kies uit {marks}.", "Choose from {marks}.").fill(marks=", ".join(model.scale.marks)),
            where,
        )


def place_of(entry: Entry) -> str:
    """Where an entry stands: ``rating:CODE`` or the passage's place."""
    return f"rating:{entry.criterion}" if isinstance(entry, Rating) else entry.place


def entry_content(entry: Entry) -> object:
    """An entry as the chain records it: text, or mark, note and sorted sources."""
    if isinstance(entry, Passage):
        return entry.text
    return {"mark": entry.mark, "note": entry.note, "sources": sorted(entry.sources)}


def _description(dossier: Dossier) -> dict[str, object]:
    day = dossier.activity.day
    return {
        "day": day.isoformat() if day else None,
        "group": dossier.activity.group,
        "subject": dossier.activity.subject,
        "organisation": dossier.organisation_id,
        "supervisor": dossier.supervisor,
        "own_job": dossier.own_job,
        "placement_end": dossier.placement_end.isoformat() if dossier.placement_end else None,
        "in_place_of": dossier.in_place_of,
        "in_place_reason": dossier.in_place_reason,
    }
