"""Everything that a report on agreement is made of, computed and ready to be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessor.agreement.result import Result
from assessor.agreement.session import SessionReport
from assessor.agreement.trend import Trend
from assessor.domain.instrument import Instrument
from assessor.domain.outcomes import Outcomes
from assessor.domain.text import Text


@dataclass(frozen=True, eq=False)
class AgreementRecord:
    """A session's figures with the words they are told in.

    Attributes:
        name: What the ratings came from, such as the name of a file.
        session: The figures.
        levels: The levels in words, lowest first, as running text writes them.
        cut: First level code that is sufficient, or None when the scale does not say.
        software: Name and version of the program.
        instrument: The form that was scored, or None.
        outcomes: What the rule says of each sheet, or None without a rule or a fully scored model.
        outcome_figures: Per part of the outcomes `exact_agreement` and `pass_fail_agreement`.
        trend: Agreement over the sessions of the file, or None when it tells none apart.
    """

    name: str
    session: SessionReport
    levels: tuple[Text, ...]
    cut: int | None
    software: str
    instrument: Instrument | None = None
    outcomes: Outcomes | None = None
    outcome_figures: Mapping[str, Mapping[str, Result]] = field(default_factory=dict)
    trend: Trend | None = None
