"""The backups: what there is, one made now, and a second place for each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.dialogs.putting_back import PutBackDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.lists import ListView
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.words import Tone, label
from assessor.desktop.models.paged import Column, PagedTable
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.errors import KnownError
from assessor.services.safekeeping import Copied
from assessor.storage.backup import Backup

ROWS = 4
"""Rows that are shown without scrolling."""


class BackupsCard(Card):
    """A list of backups with what can be done."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=2 * GRID)
        self._context, self._care = context, context.application.safekeeping
        self._words = Wording(context)
        self._backups: list[Backup] = []
        self.back_up = button(self.tr("Back up now"), self.make, kind="primary", name="back-up")
        self.check = button(self.tr("Check this backup"), self.check_chosen, name="check-backup")
        self.check.setEnabled(False)
        self.restore = button(self.tr("Put back…"), self.put_back, name="put-back")
        self.restore.setEnabled(False)
        self._messages = column(spacing=0)
        self.summary = label("", "muted")
        self.table = PagedTable(
            [
                Column(self.tr("Made"), self._made),
                Column(self.tr("Because"), self._because),
            ],
            lambda limit, offset: self._backups[offset : offset + limit],
            lambda: len(self._backups),
            self,
        )
        self.list = ListView(self.tr("Backups"), self.table, stretch=1)
        self.list.fit("30 september 2026, 14:03", "")
        self.list.chosen.connect(self._chose)
        self.second = label("", "body")
        self.choose_second = button(self.tr("Choose a second place…"), self._ask_second, name="second-place")
        self.no_second = button(
            self.tr("No second place"), lambda: self.set_second(None), kind="quiet", name="no-second"
        )
        self._build()

    def _build(self) -> None:
        self.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self.body.addLayout(column(label(self.tr("Backups"), "heading"), self.summary, spacing=2))
        self.body.addLayout(self._messages)
        self.body.addWidget(self.list)
        # On a line of their own: three buttons at large text leave nothing beside them.
        self.body.addLayout(row(self.restore, self.check, None, self.back_up, spacing=GRID))
        line = row(spacing=GRID)
        line.addWidget(self.second, 1)
        line.addWidget(self.no_second)
        line.addWidget(self.choose_second)
        self.body.addLayout(line)

    def reload(self) -> None:
        """Look which backups there are."""
        self._backups = self._care.backups
        self.table.reload()
        self.list.setVisible(bool(self._backups))
        self.list.setFixedHeight((min(ROWS, len(self._backups)) + 1) * self.list.row_height + GRID)
        for part in (self.check, self.restore):
            part.setVisible(bool(self._backups))
        self.summary.setText(
            self.tr("Made by itself at closing: of 7 days, 4 weeks and 12 months one is kept.")
            if self._backups
            else self.tr("There is none yet. The first one is made when you close the program.")
        )
        second = self._care.second_place
        self.no_second.setVisible(second is not None)
        self.second.setText(
            self.tr("No copy in a second place, such as a stick or a network folder.")
            if second is None
            else self.tr("Each backup is also copied to {folder}.").format(folder=second)
        )

    # --- what can be done

    def make(self) -> None:
        """Make a backup now."""
        self._wait(True)
        self._context.jobs.start("care", attempt(lambda _progress: self._care.back_up()), self._was_made)

    def check_chosen(self) -> None:
        """Check the chosen backup."""
        place = self.list.currentIndex().row()
        if not 0 <= place < len(self._backups):
            return
        chosen = self._backups[place]
        self._wait(True)
        self._context.jobs.start("care", attempt(lambda _progress: self._care.is_sound(chosen)), self._was_checked)

    def put_back(self) -> PutBackDialog | None:
        """Show what is in the chosen backup and offer to put it back; answers the dialog."""
        place = self.list.currentIndex().row()
        if not 0 <= place < len(self._backups):
            return None
        chosen = self._backups[place]
        dialog = PutBackDialog(self._context, self, chosen, self._made(chosen))
        # Who is there must be asked anew: the register is that of then.
        dialog.ask(self._context.navigator.sign_out)
        return dialog

    def set_second(self, folder: Path | None) -> None:
        """Set the second place."""
        try:
            self._care.set_second_place(folder)
        except KnownError as refusal:
            self._say("insufficient", refusal.say(self._context.language))
        self.reload()

    def _ask_second(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a second place for backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.set_second(Path(chosen)))
        dialog.open()

    def _was_made(self, answer: Copied | KnownError) -> None:
        self._wait(False)
        if isinstance(answer, KnownError):
            self._say("insufficient", answer.say(self._context.language))
        elif answer.refusal is not None:
            words = self.tr("The backup was made, but the copy in the second place failed: {why}")
            self._say("warning", words.format(why=answer.refusal.say(self._context.language)))
        else:
            self._say("good", self.tr("The backup was made and checked."))
        self.reload()

    def _was_checked(self, answer: bool | KnownError) -> None:
        self._wait(False)
        if isinstance(answer, KnownError):
            self._say("insufficient", answer.say(self._context.language))
        elif answer:
            self._say("good", self.tr("This backup is sound and can be restored."))
        else:
            self._say("insufficient", self.tr("This backup is damaged. Make a new one and keep to that."))

    # --- bits

    def _wait(self, waiting: bool) -> None:
        self.back_up.rest(waiting)
        for part in (self.check, self.restore):
            part.setEnabled(not waiting and self.list.currentIndex().isValid())

    def _chose(self, place: int) -> None:
        for part in (self.check, self.restore):
            part.setEnabled(place >= 0)

    def _say(self, tone: Tone, words: str) -> None:
        clear(self._messages)
        self._messages.addWidget(Banner(tone, words))

    def _made(self, backup: Backup) -> str:
        local = backup.made_at.astimezone()
        return f"{self._words.day(local.date())}, {local:%H:%M}"

    def _because(self, backup: Backup) -> str:
        return {
            "close": self.tr("at closing"),
            "migration": self.tr("before a new version"),
            "asked": self.tr("asked for"),
            "restore": self.tr("before another was put back"),
        }[backup.reason]
