"""The strip under the list of assessments: saves many of them beside the screen, shows how far it is, and can stop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.dialogs.exporting import ExportDialog, Form, Wish
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.services.work import Filter

Ids = list[str]


class ExportStrip(QWidget):
    """Two buttons, and while something is saved a bar with a button to stop.

    Args:
        context: what every page is given.
        chosen: answers the ids of the chosen rows.
        wanted: answers what search field and filters ask for now.
        found: answers how many dossiers the list found.
    """

    def __init__(
        self, context: Context, chosen: Callable[[], Ids], wanted: Callable[[], Filter], found: Callable[[], int]
    ) -> None:
        super().__init__()
        self._context, self._chosen, self._wanted, self._found = context, chosen, wanted, found
        self._job = 0
        self._wish: Wish | None = None
        self._written: Path | None = None
        self.counted = label("", "small")
        self.workbook = button(self.tr("Save as &workbook…"), lambda: self.ask("table"), name="save-workbook")
        self.pdfs = button(self.tr("Save &PDFs…"), lambda: self.ask("pdf"), icon="pdf", name="save-pdfs")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = button(self.tr("Stop"), self._stop, kind="quiet", icon="close", name="stop-export")
        self.told = label("", "muted")
        self.open_folder = button(self.tr("Open the folder"), self._open_folder, kind="quiet", icon="folder")
        top = row(spacing=GRID)
        top.addWidget(self.counted, 1)
        for part in (self.workbook, self.pdfs):
            top.addWidget(part)
        under = row(spacing=GRID)
        under.addWidget(self.told, 1)
        under.addWidget(self.bar, 1)
        under.addWidget(self.stop)
        under.addWidget(self.open_folder)
        self.setLayout(column(top, under, spacing=GRID))
        self._wait(False)

    def show_count(self, words: str) -> None:
        """Say how many there are."""
        self.counted.setText(words)
        self.setVisible(bool(words))

    # --- asking

    def ask(self, form: Form) -> ExportDialog:
        """Ask what is to be saved, then where; answers the dialog."""
        dialog = ExportDialog(self._context, self, form, len(self._chosen()), self._found())
        dialog.accepted.connect(lambda: self._ask_place(dialog.wish))
        dialog.open()
        return dialog

    def _ask_place(self, wish: Wish) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = self._written.parent if self._written is not None else Path(documents)
        if wish.kind == "pdf":
            dialog = QFileDialog(self, self.tr("Choose a folder for the PDFs"), str(start))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            ending = "xlsx" if wish.kind == "xlsx" else "csv"
            name = f"dossiers-{self._context.application.desk.today():%Y-%m-%d}.{ending}"
            dialog = QFileDialog(self, self.tr("Save as"), str(start / name), f"*.{ending}")
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(ending)
            dialog.selectFile(name)
        dialog.fileSelected.connect(lambda place: self.save(wish, Path(place)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- saving

    def save(self, wish: Wish, place: Path) -> None:
        """Save beside the screen what was asked for, in a file or (PDFs) in a folder."""
        exports, wanted = self._context.application.exports, self._wanted()
        chosen = self._chosen() if wish.only_chosen else None

        def work(progress: Progress) -> tuple[Path, int] | None:
            ids = exports.found(wanted) if chosen is None else chosen
            if wish.kind == "pdf":
                files = exports.write_pdfs(ids, place, wish.language, progress)
                return place / files[0].name if files else place, len(files)
            count = exports.write_table(ids, place, wish.kind, wish.language, progress)
            return None if count is None else (place, count)

        self._wish = wish
        self.told.hide()
        self._wait(True)
        self.bar.setRange(0, 0)
        # In the lane for computing, so that the list can be searched meanwhile.
        self._job = self._context.jobs.start(
            "export", attempt(work), self._done, lane="computing", on_progress=self._advanced
        )

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._context.jobs.stop(self._job)

    def _advanced(self, done: int, total: int) -> None:
        # Putting the whole file together comes after the last row and has no steps of its own.
        self.bar.setRange(0, 0 if done >= total else total)
        self.bar.setValue(done)

    def _done(self, answer: tuple[Path, int] | KnownError | None) -> None:
        if not isValid(self):
            return
        stopped = not self.stop.isEnabled()
        self._wait(False)
        if isinstance(answer, KnownError):
            self._context.tell_error(answer)
            return
        if answer is None:
            self._tell(self.tr("Stopped. No file was made."), None)
            return
        place, count = answer
        if self._wish is not None and self._wish.kind == "pdf":
            words = (
                self.tr("Stopped after %n PDF(s); these are not encrypted.", "", count)
                if stopped
                else self.tr("%n PDF(s) saved. They are not encrypted.", "", count)
            )
            self._tell(words, place)
        else:
            words = self.tr("%n assessment(s) saved as {name}. This file is not encrypted.", "", count)
            self._tell(words.format(name=place.name), place)

    def _tell(self, words: str, written: Path | None) -> None:
        self._written = written or self._written
        self.told.setText(words)
        self.told.show()
        self.open_folder.setVisible(written is not None)

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _wait(self, waiting: bool) -> None:
        for part in (self.bar, self.stop):
            part.setVisible(waiting)
        self.stop.setEnabled(True)
        if waiting:
            self.open_folder.hide()
        elif not self.told.text():
            self.told.hide()
            self.open_folder.hide()
        for part in (self.workbook, self.pdfs):
            part.setEnabled(not waiting)
