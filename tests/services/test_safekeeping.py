"""Somebody takes care of the workspace: backups, soundness, wachtzin and herstelcode."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessor import application
from assessor.application import Application, make_example, open_application
from assessor.domain.errors import KnownError
from assessor.storage.keyring_store import SystemKeyring
from assessor.storage.keys import FromKeyring, Passphrase, RecoveryCode
from tests.services.conftest import PASSPHRASE
from tests.storage.test_keyring_store import InMemory


def test_a_backup_now_is_listed_sound_and_copied_to_the_second_place(app: Application, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(KnownError, match="second-place-missing"):
        app.safekeeping.set_second_place(stick)
    stick.mkdir()
    app.safekeeping.set_second_place(stick)
    assert app.safekeeping.second_place == stick
    copied = app.safekeeping.back_up()
    assert copied.refusal is None
    assert app.safekeeping.backups[0] == copied.backup
    assert app.safekeeping.is_sound(copied.backup)
    assert [file.name for file in stick.rglob("*.db")] == [copied.backup.path.name]
    app.safekeeping.set_second_place(None)
    assert app.safekeeping.second_place is None
    assert app.safekeeping.check() == ()


def test_a_second_place_that_went_away_is_told_and_the_backup_stands(app: Application, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    app.safekeeping.set_second_place(stick)
    stick.rmdir()
    stick.write_text("something else is plugged in")
    copied = app.safekeeping.back_up()
    assert copied.refusal is not None
    assert app.safekeeping.is_sound(copied.backup)
    assert app.desk.workspace.trouble == []


def test_the_wachtzin_changes_only_for_who_knows_what_unlocks(app: Application) -> None:
    with pytest.raises(KnownError, match="passphrase-wrong"):
        app.safekeeping.change_passphrase(Passphrase("acht houten klompen"), "een nieuwe lange zin")
    with pytest.raises(KnownError, match="passphrase-short"):
        app.safekeeping.change_passphrase(Passphrase(PASSPHRASE), "kort")
    app.safekeeping.change_passphrase(Passphrase(PASSPHRASE), "een nieuwe lange zin")
    code = app.safekeeping.new_recovery_code(Passphrase("een nieuwe lange zin"))
    app.close()
    again = open_application(app.safekeeping.place, RecoveryCode(code.lower()), holder="de test")
    again.safekeeping.replace_forgotten_passphrase("vier woorden of meer")
    again.safekeeping.require_secret(Passphrase("vier woorden of meer"))
    again.close()


def test_the_keyring_remembers_and_forgets(app: Application) -> None:
    keyring, backend = None, InMemory()
    assert not app.safekeeping.is_remembered(keyring)
    keyring = SystemKeyring(backend)
    assert not app.safekeeping.is_remembered(keyring)
    app.safekeeping.remember(keyring)
    assert app.safekeeping.is_remembered(keyring)
    app.safekeeping.require_secret(FromKeyring(keyring))
    app.safekeeping.forget(keyring)
    assert not app.safekeeping.is_remembered(keyring)
    backend.locked = True
    assert not app.safekeeping.is_remembered(keyring)


def test_the_example_is_made_in_steps_and_says_what_it_is(app: Application, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        steps.append((done, total))
        return True

    made = make_example(tmp_path / "voorbeeld", holder="de test", progress=go_on, students=6)
    assert made is not None
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert made.work.is_example()
    assert made.desk.actor is None
    assert not app.work.is_example()
    made.safekeeping.require_secret(Passphrase(application.EXAMPLE_PASSPHRASE))
    with pytest.raises(KnownError, match="workspace-locked"):
        make_example(tmp_path / "voorbeeld", holder="de test", progress=go_on, students=6)
    made.close()


def test_an_example_that_is_stopped_leaves_the_former_one(tmp_path: Path) -> None:
    place = tmp_path / "voorbeeld"
    first = make_example(place, holder="de test", progress=lambda _done, _total: True, students=6)
    assert first is not None
    first.close()
    for stop_at in (1, 2):
        assert (
            make_example(place, holder="de test", progress=lambda done, _t, at=stop_at: done < at, students=6) is None
        )
    assert [path.name for path in tmp_path.iterdir()] == ["voorbeeld"]
    open_application(place, Passphrase(application.EXAMPLE_PASSPHRASE), holder="de test").close()
