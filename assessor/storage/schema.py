"""The shape of the database and its revision.

A new workspace gets the present shape at once, without Alembic, which costs more than half a second to import; the
migrations lead older ones to the same shape, and a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from assessor.storage import invitation_tables as _invitations  # noqa: F401 - its tables join the shape
from assessor.storage import tables

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
"""Every revision that this program knows, the oldest first; the last one is the present shape."""

_APPEND_ONLY = {
    "sqlite": (
        (
            "CREATE TRIGGER chain_entries_no_update BEFORE UPDATE ON chain_entries"
            " BEGIN SELECT RAISE(ABORT, 'chain entries are append-only'); END"
        ),
        (
            "CREATE TRIGGER chain_entries_no_delete BEFORE DELETE ON chain_entries"
            " BEGIN SELECT RAISE(ABORT, 'chain entries are append-only'); END"
        ),
        (
            "CREATE TRIGGER chain_contents_no_update BEFORE UPDATE ON chain_contents"
            " BEGIN SELECT RAISE(ABORT, 'chain contents are append-only'); END"
        ),
        (
            "CREATE TRIGGER chain_heads_forward BEFORE UPDATE ON chain_heads WHEN NEW.position <= OLD.position"
            " BEGIN SELECT RAISE(ABORT, 'a chain only grows'); END"
        ),
        (
            "CREATE TRIGGER chain_heads_no_delete BEFORE DELETE ON chain_heads"
            " BEGIN SELECT RAISE(ABORT, 'a chain only grows'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = 'restrict_violation'; END $$"
        ),
        (
            "CREATE TRIGGER chain_entries_fixed BEFORE UPDATE OR DELETE ON chain_entries"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        ),
        (
            "CREATE TRIGGER chain_contents_fixed BEFORE UPDATE ON chain_contents"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        ),
        (
            "CREATE TRIGGER chain_heads_forward BEFORE UPDATE ON chain_heads"
            " FOR EACH ROW WHEN (NEW.position <= OLD.position) EXECUTE FUNCTION refuse_change()"
        ),
        (
            "CREATE TRIGGER chain_heads_no_delete BEFORE DELETE ON chain_heads"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        ),
    ),
}
"""What the database itself refuses, whoever asks: changing or removing what the chains hold."""


def create(connection: Connection) -> None:
    """Make every table in its present shape, in the caller's transaction."""
    # Opening a workspace needs none of these yet.
    from assessor.storage import calibration_tables, midterm_tables

    tables.metadata.create_all(connection)
    for statement in (
        *_APPEND_ONLY[connection.dialect.name],
        *calibration_tables.SEALED_STAYS[connection.dialect.name],
        *midterm_tables.SEALED_STAYS[connection.dialect.name],
    ):
        connection.exec_driver_sql(statement)
    connection.execute(
        text(
            "CREATE TABLE alembic_version"
            " (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:revision)"), {"revision": REVISIONS[-1]}
    )


def revision(connection: Connection) -> str | None:
    """The revision of the database's shape, or None when it has none: then it is no workspace, or no longer one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)
