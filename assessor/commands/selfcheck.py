"""``selfcheck``: whether this installation is whole, for whoever installs it on many computers."""

from __future__ import annotations

import argparse
import os
import platform

from assessor.commands.parser import Menu
from assessor.commands.shell import Shell
from assessor.domain.text import Text

WINDOW_VARIABLE = "ASSESSOR_WINDOW_MS"
"""The environment variable that closes the window by itself after so many milliseconds."""
SHOWN_MS = 800


def add(menu: Menu) -> None:
    """What can be typed about the installation."""
    command = menu.command(
        "selfcheck", Text("nagaan of deze installatie compleet is", "see whether this installation is whole"), run
    )
    command.option(
        "--window",
        about=Text("toon ook even het venster", "show the window for a moment as well"),
        action="store_true",
    )


def run(arguments: argparse.Namespace, shell: Shell) -> int:
    """Use everything once; what lacks is a fault of the installation and looks like one."""
    import assessor
    from assessor.services.installation import try_everything

    tried: list[str] = []

    def report(what: Text) -> None:
        tried.append(shell.words(what))
        shell.say(Text("in orde: {what}", "fine: {what}").fill(what=what))

    try_everything(report)
    if arguments.window and shell.window is not None:
        os.environ[WINDOW_VARIABLE] = str(SHOWN_MS)
        code = shell.window(None)
        if code:
            return code
        report(Text("Venster tonen", "Show the window"))
    shell.answer({"version": assessor.__version__, "system": platform.system(), "tried": tried})
    shell.say(
        Text("Assessor {version} is compleet.", "Assessor {version} is whole.").fill(version=assessor.__version__)
    )
    return 0
