"""Who takes part, and in which room: 6 to 12 people with a moderator, a notulist and a tijdbewaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessor.domain.form_code import printed
from assessor.domain.text import Text

FEWEST, MOST = 6, 12
"""People in a room that talks well (Andriessen 2015; domain text, section 2.1)."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who scores.

    Attributes:
        code: the form code on the invitation; it also opens the private report unless an own code came with the scores.
        person_id: the person in the register, None for somebody who was typed.
        organisation: its name; "" when not known.
        aspirant: whether the session counts for the BKE file.
        present: whether the person was there, None while the presentielijst was not filled in.
    """

    id: str
    session_id: str
    name: str
    code: str
    room_id: str | None = None
    person_id: str | None = None
    organisation: str = ""
    mail: str = ""
    aspirant: bool = False
    present: bool | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """A room; its three roles are participants' ids, None while nobody has the role."""

    id: str
    session_id: str
    name: str
    moderator_id: str | None = None
    secretary_id: str | None = None
    timekeeper_id: str | None = None


def told_apart(people: Sequence[Participant]) -> dict[str, str]:
    """Each participant's name by id; of people with one name with what tells them apart: organisation, mail or code."""
    found: dict[str, str] = {}
    for one in people:
        alike = [other for other in people if other.name == one.name]
        more: str = next(
            (
                getattr(one, part)
                for part in ("organisation", "mail")
                if len({getattr(other, part) for other in alike}) == len(alike)
            ),
            printed(one.code),
        )
        found[one.id] = f"{one.name} · {more}" if more and len(alike) > 1 else one.name
    return found


ROLES = (
    Text("moderator", "moderator"),
    Text("notulist", "minutes secretary"),
    Text("tijdbewaker", "timekeeper"),
)


def rooms_needed(people: int) -> int:
    """How many rooms so many people need: as few as keep each at 12 or fewer; 0 for nobody."""
    return -(-people // MOST)


def spread(participants: Sequence[Participant], rooms: int) -> list[list[Participant]]:
    """The participants over so many rooms, sizes at most one apart, each organisation over as many rooms as it can.

    Args:
        participants: everybody; the order among people of one organisation is kept.
        rooms: how many, at least 1 (ValueError).
    """
    if rooms < 1:
        raise ValueError("there is no room")
    found: list[list[Participant]] = [[] for _ in range(rooms)]
    together = sorted(participants, key=lambda one: one.organisation)
    for place, participant in enumerate(together):
        found[place % rooms].append(participant)
    return found
