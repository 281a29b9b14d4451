"""Intraclass correlations: their intervals where bounds behave badly, and with missing cells."""

import math

import numpy as np
import pytest
from scipy.special import expit, ndtri

from assessor.agreement.icc import (
    MeanSquares,
    _absolute_interval,
    _complete,
    _correlation,
    _f_interval,
    _stepped,
    correlations,
    share,
)
from assessor.agreement.kendall import concordance
from assessor.agreement.reml import reml
from assessor.agreement.result import Reason
from assessor.agreement.severity import crossed
from assessor.agreement.table import Table
from assessor.agreement.two_assessors import lin, square, squares
from tests.agreement.reference import table as reference
from tests.agreement.tables import OVG, lesson, of


def test_bounds_that_do_not_exist_are_left_out() -> None:
    assert _absolute_interval(MeanSquares(1e-9, 1.0, 1.0, 1.0, 3, 2), 0.95) == (None, None)
    assert _absolute_interval(MeanSquares(1.0, 1.0, 0.0, 1.0, 3, 2), 0.95) == (None, None)
    assert _f_interval(1.0, 0.0, (2, 2), 2, 0.95) == (None, None)


def test_items_with_equal_means_have_no_correlation_of_means() -> None:
    found = correlations(of("OG", "GO"))
    assert found["icc_c_k"].reason is Reason.NO_SPREAD
    assert found["icc_1"].value == pytest.approx(-1.0)


def test_bounds_of_the_mean_rating_keep_their_order() -> None:
    # Under -1 / (k - 1) the step to the mean of k has no bound; it used to turn over to 1.
    for rows in (("OOG", "GVO", "OGV"), ("OG", "VV", "GV", "VG"), ("OVG", "VGO", "GOV", "OGV", "GVO", "VOG")):
        for name, found in correlations(of(*rows)).items():
            if found.interval is not None and found.value is not None:
                assert found.interval.low <= found.value <= found.interval.high, (name, rows)
    assert _stepped(-0.5, 3) == -math.inf
    assert _stepped(-0.4, 3) == pytest.approx(-6.0)
    assert _stepped(0.5, 3) == pytest.approx(0.75)


def test_a_correlation_under_minus_one_keeps_its_interval_around_it() -> None:
    found = correlations(of("OG", "GO", "OG", "GO", "VV", "OV"))["icc_c_k"]
    assert found.value < -1.0
    assert found.interval is not None
    assert found.interval.low == found.value
    assert found.interval.clipped


def test_bounds_that_leave_the_figure_outside_are_none() -> None:
    assert _correlation(1.0, 2.0, (0.6, 0.9), 0.95).interval is None
    assert _correlation(1.0, 2.0, (0.1, 0.4), 0.95).interval is None
    assert _correlation(1.0, 2.0, (0.1, 0.9), 0.95).interval is not None


def test_means_of_a_perfect_table() -> None:
    found = _complete(MeanSquares(2.0, 0.0, 0.0, 0.0, 4, 3), 0.95)
    assert {one.value for one in found.values()} == {1.0}
    assert {one.interval for one in found.values()} == {None}


def test_missing_cells_are_close_to_the_complete_table() -> None:
    whole, holes = lesson(12, 1, works=40, seed=4), lesson(12, 1, works=40, seed=4, missing=0.1)
    one, two = correlations(whole), correlations(holes, fit=crossed(holes))
    for name, found in one.items():
        assert two[name].value == pytest.approx(found.value, abs=0.05), name
        assert two[name].interval is not None
        assert two[name].interval.low < found.value < two[name].interval.high
        assert two[name].interval.method == "reml"


def test_shares_of_variance_at_the_ends_have_no_interval() -> None:
    nothing = np.zeros((2, 2))
    assert share(np.array([0.0, 1.0]), nothing, np.array([1.0]), 0.95).interval is None
    assert share(np.array([0.0, 0.0]), nothing, np.array([1.0]), 0.95).reason is Reason.NO_SPREAD


def test_a_square_needs_two_assessors() -> None:
    with pytest.raises(ValueError, match="3 assessors"):
        square(of("OVG"))


def test_rows_of_the_square_are_the_first_assessor() -> None:
    table = of("OV", "OG", "VV", "G.", ".O", "GO")
    assert square(table).tolist() == [[0, 1, 1], [0, 1, 0], [1, 0, 0]]


def test_squares_of_parts_add_up_to_the_whole() -> None:
    table = of("OV", "OG", "VV", "G.", ".O", ".V", "V.", "GO", "OO")
    parts = squares(table, np.arange(9) % 2, 2)
    assert parts.sum(axis=0).tolist() == square(table).tolist()
    assert parts[0].tolist() == [[1, 1, 0], [0, 1, 0], [0, 0, 0]]


@pytest.mark.parametrize("name", ["icc_1", "icc_a_1", "icc_c_1", "icc_1_k", "icc_a_k", "icc_c_k"])
def test_an_interval_says_what_it_rests_on(name: str) -> None:
    complete, holes = lesson(6, 1, works=20), lesson(6, 1, works=20, missing=0.1)
    assert correlations(complete)[name].interval.method == "f"
    assert correlations(complete)[name].interval.confidence == 0.95
    assert correlations(holes)[name].interval.method == "reml"


def test_equal_numbers_have_no_concordance() -> None:
    assert lin(square(of("VV", "VV")), OVG).value is None
    assert concordance(of("VV", "VV").grid, 3).tie_corrected is None


def test_concordance_follows_ranks_only() -> None:
    given = reference("siegel_kendall_w")
    stretched = Table.from_rows([[level**3 for level in row] for row in [[1, 1, 6], [6, 5, 3], [3, 6, 2], [2, 4, 5]]])
    plain = Table.from_rows([[1, 1, 6], [6, 5, 3], [3, 6, 2], [2, 4, 5]])
    assert concordance(given.grid, 6).uncorrected == pytest.approx(0.161904761905)
    assert concordance(stretched.grid, len(stretched.scale)) == concordance(plain.grid, len(plain.scale))


def test_with_missing_cells_each_form_is_its_own_share_of_the_components() -> None:
    holes = lesson(8, 1, works=30, seed=2, missing=0.2)
    fit = crossed(holes)
    item, assessor, rest = (fit.components[name] for name in ("item", "assessor", "residual"))
    sizes = holes.counts.sum(axis=0)
    k = len(sizes) / (1.0 / sizes).sum()
    found = correlations(holes)
    assert found["icc_a_1"].value == pytest.approx(item / (item + assessor + rest))
    assert found["icc_c_1"].value == pytest.approx(item / (item + rest))
    assert found["icc_a_k"].value == pytest.approx(item / (item + (assessor + rest) / k))
    assert found["icc_c_k"].value == pytest.approx(item / (item + rest / k))
    lone = reml(holes.scale.numbers()[holes.level], {"item": holes.item}).components
    assert found["icc_1"].value == pytest.approx(lone["item"] / (lone["item"] + lone["residual"]))
    assert found["icc_1_k"].value == pytest.approx(lone["item"] / (lone["item"] + lone["residual"] / k))


@pytest.mark.parametrize("noise", [[1.0, 1.0], [0.0, 1.0], [0.25, 0.25]])
@pytest.mark.parametrize("confidence", [0.9, 0.95])
def test_the_interval_of_a_correlation_with_missing_cells_follows_from_how_its_logit_bends(
    noise: list[float], confidence: float
) -> None:
    components = np.array([0.4, 0.1, 0.3])
    covariance = np.array([[0.02, -0.001, -0.002], [-0.001, 0.004, -0.0005], [-0.002, -0.0005, 0.006]])

    def logit(at: np.ndarray) -> float:
        return math.log(at[0]) - math.log(float(np.array(noise) @ at[1:]))

    step = 1e-6
    slope = np.array([(logit(components + one) - logit(components - one)) / (2 * step) for one in step * np.eye(3)])
    middle, reach = logit(components), ndtri((1 + confidence) / 2) * math.sqrt(slope @ covariance @ slope)
    found = share(components, covariance, np.array(noise), confidence)
    assert found.value == pytest.approx(expit(middle))
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((expit(middle - reach), expit(middle + reach)))
    assert (found.interval.method, found.interval.confidence, found.interval.clipped) == ("reml", confidence, False)


def test_an_item_without_ratings_leaves_the_mean_squares_and_their_intervals_as_they_are() -> None:
    full, hole = of("OVO", "GVO", "OOV", "VGG"), of("OVO", "GVO", "...", "OOV", "VGG")
    assert correlations(hole) == correlations(full)
    assert correlations(hole)["icc_1"].value is not None
    assert correlations(hole)["icc_c_1"].interval is not None
    assert correlations(hole)["icc_c_1"].interval.method == "f"  # type: ignore[union-attr]


def test_two_criteria_of_one_lesson_have_no_correlation() -> None:
    assert correlations(lesson(4, 2))["icc_a_1"].reason is Reason.ONE_WORK
    assert correlations(of("OVG", "..."))["icc_a_1"].reason is Reason.ONE_ITEM


def test_what_is_known_of_the_components_already_is_not_looked_for_again() -> None:
    table = of("OV.", "VVG", "GOO", "V.O")
    assert {one.reason for one in correlations(table, fit=Reason.TOO_LARGE).values()} == {Reason.TOO_LARGE}
    assert correlations(table, fit=crossed(table)) == correlations(table)
