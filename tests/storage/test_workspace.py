"""A workspace from its making to its closing, with everything that can stand in the way."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.storage.failures import StorageFault
from assessor.storage.keys import FromKeyring, Passphrase, RecoveryCode
from assessor.storage.workspace import SECOND_PLACE, Workspace
from tests.storage.conftest import PASSPHRASE
from tests.storage.partnership import ANDRE, ANS, NOON, minutes, rated, settle, start
from tests.storage.test_keyring_store import InMemory

ROOT = Path(__file__).parents[2]


class Pocket:
    """A keyring that keeps keys in memory."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}

    def get(self, workspace_id: str) -> bytes | None:
        return self.keys.get(workspace_id)

    def put(self, workspace_id: str, key: bytes) -> None:
        self.keys[workspace_id] = key

    def forget(self, workspace_id: str) -> None:
        self.keys.pop(workspace_id, None)


def test_a_workspace_opens_by_passphrase_recovery_code_and_keyring(tmp_path: Path) -> None:
    pocket = Pocket()
    folder = tmp_path / "Kast % van: Łucja"
    made, code = Workspace.create(folder, passphrase=PASSPHRASE, keyring=pocket)
    with made, made.writing() as unit:
        settle(unit)
    for unlock in (Passphrase(PASSPHRASE), RecoveryCode(code.lower().replace("-", " ")), FromKeyring(pocket)):
        with Workspace.open(folder, unlock=unlock) as workspace, workspace.reading() as unit:
            assert workspace.id == made.id
            assert unit.students.get(ANDRE.id) == ANDRE
    assert made.trouble == []


@pytest.mark.parametrize(
    ("unlock", "code"),
    [
        (Passphrase("iets anders dan dat"), "passphrase-wrong"),
        (RecoveryCode("11111-" * 7), "recovery-code-mistyped"),
        (RecoveryCode("kort"), "recovery-code-incomplete"),
        (FromKeyring(Pocket()), "keyring-empty"),
    ],
)
def test_the_wrong_key_opens_nothing_and_leaves_it_free(workspace: Workspace, unlock: object, code: str) -> None:
    workspace.close()
    with pytest.raises(KnownError, match=code):
        Workspace.open(workspace.path, unlock=unlock)
    with Workspace.open(workspace.path, unlock=Passphrase(PASSPHRASE)) as again:
        assert not again.was_left_open


def test_a_code_of_another_workspace_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    other, code = Workspace.create(tmp_path / "andere", passphrase=PASSPHRASE)
    other.close()
    with pytest.raises(KnownError, match="recovery-code-wrong"):
        Workspace.open(workspace.path, unlock=RecoveryCode(code))


def test_secrets_do_not_show_in_what_is_printed(workspace: Workspace) -> None:
    assert PASSPHRASE not in repr(Passphrase(PASSPHRASE))
    assert "ABCDE" not in repr(RecoveryCode("ABCDE"))
    assert workspace._key.hex() not in repr(vars(workspace))


def test_a_keyring_that_refuses_stops_nothing_and_is_named(tmp_path: Path) -> None:
    from assessor.storage.keyring_store import SystemKeyring

    locked = InMemory()
    locked.locked = True
    workspace, _code = Workspace.create(tmp_path / "kast", passphrase=PASSPHRASE, keyring=SystemKeyring(locked))
    assert [trouble.code for trouble in workspace.trouble] == ["keyring-refused"]
    locked.locked = False
    workspace.remember(SystemKeyring(locked))
    workspace.close()
    Workspace.open(workspace.path, unlock=FromKeyring(SystemKeyring(locked))).close()


def test_a_new_passphrase_and_a_new_code_take_over(workspace: Workspace) -> None:
    workspace.set_passphrase("vier nieuwe losse woorden")
    code = workspace.new_recovery_code()
    with pytest.raises(KnownError, match="passphrase-short"):
        workspace.set_passphrase("kort")
    workspace.close()
    with pytest.raises(KnownError, match="passphrase-wrong"):
        Workspace.open(workspace.path, unlock=Passphrase(PASSPHRASE))
    for unlock in (Passphrase("vier nieuwe losse woorden"), RecoveryCode(code)):
        Workspace.open(workspace.path, unlock=unlock).close()


def test_nothing_lies_in_clear(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        dossier = start(unit)
        unit.dossiers.set_rating(dossier.id, rated("1.1", "O", "De klas bleef opvallend stil"), minutes(1))
    kept = [path for path in workspace.path.rglob("*") if path.is_file()]
    assert len(kept) >= 3
    for path in kept:
        content = path.read_bytes()
        for word in (b"Berg", b"opvallend", b"SQLite", ANS.name.encode(), b"CREATE TABLE", workspace._key):
            assert word not in content, path.name


def test_what_is_no_workspace_is_told(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("x")
    for folder in (tmp_path, tmp_path / "weg", tmp_path / "brief.txt"):
        with pytest.raises(KnownError, match="not-a-workspace"):
            Workspace.open(folder, unlock=Passphrase(PASSPHRASE))
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_a_place_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("x")
    for folder in (tmp_path, tmp_path / "brief.txt"):
        with pytest.raises(KnownError, match="folder-not-empty"):
            Workspace.create(folder, passphrase=PASSPHRASE)
    with pytest.raises(KnownError, match="passphrase-short"):
        Workspace.create(tmp_path / "kast", passphrase="   kort   ")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]
    empty = tmp_path / "leeg"
    empty.mkdir()
    Workspace.create(empty, passphrase=PASSPHRASE)[0].close()


def test_a_second_start_is_refused_and_told_who_has_it(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="workspace-locked") as refusal:
        Workspace.open(workspace.path, unlock=Passphrase(PASSPHRASE), holder="een opdracht")
    assert "Assessor (sinds" in refusal.value.say("nl")


def test_a_failed_unit_of_work_leaves_nothing(workspace: Workspace) -> None:
    with pytest.raises(KnownError), workspace.writing() as unit:
        unit.dossiers.get(start(unit).id + "x")
    with workspace.reading() as unit:
        assert unit.dossiers.count() == 0


def test_a_reader_keeps_its_moment_and_holds_nobody_up(workspace: Workspace) -> None:
    with workspace.reading() as reader:
        assert reader.dossiers.count() == 0
        with workspace.writing() as writer:
            start(writer)
        assert reader.dossiers.count() == 0
    with workspace.reading() as reader:
        assert reader.dossiers.count() == 1


def test_a_unit_of_work_inside_another_is_a_bug_told_at_once(workspace: Workspace) -> None:
    with workspace.writing(), pytest.raises(RuntimeError, match="inside another"), workspace.writing():
        pass
    with workspace.writing() as unit:
        start(unit)


def test_a_full_disk_is_told_and_what_stood_stays(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        dossier = start(unit)
        unit.dossiers.set_rating(dossier.id, rated("1.1", "V", "kort"), minutes(1))
    with workspace.reading() as unit:
        pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(KnownError, match="disk-full") as refusal, workspace.writing() as unit:
        unit.dossiers.set_rating(dossier.id, rated("1.2", "V", "lang " * 100_000), minutes(2))
    assert "Maak ruimte vrij" in refusal.value.say("nl")
    with workspace.reading() as unit:
        unit.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        assert set(unit.dossiers.get(dossier.id).sheet.ratings) == {"1.1"}


def test_a_driver_error_says_nothing_of_what_was_entered(workspace: Workspace) -> None:
    with pytest.raises(StorageFault) as fault, workspace.writing() as unit:
        start(unit, student_id="geheime-student")
    seen = fault.value
    while seen is not None:
        assert "geheim" not in f"{seen!r} {seen} {vars(seen).get('orig', '')}"
        seen = seen.__context__
    assert fault.value.__suppress_context__


IN_A_NARROW_PLACE = """
import resource, signal, sys
from pathlib import Path
from assessor.domain.errors import KnownError
from assessor.storage.workspace import Workspace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    Workspace.create(Path(sys.argv[1]), passphrase=sys.argv[2])
except KnownError as refusal:
    print(refusal.code)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("size", [10, 6_000, 60_000])
def test_a_workspace_that_does_not_fit_leaves_nothing_half_made(tmp_path: Path, size: int) -> None:
    told = subprocess.run(
        [sys.executable, "-c", IN_A_NARROW_PLACE, str(tmp_path / "kast"), PASSPHRASE, str(size)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.strip() in ("disk-full", "disk-failed"), told.stderr
    assert list(tmp_path.iterdir()) == []


def test_closing_twice_is_closing_once(workspace: Workspace) -> None:
    workspace.close()
    workspace.close()
    assert len(workspace.backups) == 1


def test_bulk_fills_the_search_keys(workspace: Workspace) -> None:
    from assessor.storage.repositories.dossiers import NewDossier

    with workspace.writing() as unit:
        dossier = start(unit)
    with workspace.bulk() as unit:
        from dataclasses import replace

        numbers = unit.dossiers.next_numbers(2026, 3)
        unit.dossiers.add_all([NewDossier(replace(dossier, id=number, number=number), 36) for number in numbers])
    with workspace.reading() as unit:
        assert unit.dossiers.count("andre 2026-0003") == 1
        assert all(unit.dossiers.stale(number) == () for number in numbers)


def test_a_copy_of_each_backup_goes_to_the_second_place(workspace: Workspace, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    with workspace.writing() as unit:
        unit.settings.set(SECOND_PLACE, str(second))
    made = workspace.back_up()
    assert (second / workspace.id / made.path.name).read_bytes() == made.path.read_bytes()
    (tmp_path / "bezet").write_text("x")
    with workspace.writing() as unit:
        unit.settings.set(SECOND_PLACE, str(tmp_path / "bezet"))
    workspace.back_up()
    assert [trouble.code for trouble in workspace.trouble] == ["disk-failed"]


def test_verification_uses_the_anchors_of_the_backups(workspace: Workspace) -> None:
    with workspace.writing() as unit:
        unit.chains.append("d1", kind="finalised", actor_id=ANS.id, at=NOON, content={})
        unit.chains.anchor("d1", actor_id=ANS.id, at=NOON)
    assert workspace.verify().workspace_anchor is None
    workspace.back_up()
    report = workspace.verify()
    assert report.is_sound
    assert report.workspace_anchor.position == 1
    assert "reservekopie" in report.proven.nl


IN_A_LOCKED_FOLDER = """
import os, sys
from pathlib import Path
from assessor.domain.errors import KnownError
from assessor.storage.keys import Passphrase
from assessor.storage.workspace import Workspace
folder, warm = Path(sys.argv[1]), Path(sys.argv[3])
# Everything is imported before the superuser becomes somebody, who may not read where Python lies.
Workspace.create(warm, passphrase=sys.argv[2])[0].close()
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for attempt in (
    lambda: Workspace.open(folder / "kast", unlock=Passphrase(sys.argv[2])),
    lambda: Workspace.create(folder / "nieuw", passphrase=sys.argv[2]),
):
    try:
        attempt()
    except KnownError as refusal:
        print(refusal.code)
"""


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """A tree that everyone may read and nobody but the superuser may write."""
    places = [folder, *folder.rglob("*")]
    before = {place: place.stat().st_mode for place in places}
    parents = [parent for parent in folder.parents if parent.stat().st_uid == os.getuid() and "pytest" in str(parent)]
    for parent in parents:
        before[parent] = parent.stat().st_mode
        parent.chmod(0o755)
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    try:
        yield
    finally:
        for place, mode in before.items():
            place.chmod(mode)


@pytest.mark.skipif(os.name == "nt", reason="Windows guards folders in another way")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "netwerk"
    Workspace.create(folder / "kast", passphrase=PASSPHRASE)[0].close()
    with unwritable(folder):
        told = subprocess.run(
            [sys.executable, "-c", IN_A_LOCKED_FOLDER, str(folder), PASSPHRASE, str(tmp_path / "warm")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert told.stdout.split() == ["read-only", "read-only"], told.stderr
