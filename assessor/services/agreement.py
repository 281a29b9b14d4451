"""Agreement on the ratings of a file: read it, code it, run the decision rule, and let the engine compute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assessor import __version__
from assessor.agreement.calculation import Calculation
from assessor.agreement.measures import measures
from assessor.agreement.resampling import DEFAULT, Plan
from assessor.agreement.result import Result, Sentence
from assessor.agreement.scale import Refused, Scale
from assessor.agreement.session import Options, report
from assessor.agreement.table import MISSING, Rating, Table
from assessor.agreement.trend import Occasion, Trend, trend
from assessor.agreement.weights import Weights
from assessor.domain.errors import KnownError
from assessor.domain.instrument import NOT_OBSERVED, Instrument, Outcome
from assessor.domain.instrument import Scale as Levels
from assessor.domain.outcomes import WHOLE, Outcomes, SheetOf, outcomes
from assessor.domain.text import Text, same
from assessor.exchange.ratings_file import read_ratings
from assessor.exchange.ratings_table import CodedRatings, coded
from assessor.reports.agreement_record import AgreementRecord

SOFTWARE = f"Assessor {__version__}"
_OUTCOMES = Scale.of([outcome.letter for outcome in Outcome])
_OUTCOME_FIGURES = ("exact_agreement", "pass_fail_agreement")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a file of ratings.

    Attributes:
        levels: The levels, lowest first; None when the instrument or the file tells them.
        instrument: The form that was scored; its scale is the scale, and N is "niet waargenomen".
        criterion: The only criterion to look at, or None for all.
        weights: Weights of the measures that follow them.
        plan: How to resample.
    """

    levels: tuple[str, ...] | None = None
    instrument: Instrument | None = None
    criterion: str | None = None
    weights: Weights = "unweighted"
    plan: Plan = DEFAULT


def agreement_of(path: Path, question: Question | None = None) -> AgreementRecord:
    """Every figure of a file of ratings, with its interval or the reason why there is none.

    Args:
        path: CSV or XLSX, long or wide (see `exchange.ratings_file`).
        question: what is asked; the levels that the file shows and everything else by default when left out.

    Raises:
        KnownError: what is wrong with the file, its levels or the question, by row where there is one.
    """
    asked = question or Question()
    instrument, scale = asked.instrument, _scale(asked)
    words = () if scale is None or scale.numeric else scale.labels
    found = coded(
        read_ratings(path, words),
        scale,
        not_observed=NOT_OBSERVED if instrument is not None else None,
        criteria=tuple(instrument.criteria) if instrument is not None else (),
    )
    table = found.table if asked.criterion is None else _only(found.table, asked.criterion)
    return record_of(path.name, table, asked, _trend(found, asked) if found.occasions else None)


def record_of(name: str, table: Table, asked: Question, followed: Trend | None = None) -> AgreementRecord:
    """Every figure of coded ratings, with what the decision rule makes of them.

    Args:
        name: what the ratings came from.
        table: the ratings; with an instrument on its own scale.
        asked: instrument, weights and resampling; what else it holds was answered when the ratings were coded.
        followed: agreement over sessions, or None.
    """
    instrument = asked.instrument
    cut = _cut(table.scale, instrument)
    session = report(table, Options(asked.weights, asked.plan, 1 if cut is None else cut))
    said = _outcomes(table, instrument)
    return AgreementRecord(
        name,
        session,
        _words(table.scale, instrument),
        cut,
        SOFTWARE,
        instrument,
        said,
        {} if said is None else _outcome_figures(said, asked.plan),
        followed,
    )


def scale_of(instrument: Instrument) -> Scale:
    """The scale that all models of an instrument share; KnownError ``scales-differ`` when they do not."""
    return _worded(Scale.of([level.code for level in _one_scale(instrument).levels]), instrument)


def _scale(asked: Question) -> Scale | None:
    """The declared scale, or None when the levels are those that occur."""
    if asked.instrument is not None:
        return scale_of(asked.instrument)
    if asked.levels is None:
        return None
    try:
        if not all(level.strip() for level in asked.levels):
            raise ValueError
        return _worded(Scale.of(asked.levels), None)
    except (Refused, ValueError):
        raise KnownError(
            "levels-wrong",
            Text(
                "De opgegeven niveaus zijn geen schaal: er ontbreekt er een, of er staat er een twee keer.",
                "The levels given are no scale: one is missing, or one stands there twice.",
            ),
            Text("Geef elk niveau één keer, laagste eerst, zoals O,V,G.", "Give each level once, lowest first: O,V,G."),
        ) from None


def _one_scale(instrument: Instrument) -> Levels:
    """The scale that all models share; KnownError ``scales-differ`` when they do not."""
    if len({model.scale.marks for model in instrument}) > 1:
        raise KnownError(
            "scales-differ",
            Text(
                "De modellen van dit instrument hebben niet dezelfde niveaus.",
                "The models of this instrument do not have the same levels.",
            ),
            Text("Geef de niveaus op met --levels.", "Give the levels with --levels."),
        )
    return instrument.models[0].scale


def _only(table: Table, criterion: str) -> Table:
    if criterion in table.criteria:
        return table.of_criterion(criterion)
    known = [name for name in table.criteria if name]
    cure = Text("Kies uit {known}.", "Choose from {known}.").fill(known=", ".join(known[:40]))
    if not known:
        cure = Text("Laat --criterion weg: dit bestand noemt geen criteria.", "Leave out --criterion: there are none.")
    raise KnownError(
        "criterion-unknown",
        Text("Het criterium achter --criterion komt niet voor.", "The criterion behind --criterion does not occur."),
        cure,
    )


def _cut(scale: Scale, instrument: Instrument | None) -> int | None:
    """First level that is sufficient: as the instrument says, or as the letters O, V, G say."""
    if instrument is not None:
        meanings = [level.outcome for level in instrument.models[0].scale.levels]
        if None in meanings:
            return None
        passes = [one is not Outcome.INSUFFICIENT for one in meanings]
    else:
        letters = [outcome.letter for outcome in Outcome]
        if not set(scale.labels) <= set(letters):
            return None
        passes = [label != Outcome.INSUFFICIENT.letter for label in scale.labels]
    cut = passes.index(True) if True in passes else 0
    return cut if 0 < cut < len(scale) else None


def _worded(scale: Scale, instrument: Instrument | None) -> Scale:
    return replace(scale, words=tuple(Sentence(word.nl, word.en) for word in _words(scale, instrument)))


def _words(scale: Scale, instrument: Instrument | None) -> tuple[Text, ...]:
    if instrument is not None:
        return tuple(level.name for level in instrument.models[0].scale.levels)
    known = {outcome.letter: outcome.word for outcome in Outcome}
    if set(scale.labels) <= set(known):
        return tuple(known[label] for label in scale.labels)
    return tuple(same(label) for label in scale.labels)


def _outcomes(table: Table, instrument: Instrument | None) -> Outcomes | None:
    """What the rule says of every sheet; None without a rule."""
    if instrument is None or instrument.rule is None:
        return None
    marks: dict[tuple[int, int], dict[str, str]] = {}
    work, criterion = table.work_of, [table.criteria[int(one)] for one in table.criterion_of]
    for item, assessor, level in zip(table.item.tolist(), table.assessor.tolist(), table.level.tolist(), strict=True):
        marks.setdefault((int(work[item]), assessor), {})[criterion[item]] = table.scale.labels[level]
    for item, assessor in table.skipped.tolist():
        marks.setdefault((int(work[item]), assessor), {})[criterion[item]] = NOT_OBSERVED
    sheets = [SheetOf(table.works[place], table.assessors[who], one) for (place, who), one in marks.items()]
    return outcomes(instrument, sheets, table.criteria, _reference(table, criterion))


def _reference(table: Table, criterion: list[str]) -> Mapping[str, Mapping[str, str]]:
    marks: dict[str, dict[str, str]] = {}
    for item, level in enumerate(table.reference.tolist()):
        if level != MISSING:
            marks.setdefault(table.works[int(table.work_of[item])], {})[criterion[item]] = table.scale.labels[level]
    return marks


def _outcome_figures(said: Outcomes, plan: Plan) -> dict[str, dict[str, Result]]:
    """Agreement on the outcome, per part: the outcomes are levels of their own."""
    found = {}
    for part in said.parts:
        table = Table.from_ratings(
            (
                Rating(work, part or WHOLE, assessor, None if outcome is None else outcome.letter)
                for work, by_assessor in said.verdicts[part].items()
                for assessor, outcome in by_assessor.items()
            ),
            _OUTCOMES,
        )
        found[part] = measures(Calculation(table, plan=plan, wanted=_OUTCOME_FIGURES), _OUTCOME_FIGURES)
    return found


def _trend(found: CodedRatings, asked: Question) -> Trend:
    occasions = found.occasions
    if asked.criterion is not None:
        occasions = tuple(Occasion(one.label, one.table.of_criterion(asked.criterion)) for one in occasions)
    return trend(occasions, asked.plan)
