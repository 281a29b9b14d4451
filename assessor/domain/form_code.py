"""The form code: ten signs that name one copy of a form, printed on each page and typed over without mistakes.

The alphabet is Crockford's base 32 (D. Crockford, *Base 32*, 2019): no I, L, O or U. The last sign is a check sign, so
that a misread one is found.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SIGNS = 9
_HALF = 5
_PRINTED = re.compile(r"(?<![0-9A-Za-z])([0-9A-HJKMNP-TV-Z]{5})-([0-9A-HJKMNP-TV-Z]{5})(?![0-9A-Za-z])")
_MISREAD = str.maketrans("OIL", "011")


def new_code(draw: Callable[[int], int]) -> str:
    """A code without hyphen; `draw` answers a random whole number below its argument."""
    signs = "".join(ALPHABET[draw(len(ALPHABET))] for _ in range(_SIGNS))
    return signs + _check(signs)


def code_of(name: str) -> str:
    """The code that belongs to a name, always the same: of a form that goes to many people as one file."""
    signs = iter(hashlib.sha256(name.encode()).digest())
    return new_code(lambda below: next(signs) % below)


def printed(code: str) -> str:
    """The code as paper shows it: K7PWA-3QHDX."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def read_code(typed: str) -> str | None:
    """The code that was typed, with or without hyphen, O for 0 and I or L for 1; None when it is none."""
    signs = "".join(typed.split()).replace("-", "").upper().translate(_MISREAD)
    whole = len(signs) == _SIGNS + 1 and all(sign in ALPHABET for sign in signs)
    return signs if whole and signs[-1] == _check(signs[:-1]) else None


def codes_in(text: str) -> tuple[str, ...]:
    """Every form code that stands in a text, each once, in order."""
    found = (read_code(first + second) for first, second in _PRINTED.findall(text))
    return tuple(dict.fromkeys(code for code in found if code is not None))


def _check(signs: str) -> str:
    """A weighted sum over 31, a prime, so that a wrong sign and two that changed places both show."""
    total = sum((place + 1) * ALPHABET.index(sign) for place, sign in enumerate(signs))
    return ALPHABET[total % 31]
