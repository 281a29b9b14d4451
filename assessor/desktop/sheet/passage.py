"""A passage of the sheet: a heading, perhaps a line of help, and a field that saves itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.furniture.surfaces import column
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.furniture.words import label
from assessor.desktop.sheet.scribe import Scribe


class PassageField(QWidget):
    """A named place for running text."""

    def __init__(self, place: str, heading: str, scribe: Scribe, *, help_text: str = "", lines: int = 2) -> None:
        super().__init__()
        self.place, self._scribe = place, scribe
        self.field = GrowingText(lines=lines)
        self.field.setAccessibleName(heading)
        self.field.setAccessibleDescription(help_text)
        self.field.paused.connect(lambda text: scribe.keep_draft(place, text))
        self.field.left.connect(self._write)
        title = label(heading, "label")
        title.setBuddy(self.field)
        layout = column(title, spacing=4)
        if help_text:
            layout.addWidget(label(help_text, "small"))
        layout.addWidget(self.field)
        self.setLayout(layout)

    def _write(self, text: str) -> None:
        if not self._scribe.write(self.place, text):
            self.field.keep()
