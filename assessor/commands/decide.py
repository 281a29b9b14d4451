"""``decide``: what the decision rule says of a sheet in a file, with the reasons."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import Menu
from assessor.commands.shell import Json, Shell
from assessor.domain.errors import KnownError
from assessor.domain.text import Text

if TYPE_CHECKING:
    from assessor.domain.decision import Decision
    from assessor.domain.instrument import Instrument, Outcome


def add(menu: Menu) -> None:
    """What can be typed about decisions."""
    about = Text("het oordeel van de beslisregel over een scorelijst", "the verdict of the rule on a sheet")
    command = menu.command("decide", about, decide_file)
    command.option(
        "instrument", about=Text("kenmerk, zoals pabo-praktijkbeoordeling", "id, such as pabo-praktijkbeoordeling")
    )
    command.option(
        "file",
        about=Text(
            "CSV met de kolommen criterion,level; N is niet waargenomen",
            "CSV with the columns criterion,level; N is not observed",
        ),
        type=Path,
    )
    command.option(
        "--version", about=Text("versie (anders de nieuwste)", "version (else the newest)"), dest="form_version"
    )


def decide_file(arguments: argparse.Namespace, shell: Shell) -> int:
    """Read the sheet and answer the verdict per model and for the whole."""
    from assessor.application import catalogue
    from assessor.commands.marks import read_marks
    from assessor.domain.decision import decide

    instrument = catalogue().get(arguments.instrument, arguments.form_version)
    if instrument.rule is None:
        raise KnownError(
            "no-rule",
            Text("Bij dit instrument hoort geen beslisregel.", "This instrument has no decision rule."),
            Text("Kies een praktijkbeoordeling.", "Choose a practice assessment."),
        )
    decision = decide(instrument, read_marks(arguments.file, instrument))
    shell.answer(as_json(decision))
    _say(instrument, decision, shell)
    return 0


def as_json(decision: Decision) -> Json:
    """A decision as the command answers it: letters O, V, G or null, reasons in both languages."""
    return {
        "models": {
            code: {"verdict": _letter(model.verdict), "reason": {"nl": model.reason.nl, "en": model.reason.en}}
            for code, model in decision.models.items()
        },
        "verdict": _letter(decision.verdict),
        "reason": {"nl": decision.reason.nl, "en": decision.reason.en},
    }


def _letter(outcome: Outcome | None) -> str | None:
    return outcome.letter if outcome is not None else None


def _say(instrument: Instrument, decision: Decision, shell: Shell) -> None:
    shell.say(*(model.reason for model in decision.models.values()), decision.reason)
    if decision.advisory:
        shell.say(Text("Bij dit instrument is dit een advies.", "With this instrument this is advice."))
    if instrument.is_example:
        shell.say(
            Text(
                "Dit instrument is niet vastgesteld: dit oordeel heeft geen formele betekenis.",
                "This instrument is not established: this verdict has no formal meaning.",
            )
        )
