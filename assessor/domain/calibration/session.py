"""A kalibreerdag and the sessions on it: voorbereiding > lopend > afgerond (practice text, sections 1 and 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from assessor.domain.calibration.script import ScriptKind
from assessor.domain.dossier import InstrumentKey
from assessor.domain.errors import KnownError
from assessor.domain.text import Text

FEW = 5
"""With fewer people in a group nothing is told of that group: who gave what could be guessed."""


class SessionState(StrEnum):
    """Where a session stands."""

    PREPARING = "voorbereiding"
    RUNNING = "lopend"
    CONCLUDED = "afgerond"

    @property
    def word(self) -> Text:
        """The state as screen and paper call it."""
        return _STATE_WORDS[self]


_STATE_WORDS = {
    SessionState.PREPARING: Text("voorbereiding", "preparation"),
    SessionState.RUNNING: Text("lopend", "running"),
    SessionState.CONCLUDED: Text("afgerond", "concluded"),
}


@dataclass(frozen=True, slots=True)
class CalibrationDay:
    """A kalibreerdag: one or more sessions share its day, place and presentielijst."""

    id: str
    title: str
    day: date
    place: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One session: an instrument, the models that are scored, and how long there is to talk.

    Attributes:
        models: codes of the scored models, in the order of the form.
        lead_id: the person who prepared it.
        erased_on: the day on which the personal scores were erased, None while they are there.
    """

    id: str
    day_id: str
    title: str
    instrument: InstrumentKey
    models: tuple[str, ...]
    script: ScriptKind
    lead_id: str
    created_at: datetime
    state: SessionState = SessionState.PREPARING
    concluded_at: datetime | None = None
    erased_on: date | None = None

    def require_preparing(self) -> None:
        """Refuse (KnownError ``session-started``) what can only be changed before the first round opens."""
        if self.state is not SessionState.PREPARING:
            raise KnownError(
                "session-started",
                Text("Deze sessie is {state}; dit staat vast.", "This session is {state}; this is fixed.").fill(
                    state=self.state.word
                ),
                Text("Maak een nieuwe sessie als het anders moet.", "Make a new session if it has to be different."),
            )

    def require_unconcluded(self) -> None:
        """Refuse (KnownError ``session-concluded``) a change of a session that is afgerond."""
        if self.state is SessionState.CONCLUDED:
            raise KnownError(
                "session-concluded",
                Text("Deze sessie is afgerond.", "This session is concluded."),
                Text("Neem het mee naar de volgende sessie.", "Take it to the next session."),
            )

    def started(self) -> Session:
        """The session with its first round open."""
        self.require_unconcluded()
        return replace(self, state=SessionState.RUNNING)

    def concluded(self, at: datetime) -> Session:
        """The session afgerond; KnownErrors ``session-concluded``, ``session-not-started``."""
        self.require_unconcluded()
        if self.state is SessionState.PREPARING:
            raise KnownError(
                "session-not-started",
                Text("Deze sessie is nog niet begonnen.", "This session has not begun yet."),
                Text("Open eerst de eerste ronde.", "Open the first round first."),
            )
        return replace(self, state=SessionState.CONCLUDED, concluded_at=at)


def kept_until(day: date, years: int = 1) -> date:
    """The last day on which personal scores are kept: the same day, so many years after the session.

    Args:
        day: the day of the session; 29 February becomes 28 February.
        years: how many, at least 0; the institution's own retention is a setting.
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
