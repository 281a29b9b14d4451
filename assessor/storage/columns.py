"""Column types that mean the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Dialect, Text, type_coerce
from sqlalchemy.types import NullType, TypeDecorator

PlainText = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by code point on both databases, whatever the server's locale."""


class Moment(TypeDecorator[datetime]):
    """A point in time, kept as text in UTC with microseconds, so that it sorts and hashes the same everywhere.

    Only datetimes that know their zone are taken (ValueError); they come back in UTC.
    """

    impl = PlainText
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The moment as stored."""
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The moment as the field knows it."""
        return None if value is None else datetime.fromisoformat(value)


class Codes(TypeDecorator[frozenset[str]]):
    """A set of codes, kept as a sorted JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Collection[str] | None, dialect: Dialect) -> str:  # noqa: ARG002
        """The codes as stored."""
        return json.dumps(sorted(value or ()), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[str]:  # noqa: ARG002
        """The codes as a set."""
        return _codes(value or "[]")


@lru_cache(maxsize=1_000)
def _codes(stored: str) -> frozenset[str]:
    """The set that a text means; the same few come back in every row."""
    return frozenset(json.loads(stored))


class Json(TypeDecorator[object]):
    """A JSON value, kept as text (PostgreSQL's json types refuse NUL, which text being typed may hold)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str:  # noqa: ARG002
        """The value as stored."""
        return json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:  # noqa: ARG002
        """The value itself."""
        return None if value is None else json.loads(value)


def as_stored(column: Column[Any]) -> ColumnElement[Any]:
    """The column as the database holds it, so that even a value that cannot be understood can be looked at."""
    return type_coerce(column, NullType()).label(column.name)


def moment_text(moment: datetime) -> str:
    """A point in time as it is stored and hashed: UTC, microseconds, ISO 8601; ValueError without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a point in time needs a zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
