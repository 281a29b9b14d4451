"""*Gegevensbestand*: where it lies, its backups, whether it is sound, and what unlocks it."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Card, column, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.pages.backups_card import BackupsCard
from assessor.desktop.pages.checks_card import ChecksCard
from assessor.desktop.pages.keys_card import KeysCard
from assessor.desktop.pages.moving_card import MovingCard
from assessor.desktop.pages.section import AdministrationSection
from assessor.desktop.theme import GRID


class WorkspaceSection(AdministrationSection):
    """Five cards under each other."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.backups = BackupsCard(context)
        self.moving = MovingCard(context)
        self.checks = ChecksCard(context)
        self.keys = KeysCard(context)
        content = QWidget()
        cards = column(self._place(), self.backups, self.checks, self.keys, self.moving, None, spacing=2 * GRID)
        cards.setContentsMargins(0, 0, 2 * GRID, 2 * GRID)
        content.setLayout(cards)
        self.setLayout(column(scrolling(content), spacing=0))

    def reload(self) -> None:
        """Load backups and keys."""
        self.backups.reload()
        self.keys.reload()

    def _place(self) -> Card:
        place = self.context.application.safekeeping.place
        self.folder = button(
            self.tr("Open the folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))),
            icon="folder",
            name="open-folder",
        )
        self.lock = button(
            self.tr("Lock now"), self.context.navigator.sign_out, icon="lock", shortcut="Ctrl+L", name="lock"
        )
        words = column(
            label(place.name, "heading"),
            label(str(place), "muted"),
            label(self.tr("Everything in it is encrypted; copies that you export are not."), "small"),
            spacing=2,
        )
        line = row(spacing=GRID)
        line.addLayout(words, 1)
        line.addWidget(self.folder)
        line.addWidget(self.lock)
        made = Card(line)
        made.body.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        return made
