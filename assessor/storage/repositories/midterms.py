"""Midterm evaluations and what each side handed in: sealed until both are in, never changed."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from assessor.domain.dossier import InstrumentKey
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import Midterm, MidtermState, MidtermWay, Receipt
from assessor.storage import midterm_tables as tables
from assessor.storage import sealing
from assessor.storage.failures import unknown
from assessor.storage.repositories import midterm_lines
from assessor.storage.repositories.midterm_lines import MidtermLine, MidtermWish
from assessor.storage.rows import AnyRow, portions, upsert

_RECEIPT = [column for column in tables.returns.c if column.name not in ("sealed", "digest")]


@dataclass(frozen=True)
class Handed:
    """What one side handed in.

    Attributes:
        answers: values by field name.
        unread: what was written in fields that could not be understood, by field name, so that nothing is lost.
    """

    answers: Mapping[str, str]
    unread: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as it lies there: how often a wrong code was tried, and when it was saved; what it says is sealed."""

    tries: int
    saved_at: datetime


class Midterms:
    """Midterm evaluations; only `opened` reads what was handed in, and only once the forms are open."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- midterms

    def add(self, new: Sequence[Midterm]) -> None:
        """Add midterms, each with a key of its own."""
        if new:
            self._connection.execute(insert(tables.midterms), [_row(one) for one in new])
            keys = [{"midterm_id": one.id, "key": sealing.new_key()} for one in new]
            self._connection.execute(insert(tables.keys), keys)

    def save(self, changed: Midterm) -> None:
        """Keep the new state of a midterm."""
        table = tables.midterms
        self._connection.execute(update(table).where(table.c.id == changed.id).values(_row(changed)))

    def forget(self, ids: Collection[str]) -> None:
        """Forget midterms of which nothing went out after all; nothing may have come back of them."""
        for part in portions(sorted(ids)):
            self._connection.execute(delete(tables.keys).where(tables.keys.c.midterm_id.in_(part)))
            self._connection.execute(delete(tables.midterms).where(tables.midterms.c.id.in_(part)))

    def get(self, midterm_id: str) -> Midterm:
        """One midterm; KnownError ``midterm-unknown`` when there is none."""
        found = self.some([midterm_id])
        if not found:
            raise unknown("midterm")
        return found[midterm_id]

    def some(self, ids: Collection[str]) -> dict[str, Midterm]:
        """The midterms with these ids; one that is not there is left out."""
        found: dict[str, Midterm] = {}
        for part in portions(sorted(ids)):
            rows = self._connection.execute(select(tables.midterms).where(tables.midterms.c.id.in_(part)))
            found |= {row.id: _midterm(row) for row in rows}
        return found

    def of_students(self, student_ids: Collection[str]) -> dict[str, list[Midterm]]:
        """The midterms of each of these students, the newest first; a student without any is left out."""
        found: dict[str, list[Midterm]] = {}
        table = tables.midterms
        for part in portions(sorted(student_ids)):
            query = select(table).where(table.c.student_id.in_(part)).order_by(table.c.sent_at.desc(), table.c.id)
            for row in self._connection.execute(query):
                found.setdefault(row.student_id, []).append(_midterm(row))
        return found

    def lines(self, wish: MidtermWish, limit: int | None = None, offset: int = 0) -> list[MidtermLine]:
        """The list, by last name of the student, a page at a time; who is in, never what was filled in."""
        return midterm_lines.page(self._connection, wish, limit, offset)

    def count(self, wish: MidtermWish) -> int:
        """How many midterms the list holds."""
        return midterm_lines.count(self._connection, wish)

    def ids(self) -> set[str]:
        """The id of every midterm."""
        return set(self._connection.execute(select(tables.midterms.c.id)).scalars())

    # --- what came in

    def keep(self, receipt: Receipt, handed: Handed) -> str:
        """Seal what came in and keep it; answers the imprint of the ciphertext, for the chain."""
        key = self._key(receipt.midterm_id)
        content = _content(handed)
        sealed = sealing.seal_content(key, content, _about(receipt.midterm_id, receipt.respondent))
        row = _receipt_row(receipt) | {"sealed": sealed, "digest": sealing.digest_content(key, content)}
        self._connection.execute(insert(tables.returns), row)
        return sealing.imprint(sealed)

    def is_kept(self, midterm_id: str, respondent: Respondent, handed: Handed) -> bool:
        """Whether the same answers of this side are kept already."""
        table = tables.returns
        query = select(table.c.id).where(
            table.c.midterm_id == midterm_id,
            table.c.respondent == respondent.value,
            table.c.digest == sealing.digest_content(self._key(midterm_id), _content(handed)),
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def receipts(self, midterm_ids: Collection[str]) -> dict[str, list[Receipt]]:
        """That and when forms came in, by midterm, the earliest first; nothing of what they say is read."""
        found: dict[str, list[Receipt]] = {}
        table = tables.returns
        for part in portions(sorted(midterm_ids)):
            query = select(*_RECEIPT).where(table.c.midterm_id.in_(part))
            for row in self._connection.execute(query.order_by(table.c.received_at, table.c.id)):
                found.setdefault(row.midterm_id, []).append(_receipt(row))
        return found

    def put_in_force(self, receipt: Receipt) -> None:
        """Let this one count, and no other of the same side."""
        table = tables.returns
        same = (table.c.midterm_id == receipt.midterm_id, table.c.respondent == receipt.respondent.value)
        self._connection.execute(update(table).where(*same).values(in_force=table.c.id == receipt.id))

    def opened(self, midterm_id: str) -> dict[Respondent, Handed]:
        """What counts, by side; KnownError ``midterm-sealed`` before the forms are open."""
        self.get(midterm_id).require_open()
        table = tables.returns
        query = select(table.c.respondent, table.c.sealed).where(
            table.c.midterm_id == midterm_id,
            table.c.in_force.is_(True),
            table.c.late.is_(False),
            table.c.sealed.is_not(None),
        )
        rows = self._connection.execute(query).all()
        key = self._key(midterm_id)
        return {
            Respondent(row.respondent): _handed(
                sealing.unseal_content(key, row.sealed, _about(midterm_id, Respondent(row.respondent)))
            )
            for row in rows
        }

    def imprints(self) -> dict[str, tuple[str, str]]:
        """Midterm id and imprint of each sealed row by its id, for verification."""
        table = tables.returns
        query = select(table.c.id, table.c.midterm_id, table.c.sealed).where(table.c.sealed.is_not(None))
        return {row.id: (row.midterm_id, sealing.imprint(row.sealed)) for row in self._connection.execute(query)}

    # --- being filled in at this computer

    def begin_draft(self, midterm_id: str, respondent: Respondent, code: str, at: datetime) -> None:
        """Begin a draft that opens again with this code only; an earlier one of the same side is replaced."""
        key = self._key(midterm_id)
        sealed = sealing.seal_content(key, {}, _draft_about(midterm_id, respondent))
        place = {"midterm_id": midterm_id, "respondent": respondent.value}
        row = {**place, "code": _code_digest(key, respondent, code), "tries": 0, "sealed": sealed, "saved_at": at}
        upsert(self._connection, tables.drafts, row)

    def save_draft(self, midterm_id: str, respondent: Respondent, answers: Mapping[str, str], at: datetime) -> None:
        """Keep what stands there now."""
        sealed = sealing.seal_content(self._key(midterm_id), dict(answers), _draft_about(midterm_id, respondent))
        change = update(tables.drafts).where(*_draft_place(midterm_id, respondent))
        self._connection.execute(change.values(sealed=sealed, saved_at=at))

    def kept_draft(self, midterm_id: str, respondent: Respondent) -> KeptDraft | None:
        """That there is a draft, or None; nothing of what it says is read."""
        query = select(tables.drafts.c.tries, tables.drafts.c.saved_at).where(*_draft_place(midterm_id, respondent))
        row = self._connection.execute(query).one_or_none()
        return None if row is None else KeptDraft(row.tries, row.saved_at)

    def draft(self, midterm_id: str, respondent: Respondent, code: str) -> dict[str, str] | None:
        """What the draft says, or None when the code is not the one of its writer; a wrong one is counted."""
        table, place = tables.drafts, _draft_place(midterm_id, respondent)
        row = self._connection.execute(select(table).where(*place)).one_or_none()
        if row is None:
            raise unknown("draft")
        key = self._key(midterm_id)
        if not hmac.compare_digest(row.code, _code_digest(key, respondent, code)):
            self._connection.execute(update(table).where(*place).values(tries=row.tries + 1))
            return None
        self._connection.execute(update(table).where(*place).values(tries=0))
        return sealing.unseal_content(key, row.sealed, _draft_about(midterm_id, respondent))

    def drop_draft(self, midterm_id: str, respondent: Respondent) -> None:
        """Erase the draft of a side."""
        self._connection.execute(delete(tables.drafts).where(*_draft_place(midterm_id, respondent)))

    # --- the talk

    def write_talk(self, midterm_id: str, values: Mapping[str, str], *, by: str, at: datetime) -> None:
        """Keep the page of the talk as it stands now, by field name."""
        row = {"midterm_id": midterm_id, "content": dict(values), "written_at": at, "written_by": by}
        upsert(self._connection, tables.talks, row)

    def talk(self, midterm_id: str) -> dict[str, str]:
        """The page of the talk by field name; empty while nothing was written."""
        query = select(tables.talks.c.content).where(tables.talks.c.midterm_id == midterm_id)
        return dict(self._connection.execute(query).scalar_one_or_none() or {})

    def _key(self, midterm_id: str) -> bytes:
        query = select(tables.keys.c.key).where(tables.keys.c.midterm_id == midterm_id)
        found = self._connection.execute(query).scalar_one_or_none()
        if found is None:
            raise unknown("midterm")
        return bytes(found)


def _about(midterm_id: str, respondent: Respondent) -> str:
    return f"{midterm_id} {respondent.value}"


def _draft_about(midterm_id: str, respondent: Respondent) -> str:
    return f"draft {midterm_id} {respondent.value}"


def _draft_place(midterm_id: str, respondent: Respondent) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return tables.drafts.c.midterm_id == midterm_id, tables.drafts.c.respondent == respondent.value


def _code_digest(key: bytes, respondent: Respondent, code: str) -> str:
    return sealing.digest_content(key, {"respondent": respondent.value, "code": code})


def _content(handed: Handed) -> dict[str, object]:
    return {"answers": dict(handed.answers), "unread": dict(handed.unread)}


def _handed(content: Mapping[str, dict[str, str]]) -> Handed:
    return Handed(content["answers"], content["unread"])


def _row(one: Midterm) -> dict[str, object]:
    return {
        "id": one.id,
        "student_id": one.student_id,
        "placement_id": one.placement_id,
        "instrument_id": one.instrument.id,
        "instrument_version": one.instrument.version,
        "instrument_fingerprint": one.instrument.fingerprint,
        "supervisor": one.supervisor,
        "coordinator_id": one.coordinator_id,
        "sent_at": one.sent_at,
        "due": one.due,
        "state": one.state.value,
        "revealed_at": one.revealed_at,
        "reason": one.reason,
        "talked_on": one.talked_on,
        "concluded_at": one.concluded_at,
    }


def _midterm(row: AnyRow) -> Midterm:
    return Midterm(
        id=row.id,
        student_id=row.student_id,
        placement_id=row.placement_id,
        instrument=InstrumentKey(row.instrument_id, row.instrument_version, row.instrument_fingerprint),
        supervisor=row.supervisor,
        coordinator_id=row.coordinator_id,
        sent_at=row.sent_at,
        due=row.due,
        state=MidtermState(row.state),
        revealed_at=row.revealed_at,
        reason=row.reason,
        talked_on=row.talked_on,
        concluded_at=row.concluded_at,
    )


def _receipt_row(receipt: Receipt) -> dict[str, object]:
    return {
        "id": receipt.id,
        "midterm_id": receipt.midterm_id,
        "respondent": receipt.respondent.value,
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
        midterm_id=row.midterm_id,
        respondent=Respondent(row.respondent),
        way=MidtermWay(row.way),
        complete=row.complete,
        received_at=row.received_at,
        received_by=row.received_by,
        in_force=row.in_force,
        late=row.late,
    )
