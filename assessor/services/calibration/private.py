"""What is one participant's own: seen by that person at the keyboard, or written into a file that only they open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessor.agreement.profile import Profile, profiles
from assessor.agreement.remarks import severity as severity_sentence
from assessor.agreement.severity import crossed, severities
from assessor.agreement.table import Table
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.record import Changed, Different, PrivateRecord
from assessor.domain.calibration.room import Participant
from assessor.domain.calibration.round import Round, RoundWay, Scores, round_open, round_sealed
from assessor.domain.calibration.session import FEW, Session
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument
from assessor.domain.text import Text
from assessor.services.calibration.figures import Sitting, table_of
from assessor.services.calibration.keeping import last_day
from assessor.services.calibration.leading import instrument_of
from assessor.services.desk import Desk
from assessor.storage.unit import Unit


class Private:
    """The use case of the page *Voor jou*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def own(self, session_id: str) -> PrivateRecord:
        """The page of the person at the keyboard, and of nobody else.

        Raises KnownErrors ``round-open``, ``round-sealed``, ``no-own-scores``, ``scores-erased``.
        """
        person = self._desk.require_actor()
        with self._desk.workspace.reading() as unit:
            session = unit.calibration_sessions.get(session_id)
            found = private_records(unit, session)
        for record in found:
            if record.participant.person_id == person.id:
                return record
        raise KnownError(
            "no-own-scores",
            Text("Van jou zijn er in deze sessie geen scores.", "There are no scores of yours in this session."),
            Text("Alleen wie meescoorde heeft hier een pagina.", "Only who scored has a page here."),
        )


def private_records(unit: Unit, session: Session) -> list[PrivateRecord]:
    """A record of everyone whose scores counted; the caller gives each to that person only.

    Raises KnownErrors ``round-open``, ``round-sealed`` before the first reveal, ``scores-erased``.
    """
    rounds = unit.calibration_rounds.of(session.id)
    first = rounds[0] if rounds else None
    if first is None or first.is_open:
        raise round_open(1)
    if not first.is_revealed:
        raise round_sealed(1)
    scores = unit.calibration_rounds.opened(first.id)
    if session.erased_on is not None or not scores:
        raise KnownError(
            "scores-erased",
            Text("De persoonlijke scores van deze sessie zijn gewist.", "The personal scores were erased."),
            Text("Het groepsverslag en de presentielijst zijn er nog.", "The group report and attendance list stay."),
        )
    later = next((one for one in reversed(rounds) if one.number > 1 and one.is_revealed), None)
    return list(_Own(unit, session, first, later, scores).records())


class _Own:
    """Everything of a session that private records share."""

    def __init__(
        self, unit: Unit, session: Session, first: Round, later: Round | None, scores: Mapping[str, Scores]
    ) -> None:
        self._session, self._first, self._later, self._scores = session, first, later, scores
        self._people = unit.calibration_rooms.participants(session.id)
        self._instrument: Instrument = instrument_of(unit, session)
        self._casussen = unit.calibration_sessions.casussen(session.id)
        self._day = unit.calibration_sessions.day(session.day_id)
        self._until = last_day(unit, session)
        blind = later is not None and later.way is RoundWay.BLIND
        self._again = unit.calibration_rounds.opened(later.id) if later is not None and blind else {}
        figures = unit.calibration_rounds.figures(first.id)
        self._few = len(scores) < FEW
        self._group = figures.by_casus if figures is not None and not self._few else {}
        self._words = figures.words if figures is not None else ()
        sitting = Sitting(session, self._instrument, self._casussen, {})
        self._table: Table = table_of(sitting, first.criteria, scores, reference=later is not None)

    def records(self) -> Sequence[PrivateRecord]:
        """One for everyone whose scores counted, by name."""
        found = profiles(self._table, severities(self._table, crossed(self._table)))
        places = {name: place for place, name in enumerate(self._table.assessors)}
        return [
            self._record(one, self._scores[one.id], found[places[one.id]])
            for one in self._people
            if one.id in self._scores
        ]

    def _record(self, one: Participant, own: Scores, profile: Profile) -> PrivateRecord:
        table = self._table
        different = tuple(
            Different(
                table.works[int(table.work_of[each.item])],
                table.criteria[int(table.criterion_of[each.item])],
                self._words[each.own],
                self._words[each.most],
            )
            for each in profile.different
        )
        said = severity_sentence(profile, len(self._casussen))
        return PrivateRecord(
            one,
            self._day,
            self._session,
            self._instrument,
            tuple(self._casussen),
            own.own_code or one.code,
            self._until,
            own.marks,
            own.notes,
            self._group,
            self._words,
            0 if self._few else profile.compared,
            0 if self._few else profile.as_most,
            () if self._few else different,
            Text(said.nl, said.en),
            profile.use,
            () if self._few else profile.use_of_others,
            profile.scores,
            profile.halo,
            self._few,
            self._changed(one, own),
            self._beside_reference(own),
        )

    def _changed(self, one: Participant, own: Scores) -> tuple[Changed, ...] | None:
        if one.id not in self._again:
            return None
        again = self._again[one.id]
        return tuple(
            Changed(casus.code, code, self._word(code, old), self._word(code, new))
            for casus in self._casussen
            for code, new in again.marks.get(casus.id, {}).items()
            for old in [own.marks.get(casus.id, {}).get(code)]
            if old is not None and old != new
        )

    def _beside_reference(self, own: Scores) -> tuple[int, int] | None:
        """Only after a second round; on how many of how many criteria the level is the reference's."""
        wanted = [(casus, code, mark) for casus in self._casussen for code, mark in _reference(casus, self._first)]
        if self._later is None or not wanted:
            return None
        alike = sum(own.marks.get(casus.id, {}).get(code) == mark for casus, code, mark in wanted)
        return alike, len(wanted)

    def _word(self, code: str, mark: str) -> Text:
        return self._instrument.model_of[code].scale.word(mark)


def _reference(casus: Casus, first: Round) -> list[tuple[str, str]]:
    return [(code, mark) for code, mark in casus.reference.items() if code in first.criteria]
