"""``verify``: whether every definitief dossier is still exactly what was made final."""

from __future__ import annotations

import argparse

from assessor.commands.parser import Menu
from assessor.commands.shell import Json, Shell
from assessor.domain.errors import KnownError
from assessor.domain.text import Text


def add(menu: Menu) -> None:
    """What can be typed about verification."""
    about = Text("nagaan of vastgestelde dossiers ongewijzigd zijn", "check that final dossiers are unaltered")
    menu.command("verify", about, verify_all, workspace=True)


def verify_all(arguments: argparse.Namespace, shell: Shell) -> int:
    """Verify the whole workspace; refused when anything differs."""
    from assessor.commands.opening import opened
    from assessor.services.verification import verify

    with opened(arguments, shell) as application:
        outcome = verify(application.desk)
    answer: Json = {
        "sound": outcome.is_sound,
        "dossiers": outcome.dossiers,
        "entries": outcome.entries,
        "proven": shell.words(outcome.proven),
        "faults": [{"dossier": fault.dossier, "what": shell.words(fault.what)} for fault in outcome.faults],
    }
    shell.say(looked_at(outcome.dossiers, outcome.entries))
    if outcome.is_sound:
        shell.answer(answer)
        shell.say(_SOUND, outcome.proven)
        return 0
    shell.say(
        *(Text("{dossier}: ", "{dossier}: ").fill(dossier=one.dossier or "–") + one.what for one in outcome.faults)
    )
    refusal = KnownError(
        "altered",
        Text("Niet alles is nog zoals het is vastgesteld.", "Not everything is as it was made final."),
        Text(
            "Zet een goede reservekopie terug en meld dit aan de examencommissie.",
            "Restore a sound backup and report this to the examination board.",
        ),
    )
    shell.refuse(refusal, answer)
    return 1


def looked_at(dossiers: int, entries: int) -> Text:
    """How much was looked at, one of it in the singular."""
    final = (
        ("1 vastgesteld dossier", "1 final dossier")
        if dossiers == 1
        else ("{n} vastgestelde dossiers", "{n} final dossiers")
    )
    recorded = (
        ("1 vastgelegde handeling", "1 recorded action")
        if entries == 1
        else ("{n} vastgelegde handelingen", "{n} recorded actions")
    )
    return Text("{final} en {recorded} nagekeken.", "Checked: {final} and {recorded}.").fill(
        final=Text(*final).fill(n=dossiers), recorded=Text(*recorded).fill(n=entries)
    )


_SOUND = Text("Alles is zoals het is vastgesteld.", "Everything is as it was made final.")
