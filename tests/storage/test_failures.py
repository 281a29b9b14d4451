"""What leaves storage when a database refuses: plain words or a fault without values, on both databases."""

import errno
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.storage import database as engines
from assessor.storage import schema
from assessor.storage.database import Database, embedded
from assessor.storage.failures import StorageFault
from assessor.storage.files import on_disk, write_whole
from tests.storage.conftest import KEY
from tests.storage.partnership import ANDRE, ZOE, settle, start


def everything_in(error: BaseException | None) -> str:
    """All that a log could make of an error and of those that Python keeps with it."""
    told = ""
    while error is not None:
        kept = {name: value for name, value in vars(error).items() if not name.startswith("_")}
        told += f"{error!r} {error} {kept!r}\n"
        error = error.__cause__ or error.__context__
    return told


def test_no_value_leaves_with_a_broken_rule(database: Database) -> None:
    with pytest.raises(StorageFault) as fault, database.writing() as unit:
        unit.students.save_all([replace(ZOE, id="9" * 32, number=ANDRE.number, last_name="Geheimenis")])
    told = everything_in(fault.value)
    assert "Geheimenis" not in told
    assert ANDRE.number not in told
    assert "IntegrityError" in told or "UniqueViolation" in told


def test_no_value_leaves_with_a_broken_reference(database: Database) -> None:
    with pytest.raises(StorageFault) as fault, database.writing() as unit:
        start(unit, student_id="geheime-student")
    assert "geheim" not in everything_in(fault.value)


def test_a_statement_that_is_wrong_says_only_that(database: Database) -> None:
    with pytest.raises(StorageFault) as fault, database.reading() as unit:
        unit.connection.exec_driver_sql("SELECT geheim FROM nergens")
    assert "geheim" not in str(fault.value)


def test_a_change_that_waits_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_WAIT", 0.05)
    database = Database(embedded(tmp_path / "assessor.db", KEY))
    with database.writing() as unit:
        schema.create(unit.connection)
        settle(unit)
    refused: list[str] = []

    def write() -> None:
        try:
            with database.writing() as unit:
                unit.settings.set("x", 1)
        except KnownError as refusal:
            refused.append(refusal.code)

    with database.writing() as unit:
        unit.settings.set("x", 2)
        other = threading.Thread(target=write)
        other.start()
        other.join()
    assert refused == ["workspace-busy"]
    database.close()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "read-only"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "disk-failed"),
    ],
)
def test_a_refusal_of_the_disk_is_told_without_its_path(number: int, code: str) -> None:
    with pytest.raises(KnownError, match=code) as refusal, on_disk():
        raise OSError(number, "x", "/home/jan/geheim")
    assert "geheim" not in refusal.value.say("nl")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "sleutel"
    write_whole(place, b"oud")
    place.with_name("map").mkdir()
    with pytest.raises(KnownError, match="disk-failed"):
        write_whole(place.with_name("map"), b"nieuw")
    assert place.read_bytes() == b"oud"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map", "sleutel"]
