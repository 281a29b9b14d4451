"""The list of midterm evaluations with its filters; it is filled by a job, so that typing stays fluent."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QStackedWidget, QWidget
from shiboken6 import isValid

from assessor.desktop.context import Context
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.lists import ChipCells, FlagCells, ListView, SearchField
from assessor.desktop.furniture.surfaces import EmptyState, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.midterm.saving import Saving
from assessor.desktop.models import midterms
from assessor.desktop.models.midterms import MidtermTable
from assessor.desktop.models.paged import PAGE
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.midterm.midterm import MidtermState
from assessor.domain.programme import PROGRAMMES
from assessor.storage.repositories.midterm_lines import MidtermLine, MidtermWish

MOST_AT_ONCE = 500
"""So many rows at most are fetched again when something changed, so that the user keeps the place."""

Found = tuple[MidtermWish, int, list[MidtermLine], list[str]]


class MidtermList(QWidget):
    """Filters, rows, and what to do next while there are none.

    Signals:
        opened: the user opens a midterm; carries its id.
        sending: the user wants to send midterms out.
    """

    opened = Signal(str)
    sending = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wishes = context.application.midterms.kept_wish
        layout = column(self._filters(), self._list(), spacing=2 * GRID)
        self.counted = label("", "small")
        self.saving = Saving(context)
        self.overview, self.reminders = self._workbooks()
        foot = row(spacing=GRID)
        foot.addWidget(self.counted, 1)
        foot.addWidget(self.reminders)
        foot.addWidget(self.overview)
        layout.addLayout(foot)
        layout.addWidget(self.saving)
        self.setLayout(layout)
        self._show_wish(self._wishes.kept())
        self.search.sought.connect(lambda _text: self.reload())
        for field in (self.state, self.programme, self.cohort):
            field.currentIndexChanged.connect(lambda _index: self._filtered())
        for box in (self.late, self.mine):
            box.toggled.connect(lambda _checked: self._filtered())

    # --- parts

    def _filters(self) -> QWidget:
        words = Wording(self._context)
        self.search = SearchField(self.tr("Search"), self.tr("Name, number, organisation or cohort"))
        states = [(one.value, _sentence(self._context.say(one.word))) for one in MidtermState]
        self.state = Choice([("", self.tr("Every status")), *states])
        self.state.setAccessibleName(self.tr("Status"))
        programmes = [(code, words.programme(code)) for code in PROGRAMMES]
        self.programme = Choice([("", self.tr("Every programme")), *programmes])
        self.programme.setAccessibleName(self.tr("Programme"))
        self.cohort = Choice([("", self.tr("Every cohort"))])
        self.cohort.setAccessibleName(self.tr("Cohort"))
        self.late = QCheckBox(self.tr("&Late only"))
        self.mine = QCheckBox(self.tr("&Mine only"))
        made = QWidget()
        first, second = row(spacing=2 * GRID), row(self.state, self.programme, self.cohort, spacing=GRID)
        first.addWidget(self.search, 1)
        second.addWidget(self.late)
        second.addWidget(self.mine)
        second.addStretch(1)
        made.setLayout(column(first, second, spacing=GRID))
        return made

    def _list(self) -> QWidget:
        self.table = MidtermTable(self._context)
        self.list = ListView(self.tr("Midterm evaluations"), self.table, stretch=midterms.STUDENT)
        self.list.setItemDelegateForColumn(midterms.STAND, ChipCells(self.table.stand_badge, self.list))
        self.list.setItemDelegateForColumn(midterms.DUE, FlagCells(self.table.late_badge, self.list))
        self.list.fit(*midterms.SAMPLES)
        self.list.spare(midterms.SUPERVISOR, midterms.ORGANISATION)
        self.search.serve(self, self.list)
        self.list.opened.connect(lambda number: self.opened.emit(self.table.row(number).id))
        self.nothing = EmptyState(
            "search",
            self.tr("Nothing found"),
            self.tr("No midterm evaluation answers to this search and these filters."),
            self.tr("Show everything"),
            self.show_everything,
        )
        self.nothing.action.setProperty("kind", "plain")
        self.unbegun = EmptyState(
            "midterms",
            self.tr("No midterm evaluations yet"),
            self.tr(
                "Send them out: mentor and student each get a form of their own. What comes back you drop on this page;"
                " nobody sees it until both are in."
            ),
            self.tr("Send out…"),
            self.sending.emit,
        )
        self.views = QStackedWidget()
        for view in (self.list, self.nothing, self.unbegun):
            self.views.addWidget(view)
        return self.views

    def _workbooks(self) -> tuple[QPushButton, QPushButton]:
        """Who is where, and who is late with a text ready to be mailed, of what the list shows now."""
        papers, language = self._context.application.midterms.papers, self._context.language
        today = self._context.application.desk.today()

        def named(word: str) -> str:
            return f"{word}-{today:%Y-%m-%d}.xlsx"

        return (
            self.saving.button(
                self.tr("Save as &workbook…"), "write-overview", lambda: named(self.tr("midterms")),
                lambda path: papers.write_overview(path, language, self.table.wanted),
            ),
            self.saving.button(
                self.tr("&Reminders…"), "write-reminders", lambda: named(self.tr("reminders")),
                lambda path: papers.write_reminders(path, language, self.table.wanted),
            ),
        )  # fmt: skip

    # --- what it shows

    def wanted(self) -> MidtermWish:
        """What search field and filters ask for now."""
        wish = self._wishes.wish(
            self.state.code, self.programme.code, self.cohort.code,
            mine=self.mine.isChecked(), late=self.late.isChecked(),
        )  # fmt: skip
        return replace(wish, search=self.search.text())

    def reload(self) -> None:
        """Fetch the first rows anew; the place in the list is kept while the filter is."""
        wanted, midterms_ = self.wanted(), self._context.application.midterms.overview
        students = self._context.application.students
        known = self.table.rowCount() if wanted == self.table.wanted else 0
        rows = min(max(PAGE, known), MOST_AT_ONCE)

        def fetch(_progress: Progress) -> Found:
            return wanted, midterms_.count(wanted), midterms_.lines(wanted, rows), students.cohorts()

        self._context.jobs.start("list of midterms", fetch, self._show)

    def _show(self, found: Found) -> None:
        if not isValid(self):  # The screen was built anew while the rows were on their way.
            return
        wanted, total, lines, cohorts = found
        self._offer(cohorts)
        moved = wanted != self.table.wanted
        self.table.wanted = wanted
        self.table.show(total, lines)
        if moved:
            self.list.scrollToTop()
        if lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.table.index(0, 0))
        self.counted.setText(self.tr("%n midterm evaluation(s)", "", total) if total else "")
        for one in (self.overview, self.reminders):
            one.setVisible(bool(total))
        self.views.setCurrentWidget(self.list if total else self.unbegun if wanted == MidtermWish() else self.nothing)

    def _offer(self, cohorts: list[str]) -> None:
        """Offer the cohorts that there are; the chosen one stays, also when nobody is in it any more."""
        chosen = self.cohort.code
        names = cohorts if not chosen or chosen in cohorts else [chosen, *cohorts]
        if names != [str(self.cohort.itemData(place)) for place in range(1, self.cohort.count())]:
            self.cohort.blockSignals(True)
            self.cohort.offer([("", self.tr("Every cohort")), *((one, one) for one in names)], chosen)
            self.cohort.blockSignals(False)

    def show_everything(self) -> None:
        """Take every filter away."""
        self.search.clear()
        self._show_wish(MidtermWish())
        self._filtered()

    def _filtered(self) -> None:
        self._wishes.keep(self.wanted())
        self.reload()

    def _show_wish(self, wish: MidtermWish) -> None:
        fields = (self.state, self.programme, self.cohort, self.late, self.mine)
        for field in fields:
            field.blockSignals(True)
        if wish.cohort and self.cohort.findData(wish.cohort) < 0:
            self.cohort.addItem(wish.cohort, wish.cohort)
        codes = (wish.state.value if wish.state else "", wish.programme, wish.cohort)
        for choice, code in zip((self.state, self.programme, self.cohort), codes, strict=True):
            choice.setCurrentIndex(max(0, choice.findData(code)))
        self.late.setChecked(wish.late_on is not None)
        self.mine.setChecked(bool(wish.coordinator_id))
        for field in fields:
            field.blockSignals(False)


def _sentence(word: str) -> str:
    return word[:1].upper() + word[1:]
