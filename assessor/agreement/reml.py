"""Variance components by restricted maximum likelihood on Henderson's mixed-model equations.

y = mean + a random effect of each factor + rest, with any pattern of missing cells. The factor with most levels is
absorbed (its block is diagonal), the rest is solved densely; steps are average-information steps
(Patterson & Thompson 1971; Henderson 1975; Gilmour, Thompson & Cullis 1995).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessor.agreement.table import Codes, Floats

_FLOOR = 1e-8
_STEPS = 200
_REACH = 20.0
_CELLS = 20_000_000


@dataclass(frozen=True, slots=True)
class Effects:
    """Shrunken effects of one factor.

    Attributes:
        value: Best linear unbiased predictions, shape (levels,).
        error: Their prediction errors, shape (levels,).
    """

    value: Floats
    error: Floats


@dataclass(frozen=True, slots=True)
class Fit:
    """Components of variance.

    Attributes:
        components: Variance of each factor and of the `residual`; 0.0 on the boundary.
        covariance: Asymptotic covariance of the components in the same order, residual last.
        effects: Shrunken effects of each factor.
        mean: The overall mean.
        steps: Iterations used.
    """

    components: dict[str, float]
    covariance: Floats
    effects: dict[str, Effects]
    mean: float
    steps: int


def fits(factors: Mapping[str, Codes]) -> bool:
    """Whether the equations of these factors fit in memory and time."""
    sizes = sorted((int(codes.max()) + 1 for codes in factors.values()), reverse=True)
    rest = 1 + sum(sizes[1:])
    return rest * (sizes[0] + rest) <= _CELLS and rest <= 2500


def reml(y: Floats, factors: Mapping[str, Codes]) -> Fit:
    """Fit the components.

    Args:
        y: The ratings as numbers, shape (ratings,), not all equal.
        factors: Level of each rating on each random factor, shape (ratings,), numbered from 0.

    Raises:
        ValueError: All ratings are equal, so that there is no variance to divide.
    """
    spread = float(y.var())
    if spread <= 0.0:
        raise ValueError("all ratings are equal")
    equations = _Equations(y, factors)
    floor = _FLOOR * spread
    variances = np.full(len(factors) + 1, spread / (len(factors) + 1))
    state = equations.solve(variances)
    step = 0
    for step in range(1, _STEPS + 1):
        moved = _advance(equations, variances, state, floor)
        if moved is None:
            break
        change = float(np.abs(moved[0] - variances).max())
        variances, state = moved
        if change <= 1e-10 * spread:
            break
    return equations.fit(variances, state, floor, step)


@dataclass(frozen=True, slots=True)
class _State:
    """Solution of the equations at some variances."""

    deviance: float
    slope: Floats
    information: Floats
    mean: float
    effects: tuple[Floats, ...]
    errors: tuple[Floats, ...]


def _advance(equations: _Equations, variances: Floats, state: _State, floor: float) -> tuple[Floats, _State] | None:
    """One average-information step, held above the floor and halved until the likelihood does not fall."""
    free = (variances > floor) | (state.slope > 0)
    if not free.any():
        return None
    step = np.zeros_like(variances)
    step[free] = np.linalg.lstsq(state.information[np.ix_(free, free)], state.slope[free], rcond=1e-12)[0]
    for _ in range(30):
        moved = np.maximum(np.clip(variances + step, variances / _REACH, variances * _REACH), floor)
        try:
            found = equations.solve(moved)
        except np.linalg.LinAlgError:  # so near a perfect fit that the equations are singular: step less far
            found = state
        if found is not state and found.deviance <= state.deviance + 1e-12 * abs(state.deviance):
            return moved, found
        step *= 0.5
    return None


class _Equations:
    """The mixed-model equations, with the largest factor absorbed."""

    def __init__(self, y: Floats, factors: Mapping[str, Codes]) -> None:
        self.names = list(factors)
        self.codes = [factors[name] for name in self.names]
        self.sizes = [int(codes.max()) + 1 for codes in self.codes]
        self.big = int(np.argmax(self.sizes))
        self.rest = [place for place in range(len(self.names)) if place != self.big]
        starts = np.cumsum([1, *(self.sizes[place] for place in self.rest)])
        self.parts = {place: slice(starts[i], starts[i + 1]) for i, place in enumerate(self.rest)}
        self.width = int(starts[-1])
        self.y = y - y.mean()
        self.centre = float(y.mean())
        self.count = np.bincount(self.codes[self.big], minlength=self.sizes[self.big]).astype(np.float64)
        self.cross, self.square = self._products()
        self.big_y, self.rest_y = self.project(self.y)
        self.total = float(self.y @ self.y)

    def project(self, vector: Floats) -> tuple[Floats, Floats]:
        """Sums of a vector over the levels of the absorbed factor and over mean and other factors."""
        rest = np.empty(self.width)
        rest[0] = vector.sum()
        for place, part in self.parts.items():
            rest[part] = np.bincount(self.codes[place], vector, self.sizes[place])
        return np.bincount(self.codes[self.big], vector, self.sizes[self.big]), rest

    def _products(self) -> tuple[Floats, Floats]:
        cross = np.empty((self.sizes[self.big], self.width))
        square = np.zeros((self.width, self.width))
        cross[:, 0] = self.count
        square[0, 0] = len(self.y)
        for place, part in self.parts.items():
            cross[:, part] = self._meet(self.big, place)
            square[0, part] = square[part, 0] = np.bincount(self.codes[place], minlength=self.sizes[place])
            for other, span in self.parts.items():
                square[part, span] = self._meet(place, other)
        return cross, square

    def _meet(self, first: int, second: int) -> Floats:
        width = self.sizes[second]
        flat = np.bincount(self.codes[first] * width + self.codes[second], minlength=self.sizes[first] * width)
        return flat.reshape(self.sizes[first], width).astype(np.float64)

    def solve(self, variances: Floats) -> _State:
        """Solutions, deviance and derivatives at these variances."""
        rest = float(variances[-1])
        ratios = rest / variances[:-1]
        weight = 1.0 / (self.count + ratios[self.big])
        matrix = self.square - self.cross.T @ (self.cross * weight[:, None])
        for place, part in self.parts.items():
            matrix[part, part] += np.diag(np.full(self.sizes[place], ratios[place]))
        lower = np.linalg.cholesky(matrix)
        inverse = np.linalg.inv(matrix)
        solution = inverse @ (self.rest_y - self.cross.T @ (weight * self.big_y))
        absorbed = weight * (self.big_y - self.cross @ solution)
        effects = [absorbed if place == self.big else solution[self.parts[place]] for place in range(len(self.names))]
        diagonals = self._diagonals(inverse, weight)
        logs = 2.0 * float(np.log(np.diag(lower)).sum()) - float(np.log(weight).sum())
        left = self.total - float(solution @ self.rest_y) - float(absorbed @ self.big_y)
        free = len(self.y) - 1 - sum(self.sizes)
        deviance = free * np.log(rest) + logs + left / rest
        deviance += sum(size * np.log(s) for size, s in zip(self.sizes, variances[:-1], strict=True))
        slope, information = self._derivatives(variances, solution[0], effects, diagonals, inverse, weight)
        errors = tuple(np.sqrt(rest * diagonal) for diagonal in diagonals)
        return _State(float(deviance), slope, information, float(solution[0]), tuple(effects), errors)

    def _diagonals(self, inverse: Floats, weight: Floats) -> list[Floats]:
        """Diagonal of the inverse of the whole system, for each factor."""
        middle = np.einsum("ap,ap->a", self.cross @ inverse, self.cross)
        return [
            weight + weight * weight * middle if place == self.big else np.diag(inverse)[self.parts[place]]
            for place in range(len(self.names))
        ]

    def _derivatives(
        self,
        variances: Floats,
        mean: float,
        effects: list[Floats],
        diagonals: list[Floats],
        inverse: Floats,
        weight: Floats,
    ) -> tuple[Floats, Floats]:
        """Slope of the log-likelihood and the average information."""
        rest = float(variances[-1])
        ratios = rest / variances[:-1]
        residual = self.y - mean
        directions = []
        slope = np.empty(len(variances))
        used = 0.0
        for place, own in enumerate(effects):
            residual = residual - own[self.codes[place]]
            taken = float((1.0 - ratios[place] * diagonals[place]).sum())
            used += taken
            own_scaled = own / variances[place]
            slope[place] = 0.5 * (float(own_scaled @ own_scaled) - taken / variances[place])
            directions.append(own_scaled[self.codes[place]])
        directions.append(residual / rest)
        slope[-1] = 0.5 * (float(residual @ residual) / rest - (len(self.y) - 1 - used)) / rest
        work = np.stack(directions)
        sums = [self.project(direction) for direction in work]
        big = np.stack([one for one, _ in sums])
        small = np.stack([one for _, one in sums]) - (big * weight) @ self.cross
        explained = (big * weight) @ big.T + small @ inverse @ small.T
        return slope, 0.5 * (work @ work.T - explained) / rest

    def fit(self, variances: Floats, state: _State, floor: float, steps: int) -> Fit:
        """The outcome in the caller's names; what lies on the floor is zero."""
        shown = np.where(variances <= 2.0 * floor, 0.0, variances)
        effects = {name: Effects(state.effects[place], state.errors[place]) for place, name in enumerate(self.names)}
        return Fit(
            dict(zip([*self.names, "residual"], map(float, shown), strict=True)),
            np.linalg.pinv(state.information),
            effects,
            self.centre + state.mean,
            steps,
        )


def number(*codes: NDArray[np.intp]) -> Codes:
    """Combined levels of some factors, numbered from 0 without gaps."""
    joined = codes[0]
    for one in codes[1:]:
        joined = joined * (int(one.max(initial=0)) + 1) + one
    return np.unique(joined, return_inverse=True)[1].reshape(-1).astype(np.intp)
