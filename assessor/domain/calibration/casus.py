"""A casus: what all assessors of a session score, anonymised and used with consent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same


class CasusKind(StrEnum):
    """What a casus is made of."""

    LESSON_FORM = "lesvoorbereiding"
    VIDEO = "video"
    TRANSCRIPT = "transcript"
    OTHER = "anders"

    @property
    def word(self) -> Text:
        """The kind as screen and paper call it."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    CasusKind.LESSON_FORM: Text("lesvoorbereidingsformulier", "lesson form"),
    CasusKind.VIDEO: Text("video-opname", "video"),
    CasusKind.TRANSCRIPT: Text("transcript", "transcript"),
    CasusKind.OTHER: Text("ander materiaal", "other material"),
}


@dataclass(frozen=True)
class Casus:
    """One casus of a session.

    Attributes:
        code: what screen and paper call it, such as "A" or "1001"; never a student's name.
        consent: how and when the student consented, in a few words; "" while it was not noted.
        anonymised: whether somebody made sure that it names nobody.
        origin_id: the casus of an earlier year that this one is, or None.
        reference: the marks of the preparing team by criterion; shown after round 2 only, never as right or wrong.
    """

    id: str
    session_id: str
    code: str
    kind: CasusKind = CasusKind.LESSON_FORM
    description: str = ""
    consent: str = ""
    anonymised: bool = False
    origin_id: str | None = None
    reference: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def require_ready(self) -> None:
        """Refuse a casus that may not be sent out (KnownErrors ``casus-not-anonymised``, ``casus-consent``)."""
        if not self.anonymised:
            raise KnownError(
                "casus-not-anonymised",
                Text(
                    "Van deze casus is niet vastgelegd dat zij anoniem is.",
                    "It was not noted that this case is anonymised.",
                ),
                Text(
                    "Haal namen en herkenbare gegevens weg en vink dat aan.",
                    "Remove names and what can be recognised, and tick it.",
                ),
                same(self.code),
            )
        if not self.consent.strip():
            raise KnownError(
                "casus-consent",
                Text("De toestemming van de student is niet vastgelegd.", "The student's consent was not noted."),
                Text("Noteer hoe en wanneer de student toestemming gaf.", "Note how and when the student consented."),
                same(self.code),
            )
