"""Variance components: equal to other ways of finding them, at the boundary and near a perfect fit."""

import numpy as np
import pytest

from assessor.agreement import reml as engine
from assessor.agreement.icc import NAMES, correlations
from assessor.agreement.planning import components, decision_study
from assessor.agreement.reml import fits, number, reml
from assessor.agreement.result import Reason
from assessor.agreement.severity import crossed, severities
from tests.agreement.tables import lesson, of


def cells(rng: np.random.Generator, items: int, people: int, share: float) -> tuple[np.ndarray, ...]:
    item, person = np.nonzero(rng.random((items, people)) < share)
    y = rng.normal(0, 1, items)[item] + rng.normal(0, 0.5, people)[person] + rng.normal(0, 0.7, len(item))
    return y, number(item), number(person)


def test_complete_data_gives_the_mean_squares() -> None:
    y, item, person = cells(np.random.default_rng(5), 12, 6, 1.1)
    grid = y.reshape(12, 6)
    rows, columns = grid.mean(axis=1), grid.mean(axis=0)
    rest = ((grid - rows[:, None] - columns + grid.mean()) ** 2).sum() / 55
    found = reml(y, {"item": item, "person": person}).components
    assert found["residual"] == pytest.approx(rest)
    assert found["item"] == pytest.approx(rows.var(ddof=1) - rest / 6)
    assert found["person"] == pytest.approx(columns.var(ddof=1) - rest / 12)


def test_the_likelihood_cannot_be_raised_by_a_small_step() -> None:
    y, item, person = cells(np.random.default_rng(7), 15, 8, 0.6)
    factors = {"item": item, "person": person}
    fit = reml(y, factors)
    equations = engine._Equations(y, factors)
    best = np.array(list(fit.components.values()))
    at_best = equations.solve(best).deviance
    for place in range(3):
        for step in (0.98, 1.02):
            moved = best.copy()
            moved[place] *= step
            assert equations.solve(moved).deviance > at_best


def test_which_factor_is_absorbed_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    table = lesson(6, 4, works=7, missing=0.2)
    one = components(table).variances
    sizes = engine._best

    def another(codes: list) -> engine._Absorption:
        counted = [int(own.max()) + 1 for own in codes]
        return max((engine._absorb(codes, counted, g) for g in range(len(codes))), key=lambda found: found.cost)

    monkeypatch.setattr(engine, "_best", another)
    two = components(table).variances
    assert sizes is not another
    for name, variance in one.items():
        assert two[name] == pytest.approx(variance, abs=1e-7)


def test_a_component_on_the_boundary_is_zero() -> None:
    # Every item has the same mean, so no variance between items is left over.
    y = np.array([0.0, 1.0, 2.0, 1.0, 2.0, 0.0, 2.0, 0.0, 1.0])
    item, person = np.repeat(np.arange(3), 3), np.tile(np.arange(3), 3)
    found = reml(y, {"item": item, "person": person}).components
    assert found["item"] == 0.0
    assert found["person"] == 0.0
    assert found["residual"] == pytest.approx(y.var(ddof=1))


def test_a_perfect_fit_leaves_no_rest() -> None:
    item, person = np.nonzero(np.random.default_rng(3).random((10, 6)) < 0.8)
    found = reml((item % 3).astype(float), {"item": item, "person": person}).components
    assert found["residual"] == 0.0
    assert found["person"] == 0.0
    assert found["item"] == pytest.approx((np.arange(10) % 3).var(ddof=1), rel=1e-5)


@pytest.mark.parametrize(
    "rows",
    [
        ["GGG", "OO.", ".OO", "OO."],
        ["V.V", "G.G", "VVV", ".VV", "VVV", "O.O"],
        ["V.", "OO", "GG", ".V", ".V", "VV"],
        [".O", "O.", "VV", "..", "VV"],
    ],
)
def test_equal_assessors_leave_no_rest_whatever_is_missing(rows: list[str]) -> None:
    # Effects and rest then lie in one line, and the average information knows nothing of the other direction.
    table = of(*rows)
    fit = crossed(table)
    assert fit.components["residual"] == 0.0
    assert fit.components["assessor"] == 0.0
    found = correlations(table)
    for name in NAMES:
        assert found[name].value == pytest.approx(1.0, abs=1e-6), name


def test_ratings_without_variance_have_no_components() -> None:
    with pytest.raises(ValueError, match="all ratings are equal"):
        reml(np.ones(4), {"item": np.array([0, 0, 1, 1])})


def test_a_step_into_singular_equations_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    y, item, person = cells(np.random.default_rng(7), 15, 8, 0.6)
    plain = reml(y, {"item": item, "person": person})
    whole, calls = np.linalg.cholesky, []

    def sometimes(matrix: np.ndarray) -> np.ndarray:
        calls.append(1)
        if len(calls) == 3:
            raise np.linalg.LinAlgError
        return whole(matrix)

    monkeypatch.setattr(np.linalg, "cholesky", sometimes)
    found = reml(y, {"item": item, "person": person})
    assert found.components == pytest.approx(plain.components, rel=1e-6)


def test_when_no_step_can_be_taken_the_start_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    y, item, person = cells(np.random.default_rng(7), 15, 8, 0.6)
    whole, calls = np.linalg.cholesky, []

    def once(matrix: np.ndarray) -> np.ndarray:
        calls.append(1)
        if len(calls) > 1:
            raise np.linalg.LinAlgError
        return whole(matrix)

    monkeypatch.setattr(np.linalg, "cholesky", once)
    found = reml(y, {"item": item, "person": person})
    assert found.steps == 1
    assert list(found.components.values()) == pytest.approx([y.var() / 3] * 3)


def test_steps_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    y, item, person = cells(np.random.default_rng(7), 15, 8, 0.6)
    monkeypatch.setattr(engine, "_STEPS", 2)
    assert reml(y, {"item": item, "person": person}).steps == 2


def test_a_step_that_never_improves_ends_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    y, item, person = cells(np.random.default_rng(7), 15, 8, 0.6)
    equations = engine._Equations(y, {"item": item, "person": person})
    fit = reml(y, {"item": item, "person": person})
    best = np.array(list(fit.components.values()))
    state = equations.solve(best)
    uphill = engine._State(
        state.deviance - 1.0, state.slope, state.information, state.mean, state.effects, state.errors
    )
    assert engine._advance(equations, best, uphill, 1e-9) is None


def test_tables_that_do_not_fit_are_said_to_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    table = lesson(5, 3, works=4, missing=0.2)
    monkeypatch.setattr(engine, "_CELLS", 10)
    assert not fits({"item": table.item, "assessor": table.assessor})
    assert crossed(table) is Reason.TOO_LARGE
    assert components(table).reason is Reason.TOO_LARGE
    assert severities(table, Reason.TOO_LARGE)[0].reason is Reason.TOO_LARGE


def test_works_criteria_and_assessors_are_told_apart() -> None:
    found = components(lesson(8, 4, works=12, seed=2))
    assert list(found.variances) == ["work", "criterion", "work_criterion", "assessor", "work_assessor", "residual"]
    assert sum(found.shares.values()) == pytest.approx(1.0)
    assert (found.works, found.criteria) == (12, 4)


def test_one_rating_of_each_work_and_criterion_says_too_little() -> None:
    assert components(of("OV", "V.", "G.")).reason is Reason.NO_REPETITION
    rows = [("les 1", "a"), ("les 2", "b")]
    from assessor.agreement.table import Rating, Table
    from tests.agreement.tables import OVG

    table = Table.from_ratings(
        [
            Rating(work, criterion, who, level)
            for (work, criterion), pair in zip(rows, ("OV", "VG"), strict=True)
            for who, level in zip("xy", pair, strict=True)
        ],
        OVG,
    )
    assert components(table).reason is Reason.NO_REPETITION


def test_more_assessors_are_more_dependable() -> None:
    plan = decision_study(components(lesson(8, 1, works=20, seed=2)))
    absolute = [step.absolute for step in plan.curve]
    assert absolute == sorted(absolute)
    assert all(step.relative >= step.absolute for step in plan.curve)
    assert plan.reached[0.70] is not None
    assert not plan.rough
    assert plan.curve[plan.reached[0.70] - 1].absolute >= 0.70
