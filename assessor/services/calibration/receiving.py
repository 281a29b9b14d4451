"""Taking in what comes back for a session, in any number and of any kind; per file who, how complete, or why not.

What is taken is sealed at once. Nothing that is told of a file repeats what somebody scored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.domain.calibration.envelope import SealedScores
from assessor.domain.calibration.online import Column
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Problem
from assessor.exchange.online_export import OnlineExport
from assessor.exchange.returned_scores import ScoresFile, files_of, read_scores_file
from assessor.services.calibration.arrival_refusals import WHO_UNKNOWN
from assessor.services.calibration.intake import Taken
from assessor.services.calibration.leading import require_lead
from assessor.services.calibration.seal import Seal
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk

if TYPE_CHECKING:
    from assessor.services.calibration.reading import Reading

Progress = Callable[[int, int], bool]
_AT_ONCE = 25
"""Files that are sealed together, so that stopping keeps what was read until then."""


@dataclass(frozen=True)
class FileTaken:
    """What became of one file; never what it says.

    Attributes:
        name: its name, without its folder; of a file in a zip or mail both names.
        path: the file that was chosen.
        taken: whose scores were sealed, and how.
        refusal: why nothing was, None when something was.
        rows: of a file with many people, why some rows were not taken.
        problems: what was not understood of what was taken.
        way: how it came; None while that is not known.
        columns: of an export whose columns are not known yet.
        is_for_all: whether it is a form that does not say whose it is by itself.
        written: what somebody wrote on a form for all to say whose it is; "" for nothing that can be a name.
    """

    name: str
    path: Path
    taken: tuple[Taken, ...] = ()
    refusal: KnownError | None = None
    rows: tuple[KnownError, ...] = ()
    problems: tuple[Problem, ...] = ()
    way: ReturnWay | None = None
    columns: tuple[Column, ...] = ()
    is_for_all: bool = False
    written: str = ""

    @property
    def asks_who(self) -> bool:
        """Whether it can be taken once somebody says whose it is."""
        return self.is_for_all and self.refusal is not None and self.refusal.code in WHO_UNKNOWN


def _go_on(_done: int, _total: int) -> bool:
    return True


class Receiving:
    """The use cases of taking in, all the lead's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take(
        self,
        session_id: str,
        paths: Sequence[Path],
        progress: Progress = _go_on,
        *,
        who: str = "",
        only: str = "",
    ) -> tuple[list[FileTaken], Changes]:
        """Seal what came back in files and folders; a refusal keeps no other file out.

        Args:
            session_id: the session.
            paths: files, zips and saved mails, or folders with these.
            progress: called with files done and total; answers False to stop, what was read until then is kept.
            who: participant id, code or name for forms that do not say whose they are.
            only: of files in a zip or mail the one with this name.

        Raises KnownErrors ``not-session-lead``, ``session-concluded``, ``round-not-there``.
        """
        self._require_ready(session_id)
        found: list[FileTaken] = []
        part: list[tuple[Path, str, ScoresFile | KnownError]] = []
        for each in _read(files_of(paths), progress):
            if not only or each[1] == only:
                part.append(each)
            if len(part) >= _AT_ONCE:
                found += self._seal(session_id, part, who)
                part = []
        found += self._seal(session_id, part, who)
        return found, (Change("calibration", session_id, "board"),)

    def remember(self, session_id: str, roles: Mapping[str, str]) -> Changes:
        """Remember what the columns of the export of an online form answer, by heading, for the round it is for."""
        from assessor.services.calibration.reading import online_round, remembered, setting_of

        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            one = online_round(unit.calibration_rounds.of(session_id))
            unit.settings.set(setting_of(one.id), {**remembered(unit, one.id), **roles})
        return ()

    def _require_ready(self, session_id: str) -> None:
        from assessor.services.calibration.leading import round_of

        with self._desk.workspace.reading() as unit:
            session = unit.calibration_sessions.get(session_id)
            require_lead(self._desk, session)
            session.require_unconcluded()
            round_of(unit, session_id, 1)

    def _seal(
        self, session_id: str, part: Sequence[tuple[Path, str, ScoresFile | KnownError]], who: str
    ) -> list[FileTaken]:
        from assessor.services.calibration.reading import Reading

        if not part:
            return []
        with self._desk.workspace.writing() as unit:
            session = unit.calibration_sessions.get(session_id)
            lead = require_lead(self._desk, session)
            seal = Seal(self._desk, unit, session, lead.id)
            reading = Reading(unit, session, seal, who)
            found = [_taken(reading, path, name, one) for path, name, one in part]
            seal.finish()
        return found


def _read(files: Sequence[Path], progress: Progress) -> Iterator[tuple[Path, str, ScoresFile | KnownError]]:
    for done, path in enumerate(files):
        if not progress(done, len(files)):
            return
        for name, one in read_scores_file(path):
            yield path, name, one
            if not progress(done, len(files)):
                return


def _taken(reading: Reading, path: Path, name: str, one: ScoresFile | KnownError) -> FileTaken:
    blank = FileTaken(name, path)
    if isinstance(one, KnownError):
        return replace(blank, refusal=one)
    if isinstance(one, OnlineExport):
        return reading.online(blank, one)
    if isinstance(one, SealedScores):
        return reading.sealed(blank, one)
    if isinstance(one, tuple):
        return reading.table(blank, one)
    return reading.form(blank, one)
