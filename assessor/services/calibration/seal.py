"""Putting what came in under the seal of its round, in one unit of work: the same for every way it came."""

from __future__ import annotations

from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.round import Receipt, ReturnWay, Round, Scores
from assessor.domain.calibration.session import Session
from assessor.services.calibration.intake import Arrival, Incoming, Intake, Taken
from assessor.services.desk import Desk
from assessor.storage.repositories.chains import NewEntry
from assessor.storage.unit import Unit


class Seal:
    """Seals scores for the rounds of one session, and writes their lines in its chain at the end (`finish`).

    Args:
        desk: for the clock and new ids.
        unit: a unit of work that writes.
        session: of which the rounds are.
        lead_id: who takes the scores in.
    """

    def __init__(self, desk: Desk, unit: Unit, session: Session, lead_id: str) -> None:
        self._desk, self._unit, self._session, self._lead_id = desk, unit, session, lead_id
        self._now = desk.now()
        self._intakes: dict[str, Intake] = {}
        self._entries: list[NewEntry] = []

    def read(self, one: Round, each: Incoming) -> tuple[Participant, Scores]:
        """Who it is, and the scores by casus id; the KnownErrors of `Intake.read`."""
        return self._intake(one).read(each)

    def keep(
        self, one: Round, participant: Participant, scores: Scores, way: ReturnWay, *, again: bool = True
    ) -> Taken:
        """Seal scores and keep them.

        Args:
            one: the round.
            participant: whose they are.
            scores: what was given.
            way: how they came.
            again: whether the same content is kept once more; a list that repeats all rows each time is not.
        """
        intake, rounds = self._intake(one), self._unit.calibration_rounds
        blank = Receipt(self._desk.new_id(), one.id, participant.id, way, False, self._now, self._lead_id)
        receipt, arrival = intake.receipt(participant, scores, blank)
        open_ = max(intake.wanted - scores.number, 0)
        if not again and rounds.is_kept(one.id, participant.id, scores):
            return Taken(participant, Arrival.SAME, receipt.complete, "", open_)
        content = {
            "round": one.number,
            "return": receipt.id,
            "participant": participant.id,
            "sealed": rounds.keep(receipt, scores),
            "way": way.value,
            "late": receipt.late,
        }
        self._entries.append(NewEntry(self._session.id, "scores-sealed", self._lead_id, self._now, content))
        return Taken(participant, arrival, receipt.complete, receipt.id, open_)

    def finish(self) -> None:
        """Write what was sealed in the chain of the session."""
        self._unit.chains.append_all(self._entries)
        self._entries = []

    def _intake(self, one: Round) -> Intake:
        if one.id not in self._intakes:
            self._intakes[one.id] = Intake(self._unit, self._session, one)
        return self._intakes[one.id]
