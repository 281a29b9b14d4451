"""The provisional verdict, large, and how it comes about: one sentence for the whole and one per model."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.chips import OUTCOME_TONES, SIGNS, Chip, outcome_chip
from assessor.desktop.furniture.surfaces import Card, column, line
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.furniture.words import Tone, label, restyle
from assessor.desktop.theme import GRID
from assessor.domain.decision import Decision
from assessor.domain.instrument import Model, Outcome
from assessor.domain.ratings import Place
from assessor.domain.record import Record


class VerdictCard(Card):
    """The verdict and its explanation; an insufficient that was not recorded before is described here.

    Signals:
        paused: a place and its text while it is being typed.
        left: a place and its text once its field was left.
        escaped: the user wants out of the field.
    """

    paused = Signal(str, str)
    left = Signal(str, str)
    escaped = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=GRID)
        self._context = context
        self._shown: tuple[str, Decision, bool] | None = None
        self.heading = label("", "heading")
        self.verdict = label("", "verdict")
        self.beside = label("", "muted")
        for one in (self.heading, self.verdict, self.beside):
            self.body.addWidget(one)
        self._explanation: QWidget | None = None
        self.announced: dict[str, GrowingText] = {}

    def show_record(self, record: Record, drafts: dict[str, str], *, own: bool) -> None:
        """Show the verdict of a record; fields that are being typed in stay as they are."""
        self._show_verdict(record)
        shown = (record.dossier.id, record.decision, own)
        if shown == self._shown:
            return
        self._shown = shown
        if self._explanation is not None:
            self._explanation.hide()
            self._explanation.deleteLater()
        self._explanation = self._explained(record, drafts, own)
        self.body.addWidget(self._explanation)
        self._explanation.show()

    def forget(self) -> None:
        """Read everything anew next time, because it may have changed elsewhere."""
        self._shown = None

    def record_texts(self) -> None:
        """Record what is being typed."""
        for field in self.announced.values():
            field.record()

    # --- the verdict

    def _show_verdict(self, record: Record) -> None:
        rule, chosen = record.decision.verdict, record.dossier.chosen
        outcome = chosen if chosen is not None else rule
        word, tone = self._word(outcome)
        self.verdict.setText(word)
        restyle(self.verdict, tone=tone)
        advisory = record.decision.advisory
        self.heading.setText(
            self.tr("What the rule advises") if advisory and chosen is None else self.tr("Provisional verdict")
        )
        departs = chosen is not None and rule is not None and chosen != rule
        self.beside.setVisible(departs)
        if departs and rule is not None and chosen is not None:
            says = self.tr("The rule gives {rule}; you come to {chosen}.")
            words = {"rule": self._context.say(rule.word), "chosen": self._context.say(chosen.word)}
            self.beside.setText(says.format(**words))

    def _word(self, outcome: Outcome | None) -> tuple[str, Tone]:
        if outcome is None:
            return f"{SIGNS['neutral']} " + self.tr("No verdict yet"), "neutral"
        tone = OUTCOME_TONES[outcome]
        return f"{SIGNS[tone]} {self._context.say(outcome.word).capitalize()}", tone

    # --- how it comes about

    def _explained(self, record: Record, drafts: dict[str, str], own: bool) -> QWidget:
        self.announced = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for number, model in enumerate(record.instrument):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self._chip(record.decision.models[model.code].verdict), number, 0, top)
            grid.addWidget(self._sentence(record, model, drafts, own), number, 1, top)
        made = QWidget()
        whole = label(self._context.say(record.decision.reason))
        made.setLayout(
            column(line(), label(self.tr("How this verdict comes about"), "heading"), whole, grid, spacing=12)
        )
        return made

    def _chip(self, verdict: Outcome | None) -> Chip:
        return Chip(self.tr("no verdict yet")) if verdict is None else outcome_chip(verdict, self._context.language)

    def _sentence(self, record: Record, model: Model, drafts: dict[str, str], own: bool) -> QWidget:
        decided = record.decision.models[model.code]
        reason = label(self._context.say(decided.reason))
        reason.setContentsMargins(0, 3, 0, 0)  # on the line of its chip
        lines: list[QWidget] = [reason]
        if model.code in record.dossier.taken_over:
            taken = self.tr("Taken over from {number}.").format(number=record.previous_number or "")
            lines.append(label(taken, "muted"))
        elif decided.verdict is Outcome.INSUFFICIENT and model.needs_source:
            lines += self._announcement(record, model, drafts, own)
        made = QWidget()
        made.setLayout(column(*lines, spacing=6))
        return made

    def _announcement(self, record: Record, model: Model, drafts: dict[str, str], own: bool) -> list[QWidget]:
        """Ask when the insufficient was discussed before: what an appeal asks first of the period's models."""
        place = Place.announced(model.code)
        title = self.tr("When was this discussed with the student before?")
        field = GrowingText(
            record.dossier.sheet.passage(place), lines=2, placeholder=self.tr("Date, with whom, and what was agreed.")
        )
        field.setAccessibleName(f"{self._context.say(model.label)}: {title}")
        field.setReadOnly(not own)
        if place in drafts:
            field.show_draft(drafts[place])
        field.paused.connect(lambda text: self.paused.emit(place, text))
        field.left.connect(lambda text: self.left.emit(place, text))
        field.escaped.connect(self.escaped)
        heading = label(title, "label")
        heading.setBuddy(field)
        self.announced[place] = field
        return [heading, field]
