"""What a returned form would change in a dossier, place by place; nothing is taken over unless it is chosen.

Advice never proposes a level: it stands beside the criterion, and its example can become the toelichting with the
mentor as its source (practice text, section 3).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessor.domain.dossier import Activity, Dossier
from assessor.domain.dossier_forms import ACTIVITY_DAY, ACTIVITY_GROUP, ACTIVITY_SUBJECT, source_name
from assessor.domain.form_parts import level_name, note_name
from assessor.domain.forms import FormKind
from assessor.domain.instrument import Instrument, Model
from assessor.domain.ratings import Entry, Passage, Place, Rating, Sheet, Source
from assessor.domain.text import Text, day_text, listing, same

_NOTHING = same("")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One place that would change.

    Attributes:
        place: its name, for choosing it.
        label: what it is called.
        now: what stands there; empty when nothing does.
        then: what would stand there.
        change: the entry, or the activity, that would replace what stands there.
    """

    place: str
    label: Text
    now: Text
    then: Text
    change: Entry | Activity

    @property
    def fills(self) -> bool:
        """Whether nothing stands there yet, so that nothing is lost."""
        return self.now.is_empty


@dataclass(frozen=True, slots=True)
class Taken:
    """What replaces what in a dossier: entries of the sheet, and the activity when that changes."""

    entries: tuple[Entry, ...]
    activity: Activity | None


@dataclass(frozen=True, slots=True)
class Advice:
    """What the mentor says of one criterion: a level in words (None when none was chosen) and an example."""

    level: Text | None
    example: str


def advice_of(instrument: Instrument, answers: Mapping[str, str]) -> dict[str, Advice]:
    """The mentor's advice by criterion code; criteria about which nothing was said are left out."""
    found = {}
    for code, model in instrument.model_of.items():
        mark, example = answers.get(level_name(code)), answers.get(note_name(code), "")
        if mark is not None or example:
            found[code] = Advice(None if mark is None else model.scale.word(mark), example)
    return found


def proposals(
    kind: FormKind, instrument: Instrument, dossier: Dossier, answers: Mapping[str, str]
) -> tuple[Proposal, ...]:
    """Every place that would change, in the order of the form; models that a resit took over are left alone."""
    if kind is FormKind.ADVICE:
        return tuple(_advised(instrument, dossier, answers))
    return (*_activity(dossier.activity, answers), *_sheet(instrument, dossier, answers))


def taken(dossier: Dossier, chosen: Collection[Proposal]) -> Taken:
    """The chosen proposals together: several of one criterion or of the activity become one change."""
    ratings: dict[str, Rating] = {}
    passages: list[Entry] = []
    activity = dossier.activity
    for one in chosen:
        if isinstance(one.change, Passage):
            passages.append(one.change)
        elif isinstance(one.change, Rating):
            code = one.change.criterion
            ratings[code] = _merged(one.place, ratings.get(code) or dossier.sheet.rating(code), one.change)
        else:
            name = _ACTIVITY[one.place]
            activity = replace(activity, **{name: getattr(one.change, name)})
    return Taken((*ratings.values(), *passages), None if activity == dossier.activity else activity)


def _merged(place: str, rating: Rating, change: Rating) -> Rating:
    """The rating with the part that this place is about."""
    part = place.partition(":")[0]
    if part == "level":
        return replace(rating, mark=change.mark)
    if part == "note":
        return replace(rating, note=change.note, sources=rating.sources | change.sources)
    return replace(rating, sources=change.sources)


# --- activity

_ACTIVITY = {ACTIVITY_DAY: "day", ACTIVITY_GROUP: "group", ACTIVITY_SUBJECT: "subject"}
_ACTIVITY_WORDS = {
    ACTIVITY_DAY: Text("Datum van de activiteit", "Date of the activity"),
    ACTIVITY_GROUP: Text("Groep", "Group"),
    ACTIVITY_SUBJECT: Text("Vak of onderwerp", "Subject"),
}


def _activity(activity: Activity, answers: Mapping[str, str]) -> Iterator[Proposal]:
    for place, label in _ACTIVITY_WORDS.items():
        written = answers.get(place)
        if written is None:
            continue
        change = _changed(activity, place, written)
        if change != activity:
            now, then = (getattr(one, _ACTIVITY[place]) for one in (activity, change))
            yield Proposal(place, label, _said(now), _said(then), change)


def _changed(activity: Activity, place: str, written: str) -> Activity:
    if place == ACTIVITY_DAY:
        return replace(activity, day=date.fromisoformat(written))
    return replace(activity, group=written) if place == ACTIVITY_GROUP else replace(activity, subject=written)


def _said(value: date | str | None) -> Text:
    return day_text(value) if isinstance(value, date) else same(value or "")


# --- what the sheet says


def _sheet(instrument: Instrument, dossier: Dossier, answers: Mapping[str, str]) -> Iterator[Proposal]:
    for model in instrument:
        if model.code in dossier.taken_over:
            continue
        for criterion in model.criteria:
            yield from _rating(model, dossier.sheet.rating(criterion.code), answers)
        for place, label in _passages(instrument, model):
            yield from _passage(place, label, dossier.sheet, answers)
    for place, label in _OF_THE_WHOLE.items():
        yield from _passage(place, label, dossier.sheet, answers)


def _rating(model: Model, now: Rating, answers: Mapping[str, str]) -> Iterator[Proposal]:
    code = now.criterion
    mark, note = answers.get(level_name(code)), answers.get(note_name(code))
    if mark is not None and mark != now.mark:
        was = _NOTHING if now.mark is None else model.scale.word(now.mark)
        yield Proposal(level_name(code), _of(code, _LEVEL), was, model.scale.word(mark), Rating(code, mark))
    if note is not None and note != now.note:
        yield Proposal(note_name(code), _of(code, _NOTE), same(now.note), same(note), Rating(code, note=note))
    sources = frozenset(one for one in Source if source_name(code, one) in answers)
    if sources and sources != now.sources:
        change = Rating(code, sources=sources)
        yield Proposal(f"sources:{code}", _of(code, _SOURCES), _words(now.sources), _words(sources), change)


def _passages(instrument: Instrument, model: Model) -> Iterator[tuple[str, Text]]:
    for item in model.formative:
        if item.free_title:
            yield Place.formative_title(item.code), _of(item.code, Text("onderwerp", "subject"))
        for number, question in enumerate(instrument.formative_questions):
            yield Place.formative_answer(item.code, number), _of(item.code, question)
    yield Place.motivation(model.code), Text("Motivering van {model}", "Motivation of {model}").fill(model=model.label)
    announced = Text("{model}: wanneer besproken", "{model}: when discussed").fill(model=model.label)
    yield Place.announced(model.code), announced


def _passage(place: str, label: Text, sheet: Sheet, answers: Mapping[str, str]) -> Iterator[Proposal]:
    written, now = answers.get(place), sheet.passage(place)
    if written is not None and written != now:
        yield Proposal(place, label, same(now), same(written), Passage(place, written))


# --- what the mentor says


def _advised(instrument: Instrument, dossier: Dossier, answers: Mapping[str, str]) -> Iterator[Proposal]:
    for code, advice in advice_of(instrument, answers).items():
        now = dossier.sheet.rating(code)
        untouched = instrument.model_of[code].code not in dossier.taken_over
        # What stands there stays: the example comes under it, once.
        if untouched and advice.example and advice.example not in now.note:
            note = "\n".join(part for part in (now.note, advice.example) if part)
            change = Rating(code, note=note, sources=frozenset({Source.MENTOR}))
            yield Proposal(note_name(code), _of(code, _FROM_MENTOR), same(now.note), same(note), change)


_LEVEL, _NOTE = Text("niveau", "level"), Text("toelichting", "explanation")
_SOURCES = Text("bron", "source")
_FROM_MENTOR = Text("toelichting, met de mentor als bron", "explanation, with the mentor as source")
_OF_THE_WHOLE: Mapping[str, Text] = {
    Place.STRENGTH: Text("Sterk punt", "Strong point"),
    Place.DEVELOPMENT: Text("Ontwikkelpunt", "Development point"),
    Place.APPRECIATION: Text("Waardering", "Appreciation"),
}


def _of(code: str, label: Text) -> Text:
    return same(f"{code} ") + label


def _words(sources: frozenset[Source]) -> Text:
    return listing([one.word for one in Source if one in sources])
