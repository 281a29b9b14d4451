"""The mirror (spiegel): a row per criterion, a letter for each view, and a bar where they lie apart.

Rows stand in the order of `Mirror.grouped`, so that the subject of the talk is at the top. What was not seen or not
filled in has columns of its own beside the levels, because it is no level.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from assessor.domain.forms import Respondent
from assessor.domain.instrument import NOT_OBSERVED, Scale
from assessor.domain.midterm.mirror import Contrast, Mirror, MirrorLine, View
from assessor.domain.text import Language, Text, in_words, same
from assessor.paper.charts.shapes import Drawing, Rectangle, Words

WIDTH_WANTED = 482.0
"""Width in points at which all but the longest names fit, as wide as a page; from 320 it can be read."""

_ROW, _GROUP, _GAP = 14.0, 14.0, 4.0
_LINE, _HEAD = 8.5, 7.0
_LETTERS, _SIGN = 8.0, 0.52
"""Size of running text in points, and the width of one of its signs as a part of that, rounded up."""
_CODE, _BETWEEN = 30.0, 5.0
_BOX, _BOX_HIGH = 13.0, 10.0
_THIN, _THICK = 2.0, 6.0
"""Height of the bar between two views: one step apart, and further."""
_GROUND, _STRESSED, _BAR = 0.05, 0.16, 0.5

_OPEN = Text("niet ingevuld", "not filled in")
_STUDENT = Text("student", "student")
_HIGHER = Text(
    "De student kiest {steps} hoger dan de {supervisor}.", "The student chooses {steps} higher than the {supervisor}."
)
_LOWER = Text(
    "De student kiest {steps} lager dan de {supervisor}.", "The student chooses {steps} lower than the {supervisor}."
)

Shape = Rectangle | Words


@dataclass(frozen=True, slots=True)
class _Side:
    """One of both views: its letter and its word."""

    letter: str
    word: Text
    dark: bool


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns lie, in points: the middles of levels and of what is no level, by mark, and their widths.

    There is a column for what is no level only where something stands in it; the key of what was left open is None.
    """

    name: float
    level: float
    aside: float
    middles: Mapping[str | None, float]
    right: float

    @classmethod
    def of(cls, width: float, levels: Sequence[str], away: Sequence[str | None]) -> _Columns:
        """The columns of a scale in a drawing of some width."""
        level, aside = (min(90.0, max(least, part * width)) for least, part in ((46.0, 0.12), (38.0, 0.09)))
        beside = len(levels) * level + _BETWEEN + len(away) * aside
        name = min(270.0, max(0.0, width - _CODE - beside))
        left = _CODE + name
        away_left = left + len(levels) * level + _BETWEEN
        middles: dict[str | None, float] = {code: left + (n + 0.5) * level for n, code in enumerate(levels)}
        middles |= {mark: away_left + (n + 0.5) * aside for n, mark in enumerate(away)}
        return cls(name, level, aside, middles, left + beside)


def mirror_picture(mirror: Mirror, supervisor: Text, width: float, language: Language) -> Drawing:
    """The whole mirror in one picture.

    Args:
        mirror: both forms side by side, or the one that is there.
        supervisor: what the programme calls the mentor; its first letter is their sign.
        width: of the drawing in points; see `WIDTH_WANTED`.
        language: of the words in it; hints and the alternative text have both.
    """
    return _Picture(mirror, supervisor, width, language).drawn()


def heading(mirror: Mirror, contrast: Contrast, supervisor: Text) -> Text:
    """What stands above the criteria of a contrast; where there is one form only, whose view it is."""
    if len(mirror.sides) != 1:
        return contrast.word
    who = supervisor if Respondent.SUPERVISOR in mirror.sides else _STUDENT
    return Text("Het beeld van de {who}", "The view of the {who}").fill(who=who)


class _Picture:
    """A picture that is being drawn, from top to bottom."""

    def __init__(self, mirror: Mirror, supervisor: Text, width: float, language: Language) -> None:
        self._mirror, self._width, self._language = mirror, width, language
        self._student = _Side("S", _STUDENT, dark=True)
        self._mentor = _Side(supervisor.nl[:1].upper(), supervisor, dark=False)
        self._sides = [
            side
            for respondent, side in ((Respondent.STUDENT, self._student), (Respondent.SUPERVISOR, self._mentor))
            if respondent in mirror.sides
        ]
        self._shapes: list[Shape] = []
        self._y = 0.0

    def drawn(self) -> Drawing:
        scales = {line.model.scale.code: line.model.scale for line in self._mirror.lines}
        for scale in scales.values():
            self._block(scale)
        return Drawing(self._width, self._y, tuple(self._shapes), self._spoken())

    def _block(self, scale: Scale) -> None:
        """The criteria of one scale under its levels."""
        groups = [
            (contrast, [line for line in lines if line.model.scale.code == scale.code])
            for contrast, lines in self._mirror.grouped
        ]
        used = {self._view(line, side).mark for _, lines in groups for line in lines for side in self._sides}
        away = [mark for mark in (NOT_OBSERVED, None) if mark in used]
        columns = _Columns.of(self._width, [level.code for level in scale.levels], away)
        self._head(scale, columns)
        for contrast, lines in groups:
            if lines:
                self._group(contrast, lines, columns)

    def _head(self, scale: Scale, columns: _Columns) -> None:
        """The levels above their columns, and at the left whose letter is whose."""
        wrapped = []
        for mark, x in columns.middles.items():
            most = int(((columns.aside if _is_away(mark) else columns.level) - 2) / (_HEAD * _SIGN))
            wrapped.append((x, wrap(_word(scale, mark).say(self._language), most, break_long_words=False)))
        high = max(_BOX_HIGH + 1, *(_LINE * len(lines) for _, lines in wrapped))
        for x, lines in wrapped:
            for place, line in enumerate(reversed(lines)):
                baseline = self._y + high - place * _LINE - 2
                self._shapes.append(Words(x, baseline, line, _HEAD, align="middle"))
        self._legend(high, _CODE + columns.name)

    def _legend(self, high: float, room: float) -> None:
        """Left of titles that are so high; under them where there is no room."""
        words = [side.word.say(self._language) for side in self._sides]
        widths = [_BOX + 16 + len(word) * _LETTERS * _SIGN for word in words]
        y = self._y + high - _BOX_HIGH - 1 if sum(widths) <= room else self._y + high + 3
        x = 0.0
        for side, word, width in zip(self._sides, words, widths, strict=True):
            self._letter(side, x + _BOX / 2, y, same(side.letter) + same(": ") + side.word)
            self._shapes.append(Words(x + _BOX + 4, y + _BOX_HIGH - 2.5, word, _LETTERS))
            x += width
        self._y = y + _BOX_HIGH + 3

    def _group(self, contrast: Contrast, lines: list[MirrorLine], columns: _Columns) -> None:
        words = heading(self._mirror, contrast, self._mentor.word).say(self._language)
        self._shapes.append(Words(0, self._y + _GROUP - 4, words, 8.5, bold=True))
        top = self._y + _GROUP
        high = _ROW * len(lines)
        self._grounds(columns, top, high)
        for place, line in enumerate(lines):
            self._row(line, columns, top + place * _ROW)
        if contrast is Contrast.FAR_APART:
            self._shapes.append(Rectangle(0, top, 3, high, 1.0, edged=False))
        self._y = top + high + _GAP

    def _grounds(self, columns: _Columns, top: float, high: float) -> None:
        """A soft band under each level; there is none under what is no level."""
        for mark, x in columns.middles.items():
            if not _is_away(mark):
                left = x - columns.level / 2
                self._shapes.append(Rectangle(left + 1, top, columns.level - 2, high, _GROUND, edged=False))

    def _row(self, line: MirrorLine, columns: _Columns, y: float) -> None:
        far = line.contrast is Contrast.FAR_APART
        shade = _STRESSED if far else 0.0
        if far:
            self._shapes.append(Rectangle(0, y + 0.5, columns.right, _ROW - 1, shade, edged=False))
        whole = self._told(line)
        self._shapes.append(Rectangle(0, y + 0.5, _CODE + columns.name, _ROW - 1, shade, meaning=whole, edged=False))
        baseline = y + _ROW / 2 + _LETTERS * 0.36
        self._shapes.append(Words(6, baseline, line.criterion.code, _LETTERS, bold=True))
        name = _fitted(line.criterion.name.say(self._language), columns.name - 6)
        self._shapes.append(Words(_CODE, baseline, name, _LETTERS, bold=far))
        self._views(line, columns, y + (_ROW - _BOX_HIGH) / 2)

    def _views(self, line: MirrorLine, columns: _Columns, y: float) -> None:
        """Both letters where they belong, side by side where they are alike, with a bar between where they differ."""
        marks = [self._view(line, side).mark for side in self._sides]
        places = [columns.middles[mark] for mark in marks]
        if line.steps:
            high = _THICK if line.contrast is Contrast.FAR_APART else _THIN
            left, right = sorted(places)
            middle = y + (_BOX_HIGH - high) / 2
            self._shapes.append(
                Rectangle(left, middle, right - left, high, _BAR, meaning=self._apart(line), edged=False)
            )
        together = len(marks) > 1 and marks[0] == marks[1]
        for number, (side, mark, x) in enumerate(zip(self._sides, marks, places, strict=True)):
            shift = (number - 0.5) * (_BOX + 2) if together else 0.0
            said = side.word + same(": ") + _word(line.model.scale, mark)
            self._letter(side, x + shift, y, said, dashed=_is_away(mark))

    def _letter(self, side: _Side, x: float, y: float, meaning: Text, *, dashed: bool = False) -> None:
        """A box with a letter: dark for the student, light for the mentor, and dashed for what is no level."""
        dark = side.dark and not dashed
        box = Rectangle(x - _BOX / 2, y, _BOX, _BOX_HIGH, float(dark), dashed=dashed, meaning=meaning)
        baseline = y + _BOX_HIGH / 2 + 2.7
        self._shapes += [box, Words(x, baseline, side.letter, 7.5, bold=True, align="middle", on_dark=dark)]

    # --- in words

    def _view(self, line: MirrorLine, side: _Side) -> View:
        return line.student if side is self._student else line.mentor

    def _told(self, line: MirrorLine) -> Text:
        """A criterion with both views, as one sentence."""
        views = [side.word + same(" ") + _word(line.model.scale, self._view(line, side).mark) for side in self._sides]
        told = same(f"{line.criterion.code} ") + line.criterion.name
        for place, view in enumerate(views):
            told += same(", " if place else ": ") + view
        return told

    def _apart(self, line: MirrorLine) -> Text:
        steps = line.steps or 0
        word = Text("één stap", "one step") if abs(steps) == 1 else in_words(abs(steps)) + Text(" stappen", " steps")
        return (_HIGHER if steps > 0 else _LOWER).fill(steps=word, supervisor=self._mentor.word)

    def _spoken(self) -> Text:
        said = same("")
        for contrast, lines in self._mirror.grouped:
            said += heading(self._mirror, contrast, self._mentor.word) + same(": ")
            for place, line in enumerate(lines):
                said += same("; " if place else "") + self._told(line)
            said += same(". ")
        return Text(said.nl.strip(), said.en.strip())


def _is_away(mark: str | None) -> bool:
    """Whether a mark is no level."""
    return mark is None or mark == NOT_OBSERVED


def _word(scale: Scale, mark: str | None) -> Text:
    return _OPEN if mark is None else scale.word(mark)


def _fitted(name: str, room: float) -> str:
    """The name, cut where it is too long: between two words, or in the first; "" where there is no room at all."""
    most = int(room / (_LETTERS * _SIGN))
    if len(name) <= most:
        return name
    kept = name[: max(0, most - 2)]
    whole = kept.rpartition(" ")[0]
    return f"{whole} …" if whole else f"{kept}…" if kept else ""
