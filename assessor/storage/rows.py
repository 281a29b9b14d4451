"""What the repositories share: writing rows that may stand there already, and looking in a search key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Table, and_, or_, true

from assessor.domain.student import search_key

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

AnyRow = Row[*tuple[Any, ...]]
"""A row of any query; its columns are read by name."""

MAX_SEARCH = 200
"""Signs of a search text that count; SQLite refuses patterns of tens of thousands."""

_MOST_KEYS = 1_000


def new_rows(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that can say what happens to rows that stand there already; each dialect has its own."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)


def upsert(connection: Connection, table: Table, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
    """Insert a row, or several with the same columns, replacing what stands under the same primary key."""
    first: Mapping[str, Any] = rows if isinstance(rows, Mapping) else rows[0]
    insert = new_rows(connection, table)
    keys = [column.name for column in table.primary_key]
    new = {name: insert.excluded[name] for name in first if name not in keys}
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=new), rows)


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows under whose primary key nothing stands."""
    insert = new_rows(connection, table)
    connection.execute(insert.on_conflict_do_nothing(), rows)


def portions(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """Keys, so many at a time as a query may name."""
    for start in range(0, len(keys), _MOST_KEYS):
        yield keys[start : start + _MOST_KEYS]


def matches(column: Column[Any], text: str, *others: Column[Any]) -> ColumnElement[bool]:
    """Whether every word of the text occurs in the search key or another column; no words match everything."""
    return and_(true(), *(or_(*(holds(one, pattern) for one in (column, *others))) for pattern in patterns(text)))


def patterns(text: str) -> list[str]:
    """For each word of a search text what `holds` looks for."""
    # The whole pattern is one parameter: put together in SQL it would be put together again for every row.
    return [f"%{_escaped(word)}%" for word in search_key([text[:MAX_SEARCH]]).split()]


def holds(column: Column[Any], pattern: str) -> ColumnElement[bool]:
    """Whether a column holds the word of a pattern."""
    return column.like(pattern, escape="/")


def _escaped(word: str) -> str:
    return "".join(f"/{sign}" if sign in "%_/" else sign for sign in word)
