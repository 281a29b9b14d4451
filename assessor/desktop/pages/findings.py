"""The findings of the check page: three groups, each line with its severity and the way to its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.chips import Chip
from assessor.desktop.furniture.surfaces import Banner, Card, column
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.finding import Finding, Group, Severity
from assessor.domain.instrument import Instrument

UNSCORED = "unscored"


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of the page shows."""

    severity: Severity
    group: Group
    place: str
    what: str


class FindingsList(QWidget):
    """The findings under their headings, or one sentence when there are none.

    Signals:
        wanted: the user wants to go to a place; carries the place of the finding.
    """

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._buttons: list[QPushButton] = []
        self._blocking = 0
        self._column = column(spacing=2 * GRID)
        self.setLayout(self._column)
        self._content: QWidget | None = None

    def show_findings(self, findings: Iterable[Finding], instrument: Instrument) -> None:
        """Show other findings; focus stays on the line that had it."""
        focused = self._focused_place()
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._buttons = []
        lines = self._gathered(findings, instrument)
        self._blocking = sum(line.severity is Severity.BLOCKING for line in lines)
        cards = [self._card(group, [line for line in lines if line.group is group]) for group in Group]
        shown: list[QWidget] = [card for card in cards if card is not None]
        if not lines:
            shown = [Banner("good", self.tr("Everything has been filled in, and nothing stands out."))]
        self._content = QWidget()
        self._content.setLayout(column(*shown, spacing=2 * GRID))
        self._column.addWidget(self._content)
        self._content.show()
        if focused is not None:
            self._refocus(*focused)

    def take_focus(self) -> bool:
        """Put the focus on the first line; False when there is none."""
        if self._buttons:
            self._buttons[0].setFocus()
        return bool(self._buttons)

    @property
    def blocking_lines(self) -> int:
        """How many lines stand in the way of *definitief maken*."""
        return self._blocking

    def lines(self) -> list[str]:
        """What the lines say, as a screen reader reads them."""
        return [one.accessibleName() for one in self._buttons]

    # --- lines

    def _gathered(self, findings: Iterable[Finding], instrument: Instrument) -> list[Line]:
        """One line per finding, but one for all unscored criteria of a model."""
        lines: list[Line] = []
        unscored: dict[str, list[Finding]] = {}
        for finding in findings:
            if finding.code != UNSCORED:
                lines.append(self._line(finding, self._context.say(finding.what)))
                continue
            model = instrument.model_of[_code(finding.place)]
            unscored.setdefault(model.code, []).append(finding)
        gathered = []
        for model_code, same in unscored.items():
            what = self._context.say(same[0].what)
            if len(same) > 1:
                what = self.tr("{model}: %n criterion(s) not scored yet, starting at {code}.", "", len(same))
                what = what.format(
                    model=self._context.say(instrument.model(model_code).label), code=_code(same[0].place)
                )
            gathered.append(self._line(same[0], what))
        return gathered + lines

    def _line(self, finding: Finding, what: str) -> Line:
        return Line(finding.severity, finding.group, finding.place, what)

    def _card(self, group: Group, lines: list[Line]) -> QWidget | None:
        if not lines:
            return None
        card = Card(label(self._heading(group), "heading"), spacing=12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        centre = Qt.AlignmentFlag.AlignVCenter
        for number, line in enumerate(lines):
            text = label(line.what)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(self._chip(line.severity), number, 0, centre)
            grid.addWidget(text, number, 1, centre)
            grid.addWidget(self._button(line, text), number, 2, centre | Qt.AlignmentFlag.AlignRight)
        card.body.addLayout(grid)
        return card

    def _heading(self, group: Group) -> str:
        return {
            Group.MISSING: self.tr("Missing"),
            Group.CONTRADICTORY: self.tr("Contradictory"),
            Group.CRITICAL: self.tr("Critical"),
        }[group]

    def _chip(self, severity: Severity) -> Chip:
        if severity is Severity.BLOCKING:
            return Chip(self.tr("blocking"), "insufficient")
        return Chip(self.tr("warning"), "warning")

    def _button(self, line: Line, text: QLabel) -> QPushButton:
        made = button(self._way(line.place), lambda: self.wanted.emit(line.place), kind="quiet")
        word = self.tr("blocking") if line.severity is Severity.BLOCKING else self.tr("warning")
        made.setAccessibleName(f"{line.what} ({word}) {made.text()}")
        made.setProperty("place", line.place)
        text.setBuddy(made)
        self._buttons.append(made)
        return made

    def _way(self, place: str) -> str:
        kind, _, code = place.partition(":")
        if kind in {"rating", "note", "source"}:
            return self.tr("To {code}").format(code=code)
        return {
            "motivation": self.tr("To the motivation"),
            "announced": self.tr("Describe"),
            "departure": self.tr("To the verdict"),
            "verdict": self.tr("To the verdict"),
            "activity": self.tr("Change the details…"),
            "placement": self.tr("See the details…"),
            "instrument": self.tr("See the details…"),
            "right": self.tr("To Administration"),
        }.get(kind, self.tr("To the sheet"))

    # --- focus

    def _focused_place(self) -> tuple[int, str] | None:
        # The window's, because a dialog in front of it has the application's.
        focus = self.window().focusWidget()
        for number, one in enumerate(self._buttons):
            if one is focus:
                return number, str(one.property("place"))
        return None

    def _refocus(self, number: int, place: str) -> None:
        same = [one for one in self._buttons if one.property("place") == place]
        near = self._buttons[min(number, len(self._buttons) - 1) :][:1] if self._buttons else []
        for one in (same or near)[:1]:
            one.setFocus()


def _code(place: str) -> str:
    return place.partition(":")[2]
