"""The register of appointments: who has the right to assess, for which programme, on which day.

Right to assess: *opleiding voor opleiders* completed, BKE, and appointed by the examination committee (WHW art. 7.12c;
opleidingsplan ISOP 2025-2029), valid on the day of the activity and on the day the result is set.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assessor.domain.people import Person
from assessor.domain.text import Text, day_text


@dataclass(frozen=True, slots=True)
class Appointment:
    """A decision of the examination committee: this person assesses this programme from `start` to `end` inclusive."""

    id: str
    person_id: str
    programme: str
    start: date
    end: date
    decision: str
    """Number of the committee's decision (besluitnummer)."""

    def covers(self, programme: str, day: date) -> bool:
        """Whether it holds for the programme on that day."""
        return self.programme == programme and self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Right:
    """A proven right to assess: what the dossier freezes when its result is set."""

    person_id: str
    trained: date
    bke: date
    appointment: Appointment
    """The appointment that held on the day of the activity."""
    appointment_today: Appointment
    """The appointment that holds on the day of setting the result; mostly the same."""
    activity_day: date
    day: date


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that stands between a person and the right to assess, with its cure."""

    code: str
    what: Text
    cure: Text


def right_to_assess(
    person: Person, appointments: Iterable[Appointment], programme: str, activity_day: date, today: date
) -> Right | tuple[Lack, ...]:
    """The person's right to assess that activity today, or everything that lacks.

    Args:
        person: who assesses.
        appointments: the person's appointments, in any order; those of others are passed over.
        programme: the opleiding of the student, ``"pabo"`` or ``"ad"``.
        activity_day: the day of the assessed activity.
        today: the day on which the result is set.
    """
    own = [appointment for appointment in appointments if appointment.person_id == person.id]
    then = _latest(appointment for appointment in own if appointment.covers(programme, activity_day))
    now = _latest(appointment for appointment in own if appointment.covers(programme, today))
    lacks = tuple(_lacks(person, then, now, activity_day, today))
    if person.trained and person.bke and then and now and not lacks:
        return Right(person.id, person.trained, person.bke, then, now, activity_day, today)
    return lacks


def _latest(appointments: Iterable[Appointment]) -> Appointment | None:
    return max(appointments, key=lambda appointment: appointment.end, default=None)


def _lacks(
    person: Person, then: Appointment | None, now: Appointment | None, activity_day: date, today: date
) -> Iterable[Lack]:
    if person.trained is None or person.trained > activity_day:
        yield Lack("training-missing", _NOT_TRAINED, _REGISTER_CURE)
    if person.bke is None or person.bke > activity_day:
        yield Lack("bke-missing", _NO_BKE, _REGISTER_CURE)
    if then is None:
        yield Lack("appointment-missing-then", _NOT_APPOINTED.fill(day=day_text(activity_day)), _APPOINTMENT_CURE)
    if now is None and today != activity_day:
        yield Lack("appointment-missing-now", _NOT_APPOINTED.fill(day=day_text(today)), _APPOINTMENT_CURE)


_NOT_TRAINED = Text(
    "De opleiding voor opleiders was op de dag van de activiteit niet afgerond of staat niet in het register.",
    "The training for teacher educators was not completed on the day of the activity, or is not in the register.",
)
_NO_BKE = Text(
    "De BKE was op de dag van de activiteit niet behaald of staat niet in het register.",
    "The BKE was not obtained on the day of the activity, or is not in the register.",
)
_NOT_APPOINTED = Text(
    "Op {day} is er geen geldige aanstelling voor deze opleiding.",
    "There is no valid appointment for this programme on {day}.",
)
_REGISTER_CURE = Text(
    "Vul de datum in bij Beheer, of laat een andere beoordelaar dit dossier afronden.",
    "Enter the date under Administration, or have another assessor finish this dossier.",
)
_APPOINTMENT_CURE = Text(
    "Vraag de examencommissie om een aanstelling, of laat een andere beoordelaar dit dossier afronden.",
    "Ask the examination board for an appointment, or have another assessor finish this dossier.",
)
