"""*Formulieren inlezen*: files are read and sealed beside the screen; then whose each is and how it was taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.under_way import UnderWayDialog
from assessor.desktop.furniture.lists import ChipCells, ListView
from assessor.desktop.furniture.surfaces import Card
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.models import arrived as columns
from assessor.desktop.models.arrived import ArrivedTable
from assessor.services.changes import Changes
from assessor.services.midterm.receiving import Arrived


class ReceivingMidtermsDialog(UnderWayDialog):
    """Reads what came back, can stop, and shows a line per file; nothing that a form says is ever in it.

    Attributes:
        arrived: what was read, once it is done.
        only: the one midterm that the files belong to, "" when there are several or none.
    """

    def __init__(self, context: Context, parent: QWidget | None, paths: Sequence[Path]) -> None:
        super().__init__(context, parent, self.tr("Read in forms"), self.tr("Reading…"))
        self.arrived: list[Arrived] = []
        self.only = ""
        midterms, chosen = context.application.midterms, list(paths)

        def work(progress: Progress) -> tuple[list[Arrived], Changes]:
            return midterms.receive(chosen, progress)

        self.work_on("receive midterms", work)

    def count(self, done: int, total: int) -> str:
        """How many files are read."""
        return self.tr("Reading {done} of {total}").format(done=done, total=total)

    def show_answer(self, answer: tuple[list[Arrived], Changes], *, stopped: bool) -> None:
        """Say how many were taken in, and show each file."""
        self.arrived, changes = answer
        if stopped:
            self.say("neutral", self.tr("Stopped. What was read until then is taken in; read in the rest again."))
        self._summarise()
        if self.arrived:
            self._show_files()
        ids = {one.midterm.id for one in self.arrived if one.midterm is not None and one.refusal is None}
        self.only = ids.pop() if len(ids) == 1 else ""
        self.context.hub.tell(changes, self)

    def _summarise(self) -> None:
        refused = sum(one.refusal is not None for one in self.arrived)
        sheets = sum(one.is_sheet and one.refusal is None for one in self.arrived)
        taken = len(self.arrived) - refused - sheets
        opened = sum(one.opened for one in self.arrived)
        if not self.arrived:
            self.say("neutral", self.tr("There is no file to read in."))
        if taken:
            self.say("good", self.tr("%n form(s) read in. What they say stays hidden until both are in.", "", taken))
        if sheets:
            self.say("good", self.tr("%n talk sheet(s) read in.", "", sheets))
        if opened:
            self.say("accent", self.tr("Of %n midterm evaluation(s) both forms are in now.", "", opened))
        if refused:
            self.say("insufficient", self.tr("%n file(s) could not be taken in. Choose one to see why.", "", refused))

    def _show_files(self) -> None:
        self.table = ArrivedTable(self.context, self.arrived)
        self.list = ListView(self.tr("Files"), self.table, stretch=columns.FILE)
        self.list.setItemDelegateForColumn(columns.TAKEN, ChipCells(self.table.badge, self.list))
        self.list.fit(*columns.SAMPLES)
        self.remarks = label("")
        self.remarks.setMinimumHeight(3 * self.remarks.fontMetrics().height())
        self.list.chosen.connect(self._explain)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(Card(self.remarks))
        self.list.selectRow(0)
        self.list.setFocus()

    def _explain(self, number: int) -> None:
        self.remarks.setText(self.table.remarks(self.table.row(number)) if number >= 0 else "")
