"""The frame of a dialog for work that takes a while: a bar, a way to stop, and afterwards what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, column, row
from assessor.desktop.furniture.words import Tone, label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError


class UnderWayDialog(QDialog):
    """Works beside the screen; a subclass begins with `work_on` and says in `show_answer` what came of it.

    Attributes:
        body: where the subclass puts its result.
    """

    def __init__(self, context: Context, parent: QWidget | None, title: str, told: str) -> None:
        super().__init__(parent)
        self.context = context
        self._job = 0
        self._folder: Path | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 520)
        self.told = label(told, "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = button(self.tr("Stop"), self._stop, icon="close", name="stop")
        self.open_folder = button(self.tr("Open the folder"), self._open_folder, icon="folder", name="open-folder")
        self.close_button = button(self.tr("Close"), self.reject, kind="primary", name="close")
        self._said = column(spacing=GRID)
        self.body = column(spacing=GRID)
        layout = column(label(title, "heading"), spacing=2 * GRID, margins=3 * GRID)
        layout.addWidget(self.told)
        layout.addWidget(self.bar)
        layout.addLayout(self._said)
        room = QWidget()  # It takes the height while there is no result, so that what is said stands together.
        room.setLayout(self.body)
        layout.addWidget(room, 1)
        layout.addLayout(row(None, self.stop, self.open_folder, self.close_button))
        self.setLayout(layout)
        for part in (self.open_folder, self.close_button):
            part.hide()
        self.stop.setFocus()

    def work_on(self, subject: str, work: Callable[[Progress], Any]) -> None:
        """Begin; in the lane for computing, so that lists can be searched meanwhile."""
        self._job = self.context.jobs.start(
            subject, attempt(work), self._done, lane="computing", on_progress=self._advance
        )

    def show_answer(self, answer: Any, *, stopped: bool) -> None:  # noqa: ANN401 - of any work
        """Show what came of it."""
        raise NotImplementedError

    def count(self, done: int, total: int) -> str:
        """How far it is, in words."""
        raise NotImplementedError

    def say(self, tone: Tone, words: str) -> None:
        """Add a banner above the result."""
        banner = Banner(tone, words)
        self._said.addWidget(banner)
        banner.show()

    def offer_folder(self, folder: Path) -> None:
        """Offer to open the folder with what was written."""
        self._folder = folder
        self.open_folder.show()

    def reject(self) -> None:
        """Esc and the cross stop first; what was done is shown."""
        if self.stop.isHidden():
            super().reject()
        else:
            self._stop()

    # --- inside

    def _advance(self, done: int, total: int) -> None:
        if isValid(self):
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.told.setText(self.count(done, total))

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.context.jobs.stop(self._job)

    def _done(self, answer: object) -> None:
        if not isValid(self):
            return
        stopped = not self.stop.isEnabled()
        for part in (self.bar, self.stop, self.told):
            part.hide()
        self.close_button.show()
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        if isinstance(answer, KnownError):
            self.say("insufficient", answer.say(self.context.language))
        else:
            self.show_answer(answer, stopped=stopped)

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
