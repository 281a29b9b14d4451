"""The same services from the shell: ``python main.py COMMAND`` or the console script ``assessor``.

Every command takes ``--json`` and ``--help`` and ends with 0 (done), 1 (refused, with one sentence that says the cure)
or 2 (wrong use). What a command needs is imported when it runs, so that ``--help`` is quick.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from io import TextIOWrapper
from types import ModuleType

from assessor.commands.parser import Menu, Parser, add_language
from assessor.commands.shell import Shell, Window, language_of
from assessor.domain.errors import KnownError
from assessor.domain.text import Language, Text

DONE, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str], window: Window | None = None) -> int:
    """Do what was typed.

    Args:
        arguments: what was typed behind the program's name.
        window: shows the window; None where there is none to show.

    Returns:
        The exit code.
    """
    typed = list(arguments)
    if not typed and window is not None:
        return window(None)
    language = language_of(typed)
    try:
        chosen = parser(language).parse_args(typed)
    except SystemExit as leave:  # argparse leaves after help and after wrong use
        return int(leave.code or 0)
    if "run" not in chosen:
        return _incomplete(typed, language)
    return _run(chosen, Shell(language, as_json=chosen.json, window=window))


def _run(chosen: Namespace, shell: Shell) -> int:
    """Do the chosen command; what a user can meet becomes one sentence, everything else is a bug and looks like one."""
    _speak_utf8()
    try:
        return int(chosen.run(chosen, shell))
    except KnownError as refusal:
        shell.refuse(refusal)
        return REFUSED
    except KeyboardInterrupt:
        shell.warn(Text("Gestopt.", "Stopped."))
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads along has left (`| head`): nothing more to say, also not when Python flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def parser(language: Language) -> Parser:
    """Everything that can be typed."""
    top = Parser(
        language=language,
        program="python main.py",
        about=Text(
            "Praktijkbeoordelingen scoren, verklaren en op papier zetten. Zonder opdracht start het venster.",
            "Score, explain and print practice assessments. Without a command the window starts.",
        ),
    )
    add_language(top)
    menu = Menu(top)
    for noun in _nouns():
        noun.add(menu)
    return top


def _nouns() -> tuple[ModuleType, ...]:
    from assessor.commands import (
        agree,
        calibration,
        decide,
        demo,
        dossiers,
        forms,
        instruments,
        manual,
        midterms,
        selfcheck,
        students,
        verify,
        workspace,
    )

    everyday = demo, instruments, decide, agree, students, dossiers, forms, midterms, calibration
    return *everyday, workspace, verify, manual, selfcheck


def _incomplete(typed: Sequence[str], language: Language) -> int:
    """A noun without its verb, or no noun at all, is wrong use: show what there is."""
    nouns = [word for word in typed if not word.startswith("-") and word not in ("nl", "en")]
    main([*nouns, "--help", "--language", language] if nouns else ["--help", "--language", language])
    return WRONG_USE


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
