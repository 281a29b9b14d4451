"""How a command comes into a workspace: by keyring, by what is typed unseen, and as whom."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.application import open_application
from assessor.domain.errors import KnownError
from assessor.domain.people import Person, Role
from assessor.domain.text import Text
from assessor.storage.keys import Passphrase
from tests.commands.conftest import PASSPHRASE, Typed

ROOT = Path(__file__).parents[2]


class MemoryKeyring:
    """A keyring that lasts as long as the story, and can be locked."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}
        self.locked = False

    def get(self, workspace_id: str) -> bytes | None:
        if self.locked:
            raise KnownError("keyring-refused", Text("Op slot.", "Locked."), Text("Ontgrendel.", "Unlock."))
        return self.keys.get(workspace_id)

    def put(self, workspace_id: str, key: bytes) -> None:
        if self.locked:
            raise KnownError("keyring-refused", Text("Op slot.", "Locked."), Text("Ontgrendel.", "Unlock."))
        self.keys[workspace_id] = key

    def forget(self, workspace_id: str) -> None:
        self.keys.pop(workspace_id, None)


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """A computer with a keyring."""
    ring = MemoryKeyring()
    monkeypatch.setattr("assessor.application.system_keyring", lambda: ring)
    return ring


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Somebody at the keyboard, who types these answers unseen, one for each question; none may be left over."""
    answers: list[str] = []
    monkeypatch.delenv("ASSESSOR_PASSPHRASE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: answers.pop(0))
    yield answers
    assert answers == []


def test_a_workspace_in_the_keyring_asks_nothing(
    typed: Typed, tmp_path: Path, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert typed("workspace", "create", tmp_path / "kast").code == 0
    monkeypatch.delenv("ASSESSOR_PASSPHRASE")

    assert len(keyring.keys) == 1
    assert typed("verify", "--json").json["sound"] is True


@pytest.mark.parametrize("locked", [False, True], ids=["empty", "locked"])
def test_a_keyring_without_the_key_leads_to_the_question(
    typed: Typed, partnership: Path, keyring: MemoryKeyring, asked: list[str], locked: bool
) -> None:
    keyring.locked = locked
    asked.append(PASSPHRASE)

    assert typed("students", "list", "--workspace", partnership, "--json").json["total"] == 60


def test_a_keyring_that_refuses_a_new_key_is_told_beside_the_answer(
    typed: Typed, tmp_path: Path, keyring: MemoryKeyring
) -> None:
    keyring.locked = True

    made = typed("workspace", "create", tmp_path / "kast")

    assert made.code == 0
    assert made.err == "Op slot. Ontgrendel.\n"


def test_a_new_wachtzin_is_typed_twice(typed: Typed, tmp_path: Path, asked: list[str]) -> None:
    asked += [PASSPHRASE, PASSPHRASE + "!"]
    typed("workspace", "create", tmp_path / "kast", "--json").refused("passphrase-differs")
    assert not (tmp_path / "kast").exists()

    asked += [PASSPHRASE, PASSPHRASE]
    assert typed("workspace", "create", tmp_path / "kast").code == 0


@pytest.fixture
def two_of_one_name(partnership: Path) -> tuple[Person, Person]:
    """Two assessors who are called the same, the first with a PIN."""
    application = open_application(partnership, Passphrase(PASSPHRASE), holder="tests")
    roles = frozenset({Role.ASSESSOR})
    first, _ = application.people.add("Sam Appelhof", roles, pin="2468")
    second, _ = application.people.add("Sam Appelhof", roles)
    application.close()
    return first, second


def test_two_of_one_name_are_told_apart_by_their_id(
    typed: Typed, partnership: Path, two_of_one_name: tuple[Person, Person]
) -> None:
    mine = ("dossiers", "list", "--mine", "--workspace", partnership, "--json", "--as")

    sentence = typed(*mine, "Sam Appelhof").refused("person-ambiguous")

    assert all(person.id in sentence for person in two_of_one_name)
    assert typed(*mine, two_of_one_name[1].id).json["total"] == 0


def test_a_pin_is_asked_of_who_has_one(
    typed: Typed, partnership: Path, two_of_one_name: tuple[Person, Person], asked: list[str]
) -> None:
    mine = ("dossiers", "list", "--mine", "--workspace", partnership, "--json", "--as", two_of_one_name[0].id)

    asked += [PASSPHRASE, "1357"]
    typed(*mine).refused("pin-wrong")
    asked += [PASSPHRASE, "2468"]
    assert typed(*mine).code == 0


def test_where_nobody_can_be_asked_a_pin_is_refused(
    typed: Typed, partnership: Path, two_of_one_name: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    typed(
        "dossiers", "list", "--workspace", partnership, "--json", "--as", two_of_one_name[0].id
    ).refused("pin-needed")  # fmt: skip


def test_the_only_one_who_is_known_need_not_be_named(typed: Typed, tmp_path: Path) -> None:
    typed("workspace", "create", tmp_path / "kast")
    application = open_application(tmp_path / "kast", Passphrase(PASSPHRASE), holder="tests")
    application.people.add("Sam Appelhof", frozenset({Role.ASSESSOR}))
    application.close()

    assert typed("dossiers", "list", "--mine", "--json").json == {"dossiers": [], "total": 0}


def test_stopping_it_by_keyboard_is_one_word(
    typed: Typed, partnership: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("getpass.getpass", interrupted)

    said = typed("verify", "--workspace", partnership)

    assert (said.code, said.err) == (130, "Gestopt.\n")
    assert asked == []


def test_a_reader_who_leaves_early_is_no_error() -> None:
    command = [sys.executable, "main.py", "instruments", "show", "pabo-praktijkbeoordeling"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()

    assert first
    assert complaints == ""
    assert process.returncode == 0
