"""The reference of the preparing team beside the scores: after a second round only, and never as right or wrong."""

from __future__ import annotations

from assessor.domain.calibration.record import GroupRecord
from assessor.domain.instrument import NOT_OBSERVED
from assessor.domain.text import Text, same

REFERENCE = Text("Referentie van het voorbereidingsteam", "Reference of the preparing team")


def reference_lines(record: GroupRecord) -> list[Text]:
    """Per criterion how many gave the level of the reference; anders dan de referentie, never wrong."""
    lines = []
    first = record.rounds[0].figures
    for casus in record.casussen:
        for code, mark in casus.reference.items():
            counts = first.by_casus.get(casus.id, {}).get(code)
            if not counts:
                continue
            given = sum(number for one, number in counts.items() if one != NOT_OBSERVED)
            word = record.instrument.model_of[code].scale.word(mark)
            start = same(f"{casus.code}: ") if len(record.casussen) > 1 else same("")
            lines.append(
                start
                + same(f"{code} ")
                + record.instrument.criteria[code].name
                + Text(
                    ": referentie {word}; {n} van de {b} scores zijn anders dan de referentie.",
                    ": reference {word}; {n} of the {b} scores differ from the reference.",
                ).fill(word=word, n=given - counts.get(mark, 0), b=given)
            )
    return lines
