"""Opening after an unclean end, after damage and after a newer program."""

from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.storage import soundness
from assessor.storage.keys import Passphrase
from assessor.storage.lock import HOLDER_NAME
from assessor.storage.opening import DamagedWorkspace
from assessor.storage.places import DATABASE_NAME, KEY_NAME
from assessor.storage.restoring import restore
from assessor.storage.unit import Unit
from assessor.storage.workspace import Workspace
from tests.storage.conftest import PASSPHRASE
from tests.storage.partnership import ANDRE, NOON, ZOE, minutes, start

UNLOCK = Passphrase(PASSPHRASE)


def reopen(folder: Path) -> Workspace:
    return Workspace.open(folder, unlock=UNLOCK, clock=lambda: minutes(60))


def spoil(path: Path, place: int) -> None:
    """One byte that fell over."""
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 0x10
    path.write_bytes(content)


def unread(unit: Unit) -> int:
    """A place in the file that opening has no reason to read: in the middle of a page of passages."""
    page = unit.connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'passages'").scalar_one()
    size = int(unit.connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    return int((page - 1) * size + size // 2)


def test_a_newer_workspace_is_left_as_it_is(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        unit.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    workspace.close()
    before = (workspace.path / DATABASE_NAME).read_bytes()
    with pytest.raises(KnownError, match="workspace-newer") as refusal:
        reopen(workspace.path)
    assert "nieuwere versie" in refusal.value.say("nl")
    assert (workspace.path / DATABASE_NAME).read_bytes() == before


def test_a_damaged_database_is_told_with_the_newest_sound_backup(workspace: Workspace) -> None:
    workspace.close()
    (workspace.path / DATABASE_NAME).write_bytes(b"geen database" * 1000)
    with pytest.raises(DamagedWorkspace) as refusal:
        reopen(workspace.path)
    assert refusal.value.code == "workspace-damaged"
    assert refusal.value.backup == workspace.backups[0]
    assert "reservekopie van 12 maart 2026" in refusal.value.cure.nl
    with pytest.raises(DamagedWorkspace):
        reopen(workspace.path)


def test_without_any_backup_the_cure_is_another(workspace: Workspace) -> None:
    workspace._database.changed = False
    workspace.close()
    (workspace.path / DATABASE_NAME).unlink()
    with pytest.raises(DamagedWorkspace) as refusal:
        reopen(workspace.path)
    assert refusal.value.backup is None
    assert "geen gave reservekopie" in refusal.value.cure.nl


def test_after_an_unclean_end_the_whole_file_is_checked(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        start(unit)
        place = unread(unit)
    workspace.close()
    spoil(workspace.path / DATABASE_NAME, place)
    calm = reopen(workspace.path)
    assert [finding.code for finding in calm.check()] == ["page-damaged"] or calm.check()
    calm._database.changed = False
    calm.close()
    (workspace.path / HOLDER_NAME).write_text("{}")
    with pytest.raises(DamagedWorkspace):
        reopen(workspace.path)
    # The damage is still there: the next start looks again.
    with pytest.raises(DamagedWorkspace):
        reopen(workspace.path)


def test_after_an_unclean_end_a_sound_workspace_opens_and_says_so(workspace: Workspace) -> None:
    workspace.close()
    (workspace.path / HOLDER_NAME).write_text("{}")
    again = reopen(workspace.path)
    assert again.was_left_open
    again.close()
    assert len(workspace.backups) == 1  # of one day the newest stays
    assert workspace.backups[0].made_at == minutes(60)
    with reopen(workspace.path) as calm:
        assert not calm.was_left_open


@pytest.mark.parametrize("harm", ["gone", "spoiled"])
def test_a_lost_key_file_comes_back_from_a_backup(workspace: Workspace, harm: str) -> None:
    workspace.close()
    key_file = workspace.path / KEY_NAME
    before = key_file.read_bytes()
    if harm == "gone":
        key_file.unlink()
    else:
        spoil(key_file, 200)
    with reopen(workspace.path) as again, again.reading() as unit:
        assert unit.students.get(ZOE.id) == ZOE
    assert key_file.read_bytes() == before
    assert (workspace.path / f"{KEY_NAME}.damaged").exists() == (harm == "spoiled")


def test_without_any_backup_a_lost_key_file_is_told(workspace: Workspace) -> None:
    workspace._database.changed = False
    workspace.close()
    spoil(workspace.path / KEY_NAME, 200)
    with pytest.raises(KnownError, match="header-damaged"):
        reopen(workspace.path)


def test_every_fallen_byte_is_found_and_the_backup_brings_everything_back(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        dossier = start(unit)
    workspace.close()
    path = workspace.path / DATABASE_NAME
    sound = path.read_bytes()
    for place in range(0, len(sound), len(sound) // 150):
        spoil(path, place)
        assert soundness.findings(path, workspace._key), place
        path.write_bytes(sound)
    assert soundness.findings(path, workspace._key) == ()
    spoil(path, 5000)
    (workspace.path / HOLDER_NAME).write_text("{}")
    with pytest.raises(DamagedWorkspace) as refusal:
        reopen(workspace.path)
    kept = restore(workspace.path, refusal.value.backup, unlock=UNLOCK, holder="een opdracht", at=NOON)
    assert kept.name.endswith(".db.damaged")
    assert kept.exists()
    with reopen(workspace.path) as again, again.reading() as unit:
        assert unit.dossiers.get(dossier.id).student_id == ANDRE.id
        assert again.check() == ()


def test_a_file_cut_off_anywhere_is_found(workspace: Workspace) -> None:
    workspace.close()
    path = workspace.path / DATABASE_NAME
    sound = path.read_bytes()
    for length in (0, 1, 15, 16, 100, 4095, 4096, 4097, len(sound) // 2, len(sound) - 4096, len(sound) - 1):
        path.write_bytes(sound[:length])
        (workspace.path / HOLDER_NAME).write_text("{}")
        with pytest.raises(DamagedWorkspace):
            reopen(workspace.path)
