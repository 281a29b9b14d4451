"""``manual``: one page for each role, to read here or as PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from assessor.commands.parser import Menu
from assessor.commands.shell import Shell
from assessor.domain.text import LANGUAGES, Text

READERS = ("assessor", "coordinator", "committee", "lead", "student")


def add(menu: Menu) -> None:
    """What can be typed about manuals."""
    command = menu.command(
        "manual", Text("de handleiding voor een rol, van één bladzijde", "the manual for a role, one page"), show
    )
    command.option(
        "reader", about=Text("voor wie", "for whom"), nargs="?", choices=READERS, default="assessor", metavar="ROL"
    )
    command.option(
        "--pdf",
        about=Text("schrijf een pdf in deze map", "write a PDF in this folder"),
        type=Path,
        metavar=Text("MAP", "FOLDER").say(command.language),
    )
    command.option(
        "--paper-language",
        about=Text("taal op papier (anders die van het scherm)", "language on paper (else that of the screen)"),
        choices=LANGUAGES,
    )


def show(arguments: argparse.Namespace, shell: Shell) -> int:
    """Print a manual, or write it as PDF."""
    from datetime import datetime

    from assessor.services import manuals

    reader = manuals.Reader(arguments.reader)
    language = arguments.paper_language or shell.language
    if arguments.pdf is not None:
        path = arguments.pdf / manuals.file_name(reader, language)
        manuals.write_pdf(reader, language, path, datetime.now().astimezone())
        shell.answer({"reader": reader.value, "file": str(path)})
        shell.say(str(path))
        return 0
    text = manuals.markdown(reader, language)
    shell.answer({"reader": reader.value, "markdown": text})
    for block in manuals.blocks(text):
        if block.level == 2:
            shell.say("")
        shell.say(("- " if block.is_point else "") + manuals.plain(block.words))
    return 0
