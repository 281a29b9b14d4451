"""Values with their margins on one scale."""

from __future__ import annotations

import pytest

from assessor.paper.charts.intervals import DOT, LABEL, NUMBER, Margin, intervals
from assessor.paper.charts.shapes import Rectangle, Words


@pytest.mark.parametrize("share", [(0.0, 0.0, 0.1), (0.5, 0.4, 0.7), (1.0, 1.0, 1.0)])
def test_a_value_lies_within_its_frame_and_its_margin_is_said(share: tuple[float, float, float]) -> None:
    drawing = intervals([Margin("2026 · v1.0", share)], 480)
    frame, margin, dot = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    assert frame.width == 480 - LABEL - NUMBER
    assert frame.x <= dot.x <= frame.x + frame.width - DOT + 1e-9
    assert margin.width == pytest.approx(max(0.5, frame.width * (share[2] - share[1])))
    value, low, high = (round(100 * part) for part in share)
    assert drawing.alternative.nl == f"2026 · v1.0: {value} van de 100 ({low}–{high})."
    assert dot.meaning is not None
    assert dot.meaning.en == f"{value} out of 100 ({low}–{high})"


def test_what_cannot_be_computed_is_said() -> None:
    drawing = intervals([Margin("2025", None)], 480)
    assert drawing.alternative.nl == "2025: niet te berekenen."
    assert [shape.text for shape in drawing.shapes if isinstance(shape, Words)] == ["2025", "–"]
