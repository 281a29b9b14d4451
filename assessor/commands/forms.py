"""``forms``: write forms for students, mentors and assessors, and read what came back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import Menu
from assessor.commands.shell import Json, Shell
from assessor.domain.errors import KnownError
from assessor.domain.text import LANGUAGES, Text, same

if TYPE_CHECKING:
    from assessor.application import Application
    from assessor.domain.form_post import KeptForm
    from assessor.domain.form_proposals import Proposal
    from assessor.services.forms.receiving import Received
    from assessor.services.forms.sending import Recipient, SentFile

_KINDS = ("voorbereiding", "mentoradvies", "scoreformulier")
FORMATS = {"pdf": ("pdf",), "xlsx": ("werkmap",), "both": ("pdf", "werkmap")}


def add(menu: Menu) -> None:
    """What can be typed about forms."""
    noun = menu.noun("forms", Text("formulieren die op pad gaan en terugkomen", "forms that go out and come back"))
    send = noun.command("send", Text("formulieren klaarzetten", "write forms"), send_some, workspace=True)
    send.option(
        "--kind",
        about=Text(
            "welk formulier (mag vaker; anders voorbereiding en mentoradvies)",
            "which form (may be repeated; else preparation and advice)",
        ),
        choices=_KINDS,
        action="append",
    )
    for name, about in (
        ("--student", Text("studentnummer (mag vaker)", "student number (may be repeated)")),
        ("--dossier", Text("dossiernummer (mag vaker)", "dossier number (may be repeated)")),
    ):
        send.option(name, about=about, action="append", default=[], metavar=Text("NUMMER", "NUMBER").say(send.language))
    send.option("--cohort", about=Text("alle studenten van een cohort", "all students of a cohort"))
    send.option("--format", about=Text("soort bestand", "kind of file"), choices=sorted(FORMATS), default="pdf")
    send.option("--out", about=Text("map voor de bestanden", "folder for the files"), required=True, type=Path)
    send.option(
        "--paper-language",
        about=Text("taal van de formulieren (anders die van het scherm)", "language of the forms (else the screen's)"),
        choices=LANGUAGES,
    )
    receive = noun.command("receive", Text("lezen wat terugkwam", "read what came back"), receive_some, workspace=True)
    receive.option("files", about=Text("bestanden of mappen", "files or folders"), nargs="+", type=Path, metavar="FILE")
    receive.option("--dossier", about=Text("dossier waarvoor ze zijn", "dossier for which they are meant"))
    receive.option(
        "--accept",
        about=Text("bewaren, en overnemen waar nog niets staat", "keep them, and take over where nothing stands yet"),
        action="store_true",
    )


# --- send


def send_some(arguments: argparse.Namespace, shell: Shell) -> int:
    """Write a personal file per student and kind; their names bear numbers and codes only."""
    from assessor.commands.opening import opened, require_actor
    from assessor.domain.form_answers import Way
    from assessor.domain.forms import FormKind

    kinds = [FormKind(kind) for kind in arguments.kind or _KINDS[:2]]
    ways = [Way(way) for way in FORMATS[arguments.format]]
    with opened(arguments, shell) as application:
        require_actor(application, shell)
        recipients = _recipients(application, arguments)
        language = arguments.paper_language or shell.language
        sending = application.forms.send(recipients, kinds, arguments.out, language, ways=ways)
    shell.answer(
        {
            "files": [_sent(one, shell) for one in sending.files],
            "list": str(sending.list_file) if sending.list_file else None,
        }
    )
    shell.say(*(str(one.path) for one in sending.files))
    if sending.list_file is not None:
        shell.say(Text("Verzendlijst: {file}", "Sending list: {file}").fill(file=str(sending.list_file)))
        shell.warn(IN_CLEAR)
    return 0


IN_CLEAR = Text(
    "Let op: deze bestanden zijn niet versleuteld en bevatten namen. Verstuur ze zorgvuldig.",
    "Note: these files are not encrypted and hold names. Send them with care.",
)


def _recipients(application: Application, arguments: argparse.Namespace) -> list[Recipient]:
    from assessor.commands.dossiers import find
    from assessor.commands.recipients import nobody, student_ids
    from assessor.services.forms.sending import Recipient

    students = student_ids(application, arguments.student, arguments.cohort)
    dossiers = [find(application, wanted) for wanted in arguments.dossier]
    recipients = application.forms.recipients(students)
    recipients += [Recipient(dossier.student_id, dossier.id) for dossier in dossiers]
    if not recipients:
        raise nobody()
    return list(dict.fromkeys(recipients))


def _sent(one: SentFile, shell: Shell) -> Json:
    return {
        "file": str(one.path),
        "code": one.sent.code,
        "kind": one.sent.kind.value,
        "respondent": one.sent.respondent.value,
        "receiver": one.receiver,
        "student": one.student.number,
        "language": one.sent.language,
        "words": shell.words(one.sent.kind.word),
    }


# --- receive


def receive_some(arguments: argparse.Namespace, shell: Shell) -> int:
    """Say of each file what it is; keep and take over only with ``--accept``. Ends with 1 when a file was refused."""
    from assessor.commands.dossiers import find
    from assessor.commands.opening import opened, require_actor

    with opened(arguments, shell) as application:
        meant_for = find(application, arguments.dossier).id if arguments.dossier else None
        received = application.forms.receive(arguments.files, meant_for)
        taken: dict[str, _Outcome] = {}
        if arguments.accept:
            require_actor(application, shell)
            taken = _accept(application, received)
    shell.answer(
        {
            "files": [_received(one, shell) for one in received],
            "accepted": [_taken(outcome, shell) for outcome in taken.values()],
        }
    )
    for one in received:
        shell.say(*_lines(one))
    for outcome in taken.values():
        shell.say(*_taken_lines(outcome))
    return 1 if any(one.refusal is not None for one in received) else 0


class _Outcome:
    """What became of one form that was accepted."""

    def __init__(self, kept: KeptForm, received: Received) -> None:
        self.kept, self.received = kept, received
        self.taken = 0
        self.left: tuple[Proposal, ...] = ()
        self.refusal: KnownError | None = None


def _accept(application: Application, received: list[Received]) -> dict[str, _Outcome]:
    """Keep them, and enter what fills an empty place; what would replace something is left for the screen."""
    kept, _changes = application.forms.accept(received)
    outcomes: dict[str, _Outcome] = {}
    for one in kept:
        source = next(each for each in received if each.sent is not None and each.sent.code == one.code)
        outcome = outcomes[one.id] = _Outcome(one, source)
        if source.dossier is None or not one.in_force:
            continue
        try:
            before = application.forms.proposals(one.id, source.dossier.id)
            application.forms.take_over(one.id, source.dossier.id)
            outcome.left = application.forms.proposals(one.id, source.dossier.id)
            outcome.taken = len(before) - len(outcome.left)
        except KnownError as refusal:
            outcome.refusal = refusal
    return outcomes


def _received(one: Received, shell: Shell) -> Json:
    answers = one.answers
    refusal = one.refusal
    return {
        "file": one.file,
        "kind": one.sent.kind.value if one.sent else None,
        "code": one.sent.code if one.sent else None,
        "student": one.student.number if one.student else None,
        "dossier": one.dossier.number if one.dossier else None,
        "again": one.again.value,
        "acceptable": one.is_acceptable,
        "filled": len(answers.values) if answers else 0,
        "missing": [field.name for field in answers.missing] if answers else [],
        "problems": [
            {"code": problem.code, "where": shell.words(problem.where), "what": shell.words(problem.what)}
            for problem in (answers.problems if answers else ())
        ],
        "refusal": {
            "code": refusal.code,
            "what": shell.words(refusal.what),
            "cure": shell.words(refusal.cure),
        }
        if refusal
        else None,
    }


def _taken(outcome: _Outcome, shell: Shell) -> Json:
    return {
        "id": outcome.kept.id,
        "code": outcome.kept.code,
        "in_force": outcome.kept.in_force,
        "taken": outcome.taken,
        "left": [one.place for one in outcome.left],
        "refusal": shell.words(outcome.refusal.what) if outcome.refusal else None,
    }


def _lines(one: Received) -> list[Text]:
    if one.refusal is not None:
        return [Text("✗ {said}", "✗ {said}").fill(said=Text(one.refusal.say("nl"), one.refusal.say("en")))]
    if one.sent is None or one.answers is None:
        return []
    number = one.dossier.number if one.dossier else (one.student.number if one.student else "")
    line = Text(
        "✓ {file}: {kind} voor {number}, {again}, {missing} nog leeg",
        "✓ {file}: {kind} for {number}, {again}, {missing} still empty",
    )
    said = line.fill(
        file=one.file, kind=one.sent.kind.word, number=number, again=one.again.word, missing=len(one.answers.missing)
    )
    return [said, *(Text("  - ", "  - ") + each.where + same(": ") + each.what for each in one.answers.problems)]


def _taken_lines(outcome: _Outcome) -> list[Text]:
    if outcome.refusal is not None:
        what = Text(outcome.refusal.say("nl"), outcome.refusal.say("en"))
        return [Text("Bewaard, niet overgenomen: {what}", "Kept, not taken over: {what}").fill(what=what)]
    if not outcome.kept.in_force:
        return [
            Text(
                "Bewaard naast de eerdere versie; kies in het dossier welke geldt.",
                "Kept beside the earlier version; choose in the dossier which counts.",
            )
        ]
    line = Text(
        "Bewaard; {taken} overgenomen, {left} te kiezen in het dossier.",
        "Kept; {taken} taken over, {left} to be chosen in the dossier.",
    )
    return [line.fill(taken=outcome.taken, left=len(outcome.left))]
