"""The drawings of a round as widgets: one for each question that a group has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from assessor.desktop.charts.view import ChartView
from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.figures import Counts, GroupFigures
from assessor.domain.instrument import NOT_OBSERVED, Instrument
from assessor.domain.text import Language
from assessor.paper.charts.shapes import Drawing
from assessor.reports import calibration_charts as charts


def spread_bar(context: Context, name: str, counts: Counts, figures: GroupFigures) -> ChartView:
    """How often each level was given; `name` is for screen readers, and stands above it on the page itself."""
    language = context.language
    return ChartView(
        name, lambda width: charts.spread("", counts, figures, language, width), language, same_height=True
    )


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
    return _view("", lambda width: charts.verdicts(figures, instrument, casussen, language, width), language)


def flip_chart(context: Context, figures: GroupFigures, instrument: Instrument) -> QWidget | None:
    """On which criteria outcomes hang."""
    if charts.flips(figures, instrument, 1.0) is None:
        return None
    name, language = context.say(charts.FLIPS), context.language
    view = _view(name, lambda width: charts.flips(figures, instrument, width), language)
    return _titled(name, context.say(charts.FLIPS_ABOUT), view)


def pattern_maps(
    context: Context, figures: GroupFigures, instrument: Instrument, casussen: Mapping[str, str]
) -> list[tuple[str, ChartView]]:
    """The sheets of the most divided casussen without names, with the code of the casus."""
    language = context.language
    name = context.say(charts.PATTERNS)

    def drawn(casus_id: str) -> Callable[[float], Drawing | None]:
        return lambda width: charts.patterns(casus_id, figures, instrument, language, width)

    return [
        (code, _view(f"{name} {code}", drawn(casus_id), language))
        for casus_id in charts.shown_patterns(figures, tuple(casussen))
        for code in [casussen[casus_id]]
    ]


def _titled(title: str, about: str, view: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(label(title, "label"), label(about, "muted"), view, spacing=GRID))
    return made


def _view(name: str, draw: Callable[[float], Drawing | None], language: Language) -> ChartView:
    """A drawing that is known to be there: the figures of a round never change."""

    def drawn(width: float) -> Drawing:
        made = draw(width)
        if made is None:
            raise ValueError("there is nothing to draw")
        return made

    return ChartView(name, drawn, language, same_height=True)
