"""Jobs beside the screen, however often they tell how far they are."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from PySide6.QtWidgets import QApplication

from assessor.desktop.jobs import Jobs, Progress

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


def test_once_the_window_is_closed_nothing_is_told_and_nothing_starts(qapp: QApplication) -> None:
    bugs: list[BaseException] = []
    told: list[str] = []
    jobs = Jobs(bugs.append, bugs.append)

    def reading(progress: Progress) -> str:
        while progress(0, 1):
            time.sleep(0.001)
        return "a list"

    def show(answer: str) -> None:
        told.append(answer)
        jobs.start("the next list", lambda _progress: told.append("asked"), told.append)

    jobs.start("a list", reading, show)
    jobs.close()
    jobs.start("a late one", lambda _progress: told.append("asked"), told.append)
    qapp.processEvents()
    assert (told, bugs, jobs.is_idle) == ([], [], True)
