"""Sessions over the years: the same lessons only, and a warning when levels shifted."""

from dataclasses import replace

import pytest

from assessor.agreement.resampling import Plan
from assessor.agreement.scale import Scale
from assessor.agreement.table import Table
from assessor.agreement.trend import Occasion, trend
from tests.agreement.tables import QUICK, lesson, of


def test_the_first_session_has_no_trend() -> None:
    found = trend([Occasion("2025", lesson(6, 7))], QUICK)
    assert found.changes == ()
    assert found.sentence.nl == "Dit is de eerste sessie; verloop is er vanaf de tweede."


def test_the_same_lesson_scored_again() -> None:
    first, second = lesson(10, 7, seed=1), lesson(10, 7, seed=1)
    found = trend([Occasion("2025", first), Occasion("2026", second)], QUICK)
    change = found.changes[0]
    assert change.items == 7
    assert change.difference == pytest.approx(0.0)
    assert change.chance
    assert change.sentence.nl == "Dit verschil kan toeval zijn."
    assert found.sentence.nl.startswith("2025: ")
    assert "; 2026: " in found.sentence.nl


def test_agreement_that_really_rose_and_levels_that_shifted() -> None:
    before = of(*["OVGOVGOVGO", "VGOVGOVGOV", "GOVGOVGOVG"] * 4)
    now = replace(before, level=before.level * 0 + 1)
    found = trend([Occasion("2025", before), Occasion("2026", now)], QUICK)
    change = found.changes[0]
    assert change.chance is False
    assert change.difference == pytest.approx(1 - 12 / 45)
    assert [(shift.level, round(shift.now, 2)) for shift in change.shifts] == [(1, 1.0)]
    assert "groter dan door toeval" in change.sentence.nl
    assert "Let op: in 2026 is vaker V gegeven (100 % tegen 33 %)." in change.sentence.nl


def test_another_lesson_cannot_be_compared() -> None:
    other = replace(lesson(6, 7), works=("een andere les",))
    found = trend([Occasion("2025", lesson(6, 7)), Occasion("2026", other)], QUICK)
    assert found.changes[0].difference is None
    assert found.changes[0].sentence.nl.startswith("Niet te vergelijken: in 2026 is een andere les gescoord.")


def test_a_session_without_pairs_has_no_figure() -> None:
    found = trend([Occasion("2025", of("OV", "VG", "GG")), Occasion("2026", of("O", "V", "G"))], QUICK)
    assert found.changes[0].difference is None
    assert found.changes[0].chance is None
    assert "2026: niet te berekenen" in found.sentence.nl


def test_without_intervals_chance_cannot_be_told() -> None:
    table = of("OV", "VG", "GG")
    found = trend([Occasion("2025", table), Occasion("2026", table)], Plan("none"))
    assert found.changes[0].difference == 0.0
    assert found.changes[0].chance is None
    assert "(" not in found.sentence.nl


def test_other_scales_are_not_compared() -> None:
    five = Table.from_rows([[1, 2], [2, 3]], Scale.of([1, 2, 3]))
    with pytest.raises(ValueError, match="different scales"):
        trend([Occasion("2025", lesson(3, 3)), Occasion("2026", five)])
