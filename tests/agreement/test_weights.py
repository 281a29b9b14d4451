"""The matrices of disagreement, by hand."""

import numpy as np
import pytest

from assessor.agreement.calculation import Calculation
from assessor.agreement.measures import measures
from assessor.agreement.scale import Scale
from assessor.agreement.weights import WEIGHTS, across, beyond, disagreement, ratio_metric
from tests.agreement.tables import NO_INTERVAL, OVG, of

QUARTERS = Scale.of([0, 0.25, 0.5])


@pytest.mark.parametrize("weights", WEIGHTS)
def test_steps_smaller_than_one_weigh_as_whole_steps(weights) -> None:
    assert disagreement(QUARTERS, weights) == pytest.approx(disagreement(Scale.of([0, 1, 2]), weights))


def test_each_kind_of_weights() -> None:
    first = {weights: disagreement(OVG, weights)[0].tolist() for weights in WEIGHTS}
    assert first == {
        "unweighted": [0.0, 1.0, 1.0],
        "linear": [0.0, 0.5, 1.0],
        "quadratic": [0.0, 0.25, 1.0],
        "ordinal": [0.0, pytest.approx(1 / 3), 1.0],
        "radical": [0.0, pytest.approx(0.5**0.5), 1.0],
    }


def test_an_unknown_kind_of_weights_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="choose from unweighted, linear, quadratic, ordinal, radical"):
        disagreement(OVG, "cubic")  # type: ignore[arg-type]


def test_the_cut_itself_is_a_pass() -> None:
    assert across(3, 1).tolist() == [[0, 1, 1], [1, 0, 0], [1, 0, 0]]
    assert across(3, 2).tolist() == [[0, 0, 1], [0, 0, 1], [1, 1, 0]]
    passed = measures(Calculation(of("OV", "VG", "GG", "OO"), plan=NO_INTERVAL, cut=1), ["pass_fail_agreement"])
    assert passed["pass_fail_agreement"].value == 0.75
    good = measures(Calculation(of("OV", "VG", "GG", "OO"), plan=NO_INTERVAL, cut=2), ["pass_fail_agreement"])
    assert good["pass_fail_agreement"].value == 0.75


def test_steps_apart() -> None:
    assert beyond(4, 2).tolist() == [[0, 0, 1, 1], [0, 0, 0, 1], [1, 0, 0, 0], [1, 1, 0, 0]]


def test_ratios_by_hand() -> None:
    wanted = [[0, 1, 1], [1, 0, (2 / 4) ** 2], [1, (2 / 4) ** 2, 0]]
    assert ratio_metric(Scale.of([0, 1, 3])) == pytest.approx(np.array(wanted))
    assert ratio_metric(Scale.of([0, 0.25, 0.5]))[1, 2] == pytest.approx(1 / 9)
