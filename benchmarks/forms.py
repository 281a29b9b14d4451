"""Forms out and back against the libraries they are made with, in one run. Limit: 1.5 times each.

    python -m benchmarks.forms [COUNT]

Out: COUNT (1,000 unless told) personal PDFs of the mentor's advice, written to a folder by the use case, with their
codes committed to an encrypted workspace, against bare reportlab that lays the same words and the same fields out with
its own template and writes the same number of files. Back: reading all those files, holding them against what was sent
and understanding every answer, against bare pypdf that opens each file and asks for its fields.

Both are taken in turns of one part each, so that a busy machine weighs on both alike.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate

from assessor.application import Application
from assessor.domain.forms import FormCopy, FormKind
from assessor.domain.organisation import Organisation, OrganisationType
from assessor.domain.people import Role
from assessor.domain.student import Placement, Student
from assessor.exchange.form_pdf import _story
from assessor.instruments.catalogue import Catalogue
from assessor.paper import fonts
from assessor.paper.pen import Pen
from assessor.paper.styles import MARGIN
from assessor.paths import forms as shipped_forms
from assessor.services.desk import Desk
from assessor.services.forms.sending import Recipient
from assessor.storage.workspace import Workspace
from tests.exchange import outgoing

LIMIT = 1.5
PART = 50
MORNING = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
PASSPHRASE = "zeven houten klompen"  # noqa: S105 - of a workspace that is thrown away


def main(count: int) -> int:
    fonts.register()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace, _code = Workspace.create(folder / "kast", passphrase=PASSPHRASE)
        application = Application(Desk(workspace, Catalogue(shipped_forms()), now=lambda: MORNING))
        people = _students(application, count)
        out = _out(application, people, folder)
        back = _back(application, folder)
        application.close()
    for words, (ours, bare) in (("out", out), ("back", back)):
        print(f"{count} forms {words}: {ours:.1f} s; bare: {bare:.1f} s; ratio {ours / bare:.2f} (limit {LIMIT})")
    return 0 if all(ours / bare <= LIMIT for ours, bare in (out, back)) else 1


def _students(application: Application, count: int) -> list[str]:
    person, _ = application.people.add("Noor Wilgenhout", frozenset({Role.ASSESSOR}))
    application.people.sign_in(person.id)
    school = Organisation("s" * 32, "De Wilgenroos", OrganisationType.SCHOOL, "Zomerdam")
    students = [
        Student(
            f"{number:032x}", f"{500_000 + number}", "Şebnem", "van", f"Zonnedauw {number}", "pabo", "voltijd", "jaar-3"
        )
        for number in range(count)
    ]
    places = [
        Placement(f"{number:032x}", one.id, school.id, "Mees Appelboom", date(2025, 9, 1), date(2026, 1, 16), "groep 5")
        for number, one in enumerate(students)
    ]
    with application.desk.workspace.writing() as unit:
        unit.organisations.save(school)
        unit.students.save_all(students)
        unit.placements.save_all(places)
    return [one.id for one in students]


def _out(application: Application, people: list[str], folder: Path) -> tuple[float, float]:
    (folder / "bare").mkdir()
    copies = [outgoing.copy(FormKind.ADVICE, seed=seed) for seed in range(len(people))]
    recipients = [Recipient(one) for one in people]
    # Both once beforehand: what is imported or looked up the first time belongs to neither.
    _send(application, recipients[:1], folder / "warm")
    _bare(copies[:1], folder / "bare")
    ours = bare = 0.0
    for start in range(0, len(people), PART):
        part = slice(start, start + PART)
        ours += _seconds(partial(_send, application, recipients[part], folder / "out"))
        bare += _seconds(partial(_bare, copies[part], folder / "bare"))
    return ours, bare


def _send(application: Application, recipients: list[Recipient], folder: Path) -> None:
    application.forms.send(recipients, [FormKind.ADVICE], folder, "nl")


def _bare(copies: list[FormCopy], folder: Path) -> None:
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN - 6)
    for one in copies:
        target = BytesIO()
        SimpleDocTemplate(target, pagesize=A4, **margins).build(list(_story(one, Pen("nl"))))
        (folder / f"{one.identity.code}.pdf").write_bytes(target.getvalue())


def _back(application: Application, folder: Path) -> tuple[float, float]:
    files = sorted((folder / "out").glob("*.pdf"))
    for file in files[:: max(1, len(files) // 20)]:
        file.write_bytes(outgoing.filled(file.read_bytes(), {"level:1.1": "V", "note:1.1": "Zag ik – vaak."}))
    ours = bare = 0.0
    for start in range(0, len(files), PART):
        part = files[start : start + PART]
        ours += _seconds(partial(application.forms.receive, part))
        bare += _seconds(partial(_open, part))
    return ours, bare


def _open(files: list[Path]) -> None:
    for file in files:
        PdfReader(file).get_fields()


def _seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000))
