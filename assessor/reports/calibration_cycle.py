"""One page Plan-Do-Check-Act to paste into the year plan (practice text, section 1)."""

from __future__ import annotations

from reportlab.platypus import Flowable

from assessor.domain.calibration.conclusion import Destination, Status
from assessor.domain.calibration.record import GroupRecord
from assessor.domain.text import Text, day_text, listing, same
from assessor.paper.pen import Pen
from assessor.reports.calibration_group import models_of
from assessor.reports.calibration_lines import action_line, agreed_line, proposal_line
from assessor.reports.calibration_page import chapter, sentences

_MOST = 4


def cycle(record: GroupRecord, pen: Pen) -> list[Flowable]:
    """The four parts, each from what the session knows of itself."""
    title = Text("Plan-Do-Check-Act", "Plan-Do-Check-Act")
    about = Text(
        "Om over te nemen in het Jaarplan ISOP en het toetsconstructiedocument.",
        "To take over into the ISOP year plan and the test construction document.",
    )
    found = [*chapter(title, sentences([about], pen), pen)]
    for heading, lines in parts(record):
        found += chapter(heading, sentences(lines, pen), pen, 1)
    return found


def parts(record: GroupRecord) -> list[tuple[Text, list[Text]]]:
    """The headings with their sentences."""
    return [
        (Text("Plan", "Plan"), _plan(record)),
        (Text("Do", "Do"), _do(record)),
        (Text("Check", "Check"), _check(record)),
        (Text("Act", "Act"), _act(record)),
    ]


def _plan(record: GroupRecord) -> list[Text]:
    lines = [
        Text(
            "Beoordelaars lezen de criteria van {models} op dezelfde manier.",
            "Assessors read the criteria of {models} in the same way.",
        ).fill(models=models_of(record))
    ]
    waiting = [
        *(agreed_line(one) for one in record.follow_up.agreements if one.status is Status.OPEN),
        *(proposal_line(one) for one in record.follow_up.proposals if one.status is Status.OPEN),
        *(action_line(one) for one in record.follow_up.actions if one.status is Status.OPEN),
    ]
    if waiting:
        lines.append(Text("Nog open van eerdere sessies:", "Still open from earlier sessions:"))
    return [*lines, *waiting]


def _do(record: GroupRecord) -> list[Text]:
    return [
        Text(
            "Op {day} scoorden {b} beoordelaars {l} in {r}, en bespraken de verschillen.",
            "On {day} {b} assessors scored {l} in {r}, and discussed the differences.",
        ).fill(
            day=day_text(record.day.day),
            b=record.rounds[0].figures.assessors,
            l=_many(len(record.casussen), Text("één casus", "one case"), Text("{n} casussen", "{n} cases")),
            r=_many(len(record.rounds), Text("één ronde", "one round"), Text("{n} rondes", "{n} rounds")),
        )
    ]


def _check(record: GroupRecord) -> list[Text]:
    first = record.rounds[0].figures
    level = next((told for told in first.told if told.heading.nl == "Zelfde niveau"), None)
    lines = list(level.lines[:1]) if level is not None else []
    if first.order:
        names = [same(f"{code} ") + record.instrument.criteria[code].name for code in first.order[:_MOST]]
        lines.append(Text("Meest te bespreken: {names}.", "Most to discuss: {names}.").fill(names=listing(names)))
    for later in record.rounds[1:]:
        changed = [one for one in later.figures.movement if one.changed]
        if changed:
            lines.append(
                Text("In ronde {n} veranderden scores op {codes}.", "In round {n} scores changed on {codes}.").fill(
                    n=later.round.number, codes=listing([one.criterion for one in changed])
                )
            )
    return lines


def _act(record: GroupRecord) -> list[Text]:
    lines: list[Text] = []
    for destination in Destination:
        own = [one for one in record.agreements if one.destination is destination]
        if own:
            lines += [_capital(destination.word) + same(":"), *(agreed_line(one) for one in own)]
    if record.proposals:
        lines.append(Text("Voorstellen:", "Proposals:"))
        lines += [same(f"{one.owner}: ") + proposal_line(one) for one in record.proposals]
    if record.actions:
        lines.append(Text("Acties:", "Actions:"))
        lines += [same(f"{one.owner}: ") + action_line(one) for one in record.actions]
    return lines or [Text("Er zijn nog geen afspraken vastgelegd.", "No agreements were recorded yet.")]


def _many(number: int, one: Text, more: Text) -> Text:
    return one if number == 1 else more.fill(n=number)


def _capital(text: Text) -> Text:
    return Text(text.nl[:1].upper() + text.nl[1:], text.en[:1].upper() + text.en[1:])
