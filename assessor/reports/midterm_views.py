"""Both views of a midterm evaluation side by side: per contrast the criteria with levels, examples and what moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, Paragraph

from assessor.domain.forms import Respondent
from assessor.domain.instrument import NOT_OBSERVED, Scale
from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.midterm.foresight import Course
from assessor.domain.midterm.midterm import SIDES
from assessor.domain.midterm.mirror import MirrorLine, OwnItem, View
from assessor.domain.text import Text, day_text, listing, same
from assessor.paper.charts.mirror import heading
from assessor.paper.document import WIDTH, Bookmark
from assessor.paper.marks import LevelMark
from assessor.paper.pen import Pen
from assessor.paper.row import Cell, Dress, Row, headed
from assessor.paper.styles import BODY, CODE, HEADING, LABEL, STEP, STRONG

_LEFT = 11 * STEP
_ROOM = WIDTH - _LEFT
_GAP = 4 * STEP


def views(account: MidtermAccount, pen: Pen) -> list[Flowable]:
    """Every criterion under how both views on it lie, what moved, and the student's own items."""
    found: list[Flowable] = []
    for contrast, lines in account.mirror.grouped:
        words = heading(account.mirror, contrast, account.programme.supervisor)
        found += _chapter(words, [_criterion(account, line, pen) for line in lines], pen)
    return [*found, *_moved(account, pen), *_towards(account, pen), *_own(account, pen)]


def _chapter(words: Text, content: Sequence[Flowable], pen: Pen, lead: Text | None = None) -> Iterator[Flowable]:
    """A heading kept with the first of what stands under it."""
    above: list[Flowable] = [Bookmark(pen.say(words), HEADING, words.say(pen.language))]
    if lead is not None:
        under = pen.line(lead, LABEL)
        under.keepWithNext = 1
        above.append(under)
    first, *others = content
    yield CondPageBreak(24 * STEP)
    yield headed(above, first, WIDTH)
    yield from others


# ---------------------------------------------------------------- a criterion


def _criterion(account: MidtermAccount, line: MirrorLine, pen: Pen) -> Row:
    if line.steps == 0 and not (line.student.note.strip() or line.mentor.note.strip() or line in account.changed):
        return _alike(line, pen)
    name = pen.line(line.criterion.name, STRONG)
    name.keepWithNext = 1
    sides = [side for side in SIDES if side in account.mirror.sides]
    width = (_ROOM - _GAP * (len(sides) - 1)) / len(sides)
    cells = [
        Cell(place * (width + _GAP), width, list(_view(account, line, side, pen))) for place, side in enumerate(sides)
    ]
    both = Row(cells, Dress(above=STEP, below=0), breaks=None, keep=40 * STEP)
    code = Cell(0, _LEFT - STEP, [pen.line(line.criterion.code, CODE)])
    return Row(
        [code, Cell(_LEFT, _ROOM, [name, both])], Dress(hairline=True, above=1.5 * STEP, below=2 * STEP), breaks=1
    )


def _alike(line: MirrorLine, pen: Pen) -> Row:
    """A criterion of which both say the same and no more, on one line."""
    cells = [
        Cell(0, _LEFT - STEP, [pen.line(line.criterion.code, CODE)]),
        Cell(_LEFT, 56 * STEP, [pen.line(line.criterion.name, STRONG)]),
        Cell(_LEFT + 58 * STEP, _ROOM - 58 * STEP, [_level(line.model.scale, line.student, pen, _BOTH)]),
    ]
    return Row(cells, Dress(hairline=True, above=1.5 * STEP, below=1.5 * STEP))


_BOTH = Text("allebei", "both")


def _view(account: MidtermAccount, line: MirrorLine, side: Respondent, pen: Pen) -> Iterator[Flowable]:
    """Who, the level, what moved since the previous period, and what was asked and answered."""
    is_student = side is Respondent.STUDENT
    view = line.student if is_student else line.mentor
    change = line.student_change if is_student else line.mentor_change
    above = [pen.line(_capital(account.who(side)), LABEL), _level(line.model.scale, view, pen)]
    if change:
        above.append(pen.line(_change(change), LABEL))
    question = line.criterion.questions.get(side.value)
    note = view.note.strip()
    if note and question is not None:
        asked = pen.line(question, LABEL)
        asked.spaceBefore = STEP
        above.append(asked)
    for flowable in above if note else ():
        flowable.keepWithNext = 1
    yield from above
    if note:
        yield pen.prose(note, BODY)


def _level(scale: Scale, view: View, pen: Pen, who: Text | None = None) -> Flowable:
    codes = [level.code for level in scale.levels]
    if view.mark is None:
        return LevelMark(len(codes), 0, pen.line(Text("niet ingevuld", "not filled in"), LABEL))
    filled = 0 if view.mark == NOT_OBSERVED else codes.index(view.mark) + 1
    word = pen.bold(scale.word(view.mark)) + (f", {pen.say(who)}" if who is not None else "")
    return LevelMark(len(codes), filled, Paragraph(word, BODY))


def _change(steps: int) -> Text:
    if steps > 0:
        return Text("↑ hoger dan vorige periode", "↑ higher than the previous period")
    return Text("↓ lager dan vorige periode", "↓ lower than the previous period")


# ---------------------------------------------------------------- since the previous period


def _moved(account: MidtermAccount, pen: Pen) -> Iterator[Flowable]:
    """What moved since the previous midterm, each side by its own measure."""
    if account.before is None:
        return
    since = Text("Sinds de tussenevaluatie van {day}", "Since the midterm evaluation of {day}")
    rows = [_movement(account, line, pen) for line in account.changed]
    unmoved = Text("Niemand koos bij een criterium een ander niveau.", "Nobody chose another level at any criterion.")
    yield from _chapter(since.fill(day=day_text(account.before)), rows or [pen.line(unmoved)], pen)


def _movement(account: MidtermAccount, line: MirrorLine, pen: Pen) -> Row:
    moved = (
        (account.who(Respondent.STUDENT), line.student_change),
        (account.who(Respondent.SUPERVISOR), line.mentor_change),
    )
    words = [
        who + (Text(" hoger", " higher") if change > 0 else Text(" lager", " lower")) for who, change in moved if change
    ]
    told = words[0] if len(words) == 1 else words[0] + same(" · ") + words[1]
    cells = [
        Cell(0, _LEFT - STEP, [pen.line(line.criterion.code, CODE)]),
        Cell(_LEFT, 60 * STEP, [pen.line(line.criterion.name)]),
        Cell(_LEFT + 62 * STEP, _ROOM - 62 * STEP, [pen.line(told)]),
    ]
    return Row(cells, Dress(hairline=True, above=STEP, below=STEP))


# ---------------------------------------------------------------- towards the practice assessment


def _towards(account: MidtermAccount, pen: Pen) -> Iterator[Flowable]:
    """How the practice assessment that followed lies to it: higher or lower, since the labels differ."""
    if account.after is None:
        return
    rows = []
    for one in (Course.HIGHER, Course.LOWER, Course.IN_LINE):
        codes = account.after.codes(one)
        if codes:
            word = one.word.say(pen.language)
            cells = [
                Cell(0, 60 * STEP, [pen.line(same(word[:1].upper() + word[1:]))]),
                Cell(62 * STEP, WIDTH - 62 * STEP, [pen.line(listing(codes))]),
            ]
            rows.append(Row(cells, Dress(hairline=True, above=STEP, below=STEP)))
    if rows:
        heading = Text("De praktijkbeoordeling daarna", "The practice assessment after it")
        when = Text(" van {day}", " of {day}").fill(day=day_text(account.after.day)) if account.after.day else same("")
        yield from _chapter(heading + when, rows, pen)


# ---------------------------------------------------------------- the student's own items


def _own(account: MidtermAccount, pen: Pen) -> Iterator[Flowable]:
    if not account.mirror.own:
        return
    heading = Text("Van de student, voor het gesprek", "The student’s own, for the talk")
    lead = Text(
        "De student bepaalt wat hier staat. Er hoort geen niveau bij.",
        "The student decides what stands here. It gets no level.",
    )
    yield from _chapter(heading, [_item(item, pen) for item in account.mirror.own], pen, lead)


def _item(item: OwnItem, pen: Pen) -> Row:
    said: list[Flowable] = [pen.line(item.own_title.strip() or item.title, STRONG)]
    for question, answer in item.answers:
        asked = pen.line(question, LABEL)
        asked.spaceBefore = STEP
        asked.keepWithNext = 1
        said += [asked, pen.prose(answer)]
    said[0].keepWithNext = 1
    cells = [Cell(_LEFT, _ROOM, said)]
    return Row(cells, Dress(hairline=True, above=1.5 * STEP, below=2 * STEP))


def _capital(word: Text) -> Text:
    return Text(word.nl[:1].upper() + word.nl[1:], word.en[:1].upper() + word.en[1:])
