"""The end of a midterm evaluation on paper: agreements, closing questions, the studiecoach, and what was printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reportlab.platypus import Flowable, Spacer

from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.midterm.talk import Agreement, Talk
from assessor.domain.text import Text
from assessor.paper import fonts
from assessor.paper.document import WIDTH, Bookmark
from assessor.paper.pen import Pen
from assessor.paper.row import Cell, Dress, Row, headed
from assessor.paper.styles import CODE, HEADING, LABEL, LABEL_DROP, STEP, STRONG

_LEFT = 11 * STEP
_ROOM = WIDTH - _LEFT
_LABEL = 30 * STEP


def talk(account: MidtermAccount, pen: Pen, printed_at: datetime) -> list[Flowable]:
    """What was agreed and answered, if anything was, and when this was printed."""
    found: list[Flowable] = []
    written = account.written
    if written is not None:
        found += _chapter(Text("Afspraken", "Agreements"), list(_agreements(account, written, pen)), pen)
        found += _chapter(Text("Terugkijken", "Looking back"), list(_answers(account, written, pen)), pen)
        found += _chapter(Text("De studiecoach", "The study coach"), list(_coach(account, written, pen)), pen)
    return [*found, Spacer(0, 4 * STEP), *_colophon(account, pen, printed_at)]


def _chapter(words: Text, content: Sequence[Flowable], pen: Pen) -> Iterator[Flowable]:
    if content:
        first, *others = content
        yield headed([Bookmark(pen.say(words), HEADING, words.say(pen.language))], first, WIDTH)
        yield from others


def _agreements(account: MidtermAccount, written: Talk, pen: Pen) -> Iterator[Flowable]:
    for number, one in enumerate(written.agreements, start=1):
        yield _agreement(account, number, one, pen)


def _agreement(account: MidtermAccount, number: int, one: Agreement, pen: Pen) -> Row:
    criterion = account.instrument.criteria.get(one.criterion)
    heading = Text("Afspraak {number}", "Agreement {number}").fill(number=number)
    said: list[Flowable] = [pen.line(criterion.name if criterion is not None else heading, STRONG)]
    labelled = (
        (Text("Wat spreken jullie af?", "What do you agree?"), one.what),
        (Text("Wat heeft de student nodig?", "What does the student need?"), one.support),
        (Text("Wanneer klaar?", "Done by?"), pen.day(one.by) if one.by else ""),
    )
    for label, text in labelled:
        if text.strip():
            cells = [
                Cell(0, _LABEL - STEP, [pen.line(label, LABEL)], LABEL_DROP),
                Cell(_LABEL, _ROOM - _LABEL, [pen.prose(text)]),
            ]
            said.append(Row(cells, Dress(above=STEP / 2, below=0), breaks=1))
    said[0].keepWithNext = 1
    code = pen.line(one.criterion or str(number), CODE)
    cells = [Cell(0, _LEFT - STEP, [code]), Cell(_LEFT, _ROOM, said)]
    return Row(cells, Dress(hairline=True, above=1.5 * STEP, below=2 * STEP), breaks=1)


def _answers(account: MidtermAccount, written: Talk, pen: Pen) -> Iterator[Flowable]:
    for question, answer in zip(account.instrument.closing_questions, written.answers, strict=False):
        if answer.strip():
            asked = pen.line(question, STRONG)
            asked.keepWithNext = 1
            yield Row(
                [Cell(0, WIDTH, [asked, pen.prose(answer)])], Dress(hairline=True, above=1.5 * STEP, below=2 * STEP)
            )


def _coach(account: MidtermAccount, written: Talk, pen: Pen) -> Iterator[Flowable]:
    """Whether the report goes to the studiecoach, and why."""
    told = [words for words, applies in ((_SHARED, written.share), (_CONCERN, written.concern)) if applies]
    said: list[Flowable] = [pen.line(words) for words in told or [_KEPT]]
    if told and account.student.study_coach:
        said.append(pen.labelled(Text("Studiecoach", "Study coach"), account.student.study_coach))
    yield Row([Cell(0, WIDTH, said)], Dress(above=0, below=0))


_SHARED = Text(
    "De student wil dit verslag met de studiecoach delen.",
    "The student wants to share this report with the study coach.",
)
_CONCERN = Text(
    "Zorg melden aan studiecoach: ja. Daarom gaat dit verslag naar de studiecoach.",
    "Report a concern to the study coach: yes. That is why this report goes to the study coach.",
)
_KEPT = Text("Dit verslag gaat niet naar de studiecoach.", "This report does not go to the study coach.")


def _colophon(account: MidtermAccount, pen: Pen, printed_at: datetime) -> Iterator[Flowable]:
    instrument = account.instrument
    about = Text("Instrument {id}, versie {version}. ", "Instrument {id}, version {version}. ").fill(
        id=instrument.id, version=instrument.version
    )
    made = Text("Deze pdf is gemaakt op {moment}.", "This PDF was made on {moment}.").fill(
        moment=pen.moment(printed_at)
    )
    yield pen.line(about + made, LABEL)
    if any(fonts.lacks(text) for text in _texts(account)):
        yield pen.line(_GAPS, LABEL)


_GAPS = Text(
    "□ staat voor een teken dat in de letter van dit papier niet voorkomt, zoals een emoji.",
    "□ stands for a character that the letters of this paper do not hold, such as an emoji.",
)


def _texts(account: MidtermAccount) -> Iterator[str]:
    """What people wrote."""
    yield account.student.name
    yield account.midterm.supervisor
    for line in account.mirror.lines:
        yield from (line.student.note, line.mentor.note)
    for item in account.mirror.own:
        yield from (item.own_title, *(answer for _, answer in item.answers))
    if account.written is not None:
        yield from account.written.values().values()
