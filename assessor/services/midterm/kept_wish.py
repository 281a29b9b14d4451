"""How the person at the keyboard last left the list of midterms: its filters, never what was sought."""

from __future__ import annotations

from assessor.domain.midterm.midterm import MidtermState
from assessor.domain.programme import PROGRAMMES
from assessor.services.desk import Desk
from assessor.storage.repositories.midterm_lines import MidtermWish

_STATES = {one.value: one for one in MidtermState}


class KeptWish:
    """The filters of the list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wish(
        self, state: str = "", programme: str = "", cohort: str = "", *, mine: bool = False, late: bool = False
    ) -> MidtermWish:
        """What is asked for today by who is at the keyboard; an unknown state or programme asks for all."""
        return MidtermWish(
            state=_STATES.get(state),
            programme=programme if programme in PROGRAMMES else "",
            cohort=cohort,
            coordinator_id=self._desk.require_actor().id if mine else "",
            late_on=self._desk.today() if late else None,
        )

    def kept(self) -> MidtermWish:
        """The filters as they were left."""
        with self._desk.workspace.reading() as unit:
            kept = unit.settings.get(self._key(), {})
        words = (str(kept.get(name, "")) for name in ("state", "programme", "cohort"))
        return self.wish(*words, mine=bool(kept.get("mine")), late=bool(kept.get("late")))

    def keep(self, wish: MidtermWish) -> None:
        """Keep the filters for the next time."""
        left = {
            "state": wish.state.value if wish.state else "",
            "programme": wish.programme,
            "cohort": wish.cohort,
            "mine": bool(wish.coordinator_id),
            "late": wish.late_on is not None,
        }
        with self._desk.workspace.writing() as unit:
            unit.settings.set(self._key(), left)

    def _key(self) -> str:
        return f"midterms.{self._desk.require_actor().id}"
