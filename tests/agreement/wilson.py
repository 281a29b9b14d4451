"""Wilson's interval of a share, from its formula: an oracle for margins."""

from __future__ import annotations

from math import sqrt

_Z = 1.959963984540054


def wilson(hits: int, tries: int) -> tuple[float, float, float]:
    """Value, low and high at 95 %."""
    share = hits / tries
    middle = (share + _Z**2 / (2 * tries)) / (1 + _Z**2 / tries)
    half = _Z * sqrt(share * (1 - share) / tries + _Z**2 / (4 * tries**2)) / (1 + _Z**2 / tries)
    return share, middle - half, middle + half
