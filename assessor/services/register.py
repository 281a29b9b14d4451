"""The register at a glance: everyone with the right to assess today, and one entry written whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from assessor.domain.errors import KnownError
from assessor.domain.people import Person
from assessor.domain.programme import PROGRAMMES
from assessor.domain.register import Appointment, Lack, Right, right_to_assess
from assessor.domain.text import Text
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.people import checked_pin, require_order

SOON = timedelta(weeks=8)
"""So long before its end a right is called lapsing: a decision of the examination committee takes some weeks."""


class Standing(StrEnum):
    """How somebody stands for a programme today."""

    NONE = "none"
    VALID = "valid"
    LAPSING = "lapsing"


@dataclass(frozen=True, slots=True)
class RightToday:
    """The right to assess a programme today.

    Attributes:
        standing: whether there is one, and whether it lapses within `SOON`.
        until: the last day without a gap, None when there is no right.
        lacks: what stands in the way, empty when there is a right.
    """

    standing: Standing
    until: date | None
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One person of the register; `rights` goes by the code of the programme, `appointments` newest first."""

    person: Person
    rights: dict[str, RightToday]
    appointments: tuple[Appointment, ...]
    has_pin: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A new decision of the examination committee on a person: programme, first and last day, besluitnummer."""

    programme: str
    start: date
    end: date
    number: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register is to say of a person.

    Attributes:
        person: with the id "" for somebody new.
        decision: an appointment that is added, or None.
        pin: a new personal PIN, "" to take it away, or None to leave it as it is.
    """

    person: Person
    decision: Decision | None = None
    pin: str | None = None


class Register:
    """The use cases of *Mensen en aanstellingen*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self) -> list[RegisterLine]:
        """Everyone by name, as of today."""
        with self._desk.workspace.reading() as unit:
            people, with_pin = unit.people.all(), unit.people.with_pin()
            appointments: dict[str, list[Appointment]] = {}
            for one in unit.appointments.all():
                appointments.setdefault(one.person_id, []).append(one)
        today = self._desk.today()
        return [_line(one, appointments.get(one.id, []), one.id in with_pin, today) for one in people]

    def line(self, person_id: str) -> RegisterLine:
        """One person; KnownError ``person-unknown`` when there is none."""
        with self._desk.workspace.reading() as unit:
            person, has_pin = unit.people.get(person_id), unit.people.has_pin(person_id)
            return _line(person, unit.appointments.of(person_id), has_pin, self._desk.today())

    def record(self, entry: Entry) -> tuple[Person, Changes]:
        """Write an entry whole or not at all.

        Raises KnownErrors ``name-missing``, ``role-missing``, ``appointment-reversed``, ``decision-missing``,
        ``pin-too-short``.
        """
        person = replace(
            entry.person, id=entry.person.id or self._desk.new_id(), name=" ".join(entry.person.name.split())
        )
        _require_whole(person, entry.decision)
        pin = checked_pin(entry.pin) if entry.pin else entry.pin
        changes: Changes = (Change("person", person.id),)
        with self._desk.workspace.writing() as unit:
            unit.people.save(person)
            if entry.decision is not None:
                made = _appointment(self._desk.new_id(), person.id, entry.decision)
                unit.appointments.save(made)
                changes = (*changes, Change("appointment", made.id))
            if pin is not None:
                unit.people.set_pin(person.id, pin or None)
        if self._desk.actor is not None and self._desk.actor.id == person.id:
            self._desk.actor = person
        return person, changes


def _line(person: Person, appointments: list[Appointment], has_pin: bool, today: date) -> RegisterLine:
    rights = {programme: _right(person, appointments, programme, today) for programme in PROGRAMMES}
    newest_first = tuple(sorted(appointments, key=lambda one: one.start, reverse=True))
    return RegisterLine(person, rights, newest_first, has_pin)


def _right(person: Person, appointments: list[Appointment], programme: str, today: date) -> RightToday:
    right = right_to_assess(person, appointments, programme, today, today)
    if not isinstance(right, Right):
        return RightToday(Standing.NONE, None, right)
    until = _until(right.appointment_today.end, (one for one in appointments if one.programme == programme))
    return RightToday(Standing.LAPSING if until - today <= SOON else Standing.VALID, until, ())


def _until(end: date, appointments: Iterable[Appointment]) -> date:
    """The last day that is reached without a gap, by one appointment after another."""
    for one in sorted(appointments, key=lambda each: each.start):
        if one.start <= end + timedelta(days=1):
            end = max(end, one.end)
    return end


def _appointment(new_id: str, person_id: str, decision: Decision) -> Appointment:
    return Appointment(
        new_id, person_id, decision.programme, decision.start, decision.end, " ".join(decision.number.split())
    )


def _require_whole(person: Person, decision: Decision | None) -> None:
    if not person.name:
        raise KnownError(
            "name-missing",
            Text("De naam is niet ingevuld.", "The name has not been filled in."),
            Text("Vul voor- en achternaam in.", "Fill in first and last name."),
        )
    if not person.roles:
        raise KnownError(
            "role-missing",
            Text("Er is nog geen rol gekozen.", "No role has been chosen yet."),
            Text("Kies ten minste één rol.", "Choose at least one role."),
        )
    if decision is None:
        return
    require_order(decision.start, decision.end)
    if not decision.number.strip():
        raise KnownError(
            "decision-missing",
            Text("Bij de aanstelling ontbreekt het besluitnummer.", "The appointment has no decision number."),
            Text(
                "Neem het over uit de brief van de examencommissie, of vul de aanstelling later in.",
                "Take it from the examination board's letter, or enter the appointment later.",
            ),
        )
