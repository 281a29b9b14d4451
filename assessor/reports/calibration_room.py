"""The groepspakket of a room on A4: agenda, how the levels lie, and how we talk; no name stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.calibration.record import RoomRecord
from assessor.domain.calibration.script import GROUND_RULES, Step, StepKind
from assessor.domain.text import Language, Text, same

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from assessor.paper.pen import Pen

TITLE = Text("Groepspakket", "Room package")


def write_room(record: RoomRecord, language: Language, target: BinaryIO, *, printed_at: datetime) -> None:
    """Write the groepspakket as PDF (A4)."""
    from assessor.paper import fonts
    from assessor.paper.document import write
    from assessor.paper.pen import Pen
    from assessor.reports.calibration_page import chapter, furniture, opening, sentences, session_name

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    subtitle = same(f"{record.room.name} · ") + session_name(record.session, record.day)
    story = opening(TITLE, subtitle, pen)
    story += chapter(Text("Agenda", "Agenda"), [_step(one, record, pen) for one in record.agenda], pen)
    heading = (
        Text("Zo scoorden wij", "How we scored") if record.alone else Text("Zo scoorde de groep", "How all scored")
    )
    story += chapter(heading, [*sentences([_about(record)], pen), *_bars(record, pen)], pen)
    rules = sentences([*GROUND_RULES, _who(record)], pen)
    story += chapter(Text("Zo praten we", "How we talk"), rules, pen)
    write(story, target, furniture(TITLE, record.day, record.instrument, language), language, printed_at=printed_at)


_OURS, _ALL = Text("Zo scoorden wij", "How we scored"), Text("Zo scoorde de hele groep", "How the whole group scored")


def _step(one: Step, record: RoomRecord, pen: Pen) -> Flowable:
    from assessor.paper.document import WIDTH
    from assessor.paper.row import Cell, Dress, Row
    from assessor.paper.styles import LABEL, STEP, STRONG

    title = one.title
    if one.kind is StepKind.DISCUSS and one.criterion:
        title = one.kind.word.fill(criterion=same(f"{one.criterion} ") + record.instrument.criteria[one.criterion].name)
    minutes = Text("{n} min", "{n} min").fill(n=one.minutes)
    begin = same(f"{one.start // 60}:{one.start % 60:02}")
    cells = [
        Cell(0, 14 * STEP, [pen.line(begin, LABEL)]),
        Cell(15 * STEP, WIDTH - 33 * STEP, [pen.line(title, STRONG)]),
        Cell(WIDTH - 16 * STEP, 16 * STEP, [pen.line(minutes, LABEL)]),
    ]
    return Row(cells, Dress(hairline=True, above=2, below=2))


def _about(record: RoomRecord) -> Text:
    if record.alone:
        return Text(
            "Scores van de {n} mensen in deze ruimte, vóór de bespreking. Bespreek eerst wat bovenaan staat.",
            "Scores of the {n} people in this room, before the discussion. Discuss first what stands at the top.",
        ).fill(n=record.people)
    return Text(
        "Van deze ruimte alleen staat de verdeling hier niet: met zo weinig mensen is te raden wie wat gaf.",
        "The distribution of this room alone is not shown: with so few people it could be guessed who gave what.",
    )


def _bars(record: RoomRecord, pen: Pen) -> Iterator[Flowable]:
    from assessor.paper.charts.flowable import Chart
    from assessor.paper.document import WIDTH
    from assessor.reports.calibration_charts import spread

    first = record.figures.order
    codes = [*first, *(one.criterion for one in record.figures.criteria if one.criterion not in first)]
    for code in codes:
        name = f"{code} {record.instrument.criteria[code].name.say(pen.language)}"
        yield Chart(spread(name, record.counts.get(code, {}), record.figures, pen.language, WIDTH))


def _who(record: RoomRecord) -> Text:
    words = record.figures.words
    return WHO.fill(low=words[0], high=words[-1])


WHO = Text(
    "Wie gaf {low}? Wie gaf {high}? Wil één van jullie vertellen wat je zag?",
    "Who gave {low}? Who gave {high}? Would one of you tell what you saw?",
)
"""What a moderator asks first (practice text, section 3)."""
