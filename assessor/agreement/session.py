"""The whole report of a session in one call: every figure with its interval, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessor.agreement import planning as study
from assessor.agreement import verbal
from assessor.agreement.calculation import Calculation
from assessor.agreement.counts import Patterns, item_totals
from assessor.agreement.criterion import Distribution, distributions, specific_agreement
from assessor.agreement.leaving_out import exact_within, members_of
from assessor.agreement.measures import MEASURES, measures
from assessor.agreement.pairwise import Pairwise
from assessor.agreement.panel import CHANCE_CORRECTED
from assessor.agreement.pooled import Means, fleiss_by_level
from assessor.agreement.profile import Profile, profiles
from assessor.agreement.remarks import prevalence, remarks
from assessor.agreement.resampling import DEFAULT, Plan, share_interval
from assessor.agreement.result import Interval, Result, Sentence
from assessor.agreement.severity import MARGIN, Severity, severities
from assessor.agreement.table import Codes, Table
from assessor.agreement.weights import Weights

_MOST_WORKS = 500
_WITHIN = ("exact_agreement", "percent_agreement", "adjacent_agreement", "opposite_share", "unanimity")
_WITHIN_WORKS = ("fleiss_kappa", "brennan_prediger", "gwet_ac", "krippendorff_alpha_ordinal")


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader chose.

    Attributes:
        weights: Weights of the measures that follow them.
        plan: How to resample.
        cut: First level code that is a pass.
        margin: Part of a level beyond which an assessor is called stricter or milder.
    """

    weights: Weights = "unweighted"
    plan: Plan = DEFAULT
    cut: int = 1
    margin: float = MARGIN


@dataclass(frozen=True, slots=True)
class Group:
    """One criterion or one work: how its ratings lie, and its measures by name."""

    distribution: Distribution
    measures: dict[str, Result]


@dataclass(frozen=True, slots=True)
class SessionReport:
    """Everything the engine says about one table.

    Attributes:
        table: The ratings.
        options: What the reader chose.
        items: Items, rated or not.
        assessors: Assessors with a rating.
        ratings: Ratings present.
        missing: Ratings absent without "niet waargenomen".
        not_observed: Times "niet waargenomen" was chosen.
        coverage: Ratings present as a share of items x assessors.
        left_out: Replicates of the bootstrap in which no pair of assessors was left.
        measures: Every measure by name, `pass_fail_agreement` included; `far_share` from four levels on.
        specific: For each level: of the others beside one who gave it, the share who gave it too, or None.
        fleiss_by_level: Fleiss' kappa of each level against the others, or None.
        words: For each chance-corrected measure with an error its bands and its word, by `verbal.membership_of`.
        criteria: One group for each criterion.
        works: One group for each work, without measures of its own when there are more than 500.
        profiles: One profile for each assessor, private to that assessor.
        pairwise: Every assessor beside every other, or None when the table is too large.
        components: Where differences come from.
        planning: How many assessors are needed.
        remarks: Sentences that belong above the figures.
        prevalence: Why agreement is high and kappa low, or None.
    """

    table: Table
    options: Options
    items: int
    assessors: int
    ratings: int
    missing: int
    not_observed: int
    coverage: float
    left_out: int
    measures: dict[str, Result]
    specific: tuple[float | None, ...]
    fleiss_by_level: tuple[float | None, ...]
    words: dict[str, verbal.Membership]
    criteria: tuple[Group, ...]
    works: tuple[Group, ...]
    profiles: tuple[Profile, ...]
    pairwise: Pairwise | None
    components: study.Components
    planning: study.Planning
    remarks: tuple[Sentence, ...]
    prevalence: Sentence | None


def report(table: Table, options: Options | None = None) -> SessionReport:
    """Everything about one table of ratings.

    Args:
        table: The ratings.
        options: What the reader chose; the defaults when left out.

    Raises:
        ValueError: Unknown weights, or a cut outside the scale.
    """
    chosen = options or Options()
    if len(table.scale) > 1 and not 0 < chosen.cut < len(table.scale):
        raise ValueError(f"a cut at {chosen.cut} does not divide {len(table.scale)} levels")
    shared = Calculation(table, chosen.weights, chosen.plan, chosen.cut, _groups(table))
    wanted = (*MEASURES, "pass_fail_agreement", *(["far_share"] if len(table.scale) > 3 else []))
    found = measures(shared, wanted)
    parts = study.components(table, shared.crossed)
    severity = severities(table, shared.crossed, chosen.margin, chosen.plan.confidence)
    skipped = len(table.skipped)
    return SessionReport(
        table,
        chosen,
        table.items,
        len(table.active),
        len(table.level),
        table.items * len(table.assessors) - len(table.level) - skipped,
        skipped,
        table.coverage,
        _left_out(found),
        found,
        specific_agreement(table.counts),
        by_level(table, shared.patterns),
        _words(found),
        _by_criterion(shared),
        _by_work(shared),
        _profiles(table, severity),
        None if shared.nothing is not None else shared.pairwise,
        parts,
        study.decision_study(parts),
        remarks(table),
        prevalence(table, found),
    )


def _groups(table: Table) -> Codes | None:
    return table.criterion_of if table.items else None


def _left_out(found: dict[str, Result]) -> int:
    interval = found["exact_agreement"].interval
    return 0 if interval is None else interval.left_out


def _words(found: dict[str, Result]) -> dict[str, verbal.Membership]:
    words = {name: verbal.membership_of(one) for name, one in found.items() if name in CHANCE_CORRECTED}
    return {name: one for name, one in words.items() if one is not None}


def by_level(table: Table, patterns: Patterns) -> tuple[float | None, ...]:
    """Fleiss' kappa of each level against the others (Fleiss 1971), None where it does not exist."""
    q = len(table.scale)
    one = np.eye(q)[:, :, None] != np.eye(q)[:, None, :]
    totals = item_totals(patterns.counts, one.astype(np.float64), patterns.frequency[None])
    if totals.paired[0] < 2:
        return (None,) * q
    return tuple(None if np.isnan(value) else float(value) for value in fleiss_by_level(Means.of(totals))[:, 0])


def _profiles(table: Table, severity: list[Severity]) -> tuple[Profile, ...]:
    return profiles(table, severity) if table.items else ()


def _by_criterion(shared: Calculation) -> tuple[Group, ...]:
    """Each criterion; its exact agreement has an interval from the same replicates as the whole."""
    table, drawn = shared.table, shared.drawn
    several = len(table.works) > 1
    names = _WITHIN + _WITHIN_WORKS if several else _WITHIN
    found = []
    points = exact_within(table, members_of(table.criterion_of))
    for place, lie in enumerate(distributions(table, table.criteria, table.criterion_of, shared.cut)):
        own = table.criterion_of == place
        number = shared.number[own]
        bounds = None
        if drawn is not None and lie.pairs:
            most, share = int(number[number > 1].sum()), float(points[place])
            bounds = share_interval(share, drawn.groups[:, place], drawn.method, shared.plan.confidence, most)
        given = {} if bounds is None else {"exact_agreement": bounds}
        found.append(Group(lie, _within(shared, own, names, given)))
    return tuple(found)


def _by_work(shared: Calculation) -> tuple[Group, ...]:
    table = shared.table
    lies = distributions(table, table.works, table.work_of, shared.cut)
    if len(lies) > _MOST_WORKS:
        return tuple(Group(lie, {}) for lie in lies)
    return tuple(
        Group(lie, _within(shared, table.work_of == place, ("exact_agreement",), {})) for place, lie in enumerate(lies)
    )


def _within(
    shared: Calculation, items: NDArray[np.bool_], names: tuple[str, ...], given: dict[str, Interval]
) -> dict[str, Result]:
    plan = Plan("none", confidence=shared.plan.confidence)
    part = Calculation(shared.table.choose(items), shared.weights, plan, shared.cut, wanted=names)
    return measures(part, names, given)
