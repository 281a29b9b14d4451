"""The page of the talk: agreements on at most three criteria, the closing questions, and the studiecoach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import TICKED
from assessor.domain.instrument import Instrument
from assessor.domain.text import Text

AGREEMENTS = 3
"""More agreements than this are not kept by anybody."""


class TalkPlace:
    """The names of the fields of the talk, on screen and on the gespreksblad."""

    DAY = "talk:day"
    SHARE = "talk:share"
    CONCERN = "talk:concern"

    @staticmethod
    def answer(number: int) -> str:
        """The answer to a closing question, counted from 0."""
        return f"talk:answer:{number}"

    @staticmethod
    def criterion(number: int) -> str:
        """The criterion of an agreement, counted from 0."""
        return f"agreement:{number}:criterion"

    @staticmethod
    def what(number: int) -> str:
        """What is agreed."""
        return f"agreement:{number}:what"

    @staticmethod
    def support(number: int) -> str:
        """What the student needs for it."""
        return f"agreement:{number}:support"

    @staticmethod
    def by(number: int) -> str:
        """When it is done."""
        return f"agreement:{number}:by"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement: the criterion's code ("" while none was chosen), what, with which support, by when."""

    criterion: str = ""
    what: str = ""
    support: str = ""
    by: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was agreed."""
        return not (self.criterion or self.what or self.support or self.by)


@dataclass(frozen=True)
class Talk:
    """What mentor and student wrote down together.

    Attributes:
        day: of the talk.
        answers: to the closing questions, in their order; "" where nothing was written.
        agreements: at most three, empty ones left out.
        share: whether the student wants the studiecoach to have the report.
        concern: whether a concern is reported to the studiecoach (*Zorg melden aan studiecoach*).
    """

    day: date | None = None
    answers: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    share: bool = False
    concern: bool = False

    @property
    def may_go_to_coach(self) -> bool:
        """Whether the studiecoach may have the report: at the student's wish, or with a concern."""
        return self.share or self.concern

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written at all."""
        return self == Talk(answers=("",) * len(self.answers))

    def values(self) -> dict[str, str]:
        """The talk as values by field name; what is empty is left out."""
        found = {TalkPlace.DAY: self.day.isoformat() if self.day else ""}
        found |= {TalkPlace.answer(number): answer for number, answer in enumerate(self.answers)}
        for number, one in enumerate(self.agreements):
            found[TalkPlace.criterion(number)] = one.criterion
            found[TalkPlace.what(number)] = one.what
            found[TalkPlace.support(number)] = one.support
            found[TalkPlace.by(number)] = one.by.isoformat() if one.by else ""
        found[TalkPlace.SHARE] = TICKED if self.share else ""
        found[TalkPlace.CONCERN] = TICKED if self.concern else ""
        return {name: value for name, value in found.items() if value}


def talk_of(values: Mapping[str, str], instrument: Instrument) -> Talk:
    """The talk that stands in values by field name: of a gespreksblad that was understood, or of storage."""
    agreements = (
        Agreement(
            values.get(TalkPlace.criterion(number), ""),
            values.get(TalkPlace.what(number), ""),
            values.get(TalkPlace.support(number), ""),
            _day(values.get(TalkPlace.by(number), "")),
        )
        for number in range(AGREEMENTS)
    )
    return Talk(
        _day(values.get(TalkPlace.DAY, "")),
        tuple(values.get(TalkPlace.answer(number), "") for number in range(len(instrument.closing_questions))),
        tuple(one for one in agreements if not one.is_empty),
        values.get(TalkPlace.SHARE) == TICKED,
        values.get(TalkPlace.CONCERN) == TICKED,
    )


def require_agreements(talk: Talk, instrument: Instrument) -> None:
    """Refuse too many agreements, two on one criterion, or one on a criterion that is not asked.

    Raises KnownErrors ``agreements-too-many``, ``agreement-twice``, ``agreement-criterion``.
    """
    if len(talk.agreements) > AGREEMENTS:
        raise KnownError(
            "agreements-too-many",
            Text("Er zijn meer dan drie afspraken.", "There are more than three agreements."),
            Text("Kies de drie die er nu het meest toe doen.", "Choose the three that matter most now."),
        )
    codes = [one.criterion for one in talk.agreements if one.criterion]
    if len(codes) != len(set(codes)):
        raise KnownError(
            "agreement-twice",
            Text("Twee afspraken gaan over hetzelfde criterium.", "Two agreements are on the same criterion."),
            Text("Voeg ze samen.", "Put them together."),
        )
    if not set(codes) <= instrument.criteria.keys():
        raise KnownError(
            "agreement-criterion",
            Text(
                "Een afspraak gaat over een criterium dat hier niet staat.", "An agreement is on an unknown criterion."
            ),
            Text("Kies een criterium van deze tussenevaluatie.", "Choose a criterion of this midterm evaluation."),
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
