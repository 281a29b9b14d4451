"""*Wat mag ik nu zeggen*: what an assessor may tell the student after *definitief maken* (practice text, section 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from assessor.domain.instrument import Outcome
from assessor.domain.record import Record
from assessor.domain.text import Text, day_text

RESULT_WITHIN_DAYS = 21
"""Default nakijktermijn in calendar days, counted from the activity; the institution's own term is a setting."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What to say, what to do now, and what not to say; each line one sentence or two."""

    say: tuple[Text, ...]
    do: tuple[Text, ...]
    avoid: tuple[Text, ...]


def what_to_say(record: Record, within_days: int = RESULT_WITHIN_DAYS) -> Saying:
    """The page for a dossier with a result.

    Args:
        record: a record whose dossier has a result.
        within_days: the nakijktermijn in calendar days after the activity.
    """
    result = record.dossier.result
    if result is None:
        raise ValueError("only a dossier with a result has something to say")
    say = [_JUDGEMENT]
    if record.instrument.is_example:
        say.append(_PRACTICE)
    elif record.dossier.announced_on is None:
        latest = (record.dossier.activity.day or result.set_at.date()) + timedelta(days=within_days)
        say.append(_NOT_OFFICIAL.fill(day=day_text(latest)))
    else:
        say.append(_OFFICIAL.fill(day=day_text(record.dossier.announced_on)))
    return Saying(tuple(say), _to_do(record, result.outcome), _AVOID)


def _to_do(record: Record, outcome: Outcome) -> tuple[Text, ...]:
    hand_over = Text(
        "Geef de student het formulier mee, of bespreek wanneer de student het krijgt.",
        "Give the student the form, or agree when the student receives it.",
    )
    if outcome is not Outcome.INSUFFICIENT:
        return (hand_over,)
    coach = record.student.study_coach.strip()
    call = Text("Bel vandaag de studiecoach ({name}).", "Call the study coach ({name}) today.").fill(name=coach)
    if not coach:
        call = Text("Bel vandaag de studiecoach.", "Call the study coach today.")
    return (call + Text(" Een tweede beoordelaar kijkt mee.", " A second assessor will look at it."), hand_over)


_JUDGEMENT = Text(
    "Je kunt de student vertellen wat je hebt gezien en wat jouw oordeel is.",
    "You can tell the student what you saw and what your verdict is.",
)
_NOT_OFFICIAL = Text(
    "Zeg erbij: dit is nog geen officiële uitslag; die krijg je uiterlijk {day}.",
    "Add: this is not an official result yet; you will receive that by {day} at the latest.",
)
_OFFICIAL = Text("De uitslag is bekendgemaakt op {day}.", "The result was announced on {day}.")
_PRACTICE = Text(
    "Zeg erbij: dit is een oefendossier; er volgt geen officiële uitslag.",
    "Add: this is a practice dossier; no official result will follow.",
)
_AVOID = (
    Text(
        "Beloof niets over een herkansing; daarover beslist de opleiding.",
        "Promise nothing about a resit; the programme decides on that.",
    ),
    Text(
        "Vergelijk de student niet met andere studenten.",
        "Do not compare the student with other students.",
    ),
)
