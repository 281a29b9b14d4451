"""Variance components by restricted maximum likelihood on Henderson's mixed-model equations.

y = mean + a random effect of each factor + rest, with any pattern of missing cells. One factor and all that is nested
in it are absorbed (they form small blocks), what remains is solved densely; steps are average-information steps
(Patterson & Thompson 1971; Henderson 1975; Gilmour, Thompson & Cullis 1995).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessor.agreement.table import Codes, Floats

_FLOOR = 1e-7
_STEPS = 200
_REACH = 20.0
_BLIND = 1e-8
_LOST = 1e-6
_CELLS = 20_000_000
_MOST_WORK = 2e10


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


@dataclass(frozen=True, slots=True)
class _Absorption:
    """Which factors are absorbed, in blocks by the levels of one of them.

    Attributes:
        inside: Places of the absorbed factors.
        blocks: Number of blocks.
        depth: Slots of a block, some empty.
        slot: For each absorbed factor, the slot of each level counted over all blocks.
        width: Mean and levels that remain.
    """

    inside: tuple[int, ...]
    blocks: int
    depth: int
    slot: dict[int, Codes]
    width: int

    @property
    def cost(self) -> float:
        """Rough number of multiplications of one solution."""
        return float(self.width**3 + self.blocks * self.depth * (self.depth + self.width) ** 2)

    @property
    def cells(self) -> int:
        """Numbers to keep in memory."""
        return self.blocks * self.depth * (self.depth + self.width) + self.width**2


def _absorb(codes: list[Codes], sizes: list[int], group: int) -> _Absorption:
    """Absorb one factor with everything nested in it."""
    slot, depth, inside = {}, np.zeros(sizes[group], dtype=np.intp), []
    for place, own in enumerate(codes):
        home = np.zeros(sizes[place], dtype=np.intp)
        home[own] = codes[group]
        if np.array_equal(home[own], codes[group]):
            order = np.argsort(home, kind="stable")
            rank = np.empty_like(order)
            rank[order] = np.arange(len(order)) - np.searchsorted(home[order], home[order])
            slot[place] = (home, depth[home] + rank)
            depth += np.bincount(home, minlength=sizes[group])
            inside.append(place)
    deep = int(depth.max())
    width = 1 + sum(size for place, size in enumerate(sizes) if place not in slot)
    slots = {place: home * deep + within for place, (home, within) in slot.items()}
    return _Absorption(tuple(inside), sizes[group], deep, slots, width)


def _best(codes: list[Codes]) -> _Absorption:
    sizes = [int(one.max()) + 1 for one in codes]
    return min((_absorb(codes, sizes, group) for group in range(len(codes))), key=lambda found: found.cost)


def fits(factors: Mapping[str, Codes]) -> bool:
    """Whether the equations of these factors fit in memory and time."""
    found = _best(list(factors.values()))
    return found.cells <= _CELLS and found.cost <= _MOST_WORK


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
    steps = 0
    while steps < _STEPS:
        steps += 1
        moved = _advance(equations, variances, state, floor)
        if moved is None:
            break
        change, gain = float(np.abs(moved[0] - variances).max()), state.deviance - moved[1].deviance
        variances, state = moved
        if change <= (1e-10 if gain > 1e-9 else 1e-6) * spread:
            break
    return equations.fit(variances, state, floor, steps)


@dataclass(frozen=True, slots=True)
class _State:
    """Solution of the equations at some variances."""

    deviance: float
    slope: Floats
    information: Floats
    mean: float
    effects: tuple[Floats, ...]
    errors: tuple[Floats, ...]


@dataclass(frozen=True, slots=True)
class _Solved:
    """Parts of one solution that the derivatives need: what is left, effects, and the inverse in its pieces."""

    residual: Floats
    effects: list[Floats]
    diagonals: list[Floats]
    inverse: Floats
    inner: Floats
    spread: Floats


def _advance(equations: _Equations, variances: Floats, state: _State, floor: float) -> tuple[Floats, _State] | None:
    """One average-information step, held above the floor and halved until the likelihood does not fall."""
    free = (variances > floor) | (state.slope > 0)
    # Where the effects are all but zero the average information is too: then only the direction of the slope is known.
    blind = free & (np.diag(state.information) * variances**2 < _BLIND)
    known = free & ~blind
    step = np.zeros_like(variances)
    step[known] = _informed(variances[known], state.slope[known], state.information[np.ix_(known, known)])
    step[blind] = np.where(state.slope[blind] > 0, _REACH - 1.0, 1.0 / _REACH - 1.0) * variances[blind]
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


def _informed(variances: Floats, slope: Floats, information: Floats) -> Floats:
    """The average-information step, or one up the slope where the information is blind to a part of it.

    It is where all effects lie in one line, as when assessors agree on all that they rated. Both are taken relative to
    the variances, so that a small one beside large ones is not taken for nothing.
    """
    inner, rise = information * np.outer(variances, variances), slope * variances
    step = np.linalg.lstsq(inner, rise, rcond=1e-12)[0]
    if np.abs(rise - inner @ step).max(initial=0.0) > _LOST:
        step = _REACH ** (rise / np.abs(rise).max()) - 1.0
    return np.asarray(step * variances)


class _Equations:
    """The mixed-model equations, with a block-diagonal part absorbed."""

    def __init__(self, y: Floats, factors: Mapping[str, Codes]) -> None:
        self.names = list(factors)
        self.codes = [factors[name] for name in self.names]
        self.sizes = [int(codes.max()) + 1 for codes in self.codes]
        self.absorbed = _best(self.codes)
        rest = [place for place in range(len(self.names)) if place not in self.absorbed.slot]
        starts = np.cumsum([1, *(self.sizes[place] for place in rest)])
        self.parts = {place: slice(starts[i], starts[i + 1]) for i, place in enumerate(rest)}
        self.centre = float(y.mean())
        self.y = y - self.centre
        # Where each rating adds up: slots of the absorbed factors, and columns of the mean and the other factors.
        self.deep = [self.absorbed.slot[place][self.codes[place]] for place in self.absorbed.inside]
        columns = [np.zeros(len(y), dtype=np.intp)]
        self.wide = columns + [self.parts[place].start + self.codes[place] for place in rest]
        self.blocks, self.cross, self.square = self._products()
        self.deep_y, self.wide_y = self.project(self.y)

    def project(self, vector: Floats) -> tuple[Floats, Floats]:
        """Sums of a vector over the absorbed slots, shape (blocks * depth,), and over the other columns."""
        slots = self.absorbed.blocks * self.absorbed.depth
        deep = sum(np.bincount(place, vector, slots) for place in self.deep)
        wide = sum(np.bincount(place, vector, self.absorbed.width) for place in self.wide)
        return np.asarray(deep, dtype=np.float64), np.asarray(wide, dtype=np.float64)

    def _products(self) -> tuple[Floats, Floats, Floats]:
        blocks, depth, width = self.absorbed.blocks, self.absorbed.depth, self.absorbed.width
        inner = np.zeros(blocks * depth * depth)
        cross = np.zeros(blocks * depth * width)
        square = np.zeros(width * width)
        for one in self.deep:
            for other in self.deep:
                inner += np.bincount(one * depth + other % depth, minlength=len(inner))
            for column in self.wide:
                cross += np.bincount(one * width + column, minlength=len(cross))
        for first in self.wide:
            for column in self.wide:
                square += np.bincount(first * width + column, minlength=len(square))
        return inner.reshape(blocks, depth, depth), cross.reshape(-1, width), square.reshape(width, width)

    def _diagonal(self, ratios: Floats) -> Floats:
        """What the absorbed blocks carry on their diagonal; 1 on empty slots."""
        shape = self.absorbed.blocks, self.absorbed.depth
        diagonal = np.ones(shape[0] * shape[1])
        for place in self.absorbed.inside:
            diagonal[self.absorbed.slot[place]] = ratios[place]
        return diagonal.reshape(shape)

    def solve(self, variances: Floats) -> _State:
        """Solutions, deviance and derivatives at these variances."""
        rest = float(variances[-1])
        ratios = rest / variances[:-1]
        depth = np.arange(self.absorbed.depth)
        blocks = self.blocks.copy()
        blocks[:, depth, depth] += self._diagonal(ratios)
        inner = np.asarray(np.linalg.inv(blocks), dtype=np.float64)
        shape = (self.absorbed.blocks, self.absorbed.depth, self.absorbed.width)
        spread = (inner @ self.cross.reshape(shape)).reshape(self.cross.shape)
        matrix = self.square - self.cross.T @ spread
        for place, part in self.parts.items():
            matrix[part, part] += np.diag(np.full(self.sizes[place], ratios[place]))
        lower = np.linalg.cholesky(matrix)
        inverse = np.asarray(np.linalg.inv(matrix), dtype=np.float64)
        solution = inverse @ (self.wide_y - spread.T @ self.deep_y)
        inside = (inner @ (self.deep_y - self.cross @ solution).reshape(*shape[:2], 1)).reshape(-1)
        logs = 2.0 * float(np.log(np.diag(lower)).sum()) + float(np.linalg.slogdet(blocks)[1].sum())
        corner = np.diagonal(inner, axis1=1, axis2=2).reshape(-1)
        corner = corner + np.einsum("ap,ap->a", spread @ inverse, spread)
        effects, diagonals = self._by_factor(inside, solution), self._by_factor(corner, np.diag(inverse))
        residual = self.y - solution[0]
        for own, codes in zip(effects, self.codes, strict=True):
            residual = residual - own[codes]
        deviance = logs + self._deviance(variances, residual, effects)
        solved = _Solved(residual, effects, diagonals, inverse, inner, spread)
        slope, information = self._derivatives(variances, solved)
        errors = tuple(np.sqrt(rest * np.maximum(diagonal, 0.0)) for diagonal in diagonals)
        return _State(deviance, slope, information, float(solution[0]), tuple(effects), errors)

    def _deviance(self, variances: Floats, residual: Floats, effects: list[Floats]) -> float:
        """-2 log restricted likelihood without the determinants; a sum of squares, so that nothing cancels."""
        rest = float(variances[-1])
        found = (len(self.y) - 1 - sum(self.sizes)) * np.log(rest) + float(residual @ residual) / rest
        for own, size, variance in zip(effects, self.sizes, variances[:-1], strict=True):
            found += size * np.log(variance) + float(own @ own) / variance
        return float(found)

    def _by_factor(self, deep: Floats, wide: Floats) -> list[Floats]:
        """Take the part of each factor from a vector over slots and one over columns."""
        slot = self.absorbed.slot
        return [deep[slot[place]] if place in slot else wide[self.parts[place]] for place in range(len(self.names))]

    def _derivatives(self, variances: Floats, solved: _Solved) -> tuple[Floats, Floats]:
        """Slope of the log-likelihood and the average information."""
        rest = float(variances[-1])
        slope = np.empty(len(variances))
        used = 0.0
        for place, own in enumerate(solved.effects):
            taken = float((1.0 - rest / variances[place] * solved.diagonals[place]).sum())
            used += taken
            squares = float(own @ own) / variances[place]
            slope[place] = 0.5 * (squares - taken) / variances[place]
        squares = float(solved.residual @ solved.residual)
        slope[-1] = 0.5 * (squares / rest - (len(self.y) - 1 - used)) / rest
        whole, deep, wide = self._directions(variances, solved)
        wide -= solved.spread.T @ deep
        parts = deep.reshape(self.absorbed.blocks, self.absorbed.depth, -1)
        explained = np.add.reduce(parts.transpose(0, 2, 1) @ (solved.inner @ parts), axis=0)
        explained += wide.T @ solved.inverse @ wide
        return slope, 0.5 * (whole - explained) / rest

    def _directions(self, variances: Floats, solved: _Solved) -> tuple[Floats, Floats, Floats]:
        """Products of the working variates of all components, and their sums over slots and columns.

        A factor's working variate is its effects over its variance; the last one is what is left over its variance.
        Only that one needs the ratings themselves: the others follow from the equations.
        """
        deep = np.zeros((len(self.deep_y), len(variances)))
        wide = np.zeros((len(self.wide_y), len(variances)))
        for place, own in enumerate(solved.effects):
            if place in self.absorbed.slot:
                deep[self.absorbed.slot[place], place] = own / variances[place]
            else:
                wide[self.parts[place], place] = own / variances[place]
        left = solved.residual / float(variances[-1])
        shape = self.absorbed.blocks, self.absorbed.depth, len(variances)
        deep_sums = (self.blocks @ deep.reshape(shape)).reshape(deep.shape) + self.cross @ wide
        wide_sums = self.cross.T @ deep + self.square @ wide
        deep_sums[:, -1], wide_sums[:, -1] = self.project(left)
        whole = deep.T @ deep_sums + wide.T @ wide_sums
        whole[-1] = whole[:, -1]
        whole[-1, -1] = float(left @ left)
        return whole, deep_sums, wide_sums

    def fit(self, variances: Floats, state: _State, floor: float, steps: int) -> Fit:
        """The outcome in the caller's names; what lies on the floor is zero."""
        shown = np.where(variances <= 2.0 * floor, 0.0, variances)
        effects = {name: Effects(state.effects[place], state.errors[place]) for place, name in enumerate(self.names)}
        covariance = np.asarray(np.linalg.pinv(state.information), dtype=np.float64)
        return Fit(
            dict(zip([*self.names, "residual"], map(float, shown), strict=True)),
            covariance,
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
