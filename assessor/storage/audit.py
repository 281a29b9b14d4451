"""Verification of the chains: what was altered, left out or taken away since it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy import Connection, select

from assessor.domain.text import Text, same
from assessor.storage import links, tables
from assessor.storage.columns import as_stored, moment_text
from assessor.storage.links import WORKSPACE_CHAIN, Anchor, fingerprint
from assessor.storage.repositories.chains import ANCHORED, DESTROYED, RESTORED
from assessor.storage.rows import AnyRow
from assessor.storage.unit import Unit

__all__ = ["Anchor", "Finding", "Report", "fingerprint", "verify"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was recorded.

    Attributes:
        code: ``entry-altered``, ``entry-missing``, ``content-altered``, ``content-missing``, ``content-stray``,
            ``head-differs``, ``anchor-broken`` or ``backup-anchor-broken``.
        chain: the chain: a dossier's id or ``"workspace"``.
        position: the place in the chain, None where it is about the whole chain.
    """

    code: str
    chain: str
    position: int | None

    @property
    def what(self) -> Text:
        """The finding in one sentence, without names."""
        place = same(str(self.position)) if self.position is not None else Text("als geheel", "as a whole")
        return _SENTENCES[self.code].fill(place=place)


_SENTENCES = {
    "entry-altered": Text(
        "Regel {place} van de vastgelegde geschiedenis is veranderd.",
        "Line {place} of the recorded history was altered.",
    ),
    "entry-missing": Text(
        "Vanaf regel {place} van de vastgelegde geschiedenis ontbreken regels.",
        "Lines are missing from line {place} of the recorded history on.",
    ),
    "content-altered": Text(
        "De inhoud van regel {place} is na het vastleggen veranderd.",
        "The content of line {place} was altered after it was recorded.",
    ),
    "content-missing": Text(
        "De inhoud van regel {place} ontbreekt zonder vastgelegde vernietiging.",
        "The content of line {place} is missing without a recorded destruction.",
    ),
    "content-stray": Text(
        "Er staat inhoud die bij geen enkele regel hoort.",
        "There is content that belongs to no line.",
    ),
    "head-differs": Text(
        "Het einde van de vastgelegde geschiedenis klopt niet met de laatste regel.",
        "The end of the recorded history does not agree with its last line.",
    ),
    "anchor-broken": Text(
        "Regel {place} is niet meer zoals die in de geschiedenis van het gegevensbestand is vastgelegd.",
        "Line {place} is no longer as it was recorded in the history of the workspace.",
    ),
    "backup-anchor-broken": Text(
        "Regel {place} van de geschiedenis van het gegevensbestand is niet meer zoals die in een reservekopie staat.",
        "Line {place} of the workspace's history is no longer as a backup holds it.",
    ),
}


@dataclass(frozen=True)
class Report:
    """What a verification found and how far it can know.

    Attributes:
        findings: everything that is not as it was recorded; empty when all is well.
        chains: number of chains.
        entries: number of entries.
        anchored: per chain the last position that the workspace's chain holds an anchor for.
        workspace_anchor: the newest anchor outside the database that still fits, None when there is none.
    """

    findings: tuple[Finding, ...]
    chains: int
    entries: int
    anchored: Mapping[str, int]
    workspace_anchor: Anchor | None

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def proven(self) -> Text:
        """Up to which anchor integrity is proven, in one sentence."""
        anchor = self.workspace_anchor
        if anchor is None:
            return Text(
                "Er is nog geen ankerpunt buiten het gegevensbestand; wat aan het eind is weggelaten, is niet te zien.",
                "There is no anchor outside the workspace yet; what was left out at the end cannot be seen.",
            )
        return Text(
            "Tot en met regel {position} van de geschiedenis van het gegevensbestand (reservekopie, {moment} UTC)"
            " is aangetoond dat niets is weggelaten.",
            "Up to line {position} of the workspace's history (backup, {moment} UTC) it is proven that nothing was"
            " left out.",
        ).fill(position=anchor.position, moment=same(f"{anchor.at:%d-%m-%Y %H:%M}"))


@dataclass
class _Walk:
    """What one pass over the entries gathers."""

    findings: list[Finding] = field(default_factory=list)
    ends: dict[str, tuple[int, str, object]] = field(default_factory=dict)
    claims: list[Mapping[str, object]] = field(default_factory=list)
    missing: list[tuple[str, str, int]] = field(default_factory=list)
    destroyed: set[str] = field(default_factory=set)
    returns: list[tuple[int, str]] = field(default_factory=list)
    """From which position on a way of the workspace's chain was left for that of a backup, and when."""
    entries: int = 0


def verify(unit: Unit, anchors: Iterable[Anchor] = ()) -> Report:
    """Check every chain from its first entry to its head.

    Args:
        unit: a unit of work to read in.
        anchors: heads of the workspace's chain kept outside the database (see `backup.anchors`), in any order.
    """
    connection = unit.connection
    walk = _Walk()
    for chain, rows in groupby(_rows(connection), key=lambda row: str(row.chain)):
        _walk_chain(walk, chain, rows)
    walk.findings += [
        Finding("content-missing", chain, position)
        for content_id, chain, position in walk.missing
        if content_id not in walk.destroyed
    ]
    walk.findings += _head_findings(connection, walk.ends)
    walk.findings += _stray_findings(connection)
    anchored = _check_claims(connection, walk)
    outside = sorted(anchors, key=lambda anchor: anchor.position, reverse=True)
    astray = [anchor for anchor in outside if not _fits(connection, WORKSPACE_CHAIN, anchor.position, anchor.hash)]
    broken = [anchor for anchor in astray if not _was_left(walk, anchor)]
    walk.findings += [Finding("backup-anchor-broken", WORKSPACE_CHAIN, anchor.position) for anchor in broken]
    newest = next((anchor for anchor in outside if anchor not in astray), None)
    return Report(tuple(dict.fromkeys(walk.findings)), len(walk.ends), walk.entries, anchored, newest)


def _was_left(walk: _Walk, anchor: Anchor) -> bool:
    """Whether an anchor stands on the way that was left when an earlier backup was put back."""
    return any(position <= anchor.position and moment_text(anchor.at) <= at for position, at in walk.returns)


def _rows(connection: Connection) -> Iterator[AnyRow]:
    entries, contents = tables.chain_entries, tables.chain_contents
    columns = (*entries.c, contents.c.salt, contents.c.content)
    query = (
        select(*(as_stored(column) for column in columns))
        .join_from(entries, contents, contents.c.id == entries.c.content_id, isouter=True)
        .order_by(entries.c.chain, entries.c.position)
    )
    yield from connection.execution_options(yield_per=1_000).execute(query)


def _walk_chain(walk: _Walk, chain: str, rows: Iterable[AnyRow]) -> None:
    previous, position, at = links.START, 0, None
    for row in rows:
        walk.entries += 1
        if row.position != position + 1:
            walk.findings.append(Finding("entry-missing", chain, position + 1))
        position = row.position if isinstance(row.position, int) else position + 1
        if not _hangs_on(previous, row):
            walk.findings.append(Finding("entry-altered", chain, position))
        _check_content(walk, row, position)
        previous, at = row.hash, row.at
    walk.ends[chain] = (position, previous, at)


def _hangs_on(previous: str, row: AnyRow) -> bool:
    names = ("chain", "position", "at", "actor_id", "kind", "content_id", "content_hash")
    covered = {name: getattr(row, name) for name in names}
    if not all(isinstance(value, (str, int)) for value in covered.values()):
        return False
    return bool(links.entry_hash(previous=previous, **covered) == row.hash)


def _check_content(walk: _Walk, row: AnyRow, position: int) -> None:
    if row.content is None:
        walk.missing.append((row.content_id, row.chain, position))
    elif not isinstance(row.salt, bytes) or not isinstance(row.content, str) or not _belongs(row):
        walk.findings.append(Finding("content-altered", row.chain, position))
    elif row.chain == WORKSPACE_CHAIN and row.kind == RESTORED:
        walk.returns.append((int(str(links.parsed(row.content)["from"])), str(row.at)))
    elif row.chain == WORKSPACE_CHAIN and row.kind in (ANCHORED, DESTROYED):
        content = links.parsed(row.content)
        if row.kind == ANCHORED:
            walk.claims.append(content)
        else:
            walk.destroyed.update(content["contents"])


def _belongs(row: AnyRow) -> bool:
    return bool(links.content_hash(row.salt, row.content.encode()) == row.content_hash)


def _head_findings(connection: Connection, ends: Mapping[str, tuple[int, str, object]]) -> list[Finding]:
    heads = tables.chain_heads
    kept = {
        row.chain: (row.position, row.hash, row.at)
        for row in connection.execute(select(*(as_stored(column) for column in heads.c)).where(heads.c.position > 0))
    }
    return [
        Finding("head-differs", chain, None)
        for chain in sorted(kept.keys() | ends.keys())
        if kept.get(chain) != ends.get(chain)
    ]


def _stray_findings(connection: Connection) -> list[Finding]:
    entries, contents = tables.chain_entries, tables.chain_contents
    query = (
        select(contents.c.id)
        .join_from(contents, entries, entries.c.content_id == contents.c.id, isouter=True)
        .where(entries.c.content_id.is_(None))
        .limit(1)
    )
    return [Finding("content-stray", WORKSPACE_CHAIN, None) for _ in connection.execute(query)]


def _check_claims(connection: Connection, walk: _Walk) -> dict[str, int]:
    """Compare every anchor in the workspace's chain; returns per chain the last position that is anchored."""
    anchored: dict[str, int] = {}
    for claim in walk.claims:
        chain, position = str(claim["chain"]), int(str(claim["position"]))
        if _fits(connection, chain, position, str(claim["hash"])):
            anchored[chain] = max(position, anchored.get(chain, 0))
        else:
            walk.findings.append(Finding("anchor-broken", chain, position))
    return anchored


def _fits(connection: Connection, chain: str, position: int, expected: str) -> bool:
    entries = tables.chain_entries
    query = select(entries.c.hash).where(entries.c.chain == chain, entries.c.position == position)
    return connection.execute(query).scalar_one_or_none() == expected
