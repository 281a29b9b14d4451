"""Invitations for the person at the keyboard: what there is to score, and where it stands."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assessor.desktop.calibration.open_invitation import OpenInvitationDialog
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Card, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.calibration.envelope import SUFFIX
from assessor.services.calibration.scoring import ScoringLine


class InvitationsCard(Card):
    """What was sent to score; hidden while there is nothing.

    Signals:
        chosen: the user wants to score; carries the id of the invitation.
        opened: an invitation was opened; carries the `Changes`.
    """

    chosen = Signal(str)
    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=GRID)
        self._context, self._words = context, Wording(context)
        self.body.addWidget(label(self.tr("For you to score"), "heading"))
        self._lines = column(spacing=GRID)
        self.body.addLayout(self._lines)

    def reload(self) -> bool:
        """Look again; answers whether there is anything."""
        clear(self._lines)
        found = self._context.application.calibration.scoring.lines()
        for one in found:
            self._lines.addWidget(self._line(one))
        return bool(found)

    def _line(self, one: ScoringLine) -> QWidget:
        invitation = one.invitation
        day = self._words.long_day(invitation.day)
        number = self.tr("round {number}").format(number=invitation.number)
        words = self.tr("{scored} of {wanted} scored").format(scored=one.scored, wanted=one.wanted)
        if one.returned_at is not None:
            words += " · " + self.tr("sent back {when}").format(when=self._words.moment(one.returned_at))
        score = button(self.tr("Score"), partial(self.chosen.emit, invitation.id), name=f"score-{invitation.id}")
        score.setAccessibleName(f"{score.text()}: {invitation.title}")
        made, line = QWidget(), row(spacing=2 * GRID)
        line.addLayout(
            column(
                label(invitation.title, "label"),
                label(f"{day} · {number} · {words}", "muted"),
                spacing=2,
            ),
            1,
        )
        line.addWidget(score)
        made.setLayout(line)
        return made

    # --- opening

    def ask_file(self) -> None:
        """Ask for an invitation file."""
        dialog = QFileDialog(self, self.tr("Open an invitation"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Invitations") + f" (*{SUFFIX})")
        dialog.fileSelected.connect(lambda chosen: self.ask_code(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_code(self, path: Path) -> None:
        """Ask for the code of an invitation, and open it."""
        dialog = OpenInvitationDialog(self._context, self, path)
        dialog.ask(lambda: self._opened(dialog))

    def _opened(self, dialog: OpenInvitationDialog) -> None:
        self.opened.emit(dialog.changes)
        self.chosen.emit(dialog.invitation_id)
