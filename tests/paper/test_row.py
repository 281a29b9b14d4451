"""Rows stay whole while they can, and break inside a long text where they cannot."""

import pytest
from reportlab.platypus import Paragraph, Spacer

from assessor.paper import fonts
from assessor.paper.pen import Pen
from assessor.paper.row import Cell, Dress, Row, headed
from assessor.paper.styles import BODY, HEADING, STRONG


@pytest.fixture(autouse=True)
def _letters():
    fonts.register()


PEN = Pen("nl")
LINE = BODY.leading


def lines(count: int) -> Paragraph:
    return PEN.prose("\n".join(f"regel {number}" for number in range(count)))


def height(row: Row) -> float:
    return row.wrap(400, 700)[1]


def test_a_row_is_as_high_as_its_highest_cell_with_its_white():
    row = Row([Cell(0, 100, [lines(1)]), Cell(110, 200, [lines(3), lines(2)])], Dress(above=4, below=8))
    assert height(row) == 5 * LINE + 12


def test_the_larger_of_two_distances_stands_between_neighbours():
    above, below = lines(1), lines(1)
    above.spaceAfter, below.spaceBefore = 3, 10
    assert height(Row([Cell(0, 100, [above, below])], Dress(above=0, below=0))) == 2 * LINE + 10


def test_a_short_row_does_not_break():
    assert Row([Cell(0, 200, [lines(5)])], keep=200).split(400, 30) == []


def test_a_long_row_breaks_and_loses_nothing():
    row = Row([Cell(0, 30, [PEN.line("4.1", STRONG)]), Cell(40, 200, [lines(60)])], breaks=1, keep=100)
    first, rest = row.split(400, 300)
    assert first.wrap(400, 300)[1] <= 300
    assert first.cells[0].flowables
    assert not rest.cells[0].flowables
    white = row.dress.above + row.dress.below
    assert height(first) + height(rest) == pytest.approx(60 * LINE + white + row.dress.below)


def test_a_row_whose_other_cells_do_not_fit_moves_as_a_whole():
    row = Row([Cell(0, 30, [Spacer(0, 200)]), Cell(40, 200, [lines(60)])], breaks=1, keep=100)
    assert row.split(400, 100) == []
    assert height(row) > 0


def test_a_heading_is_never_left_alone():
    heading = PEN.line("Model 3", HEADING)
    heading.keepWithNext = 1
    row = headed([heading], Row([Cell(0, 300, [lines(60)])], keep=100), 400)
    assert row.getSpaceBefore() == HEADING.spaceBefore
    assert row.split(400, HEADING.leading + 20) == []
    first, rest = row.split(400, 300)
    assert height(first) <= 300
    assert height(rest) > 0


def test_two_long_texts_side_by_side_break_together():
    row = Row([Cell(0, 190, [lines(60)]), Cell(200, 190, [lines(40)]), Cell(395, 5)], breaks=None, keep=100)
    first, rest = row.split(400, 300)
    assert height(first) <= 300
    kept = [cell.flowables for cell in rest.cells]
    assert [len(inside) for inside in kept] == [1, 1, 0]
    # The second goes on over more pages, and what has ended stays ended.
    again, last = rest.split(400, 300)
    assert height(again) <= 300
    assert [len(cell.flowables) for cell in last.cells] == [1, 0, 0]


def test_side_by_side_nothing_breaks_where_one_could_not_start():
    wanted = PEN.line("op basisniveau", STRONG)
    wanted.keepWithNext = 1
    row = Row([Cell(0, 190, [lines(60)]), Cell(200, 190, [wanted, lines(60)])], breaks=None, keep=100)
    assert row.split(400, 2.2 * LINE) == []
    assert height(row) > 60 * LINE
