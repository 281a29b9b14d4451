"""What an assessor enters on a sheet: a rating per criterion and passages of text at named places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from assessor.domain.instrument import NOT_OBSERVED
from assessor.domain.text import Text


class Source(StrEnum):
    """The bron of a toelichting: where the assessor knows it from (practice text, section 3)."""

    SEEN = "zelf_gezien"
    MENTOR = "mentor"
    TALK = "gesprek"
    DOCUMENTS = "stukken"

    @property
    def word(self) -> Text:
        """The source as screen and paper call it; the mentor's word is the programme's own."""
        return _SOURCE_WORDS[self]


_SOURCE_WORDS = {
    Source.SEEN: Text("zelf gezien", "seen myself"),
    Source.MENTOR: Text("mentor", "mentor"),
    Source.TALK: Text("gesprek met student", "talk with the student"),
    Source.DOCUMENTS: Text("stukken", "documents"),
}


@dataclass(frozen=True, slots=True)
class Rating:
    """One criterion's mark (a level code, N, or None while unscored), toelichting and sources.

    With the mark N the note says why the criterion was not observed.
    """

    criterion: str
    mark: str | None = None
    note: str = ""
    sources: frozenset[Source] = frozenset()

    @property
    def is_observed(self) -> bool:
        """Whether a level was given."""
        return self.mark is not None and self.mark != NOT_OBSERVED


class Place:
    """The names of the places where a passage of text can stand."""

    STRENGTH = "strength"
    DEVELOPMENT = "development"
    APPRECIATION = "appreciation"
    DEPARTURE = "departure"
    STUDENT_REMARK = "student_remark"

    @staticmethod
    def motivation(model: str) -> str:
        """The motivering of a model."""
        return f"motivation:{model}"

    @staticmethod
    def announced(model: str) -> str:
        """When an insufficient in this model was discussed with the student before."""
        return f"announced:{model}"

    @staticmethod
    def formative_title(item: str) -> str:
        """The student's own title of a formative item."""
        return f"formative:{item}:title"

    @staticmethod
    def formative_answer(item: str, question: int) -> str:
        """The student's answer to one question (counted from 0) of a formative item."""
        return f"formative:{item}:{question}"

    @staticmethod
    def formative_response(item: str) -> str:
        """What mentor or assessor says to a formative item."""
        return f"formative:{item}:response"


@dataclass(frozen=True)
class Sheet:
    """Everything entered so far: ratings by criterion code, passages by place; what is absent is empty."""

    ratings: Mapping[str, Rating] = field(default_factory=lambda: MappingProxyType({}))
    passages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def marks(self) -> Mapping[str, str | None]:
        """The mark of each rated criterion, as the decision rule reads it."""
        return {code: rating.mark for code, rating in self.ratings.items()}

    def rating(self, criterion: str) -> Rating:
        """The criterion's rating; an empty one when nothing was entered."""
        return self.ratings.get(criterion) or Rating(criterion)

    def passage(self, place: str) -> str:
        """The text at a place, or ""."""
        return self.passages.get(place, "")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text at a place; empty text means that nothing stands there."""

    place: str
    text: str


Entry = Rating | Passage
"""What one change replaces: a criterion's rating or a passage."""


@dataclass(frozen=True, slots=True)
class Step:
    """One recorded change of a concept: what stood there before and after; kept only for undo and redo.

    `number` counts from 1 within the dossier; `undone` tells that the step was taken back and can be redone.
    """

    number: int
    before: Entry
    after: Entry
    undone: bool = False
