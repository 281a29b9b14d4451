"""Whether an installation is whole: all that a packed program could lack is used once, in a folder of its own."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assessor import paths
from assessor.domain.text import LANGUAGES, Text
from assessor.instruments.catalogue import Catalogue
from assessor.services import manuals


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried."""

    what: Text
    run: Callable[[Path], object]


def checks() -> Iterator[Check]:
    """What to try, in order; each is given an empty folder and raises when something lacks."""
    yield Check(Text("Formulieren lezen", "Read the forms"), _forms)
    yield Check(Text("Gegevensbestand maken en openen", "Make and open a workspace"), _workspace)
    yield Check(Text("Ouder gegevensbestand bijwerken", "Bring an older workspace up to date"), _migrations)
    yield Check(Text("Pdf schrijven", "Write a PDF"), _paper)
    yield Check(Text("Bijlage tonen", "Show an attachment"), _attachment)
    yield Check(Text("Werkmap schrijven", "Write a workbook"), _workbook)
    yield Check(Text("Overeenstemming berekenen", "Compute agreement"), _agreement)


def try_everything(report: Callable[[Text], object]) -> None:
    """Try each thing and report it; whatever raises is a fault of the installation and passes through."""
    with tempfile.TemporaryDirectory(prefix="assessor-check-") as folder:
        for number, check in enumerate(checks()):
            place = Path(folder) / str(number)
            place.mkdir()
            check.run(place)
            report(check.what)


def _forms(_folder: Path) -> None:
    catalogue = Catalogue(paths.forms())
    for programme in ("pabo", "ad"):
        catalogue.get(f"{programme}-praktijkbeoordeling")


def _workspace(folder: Path) -> None:
    from assessor.storage.keys import RecoveryCode
    from assessor.storage.workspace import Workspace

    workspace, code = Workspace.create(folder / "workspace", passphrase=secrets.token_hex())
    workspace.close()
    again = Workspace.open(folder / "workspace", unlock=RecoveryCode(code))
    if again.check():
        raise RuntimeError("a new workspace is not sound")
    again.close()


def _migrations(folder: Path) -> None:
    from assessor.storage import database, migrating

    engine = database.embedded(folder / "old.db", secrets.token_bytes(32))
    try:
        migrating.migrate(engine)
    finally:
        engine.dispose()


def _paper(folder: Path) -> None:
    for reader in manuals.Reader:
        for language in LANGUAGES:
            manuals.write_pdf(reader, language, folder / manuals.file_name(reader, language), datetime.now(UTC))


def _attachment(folder: Path) -> None:
    from assessor.exchange.attached_pages import picture_of

    _paper(folder)
    picture_of(next(folder.iterdir()).read_bytes(), 0, (200, 300))


def _workbook(folder: Path) -> None:
    from assessor.reports.dossier_workbook import DossierWorkbook

    with DossierWorkbook(folder, [], "nl") as book:
        book.finish(folder / "empty.xlsx", datetime.now(UTC))


def _agreement(_folder: Path) -> None:
    import numpy as np
    from scipy import special

    if not np.isclose(special.ndtr(0.0), 0.5):
        raise RuntimeError("the statistics do not compute")
