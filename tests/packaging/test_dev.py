"""A newcomer's first command: it makes what is missing, repeats nothing, and says in one line what it cannot do."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

DEV = Path(__file__).resolve().parents[2] / "packaging" / "dev.py"

SHEET = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en_GB"><context><name>Sheet</name>
<message><source>Saved at %1</source><translation>{}</translation></message></context></TS>
"""


@pytest.fixture
def dev(monkeypatch):
    """The module itself, at work in the environment that runs the tests."""
    spec = spec_from_file_location("dev", DEV)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "PROGRAMS", Path(sys.executable).parent)
    return module


@pytest.fixture
def checkout(tmp_path):
    """A fresh checkout whose locks ask for nothing, so that no registry is needed."""
    folder = tmp_path / "vers uitgepakt"
    (folder / "packaging").mkdir(parents=True)
    shutil.copy(DEV, folder / "packaging")
    (folder / "packaging" / "requirements.txt").write_text("# nothing\n")
    (folder / "packaging" / "system-libraries.txt").write_text("# Library  package\n")
    return folder


def type_in(checkout, *arguments, **changes):
    command = [sys.executable, str(checkout / "packaging" / "dev.py"), *arguments]
    surroundings = {**os.environ, **changes}
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env=surroundings, stdin=subprocess.DEVNULL
    )


def test_the_environment_is_made_once_and_again_only_for_a_new_lock(checkout):
    first = type_in(checkout, "translations")
    assert (first.returncode, first.stderr.count("Error")) == (0, 0), first.stderr
    assert "Making the environment" in first.stdout
    assert "Installing requirements.txt" in first.stdout

    second = type_in(checkout, "translations")
    assert (second.returncode, second.stdout) == (0, "")

    (checkout / "packaging" / "requirements.txt").write_text("# nothing, in other words\n")
    third = type_in(checkout, "translations")
    assert third.returncode == 0
    assert "Making the environment" not in third.stdout
    assert "Installing requirements.txt" in third.stdout


def test_an_unknown_task_shows_the_tasks(checkout):
    answer = type_in(checkout, "tset")
    assert answer.returncode == 2
    assert "demo | run | test" in answer.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt's wheel brings all that it needs")
def test_a_missing_system_library_is_named_in_one_line(checkout):
    (checkout / "packaging" / "system-libraries.txt").write_text("libnergens.so.1  libnergens1\nlibc.so.6  libc6\n")

    answer = type_in(checkout, "translations", PATH="")

    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [
        "Qt needs system libraries that are not there. On Debian they are called: libnergens1"
    ]
    assert not (checkout / ".venv").exists()


def test_an_old_python_is_told_in_one_sentence(dev, monkeypatch, capfd):
    monkeypatch.setattr(dev, "OLDEST", (99, 0))

    assert dev.main(["test"]) == 1
    assert capfd.readouterr().err.startswith("Assessor needs Python 3.11 or newer; this is Python 3.")


def test_the_texts_of_the_desktop_are_compiled_when_they_changed(dev, monkeypatch, tmp_path):
    from PySide6.QtCore import QTranslator

    texts = tmp_path / "resources" / "i18n"
    texts.mkdir(parents=True)
    source, compiled = texts / "assessor_nl.ts", texts / "assessor_nl.qm"
    monkeypatch.setattr(dev, "ROOT", tmp_path)

    for words, moment in (("Bewaard om %1", 1_000_000_000), ("Opgeslagen %1", 4_000_000_000)):
        source.write_text(SHEET.format(words), encoding="utf-8")
        os.utime(source, (moment, moment))
        dev._compile_translations()
        translator = QTranslator()
        assert translator.load(str(compiled))
        assert translator.translate("Sheet", "Saved at %1") == words

    os.utime(source, (1, 1))
    os.utime(compiled, (2, 2))
    dev._compile_translations()
    assert compiled.stat().st_mtime == 2


@pytest.fixture
def shelf(tmp_path):
    """A folder with three releases, as a registry would offer them."""
    folder = tmp_path / "releases"
    folder.mkdir()
    put_release(folder, "dekking", "1.0", "Provides-Extra: toml")
    put_release(folder, "dekking", "1.1", "Provides-Extra: toml")
    put_release(folder, "houder", "1.0", "Requires-Dist: dekking[toml] (>=1.0)")
    return folder


def put_release(folder, name, version, *more):
    """A wheel with nothing in it but its name."""
    about = f"{name}-{version}.dist-info"
    metadata = "\n".join(["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *more])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{about}/METADATA", metadata + "\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", f"{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n")


def locked(shelf, name, version):
    digest = hashlib.sha256((shelf / f"{name}-{version}-py3-none-any.whl").read_bytes()).hexdigest()
    return f"{name}=={version} --hash=sha256:{digest}\n"


def test_a_newer_release_of_something_with_an_extra_does_not_break_the_lock(checkout, shelf):
    """With the pip of Python 3.11 it did, on the day that coverage had a release after the locked one."""
    lock = locked(shelf, "dekking", "1.0") + locked(shelf, "houder", "1.0")
    (checkout / "packaging" / "requirements.txt").write_text(lock)

    answer = type_in(checkout, "translations", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(shelf))

    assert answer.returncode == 0, answer.stderr
    python = checkout / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ask = "from importlib.metadata import version; print(version('dekking'), version('houder'))"
    seen = subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True)
    assert seen.stdout.split() == ["1.0", "1.0"]
