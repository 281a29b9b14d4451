"""``calibration``: sessions from the shell; before the reveal they say how many are in, never what."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import Menu
from assessor.commands.shell import Json, Shell
from assessor.domain.errors import KnownError
from assessor.domain.text import Language, Text, day_text, same

if TYPE_CHECKING:
    from assessor.application import Application
    from assessor.domain.calibration.figures import GroupFigures
    from assessor.domain.calibration.session import Session
    from assessor.services.calibration.preparing import SessionLine
    from assessor.services.calibration.rounds import Board

REFUSED = 1


def add(menu: Menu) -> None:
    """What can be typed about calibration."""
    noun = menu.noun("calibration", Text("kalibreersessies", "calibration sessions"))
    noun.command("list", Text("alle sessies", "all sessions"), list_all, workspace=True)
    show = noun.command("show", Text("één sessie", "one session"), show_one, workspace=True)
    new = noun.command(
        "new", Text("een sessie uit een tabel met scores", "a session from a table of scores"), make, workspace=True
    )
    new.option("--instrument", about=Text("kenmerk van het instrument", "id of the instrument"), required=True)
    new.option(
        "--models",
        about=Text("de gescoorde modellen, zoals 3,4", "the scored models, such as 3,4"),
        required=True,
        type=model_list,
    )
    new.option(
        "--from",
        about=Text(
            "CSV of XLSX: work,criterion,assessor,level[,note][,round]",
            "CSV or XLSX: work,criterion,assessor,level[,note][,round]",
        ),
        required=True,
        type=Path,
        dest="scores",
    )
    close = noun.command("close", Text("de ronde sluiten", "close the round"), close_round, workspace=True)
    close.option("--reason", about=Text("waarom nog niet alles binnen is", "why not all are in"), default="")
    reveal = noun.command(
        "reveal", Text("de gesloten ronde onthullen", "reveal the closed round"), reveal_round, workspace=True
    )
    again = noun.command("again", Text("een nieuwe ronde openen", "open a new round"), open_round, workspace=True)
    report = noun.command(
        "report",
        Text("verslagen maken; een gesloten ronde wordt onthuld", "make the reports; a closed round is revealed"),
        write_reports,
        workspace=True,
    )
    for command in (show, close, reveal, again, report):
        command.option("id", about=Text("kenmerk van de sessie", "id of the session"), metavar="ID")
    report.option(
        "--out",
        about=Text("map voor de bestanden", "folder for the files"),
        required=True,
        type=Path,
        metavar=Text("MAP", "FOLDER").say(report.language),
    )
    from assessor.commands import calibration_post, calibration_years

    calibration_post.add(noun)
    calibration_years.add(noun)


def model_list(typed: str) -> tuple[str, ...]:
    """Models parted by commas; ValueError without any."""
    models = tuple(model.strip() for model in typed.split(",") if model.strip())
    if not models:
        raise ValueError(typed)
    return models


# --- looking


def list_all(arguments: argparse.Namespace, shell: Shell) -> int:
    """Sessions, the newest day first."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        lines = application.calibration.preparing.lines()
    shell.answer({"sessions": [_line(line) for line in lines]})
    shell.table([_row(line) for line in lines])
    shell.say(Text("{n} sessies", "{n} sessions").fill(n=len(lines)))
    return 0


def show_one(arguments: argparse.Namespace, shell: Shell) -> int:
    """One session: how many are in, and after the reveal what the group gave; never who gave what."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        session = find(application, arguments.id)
        calibration = application.calibration
        line = next(one for one in calibration.preparing.lines() if one.session.id == session.id)
        board = calibration.rounds.board(session.id)
        figures = {
            one.number: calibration.rounds.figures(session.id, one.number) for one in line.rounds if one.is_revealed
        }
        casussen = {casus.id: casus.code for casus in calibration.preparing.casussen(session.id)}
        agreed, proposals, actions = calibration.concluding.yielded(session.id)
    shell.answer(
        {
            "session": {
                **_line(line),
                "casussen": list(casussen.values()),
                "board": board_answer(board),
                "figures": {str(number): _figures(one, casussen, shell.language) for number, one in figures.items()},
                "agreements": len(agreed),
                "proposals": len(proposals),
                "actions": len(actions),
            }
        }
    )
    shell.table([_row(line)])
    say_board(board, shell)
    for one in figures.values():
        for told in one.told:
            shell.say("", told.heading, *told.lines)
    return 0


# --- working


def make(arguments: argparse.Namespace, shell: Shell) -> int:
    """A session with a closed first round."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        require_lead(application, shell)
        instrument = application.desk.catalogue.get(arguments.instrument)
        tables = application.calibration.tables
        session, _changes = tables.new_session(instrument, arguments.models, arguments.scores)
        board = application.calibration.rounds.board(session.id)
    shell.answer({"id": session.id, "board": board_answer(board)})
    shell.say(Text("Sessie {id} is gemaakt.", "Session {id} was made.").fill(id=session.id))
    say_board(board, shell)
    return 0


def close_round(arguments: argparse.Namespace, shell: Shell) -> int:
    """Close the last round; with a reason when not all are in."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        require_lead(application, shell)
        one, _changes = application.calibration.rounds.close(find(application, arguments.id).id, arguments.reason)
    shell.answer({"round": one.number, "state": one.state.value})
    shell.say(Text("Ronde {n} is gesloten.", "Round {n} is closed.").fill(n=one.number))
    return 0


def reveal_round(arguments: argparse.Namespace, shell: Shell) -> int:
    """Reveal the closed round, and say what to talk about first."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        require_lead(application, shell)
        session = find(application, arguments.id)
        figures, _changes = application.calibration.rounds.reveal(session.id)
        casussen = {casus.id: casus.code for casus in application.calibration.preparing.casussen(session.id)}
    shell.answer({"figures": _figures(figures, casussen, shell.language)})
    for told in figures.told:
        shell.say("", told.heading, *told.lines)
    return 0


def open_round(arguments: argparse.Namespace, shell: Shell) -> int:
    """Open a new round by form about what assessors differed on."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        require_lead(application, shell)
        one, _changes = application.calibration.rounds.open(find(application, arguments.id).id)
    shell.answer({"round": one.number, "criteria": list(one.criteria)})
    shell.say(Text("Ronde {n} is open.", "Round {n} is open.").fill(n=one.number))
    return 0


def write_reports(arguments: argparse.Namespace, shell: Shell) -> int:
    """Write the reports; a round that is closed and not onthuld is revealed first, and that is said."""
    from assessor.commands.dossiers import IN_CLEAR
    from assessor.commands.opening import opened

    revealed = None
    with opened(arguments, shell) as application:
        require_lead(application, shell)
        calibration = application.calibration
        session = find(application, arguments.id)
        last = calibration.rounds.board(session.id).round
        if last is not None and not last.is_open and not last.is_revealed:
            calibration.rounds.reveal(session.id)
            revealed = last.number
        written = calibration.papers.write(session.id, arguments.out, shell.language)
    shell.answer(
        {
            "files": [str(file) for file in written.files],
            "revealed": revealed,
            "private": written.private.code if written.private is not None else None,
        }
    )
    if revealed is not None:
        shell.say(Text("Ronde {n} is nu onthuld.", "Round {n} is revealed now.").fill(n=revealed))
    shell.say(*(same(str(file)) for file in written.files[:3]))
    if written.private is not None:
        shell.say(written.private.what)
    shell.warn(IN_CLEAR)
    return 0


def require_lead(application: Application, shell: Shell) -> None:
    """Make sure that somebody is at work: who was named, else the only lead of calibration, else the only person.

    In the example, where everybody is invented, the first lead will do.
    """
    from assessor.commands.opening import require_actor
    from assessor.domain.people import Role

    if application.desk.actor is None:
        leads = [one for one in application.people.all() if Role.CALIBRATION_LEAD in one.roles]
        clear = len(leads) == 1 or (leads and application.work.is_example())
        if clear and not application.people.has_pin(leads[0].id):
            application.people.sign_in(leads[0].id)
            return
    require_actor(application, shell)


def find(application: Application, wanted: str) -> Session:
    """The session with this id or beginning of it; KnownError ``session-unknown``."""
    found = [one.session for one in application.calibration.preparing.lines() if one.session.id.startswith(wanted)]
    if len(found) == 1 and len(wanted) >= 6:
        return found[0]
    try:
        return application.calibration.preparing.session(wanted)
    except KnownError as refusal:
        raise KnownError(refusal.code, refusal.what, refusal.cure, same(wanted[:60])) from None


# --- telling


def _line(line: SessionLine) -> dict[str, object]:
    session = line.session
    return {
        "id": session.id,
        "title": session.title,
        "day": line.day.day.isoformat(),
        "place": line.day.place,
        "state": session.state.value,
        "instrument": {"id": session.instrument.id, "version": session.instrument.version},
        "models": list(session.models),
        "participants": line.participants,
        "rounds": [
            {"number": one.number, "way": one.way.value, "state": one.state.value, "criteria": list(one.criteria)}
            for one in line.rounds
        ],
    }


def _row(line: SessionLine) -> tuple[Text | str, ...]:
    last = line.rounds[-1] if line.rounds else None
    said = (
        Text("ronde {n} {state}", "round {n} {state}").fill(n=last.number, state=last.state.word) if last else same("")
    )
    return line.session.id, day_text(line.day.day), line.session.title, line.session.state.word, said


def board_answer(board: Board) -> Json:
    """How many are in, as JSON."""
    return {
        "round": board.round.number if board.round is not None else None,
        "invited": board.invited,
        "received": board.received,
        "incomplete": board.incomplete,
        "late": board.late,
        "twice": len(board.twice),
        "rooms": [{"room": one.room.name, "invited": one.invited, "received": one.received} for one in board.rooms],
    }


def say_board(board: Board, shell: Shell) -> None:
    """How many are in, in a sentence."""
    shell.say(
        Text("{received} van de {invited} zijn binnen.", "{received} of the {invited} are in.").fill(
            received=board.received, invited=board.invited
        )
    )


def _figures(figures: GroupFigures, casussen: dict[str, str], language: Language) -> Json:
    return {
        "assessors": figures.assessors,
        "levels": list(figures.levels),
        "agreement": figures.agreement,
        "criteria": [
            {
                "criterion": one.criterion,
                "counts": dict(one.counts),
                "missing": one.missing,
                "split": one.split,
                "depends": one.depends,
                "agreement": one.agreement,
            }
            for one in figures.criteria
        ],
        "outcomes": {
            part or "whole": {casussen[casus]: dict(counts) for casus, counts in by_casus.items()}
            for part, by_casus in figures.outcomes.items()
        },
        "discuss_first": list(figures.order),
        "movement": [
            {
                "criterion": one.criterion,
                "before": dict(one.before),
                "after": dict(one.after),
                "changed": one.changed,
                "scored": one.scored,
            }
            for one in figures.movement
        ],
        "told": [
            {"heading": told.heading.say(language), "lines": [line.say(language) for line in told.lines]}
            for told in figures.told
        ],
    }
