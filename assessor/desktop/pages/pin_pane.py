"""The PIN of one person: a wrong one is said plainly, and after several the next one has to wait."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import FormRows, mark_invalid
from assessor.desktop.furniture.passphrase import SecretField
from assessor.desktop.furniture.surfaces import Card, column, row
from assessor.desktop.furniture.words import label, restyle
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.people import Person

FREE = 3
"""Wrong attempts before a wait."""
LONGEST = 60
"""Seconds that a wait lasts at most; it doubles with each wrong attempt, from 5."""


def wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong attempts in a row."""
    return 0 if wrong < FREE else min(LONGEST, 5 * 2 ** (wrong - FREE))


class PinPane(QWidget):
    """Asks the PIN.

    Args:
        context: what every page is given.

    Signals:
        passed: the `Person` who signed in.
        left: it is somebody else after all.
    """

    passed = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._person: Person | None = None
        self._wrong: dict[str, int] = {}
        self._rest = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1_000)
        self._clock.timeout.connect(self._tick)
        self.name = label("", "heading")
        self.field = SecretField()
        self.field.setObjectName("pin")
        self.field.setMaxLength(20)
        self.field.returnPressed.connect(self.submit)
        self.message = label("", "body", tone="insufficient")
        self.message.hide()
        self.go_on = button(self.tr("Go on"), self.submit, kind="primary", name="go-on")
        self.other = button(self.tr("I am somebody else"), self.left.emit, kind="quiet", name="other")
        rows = FormRows()
        rows.add(self.tr("PIN"), self.field)
        hint = label(
            self.tr("Forgotten? Whoever knows the passphrase can remove your PIN under Administration."), "small"
        )
        card = Card(self.name, rows, self.message, hint, row(self.other, None, self.go_on), spacing=2 * GRID)
        card.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self.setLayout(column(card, None, spacing=0))

    def ask(self, person: Person) -> None:
        """Ask this person's PIN."""
        self._person = person
        self.name.setText(person.name)
        self._say("")
        self.field.clear()
        self.setFocusProxy(self.field)
        self.field.setFocus()

    def submit(self) -> None:
        """Sign in with what was typed."""
        person, pin = self._person, self.field.text()
        if person is None or not pin or self._rest or not self.field.isEnabled():
            return
        people = self._context.application.people
        self._enable(on=False)
        work = attempt(lambda _progress: people.sign_in(person.id, pin))
        self._context.jobs.start("sign-in", work, self._answered)

    def _answered(self, answer: Person | KnownError) -> None:
        self._enable(on=True)
        if isinstance(answer, Person):
            self._wrong.pop(answer.id, None)
            self.field.clear()
            self.passed.emit(answer)
            return
        self._say(answer.say(self._context.language))
        mark_invalid(self.field, True)
        self.field.selectAll()
        self.field.setFocus()
        if answer.code == "pin-wrong" and self._person is not None:
            count = self._wrong[self._person.id] = self._wrong.get(self._person.id, 0) + 1
            self._hold(wait_after(count))

    # --- waiting

    def _hold(self, seconds: int) -> None:
        self._rest = seconds
        if seconds:
            self.field.clear()
            self._enable(on=False)
            self._clock.start()
            self._say_wait()

    def _tick(self) -> None:
        self._rest -= 1
        if self._rest > 0:
            self._say_wait()
            return
        self._rest = 0
        self._clock.stop()
        self._enable(on=True)
        self._say(self.tr("You can try again now."))
        self.field.setFocus()

    def _say_wait(self) -> None:
        self._say(self.tr("This PIN was wrong several times. Try again in %n seconds.", "", self._rest))

    def _enable(self, *, on: bool) -> None:
        for part in (self.field, self.go_on):
            part.setEnabled(on)
        self.other.setEnabled(on)

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))
        restyle(self.field, invalid=False)
