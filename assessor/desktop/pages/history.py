"""What happened to a dossier since *definitief*, and the number by which paper and file can be compared."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Card, column, line, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.record import Event

GROUP = 4
"""How many characters of the controlegetal stand together."""
PER_LINE = 8
"""How many groups stand on a line."""


class HistoryCard(Card):
    """When, who, what and why; below it the controlegetal."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=12)
        self._context = context
        self._content: QWidget | None = None
        self.body.addWidget(label(self.tr("History since the result was made final"), "heading"))

    def show_history(self, history: Iterable[Event], fingerprint: str) -> None:
        """Show the events, oldest first, and the controlegetal ("" when there is none)."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, event in enumerate(history):
            grid.addWidget(label(self._moment(event), "muted", wrap=False), number, 0, top)
            grid.addWidget(label(event.actor, wrap=False), number, 1, top)
            grid.addWidget(self._what(event), number, 2, top)
        self._content = QWidget()
        parts: list[QWidget | QGridLayout] = [grid]
        if fingerprint:
            parts += [line(), self._control(fingerprint)]
        self._content.setLayout(column(*parts, spacing=12))
        self.body.addWidget(self._content)
        self._content.show()

    def _moment(self, event: Event) -> str:
        locale = self._context.locale
        at = event.at.astimezone()
        day = locale.toString(QDate(at.date()), QLocale.FormatType.ShortFormat)
        return f"{day} {at:%H:%M}"

    def _what(self, event: Event) -> QWidget:
        parts = [label(self._context.say(event.what))]
        if event.reason:
            parts.append(label(event.reason, "muted"))
        made = QWidget()
        made.setLayout(column(*parts, spacing=2))
        return made

    def _control(self, fingerprint: str) -> QWidget:
        number = label(grouped(fingerprint), wrap=False)
        number.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setAccessibleName(self.tr("Fingerprint"))
        copy = button(self.tr("Copy"), lambda: QApplication.clipboard().setText(fingerprint), icon="copy", kind="quiet")
        copy.setAccessibleName(self.tr("Copy the fingerprint"))
        says = label(self.tr("The same number stands on the PDF. If the two match, nothing has been changed."), "muted")
        made = QWidget()
        made.setLayout(column(label(self.tr("Fingerprint"), "label"), row(number, None, copy), says, spacing=6))
        return made


def grouped(fingerprint: str) -> str:
    """A long number in groups, a few on a line, so that two people can read it to each other."""
    groups = [fingerprint[start : start + GROUP] for start in range(0, len(fingerprint), GROUP)]
    lines = [groups[start : start + PER_LINE] for start in range(0, len(groups), PER_LINE)]
    return "\n".join(" ".join(one) for one in lines)
