"""Jobs beside the screen, however often they tell how far they are."""

from __future__ import annotations

import os
import subprocess
import sys

TELLING = """
from PySide6.QtCore import QCoreApplication
from assessor.desktop.jobs import Jobs
from assessor.desktop.lifetime import hold_constants

hold_constants()
program, bugs, told, answers = QCoreApplication([]), [], [], []
jobs = Jobs(bugs.append, bugs.append)

def work(progress):
    return all(progress(step, 100_000) for step in range(100_000))

jobs.start("long work", work, answers.append, on_progress=lambda done, total: told.append(done))
while not jobs.is_idle:
    program.processEvents()
print(len(told), answers, bugs)
"""


def test_a_job_that_tells_its_progress_a_hundred_thousand_times_leaves_the_program_alive() -> None:
    """In a process of its own: what was mended here ended the program."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", TELLING], capture_output=True, text=True, env=surroundings, check=False
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "100000 [True] []"), ended.stderr
