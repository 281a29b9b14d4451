"""People of the register, their personal PIN and their appointments."""

from __future__ import annotations

from collections.abc import Sequence

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import Connection, delete, select

from assessor.domain.people import Person, Role
from assessor.domain.register import Appointment
from assessor.storage import search, tables
from assessor.storage.failures import unknown
from assessor.storage.rows import AnyRow, upsert

_PIN_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's lower bound for Argon2id: the PIN only parts colleagues on one laptop; the workspace key guards the file."""


class People:
    """The people who work with the program."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, person_id: str) -> Person:
        """The person; KnownError ``person-unknown`` when nobody has this id."""
        row = self._connection.execute(select(tables.people).where(tables.people.c.id == person_id)).one_or_none()
        if row is None:
            raise unknown("person")
        return _person(row)

    def all(self) -> list[Person]:
        """Everyone, by name."""
        rows = self._connection.execute(select(tables.people).order_by(tables.people.c.name, tables.people.c.id))
        return [_person(row) for row in rows]

    def save(self, person: Person) -> None:
        """Add the person or replace what stands under the same id."""
        self.save_all([person])
        search.refresh(self._connection, tables.dossiers.c.assessor_id == person.id)

    def save_all(self, people: Sequence[Person]) -> None:
        """Add or replace many at once; names in the search keys of their dossiers are not refreshed."""
        if people:
            upsert(self._connection, tables.people, [_person_row(person) for person in people])

    def set_pin(self, person_id: str, pin: str | None) -> None:
        """Set the personal PIN, or take it away with None."""
        if pin is None:
            self._connection.execute(delete(tables.pins).where(tables.pins.c.person_id == person_id))
        else:
            upsert(self._connection, tables.pins, {"person_id": person_id, "hash": _PIN_HASHER.hash(pin)})

    def has_pin(self, person_id: str) -> bool:
        """Whether the person set a PIN."""
        return self._pin_hash(person_id) is not None

    def with_pin(self) -> frozenset[str]:
        """The ids of everyone who set a PIN."""
        return frozenset(self._connection.execute(select(tables.pins.c.person_id)).scalars())

    def pin_matches(self, person_id: str, pin: str) -> bool:
        """Whether this is the person's PIN; False for someone without one."""
        stored = self._pin_hash(person_id)
        if stored is None:
            return False
        try:
            return _PIN_HASHER.verify(stored, pin)
        except VerifyMismatchError:
            return False

    def _pin_hash(self, person_id: str) -> str | None:
        return self._connection.execute(
            select(tables.pins.c.hash).where(tables.pins.c.person_id == person_id)
        ).scalar_one_or_none()


class Appointments:
    """Decisions of the examination committee: who may assess which programme, from when until when."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, person_id: str) -> list[Appointment]:
        """One person's appointments, the earliest first."""
        query = _BY_START.where(tables.appointments.c.person_id == person_id)
        return [_appointment(row) for row in self._connection.execute(query)]

    def all(self) -> list[Appointment]:
        """Everybody's appointments, the earliest first."""
        return [_appointment(row) for row in self._connection.execute(_BY_START)]

    def save(self, appointment: Appointment) -> None:
        """Add the appointment or replace what stands under the same id."""
        self.save_all([appointment])

    def save_all(self, appointments: Sequence[Appointment]) -> None:
        """Add or replace many at once."""
        if appointments:
            upsert(self._connection, tables.appointments, [_appointment_row(each) for each in appointments])


_BY_START = select(tables.appointments).order_by(tables.appointments.c.starts_on, tables.appointments.c.id)


def _person(row: AnyRow) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        roles=frozenset(Role(role) for role in row.roles),
        trained=row.trained,
        bke=row.bke,
        organisation_id=row.organisation_id,
    )


def _person_row(person: Person) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "roles": person.roles,
        "trained": person.trained,
        "bke": person.bke,
        "organisation_id": person.organisation_id,
    }


def _appointment(row: AnyRow) -> Appointment:
    return Appointment(row.id, row.person_id, row.programme, row.starts_on, row.ends_on, row.decision)


def _appointment_row(appointment: Appointment) -> dict[str, object]:
    return {
        "id": appointment.id,
        "person_id": appointment.person_id,
        "programme": appointment.programme,
        "starts_on": appointment.start,
        "ends_on": appointment.end,
        "decision": appointment.decision,
    }
