"""``instruments``: which forms there are, what one holds, and what is wrong with a form that someone is writing."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.commands.parser import Menu
from assessor.commands.shell import Json, Shell
from assessor.domain.errors import KnownError
from assessor.domain.text import Text

if TYPE_CHECKING:
    from assessor.domain.instrument import Criterion, Instrument
    from assessor.instruments.catalogue import Catalogue, Entry
    from assessor.instruments.problem import Problem
    from assessor.instruments.reader import Reading


def add(menu: Menu) -> None:
    """What can be typed about instruments."""
    noun = menu.noun("instruments", Text("beoordelingsinstrumenten", "assessment instruments"))
    noun.command("list", Text("alle instrumenten", "all instruments"), list_all)
    show = noun.command("show", Text("een instrument met criteria en niveaus", "an instrument in full"), show_one)
    show.option("id", about=Text("kenmerk, zoals pabo-praktijkbeoordeling", "id, such as pabo-praktijkbeoordeling"))
    show.option(
        "--version", about=Text("versie (anders de nieuwste)", "version (else the newest)"), dest="form_version"
    )
    check = noun.command("check", Text("formulieren nakijken op fouten", "look forms over for mistakes"), check_files)
    check.option(
        "files",
        about=Text("TOML-bestanden", "TOML files"),
        nargs="+",
        type=Path,
        metavar=Text("BESTAND", "FILE").say(check.language),
    )


def list_all(_arguments: argparse.Namespace, shell: Shell) -> int:
    """Every form, also those that cannot be used."""
    from assessor.application import catalogue

    forms = catalogue()
    readings = [(entry, forms.reading(entry)) for entry in forms.entries()]
    shell.answer({"instruments": [_line(entry, reading, shell) for entry, reading in readings]})
    shell.table([_row(entry, reading) for entry, reading in readings])
    if not readings:
        shell.say(Text("Er zijn geen instrumenten.", "There are no instruments."))
    return 0


def show_one(arguments: argparse.Namespace, shell: Shell) -> int:
    """One form in full: models, criteria and their descriptors, and the rule in words."""
    import json

    from assessor.application import catalogue
    from assessor.instruments import canonical

    instrument = catalogue().get(arguments.id, arguments.form_version)
    fingerprint = canonical.fingerprint(instrument)
    shell.answer({"fingerprint": fingerprint, "instrument": json.loads(canonical.to_json(instrument))})
    shell.say(
        instrument.title,
        Text("versie {version}, {status}", "version {version}, {status}").fill(
            version=instrument.version, status=instrument.status.value
        ),
        Text("controlegetal {value}", "fingerprint {value}").fill(value=fingerprint),
    )
    _say_models(instrument, shell)
    if instrument.rule is not None and instrument.rule.in_words:
        shell.say("", *instrument.rule.in_words)
    return 0


def check_files(arguments: argparse.Namespace, shell: Shell) -> int:
    """All problems of the files at once; refused when one of them cannot be used."""
    from assessor.application import catalogue

    forms = catalogue()
    checked = [(path, *_checked(forms, path)) for path in arguments.files]
    answer: Json = {"files": [_judged(path, found, problems, shell) for path, found, problems in checked]}
    for path, found, problems in checked:
        verdict = Text("in orde", "sound") if found is not None else Text("niet te gebruiken", "cannot be used")
        shell.say(Text("{name}: ", "{name}: ").fill(name=path.name) + verdict)
        shell.say(*(Text("  ", "  ") + _kind(problem) + problem.message for problem in problems))
    bad = sum(found is None for _, found, _ in checked)
    if not bad:
        shell.answer(answer)
        return 0
    refusal = KnownError(
        "form-invalid",
        Text("Eén formulier kan zo niet worden gebruikt.", "One form cannot be used like this.")
        if bad == 1
        else Text(
            "{count} formulieren kunnen zo niet worden gebruikt.", "{count} forms cannot be used like this."
        ).fill(count=bad),
        Text("Verbeter wat hierboven staat en kijk opnieuw na.", "Mend what is listed above and check again."),
    )
    shell.refuse(refusal, answer)
    return 1


def _checked(forms: Catalogue, path: Path) -> tuple[Instrument | None, tuple[Problem, ...]]:
    from assessor.instruments.problem import Problem

    try:
        reading = forms.check(path)
    except KnownError as refusal:
        return None, (Problem(refusal.code, "", refusal.what, refusal.cure),)
    return reading.instrument, reading.problems


def _kind(problem: Problem) -> Text:
    return Text("fout: ", "error: ") if problem.is_error else Text("advies: ", "advice: ")


def _judged(path: Path, found: Instrument | None, problems: tuple[Problem, ...], shell: Shell) -> Json:
    from assessor.instruments import canonical

    return {
        "file": str(path),
        "ok": found is not None,
        "id": found.id if found else None,
        "version": found.version if found else None,
        "fingerprint": canonical.fingerprint(found) if found else None,
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity.value,
                "path": problem.path,
                "line": problem.line,
                "what": shell.words(problem.what),
                "cure": shell.words(problem.cure),
            }
            for problem in problems
        ],
    }


def _line(entry: Entry, reading: Reading, shell: Shell) -> Json:
    found = reading.instrument
    if found is None:
        problem = reading.errors[0]
        error = {"code": problem.code, "what": shell.words(problem.what), "cure": shell.words(problem.cure)}
        return {"id": entry.id, "version": entry.version, "own": entry.own, "error": error}
    return {
        "id": found.id,
        "version": found.version,
        "own": entry.own,
        "title": {"nl": found.title.nl, "en": found.title.en},
        "kind": found.kind.value,
        "status": found.status.value,
        "programme": found.programme,
        "variants": list(found.variants),
        "phases": [phase.code for phase in found.phases],
        "valid_from": found.valid_from.isoformat(),
        "valid_until": found.valid_until.isoformat() if found.valid_until else None,
        "criteria": len(found.criteria),
    }


def _row(entry: Entry, reading: Reading) -> tuple[Text | str, ...]:
    found = reading.instrument
    if found is None:
        what = Text("niet te gebruiken: ", "cannot be used: ") + reading.errors[0].message
        return entry.id, entry.version, "", what
    count = Text("{count} criteria", "{count} criteria").fill(count=len(found.criteria))
    return entry.id, entry.version, found.status.value, found.title + Text(", ", ", ") + count


def _say_models(instrument: Instrument, shell: Shell) -> None:
    for model in instrument:
        title = Text("{label}. {title}. {ground}", "{label}. {title}. {ground}")
        shell.say("", title.fill(label=model.label, title=model.title, ground=model.ground))
        for criterion in model.criteria:
            _say_criterion(criterion, {level.code: level.name for level in model.scale.levels}, shell)


def _say_criterion(criterion: Criterion, levels: dict[str, Text], shell: Shell) -> None:
    star = " ★" if criterion.critical else ""
    shell.say(Text("  {code} {name}{star}", "  {code} {name}{star}").fill(
        code=criterion.code, name=criterion.name, star=star
    ))  # fmt: skip
    for code, name in levels.items():
        if code in criterion.descriptors:
            shell.say(Text("    {level}: ", "    {level}: ").fill(level=name) + criterion.descriptors[code])
    shell.say(*(Text("    ", "    ") + question for question in criterion.questions.values()))
