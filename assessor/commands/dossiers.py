"""``dossiers``: which practice assessments there are, what one holds, and many of them as PDF, workbook or CSV."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import SOUGHT, Menu, Parser, whole_number
from assessor.commands.shell import Json, Shell
from assessor.domain.errors import KnownError
from assessor.domain.programme import PROGRAMMES
from assessor.domain.text import LANGUAGES, Text, same

if TYPE_CHECKING:
    from assessor.application import Application
    from assessor.domain.dossier import Dossier
    from assessor.domain.record import Record
    from assessor.services.results import Review
    from assessor.services.work import Filter
    from assessor.storage.repositories.dossier_lines import DossierLine

_STATES = ("concept", "definitief", "bekendgemaakt", "niet_verschenen", "afgebroken", "ingetrokken")


def add(menu: Menu) -> None:
    """What can be typed about dossiers."""
    noun = menu.noun("dossiers", Text("praktijkbeoordelingen", "practice assessments"))
    listing = noun.command("list", Text("beoordelingen zoeken", "search assessments"), list_some, workspace=True)
    listing.option("--search", about=SOUGHT, default="")
    listing.option("--state", about=Text("alleen deze stand", "this state only"), choices=_STATES)
    listing.option("--mine", about=Text("alleen die van jou", "yours only"), action="store_true")
    listing.option("--limit", about=Text("hoeveel regels", "how many lines"), type=whole_number, default=50)
    show = noun.command(
        "show", Text("een dossier met zijn verklaring", "a dossier explained"), show_one, workspace=True
    )
    show.option("id", about=Text("dossiernummer of kenmerk", "dossier number or id"))
    pdf = noun.command("pdf", Text("dossiers als PDF", "dossiers as PDF"), write_pdf, workspace=True)
    pdf.option("ids", about=Text("dossiernummers of kenmerken", "dossier numbers or ids"), nargs="+", metavar="ID")
    pdf.option(
        "--out",
        about=Text("map voor de bestanden", "folder for the files"),
        required=True,
        type=Path,
        metavar=Text("MAP", "FOLDER").say(pdf.language),
    )
    _paper_language(pdf)
    export = noun.command(
        "export", Text("dossiers als werkmap of CSV", "dossiers as workbook or CSV"), write_table, workspace=True
    )
    export.option("--format", about=Text("soort bestand", "kind of file"), choices=("xlsx", "csv"), required=True)
    export.option(
        "--out",
        about=Text("het bestand; wat er staat wordt vervangen", "the file; what stands there is replaced"),
        required=True,
        type=Path,
        metavar=Text("BESTAND", "FILE").say(export.language),
    )
    export.option(
        "--rows",
        about=Text("CSV: een rij per dossier of per criterium", "CSV: a row per dossier or per criterion"),
        choices=("dossiers", "criteria"),
        default="dossiers",
    )
    export.option("--search", about=SOUGHT, default="")
    export.option("--state", about=Text("alleen deze stand", "this state only"), choices=_STATES)
    export.option("--mine", about=Text("alleen die van jou", "yours only"), action="store_true")
    _paper_language(export)


def _paper_language(parser: Parser) -> None:
    parser.option(
        "--paper-language",
        about=Text("taal op papier (anders die van het scherm)", "language on paper (else that of the screen)"),
        choices=LANGUAGES,
    )


def list_some(arguments: argparse.Namespace, shell: Shell) -> int:
    """Dossiers, changed last first."""
    from assessor.commands.opening import opened, require_actor

    wanted = _filter(arguments)
    with opened(arguments, shell) as application:
        if arguments.mine:
            require_actor(application, shell)
        lines, total = application.work.lines(wanted, arguments.limit), application.work.count(wanted)
    shell.answer({"dossiers": [_line(line) for line in lines], "total": total})
    shell.table([_row(line) for line in lines])
    shell.say(Text("{shown} van {total}", "{shown} of {total}").fill(shown=len(lines), total=total))
    return 0


def show_one(arguments: argparse.Namespace, shell: Shell) -> int:
    """One dossier: who, what, the verdict and how it came about; of a draft also what is still to do."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        dossier = find(application, arguments.id)
        review = application.results.review(dossier.id) if dossier.state.is_open else None
        record = review.record if review is not None else application.records.take(dossier.id)
    shell.answer({"dossier": _whole(record, review, shell)})
    _say(record, review, shell)
    return 0


def write_pdf(arguments: argparse.Namespace, shell: Shell) -> int:
    """Write PDFs; their names bear the dossier number only."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        ids = [find(application, one).id for one in dict.fromkeys(arguments.ids)]
        language = arguments.paper_language or shell.language
        files = application.exports.write_pdfs(ids, arguments.out, language)
    shell.answer({"files": [str(file) for file in files]})
    shell.say(*(str(file) for file in files))
    shell.warn(IN_CLEAR)
    return 0


def write_table(arguments: argparse.Namespace, shell: Shell) -> int:
    """Write the dossiers that were found as a workbook or as CSV; the export is recorded without names."""
    from assessor.commands.opening import opened, require_actor
    from assessor.reports.table_text import IN_CLEAR as TABLE_IN_CLEAR
    from assessor.services.exports import Kind

    with_criteria = arguments.format == "csv" and arguments.rows == "criteria"
    kind: Kind = "criteria.csv" if with_criteria else arguments.format
    with opened(arguments, shell) as application:
        if arguments.mine:
            require_actor(application, shell)
        ids = application.exports.found(_filter(arguments))
        language = arguments.paper_language or shell.language
        count = application.exports.write_table(ids, arguments.out.absolute(), kind, language)
    shell.answer({"file": str(arguments.out.absolute()), "format": arguments.format, "dossiers": count})
    shell.say(
        Text("{count} dossiers in {file}", "{count} dossiers in {file}").fill(count=len(ids), file=str(arguments.out))
    )
    shell.warn(TABLE_IN_CLEAR)
    return 0


def _filter(arguments: argparse.Namespace) -> Filter:
    from assessor.domain.dossier import State
    from assessor.services.work import Filter

    return Filter(arguments.search, State(arguments.state) if arguments.state else None, arguments.mine)


IN_CLEAR = Text(
    "Let op: een PDF is niet versleuteld. Bewaar en verstuur hem zorgvuldig.",
    "Note: a PDF is not encrypted. Keep and send it with care.",
)
"""What the program says at the moment that something leaves the encrypted workspace."""


def find(application: Application, wanted: str) -> Dossier:
    """The dossier with this number or id; KnownError ``dossier-unknown`` when there is none."""
    try:
        return application.work.by_number(wanted)
    except KnownError as refusal:
        if refusal.code != "dossier-unknown":
            raise
    try:
        return application.work.dossier(wanted)
    except KnownError as refusal:
        raise KnownError(refusal.code, refusal.what, refusal.cure, same(wanted[:60])) from None


def _line(line: DossierLine) -> Json:
    return {
        "id": line.id,
        "number": line.number,
        "student": {"id": line.student_id, "number": line.student_number, "name": line.student_name},
        "assessor": {"id": line.assessor_id, "name": line.assessor_name},
        "programme": line.programme,
        "variant": line.variant,
        "phase": line.phase,
        "instrument": {"id": line.instrument_id, "version": line.instrument_version},
        "activity_day": line.activity_day.isoformat() if line.activity_day else None,
        "state": line.state.value,
        "attempt": line.attempt,
        "revision": line.revision,
        "verdict": line.outcome.letter if line.outcome is not None else None,
        "scored": line.scored,
        "total": line.total,
        "changed_at": line.changed_at.isoformat(),
    }


def _row(line: DossierLine) -> tuple[Text | str, ...]:
    outcome = line.outcome.word if line.outcome is not None else Text("", "")
    scored = f"{line.scored}/{line.total}"
    programme = PROGRAMMES[line.programme].name
    return line.number, line.student_name, programme, line.phase, line.state.word, outcome, scored


def _whole(record: Record, review: Review | None, shell: Shell) -> Json:
    from assessor.commands.decide import as_json

    dossier = record.dossier
    result, activity = dossier.result, dossier.activity
    return {
        "id": dossier.id,
        "number": dossier.number,
        "state": dossier.state.value,
        "attempt": dossier.attempt,
        "revision": dossier.revision,
        "student": {"id": record.student.id, "number": record.student.number, "name": record.student.name},
        "assessor": {"id": record.assessor.id, "name": record.assessor.name},
        "instrument": {
            "id": dossier.instrument.id,
            "version": dossier.instrument.version,
            "fingerprint": dossier.instrument.fingerprint,
            "status": record.instrument.status.value,
        },
        "activity": {
            "day": activity.day.isoformat() if activity.day else None,
            "group": activity.group,
            "subject": activity.subject,
        },
        "organisation": record.organisation.name if record.organisation else None,
        "supervisor": dossier.supervisor,
        "result": {
            "verdict": result.outcome.letter,
            "departs": result.departs,
            "set_at": result.set_at.isoformat(),
            "fingerprint": result.fingerprint,
        }
        if result is not None
        else None,
        "decision": as_json(record.decision),
        "ratings": [
            {
                "criterion": code,
                "mark": (rating := dossier.sheet.rating(code)).mark,
                "note": rating.note,
                "sources": sorted(source.value for source in rating.sources),
            }
            for code in record.instrument.criteria
        ],
        "passages": dict(dossier.sheet.passages),
        "findings": [
            {"code": one.code, "severity": one.severity.value, "place": one.place, "what": shell.words(one.what)}
            for one in (review.findings if review is not None else ())
        ],
    }


def _say(record: Record, review: Review | None, shell: Shell) -> None:
    dossier = record.dossier
    shell.say(
        Text("{number}  {student}, {state}", "{number}  {student}, {state}").fill(
            number=dossier.number, student=record.student.name, state=dossier.state.word
        ),
        Text("{title}, versie {version}", "{title}, version {version}").fill(
            title=record.instrument.title, version=record.instrument.version
        ),
    )
    if record.instrument.is_example:
        shell.say(Text("Voorbeeld - niet vastgesteld", "Example - not established"))
    if dossier.result is not None:
        verdict = dossier.result.outcome.word
        shell.say("", Text("Oordeel: {verdict}", "Verdict: {verdict}").fill(verdict=verdict))
    shell.say("", Text("Zo komt dit oordeel tot stand", "How this verdict came about"))
    shell.say(*(model.reason for model in record.decision.models.values()), record.decision.reason)
    if review is not None and review.findings:
        shell.say("", Text("Controle", "Check"))
        shell.say(*(Text("- ", "- ") + finding.what for finding in review.findings))
    if dossier.result is not None:
        shell.say("", Text("controlegetal {value}", "fingerprint {value}").fill(value=dossier.result.fingerprint))
