"""Dossiers with their sheets."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, insert, literal, select, union_all, update
from sqlalchemy.dialects import postgresql, sqlite

from assessor.domain.dossier import Dossier, State
from assessor.domain.ratings import Passage, Rating
from assessor.storage import dossier_rows, search, tables
from assessor.storage.columns import Moment
from assessor.storage.failures import unknown
from assessor.storage.repositories import dossier_lines
from assessor.storage.repositories.dossier_lines import DossierLine, Order
from assessor.storage.rows import upsert


class WorkSpan(NamedTuple):
    """When the sheet of a dossier was first and last changed, and how often."""

    first_change: datetime | None
    last_change: datetime | None
    number_of_changes: int


class Dossiers:
    """The practice assessments."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # ------------------------------------------------------------ whole dossiers
    def add(self, dossier: Dossier, total: int) -> None:
        """Add a new dossier with whatever its sheet holds already.

        Args:
            dossier: its instrument must have been kept, its number come from `next_number`.
            total: number of criteria of the instrument, for lists.
        """
        self.add_all([(dossier, total)])
        search.refresh(self._connection, tables.dossiers.c.id == dossier.id)

    def add_all(self, dossiers: Collection[tuple[Dossier, int]]) -> None:
        """Add many at once, each with its number of criteria; their search keys must be refreshed afterwards."""
        rows = [dossier_rows.new_row(dossier, total) for dossier, total in dossiers]
        ratings = [
            dossier_rows.rating_row(dossier.id, rating, dossier.created_at)
            for dossier, _ in dossiers
            for rating in dossier.sheet.ratings.values()
            if rating != Rating(rating.criterion)
        ]
        passages = [
            dossier_rows.passage_row(dossier.id, Passage(place, text), dossier.created_at)
            for dossier, _ in dossiers
            for place, text in dossier.sheet.passages.items()
            if text
        ]
        for table, new in ((tables.dossiers, rows), (tables.ratings, ratings), (tables.passages, passages)):
            if new:
                self._connection.execute(insert(table), new)

    def get(self, dossier_id: str) -> Dossier:
        """The dossier with its sheet; KnownError ``dossier-unknown`` when none has this id."""
        found = self._load(tables.dossiers.c.id == dossier_id)
        if not found:
            raise unknown("dossier")
        return found[0]

    def by_number(self, number: str) -> Dossier | None:
        """The dossier with this number, or None."""
        found = self._load(tables.dossiers.c.number == number)
        return found[0] if found else None

    def of_student(self, student_id: str) -> list[Dossier]:
        """All dossiers of a student with their sheets, the oldest first."""
        return self._load(tables.dossiers.c.student_id == student_id)

    def save(self, dossier: Dossier, at: datetime | None = None) -> None:
        """Replace every field but the sheet; with `at` the dossier moves to the top of what changed last.

        Raises KnownError ``dossier-unknown`` when none has this id.
        """
        values = dossier_rows.fields(dossier)
        if at is not None:
            values["changed_at"] = at
        dossiers = tables.dossiers
        done = self._connection.execute(update(dossiers).where(dossiers.c.id == dossier.id).values(values))
        if done.rowcount != 1:
            raise unknown("dossier")
        search.refresh(self._connection, dossiers.c.id == dossier.id)

    def next_number(self, year: int) -> str:
        """The next dossier number of the year, such as "2026-0001"; free again when the unit of work fails."""
        numbers = tables.dossier_numbers
        new = sqlite.insert(numbers) if self._connection.dialect.name == "sqlite" else postgresql.insert(numbers)
        statement = (
            new.values(year=year, last=1)
            .on_conflict_do_update(index_elements=["year"], set_={"last": numbers.c.last + 1})
            .returning(numbers.c.last)
        )
        return f"{year}-{self._connection.execute(statement).scalar_one():04}"

    # ------------------------------------------------------------ lists
    def lines(
        self,
        search: str = "",
        state: State | None = None,
        assessor_id: str | None = None,
        limit: int = 50,
        offset: int = 0,
        order: Order = "changed",
    ) -> list[DossierLine]:
        """One page of the list of dossiers; changed last first, or by student or number."""
        wanted = dossier_lines.wanted(search, state, assessor_id)
        return dossier_lines.page(self._connection, wanted, order, limit, offset)

    def count(self, search: str = "", state: State | None = None, assessor_id: str | None = None) -> int:
        """How many dossiers `lines` would list without a limit."""
        wanted = dossier_lines.wanted(search, state, assessor_id)
        return self._connection.execute(select(func.count()).select_from(tables.dossiers).where(wanted)).scalar_one()

    # ------------------------------------------------------------ the sheet
    def set_rating(self, dossier_id: str, rating: Rating, at: datetime) -> None:
        """Replace one criterion's rating; an empty rating leaves no row."""
        ratings = tables.ratings
        if rating == Rating(rating.criterion):
            self._connection.execute(
                delete(ratings).where(ratings.c.dossier_id == dossier_id, ratings.c.criterion == rating.criterion)
            )
        else:
            upsert(self._connection, ratings, dossier_rows.rating_row(dossier_id, rating, at))
        self._changed(dossier_id, at)

    def set_passage(self, dossier_id: str, passage: Passage, at: datetime) -> None:
        """Replace the text at one place; an empty text leaves no row."""
        passages = tables.passages
        if passage.text:
            upsert(self._connection, passages, dossier_rows.passage_row(dossier_id, passage, at))
        else:
            self._connection.execute(
                delete(passages).where(passages.c.dossier_id == dossier_id, passages.c.place == passage.place)
            )
        self._changed(dossier_id, at)

    def work_span(self, dossier_id: str) -> WorkSpan:
        """When the sheet was first and last changed and how often; undoing and redoing count as changes."""
        dossiers = tables.dossiers
        row = self._connection.execute(
            select(dossiers.c.first_change_at, dossiers.c.last_change_at, dossiers.c.changes).where(
                dossiers.c.id == dossier_id
            )
        ).one_or_none()
        if row is None:
            raise unknown("dossier")
        return WorkSpan(row.first_change_at, row.last_change_at, row.changes)

    def same_note(self, dossier_id: str, texts: Collection[str]) -> set[str]:
        """Which of these texts stand word for word in another dossier, as a toelichting or a passage."""
        hashes = {text: dossier_rows.note_hash(text) for text in texts}
        known = [
            select(table.c.note_hash).where(
                table.c.note_hash.in_([found for found in hashes.values() if found]),
                table.c.dossier_id != dossier_id,
            )
            for table in (tables.ratings, tables.passages)
        ]
        elsewhere = set(self._connection.execute(union_all(*known)).scalars())
        return {text for text, found in hashes.items() if found in elsewhere}

    # ------------------------------------------------------------ verification
    def stale(self, dossier_id: str) -> tuple[str, ...]:
        """Columns that follow from others and do not agree with them: ``search_key``, ``scored``, ``note_hash``.

        There are none unless somebody wrote in the database by another way.
        """
        dossiers, ratings = tables.dossiers, tables.ratings
        found = ["search_key"] if search.stale(self._connection, dossiers.c.id == dossier_id) else []
        scored = select(dossiers.c.scored == _scored(dossier_id)).where(dossiers.c.id == dossier_id)
        if not self._connection.execute(scored).scalar_one():
            found.append("scored")
        notes: Iterable[tuple[str, str | None]] = self._connection.execute(
            union_all(
                select(ratings.c.note, ratings.c.note_hash).where(ratings.c.dossier_id == dossier_id),
                select(tables.passages.c.text, tables.passages.c.note_hash).where(
                    tables.passages.c.dossier_id == dossier_id
                ),
            )
        ).tuples()
        if any(dossier_rows.note_hash(text) != stored for text, stored in notes):
            found.append("note_hash")
        return tuple(found)

    # ------------------------------------------------------------ inner
    def _load(self, which: ColumnElement[bool]) -> list[Dossier]:
        dossiers = tables.dossiers
        rows = self._connection.execute(
            select(dossiers).where(which).order_by(dossiers.c.created_at, dossiers.c.number)
        ).all()
        return [dossier_rows.dossier(row, dossier_rows.sheet(self._connection, row.id)) for row in rows]

    def _changed(self, dossier_id: str, at: datetime) -> None:
        dossiers = tables.dossiers
        done = self._connection.execute(
            update(dossiers)
            .where(dossiers.c.id == dossier_id)
            .values(
                changed_at=at,
                first_change_at=func.coalesce(dossiers.c.first_change_at, literal(at, Moment)),
                last_change_at=at,
                changes=dossiers.c.changes + 1,
                scored=_scored(dossier_id),
            )
        )
        if done.rowcount != 1:
            raise unknown("dossier")


def _scored(dossier_id: str) -> ColumnElement[int]:
    """Number of criteria that carry a mark."""
    ratings = tables.ratings
    return (
        select(func.count())
        .select_from(ratings)
        .where(ratings.c.dossier_id == dossier_id, ratings.c.mark.is_not(None))
        .scalar_subquery()
    )
