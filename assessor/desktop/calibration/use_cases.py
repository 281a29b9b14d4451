"""The use cases of calibration that the steps of a session share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.desktop.context import Context
    from assessor.domain.calibration.session import Session
    from assessor.domain.instrument import Criterion, Instrument, Scale
    from assessor.services.calibration.concluding import Concluding
    from assessor.services.calibration.hands import Hands
    from assessor.services.calibration.preparing import Preparing, SessionLine
    from assessor.services.calibration.rounds import Rounds


@dataclass(frozen=True)
class Sessions:
    """Preparing, the rounds and the yield of sessions, of one workspace."""

    context: Context
    preparing: Preparing
    rounds: Rounds
    hands: Hands
    concluding: Concluding

    @classmethod
    def of(cls, context: Context) -> Sessions:
        """The use cases of the open workspace."""
        found = context.application.calibration
        return cls(context, found.preparing, found.rounds, found.hands, found.concluding)

    def line(self, session_id: str) -> SessionLine:
        """A session with its day and rounds."""
        return next(one for one in self.preparing.lines() if one.session.id == session_id)

    def instrument(self, session: Session) -> Instrument:
        """The instrument that the session froze."""
        return self.context.application.desk.instrument(session.instrument.fingerprint)

    def criteria(self, session: Session) -> dict[str, Criterion]:
        """The criteria of the scored models by code, in the order of the form."""
        instrument = self.instrument(session)
        return {one.code: one for code in session.models for one in instrument.model(code).criteria}

    def scale(self, session: Session) -> Scale:
        """The scale that all scored models share."""
        return self.instrument(session).model(session.models[0]).scale
