"""Tussenevaluaties: every midterm with where it stands, and one of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from assessor.desktop.context import Context
from assessor.desktop.forms.dialog import ask_files, files_of
from assessor.desktop.furniture.buttons import button
from assessor.desktop.midterm.listing import MidtermList
from assessor.desktop.midterm.pane import MidtermPane
from assessor.desktop.midterm.receiving import ReceivingMidtermsDialog
from assessor.desktop.midterm.sending import SendingMidtermsDialog, SendMidtermsDialog, Wish
from assessor.desktop.page import Page
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes


class MidtermsPage(Page):
    """The list of midterms, or one of them; forms that came back can be dropped anywhere on it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.send = button(
            self.tr("Send out…"), self.ask_sending, kind="primary", icon="plus", shortcut="Ctrl+N", name="send"
        )
        self.receive = button(
            self.tr("Read in forms…"), self.ask_files, icon="folder", shortcut="Ctrl+Shift+O", name="receive"
        )
        self.back = button(
            self.tr("All midterms"), self.show_list, kind="quiet", icon="previous", shortcut="Alt+Left", name="back"
        )
        self.student = button(
            self.tr("To the student"), self._open_student, kind="quiet", icon="students", name="student"
        )
        self.heading(
            self.tr("Midterm evaluations"),
            self.tr("Mentor and student each fill in a form alone. Nobody sees either until both are in."),
            self.back,
            self.student,
            self.receive,
            self.send,
        )
        self.list = MidtermList(context)
        self.list.opened.connect(self.show_midterm)
        self.list.sending.connect(self.ask_sending)
        self.pane = MidtermPane(context)
        self.pane.done.connect(self._told)
        self.pane.titled.connect(self._head)
        self.views = QStackedWidget()
        self.views.addWidget(self.list)
        self.views.addWidget(self.pane)
        self.body.addWidget(self.views, 1)
        self.setAcceptDrops(True)
        self.back.hide()
        self.student.hide()

    @property
    def shows_one(self) -> bool:
        """Whether one midterm is on screen."""
        return self.views.currentWidget() is self.pane

    # --- what it shows

    def reload(self) -> None:
        """Look again at the list, or at the midterm on screen."""
        self.list.reload()
        if self.shows_one:
            self.pane.reload()

    def refresh(self, changes: Changes) -> None:
        """Look again, but never at a form that somebody is filling in."""
        if not self.pane.is_busy:
            super().refresh(changes)

    def take_focus(self) -> None:
        """Begin by searching, or where work on the midterm starts."""
        if self.shows_one:
            self.pane.take_focus()
        else:
            self.list.search.setFocus()

    def leave(self) -> bool:
        """Record what is being typed, and put a form away that somebody was filling in."""
        return self.pane.leave() if self.shows_one else True

    def show_list(self) -> None:
        """Show all midterms."""
        if not self.leave():
            return
        self._head(self.tr("Midterm evaluations"), "")
        self.pane.clear()
        self.views.setCurrentWidget(self.list)
        self.list.reload()
        self._show_actions()
        self.take_focus()

    def show_midterm(self, midterm_id: str) -> None:
        """Show one midterm as it stands."""
        if not self.leave():
            return
        try:
            self.pane.show_midterm(midterm_id)
        except KnownError as refusal:
            self.context.tell_error(refusal)
            return
        self.views.setCurrentWidget(self.pane)
        self._show_actions()
        self.pane.take_focus()

    def _show_actions(self) -> None:
        one = self.shows_one
        self.send.setVisible(not one)
        self.receive.setVisible(not self.pane.is_busy or not one)
        for leads_away in (self.back, self.student):
            leads_away.setVisible(one and not self.pane.is_busy)
        self.subtitle.setVisible(bool(self.subtitle.text()))

    def _head(self, title: str, subtitle: str) -> None:
        self.title.setText(title)
        if title == self.accessibleName():
            subtitle = self.tr("Mentor and student each fill in a form alone. Nobody sees either until both are in.")
        self.subtitle.setText(subtitle)
        self._show_actions()

    def _open_student(self) -> None:
        if self.pane.line is not None:
            self.context.navigator.open_student(self.pane.line.student_id)

    def _told(self, changes: Changes) -> None:
        self.context.hub.tell(changes, self)
        self.list.reload()

    # --- sending out

    def ask_sending(self) -> SendMidtermsDialog:
        """Ask to whom midterms go out."""
        dialog = SendMidtermsDialog(self.context, self)
        dialog.ask(lambda: self._send(dialog.wish()))
        return dialog

    def _send(self, wish: Wish) -> None:
        dialog = SendingMidtermsDialog(self.context, self, wish)
        dialog.finished.connect(lambda _result: self.reload())
        dialog.open()

    # --- what came back

    def ask_files(self) -> None:
        """Ask which files came back."""
        ask_files(self, self.take_files)

    def take_files(self, paths: Sequence[Path]) -> ReceivingMidtermsDialog | None:
        """Read in what came back; a single midterm is shown afterwards.

        What is being typed in the talk is recorded first, so that no gespreksblad takes its place; while it cannot be
        recorded it stays on screen with the reason, and nothing is read in.
        """
        if not self.leave():
            return None
        dialog = ReceivingMidtermsDialog(self.context, self, paths)
        dialog.finished.connect(lambda _result: self._received(dialog))
        dialog.open()
        return dialog

    def _received(self, dialog: ReceivingMidtermsDialog) -> None:
        self.reload()
        if dialog.only and not self.shows_one:
            self.show_midterm(dialog.only)
        else:
            self.take_focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer, but not over a form that somebody is filling in."""
        if files_of(event) and not self.pane.is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read in the files that were dropped, once the hand that dragged them has let go."""
        event.acceptProposedAction()
        files = files_of(event)
        QTimer.singleShot(0, self, lambda: self.take_files(files))
