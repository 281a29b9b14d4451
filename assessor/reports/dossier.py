"""The dossier on paper: one page of summary, every criterion, and the account of how the verdict came about."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.dossier import State
from assessor.domain.record import Record
from assessor.domain.text import Language, Text

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from assessor.paper.document import Furniture

EXAMPLE_STAMP = Text("Voorbeeld - niet vastgesteld", "Example - not established")
"""On every page of an oefendossier."""


def write_dossier(record: Record, language: Language, target: BinaryIO, *, printed_at: datetime) -> None:
    """Write the dossier as PDF (A4, letters embedded, with outline); the same record makes the same bytes.

    The file bears numbers only in its title and heads. Callers choose the name of the file: by dossier number.

    Args:
        record: the dossier with everyone and everything it refers to.
        language: of headings, sentences and the form; what people wrote stays as they wrote it.
        target: an open binary file.
        printed_at: date of the file; its time zone is the one in which moments are told.
    """
    from assessor.paper.document import write

    write(story(record, language, printed_at), target, furniture(record, language), language, printed_at=printed_at)


def story(record: Record, language: Language, printed_at: datetime) -> list[Flowable]:
    """The content from top to bottom, to be used once; `write_dossier` puts it on pages."""
    from assessor.paper import fonts
    from assessor.paper.pen import Pen
    from assessor.reports.dossier_account import account
    from assessor.reports.dossier_models import models
    from assessor.reports.dossier_summary import summary

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    page, overflow = summary(record, pen)
    scored = models(record, pen) if _shows_models(record) else []
    return [*page, *scored, *account(record, pen, overflow, printed_at)]


def furniture(record: Record, language: Language) -> Furniture:
    """What stands around the text: numbers, never a name."""
    from assessor.paper.document import Furniture

    dossier, title = record.dossier, record.instrument.title.say(language)
    head = Text(
        "Dossier {number} · studentnummer {student} · {title}", "Dossier {number} · student number {student} · {title}"
    )
    return Furniture(
        title=f"{title} – dossier {dossier.number}",
        subject=title,
        head=head.fill(title=title, number=dossier.number, student=record.student.number).say(language),
        foot=_foot(record).say(language),
        stamp=EXAMPLE_STAMP.say(language) if record.instrument.is_example else "",
    )


def _foot(record: Record) -> Text:
    number = Text("Dossier {number}", "Dossier {number}").fill(number=record.dossier.number)
    if record.dossier.result is None:
        return number
    start = record.dossier.result.fingerprint[:16]
    groups = " ".join(start[at : at + 4] for at in range(0, len(start), 4))
    return number + Text(" · controlegetal {groups} …", " · fingerprint {groups} …").fill(groups=groups)


def _shows_models(record: Record) -> bool:
    """Whether criteria are printed: not where nothing was assessed, or where the dossier was withdrawn."""
    state = record.dossier.state
    if state is State.BROKEN_OFF:
        return any(rating.mark is not None for rating in record.dossier.sheet.ratings.values())
    return state not in {State.NO_SHOW, State.WITHDRAWN}
