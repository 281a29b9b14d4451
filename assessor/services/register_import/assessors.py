"""Assessors of a file held against the register: who they are, what they are trained for, and their appointments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from assessor.domain.people import Person, Role
from assessor.domain.programme import PROGRAMMES
from assessor.domain.register import Appointment
from assessor.domain.text import Text, listing, same
from assessor.exchange.refusals import shown
from assessor.exchange.register_columns import Field, Kind, compact
from assessor.exchange.register_days import short
from assessor.exchange.register_refusals import APPOINTMENT_NEEDED, PERSON_UNCLEAR, TWICE_IN_FILE
from assessor.exchange.register_words import programmes_of, roles_of
from assessor.services.register_import.organisations import Organisations, Wanted
from assessor.services.register_import.plan import Difference, Effect, PlannedRow
from assessor.services.register_import.row import Row
from assessor.services.register_import.standing import Standing

_OF_AN_APPOINTMENT = (Field.PROGRAMME, Field.START, Field.END, Field.DECISION)
_OF_A_PERSON = (Field.TRAINED, Field.BKE, Field.ROLE, Field.ORGANISATION)


@dataclass
class _Known:
    """One person while the file is read: `told` is what rows said by field, and in which row."""

    now: Person
    is_new: bool
    appointments: list[Appointment]
    told: dict[Field, tuple[str, int]] = field(default_factory=dict)
    programmes: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The appointment that a row tells of."""

    programmes: tuple[str, ...]
    start: date
    end: date
    decision: str


class Assessors:
    """The people that a file names, and what it makes of them."""

    def __init__(self, standing: Standing, organisations: Organisations, new_id: Callable[[], str]) -> None:
        self._organisations = organisations
        self._new_id = new_id
        self._people: dict[str, list[_Known]] = {}
        own: dict[str, list[Appointment]] = {}
        for appointment in standing.appointments:
            own.setdefault(appointment.person_id, []).append(appointment)
        for person in standing.people:
            known = _Known(person, False, own.get(person.id, []))
            self._people.setdefault(compact(person.name), []).append(known)
        self._written: dict[str, Person] = {}
        self._appointments: dict[str, Appointment] = {}

    @property
    def written(self) -> tuple[Person, ...]:
        """The people who are new or change."""
        return tuple(self._written.values())

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """The appointments that are new or change."""
        return tuple(self._appointments.values())

    def plan(self, row: Row) -> PlannedRow:
        """What becomes of a row; raises `Unfit`, and then nothing is taken over."""
        name = row.spoken_name()
        if not name:
            row.needed(Field.LAST_NAME if row.has(Field.LAST_NAME) else Field.NAME)
        known = self._person(row, name)
        trained, bke = row.day(Field.TRAINED), row.day(Field.BKE)
        roles = row.understood(Field.ROLE, roles_of) if row.said(Field.ROLE) else frozenset[Role]()
        asked = self._asked(row)
        self._require_once(row, known, asked)
        before = known.now
        after = replace(
            before,
            roles=before.roles | (roles or _implied(known, asked)),
            trained=trained or before.trained,
            bke=bke or before.bke,
            organisation_id=self._organisation(row) or before.organisation_id,
        )
        is_new = known.is_new
        differences = [*self._differences(before, after), *self._appoint(known, asked)]
        self._take_over(row, known, after)
        effect = Effect.ADDED if is_new else Effect.CHANGED if differences else Effect.UNCHANGED
        about = self._about(after, asked) if is_new else same("")
        shown_differences = () if is_new else tuple(differences)
        return PlannedRow(
            Kind.ASSESSORS, row.table.sheet, row.number, after.name, effect, about, differences=shown_differences
        )

    # --- who is meant

    def _person(self, row: Row, name: str) -> _Known:
        alike = self._people.get(compact(name), [])
        if len(alike) > 1:
            field = Field.NAME if row.has(Field.NAME) else Field.LAST_NAME
            raise row.unfit(PERSON_UNCLEAR.filled(name=shown(name)), field)
        return alike[0] if alike else _Known(Person(self._new_id(), name, frozenset()), True, [])

    def _require_once(self, row: Row, known: _Known, asked: _Asked | None) -> None:
        """Somebody may have a row for each appointment; the rows may not contradict each other."""
        earlier = {told: known.told[told] for told in _OF_A_PERSON if told in known.told}
        for told, (words, number) in earlier.items():
            if row.said(told) and row.said(told) != words:
                raise row.unfit(TWICE_IN_FILE.filled(who=shown(known.now.name), rows=number), told)
        for programme in asked.programmes if asked else ("",):
            number = known.programmes.get(programme, 0)
            if number or (not asked and known.programmes):
                number = number or next(iter(known.programmes.values()))
                raise row.unfit(TWICE_IN_FILE.filled(who=shown(known.now.name), rows=number), Field.NAME)

    def _take_over(self, row: Row, known: _Known, after: Person) -> None:
        if known.is_new and not known.told and not known.programmes:
            self._people.setdefault(compact(after.name), []).append(known)
        if known.is_new or after != known.now:
            self._written[after.id] = after
        known.now = after
        known.told |= {told: (row.said(told), row.number) for told in _OF_A_PERSON if row.said(told)}
        for programme in programmes_of(row.said(Field.PROGRAMME)) if row.said(Field.PROGRAMME) else ("",):
            known.programmes[programme] = row.number

    # --- what becomes of them

    def _organisation(self, row: Row) -> str | None:
        if not row.said(Field.ORGANISATION):
            return None
        wanted = Wanted.of(row)
        entry = self._organisations.find(wanted, row, is_school=True)
        return self._organisations.enrol(entry, wanted, row, is_school=True)

    @staticmethod
    def _asked(row: Row) -> _Asked | None:
        """The appointment that a row tells of, whole or not at all."""
        if not any(row.said(told) for told in _OF_AN_APPOINTMENT):
            return None
        for told in _OF_AN_APPOINTMENT:
            if not row.said(told):
                raise row.unfit(APPOINTMENT_NEEDED.filled(column=told.word), told)
        start, end = row.period()
        programmes = row.understood(Field.PROGRAMME, programmes_of)
        if start is None or end is None:
            return None
        return _Asked(programmes, start, end, row.said(Field.DECISION))

    def _appoint(self, known: _Known, asked: _Asked | None) -> Iterator[Difference]:
        for programme in asked.programmes if asked else ():
            if asked is None:
                return
            before = _same_appointment(known.appointments, programme, asked)
            made = Appointment(
                before.id if before else self._new_id(),
                known.now.id,
                programme,
                asked.start,
                asked.end,
                asked.decision,
            )
            if made != before:
                self._appointments[made.id] = made
                yield Difference(Field.DECISION, _told(before), _told(made))

    def _differences(self, before: Person, after: Person) -> Iterator[Difference]:
        for told, was, becomes in (
            (Field.TRAINED, before.trained, after.trained),
            (Field.BKE, before.bke, after.bke),
        ):
            if was != becomes and becomes is not None:
                yield Difference(told, short(was) if was else same(""), short(becomes))
        if before.roles != after.roles:
            yield Difference(Field.ROLE, *(_roles(one) for one in (before, after)))
        if before.organisation_id != after.organisation_id:
            names = [same(self._organisations.name_of(one.organisation_id)) for one in (before, after)]
            yield Difference(Field.ORGANISATION, *names)

    def _about(self, person: Person, asked: _Asked | None) -> Text:
        if asked is None:
            return _roles(person)
        names = listing([PROGRAMMES[programme].name for programme in asked.programmes])
        return _roles(person) + same("; ") + names + same(" ") + _span(asked.start, asked.end)


def _implied(known: _Known, asked: _Asked | None) -> frozenset[Role]:
    """Who is new in a list of assessors, or is appointed, is an assessor where no role is named."""
    return frozenset({Role.ASSESSOR}) if known.is_new or asked else frozenset()


def _same_appointment(own: list[Appointment], programme: str, asked: _Asked) -> Appointment | None:
    """The one that starts on that day, or that the same decision made."""
    of_it = [one for one in own if one.programme == programme]
    by_start = (one for one in of_it if one.start == asked.start)
    by_decision = (one for one in of_it if compact(one.decision) == compact(asked.decision))
    return next(by_start, None) or next(by_decision, None)


def _told(appointment: Appointment | None) -> Text:
    if appointment is None:
        return same("")
    start = PROGRAMMES[appointment.programme].name + same(" ")
    return start + _span(appointment.start, appointment.end) + same(f", {appointment.decision}")


def _span(start: date, end: date) -> Text:
    first, last = short(start), short(end)
    return Text(f"{first.nl} t/m {last.nl}", f"{first.en} to {last.en}")


def _roles(person: Person) -> Text:
    return listing([role.word for role in Role if role in person.roles])
