"""A manual on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

import assessor
from assessor.domain.text import Language, Text

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_FOOT = Text("Assessor {version} · met F1 zie je de toetsen", "Assessor {version} · F1 shows the keys")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (`level` 1 or 2), a paragraph (0) or a point of a list; words may be **bold**, *a name* or `a key`."""

    words: str
    level: int
    is_point: bool


def write_manual(parts: Sequence[Part], language: Language, target: BinaryIO, *, printed_at: datetime) -> None:
    """Write a manual as PDF (A4) into an open binary file."""
    from assessor.paper import fonts
    from assessor.paper.document import Furniture, write

    fonts.register()
    title = next((part.words for part in parts if part.level == 1), "Assessor")
    foot = _FOOT.fill(version=assessor.__version__).say(language)
    write(list(_story(parts)), target, Furniture(title, title, title, foot), language, printed_at=printed_at)


def _story(parts: Sequence[Part]) -> Iterator[Flowable]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    from assessor.paper.document import Bookmark
    from assessor.paper.styles import BODY, HEADING, STEP, TITLE

    running = ParagraphStyle("running", BODY, fontSize=9.5, leading=13, spaceAfter=1.5 * STEP)
    point = ParagraphStyle("point", running, leftIndent=3 * STEP, bulletIndent=0, spaceAfter=0.5 * STEP)
    heading = ParagraphStyle("manual heading", HEADING, spaceBefore=3 * STEP, spaceAfter=STEP)
    title = ParagraphStyle("manual title", TITLE, spaceAfter=2 * STEP)
    for part in parts:
        if part.level == 1:
            yield Bookmark(_marked(part.words), title, part.words)
        elif part.level:
            yield Bookmark(_marked(part.words), heading, part.words, depth=1)
        elif part.is_point:
            yield Paragraph(_marked(part.words), point, bulletText="•")
        else:
            yield Paragraph(_marked(part.words), running)


def _marked(words: str) -> str:
    from xml.sax.saxutils import escape

    from assessor.paper import fonts

    text = escape(fonts.printable(words))
    for sign, tag in ((r"\*\*", "b"), (r"\*", "i"), ("`", "b")):
        text = re.sub(rf"{sign}(.+?){sign}", rf"<{tag}>\1</{tag}>", text)
    return text
