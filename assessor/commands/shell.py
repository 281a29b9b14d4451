"""The shell as a command sees it: sentences for people, one JSON value for programs, and where secrets come from."""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.domain.errors import KnownError
from assessor.domain.text import Language, Text

if TYPE_CHECKING:
    from assessor.application import Application

PASSPHRASE_VARIABLE = "ASSESSOR_PASSPHRASE"  # noqa: S105 - the name of the variable, no secret
"""The environment variable that may hold the wachtzin, for scripts."""
RECOVERY_VARIABLE = "ASSESSOR_RECOVERY_CODE"
"""The environment variable that may hold the herstelcode."""

Json = Mapping[str, object]

Window = Callable[["Application | None"], int]
"""Shows the window on an open workspace, or (None) on the page that asks for one; returns the exit code."""


@dataclass(frozen=True)
class Shell:
    """Where a command speaks, and in which language.

    With `as_json` the sentences stay away from the output, which then holds one JSON value. `window` shows the window
    on an open workspace and returns when it is closed; None where there is none to show.
    """

    language: Language
    as_json: bool = False
    window: Window | None = None

    def say(self, *lines: Text | str) -> None:
        """Print lines for a person; nothing with ``--json``."""
        if not self.as_json:
            for line in lines:
                print(self.words(line), flush=True)

    def answer(self, value: Json) -> None:
        """Print the answer for a program; nothing without ``--json``."""
        if self.as_json:
            print(json.dumps(value, ensure_ascii=False, indent=1), flush=True)

    def warn(self, line: Text) -> None:
        """Print a line beside the answer, whatever form that has."""
        print(self.words(line), file=sys.stderr, flush=True)

    def refuse(self, refusal: KnownError, beside: Json | None = None) -> None:
        """Say on one line what stands in the way and the cure; `beside` is what the answer holds all the same."""
        what = refusal.what.say(self.language)
        if refusal.where is not None:
            what = f"{refusal.where.say(self.language)}: {what}"
        print(_one_line(refusal.say(self.language)), file=sys.stderr, flush=True)
        error = {"code": refusal.code, "what": what, "cure": refusal.cure.say(self.language)}
        self.answer({**(beside or {}), "error": error})

    def words(self, line: Text | str) -> str:
        """The line in the language of the screen."""
        return line if isinstance(line, str) else line.say(self.language)

    def table(self, rows: Sequence[Sequence[Text | str]]) -> None:
        """Print rows with their columns under each other."""
        cells = [[self.words(cell) for cell in row] for row in rows]
        widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))] if cells else []
        for row in cells:
            self.say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def language_of(arguments: Sequence[str]) -> Language:
    """The language of the screen: ``--language``, else that of the machine, else Dutch.

    Looked up before the arguments are parsed, because help and mistakes in the arguments speak it as well.
    """
    asked = ""
    for number, argument in enumerate(arguments):
        if argument == "--language" and number + 1 < len(arguments):
            asked = arguments[number + 1]
        elif argument.startswith("--language="):
            asked = argument.partition("=")[2]
    if not asked:
        names = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
        asked = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return "en" if asked.lower().startswith("en") else "nl"


def given_passphrase() -> str | None:
    """The wachtzin from the environment, or None."""
    return os.environ.get(PASSPHRASE_VARIABLE) or None


def ask_passphrase(shell: Shell, *, new: bool = False) -> str:
    """The wachtzin: from the environment, or typed unseen; a new one is typed twice.

    Raises KnownError ``passphrase-needed`` when there is nobody to ask, ``passphrase-differs`` when two are not alike.
    """
    given = given_passphrase()
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise KnownError(
            "passphrase-needed",
            Text("De wachtzin van dit gegevensbestand is nodig.", "The passphrase of this workspace is needed."),
            Text(
                "Typ dit in een venster dat erom kan vragen, of zet de wachtzin in {name}.",
                "Type this in a window that can ask for it, or put the passphrase in {name}.",
            ).fill(name=PASSPHRASE_VARIABLE),
        )
    from getpass import getpass

    typed = getpass(shell.words(Text("Wachtzin: ", "Passphrase: ")))
    if new and getpass(shell.words(Text("Nog een keer: ", "Once more: "))) != typed:
        raise KnownError(
            "passphrase-differs",
            Text("De twee wachtzinnen zijn niet gelijk.", "The two passphrases are not the same."),
            Text("Probeer het opnieuw.", "Try again."),
        )
    return typed


def ask_recovery_code(shell: Shell) -> str:
    """The herstelcode: from the environment, or typed unseen; KnownError ``recovery-code-needed`` without anybody."""
    given = os.environ.get(RECOVERY_VARIABLE)
    if given:
        return given
    if not sys.stdin.isatty():
        raise KnownError(
            "recovery-code-needed",
            Text("De herstelcode van dit gegevensbestand is nodig.", "The recovery code of this workspace is needed."),
            Text(
                "Typ dit in een venster dat erom kan vragen, of zet de herstelcode in {name}.",
                "Type this in a window that can ask for it, or put the recovery code in {name}.",
            ).fill(name=RECOVERY_VARIABLE),
        )
    from getpass import getpass

    return getpass(shell.words(Text("Herstelcode: ", "Recovery code: ")))


def ask_pin(shell: Shell) -> str:
    """The personal PIN, typed unseen; KnownError ``pin-needed`` when there is nobody to ask."""
    if not sys.stdin.isatty():
        raise KnownError(
            "pin-needed",
            Text("Deze persoon heeft een pincode.", "This person has a PIN."),
            Text("Typ dit in een venster dat erom kan vragen.", "Type this in a window that can ask for it."),
        )
    from getpass import getpass

    return getpass(shell.words(Text("Pincode: ", "PIN: ")))


def _one_line(words: str) -> str:
    return " ".join(words.split())
