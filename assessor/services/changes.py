"""What a use case changed, so that each page can decide whether it must look again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Noun = Literal[
    "dossier", "student", "person", "appointment", "organisation", "instrument", "setting", "calibration", "midterm"
]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: its noun, its id, and the place within it ("" when it is the whole)."""

    noun: Noun
    id: str
    place: str = ""


Changes = tuple[Change, ...]
"""Everything that one use case changed, in order."""
