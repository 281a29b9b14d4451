"""Rounds and what came in for them: sealed until the reveal, never changed, erased when their time is over."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, select, update

from assessor.domain.calibration.envelope import SealedScores
from assessor.domain.calibration.figures import GroupFigures
from assessor.domain.calibration.round import (
    Receipt,
    ReturnWay,
    Round,
    RoundState,
    RoundWay,
    Scores,
    round_sealed,
)
from assessor.storage import calibration_tables as tables
from assessor.storage import envelope, sealing
from assessor.storage.failures import unknown
from assessor.storage.rows import AnyRow

if TYPE_CHECKING:
    from cattrs import Converter

HandCounts = Mapping[str, Mapping[str, Mapping[str, Mapping[str, int]]]]
"""Counted hands per room id, casus id, criterion code and mark."""

_RECEIPT = [column for column in tables.returns.c if column.name not in ("sealed", "digest")]


class CalibrationRounds:
    """The rounds of sessions; only `opened` reads what was given, and only of a round that is onthuld."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- rounds

    def begin(self, new: Round) -> None:
        """Add a round with a key of its own."""
        self._connection.execute(insert(tables.rounds), _round_row(new))
        self._connection.execute(insert(tables.round_keys), {"round_id": new.id, "key": sealing.new_key()})

    def save(self, changed: Round) -> None:
        """Keep the new state of a round."""
        row = _round_row(changed)
        table = tables.rounds
        self._connection.execute(update(table).where(table.c.id == changed.id).values(row))

    def of(self, session_id: str) -> list[Round]:
        """The rounds of a session, the first one first."""
        table = tables.rounds
        query = select(table).where(table.c.session_id == session_id).order_by(table.c.number)
        return [_round(row) for row in self._connection.execute(query)]

    def get(self, round_id: str) -> Round:
        """One round; KnownError ``round-unknown`` when there is none."""
        row = self._connection.execute(select(tables.rounds).where(tables.rounds.c.id == round_id)).one_or_none()
        if row is None:
            raise unknown("round")
        return _round(row)

    # --- what came in

    def keep(self, receipt: Receipt, scores: Scores) -> str:
        """Seal what came in and keep it; answers the imprint of the ciphertext, for the chain."""
        key = self._key(receipt.round_id)
        sealed = sealing.seal(key, scores, _about(receipt.round_id, receipt.participant_id))
        row = _receipt_row(receipt) | {"sealed": sealed, "digest": sealing.digest(key, scores)}
        self._connection.execute(insert(tables.returns), row)
        return sealing.imprint(sealed)

    def is_kept(self, round_id: str, participant_id: str, scores: Scores) -> bool:
        """Whether the same scores of this participant are kept already."""
        table = tables.returns
        query = select(table.c.id).where(
            table.c.round_id == round_id,
            table.c.participant_id == participant_id,
            table.c.digest == sealing.digest(self._key(round_id), scores),
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def receipts(self, round_id: str) -> list[Receipt]:
        """That and when scores came in, the earliest first; nothing of what they are is read."""
        table = tables.returns
        query = select(*_RECEIPT).where(table.c.round_id == round_id).order_by(table.c.received_at, table.c.id)
        return [_receipt(row) for row in self._connection.execute(query)]

    def copies(self, round_id: str) -> frozenset[str]:
        """Ids of receipts with the same content as an earlier one of the same participant."""
        table = tables.returns
        query = (
            select(table.c.id, table.c.participant_id, table.c.digest)
            .where(table.c.round_id == round_id, table.c.digest.is_not(None))
            .order_by(table.c.received_at, table.c.in_force.desc(), table.c.id)
        )
        seen: set[tuple[str, str]] = set()
        found = []
        for row in self._connection.execute(query):
            if (row.participant_id, row.digest) in seen:
                found.append(row.id)
            seen.add((row.participant_id, row.digest))
        return frozenset(found)

    def put_in_force(self, receipt: Receipt) -> None:
        """Let this one count, and no other of the same participant in the same round."""
        table = tables.returns
        same = (table.c.round_id == receipt.round_id, table.c.participant_id == receipt.participant_id)
        self._connection.execute(update(table).where(*same).values(in_force=table.c.id == receipt.id))

    def opened(self, round_id: str) -> dict[str, Scores]:
        """What counts, by participant id; KnownError ``round-sealed`` before the reveal, empty once it was erased."""
        one = self.get(round_id)
        if not one.is_revealed:
            raise round_sealed(one.number)
        table = tables.returns
        query = select(table.c.participant_id, table.c.sealed).where(
            table.c.round_id == round_id,
            table.c.in_force.is_(True),
            table.c.late.is_(False),
            table.c.sealed.is_not(None),
        )
        rows = self._connection.execute(query.order_by(table.c.participant_id)).all()
        if not rows:
            return {}
        key = self._key(round_id)
        return {
            row.participant_id: sealing.unseal(key, row.sealed, _about(round_id, row.participant_id)) for row in rows
        }

    def public_key(self, round_id: str) -> str:
        """The key with which somebody elsewhere seals scores for this round; it opens nothing."""
        return envelope.public_key(self._key(round_id))

    def open_return(self, scores: SealedScores) -> bytes:
        """What somebody sealed elsewhere for this round, to be sealed here at once; `EnvelopeClosed`."""
        return envelope.open_scores(self._key(scores.round_id), scores)

    def imprints(self, round_id: str) -> dict[str, str]:
        """The imprint of each sealed row by its id, for verification; erased rows are left out."""
        table = tables.returns
        query = select(table.c.id, table.c.sealed).where(table.c.round_id == round_id, table.c.sealed.is_not(None))
        return {row.id: sealing.imprint(row.sealed) for row in self._connection.execute(query)}

    def erase(self, round_ids: Collection[str]) -> None:
        """Erase what was given in these rounds, and their keys; that it came in stays, and so do the figures.

        Of the figures the patterns go too: they show sheets, although not whose.
        """
        ids = sorted(round_ids)
        for round_id in ids:
            found = self.figures(round_id)
            if found is not None:
                content = _converter().unstructure(replace(found, patterns={}))
                where = tables.figures.c.round_id == round_id
                self._connection.execute(update(tables.figures).where(where).values(figures=content))
        table = tables.returns
        self._connection.execute(update(table).where(table.c.round_id.in_(ids)).values(sealed=None, digest=None))
        self._connection.execute(delete(tables.round_keys).where(tables.round_keys.c.round_id.in_(ids)))

    # --- the group

    def keep_figures(self, round_id: str, figures: GroupFigures) -> None:
        """Keep what a round says of the group."""
        content = _converter().unstructure(figures)
        self._connection.execute(insert(tables.figures), {"round_id": round_id, "figures": content})

    def figures(self, round_id: str) -> GroupFigures | None:
        """What a round says of the group, or None before its reveal."""
        query = select(tables.figures.c.figures).where(tables.figures.c.round_id == round_id)
        found = self._connection.execute(query).scalar_one_or_none()
        return None if found is None else _converter().structure(found, GroupFigures)

    def count_hands(
        self, round_id: str, room_id: str, casus_id: str, criterion: str, counts: Mapping[str, int]
    ) -> None:
        """Keep how many hands went up for each mark, replacing an earlier count of the same room."""
        table = tables.hand_counts
        place = {"round_id": round_id, "room_id": room_id, "casus_id": casus_id, "criterion": criterion}
        self._connection.execute(delete(table).where(*(table.c[name] == value for name, value in place.items())))
        rows = [{**place, "mark": mark, "number": number} for mark, number in counts.items()]
        if rows:
            self._connection.execute(insert(table), rows)

    def hands(self, round_id: str) -> HandCounts:
        """Every counted hand of a round."""
        table = tables.hand_counts
        found: dict[str, dict[str, dict[str, dict[str, int]]]] = {}
        for row in self._connection.execute(select(table).where(table.c.round_id == round_id)):
            casussen = found.setdefault(row.room_id, {})
            casussen.setdefault(row.casus_id, {}).setdefault(row.criterion, {})[row.mark] = row.number
        return found

    def _key(self, round_id: str) -> bytes:
        query = select(tables.round_keys.c.key).where(tables.round_keys.c.round_id == round_id)
        found = self._connection.execute(query).scalar_one_or_none()
        if found is None:
            raise unknown("round")
        return bytes(found)


def _about(round_id: str, participant_id: str) -> str:
    return f"{round_id} {participant_id}"


@cache
def _converter() -> Converter:
    from cattrs.preconf.json import make_converter

    return make_converter()


def _round_row(one: Round) -> dict[str, object]:
    return {
        "id": one.id,
        "session_id": one.session_id,
        "number": one.number,
        "way": one.way.value,
        "criteria": list(one.criteria),
        "opened_at": one.opened_at,
        "state": one.state.value,
        "closed_at": one.closed_at,
        "revealed_at": one.revealed_at,
        "reason": one.reason,
    }


def _round(row: AnyRow) -> Round:
    return Round(
        id=row.id,
        session_id=row.session_id,
        number=row.number,
        way=RoundWay(row.way),
        criteria=_codes(row.criteria),
        opened_at=row.opened_at,
        state=RoundState(row.state),
        closed_at=row.closed_at,
        revealed_at=row.revealed_at,
        reason=row.reason,
    )


def _codes(found: Sequence[str]) -> tuple[str, ...]:
    return tuple(found)


def _receipt_row(receipt: Receipt) -> dict[str, object]:
    return {
        "id": receipt.id,
        "round_id": receipt.round_id,
        "participant_id": receipt.participant_id,
        "way": receipt.way.value,
        "complete": receipt.complete,
        "received_at": receipt.received_at,
        "received_by": receipt.received_by,
        "in_force": receipt.in_force,
        "late": receipt.late,
    }


def _receipt(row: AnyRow) -> Receipt:
    return Receipt(
        id=row.id,
        round_id=row.round_id,
        participant_id=row.participant_id,
        way=ReturnWay(row.way),
        complete=row.complete,
        received_at=row.received_at,
        received_by=row.received_by,
        in_force=row.in_force,
        late=row.late,
    )
