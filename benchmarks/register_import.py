"""Importing 10,000 students with their placements, against reading the same workbook barely and inserting barely.

    python -m benchmarks.register_import

The bare work is openpyxl's read-only reading of every cell as a value, and one executemany per table of the same rows
into the same tables of an encrypted workspace. The import reads, recognises, compares, plans, and writes: at most twice
as long.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from sqlalchemy import insert, select

from assessor import paths
from assessor.instruments.catalogue import Catalogue
from assessor.services.desk import Desk
from assessor.services.instruments import Instruments
from assessor.services.register_import.importing import RegisterImport
from assessor.storage import tables
from assessor.storage.workspace import Workspace

LIMIT = 2.0
STUDENTS = 10_000
ORGANISATIONS = 200
ROUNDS = 5
HEADINGS = (
    "studentnummer;roepnaam;tussenvoegsel;achternaam;opleiding;variant;fase;cohort;studiecoach;stageschool;plaats;"
    "mentor;van;tot en met;groep;eigen baan"
)
TABLES = (tables.organisations, tables.students, tables.placements)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "studenten.xlsx"
        _write(file)
        rows = _filled(Path(folder) / "filled", file)
        bare, mine, again = [], [], []
        for number in range(ROUNDS):
            bare.append(_bare(Path(folder) / f"bare{number}", file, rows))
            first, second = _imported(Path(folder) / f"import{number}", file)
            mine.append(first)
            again.append(second)
        ratio = statistics.median(one / other for one, other in zip(mine, bare, strict=True))
        print(f"bare reading and inserts {statistics.median(bare):6.2f} s")
        print(f"import of {STUDENTS:,}        {statistics.median(mine):6.2f} s: ratio {ratio:.2f} (limit {LIMIT})")
        print(f"the same file once more  {statistics.median(again):6.2f} s")
    return int(ratio > LIMIT)


def _write(file: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Studenten")
    sheet.append(HEADINGS.split(";"))
    for n in range(STUDENTS):
        sheet.append(
            [
                600_000 + n,
                f"Voornaam{n % 977}",
                "van den" if n % 4 == 0 else None,
                f"Achternaam{n % 7919}",
                "pabo",
                "voltijd",
                f"jaar {n % 4 + 1}",
                "2025-2026",
                f"Coach {n % 40}",
                f"De School {n % ORGANISATIONS}",
                f"Plaats {n % 20}",
                f"Mentor {n % 3000}",
                date(2025, 9, 1),
                date(2026, 1, 31),
                f"groep {n % 8 + 1}",
                "nee",
            ]
        )
    book.save(file)


def _desk(folder: Path) -> Desk:
    workspace, _ = Workspace.create(folder, passphrase="een lange wachtzin")  # noqa: S106
    return Desk(workspace, Catalogue(paths.forms()))


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _filled(folder: Path, file: Path) -> list[list[dict[str, object]]]:
    """The rows of each table after an import, for inserting them barely."""
    desk = _desk(folder)
    importing = RegisterImport(desk, Instruments(desk))
    importing.carry_out(importing.preview(file))
    with desk.workspace.reading() as unit:
        found = [[dict(row) for row in unit.connection.execute(select(one)).mappings()] for one in TABLES]
    assert [len(rows) for rows in found] == [ORGANISATIONS, STUDENTS, STUDENTS], [len(rows) for rows in found]
    return found


def _bare(folder: Path, file: Path, rows: list[list[dict[str, object]]]) -> float:
    desk = _desk(folder)

    def work() -> None:
        book = load_workbook(file, read_only=True)
        for sheet in book.worksheets:
            for _values in sheet.iter_rows(values_only=True):
                pass
        book.close()
        with desk.workspace.writing() as unit:
            for table, some in zip(TABLES, rows, strict=True):
                unit.connection.execute(insert(table), some)

    return _timed(work)


def _imported(folder: Path, file: Path) -> tuple[float, float]:
    desk = _desk(folder)
    importing = RegisterImport(desk, Instruments(desk))
    first = _timed(lambda: importing.carry_out(importing.preview(file)))
    second = _timed(lambda: importing.carry_out(importing.preview(file)))
    return first, second


if __name__ == "__main__":
    raise SystemExit(main())
