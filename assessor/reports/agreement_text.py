"""The report on agreement as plain text, for reading: figures in the order of the practice text, section 6.

What belongs to one assessor alone (figure 5) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessor.domain.text import Language, Text
from assessor.reports import agreement_annex as annex
from assessor.reports.agreement_levels import discuss_first, far_apart, far_apart_title, same_level
from assessor.reports.agreement_outcome import same_outcome
from assessor.reports.agreement_record import AgreementRecord
from assessor.reports.agreement_words import said


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what is said under it."""

    heading: Text
    lines: tuple[Text, ...]


def sections(record: AgreementRecord) -> list[Section]:
    """The whole report: who rated what, figures 3, 1, 2 and 4, and the annex."""
    return [
        *main_sections(record),
        planning_section(record),
        Section(Text("Bijlage: verloop", "Annex: trend"), tuple(annex.trend(record))),
        coefficients_section(record),
        Section(Text("Bijlage: verantwoording", "Annex: account"), tuple(annex.account(record))),
    ]


def main_sections(record: AgreementRecord) -> list[Section]:
    """Who rated what, and figures 3, 1, 2 and 4."""
    opening = [said(sentence) for sentence in record.session.remarks]
    if not record.session.table.scale.declared and record.session.ratings:
        opening.append(_seen(record))
    return [
        Section(Text("Overeenstemming tussen beoordelaars", "Agreement between assessors"), tuple(opening)),
        Section(Text("Zelfde uitslag", "Same outcome"), tuple(same_outcome(record))),
        Section(Text("Zelfde niveau", "Same level"), tuple(same_level(record))),
        Section(far_apart_title(record), tuple(far_apart(record))),
        Section(Text("Bespreek eerst", "Discuss first"), tuple(discuss_first(record))),
    ]


def planning_section(record: AgreementRecord) -> Section:
    """Figure 6."""
    heading = Text("Bijlage: hoeveel beoordelaars nodig", "Annex: how many assessors are needed")
    return Section(heading, tuple(annex.planning(record)))


def coefficients_section(record: AgreementRecord) -> Section:
    """Figure 8."""
    heading = Text("Bijlage: overeenstemmingsmaten", "Annex: measures of agreement")
    return Section(heading, tuple(annex.coefficients(record)))


def lines(record: AgreementRecord, language: Language) -> Iterator[str]:
    """The report line by line in one language; every sentence is a line, sections are parted by an empty one."""
    for number, section in enumerate(sections(record)):
        if number:
            yield ""
        heading = section.heading.say(language)
        yield heading
        yield "-" * len(heading)
        for line in section.lines:
            yield line.say(language)


def _seen(record: AgreementRecord) -> Text:
    labels = record.session.table.scale.labels
    shown = ", ".join(labels if len(labels) <= 12 else (*labels[:6], "…", labels[-1]))
    return Text(
        "De niveaus zijn de getallen die voorkwamen, oplopend: {levels}. Er is geen schaal opgegeven.",
        "The levels are the numbers that occurred, ascending: {levels}. No scale was declared.",
    ).fill(levels=shown)
