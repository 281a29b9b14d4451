"""The workbook of 10,000 dossiers against bare openpyxl write-only with the same cells, in one run. Limit: 1.3 times.

    python -m benchmarks.dossier_workbook [NUMBER]

The program reads every dossier from the encrypted workspace, applies the decision rule and words each cell; the bare
side is handed the ready rows, of the same four sheets with the same looks, and only writes them.
"""

from __future__ import annotations

import hashlib
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment

from assessor.application import Application
from assessor.domain.dossier import Activity, Dossier, InstrumentKey
from assessor.domain.people import Person, Role
from assessor.domain.ratings import Place, Rating, Sheet
from assessor.domain.student import Student
from assessor.instruments import canonical
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from assessor.services.desk import Desk
from assessor.services.work import Filter
from assessor.storage.repositories.dossiers import NewDossier
from assessor.storage.workspace import Workspace

LIMIT = 1.3
MANY = 10_000
ROUNDS = 2
FIRST = datetime(2026, 1, 5, 9, tzinfo=UTC)
NOTE = "Liet tijdens de kring twee leerlingen elkaar verder helpen en kwam daar bij de afsluiting op terug ({place})."


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        application = _filled(place / "dossierkast", count)
        ids = application.exports.found(Filter())
        ours, bare = [], []
        rows: list[tuple[str, list[tuple[object, ...]]]] = []
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number in range(ROUNDS):
            start = time.perf_counter()
            application.exports.write_table(ids, place / "ours.xlsx", "xlsx", "nl")
            ours.append(time.perf_counter() - start)
            if number == 0:
                grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
                rows = _rows(place / "ours.xlsx")
            start = time.perf_counter()
            _bare(place / "bare.xlsx", rows)
            bare.append(time.perf_counter() - start)
        application.close()
        sizes = [(place / name).stat().st_size / 1e6 for name in ("ours.xlsx", "bare.xlsx")]
    cells = sum(value is not None for _title, sheet in rows for row in sheet for value in row)
    mine, theirs = min(ours), min(bare)
    print(
        f"{count:,} dossiers, {cells:,} cells, {sizes[0]:.1f} MB (bare {sizes[1]:.1f} MB); memory grew {grown:.0f} MB"
    )
    print(f"workbook {mine:.1f} s; bare openpyxl write-only {theirs:.1f} s: ratio {mine / theirs:.2f} (limit {LIMIT})")
    return int(mine / theirs > LIMIT)


def _rows(path: Path) -> list[tuple[str, list[tuple[object, ...]]]]:
    book = load_workbook(path, read_only=True)
    read = [(sheet.title, [_shared(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book]
    book.close()
    return read


_known: dict[object, object] = {}


def _shared(row: tuple[object, ...]) -> tuple[object, ...]:
    """The row with one object for equal values, or the peer's rows would not fit in memory."""
    return tuple(_known.setdefault(value, value) for value in row)


def _bare(path: Path, sheets: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    book = Workbook(write_only=True)
    for number, (title, rows) in enumerate(sheets):
        sheet = book.create_sheet(title)
        day, number_cell, text = WriteOnlyCell(sheet), WriteOnlyCell(sheet), WriteOnlyCell(sheet)
        day.number_format = "dd-mm-yyyy"
        day.alignment = number_cell.alignment = Alignment(horizontal="left")
        text.alignment = Alignment(vertical="top", wrap_text=True)
        for row in rows:
            sheet.append(_dressed(row, day, number_cell, text if number > 1 else None))
    book.save(path)


def _dressed(row: tuple[object, ...], day: object, count: object, text: object) -> Iterator[object]:
    """Cells with the looks of the program's; each is written before the next is asked for, so it can be used again."""
    for value in row:
        look = day if isinstance(value, datetime) else count if isinstance(value, int) else text
        if value is None or look is None:
            yield value
        else:
            look.value = value
            yield look


def _filled(folder: Path, count: int) -> Application:
    workspace, _ = Workspace.create(folder, passphrase="een lange wachtzin")  # noqa: S106
    catalogue = Catalogue(forms())
    form = catalogue.get("pabo-praktijkbeoordeling")
    key = InstrumentKey(form.id, form.version, canonical.fingerprint(form))
    sheet = _sheet(form)
    with workspace.bulk() as unit:
        unit.people.save_all([Person(f"p{n}", f"Beoordelaar {n}", frozenset({Role.ASSESSOR})) for n in range(60)])
        unit.students.save_all([_student(n) for n in range(count // 2)])
        unit.instruments.keep(key, canonical.canonical(form))
        numbers = unit.dossiers.next_numbers(2026, count)
        for start in range(0, count, 1_000):
            some = numbers[start : start + 1_000]
            unit.dossiers.add_all([_new(start + n, number, count, key, sheet) for n, number in enumerate(some)])
    return Application(Desk(workspace, catalogue))


def _sheet(form: object) -> Sheet:
    """Marks in every level, and a note at every third criterion."""
    ratings = {
        code: Rating(code, "VVG"[place % 3], NOTE.format(place=place) if place % 3 == 0 else "")
        for place, code in enumerate(form.criteria)
    }
    motivations = {Place.motivation(model.code): NOTE.format(place=model.code) for model in form}
    return Sheet(ratings, {Place.STRENGTH: "Je ziet elk kind.", **motivations})


def _student(number: int) -> Student:
    name = hashlib.sha256(str(number).encode()).hexdigest()[:8]
    return Student(f"s{number}", str(600_000 + number), "Fleur", "van", name, "pabo", "voltijd", "jaar-3")


def _new(place: int, number: str, count: int, key: InstrumentKey, sheet: Sheet) -> NewDossier:
    dossier = Dossier(
        id=f"d{place}", number=number, student_id=f"s{place % (count // 2)}", assessor_id=f"p{place % 60}",
        instrument=key, programme="pabo", variant="voltijd", phase="jaar-3",
        activity=Activity(date(2026, 3, 12), "groep 5", "rekenen"), created_at=FIRST + timedelta(minutes=place),
        sheet=sheet,
    )  # fmt: skip
    return NewDossier(dossier, 36)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY))
