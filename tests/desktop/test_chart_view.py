"""A drawing on screen says what is pointed at, is heard as words, and can be read in every theme."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor.desktop import theme
from assessor.desktop.charts.view import ChartView, contrast, legible, luminance, tint
from assessor.domain.text import Text
from assessor.paper.charts.distribution import Bar, shade, stacked_bars
from assessor.paper.charts.picture import png
from assessor.paper.charts.shapes import Drawing, Rectangle
from tests.paper.charts.test_distribution import MARKS

pytestmark = pytest.mark.usefixtures("no_network")


def chart(qtbot: QtBot, counts: dict[str, int]) -> ChartView:
    made = ChartView("3.1", lambda width: stacked_bars([Bar("", counts)], MARKS, width), "en")
    qtbot.addWidget(made)
    made.resize(600, made.heightForWidth(600))
    return made


def test_a_bar_is_heard_and_says_what_is_pointed_at(qtbot: QtBot) -> None:
    made = chart(qtbot, {"O": 1, "V": 3})
    assert made.accessibleName() == "3.1: 1 insufficient, 3 sufficient."
    assert made.hint_at(QPointF(20, 5)) == "1 times insufficient"
    assert made.hint_at(QPointF(500, 5)) == "3 times sufficient"
    assert made.hint_at(QPointF(20, 5000)) == ""


def test_a_drawing_that_must_fit_gets_smaller_letters(qtbot: QtBot) -> None:
    made = chart(qtbot, {"O": 1, "V": 3})
    before = made.drawing.width
    made.fit_height()
    made.resize(600, 8)
    assert made.drawing.width > before
    assert not made.grab().isNull()


def test_of_what_lies_over_each_other_the_topmost_is_told_and_a_ground_has_no_edge(qtbot: QtBot) -> None:
    ground = Rectangle(0, 0, 100, 20, meaning=Text("grond", "ground"), edged=False)
    letter = Rectangle(40, 5, 10, 10, 1.0, meaning=Text("letter", "letter"))
    drawn = Drawing(100, 20, (ground, letter), Text("twee", "two"))
    made = ChartView("", lambda _width: drawn, "nl")
    qtbot.addWidget(made)
    made.resize(600, 200)
    assert (made.hint_at(QPointF(3, 3)), made.accessibleName()) == ("grond", "twee")
    scale = (made.heightForWidth(600) - 1) / 20
    assert made.hint_at(QPointF(45 * scale, 10 * scale)) == "letter"
    image = made.grab().toImage()
    assert image.pixelColor(0, 0) == image.pixelColor(round(5 * scale), round(3 * scale))
    assert image.pixelColor(round(45 * scale), round(10 * scale)) != image.pixelColor(0, 0)
    assert png(drawn) != png(replace(drawn, shapes=(replace(ground, edged=True), letter)))


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("levels", [2, 3, 4])
def test_words_on_every_shade_can_be_read(qapp: QApplication, name: str, levels: int) -> None:
    look = theme.load(name)
    for place in range(levels):
        ground = tint(look, shade(place, levels))
        ink = legible(look, shade(place, levels))
        assert contrast(luminance(ink), luminance(ground)) >= 4.5
