"""The append-only chains: one for each dossier from definitief on, and one for the workspace."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.storage import links, tables
from assessor.storage.columns import moment_text
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.rows import AnyRow, insert_missing

ANCHORED = "anchored"
"""Kind of the workspace's entries that hold the head of another chain."""

DESTROYED = "content-destroyed"
"""Kind of the workspace's entries that name contents which were lawfully destroyed."""

RESTORED = "restored"
"""Kind of the workspace's entries that say that a backup was put back: the chain goes on from that moment."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Something that happened and is to be added to a chain."""

    chain: str
    kind: str
    actor_id: str
    at: datetime
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChainEntry:
    """One entry of a chain; `position` counts from 1, `content` is None once it was destroyed."""

    chain: str
    position: int
    at: datetime
    actor_id: str
    kind: str
    content_id: str
    content: Mapping[str, Any] | None
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain: its position, its time (None before the first entry) and its hash."""

    chain: str
    position: int
    at: datetime | None
    hash: str


class Chains:
    """Who did what, when and why; entries are added and never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, chain: str, *, kind: str, actor_id: str, at: datetime, content: Mapping[str, Any]) -> ChainEntry:
        """Add one entry.

        Raises KnownError ``clock-back`` when `at` lies before the entry that stands last.
        """
        return self.append_all([NewEntry(chain, kind, actor_id, at, content)])[0]

    def append_all(self, new: Sequence[NewEntry]) -> list[ChainEntry]:
        """Add many entries, to any number of chains, each after the ones before it; raises as `append` does."""
        if not new:
            return []
        heads = self._locked_heads(sorted({each.chain for each in new}))
        rows, contents, entries = [], [], []
        for each in new:
            row, content, entry = _linked(heads[each.chain], each)
            heads[each.chain] = Head(entry.chain, entry.position, entry.at, entry.hash)
            rows.append(row)
            contents.append(content)
            entries.append(entry)
        self._connection.execute(insert(tables.chain_contents), contents)
        self._connection.execute(insert(tables.chain_entries), rows)
        self._move_heads(list(heads.values()))
        return entries

    def anchor(self, chain: str, *, actor_id: str, at: datetime) -> ChainEntry:
        """Keep the head of a chain in the workspace's chain, so that a shortened chain is found."""
        head = self.head(chain)
        if head is None:
            raise ValueError("a chain without entries cannot be anchored")
        content = {"chain": chain, "position": head.position, "hash": head.hash}
        return self.append(WORKSPACE_CHAIN, kind=ANCHORED, actor_id=actor_id, at=at, content=content)

    def destroy(self, contents: Collection[str], *, actor_id: str, at: datetime, reason: str) -> ChainEntry:
        """Destroy the contents with these ids; the entries stay, and the workspace's chain says that it was done.

        Args:
            contents: the `content_id`s; they say nothing about what they held.
            actor_id: who does it.
            at: when.
            reason: the ground for the destruction, without names.
        """
        record = {"contents": sorted(contents), "reason": reason}
        entry = self.append(WORKSPACE_CHAIN, kind=DESTROYED, actor_id=actor_id, at=at, content=record)
        self._connection.execute(
            delete(tables.chain_contents).where(tables.chain_contents.c.id == bindparam("gone")),
            [{"gone": content_id} for content_id in sorted(contents)],
        )
        return entry

    def entries(self, chain: str) -> list[ChainEntry]:
        """The entries of a chain in their order."""
        rows = self._connection.execute(
            _ENTRIES.where(tables.chain_entries.c.chain == chain).order_by(tables.chain_entries.c.position)
        )
        return [_entry(row) for row in rows]

    def hashes(self, chain: str) -> list[str]:
        """The hash of each entry of a chain in their order."""
        entries = tables.chain_entries.c
        query = select(entries.hash).where(entries.chain == chain).order_by(entries.position)
        return list(self._connection.execute(query).scalars())

    def head(self, chain: str) -> Head | None:
        """The last entry of a chain, or None when it has none."""
        heads = tables.chain_heads
        row = self._connection.execute(select(heads).where(heads.c.chain == chain, heads.c.position > 0)).one_or_none()
        return None if row is None else _head(row)

    def _locked_heads(self, chains: Sequence[str]) -> dict[str, Head]:
        """The heads, made where they lack, locked until the unit of work ends; sorted, so that none waits in a ring."""
        heads = tables.chain_heads
        missing = [{"chain": chain, "position": 0, "at": None, "hash": links.START} for chain in chains]
        insert_missing(self._connection, heads, missing)
        found: dict[str, Head] = {}
        for start in range(0, len(chains), 500):
            part = chains[start : start + 500]
            query = select(heads).where(heads.c.chain.in_(part)).order_by(heads.c.chain).with_for_update()
            found |= {row.chain: _head(row) for row in self._connection.execute(query)}
        return found

    def _move_heads(self, heads: Sequence[Head]) -> None:
        table = tables.chain_heads
        statement = update(table).where(table.c.chain == bindparam("of"))
        self._connection.execute(
            statement.values(position=bindparam("to"), at=bindparam("moment"), hash=bindparam("new_hash")),
            [{"of": head.chain, "to": head.position, "moment": head.at, "new_hash": head.hash} for head in heads],
        )


_ENTRIES = select(tables.chain_entries, tables.chain_contents.c.content).join_from(
    tables.chain_entries,
    tables.chain_contents,
    tables.chain_contents.c.id == tables.chain_entries.c.content_id,
    isouter=True,
)


def _linked(head: Head, new: NewEntry) -> tuple[dict[str, Any], dict[str, Any], ChainEntry]:
    """The rows of an entry and of its content, and the entry itself, hung on the head."""
    if head.at is not None and new.at < head.at:
        raise _clock_back()
    salt, content_id, content = secrets.token_bytes(16), secrets.token_hex(16), links.canonical(new.content)
    row: dict[str, Any] = {
        "chain": new.chain,
        "position": head.position + 1,
        "at": new.at,
        "actor_id": new.actor_id,
        "kind": new.kind,
        "content_id": content_id,
        "content_hash": links.content_hash(salt, content),
    }
    row["hash"] = links.entry_hash(previous=head.hash, **(row | {"at": moment_text(new.at)}))
    kept: dict[str, Any] = {"id": content_id, "salt": salt, "content": content.decode()}
    entry = ChainEntry(
        new.chain,
        row["position"],
        new.at,
        new.actor_id,
        new.kind,
        content_id,
        links.parsed(content.decode()),
        row["hash"],
    )
    return row, kept, entry


def _entry(row: AnyRow) -> ChainEntry:
    content = None if row.content is None else links.parsed(row.content)
    return ChainEntry(row.chain, row.position, row.at, row.actor_id, row.kind, row.content_id, content, row.hash)


def _head(row: AnyRow) -> Head:
    return Head(row.chain, row.position, row.at, row.hash)


def _clock_back() -> KnownError:
    return KnownError(
        "clock-back",
        Text(
            "De klok van deze computer staat vroeger dan de laatste vastgelegde handeling.",
            "This computer's clock is earlier than the last recorded action.",
        ),
        Text("Zet datum en tijd goed en probeer het opnieuw.", "Correct the date and time and try again."),
    )
