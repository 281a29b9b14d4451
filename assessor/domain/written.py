"""Every text that an assessor wrote in a dossier, with its place and what the check page calls it."""

from __future__ import annotations

from collections.abc import Iterator

from assessor.domain.dossier import Dossier
from assessor.domain.instrument import Instrument
from assessor.domain.ratings import Place
from assessor.domain.text import Text, same


def written(instrument: Instrument, dossier: Dossier) -> Iterator[tuple[str, Text, str]]:
    """The place, its name and the text; models that a resit took over and what the student wrote are left out."""
    sheet = dossier.sheet
    for model in instrument:
        if model.code in dossier.taken_over:
            continue
        for criterion in model.criteria:
            yield f"note:{criterion.code}", same(criterion.code), sheet.rating(criterion.code).note
        for place in (Place.motivation(model.code), Place.announced(model.code)):
            yield place, model.label, sheet.passage(place)
    for place, named in _WHOLE_PLACES:
        yield place, named, sheet.passage(place)


_WHOLE_PLACES = (
    (Place.STRENGTH, Text("Sterk punt", "Strong point")),
    (Place.DEVELOPMENT, Text("Ontwikkelpunt", "Development point")),
    (Place.APPRECIATION, Text("Waardering", "Appreciation")),
    (Place.DEPARTURE, Text("Motivering van het oordeel", "Motivation of the verdict")),
)
