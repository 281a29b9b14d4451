"""Beoordelingen: every practice assessment of the workspace, found by any part of a name or number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QCheckBox, QStackedWidget
from shiboken6 import isValid

from assessor.desktop.context import Context, Part
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.lists import ChipCells, ListView, SearchField
from assessor.desktop.furniture.surfaces import EmptyState, row
from assessor.desktop.jobs import Progress
from assessor.desktop.models import dossiers
from assessor.desktop.models.dossiers import DossierTable
from assessor.desktop.models.paged import PAGE
from assessor.desktop.page import Page
from assessor.desktop.pages.export_strip import ExportStrip
from assessor.desktop.theme import GRID
from assessor.services.work import Filter
from assessor.storage.repositories.dossier_lines import DossierLine, Standing

MOST_AT_ONCE = 500
"""So many rows at most are fetched again when something changed, so that the user keeps the place."""

Found = tuple[Filter, int, list[DossierLine]]


class AssessmentsPage(Page):
    """The list of dossiers; it is filled by a job, so that typing stays fluent however many there are."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.heading(
            self.tr("Assessments"),
            "",
            button(
                self.tr("New practice assessment"),
                context.navigator.start_assessment,
                kind="primary",
                icon="plus",
                shortcut="Ctrl+N",
                name="start",
            ),
        )
        self._build_filters()
        self._build_list()
        self._show_filter(context.application.work.kept_filter())
        self.search.sought.connect(lambda _text: self.reload())
        self.standing.currentIndexChanged.connect(lambda _index: self._filtered())
        self.mine.toggled.connect(lambda _checked: self._filtered())

    # --- parts

    def _build_filters(self) -> None:
        self.search = SearchField(self.tr("Search"), self.tr("Name, number, organisation or cohort"))
        words = [(one.value, self.context.say(one.word)) for one in Standing]
        self.standing = Choice([("", self.tr("Every status")), *((code, word.capitalize()) for code, word in words)])
        self.standing.setAccessibleName(self.tr("Status"))
        self.mine = QCheckBox(self.tr("My work &only"))
        filters = row(spacing=2 * GRID)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.standing)
        filters.addWidget(self.mine)
        self.body.addLayout(filters)

    def _build_list(self) -> None:
        self.table = DossierTable(self.context)
        self.list = ListView(self.tr("Assessments"), self.table, stretch=dossiers.STUDENT)
        self.list.setItemDelegateForColumn(dossiers.STANDING, ChipCells(self.table.standing_badge, self.list))
        self.list.setItemDelegateForColumn(dossiers.OUTCOME, ChipCells(self.table.outcome_badge, self.list))
        self.list.fit(*self.table.samples())
        self.list.spare(dossiers.CHANGED, dossiers.COURSE, dossiers.DAY)
        self.search.serve(self, self.list)
        self.list.opened.connect(self.open_row)
        self.list.menu(
            (self.tr("Open"), self.open_row),
            (self.tr("Open the check page"), lambda number: self._open(number, check=True)),
            (self.tr("Copy the number"), self._copy_number),
        )
        self.nothing = EmptyState(
            "search",
            self.tr("Nothing found"),
            self.tr("No assessment answers to this search and these filters."),
            self.tr("Show everything"),
            self.show_everything,
        )
        self.nothing.action.setProperty("kind", "plain")
        self.unbegun = EmptyState(
            "assessments",
            self.tr("No practice assessments yet"),
            self.tr("Choose New practice assessment to begin one."),
        )
        self.views = QStackedWidget()
        for view in (self.list, self.nothing, self.unbegun):
            self.views.addWidget(view)
        self.list.setSelectionMode(ListView.SelectionMode.ExtendedSelection)
        self.strip = ExportStrip(self.context, self.chosen, self.wanted, lambda: self.table.total)
        self.counted = self.strip.counted
        self.body.addWidget(self.views, 1)
        self.body.addWidget(self.strip)

    def take_focus(self) -> None:
        """Begin by searching."""
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    # --- what it shows

    def wanted(self) -> Filter:
        """What search field and filters ask for now."""
        standing = Standing(self.standing.code) if self.standing.code else None
        return Filter(self.search.text(), mine=self.mine.isChecked(), standing=standing)

    def chosen(self) -> list[str]:
        """The ids of the chosen rows, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.table.row(row).id for row in rows]

    def reload(self) -> None:
        """Fetch the first rows anew; the place in the list is kept while the filter is."""
        wanted, work = self.wanted(), self.context.application.work
        known = self.table.rowCount() if wanted == self.table.wanted else 0
        rows = min(max(PAGE, known), MOST_AT_ONCE)

        def fetch(_progress: Progress) -> Found:
            return wanted, work.count(wanted), work.lines(wanted, rows)

        self.context.jobs.start("list of dossiers", fetch, self._show)

    def _show(self, found: Found) -> None:
        if not isValid(self):  # The screen was built anew while the rows were on their way.
            return
        wanted, total, lines = found
        moved = wanted != self.table.wanted
        self.table.wanted = wanted
        self.table.show(total, lines)
        if moved:
            self.list.scrollToTop()
        if lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.table.index(0, 0))
        self.list.leave_out(dossiers.ASSESSOR, wanted.mine)
        self.strip.show_count(self.tr("%n assessment(s)", "", total) if total else "")
        self.views.setCurrentWidget(self.list if total else self.unbegun if wanted == Filter() else self.nothing)

    def showEvent(self, event: QShowEvent) -> None:
        """Take over the filter that another page set."""
        super().showEvent(event)
        kept = self.context.application.work.kept_filter()
        shown = self.wanted()
        if (kept.mine, kept.standing) != (shown.mine, shown.standing):
            self._show_filter(kept)
            self.reload()

    def show_everything(self) -> None:
        """Take every filter away."""
        self.search.clear()
        self._show_filter(Filter())
        self._filtered()

    def _filtered(self) -> None:
        self.context.application.work.keep_filter(self.wanted())
        self.reload()

    def _show_filter(self, wanted: Filter) -> None:
        for field in (self.standing, self.mine):
            field.blockSignals(True)
        code = "" if wanted.standing is None else wanted.standing.value
        self.standing.setCurrentIndex(max(0, self.standing.findData(code)))
        self.mine.setChecked(wanted.mine)
        for field in (self.standing, self.mine):
            field.blockSignals(False)

    # --- where it leads

    def open_row(self, number: int) -> None:
        """Open a dossier: its result when it has one, else its sheet."""
        self._open(number)

    def _open(self, number: int, *, check: bool = False) -> None:
        line = self.table.row(number)
        part: Part = "result" if not line.state.is_open else "check" if check else "sheet"
        self.context.navigator.open_dossier(line.id, part)

    def _copy_number(self, number: int) -> None:
        QGuiApplication.clipboard().setText(self.table.row(number).number)
