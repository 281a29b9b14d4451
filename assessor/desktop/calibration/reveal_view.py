"""What a round says of the group, to look at together: no names, first what to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assessor.desktop.calibration.pictures import flip_chart, legend, pattern_maps, spread_bar, verdict_bars
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import Card, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.figures import GroupFigures, Told
from assessor.domain.calibration.script import places_to_discuss
from assessor.domain.calibration.session import Session
from assessor.domain.instrument import Instrument
from assessor.reports import calibration_charts as charts

OPENING = "Overeenstemming"
DISCUSS, OUTCOME, LEVEL = "Bespreek eerst", "Zelfde uitslag", "Zelfde niveau"


@dataclass(frozen=True)
class Revealed:
    """A round that is onthuld, with what its page needs; no participant stands in it."""

    context: Context
    session: Session
    instrument: Instrument
    casussen: Sequence[Casus]
    figures: GroupFigures

    @classmethod
    def of(cls, sessions: Sessions, session: Session, number: int = 1) -> Revealed:
        """A round of a session; KnownErrors ``round-open``, ``round-sealed`` before its reveal."""
        return cls(
            sessions.context,
            session,
            sessions.instrument(session),
            sessions.preparing.casussen(session.id),
            sessions.rounds.figures(session.id, number),
        )

    @property
    def codes(self) -> dict[str, str]:
        """The codes of the casussen by their ids."""
        return {casus.id: casus.code for casus in self.casussen}

    @property
    def order(self) -> tuple[str, ...]:
        """Every criterion: first those to discuss, then the others in the order of the form."""
        first = self.figures.order
        return (*first, *(one.criterion for one in self.figures.criteria if one.criterion not in first))

    def told(self, heading: str) -> Told | None:
        """What is said under a (Dutch) heading of the practice text."""
        return next((one for one in self.figures.told if one.heading.nl == heading), None)

    def name(self, code: str) -> str:
        """A criterion with its code."""
        return f"{code} {self.context.say(self.instrument.criteria[code].name)}"

    def bar(self, code: str) -> QWidget:
        """How the levels of a criterion are spread."""
        return spread_bar(self.context, self.name(code), self.figures.criterion(code).counts, self.figures)


class RevealView(QWidget):
    """Bespreek eerst, the distribution of each criterion, then same outcome, same level, O beside G, and patterns."""

    def __init__(self, shown: Revealed) -> None:
        super().__init__()
        self._shown, self._context = shown, shown.context
        layout = column(spacing=3 * GRID)
        self.setLayout(layout)
        self._drawn: set[str] = set()
        opening = next((one for one in shown.figures.told if one.heading.nl.startswith(OPENING)), None)
        if opening is not None and opening.lines:
            layout.addWidget(label(self._context.say(opening.lines[0]), "muted"))
        discuss = shown.told(DISCUSS)
        if discuss is not None:
            layout.addWidget(self._discuss(discuss))
        if len(self._drawn) < len(shown.figures.criteria):
            layout.addWidget(self._others())
        outcome, level = shown.told(OUTCOME), shown.told(LEVEL)
        if outcome is not None:
            layout.addWidget(self._outcome(outcome))
        rest = [one for one in shown.figures.told if one is not outcome and one is not level]
        for one in (level, *rest):
            if one is not None and one.lines and not self._elsewhere(one):
                layout.addWidget(self._section(one, opening if one is level else None))
        for card in self._patterns():
            layout.addWidget(card)
        layout.addStretch(1)

    @staticmethod
    def _elsewhere(one: Told) -> bool:
        """What stands above already, and what belongs on paper only (practice text, section 6)."""
        return one.heading.nl == DISCUSS or one.heading.nl.startswith(("Bijlage", OPENING))

    def _section(self, one: Told, opening: Told | None = None) -> Card:
        lines = [label(self._context.say(line)) for line in one.lines]
        # What a margin is and how far the figures reach is said once, beside the first margins.
        lines += [label(self._context.say(line), "muted") for line in (opening.lines[1:] if opening else ())]
        return Card(label(self._context.say(one.heading), "heading"), *lines, spacing=12)

    def _discuss(self, one: Told) -> Card:
        """What to talk about, in that order, each sentence with its bar."""
        shown = self._shown
        key = legend(self._context, shown.instrument, shown.figures)
        card = Card(label(self._context.say(one.heading), "heading"), key, spacing=12)
        places = places_to_discuss(shown.session.script)
        codes = [each.criterion for each in shown.figures.criteria]
        for line in one.lines:
            about = next((code for code in codes if line.nl.startswith(f"{code} ") and code not in self._drawn), "")
            if about:
                self._drawn.add(about)
                number = label(str(len(self._drawn)), "heading", wrap=False)
                number.setMinimumWidth(3 * GRID)
                number.setAlignment(Qt.AlignmentFlag.AlignTop)
                beside = row(number, spacing=GRID)
                beside.addLayout(column(label(self._context.say(line)), shown.bar(about), spacing=6), 1)
                card.body.addLayout(beside)
                if len(self._drawn) == places and places < len(shown.figures.order):
                    card.body.addWidget(label(self.tr("There is time for these %n criterion(s).", "", places), "muted"))
            else:
                card.body.addWidget(label(self._context.say(line), "muted"))
        return card

    def _others(self) -> Card:
        """The criteria of which there is nothing to say, with their bars."""
        shown = self._shown
        heading = self.tr("The other criteria") if self._drawn else self.tr("How the levels are spread")
        card = Card(label(heading, "heading"), spacing=12)
        if not self._drawn:
            card.body.addWidget(legend(self._context, shown.instrument, shown.figures))
        for one in shown.figures.criteria:
            if one.criterion not in self._drawn:
                name = label(shown.name(one.criterion))
                card.body.addLayout(column(name, shown.bar(one.criterion), spacing=6))
        return card

    def _outcome(self, one: Told) -> Card:
        """What the rule makes of the sheets and what it hangs on: in words, and as bars."""
        shown = self._shown
        card = self._section(one)
        for part in (
            verdict_bars(self._context, shown.figures, shown.instrument, shown.codes),
            flip_chart(self._context, shown.figures, shown.instrument),
        ):
            if part is not None:
                card.body.addWidget(part)
        return card

    def _patterns(self) -> Iterator[Card]:
        shown = self._shown
        for code, view in pattern_maps(self._context, shown.figures, shown.instrument, shown.codes):
            title = self._context.say(charts.PATTERNS)
            if len(shown.casussen) > 1:
                title += f" · {code}"
            about = label(self._context.say(charts.PATTERNS_ABOUT), "muted")
            yield Card(label(title, "heading"), about, view, spacing=12)
