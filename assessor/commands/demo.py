"""``demo``: the example partnership in an encrypted workspace, two scored dossiers, midterms, a calibration session."""

from __future__ import annotations

import argparse
import os
import platform
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import Menu
from assessor.commands.shell import Shell
from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same

if TYPE_CHECKING:
    from assessor.application import Application
    from assessor.domain.dossier import Dossier
    from assessor.services.example import Built

WORKSPACE = "workspace"
CALIBRATION = "kalibreersessie"
"""The folder of the session's reports."""
ROOMS = "ruimtes"
WORKBOOK = "beoordelingen.xlsx"
"""The two scored dossiers as rows."""
MIDTERM = "tussenevaluatie"
"""The folder of the midterms: forms as they went out, a mirror with its gespreksblad, a report."""
WINDOW_HOLDER = "Assessor (venster / window)"
"""Who holds the example while its window is open."""
_MARK = "demo.txt"
_MARKED = "Assessor demo. Everything here is invented and is replaced by every run of the command demo.\n"


def add(menu: Menu) -> None:
    """What can be typed about the demonstration."""
    command = menu.command("demo", Text("het voorbeeld maken en bekijken", "make the example and look at it"), show)
    command.option(
        "--out",
        about=Text("map voor het voorbeeld (anders demo)", "folder for the example (else demo)"),
        type=Path,
        default=Path("demo"),
        metavar=Text("MAP", "FOLDER").say(command.language),
    )
    command.option("--students", about=Text("hoeveel studenten", "how many students"), type=int)
    command.option("--seed", about=Text("startgetal van het toeval", "seed of chance"), type=int, default=2026)
    command.option("--no-desktop", about=Text("geen venster openen", "open no window"), action="store_true")


def show(arguments: argparse.Namespace, shell: Shell) -> int:
    """Make everything anew, say a line for each thing made, and open the window where there is a screen."""
    from assessor.application import EXAMPLE_PASSPHRASE
    from assessor.services.recent import remember_workspace

    folder = arguments.out.absolute()
    with _replaced(folder) as part:
        built, numbers, session = _make(part, arguments, shell)
    workspace = folder / WORKSPACE
    files = [folder / f"dossier-{number}.pdf" for number in numbers]
    remember_workspace(workspace)
    shell.answer(
        {
            "workspace": str(workspace),
            "passphrase": EXAMPLE_PASSPHRASE,
            "students": built.students,
            "assessors": built.assessors,
            "organisations": built.organisations,
            "boards": built.boards,
            "dossiers": built.dossiers + len(numbers),
            "scored": numbers,
            "files": [str(file) for file in files],
            "workbook": str(folder / WORKBOOK),
            "midterms": str(folder / MIDTERM),
            "calibration": {"id": session, "folder": str(folder / CALIBRATION)},
        }
    )
    shell.say(
        Text("gegevensbestand {path} (versleuteld)", "workspace {path} (encrypted)").fill(path=_short(workspace)),
        Text("wachtzin van dit voorbeeld: {words}", "passphrase of this example: {words}").fill(
            words=EXAMPLE_PASSPHRASE
        ),
        *(same(f"PDF {_short(file)}") for file in files),
        Text("werkmap {path}", "workbook {path}").fill(path=_short(folder / WORKBOOK)),
        Text("spiegel en verslag van de tussenevaluatie in {path}", "mirror and report of the midterm in {path}").fill(
            path=_short(folder / MIDTERM)
        ),
        Text("verslagen van de kalibreersessie in {path}", "reports of the calibration session in {path}").fill(
            path=_short(folder / CALIBRATION)
        ),
    )
    return 0 if arguments.no_desktop or shell.as_json else _window(workspace, shell)


def has_screen() -> bool:
    """Whether there is a screen for a window."""
    return platform.system() != "Linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- making


def _make(part: Path, arguments: argparse.Namespace, shell: Shell) -> tuple[Built, list[str], str]:
    from assessor.application import EXAMPLE_PASSPHRASE, example_application
    from assessor.commands.opening import HOLDER
    from assessor.services.example import build_example
    from assessor.services.example.building import STUDENTS

    application = example_application(part / WORKSPACE, EXAMPLE_PASSPHRASE, holder=HOLDER)
    try:
        students = STUDENTS if arguments.students is None else arguments.students
        built = build_example(application.desk, arguments.seed, students)
        shell.say(*_made(built))
        scored = [_score(application, programme, shell) for programme in ("pabo", "ad")]
        ids = [dossier.id for dossier in scored]
        application.papers.write_dossiers(ids, part, shell.language)
        application.exports.write_table(ids, part / WORKBOOK, "xlsx", shell.language)
        _look_halfway(application, part / MIDTERM, shell)
        session = _calibrate(application, part, shell)
    finally:
        application.close()
    return built, [dossier.number for dossier in scored], session


def _look_halfway(application: Application, folder: Path, shell: Shell) -> None:
    """Play the midterms and write what comes of them."""
    from assessor.services.example.midterm import play_midterms

    midterms = application.midterms
    played = play_midterms(application.desk, midterms, folder / "formulieren", shell.language)
    midterms.papers.write_report(played.done, folder / "verslag.pdf", shell.language)
    midterms.papers.write_mirror(played.open or played.done, folder / "spiegel.pdf", shell.language)
    shell.say(
        Text(
            "{count} tussenevaluaties: één afgerond, één om te bespreken, één wacht op de mentor",
            "{count} midterms: one concluded, one to talk about, one waits for the mentor",
        ).fill(count=played.number)
        if played.open
        else Text("{count} tussenevaluaties", "{count} midterms").fill(count=played.number)
    )


def _calibrate(application: Application, part: Path, shell: Shell) -> str:
    """Play the calibration session and write its reports; answers the session's id."""
    from assessor.services.example.calibration import play_session

    calibration = application.calibration
    session = play_session(application.desk, calibration)
    shell.say(
        Text(
            "kalibreersessie: {people} beoordelaars in {rooms} ruimtes, twee rondes",
            "calibration session: {people} assessors in {rooms} rooms, two rounds",
        ).fill(
            people=len(calibration.papers.attendance(session.id).participants),
            rooms=len(calibration.preparing.rooms(session.id)),
        )
    )
    calibration.papers.write(session.id, part / CALIBRATION, shell.language)
    calibration.room_packages.write(session.id, part / CALIBRATION / ROOMS, shell.language)
    calibration.years.write(session.instrument.id, part / CALIBRATION, shell.language)
    return session.id


def _score(application: Application, programme: str, shell: Shell) -> Dossier:
    from assessor.domain.programme import PROGRAMMES
    from assessor.services.example import demonstrate

    dossier = demonstrate(application.desk, application.assessments, application.results, programme)
    verdict = dossier.result.outcome.word if dossier.result is not None else Text("–", "–")
    shell.say(
        Text(
            "dossier {number} ({programme}): {count} criteria gescoord, definitief: {verdict}",
            "dossier {number} ({programme}): {count} criteria scored, final: {verdict}",
        ).fill(
            number=dossier.number,
            programme=PROGRAMMES[programme].name,
            count=len(dossier.sheet.ratings),
            verdict=verdict,
        )
    )
    return dossier


def _made(built: Built) -> tuple[Text, ...]:
    return (
        Text("{boards} besturen en {count} organisaties", "{boards} boards and {count} organisations").fill(
            boards=built.boards, count=built.organisations
        ),
        Text("{pabo} pabostudenten en {ad} Ad-studenten", "{pabo} pabo students and {ad} Ad students").fill(
            pabo=built.pabo, ad=built.ad
        ),
        Text("{count} beoordelaars en {others} anderen", "{count} assessors and {others} others").fill(
            count=built.assessors, others=built.people - built.assessors
        ),
        Text(
            "{count} beoordelingen uit twee studiejaren, waarvan {final} definitief",
            "{count} assessments of two study years, {final} of them final",
        ).fill(count=built.dossiers, final=built.final),
    )


# --- the folder


@contextmanager
def _replaced(folder: Path) -> Iterator[Path]:
    """A new folder to fill, which takes the place of an earlier demo when all went well; else nothing changes."""
    try:
        _require_own(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in folder.parent.glob(f".{folder.name}.*.part"):
            shutil.rmtree(left)
        part = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
        part.mkdir()
        try:
            (part / _MARK).write_text(_MARKED, encoding="utf-8")
            yield part
            if folder.exists():
                shutil.rmtree(folder)
            part.rename(folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise KnownError(
            "cannot-write",
            Text("Het voorbeeld kan hier niet worden gemaakt.", "The example cannot be made here."),
            Text(
                "Kies met --out een map waarin je mag schrijven en waar ruimte is.",
                "Choose with --out a folder that you may write to and that has room.",
            ),
            same(folder.name),
        ) from error


def _require_own(folder: Path) -> None:
    """Refuse a folder that holds anything but an earlier demo that nobody has open."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if not (folder.is_dir() and (folder / _MARK).is_file()):
        raise KnownError(
            "folder-not-empty",
            Text(
                "In deze map staat iets anders dan het voorbeeld.", "This folder holds something else than the example."
            ),
            Text("Kies met --out een nieuwe of lege map.", "Choose a new or empty folder with --out."),
            same(folder.name),
        )
    from assessor.application import require_unused

    require_unused(folder / WORKSPACE)


def _short(path: Path) -> str:
    """The path as seen from here, where that is shorter."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _window(workspace: Path, shell: Shell) -> int:
    if shell.window is None or not has_screen():
        shell.say(
            Text(
                "Hier is geen scherm, dus het venster blijft dicht. Met een scherm: python main.py",
                "There is no screen here, so the window stays closed. With a screen: python main.py",
            )
        )
        return 0
    from assessor.application import EXAMPLE_PASSPHRASE, open_application
    from assessor.storage.keys import Passphrase

    application = open_application(workspace, Passphrase(EXAMPLE_PASSPHRASE), holder=WINDOW_HOLDER)
    try:
        return shell.window(application)
    finally:
        application.close()
