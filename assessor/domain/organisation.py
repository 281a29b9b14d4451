"""Training organisations and the school boards they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessor.domain.text import Text


class OrganisationType(StrEnum):
    """The kinds of places where students learn (practice text, section 1)."""

    SCHOOL = "school"
    CHILDCARE = "kinderopvang"
    IKC = "ikc"
    COUPLE = "koppel"
    OUTSIDE = "niet-opleidingsorganisatie"

    @property
    def word(self) -> Text:
        """The kind as screen and paper call it."""
        return _TYPE_WORDS[self]


_TYPE_WORDS = {
    OrganisationType.SCHOOL: Text("school", "school"),
    OrganisationType.CHILDCARE: Text("kinderopvang", "childcare"),
    OrganisationType.IKC: Text("IKC", "child centre (IKC)"),
    OrganisationType.COUPLE: Text("koppel (één organisatie, twee locaties)", "couple (one organisation, two sites)"),
    OrganisationType.OUTSIDE: Text("niet-opleidingsorganisatie", "organisation outside the partnership"),
}


@dataclass(frozen=True, slots=True)
class Board:
    """A school or childcare board (bestuur)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A place where students learn; `board_id` is None for an éénpitter or an organisation outside the partnership."""

    id: str
    name: str
    type: OrganisationType
    place: str = ""
    board_id: str | None = None
