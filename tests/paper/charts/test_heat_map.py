"""The heat map tells levels apart without colour, says what is pointed at, and stays on a page with 150 sheets."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from assessor.domain.calibration.pattern import Pattern, by_pattern
from assessor.domain.text import Text
from assessor.paper.charts.distribution import Bar
from assessor.paper.charts.heat_map import HEAD, MOST_HEIGHT, heat_map
from assessor.paper.charts.outcomes import flip_bars, outcome_bars
from assessor.paper.charts.picture import SHARP, png
from assessor.paper.charts.shapes import Rectangle, Words
from tests.paper.charts.test_distribution import MARKS

NAMES = {"3.1": Text("Beginsituatie", "Starting point"), "3.2": Text("Doelen", "Goals")}


def few() -> Pattern:
    sheets = [{"3.1": "O", "3.2": "V"}, {"3.1": "G", "3.2": "V"}, {"3.1": "G", "3.2": "V"}, {"3.1": "N"}]
    return by_pattern(sheets, ("3.1", "3.2"), MARKS.levels)


def test_each_cell_bears_its_letter_and_its_hint() -> None:
    drawing = heat_map(few(), MARKS, 480, NAMES)
    cells = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    hints = [cell.meaning.nl for cell in cells if cell.meaning is not None]
    assert hints.count("3.1 Beginsituatie: onvoldoende") == 1
    assert hints.count("3.1 Beginsituatie: goed") == 2
    assert "3.1 Beginsituatie: n.w." in hints
    assert "3.2 Doelen: niet gescoord" in hints
    assert len({(cell.shade, cell.hatched, cell.dashed) for cell in cells}) == 4, "told apart without colour"
    letters = [shape.text for shape in drawing.shapes if isinstance(shape, Words)]
    assert sorted(letters) == sorted(["3.1", "3.2", "O", "G", "G", "n.w.", "V", "V", "V"])
    assert "4 formulieren zonder namen" in drawing.alternative.nl
    assert "2 keer: V G." in drawing.alternative.nl


def test_many_sheets_keep_to_a_page_and_cells_that_are_alike_become_one() -> None:
    codes = [f"k{number}" for number in range(36)]
    sheets = [{code: "OVG"[(place + number) % 3] for number, code in enumerate(codes)} for place in range(150)]
    drawing = heat_map(by_pattern(sheets, codes, MARKS.levels), MARKS, 480, {})
    assert drawing.height == pytest.approx(HEAD + MOST_HEIGHT)
    cells = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    assert len(cells) < 36 * 10, "50 sheets that are alike are one block"
    assert any(cell.meaning is not None and cell.meaning.en.startswith("k0 : 50 times") for cell in cells)
    assert all(cell.x + cell.width <= 480.01 for cell in cells)


def test_sheets_that_all_differ_are_said_to() -> None:
    drawing = heat_map(by_pattern([{"3.1": "O"}, {"3.1": "V"}], ("3.1",), MARKS.levels), MARKS, 480, NAMES)
    assert drawing.alternative.en.endswith("No two sheets are alike.")


def test_what_tips_the_outcome_stands_first() -> None:
    drawing = flip_bars([("3.1", 2), ("3.2", 5)], 10, 480, NAMES)
    assert drawing.alternative.nl == (
        "3.2 Doelen: bij 5 van de 10 hangt de uitslag hiervan af. "
        "3.1 Beginsituatie: bij 2 van de 10 hangt de uitslag hiervan af."
    )
    longest, shorter = [shape.width for shape in drawing.shapes if isinstance(shape, Rectangle)]
    assert longest == pytest.approx(2.5 * shorter)


def test_outcomes_are_bars_of_the_three_verdicts() -> None:
    drawing = outcome_bars([Bar("Model 3", {"O": 2, "V": 5, "": 1})], 480, "nog geen")
    assert drawing.alternative.nl == "Model 3 (2 onvoldoende, 5 voldoende, 1 nog geen)."


def test_a_picture_holds_the_same_drawing() -> None:
    drawing = heat_map(few(), MARKS, 480, NAMES)
    image = Image.open(BytesIO(png(drawing))).convert("RGB")
    assert image.size == (480 * SHARP, round(drawing.height * SHARP))
    darkest = next(shape for shape in drawing.shapes if isinstance(shape, Rectangle) and shape.shade == 1)
    place = ((darkest.x + 4) * SHARP, (darkest.y + 4) * SHARP)
    red, green, blue = image.getpixel((round(place[0]), round(place[1])))  # type: ignore[misc]
    assert (red, green, blue) == pytest.approx((0x14, 0x58, 0x6B), abs=12)
