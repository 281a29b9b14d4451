"""The list of dossiers: one line each, without the sheet, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select

from assessor.domain.dossier import State
from assessor.domain.instrument import Outcome
from assessor.domain.text import Text
from assessor.storage import tables
from assessor.storage.rows import AnyRow, matches

Order = Literal["changed", "student", "number"]
"""How a list stands: what changed last first, by last name of the student, or by number with the newest first."""


class Standing(StrEnum):
    """How far a dossier is, as lists sort it: a concept is *te doen*, under way or *volledig*; else its state."""

    TO_DO = "te_doen"
    """A concept in which no criterion bears a mark yet."""
    CONCEPT = "concept"
    COMPLETE = "volledig"
    """A concept in which every criterion bears a mark."""
    FINAL = "definitief"
    ANNOUNCED = "bekendgemaakt"
    NO_SHOW = "niet_verschenen"
    BROKEN_OFF = "afgebroken"
    WITHDRAWN = "ingetrokken"

    @property
    def word(self) -> Text:
        """The standing as a list calls it."""
        return _OWN_WORDS[self] if self in _OWN_WORDS else State(self.value).word


_OWN_WORDS = {
    Standing.TO_DO: Text("te doen", "to do"),
    Standing.CONCEPT: Text("concept", "draft"),
    Standing.COMPLETE: Text("volledig", "complete"),
}


def _standing(state: State, scored: int, total: int) -> Standing:
    if state is not State.CONCEPT:
        return Standing(state.value)
    if scored == 0:
        return Standing.TO_DO
    return Standing.COMPLETE if scored >= total else Standing.CONCEPT


class DossierLine(NamedTuple):
    """What a list shows of one dossier; `scored` of `total` criteria carry a mark."""

    id: str
    number: str
    student_id: str
    student_name: str
    student_number: str
    programme: str
    variant: str
    phase: str
    instrument_id: str
    instrument_version: str
    assessor_id: str
    assessor_name: str
    activity_day: date | None
    state: State
    attempt: int
    revision: int
    outcome: Outcome | None
    scored: int
    total: int
    changed_at: datetime

    @property
    def standing(self) -> Standing:
        """How far the dossier is."""
        return _standing(self.state, self.scored, self.total)


_dossiers, _students, _people = tables.dossiers, tables.students, tables.people

_LINES = (
    select(
        _dossiers.c.id,
        _dossiers.c.number,
        _dossiers.c.student_id,
        _students.c.first_name,
        _students.c.prefix,
        _students.c.last_name,
        _students.c.number.label("student_number"),
        _dossiers.c.programme,
        _dossiers.c.variant,
        _dossiers.c.phase,
        _dossiers.c.instrument_id,
        _dossiers.c.instrument_version,
        _dossiers.c.assessor_id,
        _people.c.name.label("assessor_name"),
        _dossiers.c.activity_day,
        _dossiers.c.state,
        _dossiers.c.attempt,
        _dossiers.c.revision,
        _dossiers.c.result_outcome,
        _dossiers.c.scored,
        _dossiers.c.total,
        _dossiers.c.changed_at,
    )
    .join_from(_dossiers, _students)
    .join(_people, _people.c.id == _dossiers.c.assessor_id)
)

_ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    "changed": (_dossiers.c.changed_at.desc(), _dossiers.c.number.desc()),
    "student": (_dossiers.c.student_key, _dossiers.c.number),
    "number": (_dossiers.c.number.desc(),),
}


_IS_CONCEPT = _dossiers.c.state == State.CONCEPT.value

_STANDINGS: Mapping[Standing, ColumnElement[bool]] = {
    **{standing: _dossiers.c.state == standing.value for standing in Standing},
    Standing.TO_DO: and_(_IS_CONCEPT, _dossiers.c.scored == 0),
    Standing.CONCEPT: and_(_IS_CONCEPT, _dossiers.c.scored > 0, _dossiers.c.scored < _dossiers.c.total),
    Standing.COMPLETE: and_(_IS_CONCEPT, _dossiers.c.scored > 0, _dossiers.c.scored >= _dossiers.c.total),
}


def wanted(
    search: str, state: State | None, assessor_id: str | None, standing: Standing | None = None
) -> ColumnElement[bool]:
    """Which dossiers a list asks for."""
    conditions = [matches(_dossiers.c.search_key, search)]
    if standing is not None:
        conditions.append(_STANDINGS[standing])
    if state is not None:
        conditions.append(_dossiers.c.state == state.value)
    if assessor_id is not None:
        conditions.append(_dossiers.c.assessor_id == assessor_id)
    return and_(*conditions)


class Sought(NamedTuple):
    """What a list asks for: words, a state, an assessor, a standing; "" and None leave one out."""

    search: str = ""
    state: State | None = None
    assessor_id: str | None = None
    standing: Standing | None = None


@lru_cache(maxsize=100)
def page(sought: Sought, order: Order, limit: int, offset: int) -> Select[*tuple[Any, ...]]:
    """The query for one page of lines; kept, because making one anew costs half as much as asking it."""
    return _LINES.where(wanted(*sought)).order_by(*_ORDERS[order]).limit(limit).offset(offset)


def lines(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[DossierLine]:
    """The lines of a page."""
    return [_line(row) for row in connection.execute(query).all()]


def counts(connection: Connection, assessor_id: str) -> dict[Standing, int]:
    """How many dossiers of an assessor stand where; a standing without any is 0."""
    standing = case(*((which, name.value) for name, which in _STANDINGS.items()), else_="")
    query = (
        select(standing.label("standing"), func.count().label("dossiers"))
        .where(_dossiers.c.assessor_id == assessor_id)
        .group_by(standing)
    )
    found = {row.standing: row.dossiers for row in connection.execute(query)}
    return {standing: found.get(standing.value, 0) for standing in Standing}


def _line(row: AnyRow) -> DossierLine:
    # The columns of `_LINES` in their order: a name for each of 22 columns in 50 rows costs more than the query.
    (
        id_, number, student_id, first_name, prefix, last_name, student_number,
        programme, variant, phase, instrument_id, instrument_version,
        assessor_id, assessor_name, day, state, attempt, revision, outcome, scored, total, changed_at,
    ) = row  # fmt: skip
    return DossierLine(
        id_, number, student_id, " ".join(filter(None, (first_name, prefix, last_name))), student_number,
        programme, variant, phase, instrument_id, instrument_version, assessor_id, assessor_name, day,
        State(state), attempt, revision, None if outcome is None else Outcome(outcome), scored, total, changed_at,
    )  # fmt: skip
