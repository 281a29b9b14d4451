"""The table of dossiers: its columns, and what its chips say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from assessor.desktop.context import Context
from assessor.desktop.furniture.chips import OUTCOME_TONES, STATE_TONES
from assessor.desktop.furniture.words import Tone
from assessor.desktop.models.paged import Column, PagedTable
from assessor.desktop.wording import Wording
from assessor.domain.instrument import Outcome
from assessor.services.work import Filter
from assessor.storage.repositories.dossier_lines import DossierLine, Standing

NUMBER, STUDENT, COURSE, DAY, STANDING, OUTCOME, ASSESSOR, CHANGED = range(8)
"""The columns, in their order."""


class DossierTable(PagedTable[DossierLine]):
    """Dossiers that a filter asks for; `wanted` is that of the rows that are shown."""

    def __init__(self, context: Context) -> None:
        self.wanted = Filter()
        self._context = context
        self._words = Wording(context)
        work = context.application.work
        super().__init__(
            self._dossier_columns(),
            lambda limit, offset: work.lines(self.wanted, limit, offset),
            lambda: work.count(self.wanted),
        )

    def _dossier_columns(self) -> list[Column[DossierLine]]:
        words = self._words
        return [
            Column(QCoreApplication.translate("DossierTable", "Number"), lambda line: line.number),
            Column(QCoreApplication.translate("DossierTable", "Student"), lambda line: line.student_name),
            Column(
                QCoreApplication.translate("DossierTable", "Programme"),
                lambda line: words.course(line.programme, line.phase),
            ),
            Column(QCoreApplication.translate("DossierTable", "Activity"), lambda line: words.day(line.activity_day)),
            Column(QCoreApplication.translate("DossierTable", "Status"), lambda line: self.standing_badge(line)[0]),
            Column(QCoreApplication.translate("DossierTable", "Outcome"), self._outcome),
            Column(QCoreApplication.translate("DossierTable", "Assessor"), lambda line: line.assessor_name),
            Column(QCoreApplication.translate("DossierTable", "Changed"), lambda line: words.moment(line.changed_at)),
        ]

    def samples(self) -> tuple[str, ...]:
        """For each column about as much text as it shows in this language, so that the view can give it room."""
        words, say = self._words, self._context.say
        day = words.day(date(2026, 9, 30))
        return (
            "2026-0000",
            "",
            words.longest_course(),
            day,
            _chip(say(one.word) for one in Standing),
            _chip(say(one.word) for one in Outcome),
            "Xanthe Zandloperhof",
            max(words.moment(self._context.application.desk.now()), day, key=len),
        )

    def standing_badge(self, line: DossierLine) -> tuple[str, Tone]:
        """How far a dossier is: its state, or how many of its criteria bear a mark."""
        standing = line.standing
        if standing is Standing.CONCEPT:
            return QCoreApplication.translate("DossierTable", "{scored} of {total}").format(
                scored=line.scored, total=line.total
            ), "neutral"
        return self._context.say(standing.word), STATE_TONES[line.state]

    def outcome_badge(self, line: DossierLine) -> tuple[str, Tone] | None:
        """The verdict, None while there is none."""
        return None if line.outcome is None else (self._outcome(line), OUTCOME_TONES[line.outcome])

    def _outcome(self, line: DossierLine) -> str:
        return "" if line.outcome is None else self._context.say(line.outcome.word)


def _chip(words: Iterable[str]) -> str:
    """The longest of the words with its sign, and about the room of the shape around it."""
    return f"◆ {max(words, key=len)}mm"
