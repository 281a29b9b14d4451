"""``students import``: students, placements, organisations and assessors from a workbook or CSV file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import WRONG_USE, Menu
from assessor.commands.shell import Json, Shell
from assessor.domain.text import Text, listing, same

if TYPE_CHECKING:
    from assessor.services.register_import.plan import Plan, PlannedRow

_MOST_LINES = 50
"""So many rows that change are listed; refused ones are all listed."""


def add(noun: Menu) -> None:
    """What can be typed."""
    command = noun.command(
        "import",
        Text(
            "studenten, stages, organisaties en beoordelaars inlezen; eindigt met 1 als een rij is geweigerd",
            "read students, placements, organisations and assessors; ends with 1 when a row was refused",
        ),
        import_file,
        workspace=True,
    )
    command.option(
        "file",
        about=Text("werkmap (.xlsx) of CSV-bestand", "workbook (.xlsx) or CSV file"),
        metavar=Text("BESTAND", "FILE").say(command.language),
        nargs="?",
        type=Path,
    )
    command.option(
        "--dry-run",
        about=Text("alleen tonen wat er zou veranderen", "only show what would change"),
        action="store_true",
    )
    command.option(
        "--template",
        about=Text("een leeg voorbeeldbestand schrijven", "write an empty template"),
        metavar=Text("BESTAND", "FILE").say(command.language),
        type=Path,
    )


def import_file(arguments: argparse.Namespace, shell: Shell) -> int:
    """Import a file, or show what it would change; or write the template."""
    if arguments.template is not None:
        return _write_template(arguments.template, shell)
    if arguments.file is None:
        shell.warn(
            Text(
                "Zo kan het niet: noem een bestand, of --template BESTAND.",
                "This cannot be done so: name a file, or --template FILE.",
            )
        )
        return WRONG_USE
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        plan = application.register_import.preview(arguments.file)
        if not arguments.dry_run:
            application.register_import.carry_out(plan)
    shell.answer(_as_json(plan, shell, written=not arguments.dry_run))
    _say(plan, shell, written=not arguments.dry_run)
    return int(any(row.refusal for row in plan.rows))


def _write_template(path: Path, shell: Shell) -> int:
    from assessor.services.register_import.importing import write_template

    write_template(path, shell.language)
    shell.answer({"template": str(path)})
    shell.say(Text("Voorbeeldbestand: {path}", "Template: {path}").fill(path=str(path)))
    return 0


def _say(plan: Plan, shell: Shell, *, written: bool) -> None:
    """The rows that count, refused ones first, and then how many of each."""
    from assessor.services.register_import.plan import Effect

    for notice in plan.notices:
        shell.say(notice)
    for row in plan.rows:
        if row.refusal is not None:
            refusal = row.error(plan.file)
            shell.warn(Text(refusal.say("nl"), refusal.say("en")))
    moving = [row for row in plan.rows if row.effect in {Effect.CHANGED, Effect.ADDED}]
    shell.table([(row.effect.word, row.who, _what(row)) for row in moving[:_MOST_LINES]])
    if len(moving) > _MOST_LINES:
        shell.say(Text("… en nog {count}", "… and {count} more").fill(count=len(moving) - _MOST_LINES))
    counts = listing([same(f"{count} ") + effect.word for effect, count in plan.counts.items()])
    shell.say(counts + same("."))
    if not written:
        shell.say(Text("Er is niets geschreven.", "Nothing was written."))


def _what(row: PlannedRow) -> Text:
    if not row.differences:
        return row.about
    return listing([one.field.word + same(": ") + one.before + same(" → ") + one.after for one in row.differences])


def _as_json(plan: Plan, shell: Shell, *, written: bool) -> Json:
    return {
        "file": plan.file,
        "written": written,
        "counts": {effect.value: count for effect, count in plan.counts.items()},
        "notices": [shell.words(notice) for notice in plan.notices],
        "rows": [_row_as_json(row, shell) for row in plan.rows],
    }


def _row_as_json(row: PlannedRow, shell: Shell) -> Json:
    answer: dict[str, object] = {
        "kind": row.kind.value,
        "sheet": row.sheet,
        "row": row.row,
        "name": row.who,
        "effect": row.effect.value,
    }
    if row.differences:
        answer["changes"] = [
            {"field": one.field.value, "old": shell.words(one.before), "new": shell.words(one.after)}
            for one in row.differences
        ]
    if row.refusal is not None:
        fault = row.refusal.fault
        answer["column"] = row.refusal.letters
        answer["error"] = {"code": fault.code, "what": shell.words(fault.what), "cure": shell.words(fault.cure)}
    return answer
