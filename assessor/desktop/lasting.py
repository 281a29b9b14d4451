"""Keeps True, False and None alive under PySide6 on Python 3.11.

PySide6 6.12 is built for Pythons in which these three are immortal (PEP 683, Python 3.12 and later) and gives up a
reference too many with each call that answers one of them: each emitted signal takes one from True, each setter one
from None. Python 3.11 counts them, and ends the program when a count reaches nought: after some thousands of steps.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 30
"""So many references are given on beforehand: more than a program gives up in years."""


def keep_singletons() -> None:
    """Raise the counts, once; nothing happens where they are immortal already."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for one in (True, False, None):
        # The count is the first field of every object (PyObject, Include/object.h).
        count = ctypes.c_ssize_t.from_address(id(one))
        if count.value < ENOUGH:
            count.value += ENOUGH
