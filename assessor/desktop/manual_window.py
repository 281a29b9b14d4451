"""The manual in the program: choose for whom, read, and save it as a PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QTextBrowser, QWidget

from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID, scaled
from assessor.domain.errors import KnownError
from assessor.domain.text import Language
from assessor.services import manuals
from assessor.services.manuals import Reader

WIDTH, HEIGHT = 760, 720


class ManualWindow(QDialog):
    """One page at a time; it stays open beside the work.

    Args:
        language: of the manual.
        reader: whose manual comes first.
        parent: the window.
    """

    def __init__(self, language: Language, reader: Reader = Reader.ASSESSOR, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setWindowTitle(self.tr("Manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(WIDTH), HEIGHT)
        self.reader = Choice([(one.value, one.word.say(language)) for one in Reader], reader.value)
        self.reader.setAccessibleName(self.tr("For whom"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Manual"))
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(2 * GRID)
        self.save = button(self.tr("Save as PDF…"), self._ask, icon="pdf", name="save-manual")
        self.closing = button(self.tr("Close"), self.accept, kind="primary", name="close-manual")
        self.told = label("", "muted")
        words = label(self.tr("For whom"), "label", wrap=False)
        words.setBuddy(self.reader)
        layout = column(row(words, self.reader, None), self.text, spacing=2 * GRID, margins=2 * GRID)
        under = row(self.save, spacing=GRID)
        under.addWidget(self.told, 1)
        under.addWidget(self.closing)
        layout.addLayout(under)
        self.setLayout(layout)
        self.reader.currentIndexChanged.connect(lambda _index: self._read())
        self._read()
        self.text.setFocus()

    def save_into(self, folder: Path) -> None:
        """Write the manual on screen as PDF."""
        reader = self._chosen()
        path = folder / manuals.file_name(reader, self._language)
        try:
            manuals.write_pdf(reader, self._language, path, datetime.now().astimezone())
        except KnownError as refusal:
            self.told.setText(refusal.say(self._language))
        else:
            self.told.setText(self.tr("Saved as {name}.").format(name=path.name))

    def _chosen(self) -> Reader:
        return Reader(self.reader.code)

    def _read(self) -> None:
        self.told.setText("")
        self.text.setMarkdown(manuals.markdown(self._chosen(), self._language))
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        air = QTextBlockFormat()
        air.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(air)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _ask(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Choose a folder for the manual"), documents)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.save_into(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
