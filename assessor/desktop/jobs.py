"""One job runner: its own signals, a thread for the database and one for computing; superseded results are dropped.

A job is a plain function. Signals live here and not in the runnable: a QObject that dies on a pool thread takes the
program along.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from assessor.domain.errors import KnownError

Lane = Literal["database", "computing"]
Progress = Callable[[int, int], bool]
"""Called by a job with steps done and steps in all; answers False when the user stopped it."""


class _Run(QRunnable):
    """A job on its way through a pool; it holds plain data and the runner that it reports to."""

    def __init__(self, jobs: Jobs, number: int, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._jobs = jobs
        self._number = number
        self._work = work

    def run(self) -> None:
        """Do the work and report the result or what went wrong; nothing may escape into the pool."""
        try:
            result = self._work(self._progress)
        except Exception as error:  # noqa: BLE001 - handed to the one report path, never swallowed
            self._jobs.done.emit(self._number, None, error)
        else:
            self._jobs.done.emit(self._number, result, None)

    def _progress(self, done: int, total: int) -> bool:
        self._jobs.progressed.emit(self._number, done, total)
        return not self._jobs.is_stopped(self._number)


class Jobs(QObject):
    """Runs jobs beside the screen.

    Signals (of the runner itself, not for pages):
        done: number of the job, its result, its error.
        progressed: number of the job, steps done, steps in all.
    """

    done = Signal(int, object, object)
    progressed = Signal(int, int, int)

    def __init__(
        self,
        on_known: Callable[[KnownError], None],
        on_bug: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_known = on_known
        self._on_bug = on_bug
        self._pools = {"database": QThreadPool(self), "computing": QThreadPool(self)}
        for pool in self._pools.values():
            pool.setMaxThreadCount(1)
        self._last = 0
        self._waiting: dict[int, tuple[str, Callable[[Any], None], Callable[[int, int], None] | None]] = {}
        self._stopped: set[int] = set()
        self._closed = False
        self.done.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(self._advance, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        subject: str,
        work: Callable[[Progress], Any],
        on_result: Callable[[Any], None],
        *,
        lane: Lane = "database",
        on_progress: Callable[[int, int], None] | None = None,
    ) -> int:
        """Start a job; an earlier one on the same subject is stopped and its result dropped. Answers its number."""
        for number, (other, _, _) in list(self._waiting.items()):
            if other == subject:
                self.stop(number)
                del self._waiting[number]
        self._last += 1
        if not self._closed:
            self._waiting[self._last] = (subject, on_result, on_progress)
            self._pools[lane].start(_Run(self, self._last, work))
        return self._last

    def stop(self, number: int) -> None:
        """Ask a job to stop at its next step; what it answers is still delivered."""
        self._stopped.add(number)

    def is_stopped(self, number: int) -> bool:
        """Whether a job was asked to stop."""
        return number in self._stopped

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._waiting

    def close(self) -> None:
        """Stop everything and wait until the threads are free, before the workspace closes.

        Nothing is delivered and nothing starts after it: a page that hears of its list now would ask the closed
        workspace for the next one, on a thread that nobody waits for any more.
        """
        self._closed = True
        self._stopped.update(self._waiting)
        for pool in self._pools.values():
            pool.waitForDone()
        self._waiting.clear()

    @Slot(int, object, object)
    def _finish(self, number: int, result: Any, error: BaseException | None) -> None:  # noqa: ANN401 - of any job
        self._stopped.discard(number)
        waiting = self._waiting.pop(number, None)
        if isinstance(error, KnownError):
            self._on_known(error)
        elif error is not None:
            self._on_bug(error)
        elif waiting is not None:
            waiting[1](result)

    @Slot(int, int, int)
    def _advance(self, number: int, done: int, total: int) -> None:
        waiting = self._waiting.get(number)
        if waiting is not None and waiting[2] is not None:
            waiting[2](done, total)
