"""``agree``: how far assessors agree on the ratings in a file, as a report for people or as JSON."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import Menu, Parser, whole_number
from assessor.commands.shell import Shell
from assessor.domain.text import Text

if TYPE_CHECKING:
    from assessor.services.agreement import Question

_WEIGHTS = ("unweighted", "linear", "quadratic", "ordinal", "radical")
MOST_REPLICATES = 100_000
"""More replicates change no digit that anyone reads, and fill the memory."""
_INTERVALS = ("two-way", "items", "assessors", "cluster", "none")


def add(menu: Menu) -> None:
    """What can be typed about agreement."""
    about = Text("overeenstemming tussen beoordelaars in een bestand", "agreement between assessors in a file")
    command = menu.command("agree", about, agree_on_file)
    command.option(
        "file",
        about=Text(
            "CSV of XLSX: work,criterion,assessor,level (en reference,session,date), of een kolom per beoordelaar",
            "CSV or XLSX: work,criterion,assessor,level (and reference,session,date), or a column per assessor",
        ),
        type=Path,
    )
    _add_scale(command)
    command.option("--criterion", about=Text("kijk naar één criterium", "look at one criterion"))
    command.option(
        "--weights",
        about=Text("gewichten van de verschillen", "weights of the differences"),
        choices=_WEIGHTS,
        default="unweighted",
    )
    command.option(
        "--replicates",
        about=Text("herhalingen voor de marges (2000)", "replicates for the margins (2000)"),
        type=replicates,
        default=2000,
    )
    command.option(
        "--interval",
        about=Text("waarover de marges gaan", "what the margins are about"),
        choices=_INTERVALS,
        default="two-way",
    )
    command.option(
        "--seed",
        about=Text("startgetal van de marges (1)", "seed of the margins (1)"),
        type=start_number,
        default=1,
    )


def _add_scale(command: Parser) -> None:
    scale = command.add_mutually_exclusive_group()
    scale.add_argument(
        "--levels",
        help=Text("de niveaus, laagste eerst, zoals O,V,G", "the levels, lowest first, such as O,V,G").say(
            command.language
        ),
        type=level_list,
    )
    scale.add_argument(
        "--instrument",
        help=Text("kenmerk van het instrument; N is niet waargenomen", "id of the instrument; N is not observed").say(
            command.language
        ),
    )


def replicates(typed: str) -> int:
    """A number of replicates, 1 to `MOST_REPLICATES`; ValueError otherwise."""
    number = whole_number(typed)
    if number > MOST_REPLICATES:
        raise ValueError(typed)
    return number


def start_number(typed: str) -> int:
    """A seed of 0 or more; ValueError otherwise."""
    number = int(typed)
    if number < 0:
        raise ValueError(typed)
    return number


def level_list(typed: str) -> tuple[str, ...]:
    """Levels parted by commas, or by semicolons where a level holds a comma."""
    return tuple(level.strip() for level in typed.split(";" if ";" in typed else ","))


def agree_on_file(arguments: argparse.Namespace, shell: Shell) -> int:
    """Read the ratings, compute every figure and tell it."""
    from assessor.services.agreement import agreement_of

    record = agreement_of(arguments.file, _question(arguments))
    if shell.as_json:
        from assessor.commands.agreement_answer import answer

        shell.answer(answer(record, shell.language))
    else:
        from assessor.reports.agreement_text import lines

        shell.say(*lines(record, shell.language))
    return 0


def _question(arguments: argparse.Namespace) -> Question:
    from assessor.agreement.resampling import Plan
    from assessor.services.agreement import Question

    instrument = None
    if arguments.instrument is not None:
        from assessor.application import catalogue

        instrument = catalogue().get(arguments.instrument)
    plan = Plan(arguments.interval, arguments.replicates, arguments.seed)
    return Question(arguments.levels, instrument, arguments.criterion, arguments.weights, plan)
