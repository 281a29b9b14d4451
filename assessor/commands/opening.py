"""How a command comes into a workspace: which one, with what secret, and as whom."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from assessor.commands.shell import Shell, ask_passphrase, ask_pin, ask_recovery_code, given_passphrase
from assessor.domain.errors import KnownError
from assessor.domain.text import Text

if TYPE_CHECKING:
    from assessor.application import Application
    from assessor.domain.people import Person
    from assessor.storage.keys import Unlock

Done = TypeVar("Done")

HOLDER = "Assessor (opdrachtregel / command line)"
"""Who holds the workspace while a command works in it, for whom finds it in use."""


def folder_of(arguments: argparse.Namespace) -> Path:
    """The workspace that was named, or the one used last; KnownError ``no-workspace`` when there is none."""
    from assessor.services.recent import last_workspace

    folder: Path | None = arguments.workspace or last_workspace()
    if folder is None:
        raise KnownError(
            "no-workspace",
            Text("Er is nog geen gegevensbestand gebruikt.", "No workspace has been used yet."),
            Text("Noem er een met --workspace, of maak er een.", "Name one with --workspace, or make one."),
        )
    return folder


@contextmanager
def opened(arguments: argparse.Namespace, shell: Shell) -> Iterator[Application]:
    """The workspace, open while the command works; the actor is set when one was named."""
    from assessor.application import open_application
    from assessor.services.recent import is_workspace, remember_workspace

    folder = folder_of(arguments)
    if not is_workspace(folder):
        # Said before the wachtzin is asked, which would be for nothing.
        raise KnownError(
            "not-a-workspace",
            Text("In deze map staat geen gegevensbestand van Assessor.", "This folder holds no workspace of Assessor."),
            Text(
                "Noem de goede map met --workspace, of maak er een.",
                "Name the right one with --workspace, or make one.",
            ),
        )
    application = unlocked(arguments, shell, lambda unlock: open_application(folder, unlock, holder=HOLDER))
    try:
        remember_workspace(folder)
        if arguments.person is not None:
            _sign_in(application, _named(application.people.all(), arguments.person), shell)
        yield application
    finally:
        close(application, shell)


def close(application: Application, shell: Shell) -> None:
    """Leave the workspace; that no backup could be made of what is stored is a warning, not a refusal."""
    try:
        application.close()
    except KnownError as refusal:
        if refusal.code != "backup-missed":
            raise
        shell.warn(refusal.what + Text(" ", " ") + refusal.cure)


def unlocked(arguments: argparse.Namespace, shell: Shell, work: Callable[[Unlock], Done]) -> Done:
    """Do work that needs a key: by the herstelcode where asked for, else the environment, the keyring or a prompt."""
    from assessor.application import keyring_or_none
    from assessor.storage.keys import FromKeyring, Passphrase, RecoveryCode

    if arguments.recovery_code:
        return work(RecoveryCode(ask_recovery_code(shell)))
    keyring = keyring_or_none() if given_passphrase() is None else None
    if keyring is not None:
        try:
            return work(FromKeyring(keyring))
        except KnownError as refusal:
            if refusal.code not in {"keyring-empty", "keyring-refused"}:
                raise
    return work(Passphrase(ask_passphrase(shell)))


def require_actor(application: Application, shell: Shell) -> None:
    """Make sure that somebody is at work: the one who was named, or the only one who is known."""
    if application.desk.actor is not None:
        return
    known = application.people.all()
    if len(known) != 1:
        raise KnownError(
            "actor-unknown",
            Text("Het is niet bekend wie je bent.", "It is not known who you are."),
            Text("Noem jezelf met --as NAAM.", "Name yourself with --as NAME."),
        )
    _sign_in(application, known[0], shell)


def _sign_in(application: Application, person: Person, shell: Shell) -> None:
    pin = ask_pin(shell) if application.people.has_pin(person.id) else None
    application.people.sign_in(person.id, pin)


def _named(people: list[Person], wanted: str) -> Person:
    by_id = [person for person in people if person.id == wanted]
    by_name = [person for person in people if person.name.casefold() == " ".join(wanted.split()).casefold()]
    found = by_id or by_name
    if len(found) == 1:
        return found[0]
    if not found:
        raise KnownError(
            "person-unknown",
            Text("Deze persoon staat niet in het register.", "This person is not in the register."),
            Text("Controleer de naam achter --as.", "Check the name behind --as."),
        )
    raise KnownError(
        "person-ambiguous",
        Text("Meer personen heten zo.", "More people have this name."),
        Text("Noem het kenmerk achter --as: {ids}.", "Give the id behind --as: {ids}.").fill(
            ids=", ".join(person.id for person in found)
        ),
    )
