"""Backups are made while the workspace is in use, checked, thinned, and put back only when they are sound."""

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from assessor.domain.errors import KnownError
from assessor.storage import backup, schema
from assessor.storage.backup import Backup, Reason
from assessor.storage.keys import Passphrase
from assessor.storage.places import DATABASE_NAME, KEY_NAME
from assessor.storage.restoring import restore
from assessor.storage.workspace import Workspace
from tests.storage.conftest import PASSPHRASE
from tests.storage.partnership import ANS, NOON, ZOE, start
from tests.storage.test_opening import UNLOCK, spoil, unread

NAIVE = b'{"anchor": null, "key_file": "", "made_at": "2026-03-12"}'


def test_a_backup_is_made_in_the_middle_of_the_work(workspace: Workspace) -> None:
    with workspace.reading() as reader:
        reader.people.all()
        made = workspace.back_up()
    assert workspace.backups == [made]
    assert (made.reason, made.made_at, made.revision, made.anchor) == ("asked", NOON, schema.REVISIONS[-1], None)
    assert workspace.is_sound(made)
    assert made.path.name == "20260312T120000Z.db"
    assert sorted(path.suffix for path in made.path.parent.iterdir()) == [".db", ".json"]
    again = workspace.back_up()
    assert again.path.name == "20260312T120000Z-2.db"
    assert workspace.backups == [again]


def test_a_backup_holds_the_head_of_the_workspaces_chain(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        unit.chains.append("d1", kind="finalised", actor_id=ANS.id, at=NOON, content={})
        entry = unit.chains.anchor("d1", actor_id=ANS.id, at=NOON)
    anchor = workspace.back_up().anchor
    assert (anchor.at, anchor.position, anchor.hash) == (NOON, 1, entry.hash)


def test_no_change_no_backup(workspace: Workspace) -> None:
    workspace.close()
    count = len(workspace.backups)
    with Workspace.open(workspace.path, unlock=UNLOCK) as again, again.reading() as unit:
        unit.people.all()
    assert len(workspace.backups) == count == 1


def test_a_damaged_workspace_gives_no_backup(workspace: Workspace) -> None:
    with workspace.reading() as unit:
        place = unread(unit)
    workspace.close()
    spoil(workspace.path / DATABASE_NAME, place)
    again = Workspace.open(workspace.path, unlock=UNLOCK)
    before = again.backups
    with pytest.raises(KnownError, match="workspace-damaged"):
        again.back_up()
    assert again.backups == before
    assert len(list((workspace.path / "backups").iterdir())) == 2
    again._database.changed = True
    with pytest.raises(KnownError, match="workspace-damaged"):
        again.close()
    with pytest.raises(KnownError, match="workspace-damaged"):
        Workspace.open(workspace.path, unlock=UNLOCK)


def test_a_backup_that_fails_at_closing_says_that_everything_is_stored(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        start(unit)
    (workspace.path / "backups").write_bytes(b"in the way")

    with pytest.raises(KnownError, match="backup-missed") as refusal:
        workspace.close()

    assert refusal.value.what.nl.startswith("Alles is opgeslagen")
    (workspace.path / "backups").unlink()
    with Workspace.open(workspace.path, unlock=UNLOCK) as again, again.reading() as unit:
        assert unit.dossiers.count() == 1
    # What was missed is made up for.
    assert len(workspace.backups) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is a place where nothing can be made")
def test_a_place_that_is_not_there_is_named_as_such(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="place-missing"):
        backup.copy_to(workspace.back_up(), Path("/proc/stick"))
    with pytest.raises(KnownError, match="place-missing"):
        Workspace.create(Path("/proc/kast"), passphrase=PASSPHRASE)


@pytest.mark.parametrize("place", [10, 3000, -5000, -1])
def test_a_damaged_backup_is_not_put_back(workspace: Workspace, place: int) -> None:
    made = workspace.back_up()
    spoil(made.path, place)
    assert not workspace.is_sound(made)
    workspace._database.changed = False
    workspace.close()
    before = (workspace.path / DATABASE_NAME).read_bytes()
    with pytest.raises(KnownError, match="backup-damaged"):
        restore(workspace.path, made, unlock=UNLOCK, holder="een opdracht", at=NOON)
    assert (workspace.path / DATABASE_NAME).read_bytes() == before


def test_an_anchor_cannot_be_replaced_without_the_key(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        unit.chains.append("d1", kind="finalised", actor_id=ANS.id, at=NOON, content={})
        unit.chains.anchor("d1", actor_id=ANS.id, at=NOON)
    made = workspace.back_up()
    header = made.path.with_suffix(".json")
    value = json.loads(header.read_bytes())
    value["anchor"]["hash"] = "0" * 64
    header.write_text(json.dumps(value))
    assert [finding.code for finding in backup.verify(workspace.backups[0], workspace._key)] == ["header-altered"]
    assert workspace.verify().workspace_anchor is None


def test_a_header_without_its_database_cannot_be_restored(workspace: Workspace) -> None:
    made = workspace.back_up()
    made.path.unlink()
    assert not workspace.is_sound(made)


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"anchor": null, "key_file": "?"}', NAIVE])
def test_a_strange_file_among_the_backups_is_passed_over(workspace: Workspace, note: bytes) -> None:
    made = workspace.back_up()
    (made.path.parent / "vreemd.db").write_bytes(b"x")
    (made.path.parent / "los.db").write_bytes(b"x")
    (made.path.parent / "vreemd.json").write_bytes(note)
    assert workspace.backups == [made]


def test_restoring_keeps_what_stood_there(workspace: Workspace) -> None:
    made = workspace.back_up()
    with workspace.writing() as unit:
        start(unit)
    workspace._database.changed = False
    with pytest.raises(KnownError, match="workspace-locked"):
        restore(workspace.path, made, unlock=UNLOCK, holder="een opdracht", at=NOON)
    workspace.close()
    former = (workspace.path / DATABASE_NAME).read_bytes()
    with pytest.raises(KnownError, match="passphrase-wrong"):
        restore(workspace.path, made, unlock=Passphrase("een andere wachtzin"), holder="een opdracht", at=NOON)
    kept = restore(workspace.path, made, unlock=UNLOCK, holder="een opdracht", at=NOON)
    assert kept.read_bytes() == former
    with Workspace.open(workspace.path, unlock=UNLOCK) as again, again.reading() as unit:
        assert unit.dossiers.count() == 0
        assert unit.students.get(ZOE.id) == ZOE


def test_a_whole_folder_can_come_back_from_the_second_place(workspace: Workspace, tmp_path: Path) -> None:
    made = workspace.back_up()
    backup.copy_to(made, tmp_path / "stick")
    workspace.close()
    folder = tmp_path / "nieuwe laptop"
    folder.mkdir()
    kept = restore(folder, backup.list_backups(tmp_path / "stick")[0], unlock=UNLOCK, holder="een opdracht", at=NOON)
    assert kept is None
    assert (folder / KEY_NAME).read_bytes() == made.key_file
    with Workspace.open(folder, unlock=UNLOCK) as again, again.reading() as unit:
        assert unit.students.get(ZOE.id) == ZOE


def test_a_backup_of_another_workspace_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    other, _code = Workspace.create(tmp_path / "andere", passphrase=PASSPHRASE)
    other.close()
    workspace.close()
    with pytest.raises(KnownError, match="backup-foreign"):
        restore(workspace.path, other.backups[0], unlock=UNLOCK, holder="een opdracht", at=NOON)


def made_at(moment: datetime, reason: Reason = "close") -> Backup:
    return Backup(Path(f"{moment:%Y%m%dT%H%M%S}.db"), "w", moment, reason, "0001", None, b"", "")


def test_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    daily = [made_at(NOON - timedelta(days=days, hours=hour)) for days in range(800) for hour in (0, 3)]
    kept = backup.kept(daily)
    assert [each.made_at for each in kept[:7]] == [NOON - timedelta(days=days) for days in range(7)]
    assert len(kept) <= 7 + 4 + 12
    assert len({f"{each.made_at:%Y-%m}" for each in kept}) == 12
    assert len({f"{each.made_at:%G-%V}" for each in kept[:11]}) >= 4


def test_the_last_backup_before_a_migration_stays() -> None:
    migration = made_at(NOON - timedelta(days=3, hours=2), "migration")
    older = made_at(NOON - timedelta(days=900), "migration")
    daily = [made_at(NOON - timedelta(days=days)) for days in range(800)]
    kept = backup.kept([*daily, migration, older])
    assert migration in kept
    assert older not in kept


@given(st.lists(st.integers(0, 2000), unique=True, max_size=60), st.integers(0, 300))
def test_thinning_day_by_day_never_loses_the_newest(days: list[int], later: int) -> None:
    backups = [made_at(NOON + timedelta(days=day)) for day in sorted(days)]
    held: list[Backup] = []
    for each in backups:
        held = backup.kept([*held, each])
        assert held[0] == each
    assert len(held) <= 7 + 4 + 12
