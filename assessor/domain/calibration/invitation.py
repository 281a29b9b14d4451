"""An invitation to score a round in the program: all that the sheet needs, and the key that seals what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.score_form import address_of
from assessor.domain.dossier import InstrumentKey


@dataclass(frozen=True)
class Invitation:
    """What one participant is sent.

    Attributes:
        name: of the participant.
        code: of the invitation.
        title: of the session, with its day and place.
        number: of the round.
        lead: the name of who prepared the session.
        public_key: of the round, in hex; it seals and does not open.
        key: id, version and fingerprint of the instrument, whose text travels beside this.
        casussen: without consent and reference.
    """

    round_id: str
    participant_id: str
    name: str
    code: str
    title: str
    day: date
    place: str
    number: int
    lead: str
    public_key: str
    key: InstrumentKey
    criteria: tuple[str, ...]
    casussen: tuple[Casus, ...]

    @property
    def id(self) -> str:
        """To which round and of whom it is."""
        return address_of(self.round_id, self.participant_id)

    def to_values(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "round": self.round_id,
            "participant": self.participant_id,
            "name": self.name,
            "code": self.code,
            "title": self.title,
            "day": self.day.isoformat(),
            "place": self.place,
            "number": self.number,
            "lead": self.lead,
            "public_key": self.public_key,
            "instrument": [self.key.id, self.key.version, self.key.fingerprint],
            "criteria": list(self.criteria),
            "casussen": [[one.code, one.kind.value, one.description] for one in self.casussen],
        }

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Invitation:
        """From JSON values; KeyError, TypeError or ValueError when they are none of ours."""
        instrument = [str(part) for part in values["instrument"]]
        return cls(
            round_id=str(values["round"]),
            participant_id=str(values["participant"]),
            name=str(values["name"]),
            code=str(values["code"]),
            title=str(values["title"]),
            day=date.fromisoformat(values["day"]),
            place=str(values["place"]),
            number=int(values["number"]),
            lead=str(values["lead"]),
            public_key=str(values["public_key"]),
            key=InstrumentKey(*instrument),
            criteria=tuple(str(code) for code in values["criteria"]),
            casussen=tuple(
                Casus("", "", str(code), CasusKind(kind), str(about)) for code, kind, about in values["casussen"]
            ),
        )
