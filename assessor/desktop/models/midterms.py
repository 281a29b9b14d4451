"""The table of midterm evaluations: where each stands and who is in, never what was filled in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assessor.desktop.context import Context
from assessor.desktop.furniture.words import Tone
from assessor.desktop.models.paged import Column, PagedTable
from assessor.desktop.wording import Wording
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import MidtermState
from assessor.domain.programme import PROGRAMMES
from assessor.storage.repositories.midterm_lines import MidtermLine, MidtermWish

STUDENT, ORGANISATION, SUPERVISOR, STAND, STUDENT_IN, MENTOR_IN, DUE = range(7)
"""The columns, in their order."""

SAMPLES = ("", "Montessorischool De Ochtendroos", "Xanthe Zandloperhof", "●  gesprek gevoerd nu", "student in",
           "mentor in", "!  28 mei 2026, te laat")  # fmt: skip
"""For each column about as much text as it shows, so that the view can give it room."""

TONES: dict[MidtermState, Tone] = {
    MidtermState.SENT: "neutral",
    MidtermState.BOTH_IN: "accent",
    MidtermState.TALKED: "accent",
    MidtermState.DONE: "sufficient",
}


class MidtermTable(PagedTable[MidtermLine]):
    """Midterms that a wish asks for; `wanted` is that of the rows that are shown."""

    def __init__(self, context: Context) -> None:
        self.wanted = MidtermWish()
        self._context = context
        self._words = Wording(context)
        overview = context.application.midterms.overview
        super().__init__(
            self._midterm_columns(),
            lambda limit, offset: overview.lines(self.wanted, limit, offset),
            lambda: overview.count(self.wanted),
        )

    def _midterm_columns(self) -> list[Column[MidtermLine]]:
        return [
            Column(QCoreApplication.translate("MidtermTable", "Student"), lambda line: line.student_name),
            Column(QCoreApplication.translate("MidtermTable", "Organisation"), lambda line: line.organisation or "–"),
            Column(
                QCoreApplication.translate("MidtermTable", "Mentor"),
                lambda line: line.supervisor or "–",
                speak=lambda line: f"{line.supervisor}, {self._context.say(PROGRAMMES[line.programme].supervisor)}",
            ),
            Column(QCoreApplication.translate("MidtermTable", "Status"), lambda line: self.stand_badge(line)[0]),
            self._inside(QCoreApplication.translate("MidtermTable", "Student in"), Respondent.STUDENT),
            self._inside(QCoreApplication.translate("MidtermTable", "Mentor in"), Respondent.SUPERVISOR),
            Column(QCoreApplication.translate("MidtermTable", "Asked back by"), self._due),
        ]

    def _inside(self, heading: str, side: Respondent) -> Column[MidtermLine]:
        spoken = (
            QCoreApplication.translate("MidtermTable", "yes"),
            QCoreApplication.translate("MidtermTable", "not yet"),
        )
        return Column(
            heading,
            lambda line: "✓" if side in line.inside else "–",
            speak=lambda line: spoken[0] if side in line.inside else spoken[1],
        )

    def stand_badge(self, line: MidtermLine) -> tuple[str, Tone]:
        """Where a midterm stands."""
        return self._context.say(line.stand), TONES[line.state]

    def late_badge(self, line: MidtermLine) -> tuple[str, Tone] | None:
        """That a form is late; None when none is."""
        return (self._due(line), "warning") if self._is_late(line) else None

    def _is_late(self, line: MidtermLine) -> bool:
        return line.is_late(self._context.application.desk.today())

    def _due(self, line: MidtermLine) -> str:
        day = self._words.day(line.due)
        if not self._is_late(line):
            return day
        return QCoreApplication.translate("MidtermTable", "{day}, late").format(day=day)
