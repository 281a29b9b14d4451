"""``workspace``: make one, look it over, back it up and put a backup back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import Menu, Parser
from assessor.commands.shell import Json, Shell
from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same

if TYPE_CHECKING:
    from assessor.storage.keys import Unlock


def add(menu: Menu) -> None:
    """What can be typed about workspaces."""
    noun = menu.noun("workspace", Text("gegevensbestanden", "workspaces"))
    create = noun.command("create", Text("een nieuw gegevensbestand maken", "make a new workspace"), create_one)
    create.option(
        "path", about=Text("een nieuwe of lege map", "a new or empty folder"), type=Path, metavar=_folder(create)
    )
    noun.command("check", Text("nakijken op schade", "look over for damage"), check_one, workspace=True)
    backup = noun.command("backup", Text("een reservekopie maken", "make a backup"), back_up, workspace=True)
    backup.option("--to", about=Text("ook naar deze map", "to this folder as well"), type=Path, metavar=_folder(backup))
    restore = noun.command(
        "restore", Text("een reservekopie terugzetten", "put a backup back"), restore_one, workspace=True
    )
    restore.option(
        "backup",
        about=Text("het bestand (anders de nieuwste goede)", "the file (else the newest sound one)"),
        nargs="?",
        type=Path,
        metavar=Text("RESERVEKOPIE", "BACKUP").say(restore.language),
    )


def create_one(arguments: argparse.Namespace, shell: Shell) -> int:
    """Make a workspace; its recovery code is shown once."""
    from assessor.application import create_application
    from assessor.commands.opening import HOLDER, close
    from assessor.commands.shell import ask_passphrase
    from assessor.services.recent import remember_workspace

    folder = arguments.path.absolute()
    application, code = create_application(folder, ask_passphrase(shell, new=True), holder=HOLDER)
    close(application, shell)
    remember_workspace(folder)
    shell.answer({"workspace": str(folder), "recovery_code": code})
    shell.say(
        Text("Het gegevensbestand staat in {folder}.", "The workspace stands in {folder}.").fill(folder=str(folder)),
        Text("Herstelcode: {code}", "Recovery code: {code}").fill(code=code),
        Text(
            "Schrijf de herstelcode op: zij wordt maar één keer getoond.",
            "Write the recovery code down: it is shown only once.",
        ),
    )
    for trouble in application.desk.workspace.trouble:
        shell.warn(trouble.what + Text(" ", " ") + trouble.cure)
    return 0


def check_one(arguments: argparse.Namespace, shell: Shell) -> int:
    """Look the whole file over, and say which backups there are."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        findings = application.safekeeping.check()
        backups = application.safekeeping.backups
    answer: Json = {
        "sound": not findings,
        "findings": [{"code": finding.code, "detail": finding.detail} for finding in findings],
        "backups": [
            {"file": str(one.path), "made_at": one.made_at.isoformat(), "reason": one.reason} for one in backups
        ],
    }
    count = Text("Reservekopieën: {count}.", "Backups: {count}.").fill(count=len(backups))
    if findings:
        shell.refuse(_DAMAGED, answer)
        return 1
    shell.answer(answer)
    shell.say(Text("Het gegevensbestand is in orde.", "The workspace is sound."), count)
    return 0


def back_up(arguments: argparse.Namespace, shell: Shell) -> int:
    """Make a backup that is opened and checked; with ``--to`` also a copy in another place."""
    from assessor.commands.opening import opened
    from assessor.storage.backup import copy_to

    with opened(arguments, shell) as application:
        copied = application.safekeeping.back_up()
        files = [copied.backup.path]
        if arguments.to is not None:
            files.append(copy_to(copied.backup, arguments.to))
    shell.answer({"files": [str(file) for file in files]})
    shell.say(*(same(str(file)) for file in files))
    if copied.refusal is not None:
        shell.warn(copied.refusal.what + Text(" ", " ") + copied.refusal.cure)
    return 0


def restore_one(arguments: argparse.Namespace, shell: Shell) -> int:
    """Put a backup back, also where no workspace stands yet; what stood there is kept beside it."""
    from assessor.application import restore_application
    from assessor.commands.opening import HOLDER, folder_of, unlocked
    from assessor.services.recent import remember_workspace

    folder = folder_of(arguments).absolute()
    if arguments.backup is None and not folder.is_dir():
        raise KnownError(
            "not-a-workspace",
            Text("Deze map bestaat niet.", "This folder does not exist."),
            Text(
                "Noem de map van het gegevensbestand met --workspace.", "Name the workspace's folder with --workspace."
            ),
        )

    def restored(unlock: Unlock) -> tuple[Path, Path | None]:
        return restore_application(folder, arguments.backup, unlock, holder=HOLDER)

    backup, kept = unlocked(arguments, shell, restored)
    remember_workspace(folder)
    shell.answer({"restored": str(backup), "kept": str(kept) if kept is not None else None})
    shell.say(Text("Teruggezet: {name}.", "Restored: {name}.").fill(name=backup.name))
    if kept is not None:
        shell.say(
            Text("Het vorige bestand is bewaard als {name}.", "The former file is kept as {name}.").fill(name=kept.name)
        )
    return 0


_DAMAGED = KnownError(
    "workspace-damaged",
    Text("Het gegevensbestand is beschadigd.", "The workspace is damaged."),
    Text(
        "Zet een reservekopie terug met: workspace restore; het beschadigde bestand blijft bewaard.",
        "Restore a backup with: workspace restore; the damaged file is kept.",
    ),
)


def _folder(parser: Parser) -> str:
    return Text("MAP", "FOLDER").say(parser.language)
