"""The columns of a table with a row per dossier: heading, meaning and value, for workbook and CSV alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from assessor.domain.instrument import Instrument, Model
from assessor.domain.programme import PROGRAMMES
from assessor.domain.ratings import Place
from assessor.domain.record import Record
from assessor.domain.text import Text

Cell = str | int | date | Text | None
"""What stands in a cell; None leaves it empty, a `Text` is written in the language of the file."""

Row = TypeVar("Row")

PRACTICE = Text("oefendossier", "practice dossier")
"""The mark of a dossier on an instrument that is not vastgesteld."""
_YES, _NO = Text("ja", "yes"), Text("nee", "no")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column; `width` in signs, `wraps` where running text may take several lines and so make its row higher."""

    heading: Text
    meaning: Text
    width: float
    value: Callable[[Row], Cell]
    wraps: bool = False


def dossier_columns(instruments: Iterable[Instrument]) -> list[Column[Record]]:
    """The columns of a row per dossier; each model number of the instruments has columns of its own."""
    numbers = sorted({model.number for form in instruments for model in form}, key=lambda one: (len(one), one))
    return [
        *_WHICH,
        *_WHO,
        *_ACTIVITY,
        *_OUTCOME,
        *(_model_verdict(number) for number in numbers),
        *_PASSAGES,
        *(_model_motivation(number) for number in numbers),
        *_FORM,
    ]


def _practice(record: Record) -> Cell:
    return PRACTICE if record.instrument.is_example else None


def _phase(record: Record) -> Cell:
    known = record.instrument.phase(record.dossier.phase)
    return known.name if known is not None else record.dossier.phase


def _programme(record: Record) -> Cell:
    known = PROGRAMMES.get(record.dossier.programme)
    return known.name if known is not None else record.dossier.programme


def _variant(record: Record) -> Cell:
    known = PROGRAMMES.get(record.dossier.programme)
    variants = known.variants if known is not None else {}
    return variants.get(record.dossier.variant, record.dossier.variant)


def _verdict(record: Record) -> Cell:
    result = record.dossier.result
    return result.outcome.word if result is not None else None


def _by_rule(record: Record) -> Cell:
    verdict = record.decision.verdict
    return verdict.word if verdict is not None else None


def _departs(record: Record) -> Cell:
    result = record.dossier.result
    return None if result is None else _YES if result.departs else _NO


def _provisional(record: Record) -> Cell:
    return None if record.dossier.result is None else _YES if record.is_provisional else _NO


def _set_on(record: Record) -> Cell:
    result = record.dossier.result
    return result.set_at.astimezone().date() if result is not None else None


def _passage(place: str) -> Callable[[Record], Cell]:
    return lambda record: record.dossier.sheet.passage(place) or None


def _of_number(record: Record, number: str) -> Model | None:
    return next((model for model in record.instrument if model.number == number), None)


def _model_verdict(number: str) -> Column[Record]:
    def verdict(record: Record) -> Cell:
        model = _of_number(record, number)
        decided = record.decision.models.get(model.code) if model is not None else None
        return decided.verdict.word if decided is not None and decided.verdict is not None else None

    return Column(
        Text("Model {number}", "Model {number}").fill(number=number),
        Text("Oordeel over dit model volgens de beslisregel.", "Verdict on this model by the decision rule."),
        12,
        verdict,
    )


def _model_motivation(number: str) -> Column[Record]:
    def motivation(record: Record) -> Cell:
        model = _of_number(record, number)
        return (record.dossier.sheet.passage(Place.motivation(model.code)) or None) if model is not None else None

    return Column(
        Text("Motivering model {number}", "Motivation of model {number}").fill(number=number),
        Text("Motivering van de beoordelaar bij dit model.", "The assessor's motivation for this model."),
        48,
        motivation,
    )


NUMBER: Column[Record] = Column(
    Text("Dossier", "Dossier"),
    Text("Dossiernummer; het is op elk blad hetzelfde.", "Dossier number; the same on every sheet."),
    12,
    lambda record: record.dossier.number,
)
MARK: Column[Record] = Column(
    Text("Oefendossier", "Practice dossier"),
    Text(
        "Hier staat ‘oefendossier’ als het instrument niet is vastgesteld. Het resultaat telt dan niet.",
        "Says ‘practice dossier’ when the instrument is not established. Its result does not count.",
    ),
    16,
    _practice,
)
STUDENT_NUMBER: Column[Record] = Column(
    Text("Studentnummer", "Student number"),
    Text("Nummer van de student, als tekst.", "Number of the student, as text."),
    16,
    lambda record: record.student.number,
)
PROGRAMME: Column[Record] = Column(
    Text("Opleiding", "Programme"),
    Text("Opleiding waarvoor is beoordeeld.", "Programme that was assessed for."),
    12,
    _programme,
)

_WHICH: tuple[Column[Record], ...] = (
    NUMBER,
    MARK,
    Column(
        Text("Stand", "Status"),
        Text("Hoe ver het dossier is.", "How far the dossier is."),
        16,
        lambda record: record.dossier.state.word,
    ),
)

_WHO: tuple[Column[Record], ...] = (
    STUDENT_NUMBER,
    Column(
        Text("Student", "Student"),
        Text("Naam van de student zoals die nu in het register staat.", "The student's name as registered now."),
        28,
        lambda record: record.student.sorted_name,
    ),
    PROGRAMME,
    Column(Text("Variant", "Variant"), Text("Variant van de opleiding.", "Variant of the programme."), 14, _variant),
    Column(
        Text("Fase", "Phase"),
        Text("Leerjaar of semester bij de beoordeling.", "Year or semester at the assessment."),
        16,
        _phase,
    ),
    Column(
        Text("Cohort", "Cohort"),
        Text("Eerste studiejaar van de student.", "The student's first study year."),
        12,
        lambda record: record.student.cohort or None,
    ),
    Column(
        Text("Organisatie", "Organisation"),
        Text("School of organisatie waar de activiteit was.", "School or organisation of the activity."),
        28,
        lambda record: record.organisation.name if record.organisation is not None else None,
    ),
    Column(
        Text("Mentor of praktijkbegeleider", "Mentor or practice supervisor"),
        Text("Wie de student in de praktijk begeleidt.", "Who supervises the student in practice."),
        26,
        lambda record: record.dossier.supervisor or None,
    ),
    Column(
        Text("Beoordelaar", "Assessor"),
        Text("Wie heeft beoordeeld.", "Who assessed."),
        24,
        lambda record: record.assessor.name,
    ),
)

_ACTIVITY: tuple[Column[Record], ...] = (
    Column(
        Text("Activiteit op", "Activity on"),
        Text("Dag van de beoordeelde activiteit.", "Day of the assessed activity."),
        13,
        lambda record: record.dossier.activity.day,
    ),
    Column(
        Text("Groep", "Group"),
        Text("Groep waarin de activiteit was.", "Group of the activity."),
        22,
        lambda record: record.dossier.activity.group or None,
    ),
    Column(
        Text("Onderwerp", "Subject"),
        Text("Onderwerp van de activiteit.", "Subject of the activity."),
        36,
        lambda record: record.dossier.activity.subject or None,
    ),
    Column(
        Text("Poging", "Attempt"),
        Text("De hoeveelste poging dit is.", "Which attempt this is."),
        9,
        lambda record: record.dossier.attempt,
    ),
    Column(
        Text("Dossierversie", "Revision"),
        Text("1, of hoger na een correctie.", "1, or more after a correction."),
        14,
        lambda record: record.dossier.revision,
    ),
)

_OUTCOME: tuple[Column[Record], ...] = (
    Column(
        Text("Gescoord", "Scored"),
        Text("Aantal criteria met een niveau of ‘niet waargenomen’.", "Criteria with a level or ‘not observed’."),
        11,
        lambda record: sum(rating.mark is not None for rating in record.dossier.sheet.ratings.values()),
    ),
    Column(
        Text("Criteria", "Criteria"),
        Text("Aantal criteria van het instrument.", "Number of criteria of the instrument."),
        10,
        lambda record: len(record.instrument.criteria),
    ),
    Column(
        Text("Oordeel", "Verdict"),
        Text("Oordeel dat de beoordelaar heeft vastgesteld.", "Verdict that the assessor set."),
        14,
        _verdict,
    ),
    Column(
        Text("Volgens de regel", "By the rule"),
        Text("Oordeel dat de beslisregel geeft.", "Verdict that the decision rule gives."),
        17,
        _by_rule,
    ),
    Column(
        Text("Ander oordeel", "Departs"),
        Text(
            "‘ja’ als de beoordelaar tot een ander oordeel kwam dan de regel.",
            "‘yes’ when the assessor came to another verdict than the rule.",
        ),
        14,
        _departs,
    ),
    Column(
        Text("Voorlopig", "Provisional"),
        Text("‘ja’ zolang het resultaat nog niet bekendgemaakt is.", "‘yes’ while the result has not been announced."),
        12,
        _provisional,
    ),
    Column(
        Text("Definitief op", "Final on"),
        Text("Dag waarop het oordeel is vastgesteld.", "Day on which the verdict was set."),
        14,
        _set_on,
    ),
    Column(
        Text("Bekendgemaakt op", "Announced on"),
        Text("Dag waarop het resultaat is bekendgemaakt.", "Day on which the result was announced."),
        18,
        lambda record: record.dossier.announced_on,
    ),
    Column(
        Text("Zo komt dit oordeel tot stand", "How this verdict came about"),
        Text("De uitleg van de beslisregel in één zin.", "What the decision rule says, in one sentence."),
        48,
        lambda record: record.decision.reason,
    ),
)

_PASSAGES: tuple[Column[Record], ...] = (
    Column(
        Text("Sterk punt", "Strong point"),
        Text("Sterk punt van de student.", "A strong point of the student."),
        40,
        _passage(Place.STRENGTH),
    ),
    Column(
        Text("Ontwikkelpunt", "Development point"),
        Text("Waar de student aan verder werkt.", "What the student works on next."),
        40,
        _passage(Place.DEVELOPMENT),
    ),
    Column(
        Text("Waardering (telt niet mee)", "Appreciation (does not count)"),
        Text("Waardering voor talenten en inzet.", "Appreciation of talents and effort."),
        36,
        _passage(Place.APPRECIATION),
    ),
)

_FORM: tuple[Column[Record], ...] = (
    Column(
        Text("Instrument", "Instrument"),
        Text("Kenmerk van het instrument; zie het blad Instrumenten.", "Id of the instrument; see sheet Instruments."),
        26,
        lambda record: record.dossier.instrument.id,
    ),
    Column(
        Text("Instrumentversie", "Instrument version"),
        Text("Versie van het instrument.", "Version of the instrument."),
        17,
        lambda record: record.dossier.instrument.version,
    ),
    Column(
        Text("Controlegetal", "Fingerprint"),
        Text("Controlegetal van het vastgestelde dossier.", "Fingerprint of the final dossier."),
        20,
        lambda record: record.dossier.result.fingerprint if record.dossier.result is not None else None,
    ),
)
