"""The screens around a form that is filled in at this computer: its code, going on, and handing over the laptop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, picture, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.midterm.sides import Sides
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.forms import Form, Respondent
from assessor.domain.midterm.form import SAVE
from assessor.domain.midterm.midterm import MidtermWay

WIDTH = 80 * GRID


class Stage(QWidget):
    """A calm screen: a card in the middle with what is said, and buttons.

    Signals:
        later: not now; back to the midterm.
    """

    later = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.body: QVBoxLayout = column(label(title, "heading"), spacing=2 * GRID)
        self._first: QWidget | None = None
        card = Card(self.body)
        content = QWidget()
        content.setLayout(column(card, None, spacing=0))
        area = scrolling(content, max_width=WIDTH)
        self.setLayout(column(area, spacing=0))

    def say(self, *sentences: str) -> None:
        """Add sentences under each other."""
        for one in sentences:
            self.body.addWidget(label(one))

    def offer(self, *buttons: QPushButton) -> None:
        """Add the buttons, the first of them with the focus."""
        self._first = self._first or buttons[0]
        self.body.addLayout(row(*buttons, None, spacing=GRID))

    def take_focus(self) -> None:
        """Put the focus where the stage begins."""
        if self._first is not None:
            self._first.setFocus()


class CodeStage(Stage):
    """The code with which only its writer goes on later, and the introduction.

    Signals:
        begun: its writer begins.
    """

    begun = Signal()

    def __init__(self, sides: Sides, side: Respondent, way: MidtermWay, code: str, form: Form) -> None:
        name = sides.name(side)
        super().__init__(sides.context.say(form.title))
        if way is MidtermWay.PAPER:
            self.say(self.tr("You type in what {name} wrote on paper. That you did so is recorded.").format(name=name))
        else:
            self.say(self.tr("{name}, this form is yours.").format(name=name))
            for one in form.lead:
                if one != SAVE:
                    self.say(sides.context.say(one))
        self.code: QLabel = label(code, "verdict", wrap=False)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.code.setAccessibleName(self.tr("Your code: {code}").format(code=" ".join(code)))
        note = self.tr("Write this code down. What you fill in is kept at once; you go on later with this code only.")
        self.body.addLayout(column(label(self.tr("Your code"), "label"), self.code, label(note, "muted"), spacing=4))
        self.offer(
            button(self.tr("Begin"), self.begun.emit, kind="primary", name="begin"),
            button(self.tr("Not now"), self.later.emit, name="not-now"),
        )


class ResumeStage(Stage):
    """Somebody was filling in: with the code its writer goes on.

    Signals:
        given: the code that was typed.
        anew: start again; what stood there is erased.
    """

    given = Signal(str)
    anew = Signal()

    def __init__(self, sides: Sides, side: Respondent, *, closed: bool) -> None:
        name = sides.name(side)
        super().__init__(self.tr("{name} was filling in").format(name=name))
        self._sides = sides
        self.code = QLineEdit()
        self.code.setMaxLength(4)
        self.code.setEchoMode(QLineEdit.EchoMode.Password)
        self.code.setValidator(QRegularExpressionValidator("[0-9]{0,4}", self.code))
        self.code.setMaximumWidth(16 * GRID)
        self.code.setAccessibleName(self.tr("Your code"))
        self.code.returnPressed.connect(self._give)
        heading = label(self.tr("Your code"), "label")
        heading.setBuddy(self.code)
        self._told = column(spacing=0)
        self._asks_anew = False
        again = button(self.tr("Start again…"), self._ask_anew, name="anew")
        self.again = again
        later = button(self.tr("Not now"), self.later.emit, name="not-now")
        if closed:
            self.say(self.tr("This draft stays closed: too many wrong codes were tried."))
            self.body.addLayout(self._told)
            self.offer(again, later)
            return
        self.say(self.tr("What stood there opens with the four digits that only {name} knows.").format(name=name))
        self.body.addLayout(column(heading, self.code, spacing=4))
        self.body.addLayout(self._told)
        self._first = self.code
        self.offer(button(self.tr("Go on"), self._give, kind="primary", name="go-on"), again, later)

    def refuse(self, refusal: KnownError) -> None:
        """Say that this is not the code."""
        clear(self._told)
        self._tell(Banner("insufficient", refusal.say(self._sides.context.language)))
        self.code.clear()
        self.code.setFocus()

    def _tell(self, banner: Banner) -> None:
        self._told.addWidget(banner)
        banner.show()

    def _give(self) -> None:
        self.given.emit(self.code.text())

    def _ask_anew(self) -> None:
        """Ask once more: starting again erases what stood there."""
        if self._asks_anew:
            self.anew.emit()
            return
        self._asks_anew = True
        clear(self._told)
        self._tell(Banner("warning", self.tr("Starting again erases what stood there. Choose it once more to do so.")))
        self.again.setText(self.tr("Erase and start again"))


class HandOverStage(Stage):
    """Between one side and the other: nothing of the first is on screen.

    Signals:
        onward: the other side begins.
    """

    onward = Signal()

    def __init__(self, sides: Sides, side: Respondent, other: Respondent, way: MidtermWay) -> None:
        name, next_name = sides.name(side), sides.name(other)
        if way is MidtermWay.PAPER:
            super().__init__(self.tr("The form of {name} is in").format(name=name))
            self.say(self.tr("The answers of {name} are hidden.").format(name=name))
            onward = self.tr("Type in the form of {name} too").format(name=next_name)
        else:
            super().__init__(self.tr("Hand the laptop to {name} now.").format(name=next_name))
            self.say(self.tr("The answers of {name} are hidden.").format(name=name))
            onward = self.tr("I am {name}: begin").format(name=next_name)
        self.body.insertWidget(0, picture("lock", size=48))
        self.offer(
            button(onward, self.onward.emit, kind="primary", name="onward"),
            button(self.tr("Not now"), self.later.emit, name="not-now"),
        )


class DoneStage(Stage):
    """Both forms are in.

    Signals:
        onward: to the mirror.
    """

    onward = Signal()

    def __init__(self, sides: Sides) -> None:
        super().__init__(self.tr("Both forms are in"))
        names = [sides.name(one) for one in (Respondent.STUDENT, Respondent.SUPERVISOR)]
        words = self.tr("{student} and {mentor}, sit down together: the mirror shows what you can talk about.")
        self.say(words.format(student=names[0], mentor=names[1]))
        self.offer(button(self.tr("Open the mirror"), self.onward.emit, kind="primary", name="open-mirror"))
