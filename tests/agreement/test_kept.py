"""Figures of which only the margins are left can still be compared."""

from __future__ import annotations

import numpy as np
import pytest

from assessor.agreement.kept import difference, shifts
from tests.agreement.wilson import wilson


def test_a_change_has_a_margin_of_its_own() -> None:
    # Newcombe (1998), Statistics in Medicine 17, 873-890, example (a): 56/70 against 48/80, method 10.
    one, other = wilson(48, 80), wilson(56, 70)
    found = difference(one, other)
    assert found.value == pytest.approx(0.2)
    assert (found.low, found.high) == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))
    assert not found.may_be_chance
    assert difference(one, one).may_be_chance


def test_the_margin_holds_no_change_as_often_as_it_says() -> None:
    draw = np.random.default_rng(5)
    ones, others = draw.binomial(60, 0.7, 2_000), draw.binomial(90, 0.7, 2_000)
    inside = [
        difference(wilson(int(one), 60), wilson(int(other), 90)).may_be_chance
        for one, other in zip(ones, others, strict=True)
    ]
    assert 0.93 <= np.mean(inside) <= 0.97


def test_a_level_that_was_given_more_often_is_named() -> None:
    assert shifts({"O": 5, "V": 5, "N": 90}, {"O": 2, "V": 8}, ("O", "V")) == [("V", 0.5, 0.8)]
    assert shifts({"O": 5, "V": 5}, {"O": 5, "V": 5}, ("O", "V")) == []
    assert shifts({}, {"V": 8}, ("O", "V")) == []
