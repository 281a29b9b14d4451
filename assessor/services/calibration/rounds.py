"""Collecting blind, closing and revealing; before the reveal nothing here tells what anybody scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessor.domain.calibration.figures import GroupFigures
from assessor.domain.calibration.room import Participant, Room
from assessor.domain.calibration.round import (
    Receipt,
    ReturnWay,
    Round,
    RoundState,
    RoundWay,
    round_fixed,
    round_open,
    round_sealed,
)
from assessor.domain.calibration.session import FEW, Session
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Scale
from assessor.domain.text import Text
from assessor.services.calibration.figures import Sitting, figures_of, hand_figures, movement
from assessor.services.calibration.intake import (
    Incoming,
    Taken,
    criterion_unknown,
    require_once,
)
from assessor.services.calibration.leading import criteria_of, instrument_of, last_round, record, require_lead, round_of
from assessor.services.calibration.seal import Seal
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class RoomBoard:
    """How many of a room are in."""

    room: Room
    invited: int
    received: int


@dataclass(frozen=True)
class Board:
    """How many are in, and who is not; never what.

    Attributes:
        twice: receipts of people of whom scores came in more than once, for the lead to choose from.
        waiting: who is not in.
        incomplete: how many of those that are in have an open criterion.
        copies: ids of receipts in `twice` whose content is that of an earlier one.
    """

    session: Session
    round: Round | None
    invited: int
    received: int
    incomplete: int
    late: int
    rooms: tuple[RoomBoard, ...]
    waiting: tuple[Participant, ...]
    twice: tuple[Receipt, ...]
    copies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody wrote with a score: the code of the casus, the mark that was given ("" for none), and the text."""

    casus: str
    mark: str
    text: str


class Rounds:
    """The use cases of a round."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- opening and taking in

    def open(
        self, session_id: str, way: RoundWay = RoundWay.BLIND, criteria: Sequence[str] | None = None
    ) -> tuple[Round, Changes]:
        """Open the next round; the first one starts the session and is always blind.

        Args:
            session_id: the session.
            way: by form, or by counting hands (from the second round on).
            criteria: what is scored; by default everything in the first round, later what assessors differed on.

        Raises KnownErrors ``round-open``, ``round-sealed``, ``casus-missing``, ``nobody-invited``, those of
        `Casus.require_ready` and of the session.
        """
        now = self._desk.now()
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            lead = require_lead(self._desk, session)
            session.require_unconcluded()
            rounds = unit.calibration_rounds.of(session_id)
            asked = criteria_of(instrument_of(unit, session), session)
            if rounds:
                asked = _asked_again(unit, rounds, _chosen(asked, criteria), criteria is None)
            else:
                asked, way = _chosen(asked, criteria), RoundWay.BLIND
                self._require_ready(unit, session)
                unit.calibration_sessions.save(session.started())
            new = Round(self._desk.new_id(), session_id, len(rounds) + 1, way, asked, now)
            unit.calibration_rounds.begin(new)
            content = {"round": new.number, "way": way.value, "criteria": list(asked)}
            record(unit, session_id, "round-opened", lead.id, now, content)
        return new, (Change("calibration", session_id, "rounds"),)

    def receive(
        self, session_id: str, incoming: Sequence[Incoming], way: ReturnWay, number: int | None = None
    ) -> tuple[list[Taken], Changes]:
        """Seal what came in, all of it or nothing; what comes after closing is kept and never counts.

        Args:
            session_id: the session.
            incoming: what came, one entry a person.
            way: how it came.
            number: of the round; the last one when left out.

        Raises KnownErrors ``round-not-there``, ``participant-not-invited``, ``participant-ambiguous``,
        ``participant-twice``, ``casus-not-asked``, ``criterion-not-asked``, ``score-level-unknown``; none of them
        repeats a score.
        """
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            lead = require_lead(self._desk, session)
            session.require_unconcluded()
            last = len(unit.calibration_rounds.of(session_id))
            one = round_of(unit, session_id, number or max(last, 1))
            seal = Seal(self._desk, unit, session, lead.id)
            read = [seal.read(one, each) for each in incoming]
            require_once(incoming, [participant for participant, _scores in read])
            taken = [seal.keep(one, participant, scores, way) for participant, scores in read]
            seal.finish()
        return taken, (Change("calibration", session_id, "board"),)

    def choose(self, session_id: str, receipt_id: str) -> Changes:
        """Of scores that came twice, let this one count; only while the round is not onthuld."""
        now = self._desk.now()
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            lead = require_lead(self._desk, session)
            for one in unit.calibration_rounds.of(session_id):
                for receipt in unit.calibration_rounds.receipts(one.id):
                    if receipt.id != receipt_id:
                        continue
                    if one.is_revealed or receipt.late:
                        raise round_fixed(one.number)
                    unit.calibration_rounds.put_in_force(receipt)
                    content = {"round": one.number, "return": receipt.id}
                    record(unit, session_id, "scores-chosen", lead.id, now, content)
                    return (Change("calibration", session_id, "board"),)
        raise KnownError(
            "return-unknown",
            Text("Deze scores zijn er niet.", "There are no such scores."),
            Text("Kies uit wat twee keer binnenkwam.", "Choose from what came in twice."),
        )

    def board(self, session_id: str) -> Board:
        """How many are in for the last round; never what."""
        with self._desk.workspace.reading() as unit:
            session = unit.calibration_sessions.get(session_id)
            rounds = unit.calibration_rounds.of(session_id)
            people = unit.calibration_rooms.participants(session_id)
            rooms = unit.calibration_rooms.rooms(session_id)
            receipts = unit.calibration_rounds.receipts(rounds[-1].id) if rounds else []
            copies = unit.calibration_rounds.copies(rounds[-1].id) if rounds else frozenset()
        counted = {one.participant_id: one for one in receipts if one.in_force and not one.late}
        several = [one for one in receipts if not one.late]
        names = [one.participant_id for one in several]
        return Board(
            session,
            rounds[-1] if rounds else None,
            len(people),
            len(counted),
            sum(not one.complete for one in counted.values()),
            sum(one.late for one in receipts),
            tuple(_room_board(room, people, counted) for room in rooms),
            tuple(one for one in people if one.id not in counted),
            tuple(one for one in several if names.count(one.participant_id) > 1),
            copies,
        )

    def received(self, session_id: str) -> int:
        """How many scored the last round that is scored by form; never what."""
        with self._desk.workspace.reading() as unit:
            blind = [one for one in unit.calibration_rounds.of(session_id) if one.way is RoundWay.BLIND]
            receipts = unit.calibration_rounds.receipts(blind[-1].id) if blind else []
        return len({one.participant_id for one in receipts if one.in_force and not one.late})

    # --- closing and revealing

    def close(self, session_id: str, reason: str = "") -> tuple[Round, Changes]:
        """Close the last round; with a reason when not all are in."""
        now = self._desk.now()
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            lead = require_lead(self._desk, session)
            one = last_round(unit, session_id)
            received, invited = _how_many(unit, one)
            closed = one.closed(now, received=received, invited=invited, reason=reason)
            unit.calibration_rounds.save(closed)
            content = {"round": one.number, "received": received, "invited": invited, "reason": closed.reason}
            record(unit, session_id, "round-closed", lead.id, now, content)
        return closed, (Change("calibration", session_id, "rounds"),)

    def reveal(self, session_id: str) -> tuple[GroupFigures, Changes]:
        """Reveal the last round, once it is closed: only now are its scores opened, and the group's figures made."""
        now = self._desk.now()
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            lead = require_lead(self._desk, session)
            one = last_round(unit, session_id).revealed(now)
            unit.calibration_rounds.save(one)
            figures = _reveal(unit, session, one)
            unit.calibration_rounds.keep_figures(one.id, figures)
            content = {"round": one.number, "assessors": figures.assessors}
            record(unit, session_id, "round-revealed", lead.id, now, content)
            unit.chains.anchor(session_id, actor_id=lead.id, at=now)
        return figures, (Change("calibration", session_id, "rounds"),)

    def figures(self, session_id: str, number: int = 1) -> GroupFigures:
        """What a round says of the group; KnownErrors ``round-open``, ``round-sealed`` before its reveal."""
        with self._desk.workspace.reading() as unit:
            unit.calibration_sessions.get(session_id)
            one = round_of(unit, session_id, number)
            found = unit.calibration_rounds.figures(one.id)
        if one.is_open:
            raise round_open(one.number)
        if found is None:
            raise round_sealed(one.number)
        return found

    def notes(self, session_id: str, number: int = 1) -> dict[str, list[Remark]]:
        """By criterion what assessors wrote with their scores, without whose it is; empty once it was erased.

        Nothing is told of fewer than `session.FEW` people: who wrote what could be guessed. KnownErrors
        ``round-open``, ``round-sealed``, ``not-session-lead``.
        """
        with self._desk.workspace.reading() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            one = round_of(unit, session_id, number)
            if one.is_open:
                raise round_open(one.number)
            scores = unit.calibration_rounds.opened(one.id)
            codes = {casus.id: casus.code for casus in unit.calibration_sessions.casussen(session_id)}
            scale = instrument_of(unit, session).model_of
        if len(scores) < FEW:
            return {}
        found: dict[str, list[Remark]] = {}
        for given in scores.values():
            for casus, written in given.notes.items():
                for code, text in written.items():
                    mark = given.marks.get(casus, {}).get(code, "")
                    found.setdefault(code, []).append(Remark(codes[casus], mark, text.strip()))
        # In the order of what they say, so that the same place in two lists is never the same person.
        return {
            code: sorted(
                remarks, key=lambda one: (one.casus, _height(scale[code].scale, one.mark), one.text.casefold())
            )
            for code, remarks in found.items()
        }

    # --- inside

    def _require_ready(self, unit: Unit, session: Session) -> None:
        casussen = unit.calibration_sessions.casussen(session.id)
        if not casussen:
            raise KnownError(
                "casus-missing",
                Text("Er is nog geen casus om te scoren.", "There is no case to score yet."),
                Text("Voeg een casus toe.", "Add a case."),
            )
        for casus in casussen:
            casus.require_ready()
        if not unit.calibration_rooms.participants(session.id):
            raise KnownError(
                "nobody-invited",
                Text("Er doet nog niemand mee.", "Nobody takes part yet."),
                Text("Voeg deelnemers toe.", "Add participants."),
            )


def _chosen(asked: tuple[str, ...], criteria: Sequence[str] | None) -> tuple[str, ...]:
    if criteria is None:
        return asked
    if not criteria or not set(criteria) <= set(asked):
        raise criterion_unknown(asked, None)
    return tuple(code for code in asked if code in criteria)


def _asked_again(unit: Unit, rounds: Sequence[Round], asked: tuple[str, ...], every: bool) -> tuple[str, ...]:
    """What a later round scores: what was chosen, as far as the first round did; by default what differed there."""
    last, first = rounds[-1], rounds[0]
    if last.state is RoundState.OPEN:
        raise round_open(last.number)
    figures = unit.calibration_rounds.figures(first.id)
    if not last.is_revealed or figures is None:
        raise round_sealed(last.number)
    wanted = (set(figures.order) or set(asked)) if every else set(asked)
    chosen = tuple(code for code in first.criteria if code in wanted)
    if not chosen:
        raise criterion_unknown(first.criteria, None)
    return chosen


def _how_many(unit: Unit, one: Round) -> tuple[int, int]:
    """How many are in and how many were asked: people, or rooms where hands are counted."""
    if one.way is RoundWay.HANDS:
        return len(unit.calibration_rounds.hands(one.id)), len(unit.calibration_rooms.rooms(one.session_id))
    counted = {
        receipt.participant_id
        for receipt in unit.calibration_rounds.receipts(one.id)
        if receipt.in_force and not receipt.late
    }
    return len(counted), len(unit.calibration_rooms.participants(one.session_id))


def _reveal(unit: Unit, session: Session, one: Round) -> GroupFigures:
    people = unit.calibration_rooms.participants(session.id)
    sitting = Sitting(
        session,
        instrument_of(unit, session),
        unit.calibration_sessions.casussen(session.id),
        {participant.id: participant.room_id for participant in people},
    )
    earlier = unit.calibration_rounds.of(session.id)[0]
    first = unit.calibration_rounds.figures(earlier.id)
    if one.way is RoundWay.HANDS and first is not None:
        return hand_figures(one, first, unit.calibration_rounds.hands(one.id))
    scores = unit.calibration_rounds.opened(one.id)
    found = figures_of(sitting, one, scores)
    receipts = unit.calibration_rounds.receipts(one.id)
    found = replace(
        found,
        late=sum(receipt.late for receipt in receipts),
        paper=sum(receipt.way is ReturnWay.PAPER and receipt.in_force and not receipt.late for receipt in receipts),
        not_in=len(people) - len(scores),
    )
    if first is None:
        return found
    return replace(found, movement=movement(first, found, unit.calibration_rounds.opened(earlier.id), scores))


def _room_board(room: Room, people: Sequence[Participant], counted: Mapping[str, Receipt]) -> RoomBoard:
    inside = [one for one in people if one.room_id == room.id]
    return RoomBoard(room, len(inside), sum(one.id in counted for one in inside))


def _height(scale: Scale, mark: str) -> int:
    """The place of a mark on its scale; what is no level comes last."""
    codes = [level.code for level in scale.levels]
    return codes.index(mark) if mark in codes else len(codes)
