"""What the check page says of a sheet: one finding a line, and what is known besides the sheet itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from assessor.domain.midterm.foresight import Foresight
from assessor.domain.private_words import WORDS
from assessor.domain.register import Lack
from assessor.domain.text import Text


class Severity(StrEnum):
    """Whether a finding must be mended before *definitief maken*."""

    BLOCKING = "blokkerend"
    WARNING = "waarschuwing"


class Group(StrEnum):
    """The three headings of the check page."""

    MISSING = "ontbreekt"
    CONTRADICTORY = "tegenstrijdig"
    CRITICAL = "kritisch"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check page; `place` is where the page jumps to.

    A place is ``rating:CODE`` (a level), ``note:CODE`` or ``source:CODE`` of a criterion, a place of a passage
    (`Place`), ``activity``, ``placement``, ``right``, ``instrument`` or ``verdict``.
    """

    code: str
    severity: Severity
    group: Group
    place: str
    what: Text


class MentorRule(StrEnum):
    """The house rule when assessor and mentor are the same person (practice text, section 1)."""

    BLOCK = "blokkeren"
    WARN = "waarschuwen"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the checks need to know besides the sheet itself."""

    today: date
    assessor_name: str
    lacks: tuple[Lack, ...] = ()
    """What the assessor lacks for the right to assess; empty when the right stands."""
    repeated: frozenset[str] = frozenset()
    """Codes of the criteria whose toelichting stands word for word in another dossier."""
    mentor_rule: MentorRule = MentorRule.BLOCK
    private_words: tuple[str, ...] = WORDS
    """The house's list of words that suggest health, religion or private life."""
    midterm: Mapping[str, Foresight] = field(default_factory=lambda: MappingProxyType({}))
    """What the midterm before it said, by criterion code; empty when there was none."""
    drafts: frozenset[str] = frozenset()
    """Places where text was being typed when the program stopped, not recorded yet."""


def block(code: str, group: Group, place: str, what: Text) -> Finding:
    """A finding that must be mended before *definitief maken*."""
    return Finding(code, Severity.BLOCKING, group, place, what)


def warn(code: str, group: Group, place: str, what: Text) -> Finding:
    """A finding to think about."""
    return Finding(code, Severity.WARNING, group, place, what)
