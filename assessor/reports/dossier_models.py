"""The models of a dossier: verdict, motivering, and each criterion with its level, descriptor and toelichting."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Paragraph

from assessor.domain.instrument import NOT_OBSERVED, Criterion, FormativeItem, Level, Model, Scale
from assessor.domain.programme import PROGRAMMES
from assessor.domain.ratings import Place, Rating, Source
from assessor.domain.record import Record
from assessor.domain.text import Text
from assessor.paper.document import WIDTH, Bookmark
from assessor.paper.marks import LevelMark
from assessor.paper.pen import Pen
from assessor.paper.row import Cell, Dress, Row, headed
from assessor.paper.styles import CODE, HEADING, LABEL, QUOTED, STEP, STRONG, SUBHEADING, TINT
from assessor.reports.dossier_summary import outcome_mark

TEXT_LEFT = 11 * STEP
LEVEL_LEFT = 93 * STEP
TEXT_WIDTH = LEVEL_LEFT - TEXT_LEFT - 4 * STEP
LEVEL_WIDTH = WIDTH - LEVEL_LEFT
"""The grid of a criterion: code, text, level; a line of text holds some seventy signs."""


def models(record: Record, pen: Pen) -> list[Flowable]:
    """Every model of the instrument, from page 2 on."""
    story: list[Flowable] = [PageBreak(), *_key(record, pen)]
    for model in record.instrument:
        story += _model(record, model, pen)
    return story


def _key(record: Record, pen: Pen) -> Iterator[Flowable]:
    """How to read what follows: the ladder of each scale, the star, and how the phase reads the criteria."""
    inset = 2 * STEP
    width = (WIDTH - 2 * inset) / _MARKS_IN_A_ROW
    said: list[Flowable] = []
    for scale in {model.scale.code: model.scale for model in record.instrument}.values():
        marks = _explained(scale, pen)
        for start in range(0, len(marks), _MARKS_IN_A_ROW):
            some = marks[start : start + _MARKS_IN_A_ROW]
            said.append(
                Row([Cell(at * width, width - inset, [mark]) for at, mark in enumerate(some)], Dress(above=0, below=0))
            )
    said.append(_after(pen.line(Text("★ is een kritisch criterium.", "★ is a critical criterion."), LABEL)))
    phase = record.instrument.phase(record.dossier.phase)
    if phase is not None and not phase.line.is_empty:
        line = Text("Zo lees je de criteria in {phase}: {line}.", "How to read the criteria in {phase}: {line}.")
        said.append(pen.line(line.fill(phase=phase.name.lowered, line=phase.line), LABEL))
    yield Row([Cell(inset, WIDTH - 2 * inset, said)], Dress(tint=TINT, above=1.5 * STEP, below=2 * STEP))


_MARKS_IN_A_ROW = 4


def _explained(scale: Scale, pen: Pen) -> list[LevelMark]:
    marks = [
        LevelMark(len(scale.levels), step, Paragraph(_with_standard(level, pen), LABEL))
        for step, level in enumerate(scale.levels, start=1)
    ]
    return [*marks, LevelMark(len(scale.levels), 0, pen.line(scale.not_observed, LABEL))]


def _with_standard(level: Level, pen: Pen) -> str:
    return pen.say(level.name) + (f"<br/>({pen.say(level.standard)})" if level.standard is not None else "")


def _model(record: Record, model: Model, pen: Pen) -> Iterator[Flowable]:
    title = Text("{label}. {title}", "{label}. {title}").fill(label=model.label, title=model.title)
    yield CondPageBreak(60 * STEP)
    yield headed([Bookmark(pen.say(title), HEADING, title.say(pen.language))], _model_head(record, model, pen), WIDTH)
    for criterion in model.criteria:
        yield _criterion(record, model, criterion, pen)
    if model.formative:
        first, *others = [_formative(record, item, pen) for item in model.formative]
        yield headed([_formative_heading(pen)], first, WIDTH)
        yield from others


def _model_head(record: Record, model: Model, pen: Pen) -> Row:
    sheet, decided = record.dossier.sheet, record.decision.models[model.code]
    said: list[Flowable] = [pen.line(model.ground, LABEL)]
    if model.code in record.dossier.taken_over:
        said.append(pen.line(_taken_over(record), STRONG))
    said.append(pen.line(decided.reason))
    motivation = sheet.passage(Place.motivation(model.code))
    if motivation.strip():
        said.append(_after(pen.labelled(Text("Motivering", "Motivation"), motivation)))
    announced = sheet.passage(Place.announced(model.code))
    if announced.strip():
        label = Text("Eerder met de student besproken", "Discussed with the student before")
        said.append(_after(pen.labelled(label, announced)))
    cells = [
        Cell(2 * STEP, LEVEL_LEFT - 6 * STEP, said),
        Cell(LEVEL_LEFT, LEVEL_WIDTH, [outcome_mark(decided.verdict, pen)]),
    ]
    return Row(cells, Dress(tint=TINT, above=2 * STEP, below=2.5 * STEP))


def _taken_over(record: Record) -> Text:
    words = Text("Overgenomen uit poging {attempt}", "Taken over from attempt {attempt}").fill(
        attempt=record.dossier.attempt - 1
    )
    if record.previous_number:
        words += Text(" (dossier {number})", " (dossier {number})").fill(number=record.previous_number)
    return words + Text(
        "; dit model is in de herkansing niet opnieuw beoordeeld.", "; the resit did not assess this model anew."
    )


# ---------------------------------------------------------------- criterion


def _criterion(record: Record, model: Model, criterion: Criterion, pen: Pen) -> Row:
    rating = record.dossier.sheet.rating(criterion.code)
    code = f"{criterion.code} ★" if criterion.critical else criterion.code
    said: list[Flowable] = [pen.line(criterion.name, STRONG)]
    descriptor = criterion.descriptors.get(rating.mark or "")
    if descriptor is not None and not descriptor.is_empty:
        said.append(pen.line(descriptor, QUOTED))
    if rating.note.strip():
        said.append(_after(pen.labelled(_note_label(rating), rating.note)))
    if rating.sources:
        said.append(_after(_sources(record, rating, pen), STEP / 2))
    cells = [
        Cell(0, TEXT_LEFT - STEP, [pen.line(code, CODE)]),
        Cell(TEXT_LEFT, TEXT_WIDTH, said),
        Cell(LEVEL_LEFT, LEVEL_WIDTH, [level_mark(model.scale, rating.mark, pen)]),
    ]
    return Row(cells, Dress(hairline=True, above=1.5 * STEP, below=2 * STEP), breaks=1)


def level_mark(scale: Scale, mark: str | None, pen: Pen) -> LevelMark:
    """A criterion's mark as a ladder of the scale with its word; a missing mark says so."""
    if mark is None:
        return LevelMark(len(scale.levels), 0, pen.line(Text("nog niet gescoord", "not scored yet"), LABEL))
    codes = [level.code for level in scale.levels]
    filled = codes.index(mark) + 1 if mark in codes else 0
    return LevelMark(len(codes), filled, pen.line(scale.word(mark), STRONG))


def _note_label(rating: Rating) -> Text:
    if rating.mark == NOT_OBSERVED:
        return Text("Reden", "Reason")
    return Text("Toelichting", "Explanation")


def _sources(record: Record, rating: Rating, pen: Pen) -> Paragraph:
    supervisor = PROGRAMMES[record.dossier.programme].supervisor
    words = [supervisor if source is Source.MENTOR else source.word for source in Source if source in rating.sources]
    return pen.labelled(Text("Bron", "Source"), " · ".join(word.say(pen.language) for word in words))


# ---------------------------------------------------------------- formative items


def _formative_heading(pen: Pen) -> Paragraph:
    words = Text(
        "Formatieve items van de student <font size='8' color='#55616B'>(zonder niveau; zij tellen niet mee)</font>",
        "The student’s formative items <font size='8' color='#55616B'>(without a level; they do not count)</font>",
    )
    heading = Paragraph(words.say(pen.language), SUBHEADING)
    heading.keepWithNext = 1
    return heading


def _formative(record: Record, item: FormativeItem, pen: Pen) -> Row:
    sheet = record.dossier.sheet
    title = sheet.passage(Place.formative_title(item.code)).strip()
    said: list[Flowable] = [pen.line(title or item.title, STRONG)]
    for number, question in enumerate(record.instrument.formative_questions):
        answer = sheet.passage(Place.formative_answer(item.code, number))
        if answer.strip():
            said += [_after(pen.line(question, LABEL), STEP / 2), pen.prose(answer)]
    response = sheet.passage(Place.formative_response(item.code))
    if response.strip():
        said.append(_after(pen.labelled(Text("Reactie", "Response"), response)))
    if len(said) == 1:
        said.append(pen.line(Text("Niet ingevuld.", "Not filled in."), LABEL))
    cells = [Cell(0, TEXT_LEFT - STEP, [pen.line(item.code, CODE)]), Cell(TEXT_LEFT, TEXT_WIDTH, said)]
    return Row(cells, Dress(hairline=True, above=1.5 * STEP, below=2 * STEP), breaks=1)


def _after(paragraph: Paragraph, distance: float = STEP) -> Paragraph:
    """The paragraph, at some distance from the one above it."""
    paragraph.spaceBefore = distance
    return paragraph
