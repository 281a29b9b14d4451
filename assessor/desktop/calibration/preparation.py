"""Voorbereiden: the case, the rooms with their roles, and the draaiboek; then the first round opens."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QWidget

from assessor.desktop.calibration.people import InviteDialog
from assessor.desktop.calibration.step import Step
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.surfaces import Card, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.room import ROLES, Participant, Room
from assessor.domain.calibration.script import GROUND_RULES
from assessor.domain.calibration.session import SessionState
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
        for casus in preparing.casussen(session.id):
            self.body.addWidget(self._casus(casus))
        people = preparing.participants(session.id)
        heading = row(label(self.tr("Rooms"), "heading", wrap=False), None)
        if session.state is not SessionState.CONCLUDED:
            self.add = button(self.tr("Add participants…"), self.ask_people, icon="plus", name="add-participants")
            heading.addWidget(self.add)
        self.body.addLayout(heading)
        for room in preparing.rooms(session.id):
            self.body.addWidget(self._room(room, [one for one in people if one.room_id == room.id]))
        both = row(self._draaiboek(session.id), self._rules(), spacing=2 * GRID)
        self.body.addLayout(both)

    def _casus(self, casus: Casus) -> QWidget:
        kind = self.context.say(casus.kind.word)
        about = f" · {casus.description}" if casus.description else ""
        heading = self.tr("Case {code}").format(code=casus.code)
        consent = self.tr("Names nobody. Consent: {consent}").format(consent=casus.consent)
        return Card(label(heading, "heading"), label(f"{kind}{about}"), label(consent, "muted"))

    # --- rooms

    def _room(self, room: Room, people: list[Participant]) -> QWidget:
        card = Card(spacing=12)
        count = self.tr("%n participant(s)", "", len(people))
        card.body.addLayout(row(label(room.name, "label"), label(count, "muted"), None, spacing=2 * GRID))
        names = ", ".join(one.name for one in people)
        card.body.addWidget(label(names, "muted"))
        options = [("", self.tr("nobody yet")), *((one.id, one.name) for one in people)]
        fields = row(spacing=2 * GRID)
        for place, (role, field) in enumerate(zip(ROLES, ROLE_FIELDS, strict=True)):
            choice = Choice(options, getattr(room, field))
            word = self._word(role)
            heading = label(word, "small")
            heading.setBuddy(choice)
            choice.setAccessibleName(f"{word}, {room.name}")
            choice.setMinimumContentsLength(12)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setObjectName(f"{room.name}-{place}")
            choice.activated.connect(lambda _index, one=room, key=field, made=choice: self._give(one, key, made))
            fields.addLayout(column(heading, choice, spacing=4), 1)
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

    def ask_people(self) -> None:
        """Ask who takes part as well."""
        if self.line is not None:
            dialog = InviteDialog(self, self.line)
            dialog.ask(lambda: self.done.emit(dialog.changes))

    # --- draaiboek

    def _draaiboek(self, session_id: str) -> QWidget:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(6)
        for place, step in enumerate(self.sessions.preparing.draaiboek(session_id)):
            grid.addWidget(label(f"{step.start // 60}:{step.start % 60:02}", "muted", wrap=False), place, 0)
            grid.addWidget(label(self.context.say(step.title)), place, 1)
            minutes = self.tr("{n} min").format(n=step.minutes)
            grid.addWidget(label(minutes, "muted", wrap=False), place, 2)
        grid.setColumnStretch(1, 1)
        return Card(label(self.tr("Draaiboek"), "heading"), grid, None, spacing=12)

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
