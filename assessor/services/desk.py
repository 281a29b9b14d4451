"""What every use case works with: the open workspace, the instruments, the clock, and who is at the keyboard."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument
from assessor.domain.people import Person
from assessor.domain.text import Text
from assessor.instruments import canonical
from assessor.instruments.catalogue import Catalogue
from assessor.storage.workspace import Workspace

PAGE = 50
"""How many lines a list asks for at a time."""


def _now() -> datetime:
    return datetime.now().astimezone()


def _new_id() -> str:
    return uuid.uuid4().hex


@dataclass
class Desk:
    """One person at work in one workspace.

    Args:
        workspace: the open encrypted workspace.
        catalogue: the instruments that can be chosen for new work.
        actor: the person of everything that follows; None until *Wie ben je?* is answered.
        now: the clock, answering an aware time; tests hand in their own.
        new_id: makes an opaque id.
    """

    workspace: Workspace
    catalogue: Catalogue
    actor: Person | None = None
    now: Callable[[], datetime] = _now
    new_id: Callable[[], str] = _new_id
    _instruments: dict[str, Instrument] = field(default_factory=dict)

    def today(self) -> date:
        """The day on this desk's calendar."""
        return self.now().date()

    def require_actor(self) -> Person:
        """The person at the keyboard, or KnownError ``no-actor``."""
        if self.actor is None:
            raise KnownError(
                "no-actor",
                Text(
                    "Het is niet bekend wie er achter het toetsenbord zit.", "It is not known who is at the keyboard."
                ),
                Text("Kies eerst wie je bent.", "Choose first who you are."),
            )
        return self.actor

    def require_own(self, dossier: Dossier, cure: Text) -> None:
        """Refuse (KnownError ``not-your-dossier``) when the person at the keyboard is not the dossier's assessor.

        Args:
            dossier: the dossier.
            cure: what that person can do instead.
        """
        if dossier.assessor_id != self.require_actor().id:
            what = Text("Dit dossier is van een andere beoordelaar.", "This dossier is another assessor's.")
            raise KnownError("not-your-dossier", what, cure)

    def instrument_of(self, dossier: Dossier) -> Instrument:
        """The instrument that the dossier froze, from the workspace's own copy."""
        return self.instrument(dossier.instrument.fingerprint)

    def instrument(self, fingerprint: str) -> Instrument:
        """The instrument of this fingerprint, from the workspace's own copy."""
        if fingerprint not in self._instruments:
            with self.workspace.reading() as unit:
                stored = unit.instruments.canonical(fingerprint)
            self._instruments[fingerprint] = canonical.from_json(stored.decode())
        return self._instruments[fingerprint]
