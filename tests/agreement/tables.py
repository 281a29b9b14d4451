"""Small sessions to tell stories with."""

import numpy as np

from assessor.agreement.calculation import Calculation
from assessor.agreement.measures import MEASURES, measures
from assessor.agreement.resampling import Plan
from assessor.agreement.result import Result
from assessor.agreement.scale import Level, Scale
from assessor.agreement.table import Rating, Table
from assessor.agreement.weights import Weights

OVG = Scale.of(["O", "V", "G"])
QUICK = Plan(replicates=200)
NO_INTERVAL = Plan("none")


def of(*rows: str, scale: Scale = OVG) -> Table:
    """A table of letters: an item a word, an assessor a letter, a point where a rating is missing."""
    return Table.from_rows([[None if mark == "." else mark for mark in row] for row in rows], scale)


def figures(table: Table, weights: Weights = "unweighted", plan: Plan = NO_INTERVAL) -> dict[str, Result]:
    return measures(Calculation(table, weights, plan), MEASURES)


def value(table: Table, name: str, weights: Weights = "unweighted") -> float | None:
    return measures(Calculation(table, weights, NO_INTERVAL), [name])[name].value


def lesson(assessors: int, criteria: int, *, works: int = 1, seed: int = 1, missing: float = 0.0) -> Table:
    """A session in which works and assessors really differ; criteria 1, 2 ... of lessons 1, 2 ..."""
    rng = np.random.default_rng(seed)
    strict, good = rng.normal(0, 0.3, assessors), rng.normal(0, 0.6, (works, criteria))
    ratings = []
    for work in range(works):
        for criterion in range(criteria):
            for assessor in range(assessors):
                seen = good[work, criterion] + strict[assessor] + rng.normal(0, 0.6)
                level: Level | None = "OVG"[int(np.searchsorted([-0.6, 0.5], seen))]
                if rng.random() < missing:
                    level = None
                ratings.append(Rating(f"les {work + 1}", f"{criterion + 1}", f"b{assessor + 1}", level))
    return Table.from_ratings(ratings, OVG)
