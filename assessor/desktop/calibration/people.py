"""Who takes part: assessors of the register by search, people on a list, and names that are typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from assessor.desktop.attempt import attempt
from assessor.desktop.calibration.step import Step
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.lists import SearchField
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.room import MOST, rooms_needed
from assessor.domain.errors import KnownError
from assessor.domain.people import Role
from assessor.domain.student import search_key
from assessor.services.calibration.preparing import Invited, SessionLine
from assessor.services.changes import Changes


class PeopleChooser(QWidget):
    """A list to tick, and a field for who is not in it.

    Signals:
        changed: somebody was chosen, or no longer is.

    Args:
        context: the page's context.
        taken: people of the register who take part already; they are left out.
    """

    changed = Signal()

    def __init__(self, context: Context, taken: Collection[str] = ()) -> None:
        super().__init__()
        self._context = context
        self.search = SearchField(self.tr("Search the register"), self.tr("Name or organisation"))
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Assessors of the register"))
        self.list.setSpacing(0)
        self._fill_people(taken)
        self.list.itemChanged.connect(lambda _item: self._count())
        self.search.serve(self, self.list)
        self.everybody = button(self.tr("Choose everybody"), self._choose_all, kind="quiet", name="everybody")
        self.from_list = button(self.tr("From a list…"), self._ask_list, kind="quiet", name="from-list")
        self.from_list.setToolTip(self.tr("A workbook or CSV file with a name a row"))
        self.typed = _NameField(self._add_typed)
        self.typed.setMaxLength(120)
        self.typed.setAccessibleName(self.tr("Somebody who is not in the register"))
        self.typed.setPlaceholderText(self.tr("Type a name and press Enter"))
        self.count = label("", "label")
        parts = (
            self.search,
            self.list,
            row(self.everybody, self.from_list, None),
            self._heading_typed(),
            self.typed,
            self.count,
        )
        layout = column(label(self.tr("Who takes part"), "heading"), spacing=GRID)
        for part in parts:
            if isinstance(part, QWidget):
                layout.addWidget(part, 1 if part is self.list else 0)
            else:
                layout.addLayout(part)
        self.setLayout(layout)
        self._count()

    def _heading_typed(self) -> QWidget:
        made = label(self.tr("Somebody who is not in the register"), "label")
        made.setBuddy(self.typed)
        return made

    def _fill_people(self, taken: Collection[str]) -> None:
        application = self._context.application
        for person in application.people.all():
            if person.id not in taken and person.roles & {Role.ASSESSOR, Role.ASPIRANT}:
                place = person.organisation_id
                where = application.students.organisation(place).name if place else ""
                self._add_item(Invited(person.name, where, "", person.id))

    def _add_item(self, one: Invited, *, checked: bool = False) -> None:
        item = QListWidgetItem(" · ".join(part for part in (one.name, one.organisation) if part))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(Qt.ItemDataRole.UserRole, one)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        item.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * GRID))
        self.list.addItem(item)

    def _add_typed(self) -> None:
        name = self.typed.text().strip()
        if name:
            self._add_item(Invited(name), checked=True)
            self.list.scrollToBottom()
            self.typed.clear()
            self._count()

    # --- from a list

    def _ask_list(self) -> None:
        dialog = QFileDialog(self, self.tr("A list of participants"))
        dialog.setNameFilter(self.tr("Lists") + " (*.xlsx *.csv)")
        dialog.fileSelected.connect(lambda chosen: self.take_list(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_list(self, path: Path) -> None:
        """Read a list beside the screen."""
        from assessor.services.calibration.people_list import listed

        self._context.jobs.start("people-list", attempt(lambda _progress: listed(path)), self._listed)

    def _listed(self, answer: list[Invited] | KnownError) -> None:
        if not isValid(self):
            return
        if isinstance(answer, KnownError):
            self._context.tell_error(answer)
            return
        for one in answer:
            known = self._known(one, answer)
            if known is not None:
                known.setCheckState(Qt.CheckState.Checked)
            else:
                self._add_item(one, checked=True)
        self.list.scrollToBottom()
        self._count()

    def _known(self, one: Invited, everybody: Sequence[Invited]) -> QListWidgetItem | None:
        """The line of this person: the only one of that name, on the screen and in the list; else the very same."""
        items = [self.list.item(number) for number in range(self.list.count())]
        lines: list[tuple[QListWidgetItem, Invited]] = [(item, item.data(Qt.ItemDataRole.UserRole)) for item in items]
        key = search_key([one.name])
        alike = [item for item, who in lines if search_key([who.name]) == key]
        if len(alike) == 1 and sum(search_key([who.name]) == key for who in everybody) == 1:
            return alike[0]
        return next((item for item, who in lines if who == one), None)

    def _filter(self, text: str) -> None:
        words = search_key([text]).split()
        for number in range(self.list.count()):
            item = self.list.item(number)
            key = search_key([item.text()])
            item.setHidden(not all(word in key for word in words))

    def _choose_all(self) -> None:
        for number in range(self.list.count()):
            item = self.list.item(number)
            if not item.isHidden():
                item.setCheckState(Qt.CheckState.Checked)

    def chosen(self) -> list[Invited]:
        """Everybody who takes part, with the id in the register of who is in it."""
        items = [self.list.item(number) for number in range(self.list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        number = len(self.chosen())
        words = self.tr("%n participant(s)", "", number)
        rooms = self.tr("%n room(s)", "", rooms_needed(number))
        self.count.setText(f"{words} · {rooms}")
        self.changed.emit()


def invite(sessions: Sessions, session_id: str, chosen: Sequence[Invited]) -> Changes:
    """Add people to a session, those of the register with what the register knows of them."""
    registered = {one.person_id for one in chosen if one.person_id is not None}
    others = [one for one in chosen if one.person_id is None]
    preparing = sessions.preparing
    return (*preparing.invite_register(session_id, registered)[1], *preparing.invite(session_id, others)[1])


class InviteDialog(AskingDialog):
    """Adds participants to a session that is there; nobody else changes rooms for them while there is a place."""

    def __init__(self, step: Step, line: SessionLine) -> None:
        super().__init__(step.context, step, self.tr("Add participants"), "", self.tr("Add"))
        self._sessions = step.sessions
        self._session_id = line.session.id
        there = self._sessions.preparing.participants(self._session_id)
        self.people = PeopleChooser(step.context, {one.person_id for one in there if one.person_id})
        self.people.setMinimumHeight(56 * GRID)
        self.body.addWidget(self.people, 1)
        self.people.search.setFocus()

    def carry_out(self) -> Changes:
        """Add them, and give each a room."""
        changes = invite(self._sessions, self._session_id, self.people.chosen())
        preparing = self._sessions.preparing
        for one in preparing.participants(self._session_id):
            if one.room_id is not None:
                continue
            everybody = preparing.participants(self._session_id)
            sizes = {
                room: sum(who.room_id == room.id for who in everybody) for room in preparing.rooms(self._session_id)
            }
            smallest = min(sizes, key=lambda room: sizes[room], default=None)
            if smallest is None or sizes[smallest] >= MOST:
                return (*changes, *preparing.make_rooms(self._session_id)[1])
            changes = (*changes, *preparing.change_room(smallest, {one.id}))
        return changes


class WithdrawDialog(AskingDialog):
    """Takes participants out again of whom nothing came in."""

    def __init__(self, step: Step, line: SessionLine) -> None:
        super().__init__(
            step.context,
            step,
            self.tr("Take participants out"),
            self.tr("Only of whom nothing came in yet. Their rooms stay as they are."),
            self.tr("Take out"),
        )
        self._preparing, self._session_id = step.sessions.preparing, line.session.id
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Participants"))
        self.list.setMinimumHeight(40 * GRID)
        for one in self._preparing.participants(self._session_id):
            item = QListWidgetItem(" · ".join(part for part in (one.name, one.organisation, one.mail) if part))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * GRID))
            self.list.addItem(item)
        self.body.addWidget(self.list, 1)
        self.list.setFocus()

    def carry_out(self) -> Changes:
        """Take out who was ticked."""
        items = [self.list.item(number) for number in range(self.list.count())]
        chosen = {
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        }
        return self._preparing.withdraw(self._session_id, chosen)


class _NameField(QLineEdit):
    """Enter adds the name, and does not press the dialog's button."""

    def __init__(self, on_enter: Callable[[], object]) -> None:
        super().__init__()
        self._on_enter = on_enter

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; everything else is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self._on_enter()
            return
        super().keyPressEvent(event)
