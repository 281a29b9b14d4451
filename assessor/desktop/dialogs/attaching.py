"""Dialogs about attachments: note where a video is, take one away, look at a picture."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from shiboken6 import isValid

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.attachments import Attachment
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes

SIGHT = QSize(880, 600)
"""The largest a picture is shown, in points."""


class ReferenceDialog(AskingDialog):
    """Where a video is to be found; nothing is fetched."""

    def __init__(self, context: Context, parent: QWidget, dossier_id: str) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Where is the video?"),
            self.tr("Only this text is kept; the program does not fetch or play the video."),
            self.tr("Add"),
        )
        self._dossier_id = dossier_id
        rows = FormRows()
        self.reference, self.name = QLineEdit(), QLineEdit()
        rows.add(self.tr("Web address or file"), self.reference)
        rows.add(self.tr("Name"), self.name, self.tr("For example: maths lesson, group 5"))
        self.body.addLayout(rows)
        self.reference.setFocus()

    def carry_out(self) -> Changes:
        """Note it."""
        return self.context.application.attachments.refer(self._dossier_id, self.reference.text(), self.name.text())[1]

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The address, when that is what lacks."""
        return self.reference if refusal.code == "reference-missing" else None


class RemoveAttachmentDialog(AskingDialog):
    """Whether an attachment may go for good."""

    def __init__(self, context: Context, parent: QWidget, attachment: Attachment) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Remove {name}?").format(name=attachment.name),
            self.tr("It is taken out of this dossier. Earlier backups still hold it."),
            self.tr("Remove"),
        )
        self._attachment = attachment

    def carry_out(self) -> Changes:
        """Take it away."""
        return self.context.application.attachments.remove(self._attachment.id)


class PictureDialog(QDialog):
    """A picture, unpacked beside the screen and kept in memory only."""

    def __init__(self, context: Context, parent: QWidget, attachment: Attachment) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(attachment.name)
        self.picture = label(self.tr("Opening…"), "muted")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(attachment.name)
        self.picture.setMinimumSize(320, 200)
        close = button(self.tr("Close"), self.accept, kind="primary")
        close.setDefault(True)
        layout = column(label(attachment.name, "heading"), spacing=2 * GRID, margins=3 * GRID)
        layout.addWidget(self.picture, 1)
        layout.addLayout(row(None, close))
        self.setLayout(layout)
        attachments = context.application.attachments
        most = SIGHT.boundedTo(self.screen().availableSize() * 0.7)

        def work(_progress: Progress) -> QImage:
            return unpacked(attachments.content(attachment.id), most)

        context.jobs.start(f"picture-{attachment.id}", work, self._show)

    def _show(self, image: QImage) -> None:
        if not isValid(self):
            return
        if image.isNull():
            self.picture.setText(self.tr("This picture is damaged or too large to show. Save it to look at it."))
            self.picture.setFixedWidth(320)
        else:
            self.picture.setPixmap(QPixmap.fromImage(image))
            self.picture.setMinimumSize(image.size())
        self.adjustSize()


def unpacked(content: bytes, most: QSize) -> QImage:
    """A picture no larger than `most`, turned upright; a null image when it is damaged or takes too much memory."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > most.width() or size.height() > most.height():
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
