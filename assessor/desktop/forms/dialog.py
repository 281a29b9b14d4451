"""*Wat kwam er mee*: files that come back are dropped here, seen through, and taken over place by place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidgetItem, QSplitter, QStackedWidget, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.forms.arrival_list import ArrivalList
from assessor.desktop.forms.arrivals import Arrival
from assessor.desktop.forms.detail import Detail
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.chips import SIGNS
from assessor.desktop.furniture.surfaces import EmptyState, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.form_proposals import Proposal
from assessor.services.changes import Changes
from assessor.services.forms.receiving import Received

if TYPE_CHECKING:
    from assessor.desktop.forms.sending import SendFormsDialog


class CameAlongDialog(QDialog):
    """What came with the student: one dossier's forms, or (without a dossier) files for any.

    Attributes:
        arrivals: the lines of the list.
    """

    def __init__(self, context: Context, parent: QWidget | None, dossier_id: str | None = None) -> None:
        super().__init__(parent)
        self.context, self._dossier_id = context, dossier_id
        self._received: list[Received] = []
        self.arrivals: list[Arrival] = []
        self.setWindowTitle(self.tr("What came along"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(980, 620)
        self._build()
        self.fill()
        (self.list if self.arrivals else self.files).setFocus()

    # --- building

    def _build(self) -> None:
        self.files = button(self.tr("Choose files…"), self._ask_files, icon="folder", shortcut="Ctrl+O", name="files")
        self.send = button(self.tr("Write forms…"), self._ask_send, icon="pdf", name="send")
        if self._dossier_id is None:
            self.send.hide()
        self.accept_all = button(self.tr("Keep all"), self._accept_all, name="accept-all")
        self.accept_all.setToolTip(self.tr("Keep every form, and take over what fills an empty place"))
        self.told = label("", "small")
        words = column(
            label(self.tr("What came along"), "title"),
            label(self.tr("Drop what came back here. Nothing changes before you take it over."), "muted"),
            spacing=2,
        )
        top = row(spacing=GRID)
        top.addLayout(words, 1)
        for one in (self.files, self.send):
            top.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        self.list = ArrivalList(self.tr("Forms"))
        self.list.currentRowChanged.connect(self._show_current)
        self.detail = Detail(self.context, self)
        self.detail.taking.connect(self._take)
        self.detail.choosing.connect(self._choose)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(2 * GRID)
        sides.addWidget(self.list)
        sides.addWidget(self.detail)
        sides.setStretchFactor(1, 1)
        sides.setSizes([280, 660])
        nothing = EmptyState(
            "folder",
            self.tr("Nothing came back yet"),
            self.tr("Drop the filled-in PDF or workbook here, or a folder with files."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(nothing)
        self.stack.addWidget(sides)
        close = button(self.tr("Close"), self.reject, name="close")
        layout = column(spacing=2 * GRID, margins=3 * GRID)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)
        bottom = row(spacing=GRID)
        bottom.addWidget(self.told, 1)
        for one in (self.accept_all, close):
            bottom.addWidget(one)
        layout.addLayout(bottom)
        self.setLayout(layout)

    # --- what is shown

    def fill(self, key: str = "") -> None:
        """Show what is there now; the line with this key becomes the current one."""
        self.arrivals = [Arrival(one.sent, one) for one in self._received]
        came = {one.sent.code for one in self.arrivals if one.sent is not None}
        around = self.context.application.forms.around(self._dossier_id) if self._dossier_id is not None else []
        for post in around:
            self.arrivals += [Arrival(post.sent, kept=kept) for kept in post.kept]
            if not post.kept and post.sent.code not in came:
                self.arrivals.append(Arrival(post.sent))
        self.list.blockSignals(True)
        self.list.clear()
        for arrival in self.arrivals:
            self.list.addItem(self._item(arrival))
        self.list.blockSignals(False)
        self.stack.setCurrentIndex(1 if self.arrivals else 0)
        self.accept_all.setVisible(sum(one.is_acceptable for one in self._received) > 1)
        keys = [one.key for one in self.arrivals]
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)
        self._show_current(self.list.currentRow())

    def _item(self, arrival: Arrival) -> QListWidgetItem:
        state, tone = arrival.state()
        lines = [arrival.title(self.context.language), arrival.about(), f"{SIGNS[tone]} {state}"]
        return QListWidgetItem("\n".join(line for line in lines if line))

    def _show_current(self, place: int) -> None:
        arrival = self.arrivals[place] if 0 <= place < len(self.arrivals) else None
        if arrival is None:
            self.detail.show_arrival(None, ())
            return
        proposals, fits = self._proposals(arrival)
        self.detail.show_arrival(arrival, proposals, fits=fits)

    def _proposals(self, arrival: Arrival) -> tuple[Sequence[Proposal], bool]:
        forms = self.context.application.forms
        received = arrival.received
        if received is not None:
            fits = received.dossier is not None and received.is_acceptable
            return (forms.preview(received) if fits else ()), fits
        if arrival.kept is None or self._dossier_id is None or not arrival.kept.in_force:
            return (), True
        if not self.context.application.work.dossier(self._dossier_id).state.is_open:
            return (), True
        try:
            return forms.proposals(arrival.kept.id, self._dossier_id), True
        except KnownError as refusal:
            self.context.tell_error(refusal)
            return (), True

    # --- files that come

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files beside the screen and show what they are."""
        forms, dossier_id, chosen = self.context.application.forms, self._dossier_id, list(paths)

        def work(progress: Progress) -> list[Received]:
            return forms.receive(chosen, dossier_id, progress)

        self.told.setText(self.tr("Reading…"))
        self.context.jobs.start("forms", attempt(work), self._read, on_progress=self._tell_progress)

    def _tell_progress(self, done: int, total: int) -> None:
        if isValid(self):
            self.told.setText(self.tr("Reading {done} of {total}").format(done=done, total=total))

    def _read(self, result: list[Received] | KnownError) -> None:
        if not isValid(self):
            return
        self.told.setText("")
        if isinstance(result, KnownError):
            self.context.tell_error(result)
            return
        names = {one.file for one in result}
        self._received = [*result, *(one for one in self._received if one.file not in names)]
        self.fill(f"file:{result[0].file}" if result else "")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files that were dropped."""
        event.acceptProposedAction()
        self.take_files(files_of(event))

    def _ask_files(self) -> None:
        ask_files(self, self.take_files)

    # --- what the user does

    def _take(self) -> None:
        arrival = self.detail.arrival
        if arrival is None:
            return
        forms, places = self.context.application.forms, self.detail.differences.places
        dossier_id, kept_id = self._dossier_id, arrival.kept.id if arrival.kept is not None else ""
        changes: Changes = ()
        try:
            if arrival.received is not None:
                kept, changes = forms.accept([arrival.received])
                self._received = [one for one in self._received if one is not arrival.received]
                dossier_id = arrival.received.dossier.id if arrival.received.dossier is not None else None
                kept_id = kept[0].id if kept else ""
                self._say_kept(arrival)
            if dossier_id is not None and kept_id and places:
                changes += forms.take_over(kept_id, dossier_id, places)
                self.told.setText(self.tr("Taken over: %n place(s).", "", len(places)))
        except KnownError as refusal:
            self.context.tell_error(refusal)
        self.context.hub.tell(changes, self)
        self.fill(kept_id)

    def _say_kept(self, arrival: Arrival) -> None:
        self.told.setText(self.tr("{form} is kept.").format(form=arrival.title(self.context.language)))

    def _accept_all(self) -> None:
        forms = self.context.application.forms
        changes: Changes = ()
        try:
            kept, changes = forms.accept(self._received)
            dossiers = {one.sent.code: one.dossier for one in self._received if one.sent is not None}
            for one in kept:
                dossier = dossiers.get(one.code)
                if dossier is not None and one.in_force:
                    changes += forms.take_over(one.id, dossier.id)
        except KnownError as refusal:
            self.context.tell_error(refusal)
        else:
            self.told.setText(self.tr("%n form(s) kept.", "", len(kept)))
        self._received = [one for one in self._received if not one.is_acceptable]
        self.context.hub.tell(changes, self)
        self.fill()

    def _choose(self) -> None:
        arrival = self.detail.arrival
        if arrival is None or arrival.kept is None:
            return
        self.context.hub.tell(self.context.application.forms.choose(arrival.kept.id), self)
        self.fill(arrival.kept.id)

    def _ask_send(self) -> None:
        from assessor.desktop.forms.sending import SendFormsDialog

        if self._dossier_id is not None:
            dialog = SendFormsDialog(self.context, self, self._dossier_id)
            dialog.accepted.connect(lambda: self._sent(dialog))
            dialog.open()

    def _sent(self, dialog: SendFormsDialog) -> None:
        files = dialog.sending.files if dialog.sending is not None else ()
        self.told.setText(self.tr("%n file(s) written. They are not encrypted.", "", len(files)))
        self.context.hub.tell(dialog.changes, self)
        self.fill()


def ask_files(parent: QWidget, take: Callable[[list[Path]], object]) -> None:
    """Ask which files came back; `take` gets them."""
    dialog = QFileDialog(parent, QCoreApplication.translate("CameAlongDialog", "Choose files"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(QCoreApplication.translate("CameAlongDialog", "Forms (*.pdf *.xlsx *.zip *.eml)"))
    dialog.filesSelected.connect(lambda chosen: take([Path(one) for one in chosen]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def files_of(event: QDropEvent) -> list[Path]:
    """The files and folders of this computer that are dragged along."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
