"""What a round says of the group: anonymous, made at the reveal, and kept when the personal scores are erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessor.domain.calibration.pattern import Pattern
from assessor.domain.text import Text

Counts = Mapping[str, int]
"""How often each mark was given, by level code or N; what nobody gave has no entry."""


@dataclass(frozen=True, slots=True)
class Told:
    """A heading with the sentences under it."""

    heading: Text
    lines: tuple[Text, ...]


@dataclass(frozen=True)
class CriterionFigures:
    """One criterion over all casussen of the session.

    Attributes:
        counts: how often each mark was given.
        missing: scores that are not there.
        split: whether somebody stands on either side of the pass mark of a casus.
        depends: sheets whose outcome hangs on it, None where that was not tried.
        agreement: share of pairs with the same level with the ends of its margin, 0 to 1; None where there is none.
    """

    criterion: str
    counts: Counts
    missing: int
    split: bool
    depends: int | None = None
    agreement: tuple[float, float, float] | None = None


@dataclass(frozen=True)
class Movement:
    """What a later round changed at one criterion, over all casussen.

    Attributes:
        before: counts of the first round.
        after: counts of the later round.
        changed: how many scores of one person are different, None where hands were counted.
        scored: how many scores of one person there are in both rounds, None where hands were counted.
    """

    criterion: str
    before: Counts
    after: Counts
    changed: int | None = None
    scored: int | None = None


@dataclass(frozen=True)
class GroupFigures:
    """One round.

    Attributes:
        assessors: how many gave a score.
        levels: level codes, lowest first.
        words: the levels in words.
        criteria: in the order of the form.
        by_casus: counts per casus id and criterion code.
        by_room: counts per room id and criterion code; only of rooms in which at least `session.FEW` scored.
        outcomes: per part of the verdict ("" is the whole) and casus id how many came to O, V, G or none ("").
        order: the criteria to be discussed, the first one first.
        told: the report on agreement, heading by heading.
        agreement: share of pairs with the same level over all criteria with the ends of its margin; None without one.
        margins: how the margins came about.
        movement: against the first round; empty in the first.
        late: forms that came after the round was closed.
        paper: forms that were typed in from paper.
        not_in: people who were asked and whose form is not there.
        patterns: per casus id the sheets without whose they are; only where at least `session.FEW` scored, and until
            the personal scores are erased, because who knows a part of a sheet could find the rest of it.
    """

    assessors: int
    levels: tuple[str, ...]
    words: tuple[Text, ...]
    criteria: tuple[CriterionFigures, ...]
    by_casus: Mapping[str, Mapping[str, Counts]]
    by_room: Mapping[str, Mapping[str, Counts]]
    outcomes: Mapping[str, Mapping[str, Counts]]
    order: tuple[str, ...]
    told: tuple[Told, ...]
    agreement: tuple[float, float, float] | None = None
    margins: Text = Text("", "")
    movement: tuple[Movement, ...] = ()
    late: int = 0
    paper: int = 0
    not_in: int = 0
    patterns: Mapping[str, Pattern] = field(default_factory=dict)

    def criterion(self, code: str) -> CriterionFigures:
        """The figures of one criterion; raises KeyError when it was not scored."""
        for one in self.criteria:
            if one.criterion == code:
                return one
        raise KeyError(code)
