"""A document on A4: page furniture, outline, metadata and embedded letters, the same bytes for the same content."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from assessor.domain.text import Language, Text
from assessor.paper import fonts
from assessor.paper.styles import ACCENT, HAIR, HAIRLINE, MARGIN, MUTED, STEP

WIDTH = A4[0] - 2 * MARGIN
"""Width between the margins, in points."""
HEIGHT = A4[1] - 2 * MARGIN - 4 * STEP
"""Height of the text on one page, in points."""

_SMALL = 7.5
_PAGE_OF = Text("Pagina {page} van {pages}", "Page {page} of {pages}")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the text: on every page the stamp and the foot, from page 2 on the head.

    Titles and heads bear numbers, never a person's name: they show in file lists and viewers' title bars.
    """

    title: str
    subject: str
    head: str
    foot: str
    stamp: str = ""


class Bookmark(Paragraph):
    """A heading that is also a line of the outline, at `depth` 0 (chapter) or deeper.

    In a row it never stands last on a page (see `assessor.paper.row.headed`).
    """

    def __init__(self, markup: str, style: Any, outline: str, depth: int = 0) -> None:  # noqa: ANN401 - reportlab's own
        super().__init__(markup, style)
        self.outline = outline
        self.depth = depth
        self.keepWithNext = 1

    def draw(self) -> None:
        """Draw the words and enter them in the outline of the document."""
        canvas = self.canv
        key = f"page {canvas.getPageNumber()} at {canvas.absolutePosition(0, 0)[1]:.0f}"
        canvas.bookmarkHorizontal(key, 0, self.height + STEP)
        canvas.addOutlineEntry(self.outline, key, level=self.depth, closed=False)
        super().draw()


class _Canvas(Canvas):
    """A canvas without letters of its own, that numbers its pages when their count is known."""

    language: Language = "nl"

    def save(self) -> None:
        """Draw "page x of y" into the form that each page holds for it, then write the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_number_form(page))
            self.setFont(fonts.REGULAR, _SMALL)
            self.setFillColor(MUTED)
            words = _PAGE_OF.fill(page=page, pages=pages).say(self.language)
            self.drawRightString(A4[0] - MARGIN, MARGIN - 4 * STEP, words)
            self.endForm()
        super().save()

    def _make_preamble(self) -> None:
        """Start each page without a letter: the usual preamble names Helvetica, which is not embedded."""
        self._preamble = "1 0 0 1 0 0 cm"


def _number_form(page: int) -> str:
    return f"page-{page}"


@dataclass(frozen=True, slots=True)
class _Moment:
    """What reportlab asks of a time stamp."""

    t: int
    YMDhms: tuple[int, int, int, int, int, int]
    dhh: int
    dmm: int


class _Document(BaseDocTemplate):
    """A4 with one frame, its furniture around it."""

    def __init__(self, target: BinaryIO, furniture: Furniture, language: Language, printed_at: datetime) -> None:
        super().__init__(
            target,
            pagesize=A4,
            invariant=1,
            lang=language,
            displayDocTitle=1,
            title=furniture.title,
            subject=furniture.subject,
            author="",
            creator="Assessor",
            producer="Assessor",
            initialFontName=fonts.REGULAR,
        )
        self.furniture = furniture
        self.language = language
        self.printed_at = printed_at
        frame = Frame(MARGIN, MARGIN + 2 * STEP, WIDTH, HEIGHT, 0, 0, 0, 0, id="text")
        self.addPageTemplates(PageTemplate(id="page", frames=[frame], onPageEnd=self._furnish))

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's own
        """Tell the canvas its language, and give the file the moment of printing as its date."""
        assert isinstance(self.canv, _Canvas)  # noqa: S101 - `write` asks for it
        self.canv.language = self.language
        # The only place where the date can be set.
        self.canv._doc._timeStamp = _stamp(self.printed_at)  # type: ignore[attr-defined]  # noqa: SLF001

    def _furnish(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        """Head, foot and stamp; drawn last, so that whoever listens to a page hears its text first."""
        page = canvas.getPageNumber()
        canvas.saveState()
        canvas.setFont(fonts.REGULAR, _SMALL)
        canvas.setFillColor(MUTED)
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(HAIR)
        if page > 1:
            room = WIDTH - _stamp_width(self.furniture.stamp) - 2 * STEP
            canvas.drawString(MARGIN, A4[1] - MARGIN + 3 * STEP, _fitted(self.furniture.head, room))
            canvas.line(MARGIN, A4[1] - MARGIN + STEP, A4[0] - MARGIN, A4[1] - MARGIN + STEP)
        canvas.line(MARGIN, MARGIN - STEP, A4[0] - MARGIN, MARGIN - STEP)
        canvas.drawString(MARGIN, MARGIN - 4 * STEP, self.furniture.foot)
        canvas.doForm(_number_form(page))
        if self.furniture.stamp:
            _draw_stamp(canvas, self.furniture.stamp)
        canvas.restoreState()


def write(
    story: Sequence[Flowable],
    target: BinaryIO,
    furniture: Furniture,
    language: Language,
    *,
    printed_at: datetime,
) -> None:
    """Lay the story out and write it as PDF.

    Args:
        story: flowables from top to bottom; they are used up.
        target: an open binary file.
        furniture: what stands around the text.
        language: language of the furniture and of the document as screen readers are told.
        printed_at: becomes the date of the file, the only moment in it.
    """
    fonts.register()
    laid_out = BytesIO()
    _Document(laid_out, furniture, language, printed_at).build(list(story), canvasmaker=_Canvas)
    target.write(laid_out.getvalue())


def _stamp(at: datetime) -> _Moment:
    minutes = int((at.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = -1 if minutes < 0 else 1
    return _Moment(
        timegm(at.utctimetuple()),
        (at.year, at.month, at.day, at.hour, at.minute, at.second),
        sign * hours,
        rest,
    )


def _fitted(words: str, room: float) -> str:
    """The words, cut at their end where they are wider than `room` points."""
    words = fonts.printable(words)
    if stringWidth(words, fonts.REGULAR, _SMALL) <= room:
        return words
    while words and stringWidth(f"{words} …", fonts.REGULAR, _SMALL) > room:
        words = words[:-1]
    return f"{words.rstrip()} …"


def _stamp_width(words: str) -> float:
    return stringWidth(words, fonts.SEMIBOLD, _SMALL) + 4 * STEP if words else 0.0


def _draw_stamp(canvas: Canvas, words: str) -> None:
    """A framed word at the right of the head, on every page."""
    width = _stamp_width(words)
    left, bottom = A4[0] - MARGIN - width, A4[1] - MARGIN + 2 * STEP
    canvas.setStrokeColor(ACCENT)
    canvas.setFillColor(ACCENT)
    canvas.roundRect(left, bottom, width, 4 * STEP, 2, stroke=1, fill=0)
    canvas.setFont(fonts.SEMIBOLD, _SMALL)
    canvas.drawString(left + 2 * STEP, bottom + 1.35 * STEP, words)
