"""Start of the desktop."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from assessor.desktop import PLAIN_IMPORT
from assessor.desktop.window import MainWindow

if TYPE_CHECKING:
    from assessor.application import Application


def begin(arguments: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """The application and its window, not yet shown."""
    # What is imported from here on (the database, the pages) comes in a quarter of the time sooner.
    setattr(builtins, "__import__", PLAIN_IMPORT)  # noqa: B010 - the type checker takes it for a fixed function
    # Text stays sharp at 125 and 150 % without rounding to whole pixels.
    os.environ.setdefault("QT_SCALE_FACTOR_ROUNDING_POLICY", "PassThrough")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(arguments))
    app.setApplicationName("Assessor")
    # Nothing made while starting is garbage; the collector would only walk over it again and again.
    gc.disable()
    QTimer.singleShot(0, _settle)
    return app, MainWindow(app)


def _settle() -> None:
    """What can wait until the window stands there."""
    from assessor.desktop.lifetime import hold_constants

    hold_constants()
    gc.freeze()
    gc.enable()


def main(application: Application | None = None) -> int:
    """Show the window and run until it is closed.

    Args:
        application: an open workspace to begin with; without it the opening page asks which.
    """
    app, window = begin(sys.argv[:1])
    if application is None:
        window.show_opening()
    else:
        window.show_who(application)
    window.show()
    _close_by_itself(window)
    return app.exec()


def _close_by_itself(window: MainWindow) -> None:
    """Close the window after a moment where that is asked for: an installation that is being checked."""
    shown = os.environ.get("ASSESSOR_WINDOW_MS", "")
    if shown.isdigit():
        QTimer.singleShot(int(shown), window, window.close)
