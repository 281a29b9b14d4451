"""People who work with the program: who they are, what they may do, and what they are trained for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessor.domain.text import Text


class Role(StrEnum):
    """What a person does in the partnership; one person may have several."""

    ASSESSOR = "beoordelaar"
    ASPIRANT = "aspirant"
    COORDINATOR = "coordinator"
    CALIBRATION_LEAD = "sessieleider"
    COMMITTEE = "examencommissie"
    OFFICE = "onderwijsbureau"

    @property
    def word(self) -> Text:
        """The role as screen and paper call it."""
        return _ROLE_WORDS[self]


_ROLE_WORDS = {
    Role.ASSESSOR: Text("praktijkbeoordelaar", "practice assessor"),
    Role.ASPIRANT: Text("aspirant-beoordelaar", "aspirant assessor"),
    Role.COORDINATOR: Text("coördinerend (school-)opleider", "coordinating school-based teacher educator"),
    Role.CALIBRATION_LEAD: Text("sessieleider kalibreersessie", "calibration lead"),
    Role.COMMITTEE: Text("examencommissie", "examination board"),
    Role.OFFICE: Text("onderwijsbureau", "education office"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the register.

    `trained` and `bke` are the days on which the *opleiding voor opleiders* and the basic examiner qualification (BKE)
    were completed, None while they are not.
    """

    id: str
    name: str
    roles: frozenset[Role]
    trained: date | None = None
    bke: date | None = None
    organisation_id: str | None = None

    @property
    def is_assessor(self) -> bool:
        """Whether the person assesses (whether they may on a given day is the register's answer)."""
        return Role.ASSESSOR in self.roles
