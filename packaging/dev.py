"""What the Makefile calls: one environment from the lock, then the work in it.

    python3 packaging/dev.py demo | run | test | oracles | mutants | check | bench | kills
    python3 packaging/dev.py package | installed | lock | translations

Runs on Linux, macOS and Windows and needs the standard library only. The environment is a plain ``.venv`` beside this
folder, filled from ``requirements*.txt`` with hashes and touched again only when one of those files changes.
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Nothing above or below this line may fail to compile on an older Python, or it could not say what is missing.
OLDEST = (3, 11)
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
WINDOWS = os.name == "nt"
ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
ENVIRONMENT = ROOT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if WINDOWS else "bin")
STAMP = ENVIRONMENT / "lock.json"

RUN = "requirements.txt"
DEVELOP = "requirements-dev.txt"
ORACLES = "requirements-oracles.txt"
MUTANTS = "requirements-mutants.txt"

# Branch coverage of these rooms is complete; the floor for the whole stands in pyproject.toml.
COMPLETE = ("domain", "agreement", "instruments")


def main(arguments: "list[str]") -> int:
    """Does one task; returns its exit code."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name not in TASKS:
        print(__doc__)
        return 2
    if sys.version_info < OLDEST:
        return _with_newer_python(arguments)
    os.chdir(ROOT)
    try:
        return TASKS[name](rest)
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failure:
        return failure.returncode or 1


class RefusedError(Exception):
    """Something outside this checkout must be done first; the text is the one line that says what."""


# ------------------------------------------------------------------ tasks


def demo(rest: "list[str]") -> int:
    """The example partnership in ``demo/``, then the desktop on it where there is a screen."""
    prepare(RUN)
    return _python("main.py", "demo", *rest)


def run(rest: "list[str]") -> int:
    """The desktop on the user's own workspace."""
    prepare(RUN)
    return _python("main.py", *rest)


def test(rest: "list[str]") -> int:
    """The whole suite with its coverage; with arguments, pytest with those and no more."""
    prepare(RUN, DEVELOP)
    if rest:
        return _python("-m", "pytest", *rest)
    _python("-m", "pytest", "--numprocesses=2", "--dist=worksteal", "--cov", "--cov-report=", "--cov-fail-under=0")
    print("\nBranch coverage of the whole:")
    short = _coverage_below_floor("the whole")
    for room in COMPLETE:
        print(f"\nBranch coverage of {room}, which is complete:")
        short += _coverage_below_floor(room, f"--include=assessor/{room}/*", "--fail-under=100")
    if short:
        raise RefusedError(f"The tests pass, but these have too little coverage: {', '.join(short)}.")
    return 0


def oracles(rest: "list[str]") -> int:
    """The comparisons with other people's statistics."""
    prepare(RUN, DEVELOP, ORACLES)
    return _python("-m", "pytest", "-m", "oracles", *rest)


def mutants(rest: "list[str]") -> int:
    """Changes the coefficients sign by sign and names what no test noticed; goes on where it was stopped."""
    if WINDOWS:
        raise RefusedError("mutmut needs to fork, which Windows cannot: use WSL.")
    prepare(RUN, DEVELOP, MUTANTS)
    os.environ.update(HYPOTHESIS_PROFILE="mutants", OPENBLAS_NUM_THREADS="1")
    _python("-m", "mutmut", "run", *rest)
    return _python("-m", "mutmut", "results")


def check(rest: "list[str]") -> int:
    """Style, types and the walls between the rooms."""
    del rest
    prepare(RUN, DEVELOP)
    _python("-m", "ruff", "check", ".")
    _python("-m", "ruff", "format", "--check", ".")
    _python("-m", "mypy")
    return _python("-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())")


def bench(rest: "list[str]") -> int:
    """Ratios against peers and limits."""
    prepare(RUN, DEVELOP)
    return _python("-m", "benchmarks", *rest)


def kills(rest: "list[str]") -> int:
    """Ends the program a thousand times in the middle of its work; counts, and fails when anything was lost."""
    prepare(RUN, DEVELOP)
    return _python("-m", "tests.end_to_end.kills", *rest)


def package(rest: "list[str]") -> int:
    """The wheel and the source archive in ``dist/``, the packed program in ``build/``, on Debian its package too."""
    prepare(RUN, DEVELOP)
    _python("-m", "build", "--no-isolation", *rest)
    built = ROOT / "build"
    places = (f"--distpath={built / 'program'}", f"--workpath={built / 'pyinstaller'}")
    _python("-m", "PyInstaller", str(PACKAGING / "assessor.spec"), "--noconfirm", "--log-level=WARN", *places)
    if shutil.which("dpkg-deb"):
        system = built / "pyinstaller" / "assessor" / "system.txt"
        _python(str(PACKAGING / "linux" / "deb.py"), str(built / "program" / "assessor"), str(system), "dist")
    return 0


def installed(rest: "list[str]") -> int:
    """The Debian package made, installed, used as a newcomer would and removed again; root on Debian only."""
    answer = package([])
    return answer or subprocess.run([sys.executable, PACKAGING / "try_deb.py", *rest], check=False).returncode


def lock(rest: "list[str]") -> int:
    """Writes the four locks anew; pins stay as they are unless ``--upgrade`` is given."""
    prepare(RUN, DEVELOP)
    compile_ = ["-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version=3.11"]
    compile_ += ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-annotate", *rest]
    _python(*compile_, "pyproject.toml", f"--output-file={PACKAGING / RUN}")
    beside = f"--constraints={PACKAGING / RUN}"
    _python(*compile_, beside, "--group=dev", f"--output-file={PACKAGING / DEVELOP}")
    beside_both = f"--constraints={PACKAGING / DEVELOP}"
    _python(*compile_, beside, beside_both, "--group=oracles", f"--output-file={PACKAGING / ORACLES}")
    _python(*compile_, beside, beside_both, "--group=mutants", f"--output-file={PACKAGING / MUTANTS}")
    return 0


def translations(rest: "list[str]") -> int:
    """The ``.qm`` files beside the ``.ts`` files of the desktop, for those that changed."""
    del rest
    prepare(RUN)
    return 0


TASKS = {
    task.__name__: task
    for task in (demo, run, test, oracles, mutants, check, bench, kills, package, installed, lock, translations)
}


# ------------------------------------------------------------------ environment


def prepare(*locks: str) -> None:
    """Makes ready what a task needs: system libraries, environment, compiled texts of the desktop."""
    _system_libraries()
    _environment()
    _requirements(locks)
    _compile_translations()


def _system_libraries() -> None:
    if not sys.platform.startswith("linux"):
        return
    lines = (PACKAGING / "system-libraries.txt").read_text(encoding="utf-8").splitlines()
    wanted = dict(line.split() for line in lines if line and not line.startswith("#"))
    missing = [package for library, package in wanted.items() if not _opens(library)]
    if missing:
        _debian(missing, "Qt needs system libraries that are not there.")


def _opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _debian(packages: "list[str]", why: str) -> None:
    """Installs Debian packages as root; anyone else is told the one line to type."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and os.geteuid() == 0:
        print(f"{why} Installing: {' '.join(packages)}", flush=True)
        quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        subprocess.run(["apt-get", "update", "--quiet"], check=True, env=quiet, stdout=subprocess.DEVNULL)
        subprocess.run(install, check=True, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    elif shutil.which("apt-get"):
        raise RefusedError(f"{why} Type: sudo {' '.join(install)}")
    else:
        raise RefusedError(f"{why} On Debian they are called: {' '.join(packages)}")


def _environment() -> None:
    if _environment_works():
        return
    if importlib.util.find_spec("ensurepip") is None:
        _debian([f"python{VERSION}-venv"], "Python's venv module is not complete here.")
    print("Making the environment in .venv", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)


def _environment_works() -> bool:
    """Whether ``.venv`` has a Python that starts, is new enough and has pip (a moved checkout has not)."""
    probe = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    try:
        return subprocess.run([_interpreter(), "-c", probe], check=False, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _requirements(locks: "tuple[str, ...]") -> None:
    """Installs the locks whose content differs from what was installed last."""
    installed = _installed()
    wanted = {name: hashlib.sha256((PACKAGING / name).read_bytes()).hexdigest() for name in locks}
    stale = [name for name, digest in wanted.items() if installed.get(name) != digest]
    if not stale:
        return
    print(f"Installing {', '.join(stale)}; this happens once for each change of the lock", flush=True)
    files = [part for name in stale for part in ("-r", str(PACKAGING / name))]
    # A lock names everything. Without --no-deps an older pip still looks for an extra's newest release and then
    # refuses it, because only the pinned one has hashes: installing broke on the day that another project released.
    whole = ("--require-hashes", "--no-deps")
    _python("-m", "pip", "install", "--quiet", "--disable-pip-version-check", *whole, *files)
    STAMP.write_text(json.dumps({**installed, **wanted}, indent=1), encoding="utf-8")


def _installed() -> "dict[str, str]":
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _compile_translations() -> None:
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            lrelease = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
            _python("-c", lrelease, "-silent", str(source), "-qm", str(compiled))


def _with_newer_python(arguments: "list[str]") -> int:
    """Hands the task to a newer Python on this machine, or says that there is none."""
    for minor in range(OLDEST[1], OLDEST[1] + 5):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            return subprocess.run([newer, __file__, *arguments], check=False).returncode
    print(f"Assessor needs Python 3.11 or newer; this is Python {VERSION}.", file=sys.stderr)
    return 1


# ------------------------------------------------------------------ small parts


def _interpreter() -> str:
    return str(PROGRAMS / ("python.exe" if WINDOWS else "python"))


def _python(*arguments: str) -> int:
    """Runs the environment's Python; tools are called as modules, because their scripts do not survive a move."""
    sys.stdout.flush()
    return subprocess.run([_interpreter(), *arguments], check=True).returncode


def _coverage_below_floor(part: str, *options: str) -> "list[str]":
    """Prints the coverage of a part; returns the part again when it stays below its floor."""
    sys.stdout.flush()
    report = [_interpreter(), "-m", "coverage", "report", *options]
    return [part] if subprocess.run(report, check=False).returncode else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
