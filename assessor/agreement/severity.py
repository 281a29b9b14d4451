"""Strictness of each assessor, estimated from all items at once and shrunken towards the group."""

from __future__ import annotations

from dataclasses import dataclass

from scipy.special import ndtri

from assessor.agreement.reasons import no_variation, nothing_to_compare
from assessor.agreement.reml import Fit, fits, number, reml
from assessor.agreement.result import Reason
from assessor.agreement.table import Table

FEWEST_SCORES = 6
"""Below this many scores nothing is said about stricter or milder, nor about halo."""
MARGIN = 0.25
"""Part of a level by which the interval must exclude 0 before a word is used."""


@dataclass(frozen=True, slots=True)
class Severity:
    """How far an assessor lies from the group, shrunken, in levels.

    Attributes:
        value: Below 0 stricter, above 0 milder; None when it does not exist.
        reason: Why it does not exist.
        interval: Interval of the value, not clipped.
        error: Prediction error.
        word: "stricter" or "milder" when the interval lies beyond the margin and there are six scores, else None.
    """

    value: float | None
    reason: Reason | None = None
    interval: tuple[float, float] | None = None
    error: float | None = None
    word: str | None = None


def crossed(table: Table) -> Fit | Reason:
    """Variance components of items, assessors and rest with their effects, or why there are none."""
    reason = nothing_to_compare(table) or no_variation(table)
    if reason is not None:
        return reason
    factors = {"item": number(table.item), "assessor": number(table.assessor)}
    if len(table.level) <= max(factors["item"].max(), factors["assessor"].max()) + 2:
        return Reason.NO_REPETITION
    if not fits(factors):
        return Reason.TOO_LARGE
    return reml(table.scale.numbers()[table.level], factors)


def severities(table: Table, found: Fit | Reason, margin: float = MARGIN, confidence: float = 0.95) -> list[Severity]:
    """Severity of every assessor by best linear unbiased prediction (Henderson 1975), shrunken towards 0.

    Args:
        table: The ratings.
        found: `crossed` of the table.
        margin: Part of a level beyond which "stricter" or "milder" is said.
        confidence: Nominal coverage of the interval.
    """
    if isinstance(found, Reason):
        return [Severity(None, found)] * len(table.assessors)
    scores = table.use.sum(axis=1)
    result = [Severity(None, Reason.NOTHING)] * len(table.assessors)
    reach = float(ndtri((1.0 + confidence) / 2))
    effects = found.effects["assessor"]
    still = found.components["assessor"] == 0.0
    for place, assessor in enumerate(table.active):
        value = 0.0 if still else float(effects.value[place])
        error = 0.0 if still else float(effects.error[place])
        low, high = value - reach * error, value + reach * error
        word = None
        if scores[assessor] >= FEWEST_SCORES:
            word = "stricter" if high < -margin else "milder" if low > margin else None
        result[assessor] = Severity(value, None, (low, high), error, word)
    return result
