"""A midterm evaluation on paper: the picture and the talk on page 1, then both views side by side, then the talk."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.text import Language, Text
from assessor.reports.calibration_page import EXAMPLE_STAMP

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from assessor.paper.document import Furniture

FORMATIVE = Text(
    "Formatief: dit is geen beoordeling en telt niet mee.", "Formative: this is not an assessment and does not count."
)
"""At the foot of every page."""


def write_midterm(account: MidtermAccount, target: BinaryIO, language: Language, *, printed_at: datetime) -> None:
    """Write a midterm evaluation as PDF (A4, letters embedded, with outline); the same account makes the same bytes.

    The file bears the student number in its title and heads and no name. Callers choose the name of the file.

    Args:
        account: the midterm with both forms side by side, or the one that is there.
        target: an open binary file.
        language: of headings, sentences and the form; what people wrote stays as they wrote it.
        printed_at: date of the file; its time zone is the one in which moments are told.
    """
    from assessor.paper.document import write

    write(story(account, language, printed_at), target, furniture(account, language), language, printed_at=printed_at)


def story(account: MidtermAccount, language: Language, printed_at: datetime) -> list[Flowable]:
    """The content from top to bottom, to be used once."""
    from assessor.paper import fonts
    from assessor.paper.pen import Pen
    from assessor.reports.midterm_front import front
    from assessor.reports.midterm_talk import talk
    from assessor.reports.midterm_views import views

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    return [*front(account, pen), *views(account, pen), *talk(account, pen, printed_at)]


def furniture(account: MidtermAccount, language: Language) -> Furniture:
    """What stands around the text: a number, never a name."""
    from assessor.paper.document import Furniture

    title, number = account.instrument.title, account.student.number
    head = Text("{title} · studentnummer {number}", "{title} · student number {number}").fill(
        title=title, number=number
    )
    return Furniture(
        title=f"{title.say(language)} – {number}",
        subject=title.say(language),
        head=head.say(language),
        foot=FORMATIVE.say(language),
        stamp=EXAMPLE_STAMP.say(language) if account.instrument.is_example else "",
    )
