"""A level from the service call to committed, against a bare SQLCipher commit of the same rows. Limit: p95 at 8 times.

    python -m benchmarks.rating

The bare side writes the same rows (rating, step, counters of the dossier) to a database of the same shape with such a
key, WAL and synchronous=FULL, through the driver alone. Both take turns, so that a busy disk weighs on both alike.
"""

from __future__ import annotations

import itertools
import secrets
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from assessor.application import Application
from assessor.domain.dossier import Activity
from assessor.domain.people import Role
from assessor.domain.student import Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from assessor.services.assessments import Start
from assessor.services.desk import Desk
from assessor.storage.workspace import Workspace

LIMIT = 8.0
MAIN_THREAD_MS = 20.0
ROUNDS = 400


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        app, dossier_id = opened(Path(folder) / "workspace")
        bare = _bare(Path(folder) / "bare.db")
        codes = itertools.cycle(app.desk.instrument_of(app.work.dossier(dossier_id)).criteria)
        ours, theirs = [], []
        for round_, (code, mark) in enumerate(zip(codes, itertools.cycle("OVG"), strict=False)):
            if round_ == ROUNDS:
                break
            start = time.perf_counter()
            app.assessments.rate(dossier_id, code, mark)
            between = time.perf_counter()
            _commit(bare, code, mark, round_)
            theirs.append(time.perf_counter() - between)
            ours.append(between - start)
        app.close()
    mine, their = _p95(ours), _p95(theirs)
    median, worst = statistics.median(ours), max(ours)
    print(f"rate: median {median * 1e3:.2f} ms, p95 {mine * 1e3:.2f} ms, worst {worst * 1e3:.1f} ms")
    print(f"bare commit: median {statistics.median(theirs) * 1e3:.2f} ms, p95 {their * 1e3:.2f} ms")
    print(f"ratio of the p95s: {mine / their:.2f} (limit {LIMIT}); limit on the main thread {MAIN_THREAD_MS} ms")
    return 0 if mine / their <= LIMIT and mine * 1e3 <= MAIN_THREAD_MS else 1


def opened(folder: Path) -> tuple[Application, str]:
    """A workspace with one open dossier, and its assessor at the keyboard."""
    workspace, _ = Workspace.create(folder, passphrase=secrets.token_hex(), keyring=None)
    app = Application(Desk(workspace, Catalogue(forms())))
    person, _ = app.people.add("Noor Wilgenhout", frozenset({Role.ASSESSOR}))
    app.people.sign_in(person.id)
    student, _ = app.students.add(Student("", "1", "Fleur", "", "Zonnedauw", "pabo", "voltijd", "jaar-3"))
    dossier, _ = app.assessments.start(Start(student.id, Activity(app.desk.today(), "groep 5", "Breuken")))
    return app, dossier.id


def _bare(file: Path) -> sqlcipher.Connection:
    connection = sqlcipher.connect(str(file), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE ratings (dossier, criterion, mark, at, PRIMARY KEY (dossier, criterion))")
    connection.execute("CREATE TABLE steps (dossier, number, before, after, PRIMARY KEY (dossier, number))")
    connection.execute("CREATE TABLE dossiers (id PRIMARY KEY, scored, changes, at)")
    connection.execute("INSERT INTO dossiers VALUES ('d', 0, 0, '')")
    return connection


def _commit(connection: sqlcipher.Connection, code: str, mark: str, number: int) -> None:
    at = datetime.now(UTC).isoformat()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT OR REPLACE INTO ratings VALUES ('d', ?, ?, ?)", (code, mark, at))
    connection.execute("INSERT INTO steps VALUES ('d', ?, ?, ?)", (number, code, mark))
    connection.execute("UPDATE dossiers SET scored = scored + 1, changes = changes + 1, at = ? WHERE id = 'd'", (at,))
    connection.execute("COMMIT")


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


if __name__ == "__main__":
    raise SystemExit(main())
