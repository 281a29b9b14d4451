"""Records: a dossier with all it refers to, frozen at *definitief maken* and thawed for paper and verification."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from assessor.domain.decision import decide
from assessor.domain.dossier import Dossier, State
from assessor.domain.instrument import Instrument, Outcome
from assessor.domain.organisation import Organisation
from assessor.domain.people import Person
from assessor.domain.record import Event, Record
from assessor.domain.register import Right
from assessor.domain.student import Student
from assessor.domain.text import Text, day_text, listing
from assessor.services.desk import Desk
from assessor.storage.dossier_rows import WorkSpan
from assessor.storage.links import fingerprint
from assessor.storage.repositories.chains import ChainEntry
from assessor.storage.unit import Unit

if TYPE_CHECKING:
    from cattrs import Converter

FROZEN = "finalised"
"""The kind of the chain entry that holds a frozen record."""
CLOSED = "closed"
"""The kind of the chain entry that holds the record of a dossier that ended without a verdict."""


class Records:
    """Takes and thaws records."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take(self, dossier_id: str) -> Record:
        """The record for paper: of a result the frozen one, of a concept as it stands now."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.get(dossier_id)
            return self.of(unit, dossier)

    def of(self, unit: Unit, dossier: Dossier) -> Record:
        """The record of a dossier inside a unit of work."""
        entries = unit.chains.entries(dossier.id)
        frozen = next((entry for entry in reversed(entries) if entry.kind in {FROZEN, CLOSED}), None)
        history = tuple(_history(unit, entries, self._desk.instrument_of(dossier)))
        if dossier.state is State.CONCEPT or frozen is None or frozen.content is None:
            return replace(self.current(unit, dossier), history=history)
        record = self.thaw(frozen.content, dossier)
        return replace(record, history=history)

    def current(self, unit: Unit, dossier: Dossier, right: Right | None = None) -> Record:
        """The record of a dossier from the rows as they are now."""
        instrument = self._desk.instrument_of(dossier)
        previous = unit.dossiers.get(dossier.previous_id) if dossier.previous_id else None
        return Record(
            dossier=dossier,
            student=unit.students.get(dossier.student_id),
            assessor=unit.people.get(dossier.assessor_id),
            instrument=instrument,
            decision=decide(instrument, dossier.sheet.marks),
            organisation=unit.organisations.get(dossier.organisation_id) if dossier.organisation_id else None,
            right=right,
            previous_number=previous.number if previous else None,
        )

    def thaw(self, content: Mapping[str, Any], dossier: Dossier) -> Record:
        """A frozen record again; state, result and announcement come from the dossier, which may have moved on."""
        frozen = _converter().structure(content["record"], FrozenRecord)
        instrument = self._desk.instrument_of(dossier)
        kept = replace(
            frozen.dossier, state=dossier.state, result=dossier.result, announced_on=dossier.announced_on,
            counts_as_attempt=dossier.counts_as_attempt,
        )  # fmt: skip
        return Record(
            dossier=kept,
            student=frozen.student,
            assessor=frozen.assessor,
            instrument=instrument,
            decision=decide(instrument, kept.sheet.marks),
            organisation=frozen.organisation,
            right=frozen.right,
            previous_number=frozen.previous_number,
        )


# --- freezing


@dataclass(frozen=True, slots=True)
class FrozenRecord:
    """What the chain keeps of a record: all but the instrument, which its fingerprint names."""

    dossier: Dossier
    student: Student
    assessor: Person
    organisation: Organisation | None
    right: Right | None
    previous_number: str | None


def freeze(record: Record, outcome: Outcome | None, span: WorkSpan) -> dict[str, Any]:
    """The content of the chain entry of a result: the record, the outcome, the rule's reasons, how it came about."""
    frozen = FrozenRecord(
        replace(record.dossier, result=None, announced_on=None, counts_as_attempt=None),
        record.student,
        record.assessor,
        record.organisation,
        record.right,
        record.previous_number,
    )
    return {
        "record": _converter().unstructure(frozen),
        "outcome": outcome.letter if outcome is not None else None,
        "reasons": {
            "whole": _both(record.decision.reason),
            "models": {code: _both(model.reason) for code, model in record.decision.models.items()},
        },
        "work": {
            "start": span.first_change.isoformat() if span.first_change else None,
            "end": span.last_change.isoformat() if span.last_change else None,
            "changes": span.number_of_changes,
        },
    }


def frozen_dossier(content: Mapping[str, Any]) -> Dossier:
    """The dossier inside a frozen record, with its sheet."""
    return _converter().structure(content["record"], FrozenRecord).dossier


_BESIDE = frozenset({"imprint", "reason", "state"})
"""What a chain entry holds beside the frozen record itself."""


def content_fingerprint(content: Mapping[str, Any]) -> str:
    """The controlegetal of a frozen record: sha256 in hex of its canonical form (RFC 8785)."""
    return fingerprint({key: value for key, value in content.items() if key not in _BESIDE})


def seal(
    unit: Unit, dossier_id: str, kind: str, content: Mapping[str, Any], *, actor_id: str, at: datetime
) -> ChainEntry:
    """Add an entry to a dossier's chain with the imprint of its rows as they are now; call it after they are saved."""
    sealed = {**content, "imprint": unit.dossiers.imprint(dossier_id)}
    return unit.chains.append(dossier_id, kind=kind, actor_id=actor_id, at=at, content=sealed)


def _both(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en}


@cache
def _converter() -> Converter:
    """Turns domain values into JSON and back; sets are sorted, so that equal values freeze to equal bytes."""
    from cattrs.preconf.json import make_converter

    converter = make_converter()
    converter.register_unstructure_hook_func(lambda kind: getattr(kind, "__origin__", None) is frozenset, sorted)
    return converter


# --- history

_EVENT_WORDS = {
    FROZEN: Text("Definitief gemaakt", "Made final"),
    CLOSED: Text("Afgesloten zonder oordeel", "Closed without a verdict"),
    "reopened": Text("Correctie begonnen", "Correction begun"),
    "changed": Text("Gewijzigd in correctie: {place}", "Changed in correction: {place}"),
    "announced": Text("Bekendgemaakt op {day}", "Announced on {day}"),
    "attempt": Text("Telt als poging: {answer}", "Counts as an attempt: {answer}"),
    "abandoned": Text("Correctie gestaakt", "Correction abandoned"),
    "resit": Text("Herkansing geopend", "Resit opened"),
    "attached": Text("Bijlage toegevoegd", "Attachment added"),
    "detached": Text("Bijlage verwijderd", "Attachment removed"),
}


def _history(unit: Unit, entries: list[ChainEntry], instrument: Instrument) -> list[Event]:
    names: dict[str, str] = {}
    events = []
    for entry in entries:
        if entry.actor_id not in names:
            names[entry.actor_id] = unit.people.get(entry.actor_id).name
        content = entry.content or {}
        what = _EVENT_WORDS[entry.kind].fill(
            place=_changed_words(content, instrument),
            day=day_text(datetime.fromisoformat(content["day"]).date()) if "day" in content else "",
            answer=Text("ja", "yes") if content.get("counts") else Text("nee", "no"),
        )
        events.append(Event(entry.at, names[entry.actor_id], what, str(content.get("reason", ""))))
    return events


def _changed_words(content: Mapping[str, Any], instrument: Instrument) -> Text:
    """What was changed, a level with the old and the new one; texts themselves stay in the chain."""
    place = str(content.get("place", ""))
    kind, _, code = place.partition(":")
    old, new = content.get("old"), content.get("new")
    if kind != "rating" or code not in instrument.model_of or not isinstance(old, dict) or not isinstance(new, dict):
        return _place_words(place)
    scale = instrument.model_of[code].scale
    said = []
    if old["mark"] != new["mark"]:
        marks = {
            name: scale.word(one["mark"]) if one["mark"] else _NO_LEVEL
            for name, one in content.items()
            if name in {"old", "new"}
        }
        said.append(
            Text("criterium {code} van {old} naar {new}", "criterion {code} from {old} to {new}").fill(
                code=code, **marks
            )
        )
    if old["note"] != new["note"]:
        said.append(Text("toelichting bij {code}", "explanation of {code}").fill(code=code))
    if old["sources"] != new["sources"]:
        said.append(Text("bron bij {code}", "source of {code}").fill(code=code))
    return listing(said)


_NO_LEVEL = Text("geen niveau", "no level")


def _place_words(place: str) -> Text:
    kind, _, code = place.partition(":")
    words = {
        "rating": Text("criterium {code}", "criterion {code}"),
        "motivation": Text("motivering van model {code}", "motivation of model {code}"),
        "announced": Text("eerdere bespreking, model {code}", "earlier discussion, model {code}"),
        "formative": Text("formatief item {code}", "formative item {code}"),
        "strength": Text("sterk punt", "strong point"),
        "development": Text("ontwikkelpunt", "development point"),
        "appreciation": Text("waardering", "appreciation"),
        "departure": Text("motivering van het andere oordeel", "motivation of the other verdict"),
        "description": Text("gegevens van de activiteit", "details of the activity"),
        "verdict": Text("gekozen oordeel", "chosen verdict"),
        "student_remark": Text("opmerking van de student", "remark of the student"),
    }
    return words.get(kind, Text("{code}", "{code}")).fill(code=code or place)
