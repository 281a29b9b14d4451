"""``midterms``: send midterm evaluations out, seal what comes back, and see who is where."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.forms import FORMATS, IN_CLEAR
from assessor.commands.parser import Menu
from assessor.commands.shell import Json, Shell
from assessor.domain.errors import KnownError
from assessor.domain.midterm.midterm import SIDES, MidtermState
from assessor.domain.programme import PROGRAMMES
from assessor.domain.text import LANGUAGES, Text, same

if TYPE_CHECKING:
    from datetime import date

    from assessor.services.midterm.receiving import Arrived
    from assessor.services.midterm.sending import MidtermFile
    from assessor.storage.repositories.midterm_lines import MidtermLine


def add(menu: Menu) -> None:
    """What can be typed about midterm evaluations."""
    noun = menu.noun("midterms", Text("tussenevaluaties", "midterm evaluations"))
    send = noun.command("send", Text("tussenevaluaties uitzetten", "send midterms out"), send_some, workspace=True)
    send.option("--cohort", about=Text("alle studenten van een cohort", "all students of a cohort"))
    number = Text("NUMMER", "NUMBER").say(send.language)
    about = Text("studentnummer (mag vaker)", "student number (may be repeated)")
    send.option("--student", about=about, action="append", default=[], metavar=number)
    send.option("--format", about=Text("soort bestand", "kind of file"), choices=sorted(FORMATS), default="pdf")
    send.option("--out", about=Text("map voor de bestanden", "folder for the files"), required=True, type=Path)
    send.option(
        "--due", about=Text("uiterlijk terug op", "asked back by"), metavar=Text("DATUM", "DATE").say(send.language)
    )
    send.option(
        "--again",
        about=Text("nog een in dezelfde stage", "another one in the same placement"),
        action="store_true",
    )
    send.option(
        "--paper-language",
        about=Text("taal van de formulieren (anders die van het scherm)", "language of the forms (else the screen's)"),
        choices=LANGUAGES,
    )
    receive = noun.command(
        "receive", Text("verzegelen wat terugkwam", "seal what came back"), receive_some, workspace=True
    )
    receive.option("files", about=Text("bestanden of mappen", "files or folders"), nargs="+", type=Path, metavar="FILE")
    listing = noun.command("list", Text("wie waar staat", "who is where"), list_all, workspace=True)
    listing.option(
        "--search", about=Text("naam, nummer, organisatie of cohort", "name, number, organisation or cohort")
    )
    listing.option(
        "--state", about=Text("alleen deze stand", "only this state"), choices=[one.value for one in MidtermState]
    )
    listing.option("--late", about=Text("alleen wie te laat is", "only who is late"), action="store_true")


# --- send


def send_some(arguments: argparse.Namespace, shell: Shell) -> int:
    """Write two personal files per placement, in a folder per organisation, each with its covering text."""
    from assessor.commands.opening import opened, require_actor
    from assessor.commands.recipients import nobody, student_ids
    from assessor.domain.form_answers import Way

    with opened(arguments, shell) as application:
        require_actor(application, shell)
        students = student_ids(application, arguments.student, arguments.cohort)
        if not students:
            raise nobody()
        sending, _changes = application.midterms.send(
            students,
            arguments.out,
            arguments.paper_language or shell.language,
            ways=[Way(way) for way in FORMATS[arguments.format]],
            due=_due(arguments.due),
            again=arguments.again,
        )
    shell.answer(
        {
            "files": [_sent(one) for one in sending.files],
            "list": str(sending.list_file) if sending.list_file else None,
            "skipped": [
                {"student": one.student.number, "code": one.reason.code, "what": shell.words(one.reason.what)}
                for one in sending.skipped
            ],
        }
    )
    shell.say(*(str(one.path) for one in sending.files))
    for one in sending.skipped:
        said = Text("Overgeslagen: student {number}. {what}", "Passed over: student {number}. {what}")
        shell.say(said.fill(number=one.student.number, what=one.reason.what))
    if sending.list_file is not None:
        shell.say(Text("Verzendlijst: {file}", "Sending list: {file}").fill(file=str(sending.list_file)))
        shell.warn(IN_CLEAR)
    return 0


def _due(typed: str | None) -> date | None:
    from assessor.domain.day import day_of

    if typed is None:
        return None
    found = day_of(typed)
    if found is None:
        raise KnownError(
            "no-day",
            Text("Dit is geen datum.", "This is no date."),
            Text("Schrijf een datum als 12-03-2026.", "Write a date as 12-03-2026."),
            same(typed[:40]),
        )
    return found


def _sent(one: MidtermFile) -> Json:
    return {
        "file": str(one.path),
        "code": one.sent.code,
        "midterm": one.sent.subject,
        "respondent": one.sent.respondent.value,
        "receiver": one.receiver,
        "student": one.student.number,
        "organisation": one.organisation,
        "language": one.sent.language,
    }


# --- receive


def receive_some(arguments: argparse.Namespace, shell: Shell) -> int:
    """Seal each file and say how it was taken, never what it holds. Ends with 1 when a file was refused."""
    from assessor.commands.opening import opened, require_actor

    with opened(arguments, shell) as application:
        require_actor(application, shell)
        arrived, _changes = application.midterms.receive(arguments.files)
    shell.answer({"files": [_arrived(one, shell) for one in arrived]})
    for one in arrived:
        shell.say(*_lines(one))
    return 1 if any(one.refusal is not None for one in arrived) else 0


def _arrived(one: Arrived, shell: Shell) -> Json:
    refusal = one.refusal
    return {
        "file": one.file,
        "student": one.student.number if one.student else None,
        "midterm": one.midterm.id if one.midterm else None,
        "respondent": one.respondent.value if one.respondent else None,
        "arrival": one.arrival.value if one.arrival else None,
        "missing": one.missing,
        "unread": list(one.unread),
        "opened": one.opened,
        "identical": one.identical,
        "refusal": {"code": refusal.code, "what": shell.words(refusal.what), "cure": shell.words(refusal.cure)}
        if refusal
        else None,
    }


_EMPTY = Text("; {missing} velden leeg", "; {missing} fields empty")


def _lines(one: Arrived) -> list[Text]:
    if one.refusal is not None:
        return [Text("✗ {said}", "✗ {said}").fill(said=Text(one.refusal.say("nl"), one.refusal.say("en")))]
    if one.student is None or one.who is None or one.how is None:
        return []
    line = Text(
        "✓ {file}: {who} van student {number}, {arrival}{missing}",
        "✓ {file}: {who} of student {number}, {arrival}{missing}",
    )
    said = [
        line.fill(
            file=one.file,
            who=one.who,
            number=one.student.number,
            arrival=one.how,
            missing=_EMPTY.fill(missing=one.missing) if one.missing else "",
        )
    ]
    if one.unread:
        unread = Text("  - niet begrepen bij {codes}", "  - not understood at {codes}")
        said.append(unread.fill(codes=", ".join(one.unread)))
    if one.opened:
        said.append(Text("  - beide binnen: de spiegel is klaar", "  - both in: the mirror is ready"))
    if one.identical:
        said.append(
            Text(
                "  - beide formulieren zijn woordelijk gelijk; vraag of ze los van elkaar zijn ingevuld",
                "  - both forms are word for word the same; ask whether they were filled in apart",
            )
        )
    return said


# --- list


def list_all(arguments: argparse.Namespace, shell: Shell) -> int:
    """Who is where; never what anybody filled in."""
    from assessor.commands.opening import opened
    from assessor.storage.repositories.midterm_lines import MidtermWish

    with opened(arguments, shell) as application:
        today = application.desk.today()
        wish = MidtermWish(
            search=arguments.search or "",
            state=MidtermState(arguments.state) if arguments.state else None,
            late_on=today if arguments.late else None,
        )
        lines = application.midterms.overview.lines(wish)
    shell.answer({"midterms": [_line(one, today) for one in lines]})
    shell.table([_row(one, today) for one in lines])
    return 0


def _line(one: MidtermLine, today: date) -> Json:
    return {
        "id": one.id,
        "student": one.student_number,
        "name": one.student_name,
        "organisation": one.organisation,
        "mentor": one.supervisor,
        "state": one.state.value,
        "in": sorted(side.value for side in one.inside),
        "sent": one.sent_at.isoformat(),
        "due": one.due.isoformat() if one.due else None,
        "late": one.is_late(today),
        "talked": one.talked_on.isoformat() if one.talked_on else None,
    }


_IN, _AWAITED = Text(" binnen", " in"), Text(" wordt verwacht", " awaited")


def _row(one: MidtermLine, today: date) -> tuple[Text | str, ...]:
    inside = [side.called(PROGRAMMES[one.programme]) + (_IN if side in one.inside else _AWAITED) for side in SIDES]
    state = one.state.word + Text(" (te laat)", " (late)") if one.is_late(today) else one.state.word
    return one.student_number, one.student_name, one.organisation, state, *inside
