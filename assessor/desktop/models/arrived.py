"""The table of midterm forms that were just read in: whose each is and how it was taken, never what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from assessor.desktop.context import Context
from assessor.desktop.furniture.words import Tone
from assessor.desktop.models.paged import Column, PagedTable
from assessor.services.midterm.handing_in import Arrival
from assessor.services.midterm.receiving import Arrived

FILE, WHO, SIDE, TAKEN = range(4)
SAMPLES = ("", "Xanthe van der Zandloperhof", "student en praktijkbegeleider samen", "■ niet ingelezen nu")
"""For each column about as much text as it shows."""

_TONES: dict[Arrival, Tone] = {
    Arrival.IN: "good",
    Arrival.SAME: "neutral",
    Arrival.OTHER: "warning",
    Arrival.LATE: "warning",
}
_ORDER = (None, Arrival.OTHER, Arrival.LATE, Arrival.IN, Arrival.SAME)


class ArrivedTable(PagedTable[Arrived]):
    """Files, what needs attention first."""

    def __init__(self, context: Context, arrived: Sequence[Arrived]) -> None:
        self._context = context
        self.lines = sorted(arrived, key=lambda one: _ORDER.index(None if one.refusal else one.arrival))
        translate = QCoreApplication.translate
        super().__init__(
            [
                Column(translate("ArrivedTable", "File"), lambda one: one.file),
                Column(translate("ArrivedTable", "Student"), lambda one: one.student.name if one.student else "–"),
                Column(translate("ArrivedTable", "Whose form"), self.side),
                Column(translate("ArrivedTable", "Taken in"), lambda one: self.badge(one)[0]),
            ],
            lambda limit, offset: self.lines[offset : offset + limit],
            lambda: len(self.lines),
        )
        self.reload()

    def side(self, one: Arrived) -> str:
        """Whose form it is, in the words of the programme."""
        return self._context.say(one.who) if one.who is not None else "–"

    def badge(self, one: Arrived) -> tuple[str, Tone]:
        """How it was taken, short."""
        if one.refusal is not None or one.arrival is None:
            return QCoreApplication.translate("ArrivedTable", "not taken in"), "insufficient"
        short = {
            Arrival.IN: QCoreApplication.translate("ArrivedTable", "in"),
            Arrival.SAME: QCoreApplication.translate("ArrivedTable", "in already"),
            Arrival.OTHER: QCoreApplication.translate("ArrivedTable", "other content"),
            Arrival.LATE: QCoreApplication.translate("ArrivedTable", "too late"),
        }
        return short[one.arrival], _TONES[one.arrival]

    def remarks(self, one: Arrived) -> str:
        """Everything to know of a file, in sentences: a refusal with its cure, or how it was taken and what lacks."""
        language = self._context.language
        if one.refusal is not None or one.how is None:
            return one.refusal.say(language) if one.refusal is not None else ""
        word = self._context.say(one.how)
        said = [f"{word[:1].upper()}{word[1:]}."]
        if one.missing:
            said.append(QCoreApplication.translate("ArrivedTable", "%n expected field(s) empty.", "", one.missing))
        if one.unread:
            words = QCoreApplication.translate(
                "ArrivedTable", "Not understood, shown once the forms are open: {items}."
            )
            said.append(words.format(items=", ".join(one.unread)))
        if one.opened:
            said.append(QCoreApplication.translate("ArrivedTable", "Both forms are in: the mirror is ready."))
        if one.identical:
            said.append(
                QCoreApplication.translate(
                    "ArrivedTable", "Both forms hold the same, word for word: ask whether each filled in their own."
                )
            )
        return " ".join(said)
