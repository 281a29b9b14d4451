"""The window lives on, however much it draws and however many signals it sends."""

from __future__ import annotations

import subprocess
import sys

LIVE_LONG = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from assessor.desktop.main import begin

app, window = begin([])
app.processEvents()
label, timer = QLabel(), QTimer()
timer.timeout.connect(lambda: None)
for _ in range(100_000):
    label.setNum(1)
    timer.timeout.emit()
print("alive")
"""


def test_the_program_outlives_a_hundred_thousand_calls_of_qt() -> None:
    # A process of its own: what runs out would take the tests with it.
    done = subprocess.run([sys.executable, "-c", LIVE_LONG], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["alive"], done.stderr
