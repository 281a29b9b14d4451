"""What a statistic hands over: a value, or the reason why it does not exist.

Never a sentinel, never NaN: a `Result` carries either a finite value or a `Reason`, and beside it what
the value was computed from.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Sentence:
    """One plain sentence in Dutch and in English."""

    nl: str
    en: str


class Reason(Enum):
    """Why a number does not exist; the value is the sentence that says so."""

    NOTHING = Sentence("Niet te berekenen: er zijn geen scores.", "Cannot be computed: there are no ratings.")
    FEWER_THAN_TWO_ASSESSORS = Sentence(
        "Niet te berekenen: minder dan 2 beoordelaars.", "Cannot be computed: fewer than 2 assessors."
    )
    NO_PAIR = Sentence(
        "Niet te berekenen: geen enkel criterium is door twee of meer beoordelaars gescoord.",
        "Cannot be computed: no criterion was rated by two or more assessors.",
    )
    ONE_ITEM = Sentence(
        "Niet te berekenen met één gescoord criterium: daarvoor zijn er twee of meer nodig.",
        "Cannot be computed from one rated criterion: two or more are needed.",
    )
    ONE_WORK = Sentence("Niet te berekenen met één les.", "Cannot be computed from one lesson.")
    NO_VARIATION = Sentence(
        "Niet te berekenen (geen variatie): alle scores zijn gelijk. De overeenstemming is volledig, maar een maat"
        " die voor toeval corrigeert bestaat dan niet.",
        "Cannot be computed (no variation): all ratings are equal. Agreement is complete, but then a measure that"
        " corrects for chance does not exist.",
    )
    NO_SPREAD = Sentence(
        "Niet te berekenen (geen variatie): in wat vergeleken kan worden maken de beoordelaars geen verschil.",
        "Cannot be computed (no variation): in what can be compared the assessors make no difference.",
    )
    MORE_THAN_TWO_ASSESSORS = Sentence(
        "Niet te berekenen: deze maat is voor precies 2 beoordelaars en er zijn er meer.",
        "Cannot be computed: this measure is for exactly 2 assessors and there are more.",
    )
    NO_COMPLETE_ITEM = Sentence(
        "Niet te berekenen: minder dan twee criteria zijn door alle beoordelaars gescoord.",
        "Cannot be computed: fewer than two criteria were rated by all assessors.",
    )
    TWO_LEVELS = Sentence(
        "Niet van toepassing: deze schaal heeft twee niveaus.", "Does not apply: this scale has two levels."
    )
    ONE_LEVEL = Sentence(
        "Niet te berekenen: deze schaal heeft maar één niveau.", "Cannot be computed: this scale has only one level."
    )
    NOT_NUMBERS = Sentence(
        "Niet van toepassing: de niveaus zijn woorden en hebben geen nulpunt.",
        "Does not apply: the levels are words and have no zero.",
    )
    NEGATIVE_LEVEL = Sentence(
        "Niet van toepassing: een verhouding bestaat alleen bij niveaus van nul of hoger.",
        "Does not apply: a ratio exists only for levels of zero or higher.",
    )
    NO_REPETITION = Sentence(
        "Niet te berekenen: er zijn te weinig scores om les, beoordelaar en rest te scheiden.",
        "Cannot be computed: there are too few ratings to separate lesson, assessor and rest.",
    )
    TOO_LARGE = Sentence(
        "Niet berekend: voor deze maat is de tabel te groot.", "Not computed: the table is too large for this measure."
    )
    NO_REFERENCE = Sentence(
        "Niet te berekenen: er zijn geen referentiescores.", "Cannot be computed: there are no reference scores."
    )
    LEVEL_NOT_GIVEN = Sentence("Niemand gaf dit niveau.", "Nobody gave this level.")


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval around a value.

    Attributes:
        low: Lower bound, clipped to -1, or to the figure where that is lower.
        high: Upper bound, clipped to 1.
        method: What was resampled or assumed: two-way, assessors, items, cluster, jackknife, gwet-t, f, reml.
        confidence: Nominal coverage, 0 to 1.
        clipped: Whether a bound was cut off at -1 or 1.
        replicates: Replicates used; 0 where nothing was resampled.
        left_out: Replicates in which the value did not exist.
        score: Whether the bounds are Wilson's, because replicates could not tell them.
    """

    low: float
    high: float
    method: str
    confidence: float = 0.95
    clipped: bool = False
    replicates: int = 0
    left_out: int = 0
    score: bool = False

    @classmethod
    def clip(cls, low: float, high: float, method: str, confidence: float, value: float = 0.0) -> Interval:
        """Cut bounds off at -1 and 1 and mark it.

        Args:
            low: Lower bound, perhaps without limit.
            high: Upper bound.
            method: What was resampled or assumed.
            confidence: Nominal coverage.
            value: The figure; where it lies under -1 itself, as it can on a few items, bounds are cut off there.
        """
        floor = min(value, -1.0)
        clipped = low < floor or high > 1.0
        return cls(min(max(low, floor), 1.0), max(min(high, 1.0), floor), method, confidence, clipped)


@dataclass(frozen=True, slots=True)
class Result:
    """One figure with everything needed to read it.

    Attributes:
        name: Name of the measure, as in `measures.MEASURES`.
        value: The figure at full precision, or None when it does not exist.
        reason: Why it does not exist, or None.
        items_used: Items the value rests on.
        items_left_out: Items that could not contribute.
        pairs: Pairs of ratings compared.
        coverage: Ratings present, as a share of items x assessors, 0 to 1.
        definition: Which of the competing definitions this is.
        sentence: What it says, in one plain sentence.
        interval: The chosen interval, or None.
        standard_error: Gwet's linearised error or its counterpart, or None.
        t_interval: value +/- t x standard_error, the secondary interval, or None.
    """

    name: str
    value: float | None
    reason: Reason | None
    items_used: int
    items_left_out: int
    pairs: int
    coverage: float
    definition: Sentence
    sentence: Sentence
    interval: Interval | None = None
    standard_error: float | None = None
    t_interval: Interval | None = None

    def __post_init__(self) -> None:
        """Hold the promise: a finite value or a reason, never both, never neither."""
        if (self.value is None) == (self.reason is None):
            raise ValueError(f"{self.name}: a result is a value or a reason")
        for number in (self.value, self.standard_error):
            if number is not None and not math.isfinite(number):
                raise ValueError(f"{self.name}: {number} is no number to show")

    @property
    def defined(self) -> bool:
        """Whether the value exists."""
        return self.value is not None
