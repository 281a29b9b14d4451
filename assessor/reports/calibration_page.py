"""What the papers of calibration share: headings, sentences, facts and the furniture around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, Spacer

from assessor.domain.calibration.session import CalibrationDay, Session
from assessor.domain.instrument import Instrument
from assessor.domain.text import Language, Text, day_text, same
from assessor.paper.document import WIDTH, Bookmark, Furniture
from assessor.paper.pen import Pen
from assessor.paper.row import Cell, Dress, Row, headed
from assessor.paper.styles import BODY, HEADING, LABEL, LABEL_DROP, STEP, SUBTITLE, TITLE

MEASURE = 100 * STEP
"""Width of running text, in points: some ninety signs to a line."""
LABEL_WIDTH = 32 * STEP
EXAMPLE_STAMP = Text("Voorbeeld - niet vastgesteld", "Example - not established")


def furniture(title: Text, day: CalibrationDay, instrument: Instrument | None, language: Language) -> Furniture:
    """What stands around the text; never a person's name."""
    head = title + same(" · ") + day_text(day.day)
    stamp = EXAMPLE_STAMP.say(language) if instrument is not None and instrument.is_example else ""
    return Furniture(title.say(language), title.say(language), head.say(language), head.say(language), stamp)


def opening(title: Text, subtitle: str | Text, pen: Pen) -> list[Flowable]:
    """The title with the session under it."""
    name = Bookmark(pen.say(title), TITLE, title.say(pen.language))
    return [name, pen.line(subtitle, SUBTITLE), Spacer(0, 3 * STEP)]


def chapter(heading: Text, content: Sequence[Flowable], pen: Pen, depth: int = 0) -> Iterator[Flowable]:
    """A heading with what stands under it, kept with the first of it; nothing without content."""
    if not content:
        return
    first, *others = content
    yield headed([Bookmark(pen.say(heading), HEADING, heading.say(pen.language), depth)], first, WIDTH)
    yield from others


def sentences(lines: Sequence[Text], pen: Pen) -> list[Flowable]:
    """Sentences in running text, each a paragraph of its own."""
    return [Row([Cell(0, MEASURE, [pen.line(line, BODY)])], Dress(above=0, below=STEP)) for line in lines]


def fact(label: Text | str, value: Text | str, pen: Pen) -> Row:
    """A label with its value beside it."""
    text = value if isinstance(value, str) else value.say(pen.language)
    cells = [
        Cell(0, LABEL_WIDTH - STEP, [pen.line(label, LABEL)], LABEL_DROP),
        Cell(LABEL_WIDTH, WIDTH - LABEL_WIDTH, [pen.prose(text)]),
    ]
    return Row(cells, Dress(hairline=True, above=STEP, below=STEP), breaks=1)


def session_name(session: Session, day: CalibrationDay) -> Text:
    """The session with its day and place."""
    place = f", {day.place}" if day.place else ""
    return same(f"{session.title} · ") + day_text(day.day) + same(place)
