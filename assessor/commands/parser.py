"""What can be typed: nouns, their verbs and options, with help and mistakes in the language of the screen."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from assessor.commands.shell import Shell
from assessor.domain.text import LANGUAGES, Language, Text

Run = Callable[[argparse.Namespace, Shell], int]
"""One command: does its work and returns the exit code."""

SOUGHT = Text("woorden uit naam, nummer, organisatie of cohort", "words of a name, number, organisation or cohort")
"""What a search of students or dossiers takes."""

WRONG_USE = 2
"""Exit code when what was typed is no command."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language of the screen and does not guess at shortened options.

    Args:
        language: the language of the screen.
        program: what the user types to come here.
        about: what it does, in one sentence.
        prog: what argparse would call a parser under another one; passed over, because it leaves words out.
    """

    def __init__(self, *, language: Language, program: str, about: Text, prog: str = "") -> None:
        del prog
        super().__init__(
            prog=program,
            description=about.say(language),
            allow_abbrev=False,
            add_help=False,
            formatter_class=_formatter(language),
        )
        self.language: Language = language
        self._positionals.title = Text("wat", "what").say(language)
        self._optionals.title = Text("opties", "options").say(language)
        self.option("-h", "--help", about=Text("deze uitleg", "this help"), action="help")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed, and leave with 2."""
        words = _translated(message) if self.language == "nl" else message
        self.print_usage(sys.stderr)
        start = Text("Zo kan het niet", "This cannot be done so").say(self.language)
        more = Text("Meer uitleg: {program} --help", "More: {program} --help").fill(program=self.prog)
        print(f"{start}: {words}. {more.say(self.language)}", file=sys.stderr)
        raise SystemExit(WRONG_USE)

    def option(self, *names: str, about: Text, **settings: object) -> None:
        """Add an option or argument with its help in the language of the screen."""
        self.add_argument(*names, help=about.say(self.language), **settings)  # type: ignore[arg-type]


class Menu:
    """One level of what can be typed: nouns, or the verbs of one noun."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        name = Text("OPDRACHT", "COMMAND").say(parser.language)
        self._below = parser.add_subparsers(
            title=Text("opdrachten", "commands").say(parser.language), metavar=name, parser_class=Parser, required=False
        )

    def noun(self, name: str, about: Text) -> Menu:
        """A noun with verbs under it."""
        return Menu(self._add(name, about))

    def command(self, name: str, about: Text, run: Run, *, workspace: bool = False) -> Parser:
        """A command with the options that every one has; `workspace` adds those of a command on a workspace."""
        parser = self._add(name, about)
        add_language(parser)
        parser.option("--json", about=Text("antwoord als JSON", "answer as JSON"), action="store_true")
        if workspace:
            parser.option(
                "--workspace",
                about=Text(
                    "het gegevensbestand (anders het laatst gebruikte)", "the workspace (else the last one used)"
                ),
                metavar=Text("MAP", "PATH").say(parser.language),
                type=Path,
            )
            parser.option(
                "--as",
                about=Text("wie je bent: naam of kenmerk", "who you are: name or id"),
                metavar=Text("PERSOON", "PERSON").say(parser.language),
                dest="person",
            )
            parser.option(
                "--recovery-code",
                about=Text(
                    "ontgrendel met de herstelcode (gevraagd, of uit ASSESSOR_RECOVERY_CODE)",
                    "unlock by the recovery code (asked for, or from ASSESSOR_RECOVERY_CODE)",
                ),
                action="store_true",
            )
        parser.set_defaults(run=run)
        return parser

    def _add(self, name: str, about: Text) -> Parser:
        language = self._parser.language
        program = f"{self._parser.prog} {name}"
        return self._below.add_parser(name, help=about.say(language), language=language, program=program, about=about)


def whole_number(typed: str) -> int:
    """A count of at least 1; ValueError otherwise."""
    number = int(typed)
    if number < 1:
        raise ValueError(typed)
    return number


def add_language(parser: Parser) -> None:
    """The option that chooses the language of the screen."""
    parser.option(
        "--language",
        about=Text("taal van het scherm", "language of the screen"),
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
    )


def _formatter(language: Language) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        """Help whose first word is in the language of the screen."""

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],  # argparse has no public name for it
            prefix: str | None = None,
        ) -> None:
            start = Text("gebruik: ", "usage: ").say(language) if prefix is None else prefix
            super().add_usage(usage, actions, groups, start)

    return Formatter


_MISTAKES = (
    (r"the following arguments are required: (.*)", r"dit ontbreekt: \1"),
    (r"unrecognized arguments: (.*)", r"onbekend: \1"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"\1: \2 bestaat niet; kies uit \3"),
    (r"argument (.*?): expected one argument", r"achter \1 hoort een waarde"),
    (r"argument (.*?): expected at least one argument", r"achter \1 hoort ten minste één waarde"),
    (r"argument (.*?): invalid \w+ value: (.*)", r"\1: \2 is geen goede waarde"),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 gaat niet samen met \2"),
    (r"argument (.*?): ignored explicit argument (.*)", r"achter \1 hoort geen waarde (\2)"),
)


def _translated(message: str) -> str:
    """What the parser says about wrong use, in Dutch; as it is when it says something else."""
    for english, dutch in _MISTAKES:
        if re.fullmatch(english, message):
            return re.sub(english, dutch, message)
    return message
