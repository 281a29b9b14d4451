"""A room: its name, and who moves into it from another room."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.room import FEWEST, MOST, Participant, Room, told_apart
from assessor.services.changes import Changes


class RoomDialog(AskingDialog):
    """Asks for a name and for people of other rooms; who is ticked comes over and leaves a role behind."""

    def __init__(self, step: Step, room: Room, rooms: list[Room], people: list[Participant]) -> None:
        super().__init__(step.context, step, self.tr("Change the room"), "", self.tr("Keep"))
        self._preparing, self._room = step.sessions.preparing, room
        names = {one.id: one.name for one in rooms}
        apart = told_apart(people)
        self._inside = sum(one.room_id == room.id for one in people)
        self.name = QLineEdit(room.name)
        self.name.setMaxLength(60)
        rows = FormRows()
        rows.add(self.tr("Name of the room"), self.name)
        self.body.addLayout(rows)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Who moves to this room?"))
        self.list.setMinimumHeight(32 * GRID)
        for one in people:
            if one.room_id == room.id:
                continue
            where = names.get(one.room_id or "", self.tr("no room yet"))
            item = QListWidgetItem(f"{apart[one.id]} · {where}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * GRID))
            self.list.addItem(item)
        self.count = label("", "muted")
        self.list.itemChanged.connect(lambda _item: self._tell())
        if self.list.count():
            heading = label(self.tr("Who moves to this room?"), "label")
            heading.setBuddy(self.list)
            self.body.addLayout(column(heading, self.list, self.count, spacing=6))
        self._tell()
        self.name.setFocus()

    def _tell(self) -> None:
        number = self._inside + len(self._chosen())
        words = self.tr("%n participant(s) then", "", number)
        if not FEWEST <= number <= MOST:
            words += " · " + self.tr("a room talks best with {fewest} to {most}").format(fewest=FEWEST, most=MOST)
        self.count.setText(words)

    def _chosen(self) -> set[str]:
        items = [self.list.item(number) for number in range(self.list.count())]
        return {
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        }

    def carry_out(self) -> Changes:
        """Keep the name and move who was ticked."""
        name = self.name.text().strip() or self._room.name
        return self._preparing.change_room(replace(self._room, name=name), self._chosen())
