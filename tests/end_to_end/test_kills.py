"""The thousand kills of `make kills`, a few of them, and that they would see what is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.killed_works import LostError
from tests.end_to_end.kills import Bench

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signal that kills, and no fork")
def test_a_few_kills_lose_nothing_and_are_counted() -> None:
    command = [sys.executable, "-m", "tests.end_to_end.kills", "8", "7"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.splitlines()[-1] == "seed 7: 8 kills, 0 times something lost or unsound"


def test_a_step_that_was_acknowledged_and_is_not_there_is_seen(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    application = bench.open()
    try:
        for work in bench.works:
            work.look(application, 1)
            work.step(application, 1)
            work.look(application, 1)
            work.look(application, 2)
            with pytest.raises(LostError):
                work.look(application, 4)
    finally:
        application.close()
