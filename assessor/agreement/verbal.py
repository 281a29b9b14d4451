"""A word for a number, only by Gwet's probabilistic benchmark (Gwet 2014, ch. 6)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import ndtr, ndtri

from assessor.agreement.result import Result, Sentence

_SURE = 0.95


@dataclass(frozen=True, slots=True)
class Ladder:
    """A published scale of words.

    Attributes:
        name: Whose scale.
        floors: Lower bound of each band, highest band first; the last is -1.
        words: Word of each band, highest first; never a word of the levels.
    """

    name: Sentence
    floors: tuple[float, ...]
    words: tuple[Sentence, ...]


LANDIS_KOCH = Ladder(
    Sentence("Landis en Koch", "Landis and Koch"),
    (0.8, 0.6, 0.4, 0.2, 0.0, -1.0),
    (
        Sentence("zeer sterke", "Almost Perfect"),
        Sentence("sterke", "Substantial"),
        Sentence("redelijke", "Moderate"),
        Sentence("beperkte", "Fair"),
        Sentence("geringe", "Slight"),
        Sentence("vrijwel geen", "Poor"),
    ),
)
ALTMAN = Ladder(
    Sentence("Altman", "Altman"),
    (0.8, 0.6, 0.4, 0.2, -1.0),
    (
        Sentence("zeer sterke", "Very Good"),
        Sentence("sterke", "Good"),
        Sentence("redelijke", "Moderate"),
        Sentence("beperkte", "Fair"),
        Sentence("vrijwel geen", "Poor"),
    ),
)
FLEISS = Ladder(
    Sentence("Fleiss", "Fleiss"),
    (0.75, 0.4, -1.0),
    (
        Sentence("sterke", "Excellent"),
        Sentence("redelijke", "Intermediate to Good"),
        Sentence("vrijwel geen", "Poor"),
    ),
)
LADDERS = (LANDIS_KOCH, ALTMAN, FLEISS)


@dataclass(frozen=True, slots=True)
class Membership:
    """How sure it is that the true value lies in a band or higher.

    Attributes:
        ladder: The scale.
        cumulative: Probability of this band or a higher one, highest band first.
        word: Word of the highest band that is sure enough.
    """

    ladder: Ladder
    cumulative: tuple[float, ...]
    word: Sentence | None


def membership(value: float, error: float, ladder: Ladder = LANDIS_KOCH, sure: float = _SURE) -> Membership:
    """Cumulative membership of a coefficient in the bands of a ladder.

    Args:
        value: The coefficient.
        error: Its standard error, above 0.
        ladder: The scale of words.
        sure: Probability asked for before a word is used.

    Raises:
        ValueError: The error is not above 0, so that nothing is known about other values.
    """
    if not error > 0.0:
        raise ValueError("a word needs a standard error above 0")
    edges = np.array([1.0, *ladder.floors])
    above = ndtr((value - edges) / error)
    whole = float(above[-1] - above[0])
    cumulative = (above[1:] - above[0]) / whole
    word = next((name for share, name in zip(cumulative, ladder.words, strict=True) if share >= sure), None)
    return Membership(ladder, tuple(float(min(share, 1.0)) for share in cumulative), word)


def membership_of(found: Result, ladder: Ladder = LANDIS_KOCH) -> Membership | None:
    """The bands of a figure and the word that may stand beside it; None without a figure or an error above 0.

    The error is the standard error, or that of the margin where it is the wider, so that a word never says more than
    the margin beside it. That a figure lies in the lowest band or higher is always sure and says nothing: the word of
    that band is used when it is as sure that it lies no higher.
    """
    error = max(_margin_error(found), found.standard_error or 0.0)
    if found.value is None or error <= 0.0:
        return None
    sure = membership(found.value, error, ladder)
    idle = sure.word is ladder.words[-1] and sure.cumulative[-2] > 1.0 - _SURE
    return replace(sure, word=None) if idle else sure


def _margin_error(found: Result) -> float:
    if found.interval is None:
        return 0.0
    return (found.interval.high - found.interval.low) / (2.0 * float(ndtri((1.0 + found.interval.confidence) / 2)))
