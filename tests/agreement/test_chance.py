"""Chance disagreement by assessor, beside a slow count over every pair of different assessors."""

import itertools
import math

import numpy as np
import pytest

from assessor.agreement.chance import by_assessor, resampled, without_cells
from assessor.agreement.scale import Scale
from assessor.agreement.table import Table
from assessor.agreement.weights import disagreement
from tests.agreement.tables import of


def table_of(levels: int, missing: float, seed: int) -> Table:
    rng = np.random.default_rng(seed)
    given = rng.integers(0, levels, (9, 5))
    holes = rng.random((9, 5)) < missing
    rows = np.where(holes, None, given.astype(object)).tolist()
    return Table.from_rows(rows, Scale.of(range(levels)))


def slowly(table: Table, matrix: np.ndarray, items: np.ndarray, people: np.ndarray) -> float:
    """Mean over pairs of different assessors, each counted as often as both were drawn; NaN without a pair."""
    part = {}
    for assessor in range(len(table.assessors)):
        own = table.assessor == assessor
        counts = np.bincount(table.level[own], items[table.item[own]], len(table.scale))
        if counts.sum() and people[assessor]:
            part[assessor] = counts / counts.sum()
    top = bottom = 0.0
    for one, other in itertools.permutations(part, 2):
        times = people[one] * people[other]
        top += times * float(part[one] @ matrix @ part[other])
        bottom += times
    return top / bottom if bottom else math.nan


@pytest.mark.parametrize("weights", ["unweighted", "quadratic"])
@pytest.mark.parametrize(("levels", "missing"), [(3, 0.0), (3, 0.4), (5, 0.2), (6, 0.2), (7, 0.0)])
def test_every_replicate_is_the_mean_over_pairs_of_different_assessors(levels: int, missing: float, weights) -> None:
    table = table_of(levels, missing, seed=levels)
    matrix = disagreement(table.scale, weights)
    rng = np.random.default_rng(3)
    items = rng.integers(0, 3, (8, table.items)).astype(float)
    people = rng.integers(0, 3, (8, len(table.assessors))).astype(float)
    once = np.ones(len(table.assessors))
    chance = resampled(table, matrix)
    assert chance(items, None) == pytest.approx([slowly(table, matrix, one, once) for one in items])
    assert chance(items, people) == pytest.approx(
        [slowly(table, matrix, one, who) for one, who in zip(items, people, strict=True)], nan_ok=True
    )
    assert by_assessor(table.use, matrix) == pytest.approx(slowly(table, matrix, np.ones(table.items), once))


def test_who_is_missing_from_one_replicate_is_not_missing_from_the_next() -> None:
    table = of("OV.", "V.G", "GOO", "..G")
    matrix = disagreement(table.scale, "linear")
    items = np.array([[1.0, 0, 0, 0], [1, 1, 1, 1], [0, 2, 0, 1], [0, 0, 1, 0], [0, 0, 0, 3]])
    wanted = [slowly(table, matrix, one, np.ones(3)) for one in items]
    assert np.isnan(wanted).tolist() == [False, False, False, False, True]
    assert resampled(table, matrix)(items, None) == pytest.approx(wanted, nan_ok=True)


def test_a_replicate_without_two_assessors_has_no_chance() -> None:
    table = of("OV.", "V.G", "GOO")
    matrix = disagreement(table.scale, "linear")
    chance = resampled(table, matrix)
    nobody, only_first, first_two = np.zeros((1, 3)), np.array([[0.0, 0.0, 0.0]]), np.array([[1.0, 0.0, 0.0]])
    assert np.isnan(chance(nobody, None)).all()
    assert np.isnan(chance(np.ones((1, 3)), np.array([[3.0, 0.0, 0.0]]))).all()
    assert np.isnan(chance(only_first, None)).all()
    assert chance(first_two, None) == pytest.approx([float(matrix[0, 1])])


def test_without_a_cell_that_leaves_one_assessor_there_is_no_chance() -> None:
    table = of("OV", "G.", "V.")
    matrix = disagreement(table.scale, "unweighted")
    keys, cell = np.unique(table.item * 2 + table.assessor, return_inverse=True)
    found = without_cells(table, matrix, keys % 2, cell)
    assert found is not None
    expected = []
    for lost in keys:
        kept = table.item * 2 + table.assessor != lost
        use = np.zeros((2, 3))
        np.add.at(use, (table.assessor[kept], table.level[kept]), 1.0)
        expected.append(by_assessor(use, matrix))
    assert found == pytest.approx(expected, nan_ok=True)
    assert np.isnan(found).sum() == 1


def test_who_asks_for_no_chance_gets_none() -> None:
    table = of("OV", "VG")
    _, cell = np.unique(table.item * 2 + table.assessor, return_inverse=True)
    assert resampled(table, None)(np.ones((1, 2)), None) is None
    assert without_cells(table, None, np.arange(4) % 2, cell) is None
