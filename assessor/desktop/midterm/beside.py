"""Beside the mirror: what goes to paper, the page of the talk, and what happened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.forms.sending import language_choice
from assessor.desktop.furniture.surfaces import Card, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.midterm.history import MidtermHistory
from assessor.desktop.midterm.saving import Saving
from assessor.desktop.midterm.talk_view import TalkView
from assessor.desktop.theme import GRID
from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.midterm.midterm import Midterm, MidtermState
from assessor.domain.midterm.talk import Talk
from assessor.domain.text import Language
from assessor.services.changes import Changes


class Beside(QWidget):
    """The column of the talk.

    Signals:
        kept: the talk was written; carries the `Changes`; what is on screen says it already.
        done: something else changed, so that the midterm is shown anew; carries the `Changes`.
    """

    kept = Signal(object)
    done = Signal(object)

    def __init__(self, context: Context, account: MidtermAccount, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._id = context, account.midterm.id
        parts = column(spacing=2 * GRID)
        self.setLayout(parts)
        parts.addWidget(self._papers())
        parts.addWidget(label(self.tr("The talk"), "heading"))
        self.talk = TalkView(context, account.midterm, account.instrument, self)
        self.talk.kept.connect(self._kept)
        self.talk.concluded.connect(self.done)
        parts.addWidget(self.talk)
        parts.addWidget(self._history())
        parts.addStretch(1)
        self._show_coach(account.talk)
        # Afterwards no gespreksblad can come back any more, and the report says it all.
        self.write_mirror.setHidden(account.midterm.state is MidtermState.DONE)

    def _papers(self) -> Card:
        papers, midterm_id = self._context.application.midterms.papers, self._id
        self.language = language_choice(self._context)
        self.language.setAccessibleName(self.tr("Language of the paper"))
        self.saving = Saving(self._context)
        self.saving.saved.connect(self._renew_history)
        saving = self.saving

        def name() -> str:
            return papers.file_name(midterm_id, self._language)

        def with_ending(word: str) -> str:
            stem, _, ending = name().rpartition(".")
            return f"{stem}-{word}.{ending}"

        self.write_mirror = saving.button(
            self.tr("Mirror with talk sheet…"), "write-mirror", lambda: with_ending(self.tr("mirror")),
            lambda path: papers.write_mirror(midterm_id, path, self._language),
        )  # fmt: skip
        self.write_report = saving.button(
            self.tr("Report…"), "write-report", name, lambda path: papers.write_report(midterm_id, path, self._language)
        )
        self.write_for_coach = saving.button(
            self.tr("Report for the study coach…"), "write-for-coach", lambda: with_ending(self.tr("study-coach")),
            lambda path: papers.write_for_coach(midterm_id, path, self._language),
        )  # fmt: skip
        head = row(label(self.tr("On paper"), "heading", wrap=False), None, self.language, spacing=GRID)
        buttons = column(self.write_mirror, self.write_report, self.write_for_coach, spacing=GRID)
        return Card(head, buttons, saving, spacing=12)

    @property
    def _language(self) -> Language:
        return "nl" if self.language.code == "nl" else "en"

    def _history(self) -> QWidget:
        self._past = column(MidtermHistory(self._context, self._id), spacing=0)
        made = QWidget()
        made.setLayout(self._past)
        return made

    def _renew_history(self) -> None:
        clear(self._past)
        self._past.addWidget(MidtermHistory(self._context, self._id))

    def _kept(self, _midterm: Midterm, talk: Talk, changes: Changes) -> None:
        self._show_coach(talk)
        self._renew_history()
        self.kept.emit(changes)

    def _show_coach(self, talk: Talk | None) -> None:
        """The studiecoach gets the report at the student's wish or with a concern only."""
        may = talk is not None and talk.may_go_to_coach
        self.write_for_coach.setEnabled(may)
        why = self.tr("Tick below that the student wants to share this, or that a concern is reported.")
        self.write_for_coach.setToolTip("" if may else why)
