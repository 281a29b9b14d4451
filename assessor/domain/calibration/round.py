"""A round: open > gesloten > onthuld.

A re-score is a new round, never an edit; before the reveal nobody sees a score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from assessor.domain.errors import KnownError
from assessor.domain.text import Text


class RoundState(StrEnum):
    """Where a round stands."""

    OPEN = "open"
    CLOSED = "gesloten"
    REVEALED = "onthuld"

    @property
    def word(self) -> Text:
        """The state as screen and paper call it."""
        return _STATE_WORDS[self]


_STATE_WORDS = {
    RoundState.OPEN: Text("open", "open"),
    RoundState.CLOSED: Text("gesloten", "closed"),
    RoundState.REVEALED: Text("onthuld", "revealed"),
}


class RoundWay(StrEnum):
    """How a round is scored."""

    BLIND = "blind"
    HANDS = "handen"

    @property
    def word(self) -> Text:
        """The way as the account of the report tells it."""
        return _WAY_WORDS[self]


_WAY_WORDS = {
    RoundWay.BLIND: Text("blind gescoord", "scored blind"),
    RoundWay.HANDS: Text("in de zaal geteld", "counted in the room"),
}


class ReturnWay(StrEnum):
    """How somebody's scores came in."""

    PROGRAM = "programma"
    PDF = "pdf"
    WORKBOOK = "werkmap"
    ONLINE = "online"
    PAPER = "papier"
    TABLE = "tabel"

    @property
    def word(self) -> Text:
        """The way as lists call it."""
        return _RETURN_WORDS[self][0]

    @property
    def blindness(self) -> Text:
        """How blind this way is, in one sentence for who chooses it."""
        return _RETURN_WORDS[self][1]


_LEAD_COULD = Text(
    "Wie het bestand ontvangt, kan het ook buiten het programma openen.",
    "Whoever receives the file can also open it outside the program.",
)
_RETURN_WORDS = {
    ReturnWay.PROGRAM: (
        Text("uitnodigingsbestand", "invitation file"),
        Text("Niemand kan de scores zien vóór de onthulling.", "Nobody can see the scores before the reveal."),
    ),
    ReturnWay.PDF: (Text("pdf-formulier", "PDF form"), _LEAD_COULD),
    ReturnWay.WORKBOOK: (Text("werkmap", "workbook"), _LEAD_COULD),
    ReturnWay.ONLINE: (
        Text("onlineformulier", "online form"),
        Text(
            "Wie het onlineformulier beheert, kan alle antwoorden zien.",
            "Whoever runs the online form can see all answers.",
        ),
    ),
    ReturnWay.PAPER: (
        Text("papier", "paper"),
        Text(
            "Wie de formulieren intypt, ziet ze; wie dat deed, wordt vastgelegd.",
            "Whoever types the forms in sees them; who did so is recorded.",
        ),
    ),
    ReturnWay.TABLE: (
        Text("tabel", "table"),
        Text("Wie de tabel maakte, kent alle scores.", "Whoever made the table knows all scores."),
    ),
}

Marks = Mapping[str, Mapping[str, str]]
"""Per casus id and criterion code the level code, or N; what was not scored has no entry."""


@dataclass(frozen=True)
class Scores:
    """What one participant gave: marks and notes by casus id and criterion code, and the code they chose themselves."""

    marks: Marks
    notes: Marks = field(default_factory=lambda: MappingProxyType({}))
    own_code: str = ""

    @property
    def number(self) -> int:
        """How many marks there are."""
        return sum(len(one) for one in self.marks.values())


@dataclass(frozen=True, slots=True)
class Receipt:
    """That somebody's scores came in; what they are is sealed.

    Attributes:
        complete: whether every criterion of every casus has a mark.
        in_force: whether it is the one that counts; of scores that came twice both are kept.
        late: whether it came after the round was closed: then it is kept and never counts.
    """

    id: str
    round_id: str
    participant_id: str
    way: ReturnWay
    complete: bool
    received_at: datetime
    received_by: str
    in_force: bool = True
    late: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """One round of scoring.

    Attributes:
        number: 1 for the first.
        criteria: what is scored: all criteria of the session's models in round 1, those discussed in a later one.
        reason: why it was closed before all were in; "" when all were.
    """

    id: str
    session_id: str
    number: int
    way: RoundWay
    criteria: tuple[str, ...]
    opened_at: datetime
    state: RoundState = RoundState.OPEN
    closed_at: datetime | None = None
    revealed_at: datetime | None = None
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether scores still count when they come in."""
        return self.state is RoundState.OPEN

    @property
    def is_revealed(self) -> bool:
        """Whether the scores may be looked at, as a group."""
        return self.state is RoundState.REVEALED

    def closed(self, at: datetime, *, received: int, invited: int, reason: str = "") -> Round:
        """The round gesloten.

        Args:
            at: when.
            received: how many are in.
            invited: how many were asked.
            reason: why now; needed when not all are in.

        Raises KnownErrors ``round-not-open``, ``close-reason-needed``, ``round-empty``.
        """
        if not self.is_open:
            raise KnownError(
                "round-not-open",
                Text("Ronde {number} is al {state}.", "Round {number} is {state} already.").fill(
                    number=self.number, state=self.state.word
                ),
                Text("Open een nieuwe ronde om opnieuw te scoren.", "Open a new round to score again."),
            )
        if not received:
            raise KnownError(
                "round-empty",
                Text("Er zijn nog geen scores binnen.", "No scores have come in yet."),
                Text("Wacht tot er scores zijn voordat je sluit.", "Wait for scores before you close."),
            )
        if received < invited and not reason.strip():
            raise KnownError(
                "close-reason-needed",
                Text(
                    "Nog niet alle scores zijn binnen ({received} van {invited}).",
                    "Not all scores are in yet ({received} of {invited}).",
                ).fill(received=received, invited=invited),
                Text("Wacht, of sluit de ronde met een reden.", "Wait, or close the round with a reason."),
            )
        return replace(self, state=RoundState.CLOSED, closed_at=at, reason=reason.strip() if received < invited else "")

    def revealed(self, at: datetime) -> Round:
        """The round onthuld; KnownErrors ``round-open``, ``round-revealed``."""
        if self.is_open:
            raise round_open(self.number)
        if self.is_revealed:
            raise KnownError(
                "round-revealed",
                Text("Ronde {number} is al onthuld.", "Round {number} was revealed already.").fill(number=self.number),
                Text("Kijk bij de uitkomsten van deze ronde.", "See the outcomes of this round."),
            )
        return replace(self, state=RoundState.REVEALED, revealed_at=at)


def round_open(number: int) -> KnownError:
    """The refusal ``round-open`` of whoever asks for scores of an open round."""
    return KnownError(
        "round-open",
        Text(
            "Ronde {number} is nog open; tot de onthulling ziet niemand scores.",
            "Round {number} is still open; until the reveal nobody sees scores.",
        ).fill(number=number),
        Text("Sluit de ronde eerst.", "Close the round first."),
    )


def round_sealed(number: int) -> KnownError:
    """The refusal ``round-sealed`` of whoever asks for scores before the reveal."""
    return KnownError(
        "round-sealed",
        Text(
            "Ronde {number} is nog niet onthuld; tot dan ziet niemand scores.",
            "Round {number} was not revealed yet; until then nobody sees scores.",
        ).fill(number=number),
        Text("Onthul de ronde eerst.", "Reveal the round first."),
    )


def round_fixed(number: int) -> KnownError:
    """The refusal ``round-not-open`` of whoever changes what a closed round says."""
    return KnownError(
        "round-not-open",
        Text("Ronde {number} staat vast.", "Round {number} is fixed.").fill(number=number),
        Text("Open een nieuwe ronde om opnieuw te scoren.", "Open a new round to score again."),
    )
