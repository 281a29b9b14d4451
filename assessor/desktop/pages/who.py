"""*Wie ben je?*: who works here now; that person is the actor of everything that follows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.day_field import has_doubt
from assessor.desktop.furniture.form import mark_invalid
from assessor.desktop.furniture.lists import SearchField
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.page import Page
from assessor.desktop.pages.people_list import PeopleList
from assessor.desktop.pages.person_form import PersonForm
from assessor.desktop.pages.pin_pane import PinPane
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.people import Person, Role
from assessor.services.changes import Changes
from assessor.services.register import RegisterLine

WIDTH = 680
MANY = 8
"""From so many people on, a search field helps."""


class WhoPage(Page):
    """Asks who is there.

    Args:
        context: what every page is given.

    Signals:
        chosen: the `Person` who signed in.
    """

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._lines: list[RegisterLine] = []
        self.panes = QStackedWidget()
        self.pin = PinPane(context)
        self.pin.passed.connect(self.chosen)
        self.pin.left.connect(self.show_list)
        self.panes.addWidget(self._list_pane())
        self.panes.addWidget(self.pin)
        self.new_pane: QWidget | None = None
        self._centre()
        self.reload()

    def reload(self) -> None:
        """Look who is known; with nobody yet, the form for the first person stands ready."""
        self._lines = self.context.application.register.lines()
        self.search.setVisible(len(self._lines) > MANY)
        self._offer("")
        if self._lines:
            self.show_list()
        else:
            self.show_form()

    # --- the three panes

    def show_list(self) -> None:
        """Choose from who is known."""
        self._title(self.tr("Who are you?"), self.tr("What you record from now on stands in your name."))
        self.panes.setCurrentIndex(0)
        self._focus(self.search if self.search.isVisibleTo(self) else self.people)

    def show_form(self) -> None:
        """Ask a new person what the register wants to know."""
        first = not self._lines
        self._title(
            self.tr("Who are you?") if first else self.tr("I am not in the list yet"),
            self.tr("You are the first one here. Others can add themselves later.")
            if first
            else self.tr("This is asked once. Corrections can be made under Administration."),
        )
        if self.new_pane is not None:
            self.panes.removeWidget(self.new_pane)
            self.new_pane.deleteLater()
        self.new_pane = self._form_pane(first)
        self.panes.addWidget(self.new_pane)
        self.panes.setCurrentWidget(self.new_pane)
        self._focus(self.form.name)

    def _list_pane(self) -> QWidget:
        self.search = SearchField(self.tr("Search"), self.tr("Search a name"))
        self.search.sought.connect(self._offer)
        self.people = PeopleList(self.tr("People"))
        self.search.serve(self, self.people)
        self.people.chosen.connect(self._choose)
        self.new = button(self.tr("I am &not in the list yet"), self.show_form, icon="plus", name="new-person")
        self.nobody = label(self.tr("Nobody has this name."), "muted")
        layout = column(spacing=2 * GRID)
        if self.context.application.work.is_example():
            words = self.tr("This is the example. Be whoever you like; a practice assessor can score.")
            layout.addWidget(Banner("sufficient", words))
        layout.addWidget(self.search)
        layout.addWidget(self.nobody)
        layout.addWidget(self.people, 100)
        layout.addLayout(row(self.new, None))
        layout.addStretch(1)
        made = QWidget()
        made.setLayout(layout)
        return made

    def _form_pane(self, first: bool) -> QWidget:
        self.form = PersonForm(self.context)
        self.form.roles[Role.ASSESSOR].setChecked(True)
        self.form.ask_pin(
            self.tr("PIN (not required)"),
            self.tr("Do several people use this laptop? With a PIN nobody works in your name by mistake."),
        )
        self.form.submitted.connect(self.add)
        self.form.name.textEdited.connect(lambda _text: self._refuse(""))
        self.add_button = button(self.tr("Start working"), self.add, kind="primary", name="add")
        self.back = button(self.tr("Back to the list"), self.show_list, kind="quiet", name="back")
        if first:
            self.back.hide()
        self._refusals = column(spacing=0)
        card = Card(self._refusals, self.form, row(self.back, None, self.add_button), spacing=2 * GRID)
        card.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        holder = QWidget()
        holder.setLayout(column(card, None, spacing=0))
        return scrolling(holder, max_width=None)

    # --- choosing

    def _offer(self, sought: str) -> None:
        """Show whose name holds every word that was typed."""
        words = sought.casefold().split()
        found = [one for one in self._lines if all(word in one.person.name.casefold() for word in words)]
        self.people.offer(found, [self._roles(one.person) for one in found], self.tr("asks a PIN"))
        self.people.setVisible(bool(found))
        self.nobody.setVisible(not found)

    def _choose(self, line: RegisterLine) -> None:
        if line.has_pin:
            self._title(self.tr("Your PIN"), "")
            self.panes.setCurrentWidget(self.pin)
            self.pin.ask(line.person)
            self.setFocusProxy(self.pin.field)
            return
        try:
            person = self.context.application.people.sign_in(line.person.id)
        except KnownError as refusal:
            self.context.tell_error(refusal)
            self.reload()
        else:
            self.chosen.emit(person)

    def add(self) -> None:
        """Put the new person in the register and sign in."""
        if not self.add_button.isEnabled() or has_doubt(self.form):
            return
        lack = self.form.lack
        if lack:
            self._refuse(lack)
            return
        self._refuse("")
        self.add_button.setEnabled(False)
        application, entry = self.context.application, self.form.entry

        def record() -> tuple[Person, Changes]:
            person, changes = application.register.record(entry)
            return application.people.sign_in(person.id, entry.pin), changes

        self.context.jobs.start("sign-in", attempt(lambda _progress: record()), self._added)

    def _added(self, answer: tuple[Person, Changes] | KnownError) -> None:
        self.add_button.setEnabled(True)
        if isinstance(answer, KnownError):
            self._refuse(answer.say(self.context.language))
            field = self.form.culprit(answer)
            if field is not None:
                mark_invalid(field, True)
                field.setFocus()
            return
        person, changes = answer
        self.context.hub.tell(changes, self)
        self.chosen.emit(person)

    # --- bits

    def _refuse(self, words: str) -> None:
        clear(self._refusals)
        if words:
            self._refusals.addWidget(Banner("insufficient", words))

    def _roles(self, person: Person) -> str:
        words = [self.context.say(role.word) for role in Role if role in person.roles]
        joined = ", ".join(words)
        return joined[:1].upper() + joined[1:]

    def _title(self, title: str, subtitle: str) -> None:
        self.setAccessibleName(title)
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def _focus(self, field: QWidget) -> None:
        self.setFocusProxy(field)
        field.setFocus()

    def _centre(self) -> None:
        """No rail stands beside this page, so its column stands in the middle."""
        self.heading(self.tr("Who are you?"))
        outer = self.layout()
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 3 * GRID, 0, GRID)
        middle.setSpacing(3 * GRID)
        for part in (self.title, self.subtitle):
            part.setParent(None)
        middle.addLayout(column(self.title, self.subtitle, spacing=GRID))
        middle.addWidget(self.panes, 1)
        holder = QWidget()
        holder.setMaximumWidth(WIDTH)
        holder.setLayout(middle)
        line = row(spacing=0)
        line.addStretch(1)
        line.addWidget(holder, 20)
        line.addStretch(1)
        self.body.addLayout(line, 1)
        if outer is not None:
            outer.setSpacing(0)
