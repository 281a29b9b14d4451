"""A form as fillable PDF: words drawn on the page in embedded letters, fields that start empty.

Nothing of a form stands in a field when it goes out, so that no viewer has to show a sign that its letters lack. Each
page prints the form code in its head and foot, so that a print of it can still be named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer

from assessor.domain.form_code import printed
from assessor.domain.forms import MOST_SIGNS, Field, FieldKind, FormCopy, Item, Section
from assessor.domain.text import Language
from assessor.exchange.form_fields import FORM_CODE, IDENTITY_FIELD, field_name
from assessor.paper import fonts
from assessor.paper.document import HEIGHT, WIDTH, Furniture, write
from assessor.paper.pen import Pen
from assessor.paper.row import Cell, Dress, Row, headed
from assessor.paper.styles import ACCENT, BODY, CODE, HEADING, INK, LABEL, STEP, STRONG, TINT, TITLE

_WHITE = Color(1, 1, 1)
_LINE_HEIGHT = 12.0
_LETTERS = 10
_ONE_LINE = 5 * STEP
_GAP = 2 * STEP
_INDENT = 9 * STEP
"""Width of the column of codes, left of what is asked."""
_ROOM = WIDTH - _INDENT
_NARROW = 33 * STEP
"""Width of a day, and the least of a choice."""
_ARROW = 6 * STEP
"""Room of the arrow that opens a list; the list is as wide as its field."""
_BOX = 3 * STEP
"""Side of a tick box."""


def write_form_pdf(copy: FormCopy, target: BinaryIO, *, printed_at: datetime) -> None:
    """Write one copy of a form.

    Args:
        copy: the form, whose it is, and what stands at its top.
        target: an open binary file.
        printed_at: becomes the date of the file.
    """
    fonts.register()
    language = copy.identity.language
    title, code = copy.form.title.say(language), printed(copy.identity.code)
    foot = FORM_CODE.fill(code=code).say(language)
    furniture = Furniture(f"{title} {code}", title, title, foot, stamp=code)
    write(list(_story(copy, Pen(language))), target, furniture, language, printed_at=printed_at)


class _Fields(Flowable):
    """The fields of one item, left to right and row by row, each under its label."""

    def __init__(self, fields: Sequence[Field], pen: Pen) -> None:
        super().__init__()
        self._fields = fields
        self._pen = pen
        self._placed: list[_Placed] = []

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Put every field in its place, once; gives width and height in points."""
        if not self._placed:
            top = 0.0
            for row in _rows(self._fields, availWidth, self._pen.language):
                labels = [(one, x, width, self._label(one, width)) for one, x, width in row]
                above = max(label.wrap(width, 1e6)[1] for _, _, width, label in labels)
                below = max(_height(one) for one, *_ in row)
                if row[0][0].kind is FieldKind.TICK:
                    above, below = 0.0, max(above, _BOX)
                for one, x, width, label in labels:
                    self._placed.append(_Placed(one, label, x, width, top, above))
                top += above + below + _GAP
            self.width, self.height = availWidth, top - _GAP
        return self.width, self.height

    def draw(self) -> None:
        """Draw each label and the field that belongs to it."""
        for one in self._placed:
            if one.field.kind is FieldKind.TICK:
                one.label.drawOn(self.canv, one.x + _BOX + STEP, self.height - one.top - one.label.height)
            else:
                one.label.drawOn(self.canv, one.x, self.height - one.top - one.above)
            self._draw_field(one)

    def _draw_field(self, one: _Placed) -> None:
        field, form = one.field, self.canv.acroForm
        top = self.height - one.top
        look: dict[str, Any] = {
            "name": field_name(field.name),
            "tooltip": field.title.say(self._pen.language),
            "relative": True,
            "borderColor": ACCENT,
            "fillColor": _WHITE,
            "textColor": INK,
            # A whole number: a browser rounds down, and would leave a field that is filled in without an edge.
            "borderWidth": 1,
            "fieldFlags": "",
            "x": one.x,
        }
        if field.kind is FieldKind.TICK:
            look |= {"y": top - _BOX, "size": _BOX, "buttonStyle": "check"}
            form.checkbox(**look)
            return
        height = _height(field)
        look |= {"y": top - one.above - height, "width": one.width, "height": height}
        look["fontSize"] = _LETTERS
        if field.kind is FieldKind.CHOICE:
            words = [(choice.word.say(self._pen.language), choice.code) for choice in field.choices]
            # A blank first answer takes a level back.
            form.choice(value=_BLANK, options=[(_BLANK, _BLANK), *words], maxlen=0, **look)
        else:
            look["fieldFlags"] = "multiline" if field.kind is FieldKind.TEXT else ""
            form.textfield(maxlen=MOST_SIGNS[field.kind], **look)

    def _label(self, one: Field, width: float) -> Paragraph:
        room = width - _BOX - STEP if one.kind is FieldKind.TICK else width
        label = self._pen.line(one.label, LABEL)
        label.wrap(room, 1e6)
        return label


_BLANK = " "


@dataclass(slots=True)
class _Placed:
    """A field with its label, its left edge and width, the top of its row and the height of the labels there."""

    field: Field
    label: Paragraph
    x: float
    width: float
    top: float
    above: float


def _height(one: Field) -> float:
    return one.lines * _LINE_HEIGHT + 2 * STEP if one.kind is FieldKind.TEXT else _ONE_LINE


def _rows(fields: Sequence[Field], width: float, language: Language) -> list[list[tuple[Field, float, float]]]:
    """The fields by row, each with its left edge and width; what comes last in a row takes the rest of it."""
    rows: list[list[tuple[Field, float, float]]] = []
    left = width
    for one in fields:
        wanted = _wanted(one, width, language)
        if one.kind is FieldKind.TEXT and rows and rows[-1][-1][0].kind is FieldKind.CHOICE:
            wanted = width - left
        alike = bool(rows) and (rows[-1][-1][0].kind is FieldKind.TICK) == (one.kind is FieldKind.TICK)
        if not alike or wanted > width - left:
            rows.append([])
            left = 0.0
        rows[-1].append((one, left, wanted))
        left += wanted + _GAP
    for row in rows:
        one, x, _ = row[-1]
        if one.kind in (FieldKind.LINE, FieldKind.TEXT):
            row[-1] = (one, x, width - x)
    return rows


def _wanted(one: Field, width: float, language: Language) -> float:
    """The least width of a field."""
    if one.kind is FieldKind.TICK:
        return stringWidth(one.label.say(language), LABEL.fontName, LABEL.fontSize) + _BOX + 4 * STEP
    if one.kind is FieldKind.CHOICE:
        longest = max(stringWidth(choice.word.say(language), LABEL.fontName, _LETTERS) for choice in one.choices)
        return min(max(_NARROW, longest + _ARROW), (width - _GAP) / 2)
    if one.kind is FieldKind.DAY:
        return _NARROW
    if one.kind is FieldKind.NUMBER:
        return _NARROW / 2
    return width / 3 if one.kind is FieldKind.LINE else width


class _Hidden(Flowable):
    """What a viewer needs to know and nobody sees: the field in which the file says what it is, and the order of Tab.

    ``NeedAppearances`` is left out on purpose: every field brings its look, and a viewer that is asked to draw them all
    anew (Evince does) wipes out the ticks that were set before.
    """

    def __init__(self, identity: str) -> None:
        super().__init__()
        self._identity = identity

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Takes no room."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Enter the field, and let Tab follow the form."""
        canvas = self.canv
        canvas.setPageCallBack(lambda _number: _tab_as_written(canvas))
        canvas.acroForm.textfield(
            name=IDENTITY_FIELD,
            value=self._identity,
            annotationFlags="hidden",
            fieldFlags="readOnly",
            width=1,
            height=1,
            relative=True,
            maxlen=0,
        )


def _tab_as_written(canvas: Canvas) -> None:
    """Write the order of Tab into the page that was just finished; reportlab has no call for it.

    The order is that in which the fields were written. Row by row (``R``) will not do: Chrome and Edge then come to a
    high field before the low one at its left.
    """
    page = canvas._doc.Pages.pages[-1]  # type: ignore[attr-defined]  # noqa: SLF001
    page.__Defaults__ = {**page.__Defaults__, "Tabs": PDFName("W")}


def _story(copy: FormCopy, pen: Pen) -> Iterator[Flowable]:
    yield _Hidden(copy.identity.to_text())
    yield pen.line(copy.form.title, TITLE)
    yield Spacer(0, 2 * STEP)
    if copy.about:
        yield Row([Cell(3 * STEP, WIDTH - 6 * STEP, [_about(copy, pen)])], Dress(tint=TINT, bar=True, above=6, below=6))
        yield Spacer(0, 2 * STEP)
    for line in copy.form.lead:
        yield pen.line(line, BODY)
        yield Spacer(0, STEP)
    for section in copy.form.sections:
        yield from _section(section, pen)


def _about(copy: FormCopy, pen: Pen) -> Paragraph:
    lines = (f"{pen.say(label)}: {pen.bold(value)}" for label, value in copy.about)
    return Paragraph("<br/>".join(lines), BODY)


def _section(section: Section, pen: Pen) -> Iterator[Flowable]:
    heading: list[Flowable] = [pen.line(section.title, HEADING)]
    if section.lead is not None:
        heading += [pen.line(section.lead, BODY), Spacer(0, STEP)]
    rows = [_item(item, pen) for item in section.items]
    yield headed(heading, rows[0], WIDTH)
    yield from rows[1:]


def _item(item: Item, pen: Pen) -> Row:
    inside: list[Flowable] = [pen.line(item.heading, STRONG)]
    if item.lead is not None:
        inside.append(pen.line(item.lead, BODY))
    if item.hints:
        inside += [Spacer(0, STEP), _hints(item, pen)]
    inside += [Spacer(0, STEP), _Fields(item.fields, pen)]
    code = [pen.line(item.code, CODE)] if item.code else []
    left = _INDENT if item.code else 0.0
    cells = [Cell(0, _INDENT, code), Cell(left, WIDTH - left, inside)]
    return Row(cells, Dress(hairline=True, above=_GAP, below=_GAP), breaks=1, keep=HEIGHT)


def _hints(item: Item, pen: Pen) -> Row:
    width = (_ROOM - _GAP * (len(item.hints) - 1)) / len(item.hints)
    cells = [
        Cell(place * (width + _GAP), width, [Paragraph(f"{pen.bold(hint.label)}: {pen.say(hint.text)}", _HINT)])
        for place, hint in enumerate(item.hints)
    ]
    return Row(cells, Dress(above=0, below=0))


_HINT = LABEL.clone("hint", leading=10)
