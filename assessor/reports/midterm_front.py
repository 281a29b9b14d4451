"""Page 1 of a midterm evaluation: who, what, how it stands, the picture, and what the talk is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from reportlab.platypus import Flowable, PageBreak, Spacer

from assessor.domain.forms import Respondent
from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.midterm.midterm import SIDES
from assessor.domain.midterm.mirror import MirrorLine
from assessor.domain.text import LANGUAGES, Text, day_text, listing, same
from assessor.paper.charts.flowable import Chart
from assessor.paper.charts.mirror import mirror_picture
from assessor.paper.document import HEIGHT, WIDTH, Bookmark
from assessor.paper.pen import Pen
from assessor.paper.row import Cell, Dress, Row
from assessor.paper.styles import CODE, HEADING, LABEL, LABEL_DROP, STEP, STRONG, SUBTITLE, TINT, TITLE

_WHO, _WHO_LABEL = 54 * STEP, 20 * STEP
_WHAT, _WHAT_LABEL = WIDTH - 58 * STEP, 29 * STEP
"""Width of each half of the facts and of the labels in it, in points."""
_MOST_ROWS = 30
"""Criteria in one picture, which cannot break over pages."""


def front(account: MidtermAccount, pen: Pen) -> list[Flowable]:
    """Page 1; where the agenda finds no room under the picture it stands whole at the top of page 2."""
    page = [*_title(account, pen), _facts(account, pen), _subject(account, pen), *_picture(account, pen)]
    agenda = list(_agenda(account, pen))
    if _height([*page, *agenda]) <= HEIGHT:
        return [*page, *agenda, PageBreak()]
    return [*page, PageBreak(), *agenda]


def _title(account: MidtermAccount, pen: Pen) -> Iterator[Flowable]:
    title = Bookmark(pen.say(account.instrument.title), TITLE, Text("Samenvatting", "Summary").say(pen.language))
    title.keepWithNext = 0
    yield title
    words = Text("De spiegel van student en {supervisor}", "The mirror of student and {supervisor}")
    yield pen.line(words.fill(supervisor=account.programme.supervisor), SUBTITLE)


# ---------------------------------------------------------------- who and what


def _facts(account: MidtermAccount, pen: Pen) -> Row:
    return Row(
        [Cell(0, _WHO, list(_who(account, pen))), Cell(WIDTH - _WHAT, _WHAT, list(_what(account, pen)))],
        Dress(above=2 * STEP, below=3 * STEP),
    )


def _who(account: MidtermAccount, pen: Pen) -> Iterator[Flowable]:
    programme, student = account.programme, account.student
    parts = [programme.name, programme.variants.get(student.variant, same(student.variant))]
    parts.append(account.phase.name if account.phase is not None else same(student.phase))
    known = [part for part in parts if not part.is_empty]
    studied = Text(*(", ".join(part.say(language) for part in known) for language in LANGUAGES))
    for label, value in (
        (Text("Student", "Student"), student.name),
        (Text("Nummer", "Number"), student.number),
        (Text("Opleiding", "Programme"), studied),
        (_capital(programme.organisation), account.organisation or "–"),
        (_capital(programme.supervisor), account.midterm.supervisor or "–"),
    ):
        yield _fact(pen, label, value, _WHO_LABEL, _WHO)


def _what(account: MidtermAccount, pen: Pen) -> Iterator[Flowable]:
    midterm = account.midterm
    form = Text("Formulier {who}", "Form of {who}")
    facts: list[tuple[Text, Text | str]] = [(Text("Status", "Status"), midterm.stand)]
    facts += [(form.fill(who=account.who(side)), _came(account, side, pen)) for side in SIDES]
    spoken = account.written.day if account.written is not None and account.written.day else midterm.talked_on
    talk = pen.day(spoken) if spoken else Text("nog te voeren", "still to be held")
    facts += [(Text("Gesprek", "Talk"), talk), (Text("Uitgezet door", "Sent out by"), account.coordinator or "–")]
    for label, value in facts:
        yield _fact(pen, label, value, _WHAT_LABEL, _WHAT)


def _came(account: MidtermAccount, side: Respondent, pen: Pen) -> Text:
    """How and when a form came in."""
    receipt = account.receipt(side)
    if side in account.missing:
        return Text("ontbreekt", "missing")
    if receipt is None:
        return Text("binnen", "in")
    parts = [day_text(_local(receipt.received_at, pen)), receipt.way.word]
    if not receipt.complete:
        parts.append(Text("niet alles ingevuld", "not everything filled in"))
    return Text(*(", ".join(part.say(language) for part in parts) for language in LANGUAGES))


def _local(at: datetime, pen: Pen) -> date:
    """The day in the time zone of the paper."""
    return (at if pen.zone is None else at.astimezone(pen.zone)).date()


def _fact(pen: Pen, label: Text, value: Text | str, left: float, width: float) -> Row:
    cells = [
        Cell(0, left - STEP, [pen.line(label, LABEL)], LABEL_DROP),
        Cell(left, width - left, [pen.line(value)]),
    ]
    return Row(cells, Dress(above=STEP / 2, below=0))


# ---------------------------------------------------------------- what the talk is about


def _subject(account: MidtermAccount, pen: Pen) -> Row:
    """A box with the subjects of the talk, or with what is out of the ordinary."""
    if account.missing:
        reason = pen.labelled(Text("Reden", "Reason"), account.midterm.reason)
        said: list[Flowable] = [pen.line(_lacking(account), STRONG), reason, pen.line(_ONE_VIEW)]
    elif account.mirror.subjects:
        said = [pen.line(_SUBJECT, LABEL), *(_line(line, pen) for line in account.mirror.subjects)]
    else:
        unseen = any(line.steps is None for line in account.mirror.lines)
        said = [pen.line(_SUBJECT, LABEL), pen.line(_NO_DIFFERENCE if unseen else _ALL_ALIKE, STRONG)]
    if account.mirror.identical:
        said += [Spacer(0, STEP), pen.line(_IDENTICAL)]
    return Row([Cell(_INSET, WIDTH - 2 * _INSET, said)], Dress(tint=TINT, bar=True, above=2 * STEP, below=2.5 * STEP))


_INSET = 3 * STEP


def _line(line: MirrorLine, pen: Pen) -> Row:
    """One subject: which criterion, and how both views on it lie."""
    left, right = 9 * STEP, 70 * STEP
    cells = [
        Cell(0, left - STEP, [pen.line(line.criterion.code, CODE)]),
        Cell(left, right - left - STEP, [pen.line(line.criterion.name, STRONG)]),
        Cell(right, WIDTH - 2 * _INSET - right, [pen.line(line.contrast.word, LABEL)], LABEL_DROP),
    ]
    return Row(cells, Dress(above=STEP / 2, below=0))


_SUBJECT = Text("Hier gaat het gesprek over", "What the talk is about")
_ALL_ALIKE = Text(
    "Jullie kiezen overal hetzelfde niveau. Vertel elkaar welk voorbeeld je voor ogen had: is dat ook hetzelfde?",
    "You choose the same level everywhere. Tell each other which example you had in mind: is that the same too?",
)
_NO_DIFFERENCE = Text(
    "Waar jullie allebei een niveau kiezen, is het hetzelfde. Begin met wat nog niet naast elkaar te leggen is.",
    "Where you both choose a level, it is the same. Begin with what cannot be compared yet.",
)
_ONE_VIEW = Text(
    "Hieronder staat het ene beeld dat er is. Het gesprek vult aan wat ontbreekt.",
    "Below stands the one view that there is. The talk adds what is missing.",
)
_IDENTICAL = Text(
    "Beide formulieren zijn woord voor woord gelijk. Vraag elkaar of ieder een eigen formulier heeft ingevuld.",
    "Both forms are the same, word for word. Ask each other whether each of you filled in a form of your own.",
)


def _lacking(account: MidtermAccount) -> Text:
    words = Text("Het formulier van de {who} is er niet.", "The form of the {who} is not there.")
    return words.fill(who=listing([account.who(side) for side in account.missing]))


def _picture(account: MidtermAccount, pen: Pen) -> Iterator[Flowable]:
    """The picture; of an instrument with very many criteria, pictures under each other."""
    yield Spacer(0, 3 * STEP)
    lines = [line for _, group in account.mirror.grouped for line in group]
    for start in range(0, len(lines), _MOST_ROWS):
        part = replace(account.mirror, lines=tuple(lines[start : start + _MOST_ROWS]))
        yield Chart(mirror_picture(part, account.programme.supervisor, WIDTH, pen.language))


def _agenda(account: MidtermAccount, pen: Pen) -> Iterator[Flowable]:
    words = Text("Agenda van het gesprek", "Agenda of the talk")
    yield Bookmark(pen.say(words), _AGENDA, words.say(pen.language))
    for number, item in enumerate(account.agenda, start=1):
        cells = [
            Cell(0, 5 * STEP, [pen.line(f"{number}", CODE)]),
            Cell(5 * STEP, 37 * STEP, [pen.line(item.heading, STRONG)]),
            Cell(44 * STEP, WIDTH - 44 * STEP, [pen.line(item.question)]),
        ]
        yield Row(cells, Dress(hairline=True, above=STEP / 2, below=STEP / 2))


_AGENDA = HEADING.clone("agenda", spaceBefore=2 * STEP, spaceAfter=STEP)


def _capital(word: Text) -> Text:
    return Text(word.nl[:1].upper() + word.nl[1:], word.en[:1].upper() + word.en[1:])


def _height(page: Sequence[Flowable]) -> float:
    total, after = 0.0, 0.0
    for flowable in page:
        total += flowable.wrap(WIDTH, HEIGHT)[1] + max(after, flowable.getSpaceBefore())
        after = flowable.getSpaceAfter()
    return total
