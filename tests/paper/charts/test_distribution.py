"""Stacked bars tell the same on screen, on paper and aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.text import Text
from assessor.paper.charts.distribution import BAR, Bar, Marks, shade, stacked_bars
from assessor.paper.charts.shapes import Rectangle, Words

MARKS = Marks(
    ("O", "V", "G"),
    (Text("onvoldoende", "insufficient"), Text("voldoende", "sufficient"), Text("goed", "good")),
    "N",
    "n.w.",
)
counts = st.dictionaries(st.sampled_from("OVGN"), st.integers(0, 150))


@given(given=counts)
def test_the_parts_of_a_bar_are_its_counts(given: dict[str, int]) -> None:
    drawing = stacked_bars([Bar("3.1 Beginsituatie", given)], MARKS, 480)
    parts = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    total = sum(given.values())
    if not total:
        assert [(part.width, part.dashed) for part in parts] == [(480, True)]
        return
    wanted = [given.get(mark, 0) for mark in ("O", "V", "G", "N") if given.get(mark, 0)]
    assert [part.width * total / 480 for part in parts] == pytest.approx(wanted)
    assert sum(part.width for part in parts) == pytest.approx(480)
    for words in (shape for shape in drawing.shapes if isinstance(shape, Words) and shape.align == "middle"):
        under = next(part for part in parts if part.x <= words.x <= part.x + part.width)
        # Light words stand on dark shades only, and words on hatching have a ground of their own.
        assert words.on_dark == (under.shade > 0.5)
        assert words.plate == under.hatched
        assert len(words.text) * 4.6 <= under.width


def test_no_level_is_told_by_colour_alone() -> None:
    drawing = stacked_bars([Bar("3.1", {"O": 6, "V": 6, "G": 6, "N": 6})], MARKS, 480)
    low, middle, high, away = (shape for shape in drawing.shapes if isinstance(shape, Rectangle))
    assert (low.hatched, away.dashed) == (True, True)
    assert low.shade < middle.shade < high.shade
    assert [shape.text for shape in drawing.shapes if isinstance(shape, Words)] == [
        "3.1",
        "O 6",
        "V 6",
        "G 6",
        "n.w. 6",
    ]
    assert high.meaning == Text("6 keer goed", "6 times good")
    assert drawing.alternative.nl == "3.1 (6 onvoldoende, 6 voldoende, 6 goed, 6 n.w.)."
    assert drawing.height > BAR
    assert shade(0, 1) == 1.0
