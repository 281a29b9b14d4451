"""One program at a time; who holds the workspace is told, and a crash lets go."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.storage.lock import HOLDER_NAME, WorkspaceLock
from tests.storage.partnership import NOON

HOLD = """
import sys, time
from datetime import datetime, UTC
from pathlib import Path
from assessor.storage.lock import WorkspaceLock
lock = WorkspaceLock(Path(sys.argv[1]), "het venster van Assessor", datetime.now(UTC))
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_one_is_refused_and_told_by_whom(tmp_path: Path) -> None:
    lock = WorkspaceLock(tmp_path, "het venster van Assessor", NOON)
    with pytest.raises(KnownError, match="workspace-locked") as refusal:
        WorkspaceLock(tmp_path, "een opdracht", NOON)
    assert "het venster van Assessor (sinds 12-03-2026" in refusal.value.say("nl")
    lock.release()
    again = WorkspaceLock(tmp_path, "een opdracht", NOON)
    assert not again.left_open
    again.release()


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"holder": 1}', b'{"holder": "x", "since": "y"}'])
def test_an_unreadable_note_still_refuses(tmp_path: Path, note: bytes) -> None:
    lock = WorkspaceLock(tmp_path, "het venster", NOON)
    (tmp_path / HOLDER_NAME).write_bytes(note)
    with pytest.raises(KnownError, match="workspace-locked") as refusal:
        WorkspaceLock(tmp_path, "een opdracht", NOON)
    assert "een ander programma" in refusal.value.say("nl")
    lock.release()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signal that kills")
def test_a_killed_program_lets_go_and_is_noticed(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    with holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(KnownError, match="workspace-locked"):
            WorkspaceLock(tmp_path, "een opdracht", NOON)
        holder.send_signal(signal.SIGKILL)
    lock = WorkspaceLock(tmp_path, "een opdracht", NOON)
    assert lock.left_open
    lock.release()


def test_a_folder_that_is_not_there_stays_a_plain_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        WorkspaceLock(tmp_path / "weg", "een opdracht", NOON)
