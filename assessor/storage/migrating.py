"""Bringing an older database to the present shape: in one transaction, with nothing lost on the way.

Foreign keys are off while tables are rebuilt: with them on, rebuilding a table silently deleted the rows of its
children. Before the commit every reference is checked and the rows of every table are counted again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlcipher3 import dbapi2

from assessor.storage.failures import StorageFault, made_safe

SCRIPTS = Path(__file__).with_name("migrations")


def migrate(engine: Engine, versions: Sequence[Path] = ()) -> None:
    """Run every revision that the database does not have yet, all of them or none.

    Args:
        engine: the embedded database or a server.
        versions: folders with revisions; the program's own when empty.

    Raises StorageFault when a reference broke or rows got lost; the database is then as it was.
    """
    with made_safe(dbapi2.Error), engine.connect() as connection:
        _set_foreign_keys(connection, on=False)
        try:
            with connection.execution_options(writes=True).begin():
                before = _rows(connection)
                _run(connection, versions)
                _check(connection, before)
        finally:
            _set_foreign_keys(connection, on=True)


def _run(connection: Connection, versions: Sequence[Path]) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    folders = versions or [SCRIPTS / "versions"]
    config.set_main_option("version_locations", "\n".join(str(folder).replace("%", "%%") for folder in folders))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _set_foreign_keys(connection: Connection, *, on: bool) -> None:
    """Outside a transaction, where alone SQLite listens; a server checks its references by itself."""
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - the pool gives a connected one
        driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def _rows(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    quote = connection.dialect.identifier_preparer.quote
    return {
        name: connection.execute(text(f"SELECT count(*) FROM {quote(name)}")).scalar_one()  # noqa: S608 - own names
        for name in names
    }


def _check(connection: Connection, before: dict[str, int]) -> None:
    after = _rows(connection)
    lost = [name for name, count in before.items() if after.get(name, 0) != count]
    if lost:
        raise StorageFault(f"migration changed the number of rows of {', '.join(sorted(lost))}")
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise StorageFault(f"migration broke references of {', '.join(sorted({row[0] for row in broken}))}")
