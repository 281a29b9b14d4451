"""Between the rows of a dossier and the value of the domain."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, bindparam, select

from assessor.domain.dossier import Activity, Dossier, InstrumentKey, ResitScope, Result, State
from assessor.domain.instrument import Outcome
from assessor.domain.ratings import Passage, Rating, Sheet, Source
from assessor.storage import tables
from assessor.storage.columns import as_stored
from assessor.storage.rows import AnyRow


class WorkSpan(NamedTuple):
    """When the sheet of a dossier was first and last changed, and how often."""

    first_change: datetime | None
    last_change: datetime | None
    number_of_changes: int


NO_WORK = WorkSpan(None, None, 0)

_FOLLOWING = ("search_key", "student_key", "scored", "note_hash")
"""Columns that follow from others."""


def fields(dossier: Dossier) -> dict[str, Any]:
    """Every field but the sheet, by column."""
    result = dossier.result
    return {
        "id": dossier.id,
        "number": dossier.number,
        "student_id": dossier.student_id,
        "assessor_id": dossier.assessor_id,
        "instrument_id": dossier.instrument.id,
        "instrument_version": dossier.instrument.version,
        "instrument_fingerprint": dossier.instrument.fingerprint,
        "programme": dossier.programme,
        "variant": dossier.variant,
        "phase": dossier.phase,
        "activity_day": dossier.activity.day,
        "activity_group": dossier.activity.group,
        "activity_subject": dossier.activity.subject,
        "created_at": dossier.created_at,
        "organisation_id": dossier.organisation_id,
        "supervisor": dossier.supervisor,
        "placement_end": dossier.placement_end,
        "own_job": dossier.own_job,
        "in_place_of": dossier.in_place_of,
        "in_place_reason": dossier.in_place_reason,
        "attempt": dossier.attempt,
        "previous_id": dossier.previous_id,
        "resit_scope": None if dossier.resit_scope is None else dossier.resit_scope.value,
        "taken_over": dossier.taken_over,
        "state": dossier.state.value,
        "state_reason": dossier.state_reason,
        "counts_as_attempt": dossier.counts_as_attempt,
        "revision": dossier.revision,
        "chosen": None if dossier.chosen is None else int(dossier.chosen),
        "result_outcome": None if result is None else int(result.outcome),
        "result_departs": None if result is None else result.departs,
        "result_set_at": None if result is None else result.set_at,
        "result_fingerprint": None if result is None else result.fingerprint,
        "announced_on": dossier.announced_on,
    }


def new_row(dossier: Dossier, total: int, span: WorkSpan) -> dict[str, Any]:
    """The whole row of a dossier that is added; its keys are still empty."""
    return fields(dossier) | {
        "total": total,
        "scored": sum(rating.mark is not None for rating in dossier.sheet.ratings.values()),
        "changed_at": span.last_change or dossier.created_at,
        "first_change_at": span.first_change,
        "last_change_at": span.last_change,
        "changes": span.number_of_changes,
        "search_key": "",
        "student_key": "",
    }


def rating_row(dossier_id: str, rating: Rating, at: datetime) -> dict[str, Any]:
    """One rating by column."""
    return {
        "dossier_id": dossier_id,
        "criterion": rating.criterion,
        "mark": rating.mark,
        "note": rating.note,
        "sources": rating.sources,
        "note_hash": note_hash(rating.note),
        "changed_at": at,
    }


def passage_row(dossier_id: str, passage: Passage, at: datetime) -> dict[str, Any]:
    """One passage by column."""
    return {
        "dossier_id": dossier_id,
        "place": passage.place,
        "text": passage.text,
        "note_hash": note_hash(passage.text),
        "changed_at": at,
    }


def note_hash(text: str) -> str | None:
    """What two notes share that are the same word for word, whatever their spacing and case; None for no words."""
    words = " ".join(text.casefold().split())
    return hashlib.sha256(words.encode()).hexdigest() if words else None


def stored(connection: Connection, table: Table, which: ColumnElement[bool]) -> list[dict[str, str | int | None]]:
    """Rows as the database holds them, in the order of their keys, without the columns that follow from others."""
    columns = [column for column in table.c if column.name not in _FOLLOWING]
    query = select(*(as_stored(column) for column in columns)).where(which).order_by(*table.primary_key)
    return [{name: _plain(value) for name, value in row.items()} for row in connection.execute(query).mappings()]


def _plain(value: Any) -> str | int | None:  # noqa: ANN401 - whatever the driver gives
    """The value as both databases agree on it: PostgreSQL's days and truth values as SQLite keeps them."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, int) else str(value)


def sheet(connection: Connection, dossier_id: str) -> Sheet:
    """Everything entered in a dossier so far, by criterion and by place."""
    one = {"dossier": dossier_id}
    ratings = {row[0]: _rating(row) for row in connection.execute(_RATINGS, one)}
    passages = dict(tuple(row) for row in connection.execute(_PASSAGES, one))
    return Sheet(MappingProxyType(ratings), MappingProxyType(passages))


_RATINGS = (
    select(tables.ratings.c.criterion, tables.ratings.c.mark, tables.ratings.c.note, tables.ratings.c.sources)
    .where(tables.ratings.c.dossier_id == bindparam("dossier"))
    .order_by(tables.ratings.c.criterion)
)
_PASSAGES = (
    select(tables.passages.c.place, tables.passages.c.text)
    .where(tables.passages.c.dossier_id == bindparam("dossier"))
    .order_by(tables.passages.c.place)
)


def sheets(connection: Connection, dossier_ids: Sequence[str]) -> dict[str, Sheet]:
    """The sheets of several dossiers by their ids; no more ids than a query may name."""
    ratings: dict[str, dict[str, Rating]] = {dossier_id: {} for dossier_id in dossier_ids}
    passages: dict[str, dict[str, str]] = {dossier_id: {} for dossier_id in dossier_ids}
    of_ratings, of_passages = tables.ratings.c, tables.passages.c
    query = select(
        of_ratings.dossier_id, of_ratings.criterion, of_ratings.mark, of_ratings.note, of_ratings.sources
    ).where(of_ratings.dossier_id.in_(dossier_ids))
    for row in connection.execute(query.order_by(of_ratings.dossier_id, of_ratings.criterion)):
        ratings[row.dossier_id][row.criterion] = _rating(row[1:])
    written = select(of_passages.dossier_id, of_passages.place, of_passages.text).where(
        of_passages.dossier_id.in_(dossier_ids)
    )
    for text in connection.execute(written.order_by(of_passages.dossier_id, of_passages.place)):
        passages[text.dossier_id][text.place] = text.text
    return {
        dossier_id: Sheet(MappingProxyType(ratings[dossier_id]), MappingProxyType(passages[dossier_id]))
        for dossier_id in dossier_ids
    }


def _rating(row: Sequence[Any]) -> Rating:
    criterion, mark, note, sources = row
    return Rating(criterion, mark, note, _sources(sources))


@lru_cache(maxsize=100)
def _sources(codes: frozenset[str]) -> frozenset[Source]:
    return frozenset(Source(code) for code in codes)


def dossier(row: AnyRow, sheet: Sheet) -> Dossier:
    """The value of the domain."""
    return Dossier(
        id=row.id,
        number=row.number,
        student_id=row.student_id,
        assessor_id=row.assessor_id,
        instrument=InstrumentKey(row.instrument_id, row.instrument_version, row.instrument_fingerprint),
        programme=row.programme,
        variant=row.variant,
        phase=row.phase,
        activity=Activity(row.activity_day, row.activity_group, row.activity_subject),
        created_at=row.created_at,
        organisation_id=row.organisation_id,
        supervisor=row.supervisor,
        placement_end=row.placement_end,
        own_job=row.own_job,
        in_place_of=row.in_place_of,
        in_place_reason=row.in_place_reason,
        attempt=row.attempt,
        previous_id=row.previous_id,
        resit_scope=None if row.resit_scope is None else ResitScope(row.resit_scope),
        taken_over=row.taken_over,
        state=State(row.state),
        state_reason=row.state_reason,
        counts_as_attempt=row.counts_as_attempt,
        revision=row.revision,
        chosen=None if row.chosen is None else Outcome(row.chosen),
        result=_result(row),
        announced_on=row.announced_on,
        sheet=sheet,
    )


def _result(row: AnyRow) -> Result | None:
    if row.result_outcome is None:
        return None
    return Result(Outcome(row.result_outcome), row.result_departs, row.result_set_at, row.result_fingerprint)
