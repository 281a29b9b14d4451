"""The house stays the house: its rooms, its walls, its size, and what may lie at its door."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {
    "agreement",
    "commands",
    "desktop",
    "domain",
    "exchange",
    "instruments",
    "paper",
    "reports",
    "services",
    "storage",
}
TOP_LEVEL = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "THIRD-PARTY-NOTICES.md",
    "assessor",
    "benchmarks",
    "docs",
    "forms",
    "main.py",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
LONGEST = 600
LONGEST_MAIN_WINDOW = 300
EMPTY_NAMES = {
    "data",
    "handler",
    "handlers",
    "helper",
    "helpers",
    "item",
    "manager",
    "managers",
    "misc",
    "util",
    "utils",
}

# Written apart, so that this file does not name what it looks for.
REGISTRY_HOSTS = re.compile(
    "|".join(
        (
            r"py" + r"pi(\.python)?\.org",
            r"python" + r"hosted\.org",
            r"registry\." + r"(npmjs|yarnpkg)\.",
            r"npm" + r"js\.(org|com)",
            r"deb" + r"\.debian\.org",
            r"(archive|security)\." + r"(debian|ubuntu)\.",
        )
    )
)
NETWORK_MODULES = {"aiohttp", "asyncio", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib3"}
HEAVY_MODULES = {"PySide6", "alembic", "openpyxl", "reportlab", "scipy"}


def committed() -> list[Path]:
    """The files that git keeps, and those about to join them."""
    listing = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def modules() -> list[Path]:
    return [path for path in committed() if path.suffix == ".py" and path.is_relative_to(ROOT / "assessor")]


def imports(module: Path) -> Iterator[str]:
    """The full names of what a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    lint = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    return subprocess.run([sys.executable, "-c", lint], cwd=folder, check=False, capture_output=True, text=True)


def test_every_room_knows_only_the_rooms_under_it():
    outcome = lint_imports(ROOT)

    assert outcome.returncode == 0, outcome.stdout
    assert "0 broken" in outcome.stdout


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("domain/intruder.py", "import assessor.storage"),
        ("commands/intruder.py", "import assessor.desktop"),
        ("services/intruder.py", "from PySide6.QtCore import QObject"),
        ("services/intruder.py", "import sqlalchemy"),
        ("desktop/intruder.py", "import keyring"),
        ("desktop/intruder.py", "import reportlab"),
        ("utils/__init__.py", "import json"),
    ],
)
def test_a_hole_in_a_wall_is_found(tmp_path, place, line):
    for module in modules():
        copy = tmp_path / module.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    assert lint_imports(tmp_path).returncode == 0

    intruder = tmp_path / "assessor" / place
    intruder.parent.mkdir(exist_ok=True)
    intruder.write_text(f"{line}\n")

    outcome = lint_imports(tmp_path)
    assert outcome.returncode == 1
    assert "1 broken" in outcome.stdout


def test_the_rooms_are_the_rooms_of_the_design():
    assert {path.parent.name for path in modules() if path.name == "__init__.py"} - {"assessor"} >= ROOMS
    tested = {
        path.relative_to(ROOT / "tests").parts[0]
        for path in committed()
        if path.parent != ROOT / "tests" and path.is_relative_to(ROOT / "tests")
    }
    assert tested <= ROOMS | {"data", "end_to_end", "packaging"}


def test_nothing_new_lies_at_the_door():
    assert {path.relative_to(ROOT).parts[0] for path in committed()} <= TOP_LEVEL


def test_no_file_grows_out_of_its_noun():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}

    assert {str(path): length for path, length in lengths.items() if length > LONGEST} == {}
    windows = {str(path): length for path, length in lengths.items() if path.stem in ("main_window", "window")}
    assert {path: length for path, length in windows.items() if length > LONGEST_MAIN_WINDOW} == {}


def test_every_module_is_named_in_the_words_of_the_field():
    assert [str(path) for path in modules() if {path.stem, path.parent.name} & EMPTY_NAMES] == []


def test_no_committed_file_names_the_host_of_a_package_registry():
    assert REGISTRY_HOSTS.search("https://" + "py" + "pi.org/simple")
    found = [str(path) for path in committed() if REGISTRY_HOSTS.search(path.read_text("utf-8", errors="ignore"))]
    assert found == []


def test_no_module_can_reach_the_network():
    reaching = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules()
        for name in imports(path)
        if name.split(".")[0] in NETWORK_MODULES or name.startswith(("urllib.request", "PySide6.QtNetwork"))
    }
    assert reaching == set()


def test_every_library_that_the_program_uses_is_declared_and_locked():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {canonicalize_name(Requirement(line).name) for line in declared}
    locked = set(
        re.findall(r"^([a-z0-9-]+)==\S+ .*\\$", (ROOT / "packaging/requirements.txt").read_text(), re.MULTILINE)
    )
    assert names <= locked

    distributions = {
        "argon2": "argon2-cffi",
        "msoffcrypto": "msoffcrypto-tool",
        "PIL": "pillow",
        "PySide6": "pyside6-essentials",
        "shiboken6": "pyside6-essentials",
    }
    # Used by the tests of storage; the adapter for a server is not shipped.
    known = set(sys.stdlib_module_names) | {"assessor", "psycopg"}
    used = {name.split(".")[0] for path in modules() for name in imports(path)} - known
    assert {canonicalize_name(distributions.get(name, name)) for name in used} <= names


def test_every_library_that_comes_along_stands_in_the_notices():
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / "packaging/requirements.txt").read_text(), re.MULTILINE)
    rows = re.findall(r"^\| ([a-z0-9, -]+) \|", (ROOT / "THIRD-PARTY-NOTICES.md").read_text(), re.MULTILINE)
    assert set(locked) == {name for row in rows for name in row.split(", ")} - {"library"}


@pytest.mark.parametrize("room", sorted(ROOMS - {"desktop"}))
def test_a_room_opens_without_the_heavy_libraries(room):
    looking = (
        f"import sys, assessor.{room}; print(*sorted({{name.split('.')[0] for name in sys.modules}} & {HEAVY_MODULES}))"
    )
    loaded = subprocess.run([sys.executable, "-c", looking], cwd=ROOT, check=True, capture_output=True, text=True)
    assert loaded.stdout.strip() == ""
