"""The two databases that every repository is tried on, and a workspace with a small partnership."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.storage import schema
from assessor.storage.database import Database, embedded, server
from assessor.storage.workspace import Workspace
from tests.storage.partnership import NOON, settle

PASSPHRASE = "negen kleine eendjes zwemmen"
KEY = bytes(range(32))


@pytest.fixture(params=["sqlcipher", pytest.param("postgresql", marks=pytest.mark.postgres)])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without any table."""
    engine = (
        embedded(tmp_path / "assessor.db", KEY)
        if request.param == "sqlcipher"
        else server(request.getfixturevalue("postgres_url"))
    )
    database = Database(engine)
    yield database
    database.close()


@pytest.fixture
def empty(bare: Database) -> Database:
    """A database in its present shape without any row."""
    with bare.writing() as unit:
        schema.create(unit.connection)
    return bare


@pytest.fixture
def database(empty: Database) -> Database:
    """A database with the small partnership."""
    with empty.writing() as unit:
        settle(unit)
    return empty


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An open workspace with the small partnership; it is always noon there."""
    workspace, _code = Workspace.create(tmp_path / "kast", passphrase=PASSPHRASE, clock=lambda: NOON)
    with workspace.writing() as unit:
        settle(unit)
    yield workspace
    workspace.close()
