"""Commands as somebody types them, in a partnership that was made for the occasion."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assessor.application import Application, example_application, open_application
from assessor.commands import main
from assessor.services.example import build_example
from assessor.storage.keys import Passphrase

PASSPHRASE = "zeven houten klompen"


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value of the answer."""
        return json.loads(self.out)

    def refused(self, code: str) -> str:
        """The one sentence of a refusal with this code; nothing else may have been said on the error output."""
        assert self.code == 1
        assert self.json["error"]["code"] == code
        assert self.json["error"]["what"]
        assert self.json["error"]["cure"]
        lines = self.err.splitlines()
        assert len(lines) == 1
        assert "Traceback" not in self.err
        assert lines[0] == f"{self.json['error']['what']} {self.json['error']['cure']}"
        return lines[0]


Typed = Callable[..., Said]


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A Dutch machine with nobody's settings, and a wachtzin for scripts."""
    for name in ("LC_ALL", "LC_MESSAGES", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    monkeypatch.setenv("ASSESSOR_USER_CONFIG", str(tmp_path / "settings"))
    monkeypatch.setenv("ASSESSOR_USER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ASSESSOR_PASSPHRASE", PASSPHRASE)


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type a command and hear what it says."""

    def _type(*arguments: str | Path) -> Said:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return _type


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workspace with a small example partnership; copy it before changing it."""
    folder = tmp_path_factory.mktemp("example") / "partnership"
    application = example_application(folder, PASSPHRASE, holder="tests")
    build_example(application.desk, students=60)
    application.close()
    return folder


@pytest.fixture
def partnership(example: Path, tmp_path: Path) -> Path:
    """A workspace of one's own, with the example partnership in it."""
    return Path(shutil.copytree(example, tmp_path / "partnership"))


@pytest.fixture
def window(partnership: Path) -> Iterator[Application]:
    """The same workspace, open in what stands for the window."""
    application = open_application(partnership, Passphrase(PASSPHRASE), holder="het venster van Assessor")
    yield application
    application.close()
