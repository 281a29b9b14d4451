"""The reveal as slides: what to discuss first, every distribution, outcomes, patterns, and how we talk."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout, QWidget

from assessor.desktop.calibration.beamer import Slide
from assessor.desktop.calibration.pictures import flip_chart, legend, pattern_maps, verdict_bars
from assessor.desktop.calibration.reveal_view import DISCUSS, OUTCOME, Revealed
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.script import GROUND_RULES, places_to_discuss
from assessor.domain.text import Text
from assessor.reports import calibration_charts as charts
from assessor.reports.calibration_room import WHO

AT_ONCE = 4
"""Criteria on one slide."""
READING_AID = Text(
    "Verschil is het onderwerp van gesprek, niet het probleem.", "Difference is the subject of talk, not the problem."
)


def slides_of(shown: Revealed) -> list[Slide]:
    """The slides of a reveal; no participant's name stands on any."""
    return [*_first(shown), *_spread(shown), *_outcomes(shown), *_patterns(shown), _rules(shown)]


def question(shown: Revealed) -> str:
    """What a moderator asks first."""
    words = shown.figures.words
    return shown.context.say(WHO.fill(low=words[0], high=words[-1]))


def _first(shown: Revealed) -> Iterator[Slide]:
    first = shown.figures.order[: places_to_discuss(shown.session.script)]
    told = shown.told(DISCUSS)
    if told is None:
        return
    heading = shown.context.say(told.heading)
    if not first:
        yield Slide(heading, _column(*(label(shown.context.say(line)) for line in told.lines)))
    for start in range(0, len(first), AT_ONCE):
        yield Slide(heading, _bars(shown, first[start : start + AT_ONCE], shown.context.say(READING_AID)))


def _spread(shown: Revealed) -> Iterator[Slide]:
    title = QCoreApplication.translate("Slides", "How the levels are spread")
    codes = [one.criterion for one in shown.figures.criteria]
    for start in range(0, len(codes), AT_ONCE):
        yield Slide(title, _bars(shown, codes[start : start + AT_ONCE]))


def _bars(shown: Revealed, codes: tuple[str, ...] | list[str], about: str = "") -> QWidget:
    parts: list[QWidget | QLayout] = [legend(shown.context, shown.instrument, shown.figures)]
    parts += [column(label(shown.name(code), "label"), shown.bar(code), spacing=GRID) for code in codes]
    # A bar bears its own room below it; four of them and a line must stay on the slide of the smallest beamer.
    return _column(*parts, *([label(about, "muted")] if about else []), spacing=GRID)


def _outcomes(shown: Revealed) -> Iterator[Slide]:
    told = shown.told(OUTCOME)
    bars = verdict_bars(shown.context, shown.figures, shown.instrument, shown.codes)
    if told is None or bars is None:
        return
    title = shown.context.say(told.heading)
    yield Slide(title, _column(bars, *(label(shown.context.say(line)) for line in told.lines[:3])))
    flips = flip_chart(shown.context, shown.figures, shown.instrument)
    if flips is not None:
        yield Slide(title, _column(flips))


def _patterns(shown: Revealed) -> Iterator[Slide]:
    for code, view in pattern_maps(shown.context, shown.figures, shown.instrument, shown.codes):
        view.fit_height()
        title = shown.context.say(charts.PATTERNS)
        several = f" · {code}" if len(shown.casussen) > 1 else ""
        made, layout = QWidget(), column(label(shown.context.say(charts.PATTERNS_ABOUT), "muted"), spacing=2 * GRID)
        layout.addWidget(view, 1)
        made.setLayout(layout)
        yield Slide(title + several, made)


def _rules(shown: Revealed) -> Slide:
    rules = [label(f"•  {shown.context.say(rule)}") for rule in GROUND_RULES]
    title = QCoreApplication.translate("Slides", "How we talk")
    return Slide(title, _column(*rules, label(question(shown), "heading")))


def _column(*parts: QWidget | QLayout, spacing: int = 3 * GRID) -> QWidget:
    made = QWidget()
    made.setLayout(column(*parts, None, spacing=spacing))
    return made
