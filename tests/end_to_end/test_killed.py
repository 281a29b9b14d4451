"""A process that is killed in the middle of scoring has everything that it said was saved."""

from __future__ import annotations

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


@pytest.mark.parametrize("lines", [1, 77, 140])
def test_no_level_that_was_shown_as_saved_is_lost(tmp_path: Path, lines: int) -> None:
    folder = tmp_path / "partnership"
    application = example_application(folder, PASSPHRASE, holder="tests")
    build_example(application.desk, students=4)
    student = demonstrate(application.desk, application.assessments, application.results, "pabo").student_id
    dossier, _changes = application.assessments.start(Start(student))
    person = application.desk.require_actor().id
    application.close()

    said = score_until_killed(folder, dossier.id, person, lines)

    assert len(said) >= lines
    application = open_application(folder, Passphrase(PASSPHRASE), holder="tests")
    try:
        assert application.desk.workspace.was_left_open
        assert application.desk.workspace.check() == ()
        marks = application.work.dossier(dossier.id).sheet.marks
        codes = list(application.desk.instrument_of(dossier).criteria)
        shown = dict(line.split() for line in said)
        # The very next rating may have been committed without having been said; every other one is as it was said.
        following = codes[len(said) % len(codes)]
        assert {code: marks.get(code) for code in shown if code != following} == {
            code: mark for code, mark in shown.items() if code != following
        }
        assert set(marks) <= {*shown, following}
    finally:
        application.close()


def score_until_killed(folder: Path, dossier: str, person: str, lines: int) -> list[str]:
    """What the child said before it was killed, at the earliest after so many lines."""
    command = [sys.executable, "-m", "tests.end_to_end.killed_child", str(folder), PASSPHRASE, dossier, person]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(lines)]
        child.kill()
        return [line for line in [*said, *child.stdout.readlines()] if line.endswith("\n")]
