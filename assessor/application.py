"""The composition root: one open workspace with every use case on it, for the desktop and the commands alike."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assessor import paths
from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same
from assessor.instruments.catalogue import Catalogue
from assessor.services.desk import Desk
from assessor.storage.backup import Backup
from assessor.storage.files import on_disk
from assessor.storage.keyring_store import system_keyring
from assessor.storage.keys import KeyringPort, Passphrase, Unlock
from assessor.storage.lock import WorkspaceLock
from assessor.storage.workspace import Workspace

if TYPE_CHECKING:
    from assessor.services.register_import.importing import RegisterImport

if TYPE_CHECKING:
    from assessor.services.assessments import Assessments
    from assessor.services.attachments import Attachments
    from assessor.services.calibration.calibration import Calibration
    from assessor.services.exports import Exports
    from assessor.services.forms.post import Forms
    from assessor.services.growth import Growth
    from assessor.services.house_rules import HouseRules
    from assessor.services.instruments import Instruments
    from assessor.services.midterm.midterms import Midterms
    from assessor.services.notes import Notes
    from assessor.services.papers import Papers
    from assessor.services.people import People
    from assessor.services.records import Records
    from assessor.services.register import Register
    from assessor.services.results import Results
    from assessor.services.safekeeping import Safekeeping
    from assessor.services.students import Students
    from assessor.services.work import Work


@dataclass
class Application:
    """Everything that can be done in one workspace, by the person at the desk.

    Each use case is imported when it is first asked for: the start page needs three of them.
    """

    desk: Desk

    @cached_property
    def assessments(self) -> Assessments:
        """Open practice assessments: start, score, write, undo."""
        from assessor.services.assessments import Assessments

        return Assessments(self.desk)

    @cached_property
    def notes(self) -> Notes:
        """Aantekeningen: written during the activity, erased after the last day of appeal."""
        from assessor.services.notes import Notes

        return Notes(self.desk)

    @cached_property
    def attachments(self) -> Attachments:
        """What was attached to dossiers."""
        from assessor.services.attachments import Attachments

        return Attachments(self.desk)

    @cached_property
    def growth(self) -> Growth:
        """Earlier development points, shown after scoring."""
        from assessor.services.growth import Growth
        from assessor.services.midterm.before_practice import agreements_before

        return Growth(self.desk, [agreements_before])

    @cached_property
    def records(self) -> Records:
        """Records for paper and verification."""
        from assessor.services.records import Records

        return Records(self.desk)

    @cached_property
    def results(self) -> Results:
        """Check, make definitief, correct, resit, close."""
        from assessor.services.results import Results

        return Results(self.desk, self.records)

    @cached_property
    def papers(self) -> Papers:
        """Dossiers as PDF."""
        from assessor.services.papers import Papers

        return Papers(self.desk, self.records)

    @cached_property
    def exports(self) -> Exports:
        """Chosen dossiers as workbook, CSV or PDFs."""
        from assessor.services.exports import Exports

        return Exports(self.desk, self.papers)

    @cached_property
    def forms(self) -> Forms:
        """Forms that go out and come back."""
        from assessor.services.forms.post import Forms

        return Forms(self.desk, self.assessments)

    @cached_property
    def people(self) -> People:
        """Who works here, and who may assess."""
        from assessor.services.people import People

        return People(self.desk)

    @cached_property
    def register(self) -> Register:
        """The register at a glance, written entry by entry."""
        from assessor.services.register import Register

        return Register(self.desk)

    @cached_property
    def register_import(self) -> RegisterImport:
        """Students, organisations and assessors from a file."""
        from assessor.services.register_import.importing import RegisterImport

        return RegisterImport(self.desk, self.instruments)

    @cached_property
    def calibration(self) -> Calibration:
        """Calibration sessions: prepare, collect blind, reveal, discuss, conclude, report."""
        from assessor.services.calibration.calibration import Calibration

        return Calibration(self.desk)

    @cached_property
    def midterms(self) -> Midterms:
        """Midterm evaluations: send out, take in sealed, mirror, talk."""
        from assessor.services.midterm.midterms import Midterms

        return Midterms(self.desk)

    @cached_property
    def house_rules(self) -> HouseRules:
        """What the partnership settled."""
        from assessor.services.house_rules import HouseRules

        return HouseRules(self.desk)

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """Backups, soundness, and what unlocks the workspace."""
        from assessor.services.safekeeping import Safekeeping

        return Safekeeping(self.desk)

    @cached_property
    def students(self) -> Students:
        """Students, placements and organisations."""
        from assessor.services.students import Students

        return Students(self.desk)

    @cached_property
    def instruments(self) -> Instruments:
        """The forms that can be chosen, and the check of one that is being written."""
        from assessor.services.instruments import Instruments

        return Instruments(self.desk)

    @cached_property
    def work(self) -> Work:
        """Lists and counts of dossiers."""
        from assessor.services.work import Work

        return Work(self.desk)

    def close(self) -> None:
        """Leave the workspace; a backup is made when something changed."""
        self.desk.workspace.close()


# --- which workspace

EXAMPLE_PASSPHRASE = "zeven houten klompen op een rij"  # noqa: S105 - shown on purpose: all that it guards is invented


def create_application(folder: Path, passphrase: str, *, holder: str) -> tuple[Application, str]:
    """Make a workspace in a new or empty folder and open it; its key is kept in the keyring where there is one.

    Args:
        folder: where it comes.
        passphrase: the wachtzin.
        holder: who opens it, in words for whoever finds it in use.

    Returns:
        The application, and the recovery code, which is shown only now.
    """
    workspace, code = Workspace.create(
        folder.absolute(), passphrase=passphrase, keyring=keyring_or_none(), holder=holder
    )
    return Application(Desk(workspace, catalogue())), code


def example_application(folder: Path, passphrase: str, *, holder: str) -> Application:
    """A workspace for the example; the keyring does not keep its key, because it is made anew time and again."""
    workspace, _code = Workspace.create(folder.absolute(), passphrase=passphrase, holder=holder)
    return Application(Desk(workspace, catalogue()))


def make_example(
    folder: Path, *, holder: str, progress: Callable[[int, int], bool], students: int | None = None
) -> Application | None:
    """Make the example partnership in a folder, in place of an earlier one, and open it.

    Args:
        folder: where it comes; what stands there is the former example and is deleted once the new one is whole.
        holder: who opens it, in words for whoever finds it in use.
        progress: called with steps done and steps in all; answers False to stop.
        students: how many there are to be, None for as many as the example has by itself.

    Returns:
        None when it was stopped; then everything is as it was. Raises KnownErrors ``workspace-locked``, ``disk-full``,
        ``read-only``, ``disk-failed``.
    """
    from assessor.services.example.building import STUDENTS
    from assessor.services.example.filling import fill_example

    require_unused(folder)
    part = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    try:
        application = example_application(part, EXAMPLE_PASSPHRASE, holder=holder)
        try:
            if not fill_example(application.desk, progress, students=students or STUDENTS):
                return None
        finally:
            application.close()
        with on_disk():
            if folder.exists():
                shutil.rmtree(folder)
            part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return open_application(folder, Passphrase(EXAMPLE_PASSPHRASE), holder=holder)


def open_application(folder: Path, unlock: Unlock, *, holder: str) -> Application:
    """Open the workspace in a folder; raises what `Workspace.open` refuses."""
    return Application(Desk(Workspace.open(folder.absolute(), unlock=unlock, holder=holder), catalogue()))


def restore_application(folder: Path, backup: Path | None, unlock: Unlock, *, holder: str) -> tuple[Path, Path | None]:
    """Put a backup back: the one in a file, or the newest sound one of the workspace.

    Returns:
        The backup's file, and where the former database was kept (None when there was none).

    Raises KnownErrors ``backup-none``, ``backup-unreadable``, and those of `restoring.restore`.
    """
    from assessor.storage import backup as backups
    from assessor.storage.restoring import restore

    now = datetime.now().astimezone()
    if backup is not None:
        return backup, restore(folder, _backup_in(backup), unlock=unlock, holder=holder, at=now)
    for one in backups.list_backups(folder / backups.FOLDER_NAME):
        try:
            return one.path, restore(folder, one, unlock=unlock, holder=holder, at=now)
        except KnownError as refusal:
            if refusal.code != "backup-damaged":
                raise
    raise KnownError(
        "backup-none",
        Text("Er is geen goede reservekopie van dit gegevensbestand.", "There is no sound backup of this workspace."),
        Text("Noem een reservekopie van een andere plaats.", "Name a backup from another place."),
    )


def require_unused(folder: Path) -> None:
    """Refuse (KnownError ``workspace-locked``) when somebody has the workspace in this folder open."""
    if folder.is_dir():
        lock = WorkspaceLock(folder, "", datetime.now().astimezone())
        lock.release(properly=not lock.left_open)


def catalogue() -> Catalogue:
    """The shipped instruments and those of the institution."""
    return Catalogue(paths.forms(), own=paths.own_forms())


def keyring_or_none() -> KeyringPort | None:
    """The keyring of this computer, or None when there is none that can be trusted."""
    try:
        return system_keyring()
    except KnownError:
        return None


def _backup_in(path: Path) -> Backup:
    from assessor.storage import backup as backups

    try:
        return backups.read(path)
    except (OSError, ValueError, KeyError, TypeError):
        raise KnownError(
            "backup-unreadable",
            Text("Dit bestand is geen reservekopie van Assessor.", "This file is no backup of Assessor."),
            Text("Kies een .db-bestand uit de map backups.", "Choose a .db file from the folder backups."),
            same(path.name),
        ) from None
