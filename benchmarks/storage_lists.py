"""Lists and searches among 100,000 dossiers: a page against the same page of 1,000, a search against a bare scan.

    python -m benchmarks.storage_lists

A page comes from an index, so it may cost at most 4 times what it costs among 1,000. A search that finds nothing must
look at every key: at most 3 times a bare SQLCipher scan of a table that holds the same keys and nothing else.
"""

from __future__ import annotations

import hashlib
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assessor.domain.dossier import Activity, Dossier, InstrumentKey, State
from assessor.domain.people import Person, Role
from assessor.domain.student import Student
from assessor.storage.database import Database, embedded
from assessor.storage.repositories.dossiers import NewDossier
from assessor.storage.unit import Unit
from assessor.storage.workspace import Workspace

PAGE_LIMIT = 4.0
SCAN_LIMIT = 3.0
MANY, FEW = 100_000, 1_000
ROUNDS = 15
FIRST = datetime(2026, 1, 5, 9, tzinfo=UTC)

PAGES: dict[str, Callable[[Unit], object]] = {
    "changed last": lambda unit: unit.dossiers.lines(),
    "by student": lambda unit: unit.dossiers.lines(order="student"),
    "by number": lambda unit: unit.dossiers.lines(order="number"),
    "concepts": lambda unit: unit.dossiers.lines(state=State.CONCEPT),
    "of one assessor": lambda unit: unit.dossiers.lines(assessor_id="p1"),
    "a common name": lambda unit: unit.dossiers.lines("voornaam1"),
}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        many, few = (_filled(Path(folder) / str(count), count) for count in (MANY, FEW))
        over = 0
        for name, page in PAGES.items():
            mine, small = _median(many, page), _median(few, page)
            over += mine / small > PAGE_LIMIT
            print(f"{name:16} {mine * 1e3:7.2f} ms, among {FEW:,} {small * 1e3:6.2f} ms: ratio {mine / small:.2f}")
        search = _median(many, lambda unit: unit.dossiers.lines("niemand heet zo"))
        bare = _bare(Path(folder) / "bare.db", many)
        scan = _median(bare, lambda unit: unit.connection.exec_driver_sql(_SCAN).all())
        print(f"nobody found     {search * 1e3:7.2f} ms, bare scan {scan * 1e3:6.2f} ms: ratio {search / scan:.2f}")
        print(f"limits {PAGE_LIMIT} and {SCAN_LIMIT}")
        for database in (many, few, bare):
            database.close()
    return int(over > 0 or search / scan > SCAN_LIMIT)


_SCAN = (
    "SELECT search_key FROM keys WHERE search_key LIKE '%%niemand%%' AND search_key LIKE '%%heet%%'"
    " AND search_key LIKE '%%zo%%'"
)


def _filled(folder: Path, count: int) -> Database:
    workspace, _ = Workspace.create(folder, passphrase="een lange wachtzin")  # noqa: S106
    canonical = b"{}"
    key = InstrumentKey("pabo", "1", hashlib.sha256(canonical).hexdigest())
    with workspace.bulk() as unit:
        unit.people.save_all([Person(f"p{n}", f"Beoordelaar {n}", frozenset({Role.ASSESSOR})) for n in range(60)])
        students = [_student(n) for n in range(count // 4)]
        unit.students.save_all(students)
        unit.instruments.keep(key, canonical)
        numbers = unit.dossiers.next_numbers(2026, count)
        unit.dossiers.add_all([_new(n, number, students, key) for n, number in enumerate(numbers)])
    return workspace._database  # noqa: SLF001 - what is measured stands under the workspace


def _student(number: int) -> Student:
    first, last = f"Voornaam{number % 977}", f"Achternaam{number % 7919}"
    return Student(f"s{number}", str(600_000 + number), first, "van", last, "pabo", "voltijd", "jaar-3")


def _new(place: int, number: str, students: list[Student], key: InstrumentKey) -> NewDossier:
    student = students[place % len(students)]
    dossier = Dossier(
        id=f"d{place}",
        number=number,
        student_id=student.id,
        assessor_id=f"p{place % 60}",
        instrument=key,
        programme="pabo",
        variant="voltijd",
        phase="jaar-3",
        activity=Activity(date(2026, 3, 12), "groep 5", "rekenen"),
        created_at=FIRST + timedelta(minutes=place),
        state=State.FINAL if place % 5 else State.CONCEPT,
    )
    return NewDossier(dossier, 36)


def _bare(path: Path, many: Database) -> Database:
    bare = Database(embedded(path, bytes(32)))
    with many.reading() as unit:
        keys = unit.connection.exec_driver_sql("SELECT search_key FROM dossiers").all()
    with bare.writing() as unit:
        unit.connection.exec_driver_sql("CREATE TABLE keys (search_key TEXT NOT NULL)")
        unit.connection.exec_driver_sql("INSERT INTO keys VALUES (?)", [tuple(key) for key in keys])
    return bare


def _median(database: Database, ask: Callable[[Unit], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        with database.reading() as unit:
            start = time.perf_counter()
            ask(unit)
            taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    raise SystemExit(main())
