"""The letters of paper: one embedded family, and what happens to signs that it does not hold."""

from __future__ import annotations

import unicodedata
from functools import cache
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from assessor import paths

REGULAR = "InterAssessor-Regular"
ITALIC = "InterAssessor-Italic"
SEMIBOLD = "InterAssessor-SemiBold"
BOLD = "InterAssessor-Bold"

MISSING = "□"
"""Stands for a sign that the family does not hold, such as an emoji."""

_SOFT_HYPHEN = "\xad"
_FACES = (REGULAR, ITALIC, SEMIBOLD, BOLD)
_REGISTERING = Lock()


def register() -> None:
    """Make the family known to reportlab; a second call costs nothing."""
    with _REGISTERING:
        if REGULAR in pdfmetrics.getRegisteredFontNames():
            return
        folder = paths.resources() / "fonts"
        for face in _FACES:
            pdfmetrics.registerFont(TTFont(face, str(folder / f"{face}.ttf")))
        # After the faces: registering a face makes it its own bold.
        pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=SEMIBOLD)


def printable(text: str) -> str:
    """The text in signs that the family holds: composed, without control signs, `MISSING` for what it lacks.

    Line breaks stay; tabs become spaces; joiners, variation selectors and stray accents vanish.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    held = _held()
    return "".join(sign if sign in held else _instead(sign) for sign in composed)


def lacks(text: str) -> bool:
    """Whether printing this text needs the sign `MISSING` where the writer put another."""
    return printable(text).count(MISSING) > text.count(MISSING)


@cache
def _held() -> frozenset[str]:
    """The signs with a shape; of those without one only the soft hyphen, which tells where a word may break."""
    register()
    font = pdfmetrics.getFont(REGULAR)
    assert isinstance(font, TTFont)  # noqa: S101 - registered as such above
    signs = map(chr, font.face.charToGlyph)
    return frozenset(sign for sign in signs if unicodedata.category(sign) not in {"Cc", "Cf"}) | {"\n", _SOFT_HYPHEN}


def _instead(sign: str) -> str:
    if sign in "\t\v\f\u2028\u2029":
        return " "
    return "" if unicodedata.category(sign) in {"Cc", "Cf", "Mn", "Me"} else MISSING
