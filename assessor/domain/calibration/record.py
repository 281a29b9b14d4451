"""What the papers of a session are made from: the group without names, who was there, and what is one person's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.conclusion import Action, Agreed, Proposal, TalkNote
from assessor.domain.calibration.figures import Counts, GroupFigures
from assessor.domain.calibration.room import Participant, Room
from assessor.domain.calibration.round import Marks, Round
from assessor.domain.calibration.script import Step
from assessor.domain.calibration.session import CalibrationDay, Session
from assessor.domain.instrument import Instrument
from assessor.domain.text import Text


@dataclass(frozen=True)
class RevealedRound:
    """A round with what it says of the group."""

    round: Round
    figures: GroupFigures


@dataclass(frozen=True)
class EarlierSession:
    """A session of an instrument that was held and revealed.

    Attributes:
        figures: of its first round.
        casussen: ids of its casussen; of one that came back the id it had the first time.
        instrument: in the version that was scored.
        invited: how many were asked.
        present: how many were there, None while the presentielijst was not filled in.
    """

    day: date
    session: Session
    figures: GroupFigures
    casussen: frozenset[str]
    instrument: Instrument
    invited: int = 0
    present: int | None = None


@dataclass(frozen=True)
class FollowUp:
    """What became of what earlier sessions led to."""

    agreements: tuple[Agreed, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    actions: tuple[Action, ...] = ()
    days: Mapping[str, date] = field(default_factory=dict)
    """The day of each session, by its id."""

    @property
    def is_empty(self) -> bool:
        """Whether earlier sessions left nothing."""
        return not (self.agreements or self.proposals or self.actions)


@dataclass(frozen=True, slots=True)
class Calibrated:
    """Somebody who took part, and on which days; `missed` are those on which the person was asked and not there."""

    name: str
    organisation: str
    days: tuple[date, ...]
    missed: tuple[date, ...] = ()


@dataclass(frozen=True)
class YearsRecord:
    """Calibration on an instrument over the years.

    Attributes:
        sessions: the earliest first.
        open: what waits for an answer: afspraken, voorstellen and acties.
        calibrated: who took part and when, by name: the only names, for the list and never for the report.
    """

    instrument: Instrument
    sessions: tuple[EarlierSession, ...]
    open: FollowUp
    calibrated: tuple[Calibrated, ...]
    software: str


@dataclass(frozen=True)
class GroupRecord:
    """Everything of the groepsverslag; no participant's name stands in it.

    `organisations` are those that took part; `rounds` the revealed ones, the first one first.
    """

    day: CalibrationDay
    session: Session
    instrument: Instrument
    casussen: tuple[Casus, ...]
    rooms: tuple[Room, ...]
    invited: int
    present: int | None
    organisations: tuple[str, ...]
    rounds: tuple[RevealedRound, ...]
    talk: tuple[TalkNote, ...]
    agreements: tuple[Agreed, ...]
    proposals: tuple[Proposal, ...]
    actions: tuple[Action, ...]
    follow_up: FollowUp
    earlier: tuple[EarlierSession, ...]
    software: str

    @property
    def shows_reference(self) -> bool:
        """Whether the reference of the preparing team may be shown: after a second round only."""
        return any(one.round.number > 1 for one in self.rounds) and any(casus.reference for casus in self.casussen)


@dataclass(frozen=True)
class RoomRecord:
    """The groepspakket of one room: its agenda and how the levels lie there; no participant's name stands in it.

    Attributes:
        agenda: the draaiboek with the criteria to discuss.
        counts: per criterion, of the room itself where that gives nobody away.
        alone: whether the counts are of this room; False when they are of the whole group.
    """

    day: CalibrationDay
    session: Session
    instrument: Instrument
    room: Room
    people: int
    agenda: tuple[Step, ...]
    figures: GroupFigures
    counts: Mapping[str, Counts]
    alone: bool


@dataclass(frozen=True)
class AttendanceRecord:
    """The presentielijst of a session: names, and nothing of what anybody scored."""

    day: CalibrationDay
    session: Session
    rooms: tuple[Room, ...]
    participants: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Different:
    """A criterion of a casus (by its code) on which somebody gave another level than most others."""

    casus: str
    criterion: str
    own: Text
    most: Text


@dataclass(frozen=True, slots=True)
class Changed:
    """A criterion of a casus (by its code) of which somebody changed the level in a later round."""

    casus: str
    criterion: str
    before: Text
    after: Text


@dataclass(frozen=True)
class PrivateRecord:
    """What one participant sees of their own scores beside the group; only that participant may open it.

    Attributes:
        code: opens the file: the code that came with the scores, else the one of the invitation.
        erased_after: the last day on which the scores are kept.
        marks: own marks of the first round, by casus id and criterion.
        group: how often each mark was given, by casus id and criterion.
        compared: criteria on which most others agree on one level.
        as_most: of those, how many times the same level was given.
        severity: the one line about stricter or milder.
        use: how often each level was given, lowest first.
        use_of_others: what that was on average with the others, on the same criteria.
        halo: whether own levels differ less than those of nearly all others.
        few: whether so few scored that a comparison would tell what another gave; then there is none.
        changed: what changed in the second round; None when no second round was scored by form.
        reference: on how many of how many criteria the level is that of the preparing team; None before round 2.
    """

    participant: Participant
    day: CalibrationDay
    session: Session
    instrument: Instrument
    casussen: tuple[Casus, ...]
    code: str
    erased_after: date
    marks: Marks
    notes: Marks
    group: Mapping[str, Mapping[str, Mapping[str, int]]]
    levels: tuple[Text, ...]
    compared: int
    as_most: int
    different: tuple[Different, ...]
    severity: Text
    use: tuple[int, ...]
    use_of_others: tuple[float, ...]
    scored: int
    halo: bool
    few: bool = False
    changed: tuple[Changed, ...] | None = None
    reference: tuple[int, int] | None = None
