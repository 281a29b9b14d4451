"""Tables of scores: a whole session made from one, and what a table says of each person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.round import Marks, ReturnWay, RoundWay
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument
from assessor.domain.text import Text, same
from assessor.exchange.score_table import ScoreLine, place, read_scores
from assessor.services.calibration.intake import Incoming
from assessor.services.calibration.preparing import Invited, NewSession, Preparing
from assessor.services.calibration.rounds import Rounds
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk


class Tables:
    """The use cases that read tables of scores."""

    def __init__(self, desk: Desk, preparing: Preparing, rounds: Rounds) -> None:
        self._desk = desk
        self._preparing = preparing
        self._rounds = rounds

    def new_session(self, instrument: Instrument, models: Sequence[str], path: Path) -> tuple[Session, Changes]:
        """A session with a closed first round, made from a long table.

        A second round in the table comes after the first, which is then onthuld; it is closed too. The criteria are
        those of the models; a table that holds a part of them leaves the others unscored.

        Raises KnownErrors of the table, ``criterion-not-asked``, ``score-level-unknown``; nothing is kept then.
        """
        lines = read_scores(path)
        # Not the file's name: it may hold somebody's, and the title stands on the group report.
        title = Text("Kalibreersessie {name}", "Calibration session {name}").fill(name=instrument.title).nl
        new = NewSession(title, instrument, tuple(models), self._desk.today())
        self._require_fitting(new, lines, path.name)
        session, _ = self._preparing.start(new)
        codes = list(dict.fromkeys(line.work for line in lines))
        self._preparing.add_casussen(session.id, [_casus(code) for code in codes])
        names = list(dict.fromkeys(line.assessor for line in lines))
        people, _ = self._preparing.invite(session.id, [Invited(name) for name in names])
        ids = {name: one.id for name, one in zip(names, people, strict=True)}
        self._preparing.make_rooms(session.id)
        for number in sorted({line.round for line in lines}):
            part = [line for line in lines if line.round == number]
            if number > 1:
                self._rounds.reveal(session.id)
            self._rounds.open(session.id, RoundWay.BLIND, list(dict.fromkeys(line.criterion for line in part)))
            self._rounds.receive(session.id, incoming_of(path.name, part, ids), ReturnWay.TABLE)
            self._rounds.close(session.id, FROM_TABLE.nl)
        return session, (Change("calibration", session.id),)

    def _require_fitting(self, new: NewSession, lines: Sequence[ScoreLine], name: str) -> None:
        """Refuse a table that does not fit before anything of it is kept."""
        from assessor.services.calibration.intake import criterion_unknown, level_unknown
        from assessor.services.calibration.preparing import models_of

        asked = [one.code for code in models_of(new) for one in new.instrument.model(code).criteria]
        for line in lines:
            if line.criterion not in asked:
                raise criterion_unknown(asked, place(name, line.row))
            marks = new.instrument.model_of[line.criterion].scale.marks
            if line.level and line.level not in marks:
                raise level_unknown(line.criterion, marks, place(name, line.row))
        rounds = {line.round for line in lines}
        if rounds != set(range(1, len(rounds) + 1)):
            raise KnownError(
                "round-missing",
                Text("In deze tabel ontbreekt een ronde.", "A round is missing in this table."),
                Text("Tel de rondes vanaf 1.", "Count the rounds from 1."),
                same(name),
            )


FROM_TABLE = Text("scores kwamen uit een tabel", "scores came from a table")
"""Why a round that came in with a table was closed."""


def _casus(code: str) -> Casus:
    return Casus("", "", code, CasusKind.OTHER, "", FROM_TABLE.nl, anonymised=True)


def incoming_of(name: str, lines: Sequence[ScoreLine], ids: Mapping[str, str]) -> list[Incoming]:
    """One entry a person, in order of appearance; by id where it is known."""
    people: dict[str, list[ScoreLine]] = {}
    for line in lines:
        people.setdefault(line.assessor, []).append(line)
    return [
        Incoming(ids.get(who, who), _marks(own), _notes(own), where=place(name, own[0].row))
        for who, own in people.items()
    ]


def _marks(lines: Sequence[ScoreLine]) -> Marks:
    found: dict[str, dict[str, str]] = {}
    for line in lines:
        given = found.setdefault(line.work, {})
        if line.level:
            given[line.criterion] = line.level
    return found


def _notes(lines: Sequence[ScoreLine]) -> Marks:
    found: dict[str, dict[str, str]] = {}
    for line in lines:
        if line.note:
            found.setdefault(line.work, {})[line.criterion] = line.note
    return found
