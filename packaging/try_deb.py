"""Installs the Debian package, uses it as a newcomer would, and removes it again; root on Debian only.

    python packaging/try_deb.py [PACKAGE]

Everything a user makes lies in a folder of its own that is deleted afterwards. Ends with 0 when each step did.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT = ("/opt/assessor", "/usr/bin/assessor", "/usr/share/applications/assessor.desktop", "/usr/share/doc/assessor")
LISTS = Path("/var/lib/apt/lists")
"""What Debian offers; empty on a new machine, where what the package needs would not be found."""


def main(arguments: "list[str]") -> int:
    """Does the steps; answers the exit code."""
    packages = [Path(one) for one in arguments] or sorted((ROOT / "dist").glob("assessor_*.deb"))
    if not packages:
        print("There is no package in dist/; make it with: make package", file=sys.stderr)
        return 1
    if os.geteuid() != 0 or shutil.which("dpkg") is None:
        print("This installs and removes a package, so it needs root on Debian.", file=sys.stderr)
        return 1
    package = packages[-1].resolve()
    print(f"{package.name}: {package.stat().st_size / 1e6:.0f} MB")
    if not any(LISTS.glob("*_Packages*")):
        _step("update", ["apt-get", "update", "--quiet"])
    try:
        _step("install", ["apt-get", "install", "--yes", "--no-install-recommends", str(package)])
        with tempfile.TemporaryDirectory() as home:
            _use(Path(home))
    finally:
        _step("remove", ["apt-get", "purge", "--yes", "assessor"])
    left = [place for place in LEFT if Path(place).exists()]
    print(f"left behind: {', '.join(left) or 'nothing'}")
    return 1 if left else 0


def _use(home: Path) -> None:
    """What somebody does who has the program for the first time; nothing of this checkout is in reach."""
    surroundings = {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(home),
    }
    demo = home / "demo"

    def typed(*words: str) -> str:
        return _step(" ".join(words[:2]), ["assessor", *words], surroundings, home)

    _require("dossiers" in typed("--help", "--language", "en"), "the help names the commands")
    _require("whole" in typed("selfcheck", "--window", "--language", "en"), "the installation is whole")
    typed("demo", "--no-desktop", "--students", "20", "--out", str(demo))
    _require(len(list(demo.glob("dossier-*.pdf"))) == 2, "the example has two PDFs")
    surroundings["ASSESSOR_PASSPHRASE"] = "zeven houten klompen op een rij"  # noqa: S105 - that of the example
    typed("dossiers", "export", "--format", "xlsx", "--out", str(home / "dossiers.xlsx"))
    _require((home / "dossiers.xlsx").stat().st_size > 0, "the workbook is there")
    typed("verify")
    surroundings["ASSESSOR_WINDOW_MS"] = "800"
    typed()


def _require(fact: bool, what: str) -> None:
    if not fact:
        raise SystemExit(f"FAILED: {what}")


def _step(name: str, command: "list[str]", env: "dict[str, str] | None" = None, place: "Path | None" = None) -> str:
    quiet = env if env is not None else {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=quiet, cwd=place, capture_output=True, text=True, timeout=300, check=False)
    print(f"{'done' if done.returncode == 0 else 'FAILED'}: {name or 'window'}", flush=True)
    if done.returncode:
        print(done.stdout[-2_000:], done.stderr[-2_000:], sep="\n")
        raise SystemExit(1)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
