"""A backup is put back: over newer work, and on another laptop with nothing but the herstelcode."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessor.application import Application, open_application
from assessor.domain.errors import KnownError
from assessor.domain.people import Person
from assessor.domain.student import Student
from assessor.services import moving
from assessor.services.verification import verify
from assessor.services.work import Filter
from assessor.storage import soundness
from assessor.storage.keys import Passphrase, RecoveryCode
from assessor.storage.links import WORKSPACE_CHAIN
from tests.services.conftest import PASSPHRASE
from tests.services.stories import begun, finalised

NOW = datetime(2026, 2, 1, 9, tzinfo=UTC)


def test_a_backup_can_be_looked_into_and_put_back_over_newer_work(
    app: Application, noor: Person, fleur: Student
) -> None:
    finalised(app, fleur)
    yesterday = app.safekeeping.back_up().backup
    finalised(app, fleur)
    begun(app, fleur)

    inside, now = app.safekeeping.contents(yesterday), app.safekeeping.contents()
    assert (inside.dossiers, inside.students) == (1, 1)
    assert (now.dossiers, now.students) == (3, 1)
    assert inside.last_change is not None

    before = app.safekeeping.put_back(yesterday)

    assert app.desk.actor is None
    assert app.work.count(Filter()) == 1
    assert app.safekeeping.contents(before).dossiers == 3
    assert yesterday in app.safekeeping.backups
    assert app.safekeeping.check() == ()
    assert verify(app.desk).is_sound
    with app.desk.workspace.reading() as unit:
        last = unit.chains.entries(WORKSPACE_CHAIN)[-1]
    assert (last.kind, last.actor_id) == ("restored", noor.id)

    app.people.sign_in(noor.id)
    app.safekeeping.put_back(before)
    assert app.work.count(Filter()) == 3
    assert verify(app.desk).is_sound
    assert not list(app.safekeeping.place.glob("*.damaged"))
    assert not list(app.safekeeping.place.glob(".assessor*"))


def test_what_was_replaced_stays_among_the_backups_however_many_are_made_that_day(
    app: Application, noor: Person, fleur: Student
) -> None:
    begun(app, fleur)
    first = app.safekeeping.back_up().backup
    begun(app, fleur)
    before = app.safekeeping.put_back(first)
    for _ in range(3):
        app.safekeeping.back_up()
    assert before in app.safekeeping.backups


def test_work_goes_on_in_what_was_put_back_and_is_there_after_closing(
    app: Application, noor: Person, fleur: Student
) -> None:
    kept = app.safekeeping.back_up().backup
    app.safekeeping.put_back(kept)
    app.people.sign_in(noor.id)
    number = finalised(app, fleur).number
    app.close()
    again = open_application(app.safekeeping.place, Passphrase(PASSPHRASE), holder="de test")
    assert again.work.by_number(number).state.has_result
    assert not again.desk.workspace.was_left_open
    assert verify(again.desk).is_sound
    again.close()


def test_a_damaged_backup_is_not_put_back_and_nothing_changes(app: Application, noor: Person, fleur: Student) -> None:
    begun(app, fleur)
    kept = app.safekeeping.back_up().backup
    content = bytearray(kept.path.read_bytes())
    content[5_000] ^= 1
    kept.path.write_bytes(content)
    with pytest.raises(KnownError, match="backup-damaged"):
        app.safekeeping.contents(kept)
    with pytest.raises(KnownError, match="backup-damaged"):
        app.safekeeping.put_back(kept)
    assert app.work.count(Filter()) == 1
    assert app.desk.actor == noor


def test_a_chain_that_was_shortened_without_putting_back_is_still_found(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    """Only what the chain itself says was left is excused: the file of yesterday in its place is not."""
    finalised(app, fleur)
    place = app.safekeeping.place
    shutil.copyfile(app.safekeeping.back_up().backup.path, tmp_path / "gisteren.db")
    finalised(app, fleur)
    app.close()
    shutil.copyfile(tmp_path / "gisteren.db", place / "assessor.db")
    again = open_application(place, Passphrase(PASSPHRASE), holder="de test")
    assert not verify(again.desk).is_sound
    again.close()


def test_yesterdays_backup_opens_on_another_laptop_with_the_recovery_code(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    code = app.safekeeping.new_recovery_code(Passphrase(PASSPHRASE))
    number = finalised(app, fleur).number
    stick = tmp_path / "stick"
    stick.mkdir()
    app.safekeeping.set_second_place(stick)
    app.close()  # which makes the backup and its copy on the stick
    shutil.rmtree(app.safekeeping.place)  # the old laptop is gone

    (newest, *_) = moving.find_backups(stick)
    typed = RecoveryCode(code.lower().replace("-", " "))
    assert moving.look_inside(newest, typed).dossiers == 1
    new_place = tmp_path / "nieuwe laptop" / "Assessor"
    moving.put_back_elsewhere(new_place, newest, typed, holder="de test", at=NOW)
    again = open_application(new_place, typed, holder="de test")

    assert again.work.by_number(number).state.has_result
    assert verify(again.desk).is_sound
    again.safekeeping.replace_forgotten_passphrase("een nieuwe lange zin")
    again.close()
    open_application(new_place, Passphrase("een nieuwe lange zin"), holder="de test").close()


def test_the_wrong_secret_or_place_leaves_nothing_behind(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    kept = app.safekeeping.back_up().backup
    wrong = Passphrase("acht houten klompen")
    with pytest.raises(KnownError, match="passphrase-wrong"):
        moving.look_inside(kept, wrong)
    with pytest.raises(KnownError, match="passphrase-wrong"):
        moving.put_back_elsewhere(tmp_path / "nieuw", kept, wrong, holder="de test", at=NOW)
    assert not (tmp_path / "nieuw").exists()
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "foto.jpg").write_text("iets anders")
    with pytest.raises(KnownError, match="folder-not-empty"):
        moving.put_back_elsewhere(tmp_path / "vol", kept, Passphrase(PASSPHRASE), holder="de test", at=NOW)
    assert [one.name for one in (tmp_path / "vol").iterdir()] == ["foto.jpg"]


def test_the_folder_to_take_along_says_how_to_open_it(
    app: Application, noor: Person, fleur: Student, tmp_path: Path
) -> None:
    begun(app, fleur)
    folder = app.safekeeping.pack(tmp_path, "nl")
    again = app.safekeeping.pack(tmp_path, "nl")

    assert folder.name == "Assessor verhuizing 2026-01-20"
    assert again.name == "Assessor verhuizing 2026-01-20 (2)"
    letter = (folder / "Lees mij.txt").read_text("utf-8-sig")
    assert "20 januari 2026" in letter
    assert "Bestaand openen" in letter
    (packed,) = moving.find_backups(folder)
    assert moving.look_inside(packed, Passphrase(PASSPHRASE)).dossiers == 1
    assert not any(b"Zonnedauw" in one.read_bytes() for one in folder.iterdir())
    assert soundness.findings(packed.path, app.desk.workspace._key) == ()
