"""House rules: what the partnership settled for this workspace."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from assessor.domain.appeal import PRACTICE_WEEKS
from assessor.domain.errors import KnownError
from assessor.domain.finding import MentorRule
from assessor.domain.private_words import WORDS, tidy_words
from assessor.domain.text import Text
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.results import MENTOR_RULE, PRIVATE_WORDS, private_words
from assessor.storage.unit import Unit

DECREED_DAYS = "appeal.decreed_days"
"""The setting that holds days put on a par with general holidays by decree, as ISO dates."""
NOTES_WEEKS = "notes.practice_weeks"
"""The setting that holds for how many weeks the notes of an oefendossier are kept."""
LONGEST_WEEKS = 52


def decreed_days(unit: Unit) -> frozenset[date]:
    """Days put on a par with general holidays by decree (Algemene termijnenwet art. 3 lid 3)."""
    return frozenset(date.fromisoformat(day) for day in unit.settings.get(DECREED_DAYS, []))


def notes_weeks(unit: Unit) -> int:
    """For how many weeks after definitief the notes of an oefendossier are kept."""
    return int(unit.settings.get(NOTES_WEEKS, PRACTICE_WEEKS))


class HouseRules:
    """The use cases of *Huisregels*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def mentor_rule(self) -> MentorRule:
        """What happens when the assessor is the student's own mentor."""
        with self._desk.workspace.reading() as unit:
            return MentorRule(unit.settings.get(MENTOR_RULE, MentorRule.BLOCK.value))

    def set_mentor_rule(self, rule: MentorRule) -> Changes:
        """Settle it anew; it holds for every dossier that is not definitief yet."""
        with self._desk.workspace.writing() as unit:
            unit.settings.set(MENTOR_RULE, rule.value)
        return (Change("setting", MENTOR_RULE),)

    @property
    def private_words(self) -> tuple[str, ...]:
        """Words on health, religion and private life that the check page asks about."""
        with self._desk.workspace.reading() as unit:
            return private_words(unit)

    def set_private_words(self, words: Iterable[str]) -> Changes:
        """Replace the list; an empty one asks nothing, and the list as delivered follows later versions of it."""
        tidy = tidy_words(words)
        with self._desk.workspace.writing() as unit:
            unit.settings.set(PRIVATE_WORDS, None if tidy == WORDS else list(tidy))
        return (Change("setting", PRIVATE_WORDS),)

    @property
    def decreed_days(self) -> frozenset[date]:
        """Days that no term ends on, beside weekends and the general holidays, which the program knows."""
        with self._desk.workspace.reading() as unit:
            return decreed_days(unit)

    def set_decreed_days(self, days: Collection[date]) -> Changes:
        """Replace those days; every last day of appeal is computed anew with them."""
        with self._desk.workspace.writing() as unit:
            unit.settings.set(DECREED_DAYS, sorted(day.isoformat() for day in days))
        return (Change("setting", DECREED_DAYS),)

    @property
    def notes_weeks(self) -> int:
        """For how many weeks after definitief the notes of an oefendossier are kept."""
        with self._desk.workspace.reading() as unit:
            return notes_weeks(unit)

    def set_notes_weeks(self, weeks: int) -> Changes:
        """Settle it anew: 1 up to and including `LONGEST_WEEKS`, else KnownError ``weeks-out-of-range``."""
        if not 1 <= weeks <= LONGEST_WEEKS:
            raise KnownError(
                "weeks-out-of-range",
                Text("Dit aantal weken kan niet.", "This number of weeks is not possible."),
                Text("Kies 1 tot en met {most} weken.", "Choose 1 up to {most} weeks.").fill(most=LONGEST_WEEKS),
            )
        with self._desk.workspace.writing() as unit:
            unit.settings.set(NOTES_WEEKS, weeks)
        return (Change("setting", NOTES_WEEKS),)
