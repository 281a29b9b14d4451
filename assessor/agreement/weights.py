"""How much two different levels disagree, as a matrix with 0 on the diagonal.

Every measure works with disagreement d = 1 - w: a pair of equal levels then counts exactly 0, also when an
assessor is drawn twice in a resample.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from assessor.agreement.scale import Scale

Weights = Literal["unweighted", "linear", "quadratic", "ordinal", "radical"]
WEIGHTS: tuple[Weights, ...] = get_args(Weights)
Matrix = NDArray[np.float64]


def disagreement(scale: Scale, weights: Weights) -> Matrix:
    """Disagreement between levels, shape (levels, levels), 0 to 1 (Gwet 2014, ch. 3).

    Linear, quadratic and radical weights use the levels' own numbers (their positions when they are words);
    ordinal weights use positions. With a single level nothing can disagree.

    Raises:
        ValueError: Unknown name of weights.
    """
    if weights not in WEIGHTS:
        raise ValueError(f"unknown weights {weights!r}; choose from {', '.join(WEIGHTS)}")
    steps = step_matrix(len(scale))
    if weights == "unweighted":
        return np.asarray(steps > 0, dtype=np.float64)
    if weights == "ordinal":
        return _scaled(steps * (steps + 1) / 2)
    numbers = scale.numbers()
    gaps = np.abs(numbers[:, None] - numbers)
    power = {"linear": 1.0, "quadratic": 2.0, "radical": 0.5}[weights]
    return _scaled(gaps**power)


def _scaled(gaps: Matrix) -> Matrix:
    largest = float(gaps.max())
    return gaps / largest if largest > 0 else gaps


def step_matrix(levels: int) -> Matrix:
    """Steps between positions, shape (levels, levels)."""
    places = np.arange(levels, dtype=np.float64)
    return np.abs(places[:, None] - places)


def beyond(levels: int, steps: int) -> Matrix:
    """1 where two levels lie at least `steps` apart, else 0."""
    return np.asarray(step_matrix(levels) >= steps, dtype=np.float64)


def across(levels: int, cut: int) -> Matrix:
    """1 where one level lies below code `cut` and the other does not, else 0."""
    passed = np.arange(levels) >= cut
    return np.asarray(passed[:, None] != passed, dtype=np.float64)


def interval_metric(scale: Scale) -> Matrix:
    """Krippendorff's interval metric: squared difference of the levels' numbers, scaled to 1 at most."""
    return disagreement(scale, "quadratic")


def ratio_metric(scale: Scale) -> Matrix:
    """Krippendorff's ratio metric ((c - k) / (c + k))^2 for levels of 0 and higher (Krippendorff 2011)."""
    numbers = scale.numbers()
    total = numbers[:, None] + numbers
    gaps = numbers[:, None] - numbers
    return np.asarray((gaps / np.where(total > 0, total, 1.0)) ** 2)
