"""House rules: what the partnership settled for this workspace."""

from __future__ import annotations

from assessor.domain.checks import MentorRule
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.results import MENTOR_RULE


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
