"""The scoring sheet of one dossier: a tab per model with its progress, keys for everything, and no verdict in sight."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
)

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import PressButton, button
from assessor.desktop.furniture.chips import Chip, state_chip
from assessor.desktop.furniture.lists import dressed
from assessor.desktop.furniture.surfaces import Banner, row
from assessor.desktop.furniture.words import label
from assessor.desktop.page import Page
from assessor.desktop.sheet.came import CameLine
from assessor.desktop.sheet.pane import ModelPane, Pane, WholePane
from assessor.desktop.sheet.scribe import Scribe
from assessor.desktop.sheet.side import SideBySide
from assessor.desktop.theme import GRID
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument
from assessor.services.changes import Changes


class SheetPage(Page):
    """One dossier to score.

    Signals:
        details_wanted: the user wants to change activity, organisation or supervisor; carries the dossier's id.
        closing_wanted: the user wants to end the dossier without a verdict; carries the dossier's id.
        forms_wanted: the user wants to see what came with the student; carries the dossier's id and new files.
    """

    details_wanted = Signal(str)
    closing_wanted = Signal(str)
    forms_wanted = Signal(str, list)

    def __init__(self, context: Context, dossier_id: str) -> None:
        super().__init__(context)
        self.dossier: Dossier = context.application.work.dossier(dossier_id)
        self.instrument: Instrument = context.application.desk.instrument_of(self.dossier)
        self.scribe = Scribe(context, dossier_id, self)
        self.scribe.saved.connect(self._tell_saved)
        self.scribe.refused.connect(self._refused)
        self.scribe.unstored.connect(self._unstored)
        self._panes: dict[str, Pane] = {}
        self._tabs: dict[str, QPushButton] = {}
        self._drafts = context.application.assessments.drafts(dossier_id)
        self._advice = context.application.forms.advice(dossier_id)
        self._agreed = context.application.calibration.concluding.in_force(self.instrument)
        self._build_heading()
        self._build_tabs()
        self._build_keys()
        self.show_pane(self._first_unfinished_model())

    # --- building

    def _build_heading(self) -> None:
        student = self.context.application.students.get(self.dossier.student_id)
        phase = self.instrument.phase(self.dossier.phase)
        parts = [self.dossier.number, self.context.say(self.instrument.title)]
        parts += [self.context.say(phase.name)] if phase else []
        self.saved = label("", "small", wrap=False)
        self.saved.setAccessibleName(self.tr("Saved"))
        more = button(self.tr("More"), self._show_menu, kind="quiet", name="more")
        check = button(
            self.tr("To the check page"),
            self._to_check,
            kind="primary",
            icon="next",
            shortcut="Ctrl+Return",
            name="check",
        )
        self._more = more
        writing = [*self._undo_buttons(), more]
        self.heading(student.name, " · ".join(parts), self.saved, *writing, check)
        for one in writing:
            one.setVisible(self.can_write)
        check.setVisible(self.dossier.state.is_open)
        if not self.dossier.state.is_open:
            self.body.addWidget(self._closed_banner())
        elif not self.can_write:
            self.body.addWidget(self._others_banner())
        elif self.dossier.revision > 1:
            self.body.addWidget(self._correction_banner())
        words = self.tr("Phase: {line}").format(line=self.context.say(phase.line)) if phase is not None else ""
        self.body.addLayout(self._strip(words))
        self.came = CameLine(self.context, self.dossier.id, self)
        self.came.wanted.connect(lambda: self.forms_wanted.emit(self.dossier.id, []))
        self.body.addWidget(self.came)

    def _strip(self, phase_line: str) -> QHBoxLayout:
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, len(self.instrument.criteria))
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.setFixedWidth(20 * GRID)
        self.count: QLabel = label("", "small", wrap=False)
        layout = row(spacing=GRID)
        layout.addWidget(label(phase_line, "muted"), 1)
        layout.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.count)
        if self.instrument.is_example:
            layout.addWidget(Chip(self.tr("Example - not established"), "warning"))
        layout.addWidget(state_chip(self.dossier.state, self.context.language))
        return layout

    def _undo_buttons(self) -> list[QPushButton]:
        """Signs that everybody knows; their words and keys are in the tooltip, which leaves room for a name."""
        made: list[QPushButton] = []
        for name, words, keys, act in (
            ("undo", self.tr("Undo"), "Ctrl+Z", self.undo),
            ("redo", self.tr("Redo"), "Ctrl+Y", self.redo),
        ):
            one = button("", act, kind="quiet", icon=name, name=name)
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            one.setAccessibleName(words)
            one.setToolTip(f"{words} ({native})")
            made.append(one)
        return made

    @property
    def can_write(self) -> bool:
        """Whether the person at the keyboard fills in this sheet."""
        return self.scribe.may_write(self.dossier)

    def _others_banner(self) -> Banner:
        words = self.tr("This is the dossier of {name}. You can read it; only that assessor fills it in.")
        assessor = self.context.application.people.get(self.dossier.assessor_id)
        return Banner("sufficient", words.format(name=assessor.name))

    def _correction_banner(self) -> Banner:
        return Banner(
            "warning",
            self.tr("This is a correction: every change is recorded. Abandoning it is done on the result page."),
            self.tr("To the result"),
            lambda: self.context.navigator.open_dossier(self.dossier.id, "result"),
        )

    def _closed_banner(self) -> Banner:
        words = self.tr("This dossier is {state}. The sheet is fixed; you can read it.")
        return Banner(
            "sufficient",
            words.format(state=self.context.say(self.dossier.state.word)),
            self.tr("To the result"),
            lambda: self.context.navigator.open_dossier(self.dossier.id, "result"),
        )

    def _build_tabs(self) -> None:
        tabs = row(spacing=0)
        for key in [*(model.code for model in self.instrument), ""]:
            tab = PressButton()
            tab.setCheckable(True)
            tab.setProperty("kind", "tab")
            if QApplication.font().pointSizeF() > 1.2 * dressed().points():
                tab.setProperty("step", "snug")  # so that all models and the notes stay on one line
            tab.clicked.connect(lambda _checked, chosen=key: self.show_pane(chosen))
            self._tabs[key] = tab
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self.stack = QStackedWidget()
        self.side = SideBySide(self.context, self.dossier, self.stack)
        self.side.noted.connect(self._show_lines)
        self.side.changed.connect(lambda changes: self.context.hub.tell(changes, self))
        self.side.came_back.connect(lambda files: self.forms_wanted.emit(self.dossier.id, files))
        self.side.left.connect(lambda: self.show_pane(self.current))
        tabs.addWidget(button(self.tr("Notes"), self.side.toggle, kind="quiet", icon="note", name="notes"))
        self.body.addLayout(tabs)
        self.body.addWidget(self.side, 1)
        self._tell_progress()

    def _build_keys(self) -> None:
        self.side.build_keys(self)
        for keys, action in (
            ("Ctrl+N", self.next_unfinished),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+PgDown", lambda: self._turn(1)),
            ("Ctrl+PgUp", lambda: self._turn(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            # In a text field Ctrl+Z is the field's own; it takes the key before the page does.
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _pane(self, key: str) -> Pane:
        if key not in self._panes:
            pane = self._new_pane(key)
            pane.show_dossier(self.dossier)
            pane.show_drafts(self._drafts if self.can_write else {})
            self._show_advice(pane)
            for card in pane.cards:
                card.show_agreements(self._agreed.get(card.criterion.code, ()))
            self._panes[key] = pane
            self.stack.addWidget(pane)
            lines = self.side.lines()
            for card in pane.cards:
                card.show_lines(lines.get(card.criterion.code, []))
                card.line_dropped.connect(self.side.put_at)
        return self._panes[key]

    def _new_pane(self, key: str) -> Pane:
        if not key:
            whole = WholePane(self.scribe, self.stack)
            whole.set_read_only(not self.can_write)
            return whole
        model = self.instrument.model(key)
        pane = ModelPane(self.context, self.instrument, model, self.dossier, self.scribe, self.stack)
        pane.progressed.connect(self._progressed)
        pane.left_behind.connect(self._turn)
        return pane

    # --- moving about

    def show_pane(self, key: str) -> None:
        """Show a model by its code, or the whole with ""."""
        pane = self._pane(key)
        self.stack.setCurrentWidget(pane)
        for other, tab in self._tabs.items():
            tab.setChecked(other == key)
        self.current = key
        if pane.cards:
            pane.show_place(f"rating:{pane.cards[0].criterion.code}")
        elif pane.fields:
            pane.show_place(next(iter(pane.fields)))

    def show_place(self, place: str) -> None:
        """Show the pane that holds a place, and put the focus there."""
        kind, _, code = place.partition(":")
        if kind in {"rating", "note", "source"} and code in self.instrument.model_of:
            key = self.instrument.model_of[code].code
        elif kind in {"motivation", "announced"}:
            key = code
        elif kind == "formative":
            key = next((model.code for model in self.instrument if model.formative), "")
        else:
            key = ""
        self.show_pane(key)
        if not self._panes[key].show_place(place) and kind == "announced":
            self._panes[key].show_place(f"motivation:{code}")

    def next_unfinished(self) -> None:
        """Go to the next criterion without a mark, after the one in hand; round to the start."""
        codes = list(self.instrument.criteria)
        at = self._criterion_in_hand()
        start = codes.index(at) + 1 if at in codes else 0
        marks = self.context.application.work.dossier(self.dossier.id).sheet.marks
        for code in [*codes[start:], *codes[:start]]:
            if marks.get(code) is None:
                self.show_place(f"rating:{code}")
                return
        self.show_pane("")

    def _criterion_in_hand(self) -> str | None:
        focused = QApplication.focusWidget()
        for card in self._panes[self.current].cards:
            if focused is card or (focused is not None and card.isAncestorOf(focused)):
                return card.criterion.code
        return None

    def _turn(self, step: int) -> None:
        keys = list(self._tabs)
        place = keys.index(self.current) + step
        if 0 <= place < len(keys):
            self.show_pane(keys[place])
            pane = self._panes[keys[place]]
            if step < 0 and pane.cards:
                pane.show_place(f"rating:{pane.cards[-1].criterion.code}")

    def _show_advice(self, pane: Pane) -> None:
        """Show what the mentor says beside the criteria of a pane."""
        for card in pane.cards:
            advice = self._advice.get(card.criterion.code)
            if advice is not None:
                card.show_advice(advice)

    def _first_unfinished_model(self) -> str:
        for model in self.instrument:
            if any(self.dossier.sheet.rating(one.code).mark is None for one in model.criteria):
                return model.code
        return self.instrument.models[0].code

    # --- what the user does

    def undo(self) -> None:
        """Take back the last change and show where."""
        self._step(back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(back=False)

    def _step(self, *, back: bool) -> None:
        if not self.leave():
            return
        assessments = self.context.application.assessments
        try:
            step, changes = (assessments.undo if back else assessments.redo)(self.dossier.id)
        except KnownError as error:
            self._refused(error)
            return
        if step is None:
            self.saved.setText(self.tr("Nothing to undo") if back else self.tr("Nothing to redo"))
            return
        self.show_stored()
        self.show_place(changes[0].place)
        self._tell_saved()
        self.context.hub.tell(changes, self)

    def _to_check(self) -> None:
        if self.leave():
            self.context.navigator.open_dossier(self.dossier.id, "check")

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("What came along…"), lambda: self.forms_wanted.emit(self.dossier.id, []))
        menu.addAction(self.tr("Details of the activity…"), lambda: self.details_wanted.emit(self.dossier.id))
        menu.addAction(self.tr("End without a verdict…"), lambda: self.closing_wanted.emit(self.dossier.id))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    # --- what the page says

    def _show_lines(self) -> None:
        lines = self.side.lines()
        for pane in self._panes.values():
            for card in pane.cards:
                card.show_lines(lines.get(card.criterion.code, []))
        self._tell_saved()

    def _progressed(self) -> None:
        self._tell_progress()

    def _tell_progress(self) -> None:
        scored = 0
        for key, tab in self._tabs.items():
            if not key:
                tab.setText(self.tr("The whole"))
                continue
            model = self.instrument.model(key)
            pane = self._panes.get(key)
            if isinstance(pane, ModelPane):
                done = pane.scored
            else:
                done = sum(self.dossier.sheet.rating(one.code).mark is not None for one in model.criteria)
            scored += done
            total = len(model.criteria)
            sign = "✓" if done == total else f"{done}/{total}"
            tab.setText(f"{self.context.say(model.label)}  {sign}")
            tab.setToolTip(self.context.say(model.title))
            tab.setAccessibleName(
                self.tr("{model}: {done} of {total} scored").format(
                    model=self.context.say(model.label), done=done, total=total
                )
            )
        self.progress.setValue(scored)
        self.count.setText(self.tr("{done} of {total}").format(done=scored, total=len(self.instrument.criteria)))

    def _tell_saved(self) -> None:
        now = self.context.locale.toString(QDateTime.currentDateTime().time(), QLocale.FormatType.ShortFormat)
        self.saved.setText(self.tr("Saved {time}").format(time=now))

    def _refused(self, error: KnownError) -> None:
        self.context.tell_error(error)
        self.show_stored()

    def _unstored(self, error: KnownError) -> None:
        """Say it and leave the words where they are: they stand nowhere else."""
        self.saved.setText(self.tr("Not saved"))
        self.context.tell_error(error)

    # --- what the window asks

    def take_focus(self) -> None:
        """Work starts at the first criterion of the model in hand."""
        focused = QApplication.focusWidget()
        if focused is None or not self.stack.isAncestorOf(focused):
            self.show_pane(self.current)

    def show_stored(self) -> None:
        """Show again what is stored."""
        self.dossier = self.context.application.work.dossier(self.dossier.id)
        for pane in self._panes.values():
            pane.show_dossier(self.dossier)
        self.side.show_dossier(self.dossier)
        self.came.show_stored()
        self._tell_progress()

    def reload(self) -> None:
        """Show again what is stored; text that is being typed is recorded first."""
        self.leave()
        self.show_stored()

    def refresh(self, changes: Changes) -> None:
        """Look again when this dossier changed elsewhere, or when something came along for it."""
        about = (self.dossier.id, self.dossier.student_id)
        if any(change.place == "forms" and change.id in about for change in changes):
            self.came.show_stored()
            self._advice = self.context.application.forms.advice(self.dossier.id)
            for pane in self._panes.values():
                self._show_advice(pane)
        if any(change.noun == "dossier" and change.id == self.dossier.id for change in changes):
            self.reload()

    def leave(self) -> bool:
        """Record what is being typed; False when words could not be stored, which would be lost by leaving."""
        self.side.record()
        if self.can_write:
            for pane in self._panes.values():
                pane.record()
        return not any(pane.is_unstored for pane in self._panes.values())
