"""What the decision rule says of many sheets of the same work, and which criterion the outcome of each hangs on.

For calibration: assessors score one case; the rule makes an outcome of each sheet (practice text, section 6, figures 3
and 4). A part is a model, or the whole where every model was scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessor.domain.decision import Decision, decide, decide_again
from assessor.domain.instrument import NOT_OBSERVED, Instrument, Outcome

Marks = Mapping[str, str]
"""Per criterion code the level code, or `NOT_OBSERVED`; a criterion without a score has no entry."""

WHOLE = ""
"""The part that is the whole practice assessment, beside the codes of its models."""

MOST_WEIGHED = 8_000
"""Most marks of which it is tried what the outcome hangs on; more would take seconds."""


@dataclass(frozen=True, slots=True)
class SheetOf:
    """One assessor's marks of one work."""

    work: str
    assessor: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class Weight:
    """How much the outcomes hang on one criterion.

    Attributes:
        depends: Sheets whose outcome changes when the mark becomes what most others gave on the other side of the
            pass mark, or, where nobody stands there, most others' other level.
        decisive: Insufficient sheets that are sufficient when this one insufficient mark becomes the lowest
            sufficient level.
    """

    depends: int = 0
    decisive: int = 0


@dataclass(frozen=True)
class Outcomes:
    """The outcomes of a session.

    Attributes:
        parts: The parts that were scored: `WHOLE` first when every model was, then the models' codes.
        verdicts: Per part, work and assessor the outcome, or None while there is none.
        reference: Per part and work the outcome of the reference.
        weights: Per criterion code; empty when nothing was tried because there are too many marks.
    """

    parts: tuple[str, ...]
    verdicts: Mapping[str, Mapping[str, Mapping[str, Outcome | None]]]
    reference: Mapping[str, Mapping[str, Outcome | None]]
    weights: Mapping[str, Weight] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """The part that a report speaks of first: the whole, else the first model."""
        return self.parts[0]


def scored_parts(instrument: Instrument, criteria: Sequence[str]) -> tuple[str, ...]:
    """The models of which every criterion was scored, and before them the whole when all were."""
    there = set(criteria)
    models = [model.code for model in instrument if all(one.code in there for one in model.criteria)]
    whole = [WHOLE] if len(models) == len(instrument.models) else []
    return (*whole, *models)


def outcomes(
    instrument: Instrument, sheets: Sequence[SheetOf], criteria: Sequence[str], reference: Mapping[str, Marks]
) -> Outcomes | None:
    """Apply the rule to every sheet; None when the instrument has no rule or no model was scored in full.

    Args:
        instrument: whose rule and codes the sheets keep to.
        sheets: the marks of each assessor and work.
        criteria: the criteria that were put to the assessors.
        reference: per work the marks of the reference, where there is one.
    """
    parts = scored_parts(instrument, criteria)
    if instrument.rule is None or not parts:
        return None
    verdicts: dict[str, dict[str, dict[str, Outcome | None]]] = {part: {} for part in parts}
    for sheet in sheets:
        decision = decide(instrument, sheet.marks)
        for part in parts:
            verdicts[part].setdefault(sheet.work, {})[sheet.assessor] = _of(decision, part)
    wanted: dict[str, dict[str, Outcome | None]] = {part: {} for part in parts}
    for work, marks in reference.items():
        decision = decide(instrument, marks)
        for part in parts:
            wanted[part][work] = _of(decision, part)
    return Outcomes(parts, verdicts, wanted, _weights(instrument, sheets, parts))


def _of(decision: Decision, part: str) -> Outcome | None:
    return decision.verdict if part == WHOLE else decision.models[part].verdict


def _weights(instrument: Instrument, sheets: Sequence[SheetOf], parts: tuple[str, ...]) -> dict[str, Weight]:
    """Per criterion of the scored parts what the outcomes hang on it."""
    if sum(len(sheet.marks) for sheet in sheets) > MOST_WEIGHED:
        return {}
    given = _given(sheets)
    depends: Counter[str] = Counter()
    decisive: Counter[str] = Counter()
    for sheet in sheets:
        now = decide(instrument, sheet.marks)
        for code, mark in sheet.marks.items():
            part = WHOLE if parts[0] == WHOLE else instrument.model_of[code].code
            if mark == NOT_OBSERVED or part not in parts:
                continue
            before = _of(now, part)
            changed = _Changed(instrument, sheet.marks, code, part, now)
            other = _other(instrument, code, mark, given[sheet.work, code])
            depends[code] += other is not None and changed.to(other) != before
            if before is Outcome.INSUFFICIENT and instrument.model_of[code].scale.outcome(mark) is before:
                decisive[code] += (changed.to(_passing(instrument, code)) or before) > before
    return {code: Weight(depends[code], decisive[code]) for _, code in given}


@dataclass
class _Changed:
    """The outcome of a sheet with another level at one criterion; each level is decided on once."""

    instrument: Instrument
    marks: Marks
    code: str
    part: str
    now: Decision
    known: dict[str, Outcome | None] = field(default_factory=dict)

    def to(self, level: str) -> Outcome | None:
        if level not in self.known:
            marks = {**self.marks, self.code: level}
            self.known[level] = _of(decide_again(self.instrument, self.now, marks, self.code), self.part)
        return self.known[level]


def _given(sheets: Sequence[SheetOf]) -> dict[tuple[str, str], Counter[str]]:
    given: dict[tuple[str, str], Counter[str]] = {}
    for sheet in sheets:
        for code, mark in sheet.marks.items():
            given.setdefault((sheet.work, code), Counter())[mark] += 1
    return given


def _other(instrument: Instrument, code: str, mark: str, given: Counter[str]) -> str | None:
    """The level most others gave on the other side of the pass mark, else the other level most others gave."""
    scale = instrument.model_of[code].scale
    levels = [one for one, _ in given.most_common() if one not in (mark, NOT_OBSERVED)]
    passed = scale.outcome(mark) != Outcome.INSUFFICIENT
    across = [one for one in levels if (scale.outcome(one) != Outcome.INSUFFICIENT) != passed]
    return next(iter([*across, *levels]), None)


def _passing(instrument: Instrument, code: str) -> str:
    """The lowest level that is not insufficient; the lowest of all on a scale without one."""
    levels = instrument.model_of[code].scale.levels
    return next((level.code for level in levels if level.outcome is not Outcome.INSUFFICIENT), levels[0].code)
