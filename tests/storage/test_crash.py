"""A program killed in the middle of the work keeps every level that it showed as saved."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assessor.storage.keys import Passphrase
from assessor.storage.workspace import Workspace
from tests.storage.conftest import PASSPHRASE
from tests.storage.partnership import start

SCORE = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from assessor.domain.ratings import Rating
from assessor.storage.keys import Passphrase
from assessor.storage.workspace import Workspace

workspace = Workspace.open(Path(sys.argv[1]), unlock=Passphrase(sys.argv[2]))
for count in range(200):
    criterion, mark = f"{count // 10}.{count % 10}", "OVG"[count % 3]
    with workspace.writing() as unit:
        rating = Rating(criterion, mark, "toelichting " * 20)
        unit.dossiers.set_rating(sys.argv[3], rating, datetime.now(UTC))
        unit.steps.push(sys.argv[3], Rating(criterion), rating)
    print(criterion, mark, flush=True)
print("done", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signal that kills")
@pytest.mark.parametrize("after", [1, 60, 137])
def test_every_level_shown_as_saved_survives_a_kill(workspace: Workspace, after: int) -> None:
    with workspace.writing() as unit:
        dossier = start(unit).id
    workspace.close()
    shown = []
    with subprocess.Popen(
        [sys.executable, "-c", SCORE, str(workspace.path), PASSPHRASE, dossier],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as scoring:
        for line in scoring.stdout:
            # The kill may cut the last line short; what was not said whole was not shown.
            if line.endswith("\n"):
                shown.append(line.split())
            if len(shown) == after:
                scoring.send_signal(signal.SIGKILL)
    assert len(shown) >= after
    assert ["done"] not in shown
    with Workspace.open(workspace.path, unlock=Passphrase(PASSPHRASE)) as again:
        assert again.was_left_open
        assert again.check() == ()
        with again.reading() as unit:
            marks = unit.dossiers.get(dossier).sheet.marks
            steps = unit.steps.last_done(dossier).number
            assert unit.dossiers.stale(dossier) == ()
    assert {criterion: marks[criterion] for criterion, _ in shown} == dict(shown)
    # A level that was committed a moment before the kill may stand there too, with all that belongs to it.
    assert len(marks) == steps <= len(shown) + 1
