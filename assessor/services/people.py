"""People and appointments: who works here, with which PIN, and who may assess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assessor.domain.errors import KnownError
from assessor.domain.people import Person, Role
from assessor.domain.register import Appointment
from assessor.domain.text import Text
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk

MIN_PIN = 4
"""Fewest digits of a personal PIN."""


class People:
    """The use cases of *Wie ben je?* and of the register."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Person]:
        """Everyone in the register, by name."""
        with self._desk.workspace.reading() as unit:
            return unit.people.all()

    def get(self, person_id: str) -> Person:
        """One person; KnownError when there is none."""
        with self._desk.workspace.reading() as unit:
            return unit.people.get(person_id)

    def add(
        self,
        name: str,
        roles: frozenset[Role],
        *,
        trained: date | None = None,
        bke: date | None = None,
        organisation_id: str | None = None,
        pin: str | None = None,
    ) -> tuple[Person, Changes]:
        """Put a person in the register, with a personal PIN if one is given."""
        name = " ".join(name.split())
        if not name:
            raise KnownError(
                "name-missing",
                Text("De naam is niet ingevuld.", "The name has not been filled in."),
                Text("Vul je naam in.", "Fill in your name."),
            )
        person = Person(self._desk.new_id(), name, roles, trained, bke, organisation_id)
        with self._desk.workspace.writing() as unit:
            unit.people.save(person)
            if pin:
                unit.people.set_pin(person.id, checked_pin(pin))
        return person, (Change("person", person.id),)

    def save(self, person: Person) -> Changes:
        """Replace what the register says of a person."""
        with self._desk.workspace.writing() as unit:
            unit.people.save(replace(person, name=" ".join(person.name.split())))
        return (Change("person", person.id),)

    def set_pin(self, person_id: str, pin: str | None) -> Changes:
        """Give a person a PIN, or take it away."""
        with self._desk.workspace.writing() as unit:
            unit.people.set_pin(person_id, checked_pin(pin) if pin else None)
        return (Change("person", person_id, "pin"),)

    def has_pin(self, person_id: str) -> bool:
        """Whether the person has a PIN."""
        with self._desk.workspace.reading() as unit:
            return unit.people.has_pin(person_id)

    def sign_in(self, person_id: str, pin: str | None = None) -> Person:
        """Make a person the actor of everything that follows; KnownError ``pin-wrong`` when the PIN does not match."""
        with self._desk.workspace.reading() as unit:
            person = unit.people.get(person_id)
            if unit.people.has_pin(person_id) and not unit.people.pin_matches(person_id, pin or ""):
                raise KnownError(
                    "pin-wrong",
                    Text("Deze pincode klopt niet.", "This PIN is not right."),
                    Text("Probeer het opnieuw.", "Try again."),
                )
        self._desk.actor = person
        return person

    def appoint(
        self, person_id: str, programme: str, start: date, end: date, decision: str
    ) -> tuple[Appointment, Changes]:
        """Record a decision of the examination committee that appoints a person for a programme."""
        require_order(start, end)
        appointment = Appointment(self._desk.new_id(), person_id, programme, start, end, decision.strip())
        with self._desk.workspace.writing() as unit:
            unit.people.get(person_id)
            unit.appointments.save(appointment)
        return appointment, (Change("appointment", appointment.id), Change("person", person_id))

    def appointments(self, person_id: str) -> list[Appointment]:
        """A person's appointments, newest first."""
        with self._desk.workspace.reading() as unit:
            return sorted(unit.appointments.of(person_id), key=lambda one: one.start, reverse=True)


def require_order(start: date, end: date) -> None:
    """Refuse an appointment that ends before it starts (KnownError ``appointment-reversed``)."""
    if end < start:
        raise KnownError(
            "appointment-reversed",
            Text("De aanstelling eindigt voordat zij begint.", "The appointment ends before it starts."),
            Text("Controleer de twee datums.", "Check the two dates."),
        )


def checked_pin(pin: str) -> str:
    """The PIN, if it is one (KnownError ``pin-too-short``)."""
    if not pin.isdigit() or len(pin) < MIN_PIN:
        raise KnownError(
            "pin-too-short",
            Text("Een pincode bestaat uit ten minste {count} cijfers.", "A PIN has at least {count} digits.").fill(
                count=MIN_PIN
            ),
            Text("Kies een andere pincode.", "Choose another PIN."),
        )
    return pin
