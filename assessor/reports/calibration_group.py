"""The groepsverslag: anonymous, in the order of the practice text, section 6 (figures 3, 1, 2, 4; annex; PDCA)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.calibration.conclusion import TalkNote
from assessor.domain.calibration.figures import GroupFigures, Told
from assessor.domain.calibration.record import GroupRecord
from assessor.domain.text import Language, Text, day_text, listing, same
from assessor.reports.calibration_lines import action_line, agreed_line, proposal_line
from assessor.reports.calibration_reference import REFERENCE, reference_lines

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from assessor.paper.charts.distribution import Bar
    from assessor.paper.pen import Pen

TITLE = Text("Groepsverslag kalibreersessie", "Group report of the calibration session")
_ANNEX = Text("Bijlage", "Annex")
_LEVELS = Text("Zelfde niveau", "Same level")
_OUTCOME = "Zelfde uitslag"


def write_group(record: GroupRecord, language: Language, target: BinaryIO, *, printed_at: datetime) -> None:
    """Write the groepsverslag as PDF (A4); no participant's name stands in it.

    Args:
        record: the session with its revealed rounds.
        language: of everything but what people wrote.
        target: an open binary file.
        printed_at: date of the file; its time zone is the one in which moments are told.
    """
    from assessor.paper.document import write
    from assessor.reports.calibration_page import furniture

    around = furniture(TITLE, record.day, record.instrument, language)
    write(story(record, language, printed_at), target, around, language, printed_at=printed_at)


def story(record: GroupRecord, language: Language, printed_at: datetime) -> list[Flowable]:
    """The content from top to bottom, to be used once."""
    from reportlab.platypus import PageBreak

    from assessor.paper import fonts
    from assessor.paper.pen import Pen
    from assessor.reports.calibration_account import account
    from assessor.reports.calibration_cycle import cycle
    from assessor.reports.calibration_page import chapter, opening, sentences, session_name
    from assessor.reports.calibration_trend import trend

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    told = record.rounds[0].figures.told
    body = [one for one in told if not one.heading.nl.startswith(_ANNEX.nl)]
    annex = [one for one in told if one.heading.nl.startswith(_ANNEX.nl)]
    found = [*opening(TITLE, session_name(record.session, record.day), pen), *_facts(record, pen)]
    for number, one in enumerate(body):
        content = sentences(one.lines, pen) if number == 0 else _figure(record, one, pen)
        heading = Text("Wie scoorde wat", "Who scored what") if number == 0 else one.heading
        found += chapter(heading, content, pen)
    found += _patterns(record, pen)
    found += _second(record, pen)
    found += chapter(Text("Wat we bespraken", "What we discussed"), _talk(record, pen), pen)
    found += _yield(record, pen)
    found += _follow_up(record, pen)
    found.append(PageBreak())
    for one in annex[:1]:
        found += chapter(one.heading, sentences(one.lines, pen), pen)
    found += chapter(Text("Bijlage: verloop", "Annex: trend"), sentences(trend(record), pen), pen)
    for one in annex[1:]:
        found += chapter(one.heading, sentences(one.lines, pen), pen)
    lines = account(record, pen)
    found += chapter(Text("Bijlage: verantwoording", "Annex: account"), sentences(lines, pen), pen)
    return [*found, PageBreak(), *cycle(record, pen)]


def _facts(record: GroupRecord, pen: Pen) -> list[Flowable]:
    from assessor.reports.calibration_page import fact

    instrument = record.instrument
    models = models_of(record)
    rows: list[tuple[Text, Text | str]] = [
        (Text("Kalibreerdag", "Calibration day"), record.day.title),
        (
            Text("Instrument", "Instrument"),
            instrument.title
            + Text(", versie {v}; {models}", ", version {v}; {models}").fill(v=instrument.version, models=models),
        ),
        (Text("Casus", "Case"), _casussen(record)),
        (Text("Deelnemers", "Participants"), _people(record)),
    ]
    if record.organisations:
        rows.append((Text("Organisaties", "Organisations"), listing(record.organisations)))
    return [fact(label, value, pen) for label, value in rows]


def models_of(record: GroupRecord) -> Text:
    """The scored models in running text: model 3; modellen 3 en 4."""
    numbers = [record.instrument.model(code).number for code in record.session.models]
    word = Text("model ", "model ") if len(numbers) == 1 else Text("modellen ", "models ")
    return word + listing(numbers)


def _casussen(record: GroupRecord) -> Text:
    parts = [
        same(f"{casus.code} (") + casus.kind.word + Text(", geanonimiseerd)", ", anonymised)")
        if casus.anonymised
        else same(f"{casus.code} (") + casus.kind.word + same(")")
        for casus in record.casussen[:12]
    ]
    more = len(record.casussen) - len(parts)
    if more > 0:
        parts.append(Text("nog {n}", "{n} more").fill(n=more))
    return listing(parts)


def _people(record: GroupRecord) -> Text:
    first = record.rounds[0].figures
    line = Text("{b} van de {n} genodigden scoorden", "{b} of the {n} invited scored").fill(
        b=first.assessors, n=record.invited
    )
    rooms = len(record.rooms)
    line += Text(", in {n} ruimtes", ", in {n} rooms").fill(n=rooms) if rooms > 1 else same("")
    if record.present is not None:
        line += Text("; {n} waren aanwezig", "; {n} were present").fill(n=record.present)
    return line


# ---------------------------------------------------------------- figures


def _figure(record: GroupRecord, told: Told, pen: Pen) -> list[Flowable]:
    from assessor.reports.calibration_page import sentences

    figures = record.rounds[0].figures
    if told.heading.nl == _OUTCOME:
        return [*sentences(told.lines, pen), *_verdicts(record, pen)]
    if told.heading != _LEVELS:
        return sentences(told.lines, pen)
    lines, bars = _parted(told.lines, figures, pen)
    return [*sentences(lines[:1], pen), *_legend(figures, pen), *charts(bars, figures, pen), *sentences(lines[1:], pen)]


def _parted(lines: Sequence[Text], figures: GroupFigures, pen: Pen) -> tuple[list[Text], list[Bar]]:
    """The lines that are about one criterion become bars with that line above them."""
    from assessor.paper.charts.distribution import Bar

    rest, bars = [], []
    waiting = {one.criterion: one for one in figures.criteria}
    for line in lines:
        code = line.nl.partition(" ")[0].rstrip(":")
        if code in waiting and "·" in line.nl:
            bars.append(Bar(line.say(pen.language), waiting.pop(code).counts))
        else:
            rest.append(line)
    return rest, bars


def _verdicts(record: GroupRecord, pen: Pen) -> Iterator[Flowable]:
    """What the rule makes of the sheets and which criteria it hangs on, as bars."""
    from assessor.paper.charts.flowable import Chart
    from assessor.paper.document import WIDTH
    from assessor.reports.calibration_charts import FLIPS, FLIPS_ABOUT, flips, verdicts
    from assessor.reports.calibration_page import chapter, sentences

    figures, codes = record.rounds[0].figures, {casus.id: casus.code for casus in record.casussen}
    bars = verdicts(figures, record.instrument, codes, pen.language, WIDTH)
    if bars is not None:
        yield Chart(bars)
    tipped = flips(figures, record.instrument, WIDTH)
    if tipped is not None:
        yield from chapter(FLIPS, [*sentences([FLIPS_ABOUT], pen), Chart(tipped)], pen, 1)


def _patterns(record: GroupRecord, pen: Pen) -> Iterator[Flowable]:
    """The sheets without names, of the most divided casussen; a heading never parts from its picture."""
    from assessor.paper.charts.flowable import Chart
    from assessor.paper.document import WIDTH, Bookmark
    from assessor.paper.row import headed
    from assessor.paper.styles import HEADING
    from assessor.reports.calibration_charts import PATTERNS, PATTERNS_ABOUT, patterns, shown_patterns
    from assessor.reports.calibration_page import sentences

    figures, codes = record.rounds[0].figures, {casus.id: casus.code for casus in record.casussen}
    for casus_id in shown_patterns(figures, tuple(codes)):
        drawing = patterns(casus_id, figures, record.instrument, pen.language, WIDTH)
        if drawing is not None:
            heading = PATTERNS + same(f" · {codes[casus_id]}") if len(codes) > 1 else PATTERNS
            name = Bookmark(pen.say(heading), HEADING, heading.say(pen.language), 0)
            yield headed([name, *sentences([PATTERNS_ABOUT], pen)], Chart(drawing), WIDTH)


def charts(bars: Sequence[Bar], figures: GroupFigures, pen: Pen) -> Iterator[Flowable]:
    """Bars under each other; each is a drawing of its own, so that a page may end between two."""
    from assessor.paper.charts.flowable import Chart
    from assessor.paper.document import WIDTH
    from assessor.reports.calibration_charts import spread

    for bar in bars:
        yield Chart(spread(bar.caption, bar.counts, figures, pen.language, WIDTH))


def _legend(figures: GroupFigures, pen: Pen) -> list[Flowable]:
    from assessor.reports.calibration_charts import AWAY
    from assessor.reports.calibration_page import sentences

    words = [
        same(f"{level} = ") + word if level != word.nl else word
        for level, word in zip(figures.levels, figures.words, strict=True)
    ]
    return sentences(
        [_CHART + listing([*words, AWAY + Text(" = niet waargenomen", " = not observed")]) + same(".")], pen
    )


_CHART = Text(
    "Elke balk telt alle scores op dat criterium, van laag (links, gearceerd) naar hoog (rechts, donker): ",
    "Each bar counts all scores on that criterion, from low (left, hatched) to high (right, dark): ",
)


# ---------------------------------------------------------------- a later round


def _second(record: GroupRecord, pen: Pen) -> Iterator[Flowable]:
    from assessor.paper.charts.distribution import Bar
    from assessor.reports.calibration_page import chapter, sentences

    for later in record.rounds[1:]:
        lines = [_round_line(record, later.round.number)]
        bars = []
        for one in later.figures.movement:
            name = _name(record, one.criterion)
            bars.append(Bar((name + Text(" · ronde 1", " · round 1")).say(pen.language), one.before))
            said = Text(" · ronde {n}", " · round {n}").fill(n=later.round.number)
            if one.changed is not None:
                said += Text(" · {a} van de {b} scores veranderden", " · {a} of the {b} scores changed").fill(
                    a=one.changed, b=one.scored or 0
                )
            bars.append(Bar((name + said).say(pen.language), one.after))
        heading = Text("Wat veranderde in ronde {n}", "What changed in round {n}").fill(n=later.round.number)
        yield from chapter(heading, [*sentences(lines, pen), *charts(bars, record.rounds[0].figures, pen)], pen)
    if record.shows_reference:
        yield from chapter(REFERENCE, sentences(reference_lines(record), pen), pen)


def _round_line(record: GroupRecord, number: int) -> Text:
    later = record.rounds[number - 1]
    return Text(
        "Na de bespreking is opnieuw gescoord; ronde {n} is {way}. De scores van ronde 1 blijven staan.",
        "After the discussion scores were given again; round {n} was {way}. The scores of round 1 stay.",
    ).fill(n=number, way=later.round.way.word)


def _name(record: GroupRecord, code: str) -> Text:
    return same(f"{code} ") + record.instrument.criteria[code].name


# ---------------------------------------------------------------- talk and yield


def _talk(record: GroupRecord, pen: Pen) -> list[Flowable]:
    from assessor.paper.styles import SUBHEADING
    from assessor.reports.calibration_page import fact

    rooms = {room.id: room.name for room in record.rooms}
    found: list[Flowable] = []
    for code in dict.fromkeys(note.criterion for note in record.talk):
        title = _name(record, code) if code in record.instrument.criteria else same(code)
        heading = pen.line(title, SUBHEADING)
        heading.keepWithNext = 1
        found.append(heading)
        for note in record.talk:
            if note.criterion == code:
                found += [fact(label, text, pen) for label, text in _noted(note, rooms)]
    return found


def _noted(note: TalkNote, rooms: dict[str, str]) -> Iterator[tuple[Text, str]]:
    where = f" ({rooms[note.room_id]})" if note.room_id in rooms else ""
    parts = (
        (Text("Wat zagen we", "What we saw"), note.seen),
        (Text("Hoe lezen we het", "How we read it"), note.reading),
        (Text("Afspraak", "Agreement"), note.agreed),
        (Text("Voorbeeldgedrag", "Example behaviour"), note.example),
    )
    yield from ((label + same(where), text) for label, text in parts if text.strip())


def _yield(record: GroupRecord, pen: Pen) -> Iterator[Flowable]:
    from assessor.reports.calibration_page import chapter, fact

    agreed = [fact(one.destination.word, agreed_line(one), pen) for one in record.agreements]
    yield from chapter(Text("Afspraken", "Agreements"), agreed, pen)
    proposals = [fact(one.owner, proposal_line(one), pen) for one in record.proposals]
    yield from chapter(Text("Voorstellen", "Proposals"), proposals, pen)
    actions = [fact(one.owner, action_line(one), pen) for one in record.actions]
    yield from chapter(Text("Acties", "Actions"), actions, pen)


def _follow_up(record: GroupRecord, pen: Pen) -> Iterator[Flowable]:
    from assessor.reports.calibration_page import chapter, fact

    before = record.follow_up
    rows = [
        *((one.session_id, agreed_line(one)) for one in before.agreements),
        *((one.session_id, proposal_line(one)) for one in before.proposals),
        *((one.session_id, action_line(one)) for one in before.actions),
    ]
    content = [fact(day_text(before.days[session]), line, pen) for session, line in rows]
    yield from chapter(Text("Wat er is gebeurd met eerdere sessies", "What became of earlier sessions"), content, pen)
