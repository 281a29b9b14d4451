"""Instrumenten: every form with its status, one to read, and the check of a form that somebody is writing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.lists import ChipCells, ListView
from assessor.desktop.furniture.surfaces import EmptyState, column, row
from assessor.desktop.furniture.two_lines import TwoLineCells
from assessor.desktop.models.paged import Column, PagedTable
from assessor.desktop.page import Page
from assessor.desktop.pages.form_problems import FormProblems
from assessor.desktop.pages.instrument_details import InstrumentDetails, status_badge, validity
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.errors import KnownError
from assessor.services.instruments import Form

MIN_LIST_WIDTH, MAX_LIST_WIDTH = 376, 416


class InstrumentsPage(Page):
    """The list of forms on the left, the chosen one on the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._words = Wording(context)
        self._forms: list[Form] = []
        self.check = button(self.tr("Check a file…"), self.ask_file, icon="folder", shortcut="Ctrl+O", name="check")
        self.heading(
            self.tr("Instruments"), self.tr("The forms with their criteria, levels and decision rule."), self.check
        )
        self._build_list()
        self.detail = QScrollArea()
        self.detail.setWidgetResizable(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self.detail.setAccessibleName(self.tr("Instrument"))
        both = row(spacing=3 * GRID)
        both.addWidget(self.list, 2)
        both.addWidget(self.detail, 3)
        filled = QWidget()
        filled.setLayout(both)
        empty = EmptyState(
            "instruments", self.tr("No instruments"), self.tr("The folder of forms is empty. Check a file to begin.")
        )
        self.views = QStackedWidget()
        self.views.addWidget(filled)
        self.views.addWidget(empty)
        self.body.addWidget(self.views, 1)

    def _build_list(self) -> None:
        columns: list[Column[Form]] = [
            Column(self.tr("Instrument"), self._title, speak=lambda form: f"{self._title(form)}, {self._small(form)}"),
            Column(self.tr("Status"), lambda form: status_badge(form)[0]),
        ]
        self.table = PagedTable(
            columns, lambda limit, offset: self._forms[offset : offset + limit], lambda: len(self._forms)
        )
        self.list = ListView(self.tr("Instruments"), self.table)
        self.list.setItemDelegateForColumn(0, TwoLineCells(self._small, self.list))
        self.list.setItemDelegateForColumn(1, ChipCells(status_badge, self.list))
        self.list.fit("", "■ niet bruikbaar")
        self.list.setMinimumWidth(MIN_LIST_WIDTH)
        self.list.setMaximumWidth(MAX_LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _number: self.detail.setFocus())

    def take_focus(self) -> None:
        """Begin in the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    # --- what it shows

    def reload(self) -> None:
        """Look at the folders of forms again."""
        forms = self.context.application.instruments.forms()
        if forms and forms == self._forms:
            self._count()
            return
        self._forms = forms
        self.table.reload()
        self.views.setCurrentIndex(0 if self._forms else 1)
        if self._forms and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.table.index(0, 0))

    def _title(self, form: Form) -> str:
        title = form.entry.id if form.instrument is None else self.context.say(form.instrument.title)
        return f"{title} {form.entry.version}"

    def _small(self, form: Form) -> str:
        one = form.instrument
        if one is None:
            return self.tr("%n error(s)", "", sum(problem.is_error for problem in form.problems))
        count = self.tr("{count} criteria").format(count=len(one.criteria))
        programme = self._words.programme(one.programme)
        return f"{programme} · {validity(self._words, one)} · {count}"

    def _choose(self, number: int) -> None:
        if number < 0:
            return
        form = self._forms[number]
        if form.instrument is None:
            name = f"{form.entry.id} {form.entry.version}"
            self._show(FormProblems(self.context, name, form.problems))
            return
        self._show(InstrumentDetails(self.context, form, form.instrument))
        self._count()

    def _count(self) -> None:
        """Count the dossiers on the form that is shown; a large workspace takes a moment."""
        details, instruments = self.detail.widget(), self.context.application.instruments
        if isinstance(details, InstrumentDetails):
            self.context.jobs.start(
                "dossiers on a form",
                lambda _progress: instruments.dossiers_on(details.fingerprint),
                lambda count: details.show_dossiers(count) if isValid(details) else None,
            )

    def _show(self, content: QWidget) -> None:
        self.detail.setWidget(content)
        self.detail.verticalScrollBar().setValue(0)

    # --- the check of a file

    def ask_file(self) -> None:
        """Ask which file to check."""
        dialog = QFileDialog(self, self.tr("Check a form"), "", self.tr("Forms (*.toml)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.check_file(Path(name)))
        dialog.open()

    def check_file(self, path: Path) -> None:
        """Show everything that is to be said of a form on the disk."""
        try:
            reading = self.context.application.instruments.check(path)
        except KnownError as refusal:
            self.context.tell_error(refusal)
            return
        again = button(self.tr("Check again"), lambda: self.check_file(path), icon="redo", shortcut="F5", name="again")
        made = QWidget()
        judged = FormProblems(self.context, path.name, reading.problems)
        made.setLayout(column(judged, row(again, None), None, spacing=12))
        self.list.setCurrentIndex(QModelIndex())
        self._show(made)
        again.setFocus()
