"""The Debian package: a folder in /opt, a command, an entry in the menu, and the libraries that it asks for by name."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs the tools of Debian")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of a program that does nothing but stand in its folder."""
    folder = tmp_path_factory.mktemp("deb")
    program = folder / "program"
    (program / "_internal").mkdir(parents=True)
    (program / "assessor").write_text("#!/bin/sh\necho Assessor\n")
    (program / "assessor").chmod(0o700)
    (program / "_internal" / "qt.so").write_text("a library that can be replaced")
    library = next(Path("/usr/lib").rglob("libz.so.1"))
    (folder / "system.txt").write_text(f"{library}\n")
    made = subprocess.run(
        [sys.executable, PACKAGING / "linux" / "deb.py", program, folder / "system.txt", folder / "out"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return Path(made.stdout.strip())


def test_what_is_in_the_package_and_where(package: Path) -> None:
    listing = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True, text=True).stdout
    assert "./usr/bin/assessor -> /opt/assessor/assessor" in listing
    for place in (
        "./opt/assessor/_internal/qt.so", "./usr/share/applications/assessor.desktop",
        "./usr/share/icons/hicolor/scalable/apps/assessor.svg", "./usr/share/doc/assessor/copyright",
        "./usr/share/doc/assessor/THIRD-PARTY-NOTICES.md",
    ):  # fmt: skip
        assert place in listing
    program = next(line for line in listing.splitlines() if line.endswith("./opt/assessor/assessor"))
    assert program.startswith("-rwxr-xr-x root/root")


def test_the_package_asks_for_the_libraries_that_stay_the_systems(package: Path) -> None:
    needs = subprocess.run(["dpkg-deb", "-f", package, "Depends"], check=True, capture_output=True, text=True).stdout
    assert {"libc6", "libegl1", "libxcb-cursor0", "zlib1g"} <= set(needs.strip().split(", "))


def test_the_scripts_of_the_migrations_and_the_texts_come_along(tmp_path: Path) -> None:
    """The recipe is run with PyInstaller's own words replaced by ones that write down what they are given."""
    recipe = (PACKAGING / "assessor.spec").read_text(encoding="utf-8")
    given: dict[str, list[tuple[str, str]]] = {}

    class Analysis:
        def __init__(self, _scripts: list[str], **settings: object) -> None:
            given["datas"] = list(settings["datas"])  # type: ignore[call-overload]
            self.binaries = [("libz.so.1", "/usr/lib/libz.so.1", "BINARY"), ("qt.so", "/venv/qt.so", "BINARY")]
            self.pure = self.scripts = self.datas = None

    kept: list[object] = []
    words = {"SPECPATH": str(PACKAGING), "workpath": str(tmp_path), "Analysis": Analysis}
    words |= {"PYZ": lambda _pure: None, "EXE": lambda *_a, **_k: None, "BUNDLE": lambda *_a, **_k: None}
    words["COLLECT"] = lambda *parts, **_settings: kept.extend(parts)
    exec(compile(recipe, "assessor.spec", "exec"), words)

    places = {f"{place}/{Path(file).name}" for file, place in given["datas"]}
    assert {
        "assessor/storage/migrations/env.py", "assessor/storage/migrations/versions/revision_0001.py",
        "resources/help/assessor.nl.md", "resources/themes/light.toml", "forms/README.md", "./LICENSE",
    } <= places  # fmt: skip
    assert not any(place.endswith(".ts") for place in places)
    if sys.platform.startswith("linux"):
        assert (tmp_path / "system.txt").read_text().split() == ["/usr/lib/libz.so.1"]
        assert [("qt.so", "/venv/qt.so", "BINARY")] in kept
