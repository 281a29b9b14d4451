"""Makes a Debian package of the packed program: one folder in /opt, a command, and an entry in the menu.

    python packaging/linux/deb.py PROGRAM SYSTEM OUT

PROGRAM is the folder that PyInstaller made, SYSTEM its list of libraries that stay the system's, OUT the folder of the
package. The same content makes the same package. It needs dpkg-deb and, unless root runs it, nothing more.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
HOME = Path("opt/assessor")


def main(program: Path, system: Path, out: Path) -> Path:
    """Makes the package; answers its file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    architecture = _said("dpkg", "--print-architecture")
    out.mkdir(parents=True, exist_ok=True)
    package = out / f"assessor_{project['version']}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "assessor"
        shutil.copytree(program, tree / HOME, symlinks=True)
        _beside(tree)
        size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file()) // 1024
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir()
        control.write_text(_control(project, architecture, size, _needed(system)), encoding="utf-8")
        for one in (tree, *tree.rglob("*")):
            if not one.is_symlink():
                one.chmod(0o755 if one.is_dir() or os.access(one, os.X_OK) else 0o644)
        epoch = os.environ.get("SOURCE_DATE_EPOCH") or _said("git", "-C", str(ROOT), "log", "-1", "--format=%ct")
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", str(tree), str(package)],
            check=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": epoch},
            stdout=subprocess.DEVNULL,
        )
    return package


def _beside(tree: Path) -> None:
    """What other programs look for in places of their own."""
    command = tree / "usr" / "bin" / "assessor"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/{HOME}/assessor")
    for source, place in (
        (HERE / "assessor.desktop", "usr/share/applications"),
        (HERE / "assessor.svg", "usr/share/icons/hicolor/scalable/apps"),
    ):
        (tree / place).mkdir(parents=True)
        shutil.copy(source, tree / place)
    documents = tree / "usr" / "share" / "doc" / "assessor"
    documents.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", documents / "copyright")
    shutil.copy(ROOT / "THIRD-PARTY-NOTICES.md", documents)


def _needed(system: Path) -> list[str]:
    """The packages of the libraries that stay the system's, and of those that Qt opens by itself."""
    lines = (ROOT / "packaging" / "system-libraries.txt").read_text(encoding="utf-8").splitlines()
    packages = {line.split()[1] for line in lines if line and not line.startswith("#")}
    for library in system.read_text(encoding="utf-8").split():
        packages |= _package_of(Path(library))
    return sorted(packages)


def _package_of(library: Path) -> set[str]:
    """The package of a library; Debian lists some under /lib that now lie in /usr/lib."""
    real = library.resolve()
    for place in (library, real, Path(str(real).removeprefix("/usr"))):
        found = subprocess.run(["dpkg", "-S", str(place)], check=False, capture_output=True, text=True).stdout
        if found:
            return {found.split(":")[0]}
    raise SystemExit(f"No package has {library}; is it from Debian?")


def _control(project: dict, architecture: str, size: int, needed: list[str]) -> str:
    return (
        f"Package: assessor\n"
        f"Version: {project['version']}\n"
        f"Architecture: {architecture}\n"
        f"Maintainer: Assessor <assessor@localhost>\n"
        f"Installed-Size: {size}\n"
        f"Depends: {', '.join(['libc6', *needed])}\n"
        f"Section: education\n"
        f"Priority: optional\n"
        f"Description: {project['description']}\n"
        f" Praktijkbeoordelingen scoren, verklaren en op papier zetten; alles blijft versleuteld op je eigen laptop.\n"
    )


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    print(main(*(Path(argument) for argument in sys.argv[1:4])))
