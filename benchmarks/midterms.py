"""Midterms out and back against the libraries they are made with, in one run. Limits: 1.5 times each, 100 ms a mirror.

    python -m benchmarks.midterms [PLACEMENTS]

Out: two personal PDFs for each of PLACEMENTS (1,000 unless told) with their covering texts, a folder an organisation,
against bare reportlab that lays the same words and the same fields out and writes the same number of PDFs. Back: every
file filled in, read, understood and sealed in an encrypted workspace, against bare pypdf that opens each file and asks
for its fields. The mirror: from asked for to its picture drawn as shapes, the median of twenty.

Out and back are taken in turns of one part each, so that a busy machine weighs on both alike.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from assessor.application import Application
from assessor.domain.dossier import InstrumentKey
from assessor.domain.forms import FormCopy, FormKind, Identity
from assessor.domain.midterm.form import midterm_form
from assessor.domain.midterm.midterm import SIDES
from assessor.domain.programme import PABO
from assessor.instruments import canonical
from assessor.instruments.catalogue import Catalogue
from assessor.paper import fonts
from assessor.paths import forms as shipped_forms
from assessor.services.desk import Desk
from assessor.storage.workspace import Workspace
from benchmarks.forms import LIMIT, PASSPHRASE, _bare, _open, _seconds, _students
from tests.exchange import outgoing

PART = 25
MIRROR_LIMIT = 0.1
MORNING = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
ANSWERS = {"level:1.1": "B1", "note:1.1": "Zag ik – vaak – in de kring.", "level:2.3": "B0"}


def main(count: int) -> int:
    fonts.register()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace, _code = Workspace.create(folder / "kast", passphrase=PASSPHRASE)
        application = Application(Desk(workspace, Catalogue(shipped_forms()), now=lambda: MORNING))
        people = _students(application, count)
        out = _out(application, people, folder)
        back = _back(application, folder)
        mirror = _mirror(application)
        application.close()
    for words, (ours, bare) in (("out", out), ("back", back)):
        print(f"{count} midterms {words}: {ours:.1f} s; bare: {bare:.1f} s; ratio {ours / bare:.2f} (limit {LIMIT})")
    print(f"a mirror with its picture: {mirror * 1000:.1f} ms (limit {MIRROR_LIMIT * 1000:.0f})")
    return 0 if all(ours / bare <= LIMIT for ours, bare in (out, back)) and mirror <= MIRROR_LIMIT else 1


def _out(application: Application, people: list[str], folder: Path) -> tuple[float, float]:
    (folder / "bare").mkdir()
    instrument = application.desk.catalogue.get("pabo-tussenevaluatie")
    key = InstrumentKey(instrument.id, instrument.version, canonical.fingerprint(instrument))
    copies = [_copy(midterm_form(instrument, key, side), number) for number in range(len(people)) for side in SIDES]
    # Both once beforehand: what is imported or looked up the first time belongs to neither.
    _bare(copies[:1], folder / "bare")
    application.midterms.send(people[:1], folder / "out", "nl")
    ours = bare = 0.0
    for start in range(1, len(people), PART):
        part = people[start : start + PART]
        ours += _seconds(partial(application.midterms.send, part, folder / "out", "nl"))
        bare += _seconds(partial(_bare, copies[2 * start : 2 * (start + len(part))], folder / "bare"))
    return ours, bare


def _copy(form, number: int) -> FormCopy:
    code = f"{number:09}{form.respondent.value[0].upper()}"
    respondent = form.respondent.value
    return FormCopy(
        form,
        Identity(code, "p" * 32, FormKind.MIDTERM.value, respondent, form.instrument, form.fingerprint, "nl"),
        outgoing.ABOUT,
    )


def _back(application: Application, folder: Path) -> tuple[float, float]:
    files = sorted((folder / "out").rglob("*.pdf"))
    for file in files:
        file.write_bytes(outgoing.filled(file.read_bytes(), ANSWERS))
    ours = bare = 0.0
    for start in range(0, len(files), 2 * PART):
        part = files[start : start + 2 * PART]
        ours += _seconds(partial(application.midterms.receive, part))
        bare += _seconds(partial(_open, part))
    opened = sum(line.inside == frozenset(SIDES) for line in application.midterms.overview.lines())
    print(f"{opened} midterms lie side by side")
    return ours, bare


def _mirror(application: Application) -> float:
    from assessor.paper.charts.mirror import WIDTH_WANTED, mirror_picture

    def look(midterm_id: str) -> None:
        mirror_picture(application.midterms.talking.mirror(midterm_id), PABO.supervisor, WIDTH_WANTED, "nl")

    lines = application.midterms.overview.lines(limit=20)
    return statistics.median(_seconds(partial(look, one.id)) for one in lines)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000))
