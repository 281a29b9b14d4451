"""What a round says of the group, to look at together: no names, first what to talk about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from assessor.desktop import theme
from assessor.desktop.calibration.distribution import DistributionBar, parts_of
from assessor.desktop.context import Context
from assessor.desktop.furniture.lists import dressed
from assessor.desktop.furniture.surfaces import Card, column, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.figures import GroupFigures, Told
from assessor.domain.instrument import NOT_OBSERVED, Criterion, Scale

BEAMER = 1.7
"""How much larger the words are for the last row of a hall."""
DISCUSS, OUTCOME, LEVEL = "Bespreek eerst", "Zelfde uitslag", "Zelfde niveau"


class RevealView(QWidget):
    """Bespreek eerst, the distribution of each criterion, then same outcome, same level and O beside G."""

    def __init__(
        self, context: Context, figures: GroupFigures, scale: Scale, criteria: Mapping[str, Criterion]
    ) -> None:
        super().__init__()
        self._context = context
        self._figures, self._scale, self._criteria = figures, scale, criteria
        told = {one.heading.nl: one for one in figures.told}
        layout = column(spacing=3 * GRID)
        self.setLayout(layout)
        self._drawn: set[str] = set()
        if DISCUSS in told:
            layout.addWidget(self._discuss(told[DISCUSS]))
        if len(self._drawn) < len(figures.criteria):
            layout.addWidget(self._others())
        main = [told[name] for name in (OUTCOME, LEVEL) if name in told]
        rest = [one for one in figures.told if one not in main and not self._elsewhere(one)]
        for one in (*main, *rest):
            if one.lines:
                layout.addWidget(self._section(one))
        layout.addStretch(1)

    @staticmethod
    def _elsewhere(one: Told) -> bool:
        """What stands above already, and what belongs on paper only (practice text, section 6)."""
        return one.heading.nl == DISCUSS or one.heading.nl.startswith(("Bijlage", "Overeenstemming"))

    def _section(self, one: Told) -> Card:
        lines = [label(self._context.say(line)) for line in one.lines]
        return Card(label(self._context.say(one.heading), "heading"), *lines, spacing=12)

    def _discuss(self, one: Told) -> Card:
        """What to talk about, in that order, each sentence with its bar."""
        card = Card(label(self._context.say(one.heading), "heading"), self._legend(), spacing=12)
        codes = [each.criterion for each in self._figures.criteria]
        for line in one.lines:
            about = next((code for code in codes if line.nl.startswith(f"{code} ") and code not in self._drawn), "")
            if about:
                self._drawn.add(about)
                card.body.addLayout(column(label(self._context.say(line)), self._bar(about), spacing=6))
            else:
                card.body.addWidget(label(self._context.say(line), "muted"))
        return card

    def _others(self) -> Card:
        """The criteria of which there is nothing to say, with their bars."""
        heading = self.tr("The other criteria") if self._drawn else self.tr("How the levels are spread")
        card = Card(label(heading, "heading"), spacing=12)
        if not self._drawn:
            card.body.addWidget(self._legend())
        for one in self._figures.criteria:
            if one.criterion not in self._drawn:
                card.body.addLayout(column(label(self._name(one.criterion)), self._bar(one.criterion), spacing=6))
        return card

    def _name(self, code: str) -> str:
        return f"{code} {self._context.say(self._criteria[code].name)}"

    def _bar(self, code: str) -> DistributionBar:
        counts = self._figures.criterion(code).counts
        return DistributionBar(self._name(code), parts_of(self._scale, counts, self._context.language))

    def _legend(self) -> QWidget:
        scale = self._scale
        words = [f"{level.code} = {self._context.say(level.name)}" for level in scale.levels]
        words.append(f"{NOT_OBSERVED} = {self._context.say(scale.not_observed)}")
        return label(" · ".join(words), "muted")


class Beamer(QWidget):
    """The reveal over the whole screen, in large letters; Esc or F11 closes it."""

    def __init__(self, parent: QWidget, title: str, view: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        look = dressed()
        self.setStyleSheet(theme.style_sheet(theme.Theme(look.name, look.colours, look.scale * BEAMER)))
        self.setAutoFillBackground(True)
        self.area = scrolling(view, max_width=None)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(title)
        hint = label(self.tr("Esc closes"), "small", wrap=False)
        layout = column(row(label(title, "title"), hint, spacing=2 * GRID), self.area, spacing=2 * GRID)
        layout.setContentsMargins(6 * GRID, 4 * GRID, 6 * GRID, 2 * GRID)
        self.setLayout(layout)
        for key in ("Esc", "F11"):
            QShortcut(QKeySequence(key), self, self.close)
        self.area.setFocus()

    def present(self, origin: QWidget) -> None:
        """Cover the whole screen: the other one than where `origin` is, when there are two."""
        others = [one for one in QApplication.screens() if one is not origin.screen()]
        if others:
            self.setGeometry(others[0].geometry())
        self.showFullScreen()
