"""Scoring an invitation: the cards of the sheet, each level committed when it is given, and sending back sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from assessor.desktop.calibration.invitation_scribe import InvitationScribe
from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.surfaces import Banner, clear, column, row, scrolling
from assessor.desktop.furniture.words import Tone, label
from assessor.desktop.sheet.criterion import CriterionCard
from assessor.desktop.sheet.pane import SHEET_WIDTH
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.calibration.score_form import OWN_CODE, level_name, note_name
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Model
from assessor.domain.ratings import Rating
from assessor.services.calibration.scoring import ScoringSheet


@dataclass(frozen=True, slots=True)
class _Change:
    """One recorded change, to be taken back."""

    scribe: InvitationScribe
    card: CriterionCard
    before: Rating
    after: Rating


class ScoringPane(QWidget):
    """One invitation.

    Signals:
        sent: the scores were written as a file; carries the `Changes`.
    """

    sent = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._wording = Wording(context)
        self._id = ""
        self.cards: list[CriterionCard] = []
        self.title = ""
        self._steps: list[_Change] = []
        self._undone: list[_Change] = []
        self._moving = False
        self.where, self.progress = label("", "muted"), label("", "label")
        self.next_open = button(
            self.tr("Next open criterion"), self.show_next_open, shortcut="Ctrl+N", name="next-open"
        )  # fmt: skip
        self.send = button(self.tr("Send back sealed…"), self._ask_place, kind="primary", name="send-back")
        top = row(spacing=2 * GRID)
        top.addWidget(self.progress, 1)
        top.addWidget(self.next_open)
        top.addWidget(self.send)
        self._said = column(spacing=GRID)
        self._place = column(spacing=0)
        for keys, action in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo), ("Ctrl+Y", self.redo)):
            # In a text field these keys are the field's own; it takes them before the pane does.
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        layout = column(self.where, top, self._said, spacing=GRID)
        layout.addLayout(self._place, 1)
        self.setLayout(layout)

    # --- what it shows

    def show_invitation(self, invitation_id: str) -> None:
        """Show an invitation as it was left; KnownErrors of `Scoring.sheet`."""
        sheet = self.context.application.calibration.scoring.sheet(invitation_id)
        self._id, self.title = invitation_id, sheet.invitation.title
        self.cards = []
        self._steps, self._undone = [], []
        clear(self._said)
        clear(self._place)
        invitation = sheet.invitation
        parts = [self._wording.long_day(invitation.day), invitation.place]
        parts.append(self.tr("round {number}").format(number=invitation.number))
        parts.append(self.tr("back to {lead}").format(lead=invitation.lead))
        self.where.setText(" · ".join(part for part in parts if part))
        content, inside = QWidget(), column(spacing=12)
        inside.setContentsMargins(0, 0, GRID, 3 * GRID)
        content.setLayout(inside)
        self.area = scrolling(content, max_width=SHEET_WIDTH)
        self._place.addWidget(self.area)
        words = self.tr("Score alone and talk to nobody about it. There is no right or wrong answer.")
        inside.addWidget(label(words, "muted"))
        for place in range(1, len(invitation.casussen) + 1):
            self._add_casus(sheet, place, content)
        inside.addLayout(self._own_code(sheet))
        inside.addStretch(1)
        self._tell()

    def _add_casus(self, sheet: ScoringSheet, place: int, content: QWidget) -> None:
        casus, layout = sheet.invitation.casussen[place - 1], content.layout()
        assert layout is not None  # noqa: S101 - it was set a moment ago
        about = f": {casus.description}" if casus.description else ""
        kind = self.context.say(casus.kind.word)
        words = self.tr("Case {code} · {kind}").format(code=casus.code, kind=kind) + about
        layout.addWidget(label(words, "heading"))
        for file in (one for one in sheet.files if one.place == place):
            line = QWidget()
            line.setLayout(self._file(file.id, file.name))
            layout.addWidget(line)
        scribe = InvitationScribe(self.context, self._id, place, dict(_ratings(sheet, place)), self)
        scribe.refused.connect(self._refuse)
        scribe.unstored.connect(self._refuse)
        by_code: dict[str, CriterionCard] = {}
        scribe.changed.connect(partial(self._remember, scribe, by_code))
        drafts = {code: sheet.drafts.get(note_name(place, code)) for code in sheet.asked.criteria}
        for model in _models(sheet):
            heading = f"{self.context.say(model.label)} · {self.context.say(model.title)}"
            layout.addWidget(label(heading, "label"))
            for criterion in model.criteria:
                card = CriterionCard(
                    self.context, model, criterion, sheet.asked.instrument.programme, scribe, content
                )  # fmt: skip
                card.show_rating(scribe.marks.get(criterion.code, Rating(criterion.code)))
                draft = drafts[criterion.code]
                if draft is not None:
                    card.show_draft(draft)
                card.rated.connect(self._tell)
                card.moved.connect(partial(self._move, card))
                self.cards.append(card)
                by_code[criterion.code] = card
                layout.addWidget(card)

    def _file(self, file_id: str, name: str) -> QHBoxLayout:
        save = button(self.tr("Save as…"), partial(self._ask_copy, file_id, name), kind="link")
        save.setAccessibleName(f"{save.text()} {name}")
        return row(label(name, wrap=False), save, None, spacing=GRID)

    def _own_code(self, sheet: ScoringSheet) -> FormRows:
        self.code = QLineEdit(sheet.answers.get(OWN_CODE, ""))
        self.code.setMaxLength(200)
        self.code.editingFinished.connect(self._keep_code)
        rows = FormRows()
        hint = self.tr("May stay empty: then it opens with the code of your invitation")
        rows.add(self.tr("Code for your own report"), self.code, hint)
        return rows

    def _tell(self) -> None:
        scored, wanted = sum(card.rating.mark is not None for card in self.cards), len(self.cards)
        self.progress.setText(self.tr("{scored} of {wanted} scored").format(scored=scored, wanted=wanted))
        self.next_open.setEnabled(scored < wanted)

    def take_focus(self) -> None:
        """Begin at the first open criterion."""
        self.show_next_open()

    def leave(self) -> bool:
        """Record what is being typed; False when some of it could not be stored."""
        for card in self.cards:
            card.note.record()
        return not any(card.note.is_unstored for card in self.cards)

    # --- moving

    def show_next_open(self) -> None:
        """Go to the next criterion without a level, round from the end."""
        here = next((number for number, card in enumerate(self.cards) if card.hasFocus()), -1)
        order = [*self.cards[here + 1 :], *self.cards[: here + 1]]
        for card in (one for one in order if one.rating.mark is None):
            self._show(card)
            return
        if self.cards:
            self._show(self.cards[0])

    def _move(self, card: CriterionCard, step: int) -> None:
        place = self.cards.index(card) + step
        if 0 <= place < len(self.cards):
            self._show(self.cards[place])

    def _show(self, card: CriterionCard) -> None:
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, card, lambda: self.area.ensureWidgetVisible(card, 0, 6 * GRID))

    # --- undo

    def undo(self) -> None:
        """Take back what was recorded last since the invitation was opened, and show where."""
        self._step(self._steps, self._undone, back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self._undone, self._steps, back=False)

    def _remember(
        self, scribe: InvitationScribe, cards: dict[str, CriterionCard], before: Rating, after: Rating
    ) -> None:
        if not self._moving:
            self._steps.append(_Change(scribe, cards[after.criterion], before, after))
            self._undone.clear()

    def _step(self, taken: list[_Change], given: list[_Change], *, back: bool) -> None:
        if not self.leave() or not taken:
            return
        one = taken[-1]
        self._moving = True
        stored = one.scribe.put(one.before if back else one.after)
        self._moving = False
        if stored:
            given.append(taken.pop())
            one.card.show_rating(one.scribe.marks[one.after.criterion])
            self._show(one.card)
            self._tell()

    # --- keeping and sending

    def _keep_code(self) -> None:
        try:
            self.context.application.calibration.scoring.choose_code(self._id, self.code.text())
        except KnownError as refusal:
            self.context.tell_error(refusal)

    def _refuse(self, refusal: KnownError) -> None:
        self._say("insufficient", refusal.say(self.context.language))

    def _say(self, tone: Tone, words: str) -> None:
        clear(self._said)
        banner = Banner(tone, words)
        self._said.addWidget(banner)
        banner.show()

    def _ask_copy(self, file_id: str, name: str) -> None:
        dialog = QFileDialog(self, self.tr("Save a copy that is not encrypted"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda chosen: self.save_copy(file_id, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_copy(self, file_id: str, path: Path) -> None:
        """Save a file of a case outside the workspace."""
        try:
            self.context.application.calibration.scoring.save_copy(self._id, file_id, path)
        except KnownError as refusal:
            self.context.tell_error(refusal)
            return
        words = self.tr("Saved as {name}. That copy is not encrypted.").format(name=path.name)
        self._say("warning", words)

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, self.tr("Where does the sealed file go?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.send_back(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def send_back(self, folder: Path) -> None:
        """Write the sealed file, and say what to do with it."""
        if not self.leave():
            return
        self._keep_code()
        try:
            path, changes = self.context.application.calibration.scoring.send_back(self._id, folder)
        except KnownError as refusal:
            self._refuse(refusal)
            return
        words = self.tr("Sealed in {name}. Mail that file to the lead: only the lead's program can take it in.")
        words = words.format(name=path.name)
        left = sum(card.rating.mark is None for card in self.cards)
        if left:
            words += " " + self.tr("%n criteria are still open: score them and send it back again.", "", left)
        self._say("warning" if left else "good", words)
        self.sent.emit(changes)


def _models(sheet: ScoringSheet) -> Iterator[Model]:
    """The models with the criteria that are asked; as on the form, without source and without a star."""
    for model in sheet.asked.instrument:
        asked = tuple(replace(one, critical=False) for one in model.criteria if one.code in sheet.asked.criteria)
        if asked:
            yield replace(model, criteria=asked, needs_source=False)


def _ratings(sheet: ScoringSheet, place: int) -> Iterator[tuple[str, Rating]]:
    for code in sheet.asked.criteria:
        mark, note = sheet.answers.get(level_name(place, code)), sheet.answers.get(note_name(place, code), "")
        yield code, Rating(code, mark, note)
