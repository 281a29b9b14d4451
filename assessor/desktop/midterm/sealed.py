"""A midterm whose forms are hidden: who is in, who is awaited, what can be done meanwhile; never what they say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.chips import Chip
from assessor.desktop.furniture.options import Options
from assessor.desktop.furniture.surfaces import Banner, Card, column, line, row
from assessor.desktop.furniture.words import label
from assessor.desktop.midterm.history import MidtermHistory
from assessor.desktop.midterm.sides import Sides
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import SIDES, MidtermState, MidtermWay, Receipt
from assessor.services.midterm.overview import Post, Reminder
from assessor.storage.repositories.midterm_lines import MidtermLine


class SealedView(QWidget):
    """What is known while the forms are sealed.

    Signals:
        entering: somebody fills in or types in; carries the side and the way.
        closing: the user wants to close with a reason.
        choosing: of a form that came twice, the user lets one count; carries the receipt's id.
    """

    entering = Signal(object, object)
    closing = Signal()
    choosing = Signal(str)

    def __init__(self, context: Context, line: MidtermLine, post: Post) -> None:
        super().__init__()
        self._context, self._line = context, line
        self._sides = Sides(context, line)
        self._words = Wording(context)
        parts = column(spacing=2 * GRID)
        if line.state is MidtermState.DONE:
            parts.addWidget(Banner("neutral", self.tr("Stopped: {reason}").format(reason=line.reason)))
        else:
            parts.addWidget(self._who(post))
            for side in SIDES:
                came = [one for one in post.twice if one.respondent is side]
                if came:
                    parts.addWidget(self._twice(side, came))
            for one in context.application.midterms.overview.awaited(line.id):
                parts.addWidget(self._reminder(one))
        parts.addWidget(MidtermHistory(context, line.id))
        parts.addStretch(1)
        self.setLayout(parts)

    # --- who is in

    def _who(self, post: Post) -> Card:
        heading = label(self.tr("Who is in"), "heading")
        card = Card(heading, spacing=12)
        counted = {one.respondent: one for one in post.receipts if one.in_force and not one.late}
        for side in SIDES:
            card.body.addLayout(self._side(side, counted.get(side)))
            card.body.addWidget(line())
        foot = label(
            self.tr("What the forms say stays hidden from everybody until both are in. Then they open by themselves."),
            "muted",
        )
        close = button(self.tr("Close with a reason…"), self.closing.emit, name="close-midterm")
        under = row(spacing=2 * GRID)
        under.addWidget(foot, 1)
        under.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(under)
        return card

    def _side(self, side: Respondent, receipt: Receipt | None) -> QHBoxLayout:
        words = column(label(self._sides.name(side), "label"), label(self._sides.role(side), "muted"), spacing=2)
        made = row(spacing=2 * GRID)
        made.addLayout(words, 1)
        if receipt is not None:
            made.addWidget(label(self._came(receipt), "muted", wrap=False))
            made.addWidget(Chip(self.tr("in, hidden"), "good"))
            return made
        entering = self._context.application.midterms.entering
        waiting = entering.waiting(self._line.id, side)
        here = self.tr("Fill in at this computer") if waiting is None else self.tr("Go on filling in")
        if waiting is not None:
            begun = self.tr("begun, saved {moment}").format(moment=self._words.moment(waiting.saved_at))
            words.addWidget(label(begun, "small"))
        for text, way in ((here, MidtermWay.COMPUTER), (self.tr("Type in from paper"), MidtermWay.PAPER)):
            made.addWidget(self._way_in(text, side, way))
        made.addWidget(Chip(self.tr("awaited"), "neutral"))
        return made

    def _way_in(self, text: str, side: Respondent, way: MidtermWay) -> QWidget:
        made = button(text, lambda: self.entering.emit(side, way), name=f"{way.value}-{side.value}")
        made.setAccessibleName(f"{text}: {self._sides.name(side)}")
        return made

    def _came(self, receipt: Receipt) -> str:
        return f"{self._context.say(receipt.way.word)}, {self._moment(receipt)}"

    def _moment(self, receipt: Receipt) -> str:
        at = receipt.received_at.astimezone()
        day = self._context.locale.toString(QDate(at.date()), QLocale.FormatType.ShortFormat)
        return f"{day} {at:%H:%M}"

    # --- came in twice

    def _twice(self, side: Respondent, came: Sequence[Receipt]) -> Card:
        name = self._sides.name(side)
        title = self.tr("The form of {name} came in {count} times, with other content").format(
            name=name, count=len(came)
        )
        options = Options(title)
        for one in came:
            options.add(one.id, self._came(one), "" if one.complete else self.tr("not everything is filled in"))
        options.show_code(next((one.id for one in came if one.in_force), ""))
        options.chosen.connect(self.choosing.emit)
        asked = label(self.tr("Ask {name} which one counts. Both are kept.").format(name=name), "muted")
        return Card(label(title, "heading"), asked, options, spacing=12)

    # --- who is awaited

    def _reminder(self, one: Reminder) -> Card:
        words = self._context.say(one.text)
        text = label(words)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told = label("", "small", wrap=False)

        def copy() -> None:
            QGuiApplication.clipboard().setText(words)
            told.setText(self.tr("Copied"))

        name = self._sides.name(one.respondent)
        made = button(self.tr("Copy the text"), copy, icon="copy", name=f"copy-{one.respondent.value}")
        made.setAccessibleName(self.tr("Copy the reminder for {name}").format(name=name))
        title = label(self.tr("Reminder for {name}").format(name=name), "heading")
        head = row(spacing=GRID)
        head.addWidget(title, 1)
        head.addWidget(told)
        head.addWidget(made)
        return Card(head, text, spacing=12)
