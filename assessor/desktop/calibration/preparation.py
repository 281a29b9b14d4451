"""Voorbereiden: the case, the rooms with their roles, and the draaiboek; then the first round opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QWidget

from assessor.desktop.calibration.casus_card import CasusCard
from assessor.desktop.calibration.people import InviteDialog, WithdrawDialog
from assessor.desktop.calibration.step import Step
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import Card, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.room import ROLES, Participant, Room, told_apart
from assessor.domain.calibration.script import GROUND_RULES, ScriptKind
from assessor.domain.calibration.session import Session, SessionState
from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.services.calibration.preparing import SessionLine
from assessor.services.changes import Changes

ROLE_FIELDS = ("moderator_id", "secretary_id", "timekeeper_id")


class PreparationStep(Step):
    """What was prepared, to look over and to mend."""

    def build(self, line: SessionLine) -> None:
        """Fill the step."""
        preparing = self.sessions.preparing
        session = line.session
        if session.state is SessionState.PREPARING:
            self.open_round = button(self.tr("Open the first round"), self._open, kind="primary", name="open-round")
            words = self.tr("Scores that come in are sealed at once. Until the reveal nobody sees them, you neither.")
            lead = row(spacing=2 * GRID)
            lead.addWidget(label(words, "muted"), 1)
            lead.addWidget(self.open_round)
            self.body.addLayout(lead)
        self._cases(line)
        people = preparing.participants(session.id)
        heading = row(label(self.tr("Rooms"), "heading", wrap=False), None)
        if session.state is not SessionState.CONCLUDED:
            self.take_out = button(self.tr("Take participants out…"), self.ask_withdrawal, name="withdraw-participants")
            self.add = button(self.tr("Add participants…"), self.ask_people, icon="plus", name="add-participants")
            heading.addWidget(self.take_out)
            heading.addWidget(self.add)
        self.body.addLayout(heading)
        names = told_apart(people)
        for room in preparing.rooms(session.id):
            self.body.addWidget(self._room(room, [one for one in people if one.room_id == room.id], names))
        both = row(self._draaiboek(session), self._rules(), spacing=2 * GRID)
        self.body.addLayout(both)

    # --- casussen

    def _cases(self, line: SessionLine) -> None:
        heading = row(label(self.tr("Cases"), "heading", wrap=False), None, spacing=GRID)
        if line.session.state is SessionState.PREPARING:
            self.add_casus = button(self.tr("Add a case…"), self.ask_casus, icon="plus", name="add-casus")
            self.earlier = button(self.tr("Of an earlier year…"), self.ask_earlier, name="earlier-casus")
            heading.addWidget(self.earlier)
            heading.addWidget(self.add_casus)
        self.body.addLayout(heading)
        files = self.context.application.calibration.cases.files(line.session.id)
        for casus in self.sessions.preparing.casussen(line.session.id):
            self.body.addWidget(CasusCard(self, line, casus, files[casus.id]))

    def ask_casus(self) -> None:
        """Ask for another case."""
        from assessor.desktop.calibration.casus_dialogs import CasusDialog

        if self.line is not None:
            dialog = CasusDialog(self, self.line)
            dialog.ask(lambda: self.done.emit(dialog.changes))

    def ask_earlier(self) -> None:
        """Ask for a case of an earlier year."""
        from assessor.desktop.calibration.casus_dialogs import EarlierCasusDialog

        if self.line is not None:
            offered = self.context.application.calibration.cases.earlier(self.line.session.id)
            dialog = EarlierCasusDialog(self, self.line, offered)
            dialog.ask(lambda: self.done.emit(dialog.changes))

    # --- rooms

    def _room(self, room: Room, people: list[Participant], names: Mapping[str, str]) -> QWidget:
        card = Card(spacing=12)
        count = self.tr("%n participant(s)", "", len(people))
        heading = row(label(room.name, "label"), label(count, "muted"), None, spacing=2 * GRID)
        if self.line is not None and self.line.session.state is not SessionState.CONCLUDED:
            change = button(self.tr("Change…"), lambda: self.ask_room(room), kind="quiet", name=f"change-{room.name}")
            change.setAccessibleName(f"{change.text()} {room.name}")
            heading.addWidget(change)
        card.body.addLayout(heading)
        card.body.addWidget(label(", ".join(names[one.id] for one in people), "muted"))
        options = [("", self.tr("nobody yet")), *((one.id, names[one.id]) for one in people)]
        fields = row(spacing=2 * GRID)
        for place, (role, field) in enumerate(zip(ROLES, ROLE_FIELDS, strict=True)):
            choice = Choice(options, getattr(room, field))
            word = self._word(role)
            role_heading = label(word, "small")
            role_heading.setBuddy(choice)
            choice.setAccessibleName(f"{word}, {room.name}")
            choice.setMinimumContentsLength(12)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setObjectName(f"{room.name}-{place}")
            choice.activated.connect(lambda _index, one=room, key=field, made=choice: self._give(one, key, made))
            fields.addLayout(column(role_heading, choice, spacing=4), 1)
        card.body.addLayout(fields)
        return card

    def _give(self, room: Room, field: str, choice: Choice) -> None:
        if self.line is None:
            return
        now = next(one for one in self.sessions.preparing.rooms(self.line.session.id) if one.id == room.id)
        chosen = choice.code or None
        changed = replace(
            now,
            moderator_id=chosen if field == "moderator_id" else now.moderator_id,
            secretary_id=chosen if field == "secretary_id" else now.secretary_id,
            timekeeper_id=chosen if field == "timekeeper_id" else now.timekeeper_id,
        )
        try:
            self.kept.emit(self.sessions.preparing.change_room(changed))
        except KnownError as refusal:
            self.context.tell_error(refusal)

    def ask_room(self, room: Room) -> None:
        """Ask what changes in a room."""
        from assessor.desktop.calibration.room_dialog import RoomDialog

        if self.line is not None:
            preparing, session_id = self.sessions.preparing, self.line.session.id
            dialog = RoomDialog(self, room, preparing.rooms(session_id), preparing.participants(session_id))
            dialog.ask(lambda: self.done.emit(dialog.changes))

    def ask_withdrawal(self) -> None:
        """Ask who takes no part after all."""
        if self.line is not None:
            dialog = WithdrawDialog(self, self.line)
            dialog.ask(lambda: self.done.emit(dialog.changes))

    def ask_people(self) -> None:
        """Ask who takes part as well."""
        if self.line is not None:
            dialog = InviteDialog(self, self.line)
            dialog.ask(lambda: self.done.emit(dialog.changes))

    # --- draaiboek

    def _draaiboek(self, session: Session) -> QWidget:
        session_id = session.id
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(6)
        for place, step in enumerate(self.sessions.preparing.draaiboek(session_id)):
            grid.addWidget(label(f"{step.start // 60}:{step.start % 60:02}", "muted", wrap=False), place, 0)
            grid.addWidget(label(self.context.say(step.title)), place, 1)
            minutes = self.tr("{n} min").format(n=step.minutes)
            grid.addWidget(label(minutes, "muted", wrap=False), place, 2)
        grid.setColumnStretch(1, 1)
        self.script = Choice([(one.value, self._word(one.word)) for one in ScriptKind], session.script.value)
        self.script.setAccessibleName(self.tr("Draaiboek"))
        self.script.setEnabled(session.state is not SessionState.CONCLUDED)
        self.script.activated.connect(lambda _index: self._change_script(session))
        heading = row(label(self.tr("Draaiboek"), "heading", wrap=False), None, self.script)
        return Card(heading, grid, None, spacing=12)

    def _change_script(self, session: Session) -> None:
        chosen = ScriptKind(self.script.code)
        if chosen is not session.script:
            self.attempt(lambda: self.sessions.preparing.change(replace(session, script=chosen)))

    def _rules(self) -> QWidget:
        lines = [label(self.context.say(rule)) for rule in GROUND_RULES]
        return Card(label(self.tr("Ground rules"), "heading"), *lines, None, spacing=12)

    def _open(self) -> None:
        if self.line is None:
            return
        session_id = self.line.session.id

        def opened() -> Changes:
            return self.sessions.rounds.open(session_id)[1]

        if self.attempt(opened):
            self.onward.emit("collect")

    def _word(self, text: Text) -> str:
        word = self.context.say(text)
        return word[0].upper() + word[1:]
