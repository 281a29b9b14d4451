"""How many assessors are needed: variance components of works and the decision study on them."""

from __future__ import annotations

from dataclasses import dataclass

from assessor.agreement.reml import fits, number, reml
from assessor.agreement.result import Reason
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


def components(table: Table) -> Components:
    """Variance components of works, criteria, assessors and rest by REML, missing cells included.

    With one criterion the work is the item: then `work`, `assessor` and `residual` remain.
    """
    reason = _reason(table)
    works = len({int(one) for one in table.work_of[table.item]})
    criteria = len({int(one) for one in table.criterion_of[table.item]})
    if reason is None and works < 2:
        reason = Reason.ONE_WORK
    if reason is None:
        factors = _factors(table, criteria)
        if not fits(factors):
            reason = Reason.TOO_LARGE
        elif len(table.level) <= max(int(codes.max()) for codes in factors.values()) + 2:
            reason = Reason.NO_REPETITION
        else:
            variances = reml(table.scale.numbers()[table.level], factors).components
            total = sum(variances.values())
            return Components(variances, {name: one / total for name, one in variances.items()}, works, criteria)
    return Components({}, {}, works, criteria, reason)


def _reason(table: Table) -> Reason | None:
    if not len(table.level):
        return Reason.NOTHING
    if len(table.active) < 2:
        return Reason.FEWER_THAN_TWO_ASSESSORS
    if not (table.counts.sum(axis=0) > 1).any():
        return Reason.NO_PAIR
    return Reason.NO_VARIATION if table.level.min() == table.level.max() else None


def _factors(table: Table, criteria: int) -> dict[str, Codes]:
    work, criterion = table.work_of[table.item], table.criterion_of[table.item]
    if criteria < 2:
        return {"work": number(work), "assessor": number(table.assessor)}
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


def decision_study(
    found: Components, most: int = MOST_ASSESSORS, lines: tuple[float, ...] = (0.70, 0.90)
) -> Planning:
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
        return Planning((), dict.fromkeys(lines), found.works, found.works < FEW_WORKS, Reason.NO_VARIATION)
    curve = tuple(
        Step(n, true / (true + (part["assessor"] + lone) / n), true / (true + lone / n) if true + lone > 0 else 0.0)
        for n in range(1, most + 1)
    )
    reached = {line: next((step.assessors for step in curve if step.absolute >= line), None) for line in lines}
    return Planning(curve, reached, found.works, found.works < FEW_WORKS)
