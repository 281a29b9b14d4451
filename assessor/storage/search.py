"""The search key of dossiers: one column that holds what people look for, casefolded and without accents."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from assessor.domain.student import search_key
from assessor.storage import tables
from assessor.storage.rows import AnyRow

_PARTS = (
    select(
        tables.dossiers.c.id,
        tables.dossiers.c.number,
        tables.dossiers.c.search_key,
        tables.students.c.number.label("student_number"),
        tables.students.c.search_key.label("student_key"),
        tables.people.c.name.label("assessor_name"),
    )
    .join_from(tables.dossiers, tables.students)
    .join(tables.people, tables.people.c.id == tables.dossiers.c.assessor_id)
)


def refresh(connection: Connection, which: ColumnElement[bool]) -> None:
    """Bring the search keys of some dossiers up to date with the names they hold."""
    new = [
        {"dossier": row.id, "key": key}
        for row in connection.execute(_PARTS.where(which))
        if (key := _key(row)) != row.search_key
    ]
    if new:
        statement = update(tables.dossiers).where(tables.dossiers.c.id == bindparam("dossier"))
        connection.execute(statement.values(search_key=bindparam("key")), new)


def stale(connection: Connection, which: ColumnElement[bool]) -> list[str]:
    """Ids of dossiers whose search key is not what their names ask for; there should be none."""
    return [row.id for row in connection.execute(_PARTS.where(which)) if _key(row) != row.search_key]


def _key(row: AnyRow) -> str:
    """Number of the dossier, name and number of the student, name of the assessor."""
    return search_key([row.number, row.student_key, row.assessor_name])
