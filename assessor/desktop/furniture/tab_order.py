"""The order of Tab on a page whose parts are made anew: Qt puts what was made last at the end of the window."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_through(*parts: QWidget) -> None:
    """Let Tab go through the parts in this order, and through each as it went before."""
    stops = [stop for part in parts for stop in _stops(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> list[QWidget]:
    stops: list[QWidget] = []
    one: QWidget | None = part
    while one is not None:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and (one is part or part.isAncestorOf(one)):
            stops.append(one)
        after = one.nextInFocusChain()
        one = after if after is not part else None
    return stops
