"""Lists, searches and opening among 100,000 dossiers with 3.6 million levels, against bare SQL in the same file.

    python -m benchmarks.storage_lists

The first page of the list, and opening a dossier with its sheet, may cost at most twice the same rows asked in bare SQL
through the driver; a search that finds nothing at most twice one bare scan of the search keys, and at most 3 times a
scan of a table that holds the same keys and nothing else. A page comes from an index, so it may cost at most 4 times
what it costs among 1,000 dossiers. A dossier may take 8 kB of the file, and a page no memory that grows with the list.
"""

from __future__ import annotations

import hashlib
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assessor.domain.dossier import Activity, Dossier, InstrumentKey, State
from assessor.domain.people import Person, Role
from assessor.domain.ratings import Place, Rating, Sheet
from assessor.domain.student import Student
from assessor.storage.database import Database, embedded
from assessor.storage.places import DATABASE_NAME
from assessor.storage.repositories.dossiers import NewDossier
from assessor.storage.unit import Unit
from assessor.storage.workspace import Workspace

PAGE_LIMIT = 4.0
SCAN_LIMIT = 3.0
BARE_LIMIT = 2.0
MOST_BYTES = 8_000
MEMORY_LIMIT = 1.2
CRITERIA = tuple(f"{model}.{place}" for model in range(1, 6) for place in range(1, 9))[:36]
PORTION = 2_000
MANY, FEW = 100_000, 1_000
ROUNDS = 15
FIRST = datetime(2026, 1, 5, 9, tzinfo=UTC)

NOTE = "Liet tijdens de kring twee leerlingen elkaar verder helpen en kwam daar bij de afsluiting op terug."
SHEET = Sheet(
    {code: Rating(code, "VVG"[place % 3], NOTE if place % 6 == 0 else "") for place, code in enumerate(CRITERIA)},
    {Place.STRENGTH: "Je ziet elk kind.", Place.DEVELOPMENT: "Bouw rust in bij overgangen."},
)
"""A level everywhere, and a note at every sixth criterion."""

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
        places = {count: Path(folder) / str(count) for count in (MANY, FEW)}
        many, few = (_filled(place, count) for count, place in places.items())
        bare = _bare(Path(folder) / "bare.db", many)
        over = [*_pages(many, few), *_searching(many, bare), _opening(many), _memory(many, few), _size(places[MANY])]
        for database in (many, few, bare):
            database.close()
    return int(any(over))


def _pages(many: Database, few: Database) -> Iterator[bool]:
    for name, page in PAGES.items():
        mine, small = _median(many, page), _median(few, page)
        print(
            f"{name:16} {mine * 1e3:7.2f} ms, among {FEW:,} {small * 1e3:6.2f} ms: ratio {mine / small:.2f} (limit 4)"
        )
        yield mine / small > PAGE_LIMIT
    ratio = _paired(many, PAGES["changed last"], lambda unit: unit.connection.exec_driver_sql(_PAGE).all())
    print(f"the first page, against bare SQL: ratio {ratio:.2f} (limit {BARE_LIMIT})")
    yield ratio > BARE_LIMIT


def _searching(many: Database, bare: Database) -> Iterator[bool]:
    def search(unit: Unit) -> object:
        return unit.dossiers.lines("niemand heet zo")

    ratio = _paired(many, search, lambda unit: unit.connection.exec_driver_sql(_SCAN.format("dossiers")).all())
    print(f"nobody found, against a bare scan of the keys: ratio {ratio:.2f} (limit {BARE_LIMIT})")
    yield ratio > BARE_LIMIT
    mine = _median(many, search)
    scan = _median(bare, lambda unit: unit.connection.exec_driver_sql(_SCAN.format("keys")).all())
    print(f"nobody found     {mine * 1e3:7.2f} ms, of keys alone {scan * 1e3:6.2f} ms: {mine / scan:.2f} (limit 3)")
    yield mine / scan > SCAN_LIMIT


def _opening(many: Database) -> bool:
    ratio = _paired(many, lambda unit: unit.dossiers.get("d77777"), _bare_dossier)
    print(f"opening a dossier, against bare SQL: ratio {ratio:.2f} (limit {BARE_LIMIT})")
    return ratio > BARE_LIMIT


def _bare_dossier(unit: Unit) -> None:
    for query in _DOSSIER:
        unit.connection.exec_driver_sql(query, ("d77777",)).all()


def _memory(many: Database, few: Database) -> bool:
    peaks = []
    for database in (many, few):
        tracemalloc.start()
        with database.reading() as unit:
            unit.dossiers.lines()
            unit.dossiers.count()
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    print(
        f"memory of a page {peaks[0] / 1e3:.0f} kB, among {FEW:,} {peaks[1] / 1e3:.0f} kB (limit {MEMORY_LIMIT} times)"
    )
    return peaks[0] / peaks[1] > MEMORY_LIMIT


def _size(folder: Path) -> bool:
    bytes_each = (folder / DATABASE_NAME).stat().st_size / MANY
    print(f"{bytes_each:,.0f} bytes a dossier (limit {MOST_BYTES:,})")
    return bytes_each > MOST_BYTES


_PAGE = (
    "SELECT d.id, d.number, d.student_id, s.first_name, s.prefix, s.last_name, s.number, d.programme,"
    " d.variant, d.phase, d.instrument_id, d.instrument_version, d.assessor_id, p.name, d.activity_day, d.state,"
    " d.attempt, d.revision,"
    " d.result_outcome, d.scored, d.total, d.changed_at FROM dossiers d JOIN students s ON s.id = d.student_id"
    " JOIN people p ON p.id = d.assessor_id ORDER BY d.changed_at DESC, d.number DESC LIMIT 50"
)
_DOSSIER = (
    "SELECT * FROM dossiers WHERE id = ?",
    "SELECT * FROM ratings WHERE dossier_id = ?",
    "SELECT * FROM passages WHERE dossier_id = ?",
)
_SCAN = (
    "SELECT search_key FROM {} WHERE search_key LIKE '%%niemand%%' AND search_key LIKE '%%heet%%'"
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
        for start in range(0, count, PORTION):
            some = numbers[start : start + PORTION]
            unit.dossiers.add_all([_new(start + n, number, students, key) for n, number in enumerate(some)])
    with workspace.writing() as unit:
        # What a new file still has in its log belongs to its size.
        unit.connection.exec_driver_sql("UPDATE dossier_numbers SET last = last")
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
        sheet=SHEET,
    )
    return NewDossier(dossier, len(CRITERIA))


def _bare(path: Path, many: Database) -> Database:
    bare = Database(embedded(path, bytes(32)))
    with many.reading() as unit:
        keys = unit.connection.exec_driver_sql("SELECT search_key FROM dossiers").all()
    with bare.writing() as unit:
        unit.connection.exec_driver_sql("CREATE TABLE keys (search_key TEXT NOT NULL)")
        unit.connection.exec_driver_sql("INSERT INTO keys VALUES (?)", [tuple(key) for key in keys])
    return bare


def _paired(database: Database, mine: Callable[[Unit], object], bare: Callable[[Unit], object]) -> float:
    """The median of the ratios of rounds that follow on each other, so that others on the machine slow both."""
    for ask in (mine, bare):
        _time(database, ask)
    return statistics.median(_time(database, mine) / _time(database, bare) for _ in range(10 * ROUNDS))


def _time(database: Database, ask: Callable[[Unit], object]) -> float:
    with database.reading() as unit:
        start = time.perf_counter()
        ask(unit)
        return time.perf_counter() - start


def _median(database: Database, ask: Callable[[Unit], object]) -> float:
    return statistics.median(_time(database, ask) for _ in range(ROUNDS))


if __name__ == "__main__":
    raise SystemExit(main())
