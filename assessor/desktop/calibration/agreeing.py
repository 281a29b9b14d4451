"""Afspraken: what was agreed and where it goes, voorstellen to change the form, acties, and those of last year."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from assessor.desktop.calibration.step import Step
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.day_field import DayField
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.surfaces import Card, column, row
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.conclusion import Action, Agreed, Destination, Proposal, Status, TalkNote
from assessor.domain.text import Text
from assessor.services.calibration.preparing import SessionLine
from assessor.services.changes import Changes

DECIDED = (Status.OPEN, Status.ACCEPTED, Status.DECLINED)
FINISHED = (Status.OPEN, Status.DONE, Status.DROPPED)


class AgreeingStep(Step):
    """The yield of the session."""

    def build(self, line: SessionLine) -> None:
        """Fill the step."""
        session_id = line.session.id
        agreed, proposals, actions = self.sessions.concluding.yielded(session_id)
        self._rooms = self.sessions.preparing.rooms(session_id)
        words = self.tr("An agreement reaches the assessors only after the test committee accepted it.")
        self.body.addWidget(label(words, "muted"))
        self.agree = button(self.tr("Add an agreement…"), self.ask_agreement, kind="primary", name="add-agreement")
        self.propose = button(self.tr("Add a proposal…"), self.ask_proposal, name="add-proposal")
        self.plan = button(self.tr("Add an action…"), self.ask_action, name="add-action")
        self._part(self.tr("Agreements"), self.agree, [self._agreed(session_id, one) for one in agreed])
        for note in self._not_yet(session_id, agreed):
            self.body.addWidget(self._noted(note))
        self._part(
            self.tr("Proposals to change the form"),
            self.propose,
            [self._proposed(session_id, one) for one in proposals],
        )
        self._part(self.tr("Actions"), self.plan, [self._action(session_id, one) for one in actions])
        earlier = self.sessions.concluding.follow_up(session_id)
        if not earlier.is_empty:
            self.body.addWidget(label(self.tr("From earlier sessions"), "heading"))
            for one in earlier.agreements:
                self.body.addWidget(self._agreed(one.session_id, one))
            for proposal in earlier.proposals:
                self.body.addWidget(self._proposed(proposal.session_id, proposal))
            for action in earlier.actions:
                self.body.addWidget(self._action(action.session_id, action))

    def _part(self, title: str, add: QWidget, cards: list[Card]) -> None:
        self.body.addLayout(row(label(title, "heading", wrap=False), None, add))
        for card in cards:
            self.body.addWidget(card)

    # --- what was noted during the talk

    def _not_yet(self, session_id: str, agreed: list[Agreed]) -> list[TalkNote]:
        """Notes of plenary and rooms that hold an agreement which was not recorded yet."""
        there = {(one.criterion, one.text) for one in agreed}
        notes = self.sessions.concluding.talk(session_id)
        return [one for one in notes if one.agreed and (one.criterion, one.agreed) not in there]

    def _noted(self, note: TalkNote) -> Card:
        room = next((one.name for one in self._rooms if one.id == note.room_id), self.tr("Everybody together"))
        small = self.tr("{code} · noted: {room}").format(code=note.criterion, room=room)
        words = column(label(note.agreed), label(small, "muted"), spacing=4)
        line = row(spacing=2 * GRID)
        line.addLayout(words, 1)
        line.addWidget(button(self.tr("Record as agreement…"), lambda: self._record(note), name="record-note"))
        return Card(line)

    def _record(self, note: TalkNote) -> None:
        if self.line is not None:
            dialog = AgreementDialog(self, self.line)
            dialog.begin_with(note)
            dialog.ask(lambda: self.done.emit(dialog.changes))

    # --- what there is

    def _agreed(self, session_id: str, one: Agreed) -> Card:
        small = [f"{one.criterion}"] if one.criterion else []
        small.append(self.context.say(one.destination.word))
        today = self.context.application.desk.today()
        decide = self.sessions.concluding.decide
        status = self._status(one.status, DECIDED, one.text, lambda new: decide(session_id, one.id, new, today))
        return self._card(one.text, " · ".join(small), one.example, status)

    def _proposed(self, session_id: str, one: Proposal) -> Card:
        small = " · ".join(part for part in (one.criterion, one.owner) if part)
        answer = self.sessions.concluding.answer
        status = self._status(one.status, DECIDED, one.text, lambda new: answer(session_id, one.id, new, one.answer))
        return self._card(one.text, small, one.answer, status)

    def _action(self, session_id: str, one: Action) -> Card:
        due = self.words.long_day(one.due) if one.due else ""
        finish = self.sessions.concluding.finish
        status = self._status(one.status, FINISHED, one.text, lambda new: finish(session_id, one.id, new))
        return self._card(one.text, " · ".join(part for part in (one.owner, due) if part), "", status)

    def _card(self, text: str, small: str, more: str, status: QWidget) -> Card:
        words = column(label(text), label(small, "muted"), spacing=4)
        if more:
            words.addWidget(label(more, "small"))
        line = row(spacing=2 * GRID)
        line.addLayout(words, 1)
        line.addWidget(status)
        return Card(line)

    def _status(self, now: Status, offered: tuple[Status, ...], text: str, keep: Callable[[Status], Changes]) -> Choice:
        shown = offered if now in offered else (*offered, now)
        made = Choice([(one.value, self.context.say(one.word)) for one in shown], now.value)
        made.setMinimumContentsLength(15)
        made.setAccessibleName(self.tr("Status of: {text}").format(text=text[:60]))
        made.activated.connect(lambda _index: self.attempt(lambda: keep(Status(made.code))))
        return made

    # --- adding

    def ask_agreement(self) -> None:
        """Ask for an afspraak."""
        self._ask(AgreementDialog)

    def ask_proposal(self) -> None:
        """Ask for a voorstel."""
        self._ask(ProposalDialog)

    def ask_action(self) -> None:
        """Ask for an actie."""
        self._ask(ActionDialog)

    def _ask(self, kind: type[AgreementDialog | ProposalDialog | ActionDialog]) -> None:
        if self.line is not None:
            dialog = kind(self, self.line)
            dialog.ask(lambda: self.done.emit(dialog.changes))


class YieldDialog(AskingDialog):
    """What every kind of yield asks for: a text, and about which criterion."""

    def __init__(self, step: Step, line: SessionLine, title: str) -> None:
        super().__init__(step.context, step, title, "", self.tr("Keep"))
        self._session_id = line.session.id
        self._concluding = step.sessions.concluding
        self._options = [
            (code, f"{code} {self.context.say(one.name)}") for code, one in step.sessions.criteria(line.session).items()
        ]

    def _text(self, title: str, lines: int = 3) -> GrowingText:
        field = GrowingText(lines=lines)
        field.setAccessibleName(title)
        field.escaped.connect(self.reject)
        heading = label(title, "label")
        heading.setBuddy(field)
        self.body.addLayout(column(heading, field, spacing=6))
        return field

    def _about(self) -> Choice:
        made = Choice([("", self.tr("the form as a whole")), *self._options])
        made.setMinimumContentsLength(24)
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return made

    def _word(self, text: Text) -> str:
        word = self.context.say(text)
        return word[0].upper() + word[1:]


class AgreementDialog(YieldDialog):
    """Asks for an afspraak with its destination."""

    def __init__(self, step: Step, line: SessionLine) -> None:
        super().__init__(step, line, self.tr("Add an agreement"))
        self.text = self._text(self.tr("What did you agree?"))
        self.example = self._text(self.tr("Behaviour as an example"), 2)
        self.criterion = self._about()
        self.destination = Choice([(one.value, self._word(one.word)) for one in Destination])
        rows = FormRows()
        rows.add(self.tr("About"), self.criterion)
        rows.add(self.tr("Destination"), self.destination)
        self.body.addLayout(rows)
        self.text.setFocus()

    def begin_with(self, note: TalkNote) -> None:
        """Fill in what was noted during the talk."""
        self.text.setPlainText(note.agreed)
        self.example.setPlainText(note.example)
        self.criterion.setCurrentIndex(max(0, self.criterion.findData(note.criterion)))

    def carry_out(self) -> Changes:
        """Keep the afspraak."""
        return self._concluding.agree(
            self._session_id, self.text.toPlainText(), Destination(self.destination.code), self.criterion.code,
            self.example.toPlainText(),
        )[1]  # fmt: skip


class ProposalDialog(YieldDialog):
    """Asks for a voorstel with who takes it up."""

    def __init__(self, step: Step, line: SessionLine) -> None:
        super().__init__(step, line, self.tr("Add a proposal"))
        self.text = self._text(self.tr("What should change in the form?"))
        self.criterion, self.owner = self._about(), QLineEdit()
        self.owner.setMaxLength(120)
        rows = FormRows()
        rows.add(self.tr("About"), self.criterion)
        rows.add(self.tr("Who takes it up"), self.owner, self.tr("For example: test committee"))
        self.body.addLayout(rows)
        self.text.setFocus()

    def carry_out(self) -> Changes:
        """Keep the voorstel."""
        text, owner = self.text.toPlainText(), self.owner.text()
        return self._concluding.propose(self._session_id, text, owner, self.criterion.code)[1]


class ActionDialog(YieldDialog):
    """Asks for an actie with who does it and by when."""

    def __init__(self, step: Step, line: SessionLine) -> None:
        super().__init__(step, line, self.tr("Add an action"))
        self.text = self._text(self.tr("What will be done?"))
        self.owner, self.due = QLineEdit(), DayField(self.context.application.desk.today())
        self.owner.setMaxLength(120)
        rows = FormRows()
        rows.add(self.tr("Who does it"), self.owner)
        rows.add(self.tr("Ready by"), self.due)
        self.body.addLayout(rows)
        self.text.setFocus()

    def carry_out(self) -> Changes:
        """Keep the actie."""
        return self._concluding.plan(self._session_id, self.text.toPlainText(), self.owner.text(), self.due.day)[1]
