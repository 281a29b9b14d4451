"""The recovery code (herstelcode): seven groups of five signs that a person can write down and type again.

The 31 signs leave out 0, O, I, L and U, so nothing is mistaken for another; lower case, spaces and missing dashes do
not matter, and a typed I or L is read as 1. The last sign of a group checks the other four and the group's place: with
a prime number of signs the weighted sum finds every single wrong sign and every exchange of two, so the program can
say which group to look at. Seven times four signs carry 138 bits.
"""

from __future__ import annotations

import secrets

from assessor.domain.errors import KnownError
from assessor.domain.text import Text

_SIGNS = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "-": "", "–": "", "—": "", "_": "", ".": ""})
_GROUPS = 7
_PAYLOAD = 4


def new_code() -> str:
    """A fresh code: "K7M2P-…", seven groups."""
    groups = []
    for place in range(_GROUPS):
        signs = "".join(secrets.choice(_SIGNS) for _ in range(_PAYLOAD))
        groups.append(signs + _check_sign(place, signs))
    return "-".join(groups)


def read_code(typed: str) -> str:
    """The code as it was made, from what somebody typed.

    Raises KnownError ``recovery-code-incomplete`` or ``recovery-code-mistyped`` (naming the group).
    """
    signs = "".join(typed.upper().split()).translate(_READ_AS)
    size = _PAYLOAD + 1
    if len(signs) != _GROUPS * size:
        raise KnownError(
            "recovery-code-incomplete",
            Text(
                "Een herstelcode heeft {groups} groepjes van {size} tekens; dit zijn {count} tekens.",
                "A recovery code has {groups} groups of {size} signs; these are {count} signs.",
            ).fill(groups=_GROUPS, size=size, count=len(signs)),
            Text("Vul de hele code in zoals die op papier staat.", "Enter the whole code as it stands on paper."),
        )
    groups = [signs[start : start + size] for start in range(0, len(signs), size)]
    for place, group in enumerate(groups):
        if any(sign not in _SIGNS for sign in group) or _check_sign(place, group[:-1]) != group[-1]:
            raise _mistyped(place + 1)
    return "-".join(groups)


def _check_sign(place: int, signs: str) -> str:
    weighted = sum(weight * _SIGNS.index(sign) for weight, sign in enumerate(signs, start=2))
    return _SIGNS[(place + weighted) % len(_SIGNS)]


def _mistyped(group: int) -> KnownError:
    return KnownError(
        "recovery-code-mistyped",
        Text("Groepje {group} van de herstelcode klopt niet.", "Group {group} of the recovery code is not right.").fill(
            group=group
        ),
        Text("Vergelijk dat groepje met de code op papier.", "Compare that group with the code on paper."),
    )
