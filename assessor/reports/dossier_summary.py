"""Page 1 of a dossier: who, what, the verdict and how it came about, on one page whatever people wrote."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Paragraph, Spacer

from assessor.domain.dossier import Dossier, State
from assessor.domain.instrument import Instrument, Outcome, Status
from assessor.domain.organisation import Organisation, OrganisationType
from assessor.domain.programme import PROGRAMMES
from assessor.domain.ratings import Place
from assessor.domain.record import Record
from assessor.domain.register import Appointment
from assessor.domain.student import Student
from assessor.domain.text import Text, same
from assessor.paper.document import HEIGHT, WIDTH, Bookmark
from assessor.paper.marks import LevelMark
from assessor.paper.pen import Pen
from assessor.paper.row import Cell, Dress, Row
from assessor.paper.styles import (
    ACCENT,
    BODY,
    LABEL,
    LABEL_DROP,
    STAMP,
    STEP,
    STRONG,
    SUBHEADING,
    SUBTITLE,
    TINT,
    TITLE,
    VERDICT,
    VERDICT_LONG,
)
from assessor.reports import dossier_verdict

Overflow = list[tuple[Text, str]]
"""Texts of people that page 1 shows only the start of: each with its heading, to be printed whole further on."""

_BUDGETS = (900, 600, 400, 240, 120)
"""How many characters of each person's text page 1 may show; the first that fits is taken."""

CONTINUED = Text("Vervolg van de samenvatting", "The summary continued")
"""The part further on where the overflow stands."""

_HALF = (WIDTH - 4 * STEP) / 2
_LABEL = 21 * STEP

_STATUS = {
    Status.CONCEPT: Text("concept", "draft"),
    Status.EXAMPLE: Text("voorbeeld", "example"),
    Status.ESTABLISHED: Text("vastgesteld", "established"),
}


def summary(record: Record, pen: Pen) -> tuple[list[Flowable], Overflow]:
    """Page 1, and the texts that did not fit on it."""
    for budget in _BUDGETS:
        overflow: Overflow = []
        page = list(_page(record, pen, budget, overflow))
        if _height(page) <= HEIGHT:
            break
    return page, overflow


def _page(record: Record, pen: Pen, budget: int, overflow: Overflow) -> Iterator[Flowable]:
    yield from _title(record, pen)
    yield from _stamps(record, pen)
    yield Row(
        [Cell(0, _HALF, list(_who(record, pen))), Cell(WIDTH - _HALF, _HALF, list(_what(record, pen)))],
        Dress(above=2 * STEP, below=3 * STEP),
    )
    yield _verdict(record, pen, budget, overflow)
    if record.dossier.state.is_open or record.dossier.state.has_result:
        yield from _origin(record, pen)
        yield from _points(record, pen, budget, overflow)


def _title(record: Record, pen: Pen) -> Iterator[Flowable]:
    title = Bookmark(pen.say(record.instrument.title), TITLE, Text("Samenvatting", "Summary").say(pen.language))
    title.keepWithNext = 0
    yield title
    words = Text("Dossier {number}", "Dossier {number}").fill(number=record.dossier.number)
    yield pen.line(words, SUBTITLE)


def _stamps(record: Record, pen: Pen) -> Iterator[Flowable]:
    lines: list[tuple[Text, Text | None]] = []
    if record.instrument.is_example:
        lines.append(_EXAMPLE)
    if record.dossier.state.is_open:
        lines.append(_DRAFT)
    if record.is_provisional and record.dossier.state is not State.WITHDRAWN:
        lines.append((_PROVISIONAL, None))
    if not lines:
        return
    yield Spacer(0, 2 * STEP)
    markup = [pen.say(word) + (f' <font name="{BODY.fontName}">{pen.say(more)}</font>' if more is not None else "")
              for word, more in lines]  # fmt: skip
    paragraphs = [Paragraph(line, STAMP) for line in markup]
    yield Row([Cell(2 * STEP, WIDTH - 4 * STEP, paragraphs)], Dress(frame=ACCENT, above=1.5 * STEP, below=2 * STEP))


_EXAMPLE = (
    Text("Voorbeeld - niet vastgesteld.", "Example - not established."),
    Text("Dit is een oefendossier: het oordeel telt niet.", "This is a practice dossier: the verdict does not count."),
)
_DRAFT = (
    Text("Concept - nog niet definitief.", "Draft - not final yet."),
    Text("De beoordelaar kan nog alles wijzigen.", "The assessor can still change everything."),
)
_PROVISIONAL = Text(
    "Voorlopig. Dit resultaat is nog niet bekendgemaakt.", "Provisional. This result has not been announced yet."
)


# ---------------------------------------------------------------- who


def _who(record: Record, pen: Pen) -> Iterator[Flowable]:
    dossier, programme = record.dossier, PROGRAMMES[record.dossier.programme]
    phase = record.instrument.phase(dossier.phase)
    parts = [programme.name, programme.variants.get(dossier.variant, same(dossier.variant))]
    parts.append(phase.name.lowered if phase else same(dossier.phase))
    yield pen.line(Text("Wie", "Who"), STRONG)
    yield _fact(pen, Text("Student", "Student"), record.student.name, _student_number(record.student))
    yield _fact(pen, Text("Opleiding", "Programme"), Text(*(", ".join(p.say(x) for p in parts) for x in ("nl", "en"))))
    yield _fact(pen, _capital(programme.organisation), *_organisation(record.organisation))
    yield _fact(pen, _capital(programme.supervisor), dossier.supervisor or "–", _OWN_JOB if dossier.own_job else None)
    yield _fact(pen, Text("Beoordelaar", "Assessor"), record.assessor.name, *_appointment(record, pen))
    if dossier.in_place_of:
        words = Text("{name}: {reason}", "{name}: {reason}").fill(
            name=dossier.in_place_of, reason=dossier.in_place_reason
        )
        yield _fact(
            pen, Text("In plaats van", "In place of"), words if dossier.in_place_reason else dossier.in_place_of
        )


def _student_number(student: Student) -> Text:
    return Text("studentnummer {number}", "student number {number}").fill(number=student.number)


_OWN_JOB = Text("De student werkt hier ook (eigen baan).", "The student also works here (own job).")


def _organisation(organisation: Organisation | None) -> tuple[Text | str, Text | None]:
    if organisation is None:
        return "–", None
    name = f"{organisation.name}, {organisation.place}" if organisation.place else organisation.name
    return name, None if organisation.type is OrganisationType.SCHOOL else organisation.type.word


def _appointment(record: Record, pen: Pen) -> Iterator[Text]:
    right = record.right
    if right is None:
        if record.dossier.state.is_open:
            yield Text(
                "De aanstelling wordt vastgelegd bij definitief maken.",
                "The appointment is recorded when the dossier is made final.",
            )
        return
    yield from _appointed(right.appointment, pen)
    if right.appointment_today != right.appointment:
        yield from _appointed(right.appointment_today, pen)


def _appointed(appointment: Appointment, pen: Pen) -> Iterator[Text]:
    yield Text(
        "Aangesteld door de examencommissie, besluit {decision}:",
        "Appointed by the examination board, decision {decision}:",
    ).fill(decision=appointment.decision)
    yield same(f"{pen.day(appointment.start)} – {pen.day(appointment.end)}")


# ---------------------------------------------------------------- what


def _what(record: Record, pen: Pen) -> Iterator[Flowable]:
    dossier, programme = record.dossier, PROGRAMMES[record.dossier.programme]
    activity = dossier.activity
    yield pen.line(Text("Wat", "What"), STRONG)
    yield _fact(pen, _capital(programme.activity), pen.day(activity.day), same(activity.subject))
    yield _fact(pen, Text("Groep", "Group"), activity.group or "–")
    yield _fact(pen, Text("Instrument", "Instrument"), record.instrument.id, _version(record.instrument))
    yield _fact(pen, Text("Poging", "Attempt"), *_attempt(record))
    if dossier.revision > 1:
        reason = same(dossier.state_reason) if dossier.state.is_open or dossier.state.has_result else None
        yield _fact(pen, Text("Revisie", "Revision"), str(dossier.revision), reason)
    yield _fact(pen, Text("Status", "Status"), *_standing(dossier, pen))


def _version(instrument: Instrument) -> Text:
    return Text("versie {version}, {status}", "version {version}, {status}").fill(
        version=instrument.version, status=_STATUS[instrument.status]
    )


def _attempt(record: Record) -> tuple[str, Text | None]:
    dossier = record.dossier
    if dossier.previous_id is None and record.previous_number is None:
        return str(dossier.attempt), None
    words = Text("Herkansing", "Resit")
    if record.previous_number:
        words += Text(" van dossier {number}", " of dossier {number}").fill(number=record.previous_number)
    if dossier.resit_scope is not None:
        words += Text(": ", ": ") + dossier.resit_scope.word
    return str(dossier.attempt), words + same(".")


def _standing(dossier: Dossier, pen: Pen) -> Iterator[Text]:
    yield _capital(dossier.state.word)
    if dossier.result is not None:
        yield Text("Definitief gemaakt op {moment}.", "Made final on {moment}.").fill(
            moment=pen.moment(dossier.result.set_at)
        )
    if dossier.announced_on is not None:
        yield Text("Bekendgemaakt op {day}.", "Announced on {day}.").fill(day=pen.day(dossier.announced_on))


def _fact(pen: Pen, label: Text, value: Text | str, *details: Text | None) -> Row:
    lines = [pen.line(value)]
    lines += [pen.line(detail, LABEL) for detail in details if detail is not None and not detail.is_empty]
    cells = [Cell(0, _LABEL - STEP, [pen.line(label, LABEL)], LABEL_DROP), Cell(_LABEL, _HALF - _LABEL, lines)]
    return Row(cells, Dress(above=STEP / 2, below=0))


def _capital(word: Text) -> Text:
    return Text(word.nl[:1].upper() + word.nl[1:], word.en[:1].upper() + word.en[1:])


# ---------------------------------------------------------------- verdict


def _verdict(record: Record, pen: Pen, budget: int, overflow: Overflow) -> Flowable:
    spoken = dossier_verdict.verdict(record)
    left = 3 * STEP
    style = VERDICT if len(spoken.word.say(pen.language)) <= _LARGEST_WORD else VERDICT_LONG
    word = [pen.line(spoken.label, LABEL), pen.line(_capital(spoken.word), style)]
    reasons: list[Flowable] = [pen.line(sentence) for sentence in spoken.sentences]
    departure = dossier_verdict.departure(record, pen, lambda text: _excerpt(text, budget, _DEPARTURE, overflow))
    if departure is not None:
        reasons.append(Paragraph(departure, BODY))
        reasons += _pointer(_DEPARTURE, pen, overflow)
    for paragraph in reasons[1:]:
        paragraph.spaceBefore = STEP
    return Row(
        [Cell(left, 46 * STEP, word), Cell(left + 48 * STEP, WIDTH - 49 * STEP - 2 * left, reasons)],
        Dress(tint=TINT, bar=True, above=2.5 * STEP, below=3 * STEP),
    )


_LARGEST_WORD = 12
"""How many signs the large letter of the verdict has room for on one line."""
_DEPARTURE = Text("Motivering van het andere oordeel dan de regel", "Motivation of the other verdict than the rule")


def _origin(record: Record, pen: Pen) -> Iterator[Flowable]:
    yield pen.line(Text("Totstandkoming van het oordeel", "How this verdict came about"), SUBHEADING)
    for model in record.instrument:
        decided = record.decision.models[model.code]
        sentences = [pen.line(model.title, LABEL), pen.line(decided.reason)]
        cells = [
            Cell(0, 10 * STEP, [pen.line(model.label, STRONG)]),
            Cell(11 * STEP, 84 * STEP, sentences, LABEL_DROP),
            Cell(96 * STEP, WIDTH - 96 * STEP, [outcome_mark(decided.verdict, pen)]),
        ]
        yield Row(cells, Dress(hairline=True, above=STEP, below=STEP))


def outcome_mark(outcome: Outcome | None, pen: Pen) -> LevelMark:
    """A verdict as a ladder of three with its word."""
    word = Text("nog geen oordeel", "no verdict yet") if outcome is None else outcome.word
    return LevelMark(len(Outcome), 0 if outcome is None else outcome + 1, pen.line(word, STRONG))


def _points(record: Record, pen: Pen, budget: int, overflow: Overflow) -> Iterator[Flowable]:
    cells = []
    for number, (heading, place) in enumerate(((_STRENGTH, Place.STRENGTH), (_DEVELOPMENT, Place.DEVELOPMENT))):
        text = _excerpt(record.dossier.sheet.passage(place), budget, heading, overflow)
        said = [pen.line(heading, STRONG), pen.prose(text or "–"), *_pointer(heading, pen, overflow)]
        cells.append(Cell(number * (_HALF + 4 * STEP), _HALF, said))
    yield Row(cells, Dress(hairline=True, above=2 * STEP))


_STRENGTH = Text("Sterk punt", "Strong point")
_DEVELOPMENT = Text("Ontwikkelpunt", "Development point")


def _excerpt(text: str, budget: int, heading: Text, overflow: Overflow) -> str:
    """The text when it is short enough (a line break counts as forty characters), else its start up to a whole word."""
    text = text.strip()
    if len(text) + 40 * text.count("\n") <= budget:
        return text
    overflow.append((heading, text))
    flat = " ".join(text.split())
    start = flat[:budget]
    return f"{start[: start.rfind(' ')] if ' ' in start[budget // 2 :] else start} …"


def _pointer(heading: Text, pen: Pen, overflow: Overflow) -> list[Paragraph]:
    """Where to read on, under a text of which only the start is shown."""
    if heading not in [cut for cut, _ in overflow]:
        return []
    words = Text("Lees verder bij ‘{part}’.", "Read on under ‘{part}’.")
    return [pen.line(words.fill(part=CONTINUED), LABEL)]


def _height(page: list[Flowable]) -> float:
    total, after = 0.0, 0.0
    for flowable in page:
        total += flowable.wrap(WIDTH, HEIGHT)[1] + max(after, flowable.getSpaceBefore())
        after = flowable.getSpaceAfter()
    return total
