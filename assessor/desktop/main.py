"""Start of the desktop."""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication

from assessor.application import Application
from assessor.desktop.window import MainWindow


def main(application: Application | None = None) -> int:
    """Show the window and run until it is closed.

    Args:
        application: an open workspace to begin with; without it the opening page asks which.
    """
    # Text stays sharp at 125 and 150 % without rounding to whole pixels.
    os.environ.setdefault("QT_SCALE_FACTOR_ROUNDING_POLICY", "PassThrough")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Assessor")
    window = MainWindow(app)
    if application is None:
        window.show_opening()
    else:
        window.show_who(application)
    window.show()
    return app.exec()
