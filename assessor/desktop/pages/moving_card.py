"""Moving to another laptop: one folder to take along, with a letter that says how to open it there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, Card, bring_into_view, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.opening.pane import ask_folder
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError


class MovingCard(Card):
    """A button that makes the folder, and what to do with it."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=2 * GRID)
        self._context = context
        self.pack = button(self.tr("Make the folder…"), self._ask, icon="folder", name="pack")
        self._messages = column(spacing=0)
        self.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        words = column(
            label(self.tr("Move to another laptop"), "heading"),
            label(
                self.tr(
                    "Makes a folder with everything in it, encrypted, and a letter that says how to open it there."
                ),
                "muted",
            ),
            spacing=2,
        )
        top = row(spacing=GRID)
        top.addLayout(words, 1)
        top.addWidget(self.pack)
        self.body.addLayout(top)
        self.body.addLayout(self._messages)

    def pack_into(self, parent: Path) -> None:
        """Make the folder under another one, such as a stick."""
        clear(self._messages)
        self.pack.rest(True)
        care, language = self._context.application.safekeeping, self._context.language
        work = attempt(lambda _progress: care.pack(parent, language))
        self._context.jobs.start("care", work, self._packed)

    def _ask(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = self.tr("Choose where the folder comes, such as a stick")
        ask_folder(self, title, documents, lambda chosen: self.pack_into(Path(chosen)))

    def _packed(self, answer: Path | KnownError) -> None:
        self.pack.rest(False)
        if isinstance(answer, KnownError):
            self._say(Banner("insufficient", answer.say(self._context.language)))
            return
        words = self.tr(
            "The folder {name} is ready. On the other laptop choose Open existing and point to it; you need your"
            " passphrase or recovery code. From then on work there only."
        )
        self._say(
            Banner(
                "good",
                words.format(name=answer.name),
                self.tr("Open the folder"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(answer))),
            )
        )

    def _say(self, banner: Banner) -> None:
        self._messages.addWidget(banner)
        bring_into_view(self)
