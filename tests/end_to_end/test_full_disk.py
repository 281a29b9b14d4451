"""A disk that is full, or fills up halfway: named with its cure, nothing half written, and the work goes on afterwards.

The disk is a small one in memory; mounting it takes root on Linux.
"""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from assessor.application import Application
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.forms import FormKind
from assessor.domain.student import Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from assessor.services.desk import Desk
from assessor.services.forms.sending import Recipient
from assessor.services.verification import verify
from assessor.storage.keys import FromKeyring
from assessor.storage.workspace import Workspace
from tests.exchange import outgoing
from tests.services import conftest, stories
from tests.services.conftest import Clock, Drawer

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="mounting a disk takes root on Linux"
)

clock, noor, fleur = conftest.clock, conftest.noor, conftest.fleur
empty_workspace = conftest.empty_workspace
SIZE = 12 * 1024 * 1024
ROOM_KB = (0, 24, 120)
"""What is left when a work begins: nothing, a little, and enough to get halfway."""
CODES = {"disk-full", "cannot-write", "attachment-unreadable", "backup-missed"}


@dataclass
class Disk:
    """A disk with ballast that can be taken off."""

    folder: Path
    noise: bytes = field(default_factory=lambda: random.Random(4).randbytes(600_000))

    @property
    def ballast(self) -> Path:
        return self.folder / "ballast"

    def leave(self, kilobytes: int) -> None:
        """Fill the disk until so much is left."""
        free = os.statvfs(self.folder)
        self.ballast.write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - kilobytes * 1024)))

    def relieve(self) -> None:
        """Make room again."""
        self.ballast.unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "schijf"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine mounts nothing")
    yield Disk(folder)
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def app(disk: Disk, clock: Clock, empty_workspace: tuple[Path, Drawer]) -> Iterator[Application]:
    """An open workspace on the small disk."""
    folder, drawer = empty_workspace
    subprocess.run(["cp", "-r", str(folder), str(disk.folder / "dossierkast")], check=True)
    workspace = Workspace.open(disk.folder / "dossierkast", unlock=FromKeyring(drawer))
    application = Application(Desk(workspace, Catalogue(forms()), now=clock))
    yield application
    disk.relieve()
    application.close()


@dataclass
class Scene:
    """What there is before the disk is full."""

    app: Application
    disk: Disk
    folder: Path
    dossier: Dossier

    def score(self) -> None:
        self.app.assessments.note(self.dossier.id, "1.1", self.disk.noise.hex()[:9_000])

    def bring_in(self) -> Callable[[], object]:
        lines = [f"{600_000 + n};Sam{n};Ørsted{n};pabo;voltijd;jaar 3" for n in range(1_500)]
        list_ = self.folder / "studenten.csv"
        list_.write_text("\n".join(["studentnummer;roepnaam;achternaam;opleiding;variant;fase", *lines]), "utf-8")
        plan = self.app.register_import.preview(list_)
        return lambda: self.app.register_import.carry_out(plan)

    def receive(self) -> Callable[[], object]:
        student, dossier = self.dossier.student_id, self.dossier.id
        sent = self.app.forms.send([Recipient(student, dossier)], [FormKind.SCORES], self.folder, "nl").files[0]
        words = self.disk.noise.hex()
        places = [name for name in outgoing.copy(FormKind.SCORES).form.fields if name.startswith("note:")]
        answers = {name: words[4_000 * place : 4_000 * place + 3_900] for place, name in enumerate(places)}
        sent.path.write_bytes(outgoing.filled(sent.path.read_bytes(), answers))
        received = self.app.forms.receive([sent.path], dossier)
        return lambda: self.app.forms.accept(received)

    def attach(self) -> Callable[[], object]:
        photo = self.folder / "bord.png"
        photo.write_bytes(b"\x89PNG\r\n\x1a\n" + self.disk.noise[:400_000])
        return lambda: self.app.attachments.add(self.dossier.id, photo)

    def back_up(self) -> None:
        self.app.safekeeping.back_up()

    def take_along(self) -> None:
        self.app.safekeeping.pack(self.disk.folder / "mee", "nl")

    def put_back(self) -> Callable[[], object]:
        self.app.safekeeping.back_up()
        self.app.assessments.rate(self.dossier.id, "1.1", "G")
        kept = self.app.safekeeping.backups[0]
        assessor = self.dossier.assessor_id

        def put_back() -> None:
            self.app.safekeeping.put_back(kept)
            self.app.people.sign_in(assessor)

        return put_back

    def send(self) -> None:
        recipients = [Recipient(self.dossier.student_id, self.dossier.id)]
        self.app.forms.send(recipients, list(FormKind)[:3], self.disk.folder / "uit", "nl")

    def export(self) -> None:
        self.app.exports.write_table([self.dossier.id], self.disk.folder / "dossiers.xlsx", "xlsx", "nl")

    def print(self) -> None:
        self.app.exports.write_pdfs([self.dossier.id], self.disk.folder / "papier", "nl")


IN_ONE_GO = {"score": Scene.score, "back up": Scene.back_up, "take along": Scene.take_along, "send": Scene.send,
             "export": Scene.export, "print": Scene.print}  # fmt: skip
PREPARED = {"import": Scene.bring_in, "receive": Scene.receive, "attach": Scene.attach, "put back": Scene.put_back}


def imprint(app: Application) -> str:
    """Of everything that is stored, but for the chains: an export is noted before its file stands there."""
    digest = hashlib.sha256()
    with app.desk.workspace.reading() as unit:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'chain%' ORDER BY name"
        for (name,) in unit.connection.exec_driver_sql(query).all():
            rows = unit.connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
            digest.update(repr((name, sorted(repr(tuple(row)) for row in rows))).encode())
    return digest.hexdigest()


def files(disk: Disk) -> set[str]:
    """Every file on the disk, but for those in which SQLite works."""
    found = (path.relative_to(disk.folder) for path in disk.folder.rglob("*") if path.is_file())
    return {str(path) for path in found if not str(path).endswith(("-wal", "-shm", "ballast"))}


@pytest.mark.parametrize("room", ROOM_KB)
@pytest.mark.parametrize("name", [*IN_ONE_GO, *PREPARED])
def test_a_work_is_done_or_refused_and_leaves_nothing_half(
    app: Application, disk: Disk, noor: object, fleur: Student, tmp_path: Path, name: str, room: int
) -> None:
    beside = tmp_path / "elders"
    beside.mkdir()
    scene = Scene(app, disk, beside, stories.scored(app, fleur))
    work = PREPARED[name](scene) if name in PREPARED else lambda: IN_ONE_GO[name](scene)
    before, there = imprint(app), files(disk)
    disk.leave(room)

    refused = None
    try:
        work()
    except KnownError as refusal:
        refused = refusal
    disk.relieve()

    assert app.desk.workspace.check() == ()
    assert verify(app.desk).is_sound
    if refused is not None:
        assert refused.code in CODES, refused
        assert refused.cure.nl
        # What was sent until then is known, so that it is recognised when it comes back.
        assert name == "send" or imprint(app) == before
        for left in sorted(files(disk) - there):
            assert name in {"send", "print"}, left
            whole = disk.folder / left
            assert len(PdfReader(whole).pages if whole.suffix == ".pdf" else load_workbook(whole).sheetnames) > 0
        work()
    elif room == 0:
        pytest.fail("there was no room at all")
    app.assessments.rate(scene.dossier.id, "1.2", "G")
    assert app.work.dossier(scene.dossier.id).sheet.rating("1.2").mark == "G"
