"""The mirror (spiegel): what student and mentor chose, side by side, and what the talk should be about.

Levels are compared by their place on the scale; *nog niet te zien* and an empty field have none, so that they are
never counted as a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from assessor.domain.form_parts import level_name, note_name
from assessor.domain.forms import Respondent
from assessor.domain.instrument import NOT_OBSERVED, Criterion, Instrument, Model
from assessor.domain.midterm.midterm import SIDES
from assessor.domain.ratings import Place
from assessor.domain.text import Text

FAR = 2
"""From this many steps apart two levels are a subject of their own."""
SUBJECTS = 5
"""More subjects than this do not fit in one talk."""

Answers = Mapping[str, str]
"""What one side filled in, by field name."""


class Contrast(IntEnum):
    """How two views on a criterion lie, in the order in which the mirror shows them."""

    FAR_APART = 0
    BOTH_LOWEST = 1
    STUDENT_LOWER = 2
    STUDENT_HIGHER = 3
    NOT_COMPARABLE = 4
    ALIKE = 5
    SHARED_STRENGTH = 6

    @property
    def word(self) -> Text:
        """The heading above criteria that lie so."""
        return _CONTRAST_WORDS[self]


_CONTRAST_WORDS = {
    Contrast.FAR_APART: Text("Hier kijken jullie heel anders naar", "Here your views are far apart"),
    Contrast.BOTH_LOWEST: Text("Hier zien jullie allebei werk", "Here you both see work to do"),
    Contrast.STUDENT_LOWER: Text("De student kiest een stap lager", "The student chooses one step lower"),
    Contrast.STUDENT_HIGHER: Text("De student kiest een stap hoger", "The student chooses one step higher"),
    Contrast.NOT_COMPARABLE: Text("Nog niet naast elkaar te leggen", "Not to be compared yet"),
    Contrast.ALIKE: Text("Hier zien jullie hetzelfde", "Here you see the same"),
    Contrast.SHARED_STRENGTH: Text("Gedeelde kracht", "Shared strength"),
}


@dataclass(frozen=True, slots=True)
class View:
    """What one side says of a criterion: its mark (a level code, N, or None when left open) and what was written."""

    mark: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MirrorLine:
    """One criterion, seen from both sides.

    Attributes:
        steps: how many levels the student lies above (below: negative) the mentor; None when that cannot be said.
        student_change: how many levels the student moved since the previous period; None when that cannot be said.
        mentor_change: likewise the mentor's view.
    """

    criterion: Criterion
    model: Model
    student: View
    mentor: View
    steps: int | None
    contrast: Contrast
    student_change: int | None = None
    mentor_change: int | None = None


@dataclass(frozen=True, slots=True)
class OwnItem:
    """One formative item: its title, and the student's answers to the formative questions that were answered."""

    title: Text
    own_title: str
    answers: tuple[tuple[Text, str], ...]


@dataclass(frozen=True)
class Mirror:
    """Both forms side by side.

    Attributes:
        lines: every criterion, in the order of the form.
        sides: whose form is there; one is missing when the midterm was closed with a reason.
        own: the student's formative items, without a level.
        identical: whether both forms hold the same, word for word: then one hand may have filled in both.
    """

    lines: tuple[MirrorLine, ...]
    sides: frozenset[Respondent]
    own: tuple[OwnItem, ...] = ()
    identical: bool = False

    @property
    def grouped(self) -> tuple[tuple[Contrast, tuple[MirrorLine, ...]], ...]:
        """The lines by contrast, what matters most first; contrasts without a line are left out."""
        groups = ((one, tuple(line for line in self.lines if line.contrast is one)) for one in Contrast)
        return tuple((one, lines) for one, lines in groups if lines)

    @property
    def subjects(self) -> tuple[MirrorLine, ...]:
        """What the talk is about: at most five criteria, those far apart first, then what both see as low."""
        wanted = (line for line in self.lines if line.contrast < Contrast.NOT_COMPARABLE)
        return tuple(sorted(wanted, key=_weight)[:SUBJECTS])

    @property
    def strengths(self) -> tuple[MirrorLine, ...]:
        """Where both chose the highest level."""
        return tuple(line for line in self.lines if line.contrast is Contrast.SHARED_STRENGTH)


def mirror(
    instrument: Instrument,
    views: Mapping[Respondent, Answers],
    before: Mapping[Respondent, Answers] | None = None,
) -> Mirror:
    """Both forms side by side.

    Args:
        instrument: of the midterm evaluation.
        views: per side what was filled in; a side that is missing has no entry.
        before: what the same student and their mentor filled in in the previous period, by field name, if known.
    """
    earlier = before or {}
    lines = tuple(
        _line(model, criterion, _views(views, model, criterion), _views(earlier, model, criterion))
        for model in instrument
        for criterion in model.criteria
    )
    own = tuple(_own(instrument, views.get(Respondent.STUDENT, {})))
    return Mirror(lines, frozenset(views), own, are_identical(instrument, views))


def are_identical(instrument: Instrument, views: Mapping[Respondent, Answers]) -> bool:
    """Whether both sides handed in the same levels and the same words, which two people alone seldom do."""
    names = [name(code) for code in instrument.criteria for name in (level_name, note_name)]
    found = [{name: answers[name] for name in names if name in answers} for answers in views.values()]
    return len(found) == len(SIDES) and found[0] == found[1] != {}


def _line(model: Model, criterion: Criterion, now: tuple[View, View], before: tuple[View, View]) -> MirrorLine:
    student, mentor = now
    steps = _steps(model, student.mark, mentor.mark)
    student_change, mentor_change = (_steps(model, one.mark, was.mark) for one, was in zip(now, before, strict=True))
    contrast = _contrast(model, student, steps)
    return MirrorLine(criterion, model, student, mentor, steps, contrast, student_change, mentor_change)


def _views(given: Mapping[Respondent, Answers], model: Model, criterion: Criterion) -> tuple[View, View]:
    """What student and mentor say of a criterion."""
    student, mentor = (_view(given.get(side, {}), model, criterion.code) for side in SIDES)
    return student, mentor


def _view(answers: Answers, model: Model, code: str) -> View:
    mark = answers.get(level_name(code))
    return View(mark if mark in model.scale.marks else None, answers.get(note_name(code), ""))


def _steps(model: Model, mark: str | None, other: str | None) -> int | None:
    if mark in (None, NOT_OBSERVED) or other in (None, NOT_OBSERVED):
        return None
    codes = [level.code for level in model.scale.levels]
    return codes.index(str(mark)) - codes.index(str(other))


def _contrast(model: Model, student: View, steps: int | None) -> Contrast:
    if steps is None:
        return Contrast.NOT_COMPARABLE
    if abs(steps) >= FAR:
        return Contrast.FAR_APART
    if steps:
        return Contrast.STUDENT_LOWER if steps < 0 else Contrast.STUDENT_HIGHER
    levels = model.scale.levels
    if student.mark == levels[-1].code:
        return Contrast.SHARED_STRENGTH
    return Contrast.BOTH_LOWEST if student.mark == levels[0].code else Contrast.ALIKE


def _weight(line: MirrorLine) -> tuple[int, int]:
    """Far apart first and furthest first; then both lowest; then one step apart, those at the lowest level first."""
    lowest = line.model.scale.levels[0].code
    group = Contrast.STUDENT_LOWER if line.contrast is Contrast.STUDENT_HIGHER else line.contrast
    return group, -abs(line.steps or 0) if group is Contrast.FAR_APART else -(
        lowest in (line.student.mark, line.mentor.mark)
    )


def _own(instrument: Instrument, answers: Answers) -> Iterator[OwnItem]:
    for item in (item for model in instrument for item in model.formative):
        given = (
            (question, answers.get(Place.formative_answer(item.code, number), ""))
            for number, question in enumerate(instrument.formative_questions)
        )
        found = OwnItem(
            item.title, answers.get(Place.formative_title(item.code), ""), tuple(pair for pair in given if pair[1])
        )
        if found.own_title or found.answers:
            yield found
