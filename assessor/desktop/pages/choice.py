"""The assessor's own answer to the rule: confirm its verdict, or come to another with a motivation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.options import Options
from assessor.desktop.furniture.surfaces import Card, column
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.checks import departure_obstacle
from assessor.domain.decision import Decision
from assessor.domain.instrument import Outcome
from assessor.domain.ratings import Place
from assessor.domain.record import Record

CONFIRM, DEPART = "confirm", "depart"


class VerdictChoice(Card):
    """Confirm, or depart as far as the instrument allows; with an advisory rule: choose and motivate.

    Signals:
        confirmed: the assessor confirms the rule's verdict.
        chosen: the assessor comes to this `Outcome`; None when it is still to be chosen.
        paused: the motivation while it is being typed.
        left: the motivation once its field was left.
    """

    confirmed = Signal()
    chosen = Signal(object)
    paused = Signal(str)
    left = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=2 * GRID)
        self._context = context
        self._shown: tuple[str, Decision, bool] | None = None
        self._outcomes: Options | None = None
        self._answer: Options | None = None
        self._content: QWidget | None = None
        self._record: Record | None = None
        self._allowed: list[Outcome] = []
        self._departing = False
        self._build_motivation()

    def _build_motivation(self) -> None:
        self.motivation = GrowingText(
            lines=3, placeholder=self.tr("What did you see that the rule does not weigh? Two sentences or more.")
        )
        self.motivation.paused.connect(self.paused)
        self.motivation.left.connect(self.left)
        self.motivation.escaped.connect(self.take_focus)
        self.sentence = label("", "label")
        self.sentence.setBuddy(self.motivation)
        self.reasons = QWidget()
        hint = label(self.tr("Your motivation is printed on the form."), "muted")
        self.reasons.setLayout(column(self.sentence, self.motivation, hint, spacing=6))

    def show_record(self, record: Record, draft: str | None, *, own: bool, confirmed: bool) -> None:
        """Show what was chosen so far."""
        self._record = record
        self.setEnabled(own)
        shown = (record.dossier.id, record.decision, own)
        if shown != self._shown:
            self._shown = shown
            self._departing = False
            self._rebuild(record)
            self.motivation.show_text(record.dossier.sheet.passage(Place.DEPARTURE))
            if draft is not None:
                self.motivation.show_draft(draft)
        if self._answer is not None:
            departing = self._departing or self._departs(record)
            self._answer.show_code(DEPART if departing else CONFIRM if confirmed else "")
        self._show_outcome(record)

    def forget(self) -> None:
        """Read everything anew next time, because it may have changed elsewhere."""
        self._shown = None

    def take_focus(self) -> None:
        """Put the focus on what is to be chosen first."""
        first = self._answer or self._outcomes
        if first is not None:
            first.take_focus()

    def record_texts(self) -> None:
        """Record what is being typed."""
        self.motivation.record()

    @property
    def waits_for_outcome(self) -> bool:
        """Whether the assessor said to come to another verdict, but not yet to which."""
        return self._departing and not self._departs(self._record)

    # --- inside

    def _departs(self, record: Record | None) -> bool:
        if record is None:
            return False
        return record.dossier.chosen not in (None, record.decision.verdict)

    def _rebuild(self, record: Record) -> None:
        self.body.removeWidget(self.reasons)
        self.reasons.setParent(None)
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        build = self._advised if record.decision.advisory else self._answered
        self._content = QWidget()
        self._content.setLayout(column(*build(record), spacing=12))
        self.body.addWidget(self._content)
        self._content.show()
        self.body.addWidget(self.reasons)

    def _advised(self, _record: Record) -> list[QWidget]:
        """The rule only advises: every outcome is the assessor's to choose."""
        self._answer = None
        heading = self.tr("Which verdict do you give?")
        self._outcomes = Options(heading)
        for outcome in sorted(Outcome, reverse=True):
            self._outcomes.add(outcome.letter, self._context.say(outcome.word).capitalize())
        self._outcomes.chosen.connect(self._choose)
        return [label(heading, "heading"), self._outcomes]

    def _answered(self, record: Record) -> list[QWidget]:
        others = [outcome for outcome in sorted(Outcome, reverse=True) if outcome != record.decision.verdict]
        obstacles = {one: departure_obstacle(record.instrument, record.decision, one) for one in others}
        self._allowed = [one for one, obstacle in obstacles.items() if obstacle is None]
        self._answer = Options(self.tr("Your answer to the rule"))
        self._answer.add(CONFIRM, self.tr("I confirm this verdict"))
        why_not = obstacles[others[0]] if not self._allowed else None
        self._answer.add(
            DEPART,
            self.tr("I come to another verdict than the rule"),
            self._context.say(why_not) if why_not is not None else "",
            enabled=bool(self._allowed),
        )
        self._answer.chosen.connect(self._answer_chosen)
        self._outcomes = Options(self.tr("To which verdict do you come?"))
        for one, obstacle in obstacles.items():
            meaning = self._context.say(obstacle) if obstacle is not None else ""
            word = self._context.say(one.word).capitalize()
            self._outcomes.add(one.letter, word, meaning, enabled=obstacle is None)
        self._outcomes.setContentsMargins(4 * GRID, 0, 0, 0)
        self._outcomes.chosen.connect(self._choose)
        return [label(self.tr("Your verdict"), "heading"), self._answer, self._outcomes]

    def _answer_chosen(self, answer: str) -> None:
        self._departing = answer == DEPART
        if answer == CONFIRM:
            self.confirmed.emit()
        elif len(self._allowed) == 1:
            self.chosen.emit(self._allowed[0])
            self.motivation.setFocus()
        else:
            self.chosen.emit(None)

    def _choose(self, letter: str) -> None:
        self.chosen.emit(Outcome.from_letter(letter))

    def _show_outcome(self, record: Record) -> None:
        chosen = record.dossier.chosen
        departing = self._answer is None or self._answer.code == DEPART
        if self._outcomes is not None:
            self._outcomes.setVisible(departing)
            self._outcomes.show_code(chosen.letter if chosen is not None and departing else "")
        self.reasons.setVisible(departing and chosen is not None)
        if chosen is not None:
            self.sentence.setText(self._opening(record, chosen))

    def _opening(self, record: Record, chosen: Outcome) -> str:
        word = self._context.say(chosen.word)
        if record.decision.verdict is None or record.decision.advisory:
            return self.tr("I come to {chosen}, because …").format(chosen=word)
        says = self.tr("The rule gives {rule}. I come to {chosen}, because …")
        return says.format(rule=self._context.say(record.decision.verdict.word), chosen=word)
