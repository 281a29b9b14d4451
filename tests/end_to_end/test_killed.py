"""A process that is killed in the middle of scoring has everything that it said was saved."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assessor.application import example_application, open_application
from assessor.services.assessments import Start
from assessor.services.example import build_example, demonstrate
from assessor.storage.keys import Passphrase

PASSPHRASE = "zeven houten klompen"
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("child", "lines"),
    [("killed_child", 1), ("killed_child", 77), ("killed_child", 140), ("killed_desktop", 3), ("killed_desktop", 120)],
)
def test_no_level_that_was_shown_as_saved_is_lost(tmp_path: Path, child: str, lines: int) -> None:
    folder = tmp_path / "partnership"
    application = example_application(folder, PASSPHRASE, holder="tests")
    build_example(application.desk, students=4)
    student = demonstrate(application.desk, application.assessments, application.results, "pabo").student_id
    dossier, _changes = application.assessments.start(Start(student))
    person = application.desk.require_actor().id
    application.close()

    said = score_until_killed(child, folder, dossier.id, person, lines)

    assert len(said) >= lines
    application = open_application(folder, Passphrase(PASSPHRASE), holder="tests")
    try:
        assert 1 <= len(said) < 200
        assert application.desk.workspace.was_left_open
        assert application.desk.workspace.check() == ()
        marks = application.work.dossier(dossier.id).sheet.marks
        codes = list(application.desk.instrument_of(dossier).criteria)
        shown = dict(line.split() for line in said)
        assert list(shown) == codes[: len(said)]
        # The very next rating may have been committed without having been said; every other one is as it was said.
        following = codes[len(said) % len(codes)]
        assert {code: marks.get(code) for code in shown if code != following} == {
            code: mark for code, mark in shown.items() if code != following
        }
        assert set(marks) <= {*shown, following}
    finally:
        application.close()


def score_until_killed(child: str, folder: Path, dossier: str, person: str, lines: int) -> list[str]:
    """What the child (a use case after another, or the window itself) said before it was killed, after so many lines.

    The window's own settings stand beside the workspace, so that it speaks Dutch whatever this machine speaks.
    """
    own = {"ASSESSOR_USER_CONFIG": str(folder.parent / "settings"), "ASSESSOR_USER_DATA": str(folder.parent / "data")}
    command = [sys.executable, "-m", f"tests.end_to_end.{child}", str(folder), PASSPHRASE, dossier, person]
    surroundings = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        return [line for line in [*said, *process.stdout.readlines()] if line.endswith("\n")]
