"""Exports: chosen dossiers as a workbook, as CSV or as PDFs, in clear and outside the workspace.

Each export is recorded in the workspace's chain before its file stands in its place: who, when, which kind and how many
dossiers, and no name. What an export is made of lies in a folder that only this user can open, beside the file.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Protocol, Self

from assessor.domain.decision import decide
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument
from assessor.domain.organisation import Organisation
from assessor.domain.people import Person
from assessor.domain.record import Record
from assessor.domain.text import Language, Text
from assessor.services.attachments import EXPORTED
from assessor.services.desk import Desk
from assessor.services.papers import Papers
from assessor.services.work import Filter
from assessor.services.written_file import cannot_write
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.unit import Unit

Kind = Literal["xlsx", "csv", "criteria.csv"]
"""A workbook, a CSV file with a row per dossier, or one with a row per criterion."""

Progress = Callable[[int, int], bool]

PORTION = 50
"""Dossiers that are read at a time: so many at most are in memory."""

_PRIVATE = ".assessor-export-"
_LEFT_BEHIND_S = 3_600


class _Writer(Protocol):
    """What a table needs; leaving it without `finish` leaves nothing behind."""

    def add(self, record: Record) -> None: ...
    def finish(self, target: Path, made_at: datetime) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Exports:
    """The use cases by which many dossiers leave the workspace."""

    def __init__(self, desk: Desk, papers: Papers) -> None:
        self._desk = desk
        self._papers = papers

    def found(self, wanted: Filter) -> list[str]:
        """The ids of every dossier that a filter finds, by number."""
        assessor = self._desk.require_actor().id if wanted.mine else None
        with self._desk.workspace.reading() as unit:
            return unit.dossiers.ids(wanted.search, wanted.state, assessor, wanted.standing)

    def write_table(
        self, ids: Sequence[str], path: Path, kind: Kind, language: Language, progress: Progress | None = None
    ) -> int | None:
        """Write dossiers as a workbook or as CSV, whole or not at all.

        Args:
            ids: the dossiers, in the order of their rows.
            path: the file; what stands there is replaced.
            kind: which kind of file.
            language: of headings and of the words of the form.
            progress: called with dossiers done and in all; answers False to stop.

        Returns:
            How many dossiers were written, or None when it was stopped; then nothing changed.

        Raises:
            KnownError: ``nothing-to-export``, ``cannot-write``.
        """
        _require_some(ids)
        with _private_beside(path) as folder:
            with self._desk.workspace.reading() as unit:
                instruments = {one: self._desk.instrument(one) for one in unit.dossiers.instruments(ids)}
                with _writer(folder, list(instruments.values()), kind, language) as writer:
                    done = 0
                    for record in self._records(unit, ids, instruments):
                        if done % PORTION == 0 and progress is not None and not progress(done, len(ids)):
                            return None
                        writer.add(record)
                        done += 1
                    if progress is not None and not progress(done, len(ids)):
                        return None
                    writer.finish(folder / "whole", self._desk.now())
            self._note(kind, done)
            (folder / "whole").replace(path)
        return done

    def write_pdfs(
        self, ids: Sequence[str], folder: Path, language: Language, progress: Progress | None = None
    ) -> list[Path]:
        """Write a PDF per dossier into a folder; the files written so far stay when it is stopped.

        Raises:
            KnownError: ``nothing-to-export``, ``cannot-write``.
        """
        _require_some(ids)
        self._note("pdf", len(ids))
        written = self._papers.write_dossiers(ids, folder, language, progress)
        if progress is not None:
            progress(len(written), len(ids))
        return written

    # --- inside

    def _records(self, unit: Unit, ids: Sequence[str], instruments: dict[str, Instrument]) -> Iterator[Record]:
        people = {person.id: person for person in unit.people.all()}
        places = {place.id: place for place in unit.organisations.all()}
        for start in range(0, len(ids), PORTION):
            yield from _portion(unit, ids[start : start + PORTION], people, places, instruments)

    def _note(self, kind: str, count: int) -> None:
        actor = self._desk.actor
        noted = {"what": "dossiers", "kind": kind, "dossiers": count}
        with self._desk.workspace.writing() as unit:
            unit.chains.append(
                WORKSPACE_CHAIN,
                kind=EXPORTED,
                # A script on the command line need not say who it is.
                actor_id=actor.id if actor is not None else "",
                at=self._desk.now(),
                content=noted,
            )


def _portion(
    unit: Unit,
    ids: Sequence[str],
    people: dict[str, Person],
    places: dict[str, Organisation],
    instruments: dict[str, Instrument],
) -> Iterator[Record]:
    dossiers = unit.dossiers.many(ids)
    students = unit.students.by_ids([dossier.student_id for dossier in dossiers])
    for dossier in dossiers:
        instrument = instruments[dossier.instrument.fingerprint]
        yield Record(
            dossier=dossier,
            student=students[dossier.student_id],
            assessor=people[dossier.assessor_id],
            instrument=instrument,
            decision=decide(instrument, dossier.sheet.marks),
            organisation=places.get(dossier.organisation_id) if dossier.organisation_id else None,
        )


def _writer(folder: Path, instruments: Sequence[Instrument], kind: Kind, language: Language) -> _Writer:
    if kind == "xlsx":
        from assessor.reports.dossier_workbook import DossierWorkbook

        return DossierWorkbook(folder, instruments, language)
    from assessor.reports.dossier_table import DossierTable

    return DossierTable(folder, instruments, language, "criteria" if kind == "criteria.csv" else "dossiers")


@contextmanager
def _private_beside(path: Path) -> Iterator[Path]:
    """A folder beside a file that only this user can open; it goes again whatever happens.

    Raises KnownError ``cannot-write`` when the disk refuses anything inside.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path.parent)
        folder = Path(tempfile.mkdtemp(prefix=_PRIVATE, dir=path.parent))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise cannot_write(path) from error


def _sweep(folder: Path) -> None:
    """Take away what an export left behind when the computer stopped in its midst: it lies there in clear."""
    for left in folder.glob(f"{_PRIVATE}*"):
        if time.time() - left.stat().st_mtime > _LEFT_BEHIND_S:
            shutil.rmtree(left, ignore_errors=True)


def _require_some(ids: Sequence[str]) -> None:
    if not ids:
        raise KnownError(
            "nothing-to-export",
            Text("Er is geen dossier gekozen.", "No dossier was chosen."),
            Text("Kies ten minste één dossier, of zoek ruimer.", "Choose at least one dossier, or search wider."),
        )
