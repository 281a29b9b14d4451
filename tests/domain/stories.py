"""Sheets and dossiers as an assessor leaves them, for the stories of the domain's tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from assessor.domain.dossier import Activity, Dossier, InstrumentKey
from assessor.domain.instrument import Instrument
from assessor.domain.ratings import Place, Rating, Sheet, Source
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms

CATALOGUE = Catalogue(forms())
PABO = CATALOGUE.get("pabo-praktijkbeoordeling")
AD = CATALOGUE.get("ad-praktijkbeoordeling")
TODAY = date(2026, 1, 20)
ACTIVITY_DAY = date(2026, 1, 19)
MOTIVATION = "De student laat in meerdere situaties zien dat dit model op basisniveau is."


def complete_sheet(instrument: Instrument, **changes: Rating) -> Sheet:
    """Everything scored voldoende with a note, a source and all motivations; `changes` replace ratings by any name."""
    ratings = {code: Rating(code, "V", f"Gezien bij {code}.", frozenset({Source.SEEN})) for code in instrument.criteria}
    ratings |= {rating.criterion: rating for rating in changes.values()}
    first = instrument.models[0].criteria[0].code
    ratings[first] = replace(ratings[first], mark="G") if first not in _codes(changes) else ratings[first]
    for model in instrument.models[1:]:
        code = model.criteria[-1].code
        if code not in _codes(changes):
            ratings[code] = replace(ratings[code], mark="G")
    passages = {Place.motivation(model.code): MOTIVATION for model in instrument}
    return Sheet(ratings, passages | {Place.STRENGTH: "Je ziet elk kind.", Place.DEVELOPMENT: "Bouw rust in."})


def _codes(changes: dict[str, Rating]) -> set[str]:
    return {rating.criterion for rating in changes.values()}


def dossier_on(instrument: Instrument, sheet: Sheet | None = None) -> Dossier:
    """A dossier with everything filled in."""
    return Dossier(
        id="d1",
        number="2026-0001",
        student_id="s1",
        assessor_id="p1",
        instrument=InstrumentKey(instrument.id, instrument.version, "0" * 64),
        programme=instrument.programme,
        variant=instrument.variants[0],
        phase=instrument.phases[0].code,
        activity=Activity(ACTIVITY_DAY, "groep 5", "Breuken"),
        created_at=datetime(2026, 1, 19, 8, tzinfo=UTC),
        organisation_id="o1",
        supervisor="Mees Appelboom",
        sheet=sheet if sheet is not None else complete_sheet(instrument),
    )
