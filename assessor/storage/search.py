"""The keys of dossiers: what people look for and the name they sort by, casefolded and without accents.

They stand in the dossier's own row, so that lists of a hundred thousand are read from an index.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from assessor.domain.student import search_key
from assessor.storage import tables
from assessor.storage.rows import AnyRow

_PARTS = (
    select(
        tables.dossiers.c.id,
        tables.dossiers.c.number,
        tables.dossiers.c.search_key,
        tables.dossiers.c.student_key,
        tables.students.c.number.label("student_number"),
        tables.students.c.search_key.label("student_name"),
        tables.students.c.sort_key,
        tables.people.c.name.label("assessor_name"),
        tables.organisations.c.search_key.label("organisation"),
        tables.students.c.cohort,
    )
    .join_from(tables.dossiers, tables.students)
    .join(tables.people, tables.people.c.id == tables.dossiers.c.assessor_id)
    .outerjoin(tables.organisations, tables.organisations.c.id == tables.dossiers.c.organisation_id)
)


def refresh(connection: Connection, which: ColumnElement[bool]) -> None:
    """Bring the keys of some dossiers up to date with the names they hold."""
    new = [
        {"dossier": row.id, "search": _search_key(row), "student": row.sort_key}
        for row in connection.execute(_PARTS.where(which))
        if _is_stale(row)
    ]
    if new:
        statement = update(tables.dossiers).where(tables.dossiers.c.id == bindparam("dossier"))
        keys: dict[str, Any] = {"search_key": bindparam("search"), "student_key": bindparam("student")}
        connection.execute(statement.values(keys), new)


def stale(connection: Connection, which: ColumnElement[bool]) -> list[str]:
    """Ids of dossiers whose keys are not what their names ask for; there should be none."""
    return [row.id for row in connection.execute(_PARTS.where(which)) if _is_stale(row)]


def _is_stale(row: AnyRow) -> bool:
    return (row.search_key, row.student_key) != (_search_key(row), row.sort_key)


def _search_key(row: AnyRow) -> str:
    """Number of the dossier, name and number of the student, the assessor, the organisation with its place, cohort."""
    parts = (row.number, row.student_name, row.assessor_name, row.organisation, row.cohort)
    return search_key(part for part in parts if part)
