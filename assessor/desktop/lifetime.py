"""Keeps None, True and False alive on Python 3.11, which PySide6 6.12 would use up until Python ends.

PySide6 6.12 hands these three out without counting the reference: harmless from Python 3.12 on, where they are immortal
(PEP 683), but before that each call that answers None, and each signal sent, takes one away. After some hundreds of
signals or some minutes of drawing Python stops with "deallocating None", whatever the window was doing.
"""

from __future__ import annotations

import ctypes
import sys

_IMMORTAL_SINCE = (3, 12)
_PLENTY = 1 << 40
"""More references than calls in years; far below what the counter holds."""


def hold_constants() -> None:
    """Give the three so many references that they cannot run out; once a process is enough, more does no harm."""
    if sys.version_info < _IMMORTAL_SINCE and sys.maxsize > 1 << 32:
        for constant in (None, True, False):
            # The counter is the first field of every object of CPython (PyObject.ob_refcnt).
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
