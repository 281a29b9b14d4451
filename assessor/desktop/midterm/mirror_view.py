"""The mirror: one picture, the agenda that follows from it, and both views side by side, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from assessor.desktop.charts.view import ChartView
from assessor.desktop.context import Context
from assessor.desktop.furniture.chips import Chip
from assessor.desktop.furniture.surfaces import Banner, Card, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.midterm.sides import Sides
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.forms import Form, Respondent
from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.midterm.foresight import Course
from assessor.domain.midterm.midterm import SIDES
from assessor.domain.midterm.mirror import Contrast, MirrorLine
from assessor.domain.text import listing
from assessor.paper.charts.mirror import mirror_picture

Unread = Mapping[Respondent, Mapping[str, str]]


class MirrorView(QWidget):
    """Everything that both forms say, once they are open.

    Args:
        context: what every page is given.
        account: the midterm with both forms.
        sides: what the screen calls both sides.
        unread: per side what could not be understood, by field name.
        forms: the form of each side, for what its fields are called.
        parent: where it stands; widgets that know their place beforehand are dressed once.
    """

    def __init__(
        self,
        context: Context,
        account: MidtermAccount,
        sides: Sides,
        unread: Unread,
        forms: Mapping[Respondent, Form],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._account, self._sides = context, account, sides
        self._words = Wording(context)
        self._column: QVBoxLayout = column(spacing=2 * GRID)
        self.setLayout(self._column)
        self._unread_fields, self._forms = unread, forms
        self._is_whole = False
        for part in (*self._banners(), self._picture(), self._agenda()):
            self._column.addWidget(part)

    def finish(self) -> None:
        """Add what comes below the picture and the agenda, once."""
        if self._is_whole:
            return
        self._is_whole = True
        for part in (*self._groups(), *self._own()):
            self._column.addWidget(part)
        for side, written in self._unread_fields.items():
            self._column.addWidget(self._unread(side, written, self._forms[side]))
        after = self._after()
        if after is not None:
            self._column.addWidget(after)
        self._column.addStretch(1)

    # --- what comes first

    def _banners(self) -> Iterator[Banner]:
        for side in self._account.missing:
            words = self.tr("One form: that of {name} is missing. Closed with the reason: {reason}")
            yield Banner("warning", words.format(name=self._sides.name(side), reason=self._account.midterm.reason))
        if self._account.mirror.identical:
            yield Banner(
                "warning",
                self.tr("Both forms hold the same, word for word. Ask each other whether each filled in their own."),
            )

    def _picture(self) -> Card:
        mirror, supervisor, language = self._account.mirror, self._account.programme.supervisor, self._context.language
        name = self.tr("Mirror")
        self.picture = ChartView(name, lambda width: mirror_picture(mirror, supervisor, width, language), language)
        return Card(label(name, "heading"), self.picture, spacing=12)

    def _agenda(self) -> Card:
        card = Card(label(self.tr("Agenda for the talk"), "heading"), spacing=12)
        for item in self._account.agenda:
            heading = label(self._context.say(item.heading), "label")
            card.body.addLayout(column(heading, label(self._context.say(item.question)), spacing=2))
        return card

    # --- both views

    def _groups(self) -> Iterator[Card]:
        for contrast, lines in self._account.mirror.grouped:
            title = self._context.say(contrast.word)
            card = Card(label(title, "heading"), spacing=2 * GRID)
            for line in lines:
                card.body.addWidget(self._line(line))
            yield card

    def _line(self, line: MirrorLine) -> QWidget:
        made = QWidget()
        name = label(f"{line.criterion.code} {self._context.say(line.criterion.name)}", "label")
        if line.steps == 0 and not (line.student.note or line.mentor.note or line in self._account.changed):
            both = self.tr("both: {level}").format(level=self._level(line, Respondent.STUDENT))
            alike = row(spacing=GRID)
            alike.addWidget(name, 1)
            alike.addWidget(label(both, "muted", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            made.setLayout(alike)
            return made
        views = row(spacing=3 * GRID)
        for side in SIDES:
            if side in self._account.mirror.sides:
                views.addLayout(self._view(line, side), 1)
        made.setLayout(column(name, views, spacing=6))
        return made

    def _view(self, line: MirrorLine, side: Respondent) -> QVBoxLayout:
        is_student = side is Respondent.STUDENT
        view = line.student if is_student else line.mentor
        change = line.student_change if is_student else line.mentor_change
        far = line.contrast is Contrast.FAR_APART
        made = column(label(self._sides.role(side), "small"), spacing=4)
        chip = Chip(self._level(line, side), "accent" if far else "neutral")
        made.addLayout(row(chip, None, spacing=0))
        if change:
            words = (
                self.tr("↑ higher than the previous period")
                if change > 0
                else self.tr("↓ lower than the previous period")
            )
            made.addWidget(label(words, "small"))
        if view.note:
            question = line.criterion.questions.get(side.value)
            if question is not None:
                made.addWidget(label(self._context.say(question), "small"))
            made.addWidget(_readable(view.note))
        made.addStretch(1)
        return made

    def _level(self, line: MirrorLine, side: Respondent) -> str:
        view = line.student if side is Respondent.STUDENT else line.mentor
        if view.mark is None:
            return self.tr("not filled in")
        return self._context.say(line.model.scale.word(view.mark))

    # --- the rest

    def _own(self) -> Iterator[Card]:
        if not self._account.mirror.own:
            return
        title = self.tr("From {name}, for the talk").format(name=self._sides.name(Respondent.STUDENT))
        card = Card(
            label(title, "heading"),
            label(self.tr("The student decides what stands here. It has no level."), "muted"),
            spacing=12,
        )
        for item in self._account.mirror.own:
            card.body.addWidget(label(item.own_title or self._context.say(item.title), "label"))
            for question, answer in item.answers:
                asked = label(self._context.say(question), "small")
                card.body.addLayout(column(asked, _readable(answer), spacing=2))
        yield card

    def _unread(self, side: Respondent, written: Mapping[str, str], form: Form) -> Card:
        title = self.tr("Not understood in the form of {name}").format(name=self._sides.name(side))
        card = Card(label(title, "heading"), spacing=12)
        for name, text in written.items():
            field = form.fields.get(name)
            asked = label(self._context.say(field.title) if field is not None else name, "small")
            card.body.addLayout(column(asked, _readable(text), spacing=2))
        return card

    def _after(self) -> Card | None:
        after = self._account.after
        if after is None:
            return None
        day = self._words.long_day(after.day) if after.day else "–"
        title = self.tr("The practice assessment of {day} beside it").format(day=day)
        card = Card(label(title, "heading"), spacing=GRID)
        for one in (Course.HIGHER, Course.LOWER, Course.IN_LINE):
            codes = after.codes(one)
            if codes:
                word = self._context.say(one.word)
                said = f"{word[:1].upper()}{word[1:]}: {self._context.say(listing(codes))}"
                card.body.addWidget(label(said))
        return card


def _readable(text: str) -> QLabel:
    made = label(text)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
