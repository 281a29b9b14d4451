"""The two sealed files of a round in the program: an invitation, and the scores that come back.

Both begin with a line that says what they are. Scores also say, in clear, to which round and of whom they are: opaque
ids, so that whoever receives them knows where to put them; what was given only the workspace of the lead can open.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

SUFFIX = ".assessor"
INVITATION = b"ASSESSOR-INVITATION-1\n"
SCORES = b"ASSESSOR-SCORES-1\n"
_MOST_HEADER = 500


@dataclass(frozen=True, slots=True)
class SealedScores:
    """Scores as they travel.

    Attributes:
        round_id: of the round.
        participant_id: of whom.
        body: ciphertext; `label` is bound to it.
    """

    round_id: str
    participant_id: str
    body: bytes

    @property
    def label(self) -> bytes:
        """The line that says where the scores belong; with another one the body does not open."""
        return json.dumps([self.round_id, self.participant_id]).encode() + b"\n"

    def to_bytes(self) -> bytes:
        """The file."""
        return SCORES + self.label + self.body

    @classmethod
    def from_bytes(cls, content: bytes) -> SealedScores | None:
        """The scores in a file, or None when it is none."""
        if not content.startswith(SCORES):
            return None
        line, end, body = content[len(SCORES) :].partition(b"\n")
        try:
            said = json.loads(line[:_MOST_HEADER])
        except (ValueError, RecursionError):
            return None
        whole = isinstance(said, list) and len(said) == 2 and all(isinstance(one, str) for one in said)
        return cls(said[0], said[1], body) if whole and end else None
