"""The card that saves a dossier as a PDF, and says at that moment that the file is not encrypted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import Card, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.domain.errors import KnownError
from assessor.domain.text import Language


class PaperCard(Card):
    """A language, a button, and what came of it."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=12)
        self._context = context
        self._dossier_id = ""
        self._written: Path | None = None
        self.language = Choice([("nl", self.tr("Dutch")), ("en", self.tr("English"))], context.language)
        self.language.setAccessibleName(self.tr("Language of the PDF"))
        words = label(self.tr("Language"), "label", wrap=False)
        words.setBuddy(self.language)
        self.save = button(
            self.tr("Save as PDF…"), self._ask, kind="primary", icon="pdf", shortcut="Ctrl+S", name="save-pdf"
        )
        self.body.addWidget(label(self.tr("On paper"), "heading"))
        self.body.addLayout(row(words, self.language, self.save, None, spacing=12))
        self.told = label("", "muted")
        self.open_folder = button(self.tr("Open the folder"), self._open_folder, icon="folder")
        self._after = QWidget()
        after = row(spacing=12)
        after.addWidget(self.told, 1)
        after.addWidget(self.open_folder)
        self._after.setLayout(after)
        self.body.addWidget(self._after)
        self._after.setVisible(False)

    def show_dossier(self, dossier_id: str) -> None:
        """Offer the PDF of another dossier."""
        if dossier_id != self._dossier_id:
            self._dossier_id = dossier_id
            self._after.setVisible(False)
            self.save.setEnabled(True)

    def save_to(self, path: Path) -> None:
        """Write the PDF to a file, beside the screen."""
        dossier_id, papers = self._dossier_id, self._context.application.papers
        language: Language = "nl" if self.language.code == "nl" else "en"

        def work(_progress: Progress) -> Path:
            return papers.write_dossier(dossier_id, path, language)

        self.save.setEnabled(False)
        self._tell(self.tr("Saving…"), None)
        self._context.jobs.start("paper", attempt(work), lambda result: self._saved(dossier_id, result))

    # --- inside

    def _ask(self) -> None:
        folder = self._written.parent if self._written is not None else Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )  # fmt: skip
        name = self._context.application.papers.file_name(self._dossier_id)
        dialog = QFileDialog(self, self.tr("Save as PDF"), str(folder / name), self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _saved(self, dossier_id: str, result: Path | KnownError) -> None:
        if not isValid(self) or dossier_id != self._dossier_id:
            return
        self.save.setEnabled(True)
        if isinstance(result, KnownError):
            self._after.setVisible(False)
            self._context.tell_error(result)
            return
        said = self.tr("Saved as {name}. This file is not encrypted.").format(name=result.name)
        self._tell(said, result)

    def _tell(self, text: str, written: Path | None) -> None:
        self._written = written or self._written
        self.told.setText(text)
        self.open_folder.setVisible(written is not None)
        self._after.setVisible(True)

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
