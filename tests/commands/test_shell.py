"""What is the same for every command: language, help, wrong use, and how a refusal sounds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Typed

COMMANDS = [
    ("demo",), ("instruments", "list"), ("instruments", "show"), ("instruments", "check"), ("decide",),
    ("students", "add"), ("students", "list"), ("dossiers", "list"), ("dossiers", "show"), ("dossiers", "pdf"),
    ("workspace", "create"), ("workspace", "check"), ("workspace", "backup"), ("workspace", "restore"), ("verify",),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_in_both_languages(typed: Typed, command: tuple[str, ...]) -> None:
    dutch, english = typed(*command, "--help"), typed(*command, "--help", "--language", "en")

    assert (dutch.code, english.code) == (0, 0)
    assert dutch.out.startswith(f"gebruik: python main.py {' '.join(command)}")
    assert english.out.startswith(f"usage: python main.py {' '.join(command)}")
    assert "--json" in dutch.out
    assert "deze uitleg" in dutch.out
    assert "this help" in english.out


def test_help_needs_neither_the_database_nor_the_screen(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("assessor.storage", "assessor.desktop"))]:
        monkeypatch.delitem(sys.modules, name)

    assert typed("--help").code == 0

    assert not [name for name in sys.modules if name.startswith(("assessor.storage", "assessor.desktop"))]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bestaat-niet",), "bestaat niet"),
        (("instruments", "show"), "dit ontbreekt: id"),
        (("instruments", "list", "--hard"), "onbekend: --hard"),
        (("students", "list", "--limit", "veel"), "--limit: 'veel' is geen goede waarde"),
        (("students", "list", "--limit", "0"), "--limit: '0' is geen goede waarde"),
        (("students", "list", "--workspace"), "achter --workspace hoort een waarde"),
        (("dossiers", "pdf", "2026-0001"), "dit ontbreekt: --out"),
    ],
)
def test_wrong_use_is_said_in_dutch_and_ends_with_2(typed: Typed, arguments: tuple[str, ...], said: str) -> None:
    answer = typed(*arguments)

    assert answer.code == 2
    assert said in answer.err
    assert answer.err.startswith("gebruik: ")
    assert not answer.out


@pytest.mark.parametrize("arguments", [("instruments",), ("--language", "nl"), ("workspace", "--language", "nl")])
def test_a_noun_without_a_verb_shows_what_there_is(typed: Typed, arguments: tuple[str, ...]) -> None:
    answer = typed(*arguments)

    assert answer.code == 2
    assert "opdrachten" in answer.out or "Zo kan het niet" in answer.err


@pytest.mark.parametrize(
    ("machine", "asked", "said"),
    [
        ("nl_NL.UTF-8", (), "bestaat niet"),
        ("en_GB.UTF-8", (), "does not exist"),
        ("C", (), "bestaat niet"),
        ("en_GB.UTF-8", ("--language", "nl"), "bestaat niet"),
        ("nl_NL.UTF-8", ("--language=en",), "does not exist"),
    ],
)
def test_the_language_is_the_one_asked_for_or_that_of_the_machine(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, machine: str, asked: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("LANG", machine)

    assert said in typed("instruments", "show", "onbekend", *asked).err


def test_with_json_a_refusal_is_both_a_sentence_and_a_value(typed: Typed) -> None:
    answer = typed("instruments", "show", "pabo-praktijk", "--json", "--language", "en")

    sentence = answer.refused("instrument-unknown")
    assert sentence == "The instrument ‘pabo-praktijk’ does not exist. Do you mean ‘pabo-praktijkbeoordeling’?"


def test_a_workspace_command_without_a_workspace_says_what_to_do(typed: Typed, tmp_path: Path) -> None:
    typed("students", "list", "--json").refused("no-workspace")
    typed("students", "list", "--json", "--workspace", tmp_path).refused("not-a-workspace")


def test_the_last_used_workspace_need_not_be_named(typed: Typed, partnership: Path) -> None:
    first = typed("students", "list", "--json", "--workspace", partnership)
    again = typed("students", "list", "--json")

    assert first.code == again.code == 0
    assert first.json == again.json


def test_without_anyone_to_ask_the_wachtzin_is_refused(
    typed: Typed, partnership: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ASSESSOR_PASSPHRASE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    typed("verify", "--json", "--workspace", partnership).refused("passphrase-needed")
