"""``calibration rooms``, ``room-reports`` and ``years``: papers for rooms and what they send back, and looking back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import Menu
from assessor.commands.shell import Json, Shell
from assessor.domain.text import Text, same

if TYPE_CHECKING:
    from assessor.services.calibration.room_returns import RoomReturn

REFUSED = 1


def add(noun: Menu) -> None:
    """What can be typed about rooms and years."""
    rooms = noun.command(
        "rooms", Text("groepspakket en verslagformulier per ruimte", "package and report form per room"), write_rooms,
        workspace=True,
    )  # fmt: skip
    reports = noun.command(
        "room-reports", Text("verslagen van ruimtes bekijken of overnemen", "look at or take over reports of rooms"),
        take_reports, workspace=True,
    )  # fmt: skip
    years = noun.command(
        "years", Text("jaarverslag en wie wanneer kalibreerde", "yearly report and who calibrated when"), write_years,
        workspace=True,
    )  # fmt: skip
    for command in (rooms, reports):
        command.option("id", about=Text("kenmerk van de sessie", "id of the session"), metavar="ID")
    reports.option("files", about=Text("wat terugkwam", "what came back"), nargs="+", type=Path, metavar="FILE")
    reports.option("--accept", about=Text("ook overnemen", "take it over as well"), action="store_true")
    years.option("instrument", about=Text("kenmerk van het instrument", "id of the instrument"), metavar="ID")
    for command in (rooms, years):
        command.option(
            "--out",
            about=Text("map voor de bestanden", "folder for the files"),
            required=True,
            type=Path,
            metavar=Text("MAP", "FOLDER").say(command.language),
        )


def write_rooms(arguments: argparse.Namespace, shell: Shell) -> int:
    """Write for each room its package and its report form."""
    from assessor.commands.calibration import find, require_lead
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        require_lead(application, shell)
        session = find(application, arguments.id)
        files = application.calibration.room_packages.write(session.id, arguments.out, shell.language)
    return _written(files, shell)


def take_reports(arguments: argparse.Namespace, shell: Shell) -> int:
    """Say what reports of rooms would change; with ``--accept`` take them over."""
    from assessor.commands.calibration import find, require_lead
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        require_lead(application, shell)
        packages, session = application.calibration.room_packages, find(application, arguments.id)
        found = packages.look(session.id, arguments.files)
        refused = [one.refusal for one in found if one.refusal is not None]
        taken = [one.is_acceptable for one in found] if arguments.accept and not refused else []
        if taken:
            packages.accept(session.id, found)
    answer: Json = {"files": [_told(one, shell) for one in found], "taken": sum(taken)}
    if refused:
        shell.refuse(refused[0], answer)
        return REFUSED
    shell.answer(answer)
    for one in found:
        shell.say(same(one.room.name if one.room is not None else one.file))
        shell.table([(each.where, each.now, each.then) for each in one.differences])
        shell.say(*one.left)
    return 0


def write_years(arguments: argparse.Namespace, shell: Shell) -> int:
    """Write the yearly report of an instrument, and who calibrated when."""
    from assessor.commands.calibration import require_lead
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        require_lead(application, shell)
        files = application.calibration.years.write(arguments.instrument, arguments.out, shell.language)
    return _written(files, shell)


def _written(files: list[Path], shell: Shell) -> int:
    from assessor.commands.dossiers import IN_CLEAR

    shell.answer({"files": [str(file) for file in files]})
    shell.say(*(same(str(file)) for file in files))
    shell.warn(IN_CLEAR)
    return 0


def _told(one: RoomReturn, shell: Shell) -> Json:
    problems = one.answers.problems if one.answers is not None else ()
    return {
        "file": one.file,
        "room": one.room.name if one.room is not None else None,
        "refused": one.refusal.code if one.refusal is not None else None,
        "again": one.again.value,
        "differences": [
            {"where": shell.words(each.where), "now": shell.words(each.now), "then": shell.words(each.then)}
            for each in one.differences
        ],
        "left": [shell.words(line) for line in one.left] + [shell.words(each.what) for each in problems],
    }
