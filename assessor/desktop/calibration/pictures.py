"""The drawings of a round as widgets: one for each question that a group has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from assessor.desktop.charts.view import ChartView
from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.figures import Counts, GroupFigures
from assessor.domain.instrument import NOT_OBSERVED, Instrument
from assessor.paper.charts.shapes import Drawing
from assessor.reports import calibration_charts as charts


def spread_bar(context: Context, name: str, counts: Counts, figures: GroupFigures) -> ChartView:
    """How often each level was given; `name` is for screen readers, and stands above it on the page itself."""
    language = context.language
    return ChartView(name, lambda width: charts.spread("", counts, figures, language, width), language)


def legend(context: Context, instrument: Instrument, figures: GroupFigures) -> QWidget:
    """What the letters mean."""
    words = [
        f"{code} = {context.say(word)}" for code, word in zip(figures.levels, figures.words, strict=True)
    ]  # fmt: skip
    words.append(f"{context.say(charts.AWAY)} = {context.say(instrument.models[0].scale.word(NOT_OBSERVED))}")
    return label(" · ".join(words), "muted")


def verdict_bars(
    context: Context, figures: GroupFigures, instrument: Instrument, casussen: Mapping[str, str]
) -> ChartView | None:
    """What the rule makes of the sheets."""
    language = context.language
    if charts.verdicts(figures, instrument, casussen, language, 1.0) is None:
        return None
    return ChartView("", lambda width: _made(charts.verdicts(figures, instrument, casussen, language, width)), language)


def flip_chart(context: Context, figures: GroupFigures, instrument: Instrument) -> QWidget | None:
    """On which criteria outcomes hang."""
    if charts.flips(figures, instrument, 1.0) is None:
        return None
    name, language = context.say(charts.FLIPS), context.language
    view = ChartView(name, lambda width: _made(charts.flips(figures, instrument, width)), language)
    return _titled(name, context.say(charts.FLIPS_ABOUT), view)


def pattern_maps(
    context: Context, figures: GroupFigures, instrument: Instrument, casussen: Mapping[str, str]
) -> list[tuple[str, ChartView]]:
    """The sheets of each casus without names, with the code of the casus."""
    language = context.language
    return [
        (
            code,
            ChartView(
                f"{context.say(charts.PATTERNS)} {code}",
                lambda width, casus=casus_id: _made(  # type: ignore[misc]
                    charts.patterns(casus, figures, instrument, language, width)
                ),
                language,
            ),
        )
        for casus_id, code in casussen.items()
        if casus_id in figures.patterns
    ]


def _titled(title: str, about: str, view: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(label(title, "label"), label(about, "muted"), view, spacing=GRID))
    return made


def _made(drawing: Drawing | None) -> Drawing:
    assert drawing is not None  # noqa: S101 - asked above, and figures never change
    return drawing
