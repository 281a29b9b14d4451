"""From process start to a drawn window (limit 2) and a usable start page (limit 5), in times an empty PySide6 window.

    python -m benchmarks.startup

Each figure is a process of its own, started in turns; it ends when the window was painted and its events are done.
The start page is that of the example partnership (660 students, some 300 dossiers), opened with the key that a keyring
keeps (by wachtzin it takes a fixed 0.1 s more: Argon2id with 64 MiB), the person already chosen.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
DRAWN_LIMIT, USABLE_LIMIT = 2.0, 5.0

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1200, 780)
window.show()
app.processEvents()
print("there", flush=True)
"""

DRAWN = """
from assessor.desktop.main import begin
app, window = begin([])
window.show_opening()
window.show()
app.processEvents()
print("there", flush=True)
"""

USABLE = """
import os, sys
from pathlib import Path
from assessor.desktop.main import begin
app, window = begin([])
window.show()
from assessor.application import open_application
from assessor.storage.keys import FromKeyring

class Keyring:
    def get(self, workspace_id):
        return bytes.fromhex(os.environ["KEY_OF_THE_EXAMPLE"])

application = open_application(Path(sys.argv[1]), FromKeyring(Keyring()), holder="benchmark")
window.application = application
application.desk.actor = next(one for one in application.people.all() if one.is_assessor)
window.show_workbench()
app.processEvents()
print("there", flush=True)
# Left properly, so that the next one is an ordinary start and not one after a crash.
window.application = None
application.close()
os._exit(0)
"""


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo"
        command = [sys.executable, "main.py", "demo", "--no-desktop", "--out", str(demo)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        os.environ["KEY_OF_THE_EXAMPLE"] = _key_of(demo / "workspace")

        runs = {"empty": (EMPTY,), "drawn": (DRAWN,), "usable": (USABLE, str(demo / "workspace"))}
        times: dict[str, list[float]] = {name: [] for name in runs}
        for round_ in range(ROUNDS + 1):
            for name, (script, *arguments) in runs.items():
                seconds = _until_there(script, arguments, folder)
                if round_:
                    times[name].append(seconds)
    empty, drawn, usable = (statistics.median(times[name]) for name in ("empty", "drawn", "usable"))
    print(f"empty window {empty * 1e3:.0f} ms, our window drawn {drawn * 1e3:.0f} ms, usable {usable * 1e3:.0f} ms")
    print(f"ratio drawn: {drawn / empty:.2f} (limit {DRAWN_LIMIT})")
    print(f"ratio usable: {usable / empty:.2f} (limit {USABLE_LIMIT})")
    return 0 if drawn / empty <= DRAWN_LIMIT and usable / empty <= USABLE_LIMIT else 1


def _key_of(folder: Path) -> str:
    from assessor.application import EXAMPLE_PASSPHRASE
    from assessor.storage.header import read_header
    from assessor.storage.keys import Passphrase, find_key
    from assessor.storage.places import KEY_NAME

    return find_key(read_header((folder / KEY_NAME).read_bytes()), Passphrase(EXAMPLE_PASSPHRASE)).hex()


def _until_there(script: str, arguments: list[str], folder: str) -> float:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        if process.stdout is None or process.stdout.readline().strip() != b"there":
            raise SystemExit("the window did not come up")
        seconds = time.perf_counter() - start
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
    return seconds


if __name__ == "__main__":
    raise SystemExit(main())
