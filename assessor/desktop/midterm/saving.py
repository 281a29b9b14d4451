"""Buttons that write a file beside the screen, and say where it lies and that it is not encrypted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError

Write = Callable[[Path], object]


class Saving(QWidget):
    """A line that says what was saved, for any number of buttons.

    Signals:
        saved: a file was written.
    """

    saved = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._written: Path | None = None
        self.told = label("", "muted")
        self.open_folder = button(self.tr("Open the folder"), self._open_folder, kind="quiet", icon="folder")
        line = row(spacing=GRID)
        line.addWidget(self.told, 1)
        line.addWidget(self.open_folder)
        self.setLayout(column(line, spacing=0))
        self.hide()

    def button(self, text: str, name: str, file_name: Callable[[], str], write: Write) -> QPushButton:
        """A button that asks for a file and has it written.

        Args:
            text: what it says.
            name: its object name.
            file_name: answers the name that is proposed; its ending tells the kind.
            write: writes the file; called beside the screen.
        """
        icon = "pdf" if file_name().endswith(".pdf") else None
        return button(text, lambda: self._ask(file_name(), write), icon=icon, name=name)

    def save(self, path: Path, write: Write) -> None:
        """Write the file beside the screen."""
        self._tell(self.tr("Saving…"), None)
        self._context.jobs.start(
            f"midterm paper {path}", attempt(lambda _progress: write(path)), lambda answer: self._done(answer, path)
        )

    def _ask(self, name: str, write: Write) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._written.parent if self._written is not None else Path(documents)
        ending = name.rpartition(".")[2]
        dialog = QFileDialog(self, self.tr("Save as"), str(folder / name), f"*.{ending}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen), write))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _done(self, answer: object, path: Path) -> None:
        if not isValid(self):
            return
        if isinstance(answer, KnownError):
            self.hide()
            self._context.tell_error(answer)
            return
        self._tell(self.tr("Saved as {name}. This file is not encrypted.").format(name=path.name), path)
        self.saved.emit()

    def _tell(self, text: str, written: Path | None) -> None:
        self._written = written or self._written
        self.told.setText(text)
        self.open_folder.setVisible(written is not None)
        self.show()

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
