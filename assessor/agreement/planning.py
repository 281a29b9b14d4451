"""How many assessors are needed: variance components of works and the decision study on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assessor.agreement.reasons import no_variation, nothing_to_compare
from assessor.agreement.reml import Fit, fits, number, reml
from assessor.agreement.result import Reason
from assessor.agreement.severity import crossed
from assessor.agreement.table import Codes, Table

MOST_ASSESSORS = 10
FEW_WORKS = 5
"""With fewer works an estimate is called rough."""


@dataclass(frozen=True, slots=True)
class Components:
    """Where the differences between ratings come from, as variances in squared levels.

    Attributes:
        variances: By source: `work`, `criterion`, `work_criterion`, `assessor`, `work_assessor` as far as the table
            can tell them apart, and `residual`.
        shares: The same as parts of their sum.
        works: Works they rest on.
        criteria: Criteria they rest on.
        reason: Why there are none, or None.
    """

    variances: dict[str, float]
    shares: dict[str, float]
    works: int
    criteria: int
    reason: Reason | None = None


def components(table: Table, fit: Fit | Reason | None = None) -> Components:
    """Variance components of works, criteria, assessors and rest by REML, missing cells included.

    With one criterion the work is the item: then `work`, `assessor` and `residual` remain.

    Args:
        table: The ratings.
        fit: `severity.crossed` of this table, where it is known already.
    """
    works = len(np.unique(table.work_of[table.item]))
    criteria = len(np.unique(table.criterion_of[table.item]))
    reason = nothing_to_compare(table) or (Reason.ONE_WORK if works < 2 else no_variation(table))
    if reason is None:
        found = _fit(table, criteria, fit)
        if not isinstance(found, Reason):
            variances = {"work" if name == "item" else name: one for name, one in found.components.items()}
            total = sum(variances.values())
            return Components(variances, {name: one / total for name, one in variances.items()}, works, criteria)
        reason = found
    return Components({}, {}, works, criteria, reason)


def _fit(table: Table, criteria: int, fit: Fit | Reason | None) -> Fit | Reason:
    if criteria < 2:
        return crossed(table) if fit is None else fit
    factors = _factors(table)
    if len(table.level) <= max(int(codes.max()) for codes in factors.values()) + 2:
        return Reason.NO_REPETITION
    return reml(table.scale.numbers()[table.level], factors) if fits(factors) else Reason.TOO_LARGE


def _factors(table: Table) -> dict[str, Codes]:
    work, criterion = table.work_of[table.item], table.criterion_of[table.item]
    return {
        "work": number(work),
        "criterion": number(criterion),
        "work_criterion": number(table.item),
        "assessor": number(table.assessor),
        "work_assessor": number(work, table.assessor),
    }


@dataclass(frozen=True, slots=True)
class Step:
    """Dependability of the mean rating of a number of assessors.

    Attributes:
        assessors: How many assess each work.
        absolute: Phi, strictness of the assessors counted as error.
        relative: The generalizability coefficient, strictness left out.
    """

    assessors: int
    absolute: float
    relative: float


@dataclass(frozen=True, slots=True)
class Planning:
    """The decision study.

    Attributes:
        curve: One step for each number of assessors.
        reached: For each line asked for (.70, .90), the fewest assessors that reach it, or None within the curve.
        works: Works the estimate rests on.
        rough: Whether those are too few for more than a rough estimate.
        reason: Why there is none, or None.
    """

    curve: tuple[Step, ...]
    reached: dict[float, int | None]
    works: int
    rough: bool
    reason: Reason | None = None


def decision_study(found: Components, most: int = MOST_ASSESSORS, lines: tuple[float, ...] = (0.70, 0.90)) -> Planning:
    """Dependability of a work's mean over its criteria by 1 to `most` assessors (Brennan 2001; Shavelson & Webb 1991).

    Criteria are the form's own and stay the same, so what is peculiar to a work on a criterion is true difference.
    """
    if found.reason is not None:
        return Planning((), dict.fromkeys(lines), found.works, found.works < FEW_WORKS, found.reason)
    part = found.variances
    size = max(found.criteria, 1)
    true = part["work"] + part.get("work_criterion", 0.0) / size
    lone = part.get("work_assessor", 0.0) + part["residual"] / size
    if true <= 0.0 and part["assessor"] + lone <= 0.0:
        return Planning((), dict.fromkeys(lines), found.works, found.works < FEW_WORKS, Reason.NO_SPREAD)
    curve = tuple(
        Step(n, true / (true + (part["assessor"] + lone) / n), true / (true + lone / n) if true + lone > 0 else 0.0)
        for n in range(1, most + 1)
    )
    reached = {line: next((step.assessors for step in curve if step.absolute >= line), None) for line in lines}
    return Planning(curve, reached, found.works, found.works < FEW_WORKS)
