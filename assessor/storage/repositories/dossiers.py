"""Dossiers with their sheets."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    union_all,
    update,
)

from assessor.domain.dossier import Dossier, State
from assessor.domain.errors import KnownError
from assessor.domain.ratings import Passage, Rating
from assessor.domain.text import Text
from assessor.storage import dossier_rows, search, tables
from assessor.storage.columns import Moment, as_stored
from assessor.storage.dossier_rows import NO_WORK, WorkSpan
from assessor.storage.failures import unknown
from assessor.storage.links import fingerprint
from assessor.storage.repositories import dossier_lines
from assessor.storage.repositories.dossier_lines import DossierLine, Order, Standing
from assessor.storage.rows import new_rows, portions, upsert


@dataclass(frozen=True, slots=True)
class NewDossier:
    """A dossier to add, with the number of criteria of its instrument and how its sheet came about."""

    dossier: Dossier
    total: int
    span: WorkSpan = NO_WORK

    @property
    def changed_at(self) -> datetime:
        """When it was changed last."""
        return self.span.last_change or self.dossier.created_at


_BY_ID = select(tables.dossiers).where(tables.dossiers.c.id == bindparam("dossier"))
"""Made once: opening a dossier asks for nothing more often."""


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
        self.add_all([NewDossier(dossier, total)])
        search.refresh(self._connection, tables.dossiers.c.id == dossier.id)

    def add_all(self, new: Collection[NewDossier]) -> None:
        """Add many at once; the search keys are filled when the bulk is done (see `Workspace.bulk`)."""
        rows = [dossier_rows.new_row(each.dossier, each.total, each.span) for each in new]
        ratings = [
            dossier_rows.rating_row(each.dossier.id, rating, each.changed_at)
            for each in new
            for rating in each.dossier.sheet.ratings.values()
            if rating != Rating(rating.criterion)
        ]
        passages = [
            dossier_rows.passage_row(each.dossier.id, Passage(place, text), each.changed_at)
            for each in new
            for place, text in each.dossier.sheet.passages.items()
            if text
        ]
        for table, values in ((tables.dossiers, rows), (tables.ratings, ratings), (tables.passages, passages)):
            if values:
                self._connection.execute(insert(table), values)

    def get(self, dossier_id: str) -> Dossier:
        """The dossier with its sheet; KnownError ``dossier-unknown`` when none has this id."""
        found = self._read(_BY_ID, {"dossier": dossier_id})
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

    def many(self, ids: Sequence[str]) -> list[Dossier]:
        """Several dossiers with their sheets in the order of their ids; ids that none has are left out."""
        found: dict[str, Dossier] = {}
        for some in portions(ids):
            rows = self._connection.execute(select(tables.dossiers).where(tables.dossiers.c.id.in_(some))).all()
            try:
                sheets = dossier_rows.sheets(self._connection, some)
                found |= {row.id: dossier_rows.dossier(row, sheets[row.id]) for row in rows}
            except (ValueError, TypeError):
                raise _altered() from None
        return [found[dossier_id] for dossier_id in ids if dossier_id in found]

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
        return self.next_numbers(year, 1)[0]

    def next_numbers(self, year: int, count: int) -> list[str]:
        """The next `count` (at least 1) numbers of the year."""
        numbers = tables.dossier_numbers
        statement = (
            new_rows(self._connection, numbers)
            .values(year=year, last=count)
            .on_conflict_do_update(index_elements=["year"], set_={"last": numbers.c.last + count})
            .returning(numbers.c.last)
        )
        last = self._connection.execute(statement).scalar_one()
        return [f"{year}-{number:04}" for number in range(last - count + 1, last + 1)]

    # ------------------------------------------------------------ lists
    def lines(
        self,
        search: str = "",
        *,
        state: State | None = None,
        assessor_id: str | None = None,
        limit: int = 50,
        offset: int = 0,
        order: Order = "changed",
        standing: Standing | None = None,
    ) -> list[DossierLine]:
        """One page of the list of dossiers; changed last first, or by student or number."""
        sought = dossier_lines.Sought(search, state, assessor_id, standing)
        query = dossier_lines.page(sought, order, limit, offset)
        return dossier_lines.lines(self._connection, query)

    def count(
        self,
        search: str = "",
        state: State | None = None,
        assessor_id: str | None = None,
        standing: Standing | None = None,
    ) -> int:
        """How many dossiers `lines` would list without a limit."""
        wanted = dossier_lines.wanted(search, state, assessor_id, standing)
        return self._connection.execute(select(func.count()).select_from(tables.dossiers).where(wanted)).scalar_one()

    def ids(
        self,
        search: str = "",
        state: State | None = None,
        assessor_id: str | None = None,
        standing: Standing | None = None,
    ) -> list[str]:
        """The ids of every dossier that `lines` would list without a limit, by number."""
        dossiers = tables.dossiers
        wanted = dossier_lines.wanted(search, state, assessor_id, standing)
        return list(self._connection.execute(select(dossiers.c.id).where(wanted).order_by(dossiers.c.number)).scalars())

    def instruments(self, ids: Sequence[str]) -> list[str]:
        """The fingerprints of the instruments that these dossiers froze, each once, by instrument and version."""
        dossiers = tables.dossiers.c
        found: set[tuple[str, str, str]] = set()
        for some in portions(ids):
            query = select(dossiers.instrument_id, dossiers.instrument_version, dossiers.instrument_fingerprint)
            rows = self._connection.execute(query.where(dossiers.id.in_(some)).distinct())
            found |= {(row[0], row[1], row[2]) for row in rows}
        return [fingerprint for _id, _version, fingerprint in sorted(found)]

    def standings(self, assessor_id: str) -> dict[Standing, int]:
        """How many dossiers of an assessor stand where; every standing is there."""
        return dossier_lines.counts(self._connection, assessor_id)

    def count_on(self, fingerprint: str) -> int:
        """How many dossiers froze the instrument of this fingerprint."""
        query = select(func.count()).where(tables.dossiers.c.instrument_fingerprint == fingerprint)
        return self._connection.execute(query).scalar_one()

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
        return {text for text in texts if self._stands_elsewhere(dossier_id, dossier_rows.note_hash(text))}

    def _stands_elsewhere(self, dossier_id: str, note_hash: str | None) -> bool:
        # One question for each note: a note that thousands share is answered by the first.
        if note_hash is None:
            return False
        found = (
            exists().where(table.c.note_hash == note_hash, table.c.dossier_id != dossier_id)
            for table in (tables.ratings, tables.passages)
        )
        return bool(self._connection.execute(select(or_(*found))).scalar_one())

    # ------------------------------------------------------------ verification
    def settled(self) -> list[str]:
        """Ids of the dossiers that are no longer in their first concept, so that each must have a chain."""
        dossiers = tables.dossiers
        query = select(dossiers.c.id).where(
            or_(as_stored(dossiers.c.state) != State.CONCEPT.value, dossiers.c.revision != 1)
        )
        return list(self._connection.execute(query.order_by(dossiers.c.id)).scalars())

    def imprint(self, dossier_id: str) -> str:
        """sha256 in hex over everything that is stored of a dossier and its sheet (see `rows`)."""
        return fingerprint(self.rows(dossier_id))

    def stale(self, dossier_id: str) -> tuple[str, ...]:
        """Columns that follow from others and do not agree with them: ``search_key``, ``scored``, ``note_hash``.

        There are none unless somebody wrote in the database by another way.
        """
        dossiers, ratings = tables.dossiers, tables.ratings
        found = ["search_key"] if search.stale(self._connection, dossiers.c.id == dossier_id) else []
        scored = select(dossiers.c.scored == _scored(dossier_id)).where(dossiers.c.id == dossier_id)
        if not self._connection.execute(scored).scalar_one():
            found.append("scored")
        notes = self._connection.execute(
            union_all(
                select(ratings.c.note, ratings.c.note_hash).where(ratings.c.dossier_id == dossier_id),
                select(tables.passages.c.text, tables.passages.c.note_hash).where(
                    tables.passages.c.dossier_id == dossier_id
                ),
            )
        )
        if any(dossier_rows.note_hash(row.note) != row.note_hash for row in notes):
            found.append("note_hash")
        return tuple(found)

    def rows(self, dossier_id: str) -> dict[str, list[dict[str, str | int | None]]]:
        """Everything that is stored of a dossier and its sheet, by table and column, fit for `audit.fingerprint`.

        Left out are the columns that follow from others, because a student may be renamed later: `stale` checks them.
        KnownError ``dossier-unknown`` when none has this id.
        """
        stored = {
            table.name: dossier_rows.stored(self._connection, table, key == dossier_id)
            for table, key in (
                (tables.dossiers, tables.dossiers.c.id),
                (tables.ratings, tables.ratings.c.dossier_id),
                (tables.passages, tables.passages.c.dossier_id),
            )
        }
        if not stored[tables.dossiers.name]:
            raise unknown("dossier")
        return stored

    # ------------------------------------------------------------ inner
    def _load(self, which: ColumnElement[bool]) -> list[Dossier]:
        dossiers = tables.dossiers
        return self._read(select(dossiers).where(which).order_by(dossiers.c.created_at, dossiers.c.number), {})

    def _read(self, query: Select[*tuple[Any, ...]], which: Mapping[str, str]) -> list[Dossier]:
        try:
            rows = self._connection.execute(query, which).all()
            return [dossier_rows.dossier(row, dossier_rows.sheet(self._connection, row.id)) for row in rows]
        except (ValueError, TypeError):
            # The program writes nothing that it cannot read: somebody wrote in the database by another way.
            raise _altered() from None

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


def _altered() -> KnownError:
    return KnownError(
        "dossier-altered",
        Text(
            "De gegevens van dit dossier zijn buiten het programma om veranderd en niet meer te lezen.",
            "The data of this dossier were altered outside the program and can no longer be read.",
        ),
        Text(
            "Laat de beheerder het gegevensbestand controleren en zo nodig een reservekopie terugzetten.",
            "Have the administrator check the workspace and restore a backup if needed.",
        ),
    )


def _stored(table: Table, left_out: Collection[str] = ()) -> Select[*tuple[Any, ...]]:
    """A table's columns as the driver hands them over, without the types that give them a meaning."""
    return select(*(as_stored(column) for column in table.c if column.name not in left_out))
