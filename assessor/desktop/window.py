"""The window: first which workspace, then who is there, then the workbench."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from assessor.desktop import preferences, theme
from assessor.desktop.context import Context, Hub, Navigator
from assessor.desktop.jobs import Jobs
from assessor.desktop.language import Translations
from assessor.desktop.preferences import Preferences
from assessor.desktop.reporting import BugDialog, KnownErrorDialog, Reporting
from assessor.domain.errors import KnownError

if TYPE_CHECKING:
    from assessor.application import Application
    from assessor.desktop.workbench import Workbench

SETTLED_MS = 2_000
_ACTIVITY = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


class MainWindow(QMainWindow):
    """The one window of the program.

    Signals:
        settled: a stage (opening, who, workbench) is on screen.
    """

    settled = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.preferences: Preferences = preferences.load()
        self._translations = Translations(app)
        self.reporting = Reporting(self.tell_error, self._tell_bug)
        self.reporting.install()
        self.jobs = Jobs(self.tell_error, self._tell_bug, self)
        self.application: Application | None = None
        self._workbench: Workbench | None = None
        self._told = False
        self._held_back = False
        self.farewell: KnownErrorDialog | None = None
        """What closing the workspace had to say, after the window is gone."""
        self.stages = QStackedWidget()
        self.setCentralWidget(self.stages)
        self.resize(1200, 780)
        self.setMinimumSize(960, 600)
        self.setWindowTitle("Assessor")
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._idled)
        QShortcut(QKeySequence("F1"), self, self.show_keys)
        self.dress()

    # --- stages

    def show_opening(self) -> None:
        """Ask which workspace."""
        from assessor.desktop.opening.window import OpeningWindow

        opening = OpeningWindow(self.jobs, self.preferences.language)
        opening.opened.connect(self.show_who)
        opening.redressed.connect(self.redress)
        self._show_stage("opening", opening)

    def show_who(self, application: Application) -> None:
        """Ask who is there."""
        from assessor.desktop.pages.who import WhoPage

        self.application = application
        application.desk.actor = None
        who = WhoPage(self._context(application))
        who.chosen.connect(lambda _person: self.show_workbench())
        self._show_stage("who", who)

    def show_workbench(self) -> None:
        """Show the pages for the person who signed in."""
        if self.application is None:
            return
        from assessor.desktop.workbench import Workbench

        workspace = self.application.desk.workspace
        workbench = Workbench(self._context(self.application), recovered=workspace.was_left_open and not self._told)
        self._told = True
        workbench.left.connect(self.lock)
        workbench.helping.connect(self.show_keys)
        workbench.redressed.connect(self.redress)
        self._show_stage("workbench", workbench)
        workbench.take_focus()
        self._workbench = workbench
        self._restart_idle()
        QTimer.singleShot(SETTLED_MS, self, self._settle)

    def _settle(self) -> None:
        """What can wait until the start page has been on screen for a moment: watch for activity, erase what is due."""
        # Not sooner: while a window is being drawn every one of its many events would pass through here.
        self._app.installEventFilter(self)
        if self._workbench is not None and self.application is not None:
            notes = self.application.notes
            self.jobs.start("notes-due", lambda _progress: notes.erase_due(), lambda _erased: None)
            calibration = self.application.calibration
            self.jobs.start("scores-due", lambda _progress: calibration.keeping.erase_due(), lambda _erased: None)

    def lock(self) -> None:
        """Ask again who is there; what was being typed has been recorded."""
        if self.application is not None:
            self.show_who(self.application)

    def redress(self) -> None:
        """Take over changed preferences and build the screen anew."""
        self.preferences = preferences.load()
        self.dress()
        if self.application is None:
            self.show_opening()
        else:
            self.show_workbench()

    def dress(self) -> None:
        """Apply theme, text size and language."""
        theme.apply(self._app, theme.load(self.preferences.theme, self.preferences.scale))
        self._translations.speak(self.preferences.language)

    def _show_stage(self, name: str, stage: QWidget) -> None:
        before = self.stages.currentWidget()
        self._workbench = None
        self.stages.addWidget(stage)
        self.stages.setCurrentWidget(stage)
        if before is not None:
            self.stages.removeWidget(before)
            before.deleteLater()
        stage.setFocus()
        self.settled.emit(name)

    def _context(self, application: Application) -> Context:
        navigator: Navigator = _Nowhere()
        return Context(application, self.preferences.language, Hub(self), navigator, self.jobs, self.tell_error)

    # --- keys and manual

    def show_keys(self) -> None:
        """Show the keys of the page on screen, and from there the manual."""
        from assessor.desktop.keyboard_map import KeyboardMap

        page = self._page()
        name, title = (type(page).__name__, page.accessibleName()) if page is not None else (None, "")
        keys = KeyboardMap(name, title, self)
        keys.accepted.connect(lambda: self.show_manual() if keys.manual_wanted else None)
        keys.open()

    def _page(self) -> QWidget | None:
        """The page on screen, None before there is one."""
        return self._workbench.stack.currentWidget() if self._workbench is not None else None

    def show_manual(self) -> None:
        """Show the manual beside the work."""
        from assessor.desktop.manual_window import ManualWindow
        from assessor.services.manuals import Reader

        actor = self.application.desk.actor if self.application is not None else None
        reader = Reader.ASSESSOR if actor is None or actor.is_assessor else Reader.COMMITTEE
        if type(self._page()).__name__ == "MidtermsPage":
            reader = Reader.COORDINATOR
        ManualWindow(self.preferences.language, reader, self).show()

    # --- errors

    def tell_error(self, error: KnownError) -> None:
        """Show a known error with its cure."""
        KnownErrorDialog(error, self.preferences.language, self).open()

    def _tell_bug(self, error: BaseException) -> None:
        BugDialog(error, self).open()

    # --- idleness and the end

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key or click starts the idle minutes anew."""
        if event.type() in _ACTIVITY and self._idle.isActive():
            self._restart_idle()
        return super().eventFilter(watched, event)

    def _restart_idle(self) -> None:
        if self.preferences.idle_minutes:
            self._idle.start(self.preferences.idle_minutes * 60_000)

    def _idled(self) -> None:
        if self._workbench is not None:
            self._workbench.sign_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Record what is being typed, finish what is under way, and close the workspace (which makes a backup).

        Words that cannot be stored hold the window back once, so that they can be copied or the disk can be freed.
        """
        if self._workbench is not None and not self._workbench.leave() and not self._held_back:
            self._held_back = True
            event.ignore()
            return
        self._idle.stop()
        # Out of sight first: the backup that closing makes of a large workspace takes seconds.
        self.hide()
        self.jobs.close()
        self._close_workspace()
        self._app.removeEventFilter(self)
        self._translations.silence()
        self.reporting.remove()
        event.accept()

    def _close_workspace(self) -> None:
        application, self.application = self.application, None
        if application is None:
            return
        try:
            application.close()
        except KnownError as refusal:
            # On its own: the window is out of sight already, and the program ends when this is closed.
            self.farewell = KnownErrorDialog(refusal, self.preferences.language)
            self.farewell.open()


class _Nowhere:
    """The navigator before there is a workbench: there is nowhere to go."""

    def go(self, section: str) -> None:
        """Nowhere to go."""

    def open_dossier(self, dossier_id: str, part: str = "sheet", place: str = "") -> None:
        """Nowhere to go."""

    def start_assessment(self, student_id: str | None = None) -> None:
        """Nowhere to go."""

    def open_midterm(self, midterm_id: str) -> None:
        """Nowhere to go."""

    def open_student(self, student_id: str) -> None:
        """Nowhere to go."""

    def lend(self) -> None:
        """Nobody fills in a form yet."""

    def take_back(self) -> None:
        """Nothing was lent."""

    def sign_out(self) -> None:
        """Nobody is signed in."""

    def redress(self) -> None:
        """Nothing to build anew."""
