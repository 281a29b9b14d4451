"""The groepsverslag as a workbook: the same words and counts, to calculate with; no participant's name in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from assessor.domain.calibration.figures import CriterionFigures
from assessor.domain.calibration.record import GroupRecord, RevealedRound
from assessor.domain.instrument import NOT_OBSERVED
from assessor.domain.text import Language, Text, day_text, same
from assessor.paper.charts.shapes import Drawing
from assessor.reports.calibration_charts import FLIPS, PATTERNS, flips, patterns, spread, verdicts
from assessor.reports.calibration_cycle import parts
from assessor.reports.sheets import Sheets, Value

_COUNTS = Text("Verdeling", "Distribution")
_REPORT = Text("Verslag", "Report")


def write_group_workbook(record: GroupRecord, language: Language, target: BinaryIO) -> None:
    """Write the groepsverslag as XLSX."""
    book = Sheets(language)
    _distribution(book, record)
    _outcomes(book, record)
    _movement(book, record)
    _talk(book, record)
    _yield(book, record)
    told = [(one.heading, line) for one in record.rounds[0].figures.told for line in one.lines]
    book.add(_REPORT, [Text("Onderdeel", "Part"), Text("Zin", "Sentence")], told, [32, 110])
    cycle = [(heading, line) for heading, lines in parts(record) for line in lines]
    book.add(same("Plan-Do-Check-Act"), [Text("Onderdeel", "Part"), Text("Zin", "Sentence")], cycle, [16, 110])
    drawings = list(_drawings(record, language))
    if drawings:
        book.add_pictures(Text("Beelden", "Pictures"), drawings)
    book.save(target)


def _drawings(record: GroupRecord, language: Language) -> Iterator[tuple[Text, Drawing]]:
    """The drawings of the groepsverslag; the counts behind them stand on the other sheets."""
    figures, codes = record.rounds[0].figures, {casus.id: casus.code for casus in record.casussen}
    for one in figures.criteria:
        name = same(f"{one.criterion} ") + _name(record, one.criterion)
        yield name, spread("", one.counts, figures, language, _WIDE)
    bars = verdicts(figures, record.instrument, codes, language, _WIDE)
    if bars is not None:
        yield Text("Uitslag volgens de beslisregel", "Outcome by the decision rule"), bars
    tipped = flips(figures, record.instrument, _WIDE)
    if tipped is not None:
        yield FLIPS, tipped
    for casus in record.casussen:
        drawing = patterns(casus.id, figures, record.instrument, language, _WIDE)
        if drawing is not None:
            yield PATTERNS + same(f" · {casus.code}"), drawing


_WIDE = 520.0
"""Width of a drawing in points."""


def _name(record: GroupRecord, code: str) -> Text:
    return record.instrument.criteria[code].name


def _distribution(book: Sheets, record: GroupRecord) -> None:
    levels = record.rounds[0].figures.levels
    headings = [
        Text("Ronde", "Round"),
        Text("Criterium", "Criterion"),
        Text("Naam", "Name"),
        *(same(level) for level in levels),
        Text("n.w.", "n.o."),
        Text("Ontbreekt", "Missing"),
        Text("Zelfde niveau", "Same level"),
        Text("Marge van", "Margin from"),
        Text("Marge tot", "Margin to"),
        Text("Verdeeld over de grens", "Split over the pass mark"),
        Text("Uitslag hangt hiervan af bij", "Outcome hangs on it for"),
        Text("Volgorde van bespreken", "Order of discussion"),
    ]
    rows = [_counted(record, one, each, levels) for one in record.rounds for each in one.figures.criteria]
    widths = [8, 10, 44, *(7 for _ in levels), 7, 10, 14, 12, 12, 14, 16, 14]
    book.add(_COUNTS, headings, rows, widths)


def _counted(record: GroupRecord, one: RevealedRound, each: CriterionFigures, levels: tuple[str, ...]) -> list[Value]:
    order = one.figures.order
    share: list[Value] = [None, None, None] if each.agreement is None else [round(part, 4) for part in each.agreement]
    return [
        one.round.number,
        each.criterion,
        _name(record, each.criterion),
        *(each.counts.get(level, 0) for level in levels),
        each.counts.get(NOT_OBSERVED, 0),
        each.missing,
        *share,
        Text("ja", "yes") if each.split else Text("nee", "no"),
        each.depends,
        order.index(each.criterion) + 1 if each.criterion in order else None,
    ]


def _outcomes(book: Sheets, record: GroupRecord) -> None:
    codes = {casus.id: casus.code for casus in record.casussen}
    rows: list[list[Value]] = []
    for one in record.rounds:
        for part, casussen in one.figures.outcomes.items():
            name: Value = record.instrument.model(part).label if part else Text("geheel", "whole")
            for casus, counts in casussen.items():
                given = [counts.get(letter, 0) for letter in ("O", "V", "G", "")]
                rows.append([one.round.number, name, codes.get(casus, ""), *given])
    headings = [
        Text("Ronde", "Round"),
        Text("Oordeel over", "Verdict on"),
        Text("Casus", "Case"),
        Text("Onvoldoende", "Insufficient"),
        Text("Voldoende", "Sufficient"),
        Text("Goed", "Good"),
        Text("Nog geen oordeel", "No verdict yet"),
    ]
    if rows:
        book.add(Text("Uitslag", "Outcome"), headings, rows, [8, 16, 16, 14, 14, 10, 18])


def _movement(book: Sheets, record: GroupRecord) -> None:
    levels = record.rounds[0].figures.levels
    rows: list[list[Value]] = [
        [
            later.round.number,
            one.criterion,
            _name(record, one.criterion),
            *(one.before.get(mark, 0) for mark in levels),
            *(one.after.get(mark, 0) for mark in levels),
            one.changed,
        ]
        for later in record.rounds[1:]
        for one in later.figures.movement
    ]
    headings = [
        Text("Ronde", "Round"),
        Text("Criterium", "Criterion"),
        Text("Naam", "Name"),
        *(Text(f"{level} in ronde 1", f"{level} in round 1") for level in levels),
        *(Text(f"{level} daarna", f"{level} after") for level in levels),
        Text("Veranderde scores", "Scores changed"),
    ]
    if rows:
        book.add(Text("Ronde 2", "Round 2"), headings, rows, [8, 10, 44, *(12 for _ in levels * 2), 12])


def _talk(book: Sheets, record: GroupRecord) -> None:
    rooms = {room.id: room.name for room in record.rooms}
    rows: list[list[Value]] = [
        [note.criterion, rooms.get(note.room_id, ""), note.seen, note.reading, note.agreed, note.example]
        for note in record.talk
    ]
    headings = [
        Text("Criterium", "Criterion"),
        Text("Ruimte", "Room"),
        Text("Wat zagen we", "What we saw"),
        Text("Hoe lezen we het criterium", "How we read the criterion"),
        Text("Afspraak", "Agreement"),
        Text("Voorbeeldgedrag", "Example behaviour"),
    ]
    if rows:
        book.add(Text("Besproken", "Discussed"), headings, rows, [10, 14, 40, 40, 40, 40])


def _yield(book: Sheets, record: GroupRecord) -> None:
    rows = list(_yielded(record))
    headings = [
        Text("Sessie", "Session"),
        Text("Wat", "What"),
        Text("Criterium", "Criterion"),
        Text("Tekst", "Text"),
        Text("Wie of waarheen", "Who or whereto"),
        Text("Datum", "Date"),
        Text("Status", "Status"),
    ]
    if rows:
        title = Text("Afspraken en acties", "Agreements and actions")
        book.add(title, headings, rows, [16, 14, 10, 60, 28, 18, 16])


def _yielded(record: GroupRecord) -> Iterator[list[Value]]:
    before = record.follow_up
    days = {session: day_text(day) for session, day in before.days.items()} | {
        record.session.id: day_text(record.day.day)
    }
    for one in (*record.agreements, *before.agreements):
        what = Text("afspraak", "agreement")
        day = day_text(one.decided_on) if one.decided_on else None
        yield [days[one.session_id], what, one.criterion, one.text, one.destination.word, day, one.status.word]
    for proposal in (*record.proposals, *before.proposals):
        what = Text("voorstel", "proposal")
        text = f"{proposal.text} {proposal.answer}".strip()
        yield [days[proposal.session_id], what, proposal.criterion, text, proposal.owner, None, proposal.status.word]
    for action in (*record.actions, *before.actions):
        due = day_text(action.due) if action.due else None
        what = Text("actie", "action")
        yield [days[action.session_id], what, "", action.text, action.owner, due, action.status.word]
