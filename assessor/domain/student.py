"""Students and their placements."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Student:
    """A student; `prefix` is the tussenvoegsel ("van der"), `cohort` the first study year as "2025-2026"."""

    id: str
    number: str
    first_name: str
    prefix: str
    last_name: str
    programme: str
    variant: str
    phase: str
    cohort: str = ""
    study_coach: str = ""

    @property
    def name(self) -> str:
        """First name, tussenvoegsel and last name."""
        return " ".join(part for part in (self.first_name, self.prefix, self.last_name) if part)

    @property
    def sorted_name(self) -> str:
        """The name as a list sorts it: "Berg, Anna van den"."""
        return f"{self.last_name}, {' '.join(part for part in (self.first_name, self.prefix) if part)}"


@dataclass(frozen=True, slots=True)
class Placement:
    """A student's stageperiode at an organisation, with the mentor or praktijkbegeleider."""

    id: str
    student_id: str
    organisation_id: str
    supervisor: str
    start: date
    end: date
    group: str = ""
    own_job: bool = False
    """Whether it is the student's own job, so that the praktijkbegeleider may be the manager."""


_WHOLE_LETTERS = str.maketrans("łøđðħŧŋ\u0131", "loddhtni") | {ord("æ"): "ae", ord("œ"): "oe", ord("þ"): "th"}
"""Letters that Unicode does not take for one with an accent, and that people type without; the last is a dotless i."""


def search_key(parts: Iterable[str]) -> str:
    """What a search looks in: the parts casefolded and without accents, so that "andre" finds "André"."""
    decomposed = unicodedata.normalize("NFKD", " ".join(parts))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold().translate(_WHOLE_LETTERS)
