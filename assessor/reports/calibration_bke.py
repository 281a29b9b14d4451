"""The BKE-kalibratieverslag of a candidate: own scores beside the group, and prompts (domain text, section 2).

The same parts make a PDF, to hand in on paper, and a document to go on writing in; both open with the candidate's own
code. The proof of participation stands apart, because it goes to others: nobody's score stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.calibration.conclusion import Agreed
from assessor.domain.calibration.record import PrivateRecord
from assessor.domain.instrument import NOT_OBSERVED
from assessor.domain.text import Language, Text, day_text, listing, same
from assessor.reports.calibration_private import QUESTIONS, told

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from assessor.paper.pen import Pen

TITLE = Text("BKE-kalibratieverslag", "BKE calibration report")
_ROOM, _ROOM_LINES = 34.0, 5
"""Room to write under a prompt: on paper in steps, in the document in lines."""


@dataclass(frozen=True)
class Part:
    """A chapter: sentences, then a table, then room to write."""

    heading: Text
    lines: tuple[Text, ...] = ()
    table: tuple[tuple[Text, ...], ...] = ()
    to_write: bool = False


def parts(record: PrivateRecord, agreements: Sequence[Agreed]) -> Iterator[Part]:
    """The chapters from top to bottom."""
    yield Part(Text("De sessie", "The session"), tuple(_session(record)))
    # The first sentence says who gets the private page; this report is made to be handed in.
    yield Part(
        Text("Jouw scores naast de groep", "Your scores beside the group"),
        tuple(told(record))[1:],
        tuple(_scores(record)),
    )
    about = [same(f"{one.criterion}: " if one.criterion else "") + same(one.text) for one in agreements]
    if about:
        yield Part(Text("Wat de groep afsprak", "What the group agreed"), tuple(about))
    for number, question in enumerate(QUESTIONS, start=1):
        yield Part(same(f"{number}. ") + question, to_write=True)


def _session(record: PrivateRecord) -> Iterator[Text]:
    models = listing([record.instrument.model(code).number for code in record.session.models])
    yield (
        same(f"{record.session.title} · ")
        + day_text(record.day.day)
        + same(f", {record.day.place}" if record.day.place else "")
    )
    yield record.instrument.title + Text(", versie {v}, model {m}", ", version {v}, model {m}").fill(
        v=record.instrument.version, m=models
    )
    casussen = [same(f"{one.code} (") + one.kind.word + same(")") for one in record.casussen]
    yield Text("Casus: {casussen}", "Case: {casussen}").fill(casussen=listing(casussen))


def _scores(record: PrivateRecord) -> Iterator[tuple[Text, ...]]:
    yield (
        Text("Criterium", "Criterion"), Text("Jouw niveau", "Your level"), Text("Groep", "Group"),
        Text("Jouw toelichting", "Your explanation"),
    )  # fmt: skip
    several = len(record.casussen) > 1
    for casus in record.casussen:
        for code, mark in record.marks.get(casus.id, {}).items():
            name = same(f"{casus.code} · {code} " if several else f"{code} ") + record.instrument.criteria[code].name
            scale = record.instrument.model_of[code].scale
            note = record.notes.get(casus.id, {}).get(code, "")
            yield name, scale.word(mark), _group(record, casus.id, code), same(note)


def _group(record: PrivateRecord, casus_id: str, code: str) -> Text:
    """How the group lies; nothing where so few scored that it would tell what another gave."""
    counts = record.group.get(casus_id, {}).get(code, {})
    scale = record.instrument.model_of[code].scale
    marks = [*(level.code for level in scale.levels), NOT_OBSERVED]
    given = [same(f"{counts[mark]} ") + scale.word(mark) for mark in marks if counts.get(mark)]
    return listing(given) if given and not record.few else same("–")


def write_bke_pdf(
    record: PrivateRecord, agreements: Sequence[Agreed], language: Language, target: BinaryIO, *, printed_at: datetime
) -> None:
    """Write the report as encrypted PDF that opens with the candidate's own code."""
    from reportlab.platypus import Spacer

    from assessor.paper import fonts
    from assessor.paper.pen import Pen
    from assessor.paper.styles import STEP
    from assessor.reports.calibration_page import chapter, opening, sentences, session_name
    from assessor.reports.calibration_private import write_sealed

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    story = opening(TITLE, same(f"{record.participant.name} · ") + session_name(record.session, record.day), pen)
    for part in parts(record, agreements):
        content: list[Flowable] = sentences(part.lines, pen)
        content += [_table_row(row, pen, is_head=place == 0) for place, row in enumerate(part.table)]
        if part.to_write:
            content.append(Spacer(0, _ROOM * STEP))
        story += chapter(part.heading, content, pen)
    write_sealed(story, record, TITLE, language, target, printed_at)


def _table_row(cells: Sequence[Text], pen: Pen, *, is_head: bool) -> Flowable:
    from assessor.paper.document import WIDTH
    from assessor.paper.row import Cell, Dress, Row
    from assessor.paper.styles import BODY, LABEL, STEP

    shares, x, made = (0.3, 0.16, 0.24, 0.3), 0.0, []
    for share, cell in zip(shares, cells, strict=True):
        made.append(Cell(x, WIDTH * share - STEP, [pen.line(cell, LABEL if is_head else BODY)]))
        x += WIDTH * share
    return Row(made, Dress(hairline=True, above=STEP, below=STEP))


def write_bke_document(
    record: PrivateRecord, agreements: Sequence[Agreed], language: Language, target: BinaryIO, *, made_at: datetime
) -> None:
    """Write the report as a document (.docx) to go on writing in, that opens with the candidate's own code."""
    from assessor.paper.word import WordDocument, sealed
    from assessor.reports.calibration_page import session_name

    document = WordDocument(TITLE.say(language), language, made_at)
    document.add(TITLE.say(language), "Title")
    document.add(record.participant.name)
    document.add(session_name(record.session, record.day).say(language), "Quiet")
    for part in parts(record, agreements):
        document.add(part.heading.say(language), "Heading1")
        for line in part.lines:
            document.add(line.say(language))
        if part.table:
            head, *rows = [[cell.say(language) for cell in row] for row in part.table]
            document.add_table(head, rows, (27, 20, 25, 28))
        if part.to_write:
            document.add_room(_ROOM_LINES)
    target.write(sealed(document.content(), record.code))
