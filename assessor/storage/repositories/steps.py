"""The recorded changes of a concept, kept for undo and redo only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from assessor.domain.ratings import Entry, Passage, Rating, Source, Step
from assessor.storage import tables
from assessor.storage.rows import AnyRow, upsert


class Steps:
    """What each change of a dossier replaced, numbered from 1."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def push(self, dossier_id: str, before: Entry, after: Entry) -> Step:
        """Record a change that was just made; steps that were taken back can no longer be redone."""
        steps = tables.steps
        self._connection.execute(delete(steps).where(steps.c.dossier_id == dossier_id, steps.c.undone))
        newest = select(func.max(steps.c.number)).where(steps.c.dossier_id == dossier_id)
        number = (self._connection.execute(newest).scalar_one() or 0) + 1
        upsert(
            self._connection,
            steps,
            {
                "dossier_id": dossier_id,
                "number": number,
                "before": _entry_value(before),
                "after": _entry_value(after),
                "undone": False,
            },
        )
        return Step(number, before, after)

    def last_done(self, dossier_id: str) -> Step | None:
        """The step that undo takes back next."""
        steps = tables.steps
        return self._one(
            select(steps)
            .where(steps.c.dossier_id == dossier_id, ~steps.c.undone)
            .order_by(steps.c.number.desc())
            .limit(1)
        )

    def first_undone(self, dossier_id: str) -> Step | None:
        """The step that redo makes again next."""
        steps = tables.steps
        return self._one(
            select(steps).where(steps.c.dossier_id == dossier_id, steps.c.undone).order_by(steps.c.number).limit(1)
        )

    def mark(self, dossier_id: str, number: int, undone: bool) -> None:
        """Note that a step was taken back (`undone`) or made again."""
        steps = tables.steps
        self._connection.execute(
            update(steps).where(steps.c.dossier_id == dossier_id, steps.c.number == number).values(undone=undone)
        )

    def clear(self, dossier_id: str) -> None:
        """Forget every step: from definitief on the chain tells what happened."""
        self._connection.execute(delete(tables.steps).where(tables.steps.c.dossier_id == dossier_id))

    def _one(self, query: Any) -> Step | None:  # noqa: ANN401 - a select of the steps table
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _step(row)


def _step(row: AnyRow) -> Step:
    return Step(row.number, _entry(row.before), _entry(row.after), row.undone)


def _entry_value(entry: Entry) -> dict[str, object]:
    if isinstance(entry, Passage):
        return {"place": entry.place, "text": entry.text}
    return {
        "criterion": entry.criterion,
        "mark": entry.mark,
        "note": entry.note,
        "sources": sorted(entry.sources),
    }


def _entry(value: Mapping[str, Any]) -> Entry:
    if "place" in value:
        return Passage(value["place"], value["text"])
    sources = frozenset(Source(source) for source in value["sources"])
    return Rating(value["criterion"], value["mark"], value["note"], sources)
