"""The answer of ``agree --json``: every figure at full precision, null and a reason where there is none."""

from __future__ import annotations

import math
from collections.abc import Iterable

from assessor.agreement.criterion import Distribution
from assessor.agreement.measures import MEASURES
from assessor.agreement.planning import Components, Planning
from assessor.agreement.profile import Profile
from assessor.agreement.result import Reason, Result
from assessor.agreement.session import Group, SessionReport
from assessor.agreement.table import Floats, Table
from assessor.agreement.trend import Trend
from assessor.commands.shell import Json
from assessor.domain.instrument import NOT_OBSERVED
from assessor.domain.outcomes import WHOLE
from assessor.domain.text import Language, Text
from assessor.reports.agreement_record import AgreementRecord

MOST_PAIRED = 500
"""With more assessors the matrices of all pairs would be larger than anyone reads."""


def answer(record: AgreementRecord, language: Language) -> Json:
    """The whole record; reasons in the language of the screen.

    `remarks`, `outcome` and `trend` are there only when the file or the options give cause.
    """
    session = record.session
    scale = session.table.scale
    levels = list(scale.labels) if scale.declared or session.ratings else []
    found: dict[str, object] = {
        "items": session.items,
        "assessors": session.assessors,
        "ratings": session.ratings,
        "coverage": session.coverage,
        "levels": levels,
        "weights": session.options.weights,
        "seed": session.options.plan.seed,
        "measures": _measures(session.measures, language),
        "criteria": [_criterion(record, group, language) for group in session.criteria],
        "per_assessor": [_assessor(session.table, one, language) for one in session.profiles],
        "pairwise": _pairwise(session, language),
        "components": _components(session.components, language),
        "planning": _planning(session.planning, language),
        "software": record.software,
    }
    if not scale.declared:
        found["remarks"] = [_SEEN.say(language)]
    if record.outcomes is not None:
        found["outcome"] = _outcome(record, language)
    if record.trend is not None:
        found["trend"] = _trend(record.trend, levels, language)
    return found


_SEEN = Text(
    "Er is geen schaal opgegeven: de niveaus zijn de getallen die voorkwamen.",
    "No scale was declared: the levels are the numbers that occurred.",
)


def _measures(found: dict[str, Result], language: Language) -> dict[str, Json]:
    return {name: _measure(one, language) for name, one in found.items() if name in MEASURES}


def _measure(found: Result, language: Language) -> Json:
    interval = found.interval
    return {
        "value": found.value,
        "interval": None if interval is None else [interval.low, interval.high],
        "se": found.standard_error,
        "items_used": found.items_used,
        "items_left_out": found.items_left_out,
        "pairs": found.pairs,
        "undefined": _why(found.reason, language),
    }


def _why(reason: Reason | None, language: Language) -> str | None:
    return None if reason is None else Text(reason.value.nl, reason.value.en).say(language)


def _criterion(record: AgreementRecord, group: Group, language: Language) -> Json:
    return {
        "criterion": group.distribution.name,
        "measures": _measures(group.measures, language),
        "distribution": _distribution(record, group.distribution),
    }


def _distribution(record: AgreementRecord, lie: Distribution) -> dict[str, int]:
    counts = dict(zip(record.session.table.scale.labels, lie.counts, strict=True))
    return counts if record.instrument is None else {**counts, NOT_OBSERVED: lie.not_observed}


def _assessor(table: Table, found: Profile, language: Language) -> Json:
    own, labels = found.severity, table.scale.labels
    return {
        "assessor": found.assessor,
        "severity": own.value,
        "interval": None if own.interval is None else list(own.interval),
        "distance_to_others": found.distance_to_others,
        "exact_with_others": found.exact_with_others,
        "exact_with_reference": found.exact_with_reference,
        "severity_se": own.error,
        "severity_word": own.word,
        "undefined": _why(own.reason, language),
        "ratings": found.scores,
        "not_observed": found.not_observed,
        "lean_to_others": found.lean_to_others,
        "distance_to_reference": found.distance_to_reference,
        "lean_to_reference": found.lean_to_reference,
        "referenced": found.referenced,
        "compared": found.compared,
        "as_most": found.as_most,
        "use": dict(zip(labels, found.use, strict=True)),
        "use_of_others": dict(zip(labels, found.use_of_others, strict=True)),
        "spread": found.spread,
        "halo": found.halo,
        "without": dict(found.without),
    }


def _pairwise(session: SessionReport, language: Language) -> Json:
    found = session.pairwise
    names = [session.table.assessors[int(place)] for place in session.table.active]
    if found is None or len(names) > MOST_PAIRED:
        reason = session.measures["light_kappa"].reason or Reason.TOO_LARGE
        return {
            "assessors": names,
            "items": None,
            "agreement": None,
            "kappa": None,
            "undefined": _why(reason, language),
        }
    active = session.table.active
    matrices = {
        name: _matrix(matrix[active][:, active])
        for name, matrix in (("agreement", found.agreement), ("kappa", found.kappa))
    }
    items = [[round(number) for number in row] for row in found.items[active][:, active].tolist()]
    return {"assessors": names, "items": items, **matrices, "undefined": None}


def _matrix(matrix: Floats) -> list[list[float | None]]:
    """Rows of figures; null where there is none, and beside the assessor itself."""
    return [
        [None if row == column or math.isnan(figure) else figure for column, figure in enumerate(line)]
        for row, line in enumerate(matrix.tolist())
    ]


def _components(found: Components, language: Language) -> Json:
    return {
        "variances": dict(found.variances),
        "shares": dict(found.shares),
        "works": found.works,
        "criteria": found.criteria,
        "undefined": _why(found.reason, language),
    }


def _planning(found: Planning, language: Language) -> Json:
    return {
        "curve": [
            {"assessors": step.assessors, "absolute": step.absolute, "relative": step.relative} for step in found.curve
        ],
        "reached": {f"{line:.2f}": number for line, number in found.reached.items()},
        "works": found.works,
        "rough": found.rough,
        "undefined": _why(found.reason, language),
    }


def _outcome(record: AgreementRecord, language: Language) -> Json:
    found = record.outcomes
    if found is None:
        return {}
    return {
        "parts": [
            {
                "part": "whole" if part == WHOLE else part,
                "measures": {name: _measure(one, language) for name, one in record.outcome_figures[part].items()},
                "verdicts": [
                    {"work": work, "assessor": assessor, "outcome": None if outcome is None else outcome.letter}
                    for work, by_assessor in found.verdicts[part].items()
                    for assessor, outcome in by_assessor.items()
                ],
                "reference": [
                    {"work": work, "outcome": None if outcome is None else outcome.letter}
                    for work, outcome in found.reference[part].items()
                ],
            }
            for part in found.parts
        ],
        "criteria": [
            {"criterion": code, "depends": weight.depends, "decisive": weight.decisive}
            for code, weight in found.weights.items()
        ],
    }


def _trend(found: Trend, levels: list[str], language: Language) -> Json:
    return {
        "sessions": [{"session": label, **_measure(one, language)} for label, one in found.sessions],
        "changes": [
            {
                "before": change.before,
                "now": change.now,
                "items": change.items,
                "difference": change.difference,
                "interval": None if change.interval is None else [change.interval.low, change.interval.high],
                "chance": change.chance,
                "shifted": _shifted(levels, ((shift.level, shift.before, shift.now) for shift in change.shifts)),
            }
            for change in found.changes
        ],
    }


def _shifted(levels: list[str], shifts: Iterable[tuple[int, float, float]]) -> list[Json]:
    return [{"level": levels[level], "before": before, "now": now} for level, before, now in shifts]
