"""Papers for the rooms, and their reports read back: first what would change, then taking it over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, Card, bring_into_view, clear, column, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Progress
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.services.calibration.room_returns import RoomReturn
from assessor.services.changes import Changes
from assessor.services.forms.receiving import Again

MOST_SHOWN = 40
"""Differences of one report that the dialog lists."""


class RoomPapers(Card):
    """Two buttons: save the packages of all rooms, and read what rooms sent back."""

    def __init__(self, step: Step, session_id: str, on_taken: Callable[[Changes], object]) -> None:
        self._step, self._session_id, self._on_taken = step, session_id, on_taken
        self.context = step.context
        self.save = button(self.tr("Save the room packages…"), self.ask_folder, name="save-rooms")
        self.read = button(self.tr("Read reports of rooms…"), self.ask_files, icon="folder", name="read-rooms")
        self._news = column(spacing=GRID)
        super().__init__(
            label(self.tr("Rooms on paper"), "heading"),
            label(
                self.tr(
                    "Each room gets its agenda and distribution on A4, and a form that comes back with who was there,"
                    " what was agreed and how many hands went up."
                ),
                "muted",
            ),
            row(self.save, self.read, None, spacing=GRID),
            self._news,
            spacing=12,
        )

    # --- out

    def ask_folder(self) -> None:
        """Ask where the packages go."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder for the room packages"))
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the packages beside the screen."""
        packages, language = self.context.application.calibration.room_packages, self.context.language

        def work(progress: Progress) -> list[Path]:
            return packages.write(self._session_id, folder, language, progress)

        self.save.setEnabled(False)
        self.context.jobs.start("calibration-rooms", attempt(work), lambda answer: self._written(folder, answer))

    def _written(self, folder: Path, answer: list[Path] | KnownError) -> None:
        if not isValid(self):
            return
        self.save.setEnabled(True)
        clear(self._news)
        if isinstance(answer, KnownError):
            self._news.addWidget(Banner("insufficient", answer.say(self.context.language)))
            return
        words = self.tr("Saved. The forms list who is in the room; the packages name nobody.")
        url = QUrl.fromLocalFile(str(folder))
        banner = Banner("good", words, self.tr("Open the folder"), lambda: QDesktopServices.openUrl(url))
        self._news.addWidget(banner)
        bring_into_view(banner)

    # --- back

    def ask_files(self) -> None:
        """Ask which reports came back."""
        kinds = self.tr("Reports of rooms (*.pdf *.xlsx *.zip *.eml)")
        names, _kind = QFileDialog.getOpenFileNames(self, self.tr("Read reports of rooms"), "", kinds)
        if names:
            self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Read files beside the screen, and show what they would change."""
        packages, chosen = self.context.application.calibration.room_packages, list(paths)

        def work(progress: Progress) -> list[RoomReturn]:
            return packages.look(self._session_id, chosen, progress)

        self.context.jobs.start("calibration-rooms", attempt(work), self._looked)

    def _looked(self, answer: list[RoomReturn] | KnownError) -> None:
        if not isValid(self):
            return
        if isinstance(answer, KnownError):
            self.context.tell_error(answer)
            return
        self.dialog = RoomReturnsDialog(self._step, self._session_id, answer)
        self.dialog.ask(lambda: self._on_taken(self.dialog.changes))


class RoomReturnsDialog(AskingDialog):
    """Shows per file what it is and what it would change."""

    def __init__(self, step: Step, session_id: str, found: Sequence[RoomReturn]) -> None:
        super().__init__(step.context, step, self.tr("Reports of rooms"), "", self.tr("Take over"))
        self._session_id, self._found = session_id, list(found)
        inside = QWidget()
        inside.setLayout(column(*(self._card(one) for one in found), None, spacing=12))
        area = scrolling(inside)
        area.setMinimumHeight(45 * GRID)
        self.body.addWidget(area)
        self.confirm.setEnabled(any(one.is_acceptable for one in found))

    def carry_out(self) -> Changes:
        """Take over every report that can be."""
        return self.context.application.calibration.room_packages.accept(self._session_id, self._found)

    def _card(self, one: RoomReturn) -> Card:
        say = self.context.say
        name = one.room.name if one.room is not None else one.file
        card = Card(label(name, "label"), spacing=6)
        if one.refusal is not None:
            card.body.addWidget(Banner("insufficient", one.refusal.say(self.context.language)))
            return card
        if one.again is not Again.FIRST:
            card.body.addWidget(label(say(one.again.word), "muted"))
        for each in one.differences[:MOST_SHOWN]:
            line = f"{say(each.where)}: {say(each.then)}"
            if say(each.now):
                line += " " + self.tr("(now: {now})").format(now=say(each.now))
            card.body.addWidget(label(line))
        if not one.differences:
            card.body.addWidget(label(self.tr("Everything in it stands here already."), "muted"))
        problems = one.answers.problems if one.answers is not None else ()
        for problem in problems:
            words = f"{say(problem.where)}: {say(problem.what)} {say(problem.cure)}"
            card.body.addWidget(label(words, "small", tone="warning"))
        for left in one.left:
            card.body.addWidget(label(say(left), "small", tone="warning"))
        return card
