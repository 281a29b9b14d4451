"""The columns of tables with a row per criterion: of a dossier, and of the instruments themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessor.domain.instrument import Criterion, Instrument, Model, Status
from assessor.domain.ratings import Rating
from assessor.domain.record import Record
from assessor.domain.text import Text, listing
from assessor.reports.dossier_columns import MARK, NUMBER, PROGRAMME, STUDENT_NUMBER, Cell, Column

_STATUS = {
    Status.CONCEPT: Text("concept", "draft"),
    Status.EXAMPLE: Text("voorbeeld", "example"),
    Status.ESTABLISHED: Text("vastgesteld", "established"),
}


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion of one dossier."""

    record: Record
    model: Model
    criterion: Criterion
    rating: Rating


def criterion_lines(record: Record) -> Iterator[CriterionLine]:
    """Every criterion of the dossier's instrument, scored or not, in the order of the form."""
    for model in record.instrument:
        for criterion in model.criteria:
            yield CriterionLine(record, model, criterion, record.dossier.sheet.rating(criterion.code))


def _about(column: Column[Record]) -> Column[CriterionLine]:
    """The same column on the row of a criterion."""
    value = column.value
    return Column(column.heading, column.meaning, column.width, lambda line: value(line.record))


def _sources(line: CriterionLine) -> Cell:
    if not line.rating.sources:
        return None
    return listing([source.word for source in sorted(line.rating.sources)])


CRITERION_COLUMNS: tuple[Column[CriterionLine], ...] = (
    _about(NUMBER),
    _about(MARK),
    _about(STUDENT_NUMBER),
    _about(PROGRAMME),
    Column(
        Text("Model", "Model"),
        Text("Nummer van het beoordelingsmodel.", "Number of the assessment model."),
        8,
        lambda line: line.model.number,
    ),
    Column(
        Text("Criterium", "Criterion"),
        Text("Code van het criterium.", "Code of the criterion."),
        11,
        lambda line: line.criterion.code,
    ),
    Column(
        Text("Naam van het criterium", "Name of the criterion"),
        Text("Naam zoals die in het instrument staat.", "Name as the instrument has it."),
        48,
        lambda line: line.criterion.name,
    ),
    Column(
        Text("Kritisch", "Critical"),
        Text("★ als het een kritisch criterium is.", "★ for a critical criterion."),
        10,
        lambda line: "★" if line.criterion.critical else None,
    ),
    Column(
        Text("Niveau", "Level"),
        Text("Code van het niveau; N is niet waargenomen.", "Code of the level; N is not observed."),
        9,
        lambda line: line.rating.mark,
    ),
    Column(
        Text("Niveau in woorden", "Level in words"),
        Text("Naam van het niveau; leeg als er niet gescoord is.", "Name of the level; empty when not scored."),
        19,
        lambda line: line.model.scale.word(line.rating.mark) if line.rating.mark is not None else None,
    ),
    Column(
        Text("Bron", "Source"),
        Text("Waar de beoordelaar het van weet.", "How the assessor knows."),
        26,
        _sources,
    ),
    Column(
        Text("Toelichting", "Note"),
        Text(
            "Toelichting van de beoordelaar; bij ‘niet waargenomen’ de reden.",
            "The assessor's note; with ‘not observed’ the reason.",
        ),
        70,
        lambda line: line.rating.note or None,
    ),
)
"""A row per criterion; names of people stay on the row of the dossier. The note stands last: there it has room."""


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One level of one criterion of an instrument."""

    instrument: Instrument
    model: Model
    criterion: Criterion
    code: str


def level_lines(instrument: Instrument) -> Iterator[LevelLine]:
    """Every level of every criterion, lowest level first."""
    for model in instrument:
        for criterion in model.criteria:
            for level in model.scale.levels:
                yield LevelLine(instrument, model, criterion, level.code)


INSTRUMENT_COLUMNS: tuple[Column[LevelLine], ...] = (
    Column(
        Text("Instrument", "Instrument"),
        Text("Kenmerk van het instrument.", "Id of the instrument."),
        26,
        lambda line: line.instrument.id,
    ),
    Column(
        Text("Versie", "Version"),
        Text("Versie van het instrument.", "Version of the instrument."),
        10,
        lambda line: line.instrument.version,
    ),
    Column(
        Text("Status", "Status"),
        Text("Of het instrument is vastgesteld.", "Whether the instrument is established."),
        13,
        lambda line: _STATUS[line.instrument.status],
    ),
    Column(
        Text("Model", "Model"),
        Text("Nummer van het beoordelingsmodel.", "Number of the assessment model."),
        8,
        lambda line: line.model.number,
    ),
    Column(
        Text("Titel van het model", "Title of the model"),
        Text("Titel van het model.", "Title of the model."),
        40,
        lambda line: line.model.title,
        wraps=True,
    ),
    Column(
        Text("Criterium", "Criterion"),
        Text("Code van het criterium.", "Code of the criterion."),
        11,
        lambda line: line.criterion.code,
    ),
    Column(
        Text("Naam van het criterium", "Name of the criterion"),
        Text("Naam van het criterium.", "Name of the criterion."),
        40,
        lambda line: line.criterion.name,
        wraps=True,
    ),
    Column(
        Text("Niveau", "Level"),
        Text("Code van het niveau.", "Code of the level."),
        9,
        lambda line: line.code,
    ),
    Column(
        Text("Niveau in woorden", "Level in words"),
        Text("Naam van het niveau.", "Name of the level."),
        19,
        lambda line: line.model.scale.level(line.code).name,
    ),
    Column(
        Text("Omschrijving", "Descriptor"),
        Text("Wat dit niveau bij dit criterium betekent.", "What this level means for this criterion."),
        90,
        lambda line: line.criterion.descriptors.get(line.code),
        wraps=True,
    ),
)
