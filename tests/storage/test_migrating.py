"""An older workspace comes to the present shape whole, or stays exactly as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import inspect

from assessor.storage import calibration_tables, midterm_tables, migrating, schema, tables
from assessor.storage.database import Database
from assessor.storage.failures import StorageFault
from assessor.storage.opening import Shape
from assessor.storage.workspace import Workspace
from tests.storage.partnership import ANDRE, BEN, ZOE, minutes, rated, settle, start
from tests.storage.test_opening import UNLOCK

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "PRESENT"


def upgrade():
    with op.batch_alter_table("students") as table:
        table.add_column(sa.Column("nickname", sa.Text(), nullable=False, server_default=""))
        table.alter_column("cohort", nullable=True)
    op.create_table("visits", sa.Column("id", sa.Text(), primary_key=True))
""".replace("PRESENT", schema.REVISIONS[-1])

LOSES_ROWS = NEXT.replace("op.create_table(", "op.execute('DELETE FROM ratings'); op.create_table(")
BREAKS_REFERENCES = NEXT.replace(
    "op.create_table(", "op.execute(\"UPDATE dossiers SET student_id = 'nobody'\"); op.create_table("
)
FAILS = NEXT.replace("op.create_table(", "op.execute('SELECT geheim FROM nowhere'); op.create_table(")


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    folder = tmp_path / "versions"
    folder.mkdir()
    return folder


def shape(versions: Path, script: str) -> Shape:
    (versions / "revision_next.py").write_text(script)
    return Shape((*schema.REVISIONS, "next"), (migrating.SCRIPTS / "versions", versions))


def described(database: Database) -> dict[str, object]:
    """Everything that the database knows of its shape."""
    with database.reading() as unit:
        looked = inspect(unit.connection)
        names = sorted(looked.get_table_names())
        found: dict[str, object] = {
            name: (
                [(str(c["name"]), str(c["type"]), c["nullable"], c.get("default")) for c in looked.get_columns(name)],
                looked.get_pk_constraint(name),
                sorted(map(str, looked.get_foreign_keys(name))),
                sorted(map(str, looked.get_indexes(name))),
                sorted(map(str, looked.get_unique_constraints(name))),
                sorted(map(str, looked.get_check_constraints(name))),
            )
            for name in names
        }
        query = (
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
            if unit.connection.dialect.name == "sqlite"
            else "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname"
        )
        found["triggers"] = [tuple(row) for row in unit.connection.exec_driver_sql(query)]
    return found


def test_the_migrations_lead_to_the_shape_that_a_new_workspace_gets(bare: Database) -> None:
    migrating.migrate(bare.engine)
    migrated = described(bare)
    with bare.writing() as unit:
        if unit.connection.dialect.name == "postgresql":
            unit.connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            unit.connection.exec_driver_sql("CREATE SCHEMA public")
        else:
            unit.connection.exec_driver_sql("DROP TABLE alembic_version")
            tables.metadata.drop_all(unit.connection)
        schema.create(unit.connection)
    assert described(bare) == migrated
    with bare.writing() as unit:
        settle(unit)
        assert schema.revision(unit.connection) == schema.REVISIONS[-1]


def test_the_program_knows_exactly_its_own_revisions() -> None:
    scripts = sorted(path.stem for path in (migrating.SCRIPTS / "versions").glob("revision_*.py"))
    assert scripts == [f"revision_{revision}" for revision in schema.REVISIONS]


def test_nothing_is_deleted_because_something_else_is() -> None:
    assert {calibration_tables.rounds, midterm_tables.returns} <= set(tables.metadata.tables.values())
    keys = [key for table in tables.metadata.tables.values() for key in table.foreign_keys]
    assert keys
    assert all(key.ondelete is None for key in keys)


def test_an_older_workspace_is_backed_up_and_brought_up_to_date(workspace: Workspace, versions: Path) -> None:
    with workspace.writing() as unit:
        dossier = start(unit)
        unit.dossiers.set_rating(dossier.id, rated("1.1", "G", "mooi"), minutes(1))
        before = unit.dossiers.get(dossier.id)
    workspace.close()
    newer = shape(versions, NEXT)
    with Workspace.open(workspace.path, unlock=UNLOCK, shape=newer) as again:
        with again.reading() as unit:
            assert schema.revision(unit.connection) == "next"
            assert unit.dossiers.get(dossier.id) == before
            assert unit.students.get(ANDRE.id) == ANDRE
            assert unit.connection.exec_driver_sql("SELECT nickname FROM students").all() == [("",)] * 3
            assert unit.connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        assert again.check() == ()
        kept = [backup for backup in again.backups if backup.reason == "migration"]
        assert [(backup.revision, again.is_sound(backup)) for backup in kept] == [(schema.REVISIONS[-1], True)]
    Workspace.open(workspace.path, unlock=UNLOCK, shape=newer).close()


@pytest.mark.parametrize("script", [LOSES_ROWS, BREAKS_REFERENCES, FAILS])
def test_a_migration_that_goes_wrong_leaves_everything_as_it_was(
    workspace: Workspace, versions: Path, script: str
) -> None:
    with workspace.writing() as unit:
        dossier = start(unit)
        unit.dossiers.set_rating(dossier.id, rated("1.1", "G", "mooi"), minutes(1))
        before = unit.dossiers.get(dossier.id)
    workspace.close()
    with pytest.raises(StorageFault):
        Workspace.open(workspace.path, unlock=UNLOCK, shape=shape(versions, script))
    with Workspace.open(workspace.path, unlock=UNLOCK) as again, again.reading() as unit:
        assert schema.revision(unit.connection) == schema.REVISIONS[-1]
        assert unit.dossiers.get(dossier.id) == before


def test_dossiers_of_the_first_shape_are_found_by_organisation_and_cohort(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        dossier, elsewhere = start(unit), start(unit, ZOE, BEN, organisation_id=None)
        former = "UPDATE dossiers SET search_key = ? WHERE id = ?"
        for one, key in ((dossier, "2026-0001 andre van den berg 510001 ans vorst"), (elsewhere, "2026-0002 zoe")):
            unit.connection.exec_driver_sql(former, (key, one.id))
        for part in ("invitation_answers", "invitation_files", "invitations"):
            unit.connection.exec_driver_sql(f"DROP TABLE calibration_{part}")
        for later in ("talks", "drafts", "returns", "keys"):
            unit.connection.exec_driver_sql(f"DROP TABLE midterm_{later}")
        unit.connection.exec_driver_sql("DROP TABLE midterms")
        unit.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
        assert unit.dossiers.count("wilgenroos") == 0
    workspace.close()
    with Workspace.open(workspace.path, unlock=UNLOCK) as again, again.reading() as unit:
        assert [line.id for line in unit.dossiers.lines("wilgenroos zwolle 2024-2025")] == [dossier.id]
        assert [line.id for line in unit.dossiers.lines("zoe")] == [elsewhere.id]
        assert unit.dossiers.stale(dossier.id) == ()


def test_a_student_with_a_letter_of_its_own_is_found_after_the_fifth_step(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        dossier = start(unit)
        student = replace(unit.students.get(dossier.student_id), last_name="Łukasiewicz", prefix="")
        unit.students.save(student)
        for table, key in (
            ("students", "search_key"),
            ("students", "sort_key"),
            ("dossiers", "search_key"),
            ("dossiers", "student_key"),
        ):
            unit.connection.exec_driver_sql(f"UPDATE {table} SET {key} = replace({key}, 'lukas', 'łukas')")
        unit.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0004'")
        assert unit.dossiers.count("lukasiewicz") == 0
    workspace.close()
    with Workspace.open(workspace.path, unlock=UNLOCK) as again, again.reading() as unit:
        assert [line.id for line in unit.dossiers.lines("Lukasiewicz")] == [dossier.id]
        assert [one.id for one in unit.students.search("łukasiewicz")] == [student.id]
        assert unit.dossiers.stale(dossier.id) == ()
