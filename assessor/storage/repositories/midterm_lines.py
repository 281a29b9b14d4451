"""The list of midterm evaluations: where each stands and who is in, never what was filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, func, select

from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import MidtermState, stand
from assessor.domain.text import Text
from assessor.storage import midterm_tables, tables
from assessor.storage.rows import AnyRow, matches


@dataclass(frozen=True, slots=True)
class MidtermLine:
    """What a list shows of one midterm; `inside` holds the sides whose form is in."""

    id: str
    student_id: str
    student_name: str
    first_name: str
    student_number: str
    programme: str
    phase: str
    cohort: str
    organisation: str
    supervisor: str
    coordinator_id: str
    coordinator: str
    sent_at: datetime
    due: date | None
    state: MidtermState
    reason: str
    talked_on: date | None
    concluded_at: datetime | None
    inside: frozenset[Respondent]

    @property
    def stand(self) -> Text:
        """Where it stands, with what is out of the ordinary."""
        return stand(self.state, self.reason)

    def is_late(self, today: date) -> bool:
        """Whether a form is still awaited after the day by which it was asked back."""
        return self.state is MidtermState.SENT and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class MidtermWish:
    """Which midterms a list asks for; what is left out asks for all.

    Attributes:
        search: words that must occur in the student's name or number, the organisation or the cohort.
        late_on: only those late on this day.
    """

    search: str = ""
    state: MidtermState | None = None
    programme: str = ""
    cohort: str = ""
    coordinator_id: str = ""
    student_id: str = ""
    late_on: date | None = None


_midterms, _students, _people = midterm_tables.midterms, tables.students, tables.people
_placements, _organisations, _returns = tables.placements, tables.organisations, midterm_tables.returns


def _is_in(respondent: Respondent) -> ColumnElement[bool]:
    return (
        select(_returns.c.id)
        .where(
            _returns.c.midterm_id == _midterms.c.id,
            _returns.c.respondent == respondent.value,
            _returns.c.in_force.is_(True),
            _returns.c.late.is_(False),
        )
        .correlate(_midterms)
        .exists()
    )


_FROM = (
    _midterms.join(_students, _students.c.id == _midterms.c.student_id)
    .join(_people, _people.c.id == _midterms.c.coordinator_id)
    .outerjoin(_placements, _placements.c.id == _midterms.c.placement_id)
    .outerjoin(_organisations, _organisations.c.id == _placements.c.organisation_id)
)
_LINES = select(
    _midterms.c.id,
    _midterms.c.student_id,
    _students.c.first_name,
    _students.c.prefix,
    _students.c.last_name,
    _students.c.number,
    _students.c.programme,
    _students.c.phase,
    _students.c.cohort,
    func.coalesce(_organisations.c.name, "").label("organisation"),
    _midterms.c.supervisor,
    _midterms.c.coordinator_id,
    _people.c.name.label("coordinator"),
    _midterms.c.sent_at,
    _midterms.c.due,
    _midterms.c.state,
    _midterms.c.reason,
    _midterms.c.talked_on,
    _midterms.c.concluded_at,
    _is_in(Respondent.STUDENT).label("student_in"),
    _is_in(Respondent.SUPERVISOR).label("mentor_in"),
).select_from(_FROM)


def page(connection: Connection, wish: MidtermWish, limit: int | None, offset: int) -> list[MidtermLine]:
    """One page of lines, by last name of the student."""
    query = _LINES.where(_wanted(wish)).order_by(_students.c.sort_key, _midterms.c.sent_at.desc(), _midterms.c.id)
    return [_line(row) for row in connection.execute(query.limit(limit).offset(offset))]


def count(connection: Connection, wish: MidtermWish) -> int:
    """How many midterms the wish asks for."""
    return connection.execute(select(func.count()).select_from(_FROM).where(_wanted(wish))).scalar_one()


def _wanted(wish: MidtermWish) -> ColumnElement[bool]:
    others = (_organisations.c.search_key, _students.c.cohort)
    conditions = [matches(_students.c.search_key, wish.search, *others)]
    if wish.state is not None:
        conditions.append(_midterms.c.state == wish.state.value)
    if wish.programme:
        conditions.append(_students.c.programme == wish.programme)
    if wish.cohort:
        conditions.append(_students.c.cohort == wish.cohort)
    if wish.coordinator_id:
        conditions.append(_midterms.c.coordinator_id == wish.coordinator_id)
    if wish.student_id:
        conditions.append(_midterms.c.student_id == wish.student_id)
    if wish.late_on is not None:
        conditions += [_midterms.c.state == MidtermState.SENT.value, _midterms.c.due < wish.late_on]
    return and_(*conditions)


def _line(row: AnyRow) -> MidtermLine:
    inside = {Respondent.STUDENT: row.student_in, Respondent.SUPERVISOR: row.mentor_in}
    return MidtermLine(
        id=row.id,
        student_id=row.student_id,
        student_name=" ".join(part for part in (row.first_name, row.prefix, row.last_name) if part),
        first_name=row.first_name,
        student_number=row.number,
        programme=row.programme,
        phase=row.phase,
        cohort=row.cohort,
        organisation=row.organisation,
        supervisor=row.supervisor,
        coordinator_id=row.coordinator_id,
        coordinator=row.coordinator,
        sent_at=row.sent_at,
        due=row.due,
        state=MidtermState(row.state),
        reason=row.reason,
        talked_on=row.talked_on,
        concluded_at=row.concluded_at,
        inside=frozenset(side for side, is_in in inside.items() if is_in),
    )
