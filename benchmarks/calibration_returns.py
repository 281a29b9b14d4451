"""Taking in what came back for a calibration session against the libraries that read it, in one run. Limit: 1.5 times.

    python -m benchmarks.calibration_returns [COUNT]

COUNT (150 unless told) assessors score the 36 criteria of the pabo form, half of them with a note. Ours reads each,
holds it against what was asked, understands every answer, and seals and commits the scores in an encrypted workspace;
bare pypdf opens each file and asks for its fields, bare openpyxl opens each and reads its rows. Both are taken in turns
of one part each, so that a busy machine weighs on both alike. The greatest memory in use is told at the end.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader

from assessor.application import Application
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.score_form import level_name, note_name
from assessor.domain.calibration.session import Session
from assessor.domain.form_answers import Way
from assessor.domain.people import Role
from assessor.instruments.catalogue import Catalogue
from assessor.paper import fonts
from assessor.paths import forms as shipped_forms
from assessor.services.calibration.preparing import Invited, NewSession
from assessor.services.desk import Desk
from assessor.storage.workspace import Workspace
from tests.services.calibration import returns

LIMIT = 1.5
MEMORY = 300
"""Megabytes."""
PART = 25
"""As many as are sealed together."""
MORNING = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
PASSPHRASE = "zeven houten klompen"  # noqa: S105 - of a workspace that is thrown away


def main(count: int) -> int:
    fonts.register()
    ratios = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace, _code = Workspace.create(folder / "kast", passphrase=PASSPHRASE)
        application = Application(Desk(workspace, Catalogue(shipped_forms()), now=lambda: MORNING))
        application.people.sign_in(application.people.add("Lea Sluis", frozenset({Role.CALIBRATION_LEAD}))[0].id)
        for way, bare in ((Way.PDF, _fields), (Way.WORKBOOK, _rows)):
            session = _session(application, count)
            files = _returned(application, session, folder / way.value, way)
            take = partial(_take, application, session)
            ours, theirs = _turns(files, take, bare)
            received = application.calibration.rounds.board(session.id).received
            assert received == len(files), received
            ratios.append(ours / theirs)
            print(
                f"{len(files)} {way.value}: {1000 * ours / len(files):.1f} ms a file; bare"
                f" {1000 * theirs / len(files):.1f} ms; ratio {ours / theirs:.2f} (limit {LIMIT})"
            )
        application.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory: {memory:.0f} MB (limit {MEMORY})")
    return 0 if max(ratios) <= LIMIT and memory <= MEMORY else 1


def _session(application: Application, count: int) -> Session:
    preparing = application.calibration.preparing
    instrument = application.desk.catalogue.get("pabo-praktijkbeoordeling")
    models = tuple(model.code for model in instrument)
    session, _ = preparing.start(NewSession("Hele formulier", instrument, models, date(2026, 1, 12)))
    preparing.add_casussen(session.id, [Casus("", "", "A", consent="mail", anonymised=True)])
    preparing.invite(session.id, [Invited(f"Persoon {number:03}") for number in range(count)])
    preparing.make_rooms(session.id)
    application.calibration.rounds.open(session.id)
    return session


def _returned(application: Application, session: Session, folder: Path, way: Way) -> list[Path]:
    sent = returns.sent(application, session, folder, personal=True, way=way)
    codes = application.calibration.inviting.asked(session.id).criteria
    answers = {level_name(1, code): "VGOV"[place % 4] for place, code in enumerate(codes)}
    answers |= {note_name(1, code): "Zag ik in de inleiding – een paar keer." for code in codes[::2]}
    fill = returns.pdf if way is Way.PDF else returns.workbook
    return [fill(path, answers) for path in sent.values()]


def _turns(
    files: list[Path], ours: Callable[[list[Path]], object], bare: Callable[[list[Path]], object]
) -> tuple[float, float]:
    # One beforehand: what is imported or looked up the first time belongs to neither.
    spent = [0.0, 0.0]
    bare(files[:1])
    for start in range(0, len(files), PART):
        part = files[start : start + PART]
        for place, job in enumerate((ours, bare)):
            begun = time.perf_counter()
            job(part)
            spent[place] += time.perf_counter() - begun
    return spent[0], spent[1]


def _take(application: Application, session: Session, files: list[Path]) -> None:
    application.calibration.receiving.take(session.id, files)


def _fields(files: list[Path]) -> None:
    for file in files:
        PdfReader(file).get_fields()


def _rows(files: list[Path]) -> None:
    for file in files:
        book = load_workbook(file, read_only=True)
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                len(row)
        book.close()


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 150))
