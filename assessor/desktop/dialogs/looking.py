"""Dialogs that show what is inside an attachment: the pages of a PDF, the words of a document. Nothing lies on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.attachments import Attachment
from assessor.domain.errors import KnownError

if TYPE_CHECKING:
    from assessor.exchange.attached_pages import PagePicture

PAGE_WIDTH = 820
"""Width of a page on the screen, in points: an A4 can be read without glasses, and fits a school laptop."""
_TALLEST = 4


class LookingDialog(QDialog):
    """A name, what there is to see, and Close; `said` tells what cannot be seen."""

    def __init__(self, context: Context, parent: QWidget, attachment: Attachment, sight: QWidget) -> None:
        super().__init__(parent)
        self.context, self.attachment = context, attachment
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(attachment.name)
        self.said = label(self.tr("Opening…"), "muted")
        self.beside = row(spacing=GRID)
        close = button(self.tr("Close"), self.accept, kind="primary", name="close")
        sight.setAccessibleName(attachment.name)
        layout = column(label(attachment.name, "heading"), self.said, spacing=GRID, margins=3 * GRID)
        layout.addWidget(sight, 1)
        under = row(spacing=GRID)
        under.addLayout(self.beside)
        under.addStretch(1)
        under.addWidget(close)
        layout.addLayout(under)
        self.setLayout(layout)
        room = self.screen().availableSize()
        self.resize(min(PAGE_WIDTH + 10 * GRID, room.width()), min(760, round(room.height() * 0.9)))

    def refuse(self, refusal: KnownError) -> None:
        """Say why there is nothing to see."""
        self.said.setText(f"{refusal.what.say(self.context.language)} {refusal.cure.say(self.context.language)}")


class PagesDialog(LookingDialog):
    """The pages of a PDF, one at a time; Page Up and Page Down turn them."""

    def __init__(self, context: Context, parent: QWidget, attachment: Attachment) -> None:
        self.area = QScrollArea()
        super().__init__(context, parent, attachment, self.area)
        self.page, self.pages = 0, 1
        self.sheet = label("", wrap=False)
        self.area.setWidget(self.sheet)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.previous = button(
            self.tr("Previous page"), lambda: self.turn(-1), icon="previous", shortcut="PgUp", name="previous"
        )
        self.next = button(self.tr("Next page"), lambda: self.turn(1), icon="next", shortcut="PgDown", name="next")
        self.place = label("", "muted", wrap=False)
        for one in (self.previous, self.next, self.place):
            self.beside.addWidget(one)
        # A bar that comes and goes would change the width for which the page was drawn.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._show_place()
        self.area.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the page as wide as there is room for."""
        super().showEvent(event)
        self._draw()

    def turn(self, by: int) -> None:
        """Show another page."""
        self.page = min(max(self.page + by, 0), self.pages - 1)
        self._show_place()
        self._draw()

    def _draw(self) -> None:
        attachments, one, page = self.context.application.attachments, self.attachment.id, self.page
        width = round(min(PAGE_WIDTH, self.area.viewport().width()) * self.devicePixelRatioF())

        def work(_progress: Progress) -> PagePicture:
            return attachments.page(one, page, (width, _TALLEST * width))

        self.context.jobs.start(f"page-{one}", attempt(work), self._show, lane="computing")

    def _show(self, drawn: PagePicture | KnownError) -> None:
        if not isValid(self):
            return
        self.said.setVisible(isinstance(drawn, KnownError))
        if isinstance(drawn, KnownError):
            self.sheet.clear()
            self.refuse(drawn)
            return
        row_bytes = 4 * drawn.width
        image = QImage(drawn.pixels, drawn.width, drawn.height, row_bytes, QImage.Format.Format_RGB32).copy()
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.setPixmap(QPixmap.fromImage(image))
        self.sheet.adjustSize()
        self.area.verticalScrollBar().setValue(0)
        self.pages = drawn.pages
        self._show_place()

    def _show_place(self) -> None:
        self.place.setText(self.tr("Page {page} of {pages}").format(page=self.page + 1, pages=self.pages))
        self.sheet.setAccessibleName(self.place.text())
        self.previous.setEnabled(self.page > 0)
        self.next.setEnabled(self.page < self.pages - 1)
        for one in (self.previous, self.next, self.place):
            one.setVisible(self.pages > 1)


class WordsDialog(LookingDialog):
    """The words of a document, without its layout."""

    def __init__(self, context: Context, parent: QWidget, attachment: Attachment) -> None:
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        super().__init__(context, parent, attachment, self.words)
        attachments = context.application.attachments

        def work(_progress: Progress) -> str:
            return attachments.words(attachment.id)

        context.jobs.start(f"words-{attachment.id}", attempt(work), self._show)
        self.words.setFocus()

    def _show(self, words: str | KnownError) -> None:
        if not isValid(self):
            return
        if isinstance(words, KnownError):
            self.refuse(words)
            return
        self.said.setText(self.tr("Only the words; save a copy to see pictures and layout."))
        self.words.setPlainText(words)
