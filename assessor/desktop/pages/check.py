"""The check page: what is missing, contradictory or critical, the provisional verdict, and *definitief maken*."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.describing import DescribeDialog
from assessor.desktop.dialogs.finalising import FinaliseDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.chips import Chip
from assessor.desktop.furniture.surfaces import MAX_WIDTH, Banner, column, row, scrolling
from assessor.desktop.furniture.tab_order import lead_through
from assessor.desktop.furniture.words import label, restyle
from assessor.desktop.page import Page
from assessor.desktop.pages.choice import VerdictChoice
from assessor.desktop.pages.findings import FindingsList
from assessor.desktop.pages.verdict import VerdictCard
from assessor.desktop.theme import GRID
from assessor.domain.checks import blocking
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Outcome
from assessor.domain.ratings import Place
from assessor.services.changes import Changes
from assessor.services.results import Review


class CheckPage(Page):
    """What has to be settled, how the verdict comes about, and the assessor's answer to it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._dossier_id = ""
        self._review: Review | None = None
        self._confirmed: Outcome | None = None
        self._recheck = QTimer(self)
        self._recheck.setSingleShot(True)
        self._recheck.setInterval(0)
        self._recheck.timeout.connect(self._look_again)
        self.mark = Chip(self.tr("Example - not established: this is a practice dossier"), "warning")
        words = self.tr("Back to the sheet")
        self.back = button(words, self._to_sheet, icon="previous", kind="quiet", shortcut="Alt+Left")
        self.heading(self.tr("Check"), "", self.back)
        self._build_parts()
        self.body.addWidget(self._scrolling(), 1)
        self.body.addWidget(self._footer())

    # --- building

    def _build_parts(self) -> None:
        self.closed = Banner("sufficient", self.tr("This dossier is closed; its sheet is fixed."),
                             self.tr("To the result"), self._to_result)  # fmt: skip
        self.findings = FindingsList(self.context)
        self.findings.wanted.connect(self._go)
        self.verdict = VerdictCard(self.context)
        self.verdict.paused.connect(self._keep_draft)
        self.verdict.left.connect(self._write)
        self.verdict.escaped.connect(self._take_focus)
        self.choice = VerdictChoice(self.context)
        self.choice.confirmed.connect(self._confirm)
        self.choice.chosen.connect(self._choose)
        self.choice.paused.connect(lambda text: self._keep_draft(Place.DEPARTURE, text))
        self.choice.left.connect(lambda text: self._write(Place.DEPARTURE, text))

    def _scrolling(self) -> QScrollArea:
        content = QWidget()
        parts = (row(self.mark, None), self.closed, self.findings, self.verdict, self.choice, None)
        self._layout = column(*parts, spacing=2 * GRID)
        content.setLayout(self._layout)
        self._area = scrolling(content)
        return self._area

    def _footer(self) -> QWidget:
        self.obstacle = label("", "muted")
        self.finalise = button(self.tr("Make final"), self._ask_finalise, kind="primary", name="finalise")
        self.obstacle.setBuddy(self.finalise)
        # Of the page and not of the button: while that is disabled the key would press whatever has the focus.
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._finalise_or_show_obstacle)
        shown = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self.finalise.setToolTip(f"{self.finalise.text()} ({shown})")
        footer = QWidget()
        layout = row(spacing=2 * GRID)
        layout.addWidget(self.obstacle, 1)
        layout.addWidget(self.finalise)
        footer.setLayout(layout)
        footer.setMaximumWidth(MAX_WIDTH)
        return footer

    # --- showing

    def show_dossier(self, dossier_id: str) -> None:
        """Show the check page of a dossier; focus lands on what has to be settled first."""
        if dossier_id != self._dossier_id:
            self._confirmed = None
        self._dossier_id = dossier_id
        self.verdict.forget()
        self.choice.forget()
        self.reload()
        self._area.verticalScrollBar().setValue(0)
        self._take_focus()

    def reload(self) -> None:
        """Look at the dossier again; fields that are being typed in keep their text."""
        if not self._dossier_id:
            return
        try:
            review = self.context.application.results.review(self._dossier_id)
            drafts = self.context.application.assessments.drafts(self._dossier_id)
        except KnownError as error:
            self.context.tell_error(error)
            return
        self._review = review
        self._show(review, drafts)

    def _show(self, review: Review, drafts: dict[str, str]) -> None:
        record, dossier = review.record, review.record.dossier
        if self._confirmed != record.decision.verdict:
            self._confirmed = None
        subtitle = self.tr("{student} · dossier {number}")
        self.subtitle.setText(subtitle.format(student=record.student.name, number=dossier.number))
        self.subtitle.setVisible(True)
        self.mark.setVisible(record.instrument.is_example)
        is_open, own = dossier.state.is_open, self._is_own(review)
        has_verdict = review.outcome is not None or record.decision.advisory
        self.closed.setVisible(not is_open)
        self.findings.setVisible(is_open)
        self.verdict.setVisible(is_open and has_verdict)
        self.choice.setVisible(is_open and has_verdict)
        if is_open:
            self.findings.show_findings(review.findings, record.instrument)
            if has_verdict:
                self.verdict.show_record(record, drafts, own=own)
                self.choice.show_record(
                    record, drafts.get(Place.DEPARTURE), own=own, confirmed=self._confirmed is not None
                )
        lead_through(self.back, self.findings, self.verdict, self.choice, self.finalise)
        self._show_obstacle(review)

    def _show_obstacle(self, review: Review) -> None:
        obstacle = self._obstacle(review)
        self.finalise.setEnabled(not obstacle)
        self.obstacle.setText(obstacle or self.tr("Everything is ready to be made final."))
        self.finalise.setAccessibleDescription(obstacle)
        restyle(self.obstacle, role="muted" if obstacle else "body")

    def _obstacle(self, review: Review) -> str:
        """Why the result cannot be made final now; "" when it can."""
        dossier = review.record.dossier
        if not dossier.state.is_open:
            state = self.context.say(dossier.state.word)
            return self.tr("This dossier is {state} already.").format(state=state)
        if not self._is_own(review):
            who = self.tr("This is the dossier of {name}; only that assessor makes it final.")
            return who.format(name=review.record.assessor.name)
        if self.choice.waits_for_outcome:
            return self.tr("Choose to which verdict you come.")
        if blocking(review.findings):
            count = self.findings.blocking_lines
            return self.tr("%n point(s) must be settled before this can be made final.", "", count)
        if dossier.chosen in (None, review.record.decision.verdict) and self._needs_confirmation(review):
            return self.tr("Confirm the verdict first, or come to another one.")
        return ""

    def _needs_confirmation(self, review: Review) -> bool:
        return not review.record.decision.advisory and self._confirmed is None

    def _is_own(self, review: Review) -> bool:
        actor = self.context.application.desk.actor
        return actor is not None and actor.id == review.record.dossier.assessor_id

    def _take_focus(self) -> None:
        review = self._review
        if review is None or not review.record.dossier.state.is_open:
            self.finalise.setFocus()
        elif not self.findings.take_focus():
            self.choice.take_focus()
            self._show_here(self.choice)

    # --- going elsewhere

    def _go(self, place: str) -> None:
        kind = place.partition(":")[0]
        if kind in {"activity", "placement", "instrument"}:
            self._describe("placement" if kind == "placement" else "activity")
        elif kind == "right":
            self.context.navigator.go("administration")
        elif kind in {"verdict", "departure"}:
            self._show_here(self.choice.motivation if kind == "departure" else self.choice)
            self.choice.motivation.setFocus() if kind == "departure" else self.choice.take_focus()
        elif place in self.verdict.announced:
            self._show_here(self.verdict.announced[place])
            self.verdict.announced[place].setFocus()
        else:
            self.context.navigator.open_dossier(self._dossier_id, "sheet", place)

    def _show_here(self, widget: QWidget) -> None:
        self._area.ensureWidgetVisible(widget, 0, 4 * GRID)

    def _to_sheet(self) -> None:
        self.context.navigator.open_dossier(self._dossier_id, "sheet")

    def _to_result(self) -> None:
        self.context.navigator.open_dossier(self._dossier_id, "result")

    def _describe(self, place: str) -> None:
        if self._review is None:
            return
        dialog = DescribeDialog(self.context, self, self._review.record.dossier, place)
        dialog.ask(lambda: self._did(dialog.changes))

    # --- writing and choosing

    def _keep_draft(self, place: str, text: str) -> None:
        try:
            self.context.application.assessments.keep_draft(self._dossier_id, place, text)
        except KnownError as error:
            self.context.tell_error(error)

    def _write(self, place: str, text: str) -> None:
        try:
            _passage, changes = self.context.application.assessments.write(self._dossier_id, place, text)
        except KnownError as error:
            self.context.tell_error(error)
        else:
            self._did(changes)

    def _confirm(self) -> None:
        if self._review is not None:
            self._confirmed = self._review.record.decision.verdict
            self._set_chosen(None)

    def _choose(self, outcome: Outcome | None) -> None:
        self._confirmed = None
        self._set_chosen(outcome)

    def _set_chosen(self, outcome: Outcome | None) -> None:
        if self._review is None or self._review.record.dossier.chosen == outcome:
            self._recheck.start()
            return
        try:
            _dossier, changes = self.context.application.assessments.choose(self._dossier_id, outcome)
        except KnownError as error:
            self.context.tell_error(error)
        else:
            self.context.hub.tell(changes, self)
            self._look_again()

    def _look_again(self) -> None:
        """Show the dossier anew; what has the focus stays where it is on screen, whatever comes or goes above it."""
        before = self._height_of_focus()
        self.reload()
        if before is not None:
            QTimer.singleShot(0, self, lambda: self._hold(before))

    def _height_of_focus(self) -> int | None:
        focused = QApplication.focusWidget()
        if focused is None or not self._area.isAncestorOf(focused):
            return None
        return focused.mapTo(self._area, QPoint(0, 0)).y()

    def _hold(self, before: int) -> None:
        self._layout.activate()
        now, focused = self._height_of_focus(), QApplication.focusWidget()
        if now is not None and focused is not None:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + now - before)
            self._area.ensureWidgetVisible(focused, 0, 2 * GRID)

    def _did(self, changes: Changes) -> None:
        """Tell the others, and look again once the focus has settled."""
        self.context.hub.tell(changes, self)
        self._recheck.start()

    # --- definitief

    def _finalise_or_show_obstacle(self) -> None:
        """Make final, or go to what stands in the way of it."""
        if self.finalise.isEnabled():
            self._ask_finalise()
        elif self._review is not None and blocking(self._review.findings):
            self.findings.take_focus()
        elif self.choice.isVisible():
            self.choice.take_focus()
            self._show_here(self.choice)

    def _ask_finalise(self) -> None:
        self.leave()
        self.reload()
        review = self._review
        if review is None or review.outcome is None or self._obstacle(review):
            return
        name = review.record.student.name
        dialog = FinaliseDialog(self.context, self, self._dossier_id, review.outcome, name)
        dialog.ask(lambda: self._finalised(dialog.changes))

    def _finalised(self, changes: Changes) -> None:
        self.context.hub.tell(changes, self)
        self.context.navigator.open_dossier(self._dossier_id, "result")

    def leave(self) -> bool:
        """Record what is being typed."""
        self.verdict.record_texts()
        self.choice.record_texts()
        return True
