"""The opening: welcome, and the steps to an open workspace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from assessor.desktop import preferences
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.jobs import Jobs
from assessor.desktop.opening.pane import Pane, ask_folder
from assessor.desktop.opening.welcome import Welcome
from assessor.domain.text import Language, Text
from assessor.services.recent import is_workspace, last_workspace, remember_workspace

if TYPE_CHECKING:
    # The steps bring the database along; the welcome is drawn before it is needed.
    from assessor.application import Application
    from assessor.desktop.opening.unlock import Opened
    from assessor.storage.keys import Unlock

HOLDER = Text("het venster van Assessor", "the window of Assessor")


class OpeningWindow(QWidget):
    """Shown while no workspace is open.

    Args:
        jobs: runs whatever takes long.
        language: of the screen.

    Signals:
        opened: the `Application` on the workspace that was opened.
        redressed: the user chose another language; the preferences hold it.
    """

    opened = Signal(object)
    redressed = Signal()

    def __init__(self, jobs: Jobs, language: Language) -> None:
        super().__init__()
        self._jobs, self._language, self._holder = jobs, language, HOLDER.say(language)
        self._pending: Application | None = None
        self._stack = QStackedWidget()
        self.setLayout(column(self._stack, spacing=0))
        last = last_workspace()
        self.recent = last if last is not None and is_workspace(last) else None
        self.welcome = Welcome(self.recent, language)
        self.welcome.recent_wanted.connect(self.open_recent)
        self.welcome.new_wanted.connect(self._create)
        self.welcome.open_wanted.connect(self._browse)
        self.welcome.example_wanted.connect(self._show_example)
        self.welcome.language_wanted.connect(self._speak)
        self._stack.addWidget(self.welcome)
        self._shown: Welcome | Pane = self.welcome
        self._show(self.welcome)
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._let_go)

    @property
    def pane(self) -> Welcome | Pane:
        """What is on screen."""
        return self._shown

    def open_recent(self) -> None:
        """Go on with the last workspace: by the keyring where it can be done, else by its wachtzin."""
        if self.recent is not None:
            self.open_folder(self.recent)

    def open_folder(self, folder: Path, unlock: Unlock | None = None) -> None:
        """Open the workspace in a folder, by a secret that is known already or else by the keyring or the wachtzin."""
        from assessor.desktop.opening.unlock import UnlockPane

        pane = UnlockPane(self._jobs, self._language, self._holder, folder)
        pane.unlocked.connect(self._unlocked)
        self._show(pane)
        if unlock is None:
            pane.try_keyring()
        else:
            pane.try_secret(unlock)

    # --- steps

    def _create(self) -> None:
        from assessor.desktop.opening.create import CreatePane

        pane = CreatePane(self._jobs, self._language, self._holder)
        pane.made.connect(self._made)
        self._show(pane)

    def _made(self, made: tuple[Application, str]) -> None:
        from assessor.application import keyring_or_none
        from assessor.desktop.opening.recovery import RecoveryPane

        application, code = made
        self._pending = application
        remembered = application.safekeeping.is_remembered(keyring_or_none())
        pane = RecoveryPane(code, remembered=remembered)
        pane.done.connect(self._finish)
        self._show(pane)

    def _browse(self) -> None:
        start = str(self.recent.parent if self.recent is not None else Path.home())
        ask_folder(
            self, self.tr("Choose the folder of a workspace"), start, lambda chosen: self.open_chosen(Path(chosen))
        )

    def open_chosen(self, folder: Path) -> None:
        """Open what somebody pointed to: a workspace, or a folder with backups of one to put back."""
        from assessor.services.moving import find_backups

        found = [] if is_workspace(folder) else find_backups(folder)
        if not found:
            self.open_folder(folder)
            return
        from assessor.desktop.opening.put_back import PutBackPane

        pane = PutBackPane(self._jobs, self._language, self._holder, found)
        pane.unlocked.connect(self._unlocked)
        self._show(pane)

    def _show_example(self) -> None:
        from assessor.desktop.opening.example import ExamplePane

        pane = ExamplePane(self._jobs, self._language, self._holder)
        pane.made.connect(self._hand_over)
        self._show(pane)

    def _unlocked(self, opened: Opened) -> None:
        from assessor.desktop.opening.renew import RenewPane
        from assessor.storage.keys import RecoveryCode

        if not isinstance(opened.unlock, RecoveryCode):
            self._hand_over(opened.application)
            return
        self._pending = opened.application
        pane = RenewPane(self._jobs, self._language, opened.application)
        pane.done.connect(self._finish)
        self._show(pane)

    def _finish(self) -> None:
        if self._pending is not None:
            self._hand_over(self._pending)

    def _hand_over(self, application: Application) -> None:
        self._pending = None
        remember_workspace(application.safekeeping.place)
        self.opened.emit(application)

    def _speak(self, language: Language) -> None:
        preferences.save(replace(preferences.load(), language=language))
        self.redressed.emit()

    # --- which step is on screen

    def _show(self, pane: Welcome | Pane) -> None:
        before, self._shown = self._shown, pane
        if self._stack.indexOf(pane) < 0:
            self._stack.addWidget(pane)
            if isinstance(pane, Pane):
                pane.backed.connect(self._go_back)
        self._stack.setCurrentWidget(pane)
        if before not in (pane, self.welcome):
            self._stack.removeWidget(before)
            before.deleteLater()
        pane.begin()

    def _go_back(self) -> None:
        self._show(self.welcome)

    def _let_go(self) -> None:
        """A workspace that was opened and not handed over is closed again."""
        if self._pending is not None:
            self._pending.close()
            self._pending = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to where work starts; a focus proxy would make Tab jump back there as well."""
        super().focusInEvent(event)
        self._shown.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing open behind."""
        self._let_go()
        super().closeEvent(event)
