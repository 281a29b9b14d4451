"""What goes wrong ends here: a known error with its cure, or a bug report without personal data that can be copied."""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

import assessor
from assessor import paths
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import column, fit, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID, scaled
from assessor.domain.errors import KnownError
from assessor.domain.text import Language

CRASH_LOG = "crash.log"


def bug_text(error: BaseException) -> str:
    """A report of a bug: kinds of errors and places in the program, never a message or value that may hold a name."""
    lines = [f"Assessor {assessor.__version__}, Python {platform.python_version()}, {platform.system()}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__qualname__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


class BugDialog(QDialog):
    """Says that something unexpected happened, that everything entered is there, and what can be sent along."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something unexpected happened"))
        self.setMinimumWidth(scaled(72 * GRID))
        report = QPlainTextEdit(bug_text(error))
        report.setReadOnly(True)
        report.setAccessibleName(self.tr("Report"))
        self.report = report
        buttons = row(None, spacing=GRID)
        buttons.addWidget(button(self.tr("Copy report"), self._copy, icon="copy"))
        buttons.addWidget(button(self.tr("Continue"), self.accept, kind="primary"))
        words = self.tr(
            "This is a mistake in the program, not yours. Everything up to your last key press has been saved. You can"
            " send the report below; it holds no names and nothing you wrote."
        )
        parts = (label(self.windowTitle(), "heading"), label(words), report, buttons)
        self.setLayout(column(*parts, spacing=12, margins=3 * GRID))

    def showEvent(self, event: QShowEvent) -> None:
        """Give the words the lines that they need."""
        super().showEvent(event)
        fit(self)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report.toPlainText())


class KnownErrorDialog(QDialog):
    """Says what happened and what to do."""

    def __init__(self, error: KnownError, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = error
        self.setWindowTitle(self.tr("This did not work"))
        self.setMinimumWidth(scaled(56 * GRID))
        what = label(error.what.say(language), "heading")
        parts: list[QWidget] = [what, label(error.cure.say(language))]
        if error.where is not None:
            parts.append(label(error.where.say(language), "muted"))
        layout = column(*parts, spacing=12, margins=3 * GRID)
        close = button(self.tr("All right"), self.accept, kind="primary")
        close.setDefault(True)
        layout.addLayout(row(None, close))
        self.setLayout(layout)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the words the lines that they need."""
        super().showEvent(event)
        fit(self)


class Reporting:
    """Catches what nobody caught: exceptions in Qt's callbacks, in threads, and crashes of the process.

    Args:
        on_known: shows a known error.
        on_bug: shows a bug.
    """

    def __init__(self, on_known: Callable[[KnownError], None], on_bug: Callable[[BaseException], None]) -> None:
        self._on_known, self._on_bug = on_known, on_bug
        self._log: IO[str] | None = None
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Start catching, and write a crash of the process to the crash log."""
        sys.excepthook = self._caught
        threading.excepthook = lambda caught: self.report(caught.exc_value or RuntimeError())
        folder = paths.user_data()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._log = (folder / CRASH_LOG).open("a", encoding="utf-8")
        except OSError:
            return  # A machine that lets nothing be written there goes without a crash log.
        faulthandler.enable(self._log)

    def remove(self) -> None:
        """Stop catching."""
        sys.excepthook, threading.excepthook = self._before
        if self._log is not None:
            faulthandler.disable()
            self._log.close()
            self._log = None

    def report(self, error: BaseException) -> None:
        """Show an error in the way that fits it."""
        if isinstance(error, KnownError):
            self._on_known(error)
        else:
            self._on_bug(error)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)
