"""Kills the program with -9 at random moments of its work and looks each time at what is left of it.

    python -m tests.end_to_end.kills [COUNT] [SEED]

Each time a program opens the workspace that the last one left behind, and scores, imports, receives forms or makes
backups until it is killed, at a moment drawn between its start and the `longest` of the work. Then another one opens
the workspace, checks all of it (file, references, chains), and looks up every step that was acknowledged; of the step
that was under way all must be there, or nothing. The works follow on each other in a random order, in one workspace
that is begun anew after each `PART` kills.

Programs are forked from this one, so this runs on Linux and macOS.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assessor.application import Application
from assessor.domain.people import Role
from assessor.domain.student import Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms as shipped
from assessor.services.assessments import Start
from assessor.services.desk import Desk
from assessor.storage.keys import FromKeyring
from assessor.storage.workspace import Workspace
from tests.end_to_end.killed_works import WORKS, Place, Receiving, Work

PART = 100
MORNING = datetime(2026, 1, 20, 8, 0, tzinfo=UTC)
PASSPHRASE = "zeven houten klompen"


@dataclass
class Drawer:
    """A keyring in memory, so that opening takes no Argon2."""

    keys: dict[str, bytes] = field(default_factory=dict)

    def get(self, workspace_id: str) -> bytes | None:
        """The key, if there is one."""
        return self.keys.get(workspace_id)

    def put(self, workspace_id: str, key: bytes) -> None:
        """Keep a key."""
        self.keys[workspace_id] = key

    def forget(self, workspace_id: str) -> None:
        """Forget a key."""
        self.keys.pop(workspace_id, None)


@dataclass
class Tally:
    """What was seen.

    Attributes:
        kills: by work.
        steps: acknowledged, by work.
        in_use: kills that hit a program in the middle of a step, by work (the others came while it was opening).
        faults: what was lost; empty when all is well.
    """

    kills: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)
    in_use: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


class Bench:
    """One workspace, and how far each work in it was acknowledged.

    Attributes:
        was_opened: whether a program said that it had it open; the first ones may be killed before.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "kast"
        self._drawer = Drawer()
        self._person = ""
        self.was_opened = False
        self._begin(folder)

    def _begin(self, folder: Path) -> None:
        workspace, _code = Workspace.create(self._path, passphrase=PASSPHRASE, keyring=self._drawer)
        application = _application(workspace)
        person, _ = application.people.add("Noor Wilgenhout", frozenset({Role.ASSESSOR}), trained=date(2023, 6, 1))
        application.people.appoint(person.id, "pabo", date(2025, 9, 1), date(2026, 8, 31), "EC-2025-04")
        application.people.sign_in(person.id)
        student, _ = application.students.add(Student("", "500001", "Fleur", "", "Linde", "pabo", "voltijd", "jaar-3"))
        dossier, _ = application.assessments.start(Start(student.id))
        self._person = person.id
        place = Place(dossier.id, student.id, folder)
        self.works: list[Work] = [work(place) for work in WORKS]
        self.acknowledged = [1] * len(self.works)
        for work in self.works:
            if isinstance(work, Receiving):
                work.send(application)
            # The first step is done here, so that the programs that are forked have imported what they need.
            work.step(application, 0)
        application.close()

    def open(self) -> Application:
        """Open the workspace, as the next program does."""
        application = _application(Workspace.open(self._path, unlock=FromKeyring(self._drawer)))
        application.people.sign_in(self._person)
        return application

    def go_on(self, turn: int, say: Callable[[str], object]) -> None:
        """Do one of the works, step after step, and say of each that it is done."""
        application = self.open()
        say("open")
        work, number = self.works[turn], self.acknowledged[turn]
        while True:
            work.step(application, number)
            number += 1
            say("done")

    def look(self, say: Callable[[str], object]) -> None:
        """Say what is wrong with the workspace; nothing when all is well."""
        application = self.open()
        if self.was_opened and not application.desk.workspace.was_left_open:
            say("the workspace does not know that it was left open")
        for finding in application.desk.workspace.check():
            say(f"the workspace is not sound: {finding}")
        for work, acknowledged in zip(self.works, self.acknowledged, strict=True):
            work.look(application, acknowledged)
        say("looked")


def main(count: int, seed: int) -> int:
    """Kill so many times, tell the count, and answer 1 when something was lost."""
    draw = random.Random(seed)
    tally = Tally()
    started = time.monotonic()
    while sum(tally.kills.values()) < count and not tally.faults:
        part = min(PART, count - sum(tally.kills.values()))
        with tempfile.TemporaryDirectory() as folder:
            _part(Bench(Path(folder)), part, draw, tally)
        _tell(f"{sum(tally.kills.values())} of {count} kills, {time.monotonic() - started:.0f} s")
    for name, kills in tally.kills.items():
        _tell(f"{name}: {kills} kills, {tally.in_use[name]} of them at work; {tally.steps[name]} steps acknowledged")
    for fault in tally.faults:
        _tell(f"LOST {fault}")
    _tell(f"seed {seed}: {sum(tally.kills.values())} kills, {len(tally.faults)} times something lost or unsound")
    return 1 if tally.faults else 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _part(bench: Bench, count: int, draw: random.Random, tally: Tally) -> None:
    for _ in range(count):
        turn = draw.randrange(len(bench.works))
        name = bench.works[turn].name
        said = _forked(lambda say, turn=turn: bench.go_on(turn, say), draw.uniform(0.0, bench.works[turn].longest))  # type: ignore[misc]
        tally.kills[name] += 1
        wrong = [line for line in said if line not in ("open", "done")]
        done = said.count("done")
        bench.acknowledged[turn] += done
        tally.steps[name] += done
        tally.in_use[name] += "open" in said
        bench.was_opened |= "open" in said
        seen = _forked(bench.look, None)
        if seen != ["looked"] or wrong:
            tally.faults += [f"{name}: {line}" for line in (*wrong, *seen) if line != "looked"] or [f"{name}: no look"]
            return


def _forked(job: Callable[[Callable[[str], object]], object], moment: float | None) -> list[str]:
    """What a program said: until it is killed, so many seconds after its start, or (None) until its end."""
    reader, writer = os.pipe()
    program = os.fork()
    if program == 0:
        _run(job, writer)
    os.close(writer)
    if moment is not None:
        time.sleep(moment)
        os.kill(program, signal.SIGKILL)
    with os.fdopen(reader, "rb") as said:
        lines = said.read().decode().splitlines()
    os.waitpid(program, 0)
    return lines


def _run(job: Callable[[Callable[[str], object]], object], writer: int) -> None:
    """The program itself; it ends without closing anything."""
    try:
        job(lambda line: os.write(writer, f"{line}\n".encode()))
    except BaseException:  # noqa: BLE001 - a program of its own, whose end is told to the other
        os.write(writer, traceback.format_exc()[-2_000:].replace("\n", " | ").encode() + b"\n")
    finally:
        os._exit(0)


def _application(workspace: Workspace) -> Application:
    start = time.monotonic()
    return Application(
        Desk(workspace, Catalogue(shipped()), now=lambda: MORNING + timedelta(seconds=time.monotonic() - start))
    )


if __name__ == "__main__":
    raise SystemExit(
        main(
            int(sys.argv[1]) if len(sys.argv) > 1 else 1_000,
            int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**32),
        )
    )
