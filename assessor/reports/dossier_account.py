"""The end of a dossier: full texts, appreciation, the rule in words, history, fingerprint and *voor gezien*."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportlab.platypus import Flowable, Paragraph

from assessor.domain.dossier import State
from assessor.domain.ratings import Place
from assessor.domain.record import Event, Record
from assessor.domain.text import Text
from assessor.paper import fonts
from assessor.paper.document import WIDTH, Bookmark
from assessor.paper.pen import Pen
from assessor.paper.row import Cell, Dress, Row, headed
from assessor.paper.styles import BODY, FIGURES, HAIRLINE, HEADING, LABEL, LABEL_DROP, STEP, STRONG, SUBHEADING
from assessor.reports.dossier_summary import CONTINUED, Overflow

_MEASURE = 100 * STEP
"""Width of running text, in points: some ninety signs to a line."""

_ENDED_WITHOUT_RESULT = frozenset({State.NO_SHOW, State.BROKEN_OFF, State.WITHDRAWN})

_GROUP = 4
"""How many hexadecimal figures of the fingerprint stand together."""


def account(record: Record, pen: Pen, overflow: Overflow, printed_at: datetime) -> list[Flowable]:
    """Everything after the criteria, in the order in which a committee asks for it."""
    trail = [*_history(record, pen), *_fingerprint(record, pen, printed_at)]
    if record.dossier.state in {State.NO_SHOW, State.WITHDRAWN}:
        return trail
    explained = [*_full_texts(overflow, pen), *_appreciation(record, pen), *_rule(record, pen)]
    return [*explained, *trail, *_seen(record, pen)]


def _heading(words: Text, pen: Pen) -> Bookmark:
    return Bookmark(pen.say(words), HEADING, words.say(pen.language))


def _full_texts(overflow: Overflow, pen: Pen) -> Iterator[Flowable]:
    """The texts that page 1 shows only the start of."""
    for number, (heading, text) in enumerate(overflow):
        subheading = pen.line(heading, SUBHEADING)
        subheading.keepWithNext = 1
        above = [_heading(CONTINUED, pen)] if number == 0 else []
        yield headed([*above, subheading], pen.prose(text), WIDTH)


def _appreciation(record: Record, pen: Pen) -> Iterator[Flowable]:
    text = record.dossier.sheet.passage(Place.APPRECIATION)
    if text.strip():
        heading = _heading(Text("Waardering (telt niet mee)", "Appreciation (does not count)"), pen)
        yield headed([heading], pen.prose(text), WIDTH)


def _rule(record: Record, pen: Pen) -> Iterator[Flowable]:
    rule = record.instrument.rule
    if rule is None or not rule.in_words:
        return
    said = [_below(pen.line(sentence)) for sentence in rule.in_words]
    if record.instrument.published is not None:
        label = Text("Vooraf gepubliceerd", "Published beforehand")
        said.append(_below(pen.labelled(label, record.instrument.published.say(pen.language)), 2 * STEP))
    heading = _heading(Text("De regel in woorden", "The rule in words"), pen)
    yield headed([heading], Row([Cell(0, _MEASURE, said)], Dress(above=0)), WIDTH)


def _below(paragraph: Paragraph, distance: float = STEP) -> Paragraph:
    """The paragraph, at some distance from the one above it."""
    paragraph.spaceBefore = distance
    return paragraph


# ---------------------------------------------------------------- history and fingerprint


def _history(record: Record, pen: Pen) -> Iterator[Flowable]:
    if not record.history:
        return
    words = Text("Geschiedenis sinds definitief maken", "History since the verdict was made final")
    if record.dossier.state in _ENDED_WITHOUT_RESULT:
        words = Text("Geschiedenis", "History")
    first, *others = [_event(event, pen) for event in record.history]
    yield headed([_heading(words, pen)], first, WIDTH)
    yield from others


def _event(event: Event, pen: Pen) -> Row:
    said: list[Flowable] = [pen.line(event.what)]
    if event.reason.strip():
        said.append(pen.labelled(Text("Reden", "Reason"), event.reason))
    cells = [
        Cell(0, 31 * STEP, [Paragraph(pen.moment(event.at), LABEL)], LABEL_DROP),
        Cell(32 * STEP, WIDTH - 66 * STEP, said),
        Cell(WIDTH - 33 * STEP, 33 * STEP, [pen.line(event.actor, LABEL)], LABEL_DROP),
    ]
    return Row(cells, Dress(hairline=True), breaks=1)


def _fingerprint(record: Record, pen: Pen, printed_at: datetime) -> Iterator[Flowable]:
    result = record.dossier.result
    said: list[Flowable]
    if result is None:
        said = [pen.line(_NO_FINGERPRINT if record.dossier.state.is_open else _NEVER_A_FINGERPRINT)]
    else:
        said = [pen.line(line, FIGURES) for line in _groups(result.fingerprint)]
        said.append(_below(pen.line(_ABOUT_FINGERPRINT, LABEL)))
    key = record.dossier.instrument
    about = Text(
        "Instrument {id}, versie {version}, controlegetal {start} …",
        "Instrument {id}, version {version}, fingerprint {start} …",
    )
    start = " ".join(_split(key.fingerprint)[:4])
    said.append(pen.line(about.fill(id=key.id, version=key.version, start=start), LABEL))
    made = Text("Deze pdf is gemaakt op {moment}.", "This PDF was made on {moment}.")
    said.append(pen.line(made.fill(moment=pen.moment(printed_at)), LABEL))
    if _has_gaps(record):
        said.append(pen.line(_GAPS, LABEL))
    heading = _heading(Text("Controlegetal", "Fingerprint"), pen)
    yield headed([heading], Row([Cell(0, _MEASURE, said)], Dress(above=0)), WIDTH)


_NO_FINGERPRINT = Text(
    "Nog geen: het controlegetal ontstaat bij definitief maken.",
    "None yet: the fingerprint is made when the dossier is made final.",
)
_NEVER_A_FINGERPRINT = Text(
    "Geen: een controlegetal hoort bij een definitief oordeel.", "None: a fingerprint belongs to a final verdict."
)
_ABOUT_FINGERPRINT = Text(
    "Wie in het definitieve dossier ook maar één teken verandert, krijgt een ander getal. Zo is na te gaan dat dit"
    " papier bij het dossier hoort.",
    "Whoever changes a single character of the final dossier gets another number. That shows whether this paper"
    " belongs to the dossier.",
)
_GAPS = Text(
    "□ staat voor een teken dat in de letter van dit papier niet voorkomt, zoals een emoji.",
    "□ stands for a character that the letters of this paper do not hold, such as an emoji.",
)


def _split(fingerprint: str) -> list[str]:
    return [fingerprint[at : at + _GROUP] for at in range(0, len(fingerprint), _GROUP)]


def _groups(fingerprint: str) -> list[str]:
    groups = _split(fingerprint)
    return ["  ".join(groups[at : at + 8]) for at in range(0, len(groups), 8)]


def _has_gaps(record: Record) -> bool:
    sheet = record.dossier.sheet
    texts = [*sheet.passages.values(), *(rating.note for rating in sheet.ratings.values()), record.student.name]
    return any(fonts.lacks(text) for text in texts)


# ---------------------------------------------------------------- voor gezien


def _seen(record: Record, pen: Pen) -> Iterator[Flowable]:
    remark = record.dossier.sheet.passage(Place.STUDENT_REMARK).strip()
    block = [pen.line(_SEEN, BODY), *_blank_lines(record, pen, with_remark=not remark)]
    heading = _heading(Text("Voor gezien", "Seen"), pen)
    yield headed([heading], Row([Cell(0, WIDTH, block)], Dress(above=0)), WIDTH)
    if remark:
        label = Text("Opmerking van de student", "The student’s remark")
        yield Row([Cell(0, WIDTH, [pen.line(label, STRONG), pen.prose(remark)])], Dress(above=2 * STEP))


_SEEN = Text(
    "Voor gezien: de student heeft dit formulier gelezen. Dit is geen akkoord.",
    "Seen: the student has read this form. This is not an agreement.",
)


def _blank_lines(record: Record, pen: Pen, *, with_remark: bool) -> list[Flowable]:
    """Room to write by hand: name, date and signature on one row, then the remark."""
    third = (WIDTH - 8 * STEP) / 3
    labels = (
        (Text("Naam", "Name"), record.student.name),
        (Text("Datum", "Date"), ""),
        (Text("Handtekening", "Signature"), ""),
    )
    cells = [
        Cell(number * (third + 4 * STEP), third, [_Line(pen.line(label, LABEL), pen.line(value))])
        for number, (label, value) in enumerate(labels)
    ]
    lines: list[Flowable] = [Row(cells, Dress(above=2 * STEP, below=STEP))]
    if with_remark:
        lines.append(_below(pen.line(Text("Opmerking van de student", "The student’s remark"), LABEL), 2 * STEP))
        lines += [_Line(pen.line(""), pen.line(""), height=6 * STEP) for _ in range(4)]
    return lines


class _Line(Flowable):
    """A line to write on, with a label above it and perhaps something on it already."""

    def __init__(self, label: Paragraph, value: Paragraph, height: float = 12 * STEP) -> None:
        super().__init__()
        self.label = label
        self.value = value
        self.height = height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """As wide as there is room."""
        self.width = availWidth
        self._label_height = self.label.wrap(availWidth, availHeight)[1]
        self.value.wrap(availWidth, availHeight)
        return availWidth, self.height

    def draw(self) -> None:
        """Draw label, value and the line under them."""
        self.label.drawOn(self.canv, 0, self.height - self._label_height)
        self.value.drawOn(self.canv, 0, STEP)
        self.canv.saveState()
        self.canv.setStrokeColor(HAIRLINE)
        self.canv.setLineWidth(0.75)
        self.canv.line(0, 0, self.width, 0)
        self.canv.restoreState()
