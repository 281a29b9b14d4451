"""``calibration invite`` and ``calibration import``: what goes out to be scored, and whatever comes back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import Menu, Parser
from assessor.commands.shell import Json, Shell
from assessor.domain.errors import KnownError
from assessor.domain.text import LANGUAGES, Text, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.application import Application
    from assessor.domain.calibration.session import Session
    from assessor.domain.form_answers import Way
    from assessor.services.calibration.intake import Taken
    from assessor.services.calibration.receiving import FileTaken

REFUSED = 1
_KINDS = ("list", "personal", "all", "online", "program")
_FORMATS = {"pdf": ("pdf",), "xlsx": ("werkmap",), "both": ("pdf", "werkmap")}


def add(noun: Menu) -> None:
    """What can be typed about sending out and taking in."""
    invite = noun.command(
        "invite",
        Text("uitnodigen: codes, formulieren of vragen", "invite: codes, forms or questions"),
        write_invitations,
        workspace=True,
    )
    _session(invite)
    invite.option(
        "--out",
        about=Text("map voor de bestanden", "folder for the files"),
        required=True,
        type=Path,
        metavar=Text("MAP", "FOLDER").say(invite.language),
    )
    invite.option(
        "--kind",
        about=Text(
            "lijst met codes, formulieren op naam, één formulier voor iedereen, vragen voor een onlineformulier, of"
            " verzegelde uitnodigingen voor wie het programma heeft",
            "list of codes, personal forms, one form for all, questions for an online form, or sealed invitations for"
            " who has the program",
        ),
        choices=_KINDS,
        default="list",
    )
    invite.option("--format", about=Text("soort bestand", "kind of file"), choices=tuple(_FORMATS), default="pdf")
    invite.option(
        "--paper-language",
        about=Text("taal van de formulieren (anders die van het scherm)", "language of the forms (else the screen's)"),
        choices=LANGUAGES,
    )
    take = noun.command("import", Text("scores inlezen", "read scores"), take_files, workspace=True)
    _session(take)
    take.option(
        "files",
        about=Text(
            "formulieren, tabellen, exports, zips, mails of mappen", "forms, tables, exports, zips, mails or folders"
        ),
        nargs="+",
        type=Path,
        metavar="FILE",
    )
    take.option(
        "--who",
        about=Text("van wie een formulier zonder naam is", "whose a form without a name is"),
        default="",
        metavar=Text("NAAM", "NAME").say(take.language),
    )
    take.option(
        "--column",
        about=Text(
            "wat een kolom van een export beantwoordt: KOP=who, mail, level:1:3.1, note:1:3.1, own-code of niets",
            "what a column of an export answers: HEADING=who, mail, level:1:3.1, note:1:3.1, own-code or nothing",
        ),
        action="append",
        default=[],
        type=column_role,
        metavar=Text("KOP=ROL", "HEADING=ROLE").say(take.language),
    )


def _session(command: Parser) -> None:
    command.option("id", about=Text("kenmerk van de sessie", "id of the session"), metavar="ID")


def column_role(typed: str) -> tuple[str, str]:
    """A heading and its role; ValueError without a sign between them."""
    heading, sign, role = typed.rpartition("=")
    if not sign or not heading.strip():
        raise ValueError(typed)
    return heading.strip(), role.strip()


# --- out


def write_invitations(arguments: argparse.Namespace, shell: Shell) -> int:
    """Write what goes out: the list of codes, forms, or the questions of an online form."""
    from assessor.commands.calibration import find, require_lead
    from assessor.commands.dossiers import IN_CLEAR
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        require_lead(application, shell)
        files = _written(application, find(application, arguments.id), arguments, shell)
    shell.answer({"files": [str(file) for file in files]})
    shell.say(*(same(str(file)) for file in files))
    shell.warn(IN_CLEAR)
    return 0


def _written(application: Application, session: Session, arguments: argparse.Namespace, shell: Shell) -> Sequence[Path]:
    from assessor.domain.form_answers import Way

    language = arguments.paper_language or shell.language
    calibration, out = application.calibration, arguments.out
    if arguments.kind == "list":
        return [calibration.papers.write_invitations(session.id, out, language)]
    if arguments.kind == "online":
        return [calibration.inviting.write_questions(session.id, out, language)]
    if arguments.kind == "program":
        return calibration.inviting.write_sealed(session.id, out, language).files
    ways: list[Way] = [Way(one) for one in _FORMATS[arguments.format]]
    personal = arguments.kind == "personal"
    return calibration.inviting.write_forms(session.id, out, language, personal=personal, ways=ways).files


# --- back


def take_files(arguments: argparse.Namespace, shell: Shell) -> int:
    """Seal whatever came back: per file whose, how complete, or why it was refused."""
    from assessor.commands.calibration import board_answer, find, require_lead, say_board
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        require_lead(application, shell)
        session = find(application, arguments.id)
        receiving = application.calibration.receiving
        if arguments.column:
            receiving.remember(session.id, dict(arguments.column))
        files, _changes = receiving.take(session.id, arguments.files, who=arguments.who)
        board = application.calibration.rounds.board(session.id)
    answer: Json = {"files": [_answer(one, shell) for one in files], "board": board_answer(board)}
    for one in files:
        shell.say(*_lines(one))
    say_board(board, shell)
    refused = [refusal for one in files for refusal in (one.refusal, *one.rows) if refusal is not None]
    if refused:
        shell.refuse(refused[0], answer)
        return REFUSED
    shell.answer(answer)
    return 0


def _answer(one: FileTaken, shell: Shell) -> Json:
    return {
        "file": one.name,
        "way": one.way.value if one.way is not None else None,
        "participants": [
            {
                "name": each.participant.name,
                "arrival": each.arrival.value,
                "complete": each.complete,
                "open": each.open,
            }
            for each in one.taken
        ],
        "refused": _refusal(one.refusal, shell) if one.refusal is not None else None,
        "rows": [_refusal(each, shell) for each in one.rows],
        "problems": [
            {
                "code": each.code,
                "where": shell.words(each.where),
                "what": shell.words(each.what),
                "cure": shell.words(each.cure),
            }
            for each in one.problems
        ],
        "columns": [
            {"heading": each.heading, "role": each.role, "sure": each.sure} for each in one.columns
        ],
    }  # fmt: skip


def _refusal(refusal: KnownError, shell: Shell) -> Json:
    return {
        "code": refusal.code,
        "where": shell.words(refusal.where) if refusal.where is not None else None,
        "what": shell.words(refusal.what),
        "cure": shell.words(refusal.cure),
    }


def _lines(one: FileTaken) -> list[Text]:
    lines = [same(one.name)]
    lines += [_taken_line(each) for each in one.taken]
    refusals = [each for each in (one.refusal, *one.rows) if each is not None]
    lines += [same("  ✗ ") + Text(each.say("nl"), each.say("en")) for each in refusals]
    lines += [
        Text("    let op, {where}: {what} {cure}", "    note, {where}: {what} {cure}").fill(
            where=each.where, what=each.what, cure=each.cure
        )
        for each in one.problems
    ]
    return lines


def _taken_line(each: Taken) -> Text:
    whole = Text("volledig", "complete")
    part = Text("{n} nog open", "{n} still open").fill(n=each.open)
    return Text("  ✓ {name}: {arrival}, {state}", "  ✓ {name}: {arrival}, {state}").fill(
        name=each.participant.name, arrival=each.arrival.word, state=whole if each.complete else part
    )
