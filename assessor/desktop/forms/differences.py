"""The difference view: what stands in the dossier, what the form says, and a tick for each place to take over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from assessor.domain.form_proposals import Proposal
from assessor.domain.text import Language

_TICKABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Differences(QTableWidget):
    """One row per place; Space ticks it.

    Signals:
        chosen: the ticks changed.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._proposals: tuple[Proposal, ...] = ()
        self.setHorizontalHeaderLabels([self.tr("Place"), self.tr("Stands there now"), self.tr("In the form")])
        self.setAccessibleName(self.tr("What would change"))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(lambda *_sizes: self.resizeRowsToContents())
        self.itemChanged.connect(lambda _item: self.chosen.emit())

    def show_proposals(self, proposals: Sequence[Proposal], language: Language, *, ticked: bool) -> None:
        """Show what would change; with `ticked` the places where nothing stands yet are ticked."""
        self._proposals = tuple(proposals)
        self.blockSignals(True)
        self.setRowCount(len(self._proposals))
        for row, one in enumerate(self._proposals):
            place = QTableWidgetItem(one.label.say(language))
            place.setFlags(_TICKABLE)
            place.setCheckState(Qt.CheckState.Checked if ticked and one.fills else Qt.CheckState.Unchecked)
            self.setItem(row, 0, place)
            for column, text in ((1, one.now.say(language) or "–"), (2, one.then.say(language))):
                item = QTableWidgetItem(text)
                item.setFlags(_READABLE)
                self.setItem(row, column, item)
        self.blockSignals(False)
        self.resizeRowsToContents()
        if self._proposals:
            self.setCurrentCell(0, 0)
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each row the height that it needs at the new width, and no more."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    @property
    def places(self) -> list[str]:
        """The places that are ticked."""
        return [
            one.place
            for row, one in enumerate(self._proposals)
            if (item := self.item(row, 0)) is not None and item.checkState() is Qt.CheckState.Checked
        ]

    def tick_all(self, ticked: bool) -> None:
        """Tick every place, or none."""
        self.blockSignals(True)
        for row in range(self.rowCount()):
            item = self.item(row, 0)
            if item is not None:
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.chosen.emit()
