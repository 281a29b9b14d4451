"""Settings of the workspace: JSON values by key."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from assessor.storage import tables
from assessor.storage.rows import upsert


class Settings:
    """What the partnership set for this workspace."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - a JSON value
        """The JSON value under the key, or the default."""
        row = self._connection.execute(
            select(tables.settings.c.value).where(tables.settings.c.key == key)
        ).one_or_none()
        return default if row is None else row.value

    def set(self, key: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Keep a JSON value under the key."""
        upsert(self._connection, tables.settings, {"key": key, "value": value})
