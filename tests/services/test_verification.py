"""Nobody alters a definitief dossier unseen, not even with the key and a database tool in hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from assessor.application import Application
from assessor.domain.student import Student
from assessor.services.desk import Desk
from assessor.services.verification import verify
from assessor.storage.keys import FromKeyring
from assessor.storage.workspace import Workspace
from tests.services.conftest import Drawer
from tests.services.stories import begun, finalised

pytestmark = pytest.mark.usefixtures("noor")

WATCHED = ("dossiers", "ratings", "passages", "instruments", "chain_entries", "chain_contents", "chain_heads")
FREE = {("dossiers", "search_key"), ("dossiers", "student_key")}
"""What follows the register of students: checked against it, and mended with it."""


@contextmanager
def database(folder: Path, drawer: Drawer) -> Iterator[sqlcipher.Connection]:
    """The file under the program, opened with its key; foreign keys are off, as an intruder would have them."""
    [key] = drawer.keys.values()
    connection = sqlcipher.connect(str(next(folder.glob("*.db"))), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA foreign_keys = OFF")
    yield connection
    connection.close()


def altered(value: object) -> object:
    """The value with one sign changed."""
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    if isinstance(value, int):
        return value + 1
    text = str(value)
    middle = len(text) // 2
    return text[:middle] + ("x" if text[middle : middle + 1] != "x" else "y") + text[middle + 1 :]


def columns_of(connection: sqlcipher.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def test_a_sound_workspace_verifies(app: Application, fleur: Student) -> None:
    finalised(app, fleur)
    report = verify(app.desk)
    assert report.is_sound
    assert report.dossiers == 1
    assert "reservekopie" in report.proven.nl or "ankerpunt" in report.proven.nl


def test_a_student_who_changes_names_leaves_the_result_as_it_was(app: Application, fleur: Student) -> None:
    finalised(app, fleur)
    app.students.save(replace(fleur, last_name="Wolkenveld"))
    assert verify(app.desk).is_sound


def test_any_altered_sign_of_a_definitief_dossier_is_found(
    app: Application, fleur: Student, tmp_path: Path, empty_workspace: tuple[Path, Drawer]
) -> None:
    dossier = finalised(app, fleur, _4_6="O")
    app.results.correct(dossier.id, "Criterium 4.7 stond verkeerd.")
    app.assessments.note(dossier.id, "4.7", "Toch gezien.")
    app.results.finalise(dossier.id)
    app.desk.workspace.close()
    folder, drawer = tmp_path / "dossierkast", empty_workspace[1]

    unseen = []
    with database(folder, drawer) as connection:
        places = [(table, column) for table in WATCHED for column in columns_of(connection, table)]
    for table, column in places:
        copy = tmp_path / "copy"
        shutil.copytree(folder, copy)
        if _alter(copy, drawer, table, column) and _verifies(copy, drawer, app):
            unseen.append((table, column))
        shutil.rmtree(copy)

    assert set(unseen) - FREE == set()
    app.desk.workspace = Workspace.open(folder, unlock=FromKeyring(drawer))


def _alter(folder: Path, drawer: Drawer, table: str, column: str) -> bool:
    """Change one sign in the last row that has a value there; False when there is none."""
    with database(folder, drawer) as connection:
        found = connection.execute(
            f'SELECT rowid, "{column}" FROM {table} WHERE "{column}" IS NOT NULL ORDER BY rowid DESC LIMIT 1'
        ).fetchone()
        if found is None:
            return False
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (altered(found[1]), found[0]))
    return True


def _verifies(folder: Path, drawer: Drawer, app: Application) -> bool:
    with Workspace.open(folder, unlock=FromKeyring(drawer)) as workspace:
        return verify(Desk(workspace, app.desk.catalogue, now=app.desk.now)).is_sound


@pytest.mark.parametrize("table", ["ratings", "passages", "chain_entries", "chain_contents"])
def test_a_removed_row_is_found(
    app: Application, fleur: Student, tmp_path: Path, empty_workspace: tuple[Path, Drawer], table: str
) -> None:
    finalised(app, fleur)
    app.desk.workspace.close()
    with database(tmp_path / "dossierkast", empty_workspace[1]) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(f"DELETE FROM {table} WHERE rowid = (SELECT MAX(rowid) FROM {table})")
    app.desk.workspace = Workspace.open(tmp_path / "dossierkast", unlock=FromKeyring(empty_workspace[1]))
    assert not verify(app.desk).is_sound


def test_verifying_can_be_stopped(app: Application, fleur: Student) -> None:
    finalised(app, fleur)
    assert verify(app.desk, lambda _done, _total: False).is_sound


def test_a_concept_made_definitief_by_another_way_is_found(
    app: Application, fleur: Student, tmp_path: Path, empty_workspace: tuple[Path, Drawer]
) -> None:
    begun(app, fleur)
    app.desk.workspace.close()
    with database(tmp_path / "dossierkast", empty_workspace[1]) as connection:
        connection.execute("UPDATE dossiers SET state = 'definitief'")
    app.desk.workspace = Workspace.open(tmp_path / "dossierkast", unlock=FromKeyring(empty_workspace[1]))
    [fault] = verify(app.desk).faults
    assert fault.what.nl == "De vastgestelde gegevens ontbreken."
