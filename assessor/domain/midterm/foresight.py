"""The midterm beside the practice assessment that follows: higher or lower, and what was announced.

The labels of both scales differ, so nothing here calls a midterm's level equal to an outcome. On one line lie, from low
to high: the lowest midterm level and *onvoldoende*, the next level and *voldoende*, every further level, and *goed*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from assessor.domain.dossier import Dossier
from assessor.domain.form_parts import level_name, note_name
from assessor.domain.forms import Respondent
from assessor.domain.instrument import NOT_OBSERVED, Instrument, Outcome, Scale
from assessor.domain.midterm.mirror import Answers
from assessor.domain.text import Text


class Course(IntEnum):
    """How a practice assessment lies to the midterm before it."""

    LOWER = -1
    IN_LINE = 0
    HIGHER = 1

    @property
    def word(self) -> Text:
        """The course in words; *in line* says no more than that nothing moved across a level."""
        return _COURSE_WORDS[self]


_COURSE_WORDS = {
    Course.LOWER: Text("lager dan in de tussenevaluatie", "lower than at the midterm"),
    Course.IN_LINE: Text("in lijn met de tussenevaluatie", "in line with the midterm"),
    Course.HIGHER: Text("hoger dan in de tussenevaluatie", "higher than at the midterm"),
}


@dataclass(frozen=True, slots=True)
class Foresight:
    """What the midterm said of one criterion.

    Attributes:
        scale: of the midterm.
        student: the mark that the student chose (a level code or N); None when left open.
        mentor: likewise the mentor's.
        example: what the mentor wrote.
    """

    scale: Scale
    student: str | None
    mentor: str | None
    example: str = ""

    @property
    def announced(self) -> bool:
        """Whether a side chose the lowest level, so that an onvoldoende does not come out of the blue."""
        return self.scale.levels[0].code in (self.student, self.mentor)

    def course(self, outcome: Outcome | None) -> Course | None:
        """How an outcome of the practice assessment lies to it: to the mentor's level, else to the student's."""
        return course(self.scale, self.student if self.mentor in (None, NOT_OBSERVED) else self.mentor, outcome)


def foresight(instrument: Instrument, views: Mapping[Respondent, Answers]) -> dict[str, Foresight]:
    """What a midterm said, by criterion code; criteria of which neither side said anything are left out.

    Args:
        instrument: of the midterm evaluation.
        views: per side what was filled in.
    """
    student, mentor = (views.get(side, {}) for side in (Respondent.STUDENT, Respondent.SUPERVISOR))
    found = {}
    for code, model in instrument.model_of.items():
        marks = [_known(model.scale, answers.get(level_name(code))) for answers in (student, mentor)]
        if any(marks):
            found[code] = Foresight(model.scale, marks[0], marks[1], mentor.get(note_name(code), ""))
    return found


@dataclass(frozen=True)
class Towards:
    """How the practice assessment that followed lies to a midterm: day of its activity, and per criterion the course.

    Criteria of which that cannot be said are left out.
    """

    day: date | None
    courses: Mapping[str, Course]

    def codes(self, course: Course) -> tuple[str, ...]:
        """The criteria that took this course, in the order of the form."""
        return tuple(code for code, one in self.courses.items() if one is course)


def towards(said: Mapping[str, Foresight], practice: Instrument, dossier: Dossier) -> Towards:
    """How a practice assessment with a result lies to what the midterm before it said.

    Args:
        said: what the midterm said, by criterion code.
        practice: the instrument of the practice assessment.
        dossier: the practice assessment.
    """
    found = {}
    for code, one in said.items():
        mark = dossier.sheet.rating(code).mark
        if code in practice.criteria and mark is not None:
            lies = one.course(practice.model_of[code].scale.outcome(mark))
            if lies is not None:
                found[code] = lies
    return Towards(dossier.activity.day, found)


def course(scale: Scale, mark: str | None, outcome: Outcome | None) -> Course | None:
    """Whether an outcome of the practice assessment lies higher or lower than a midterm level; None if unsayable.

    Args:
        scale: of the midterm.
        mark: the level that was chosen there.
        outcome: what the level in the practice assessment means to the rule.
    """
    known = _known(scale, mark)
    if known in (None, NOT_OBSERVED) or outcome is None:
        return None
    place = [level.code for level in scale.levels].index(str(known))
    now = len(scale.levels) if outcome is Outcome.GOOD else int(outcome)
    return Course((now > place) - (now < place))


def _known(scale: Scale, mark: str | None) -> str | None:
    return mark if mark in scale.marks else None
