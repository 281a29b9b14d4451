"""The page of the talk: a day, the closing questions, at most three agreements, and what the studiecoach may know."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.midterm.form_view import FormView
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Returned, understand
from assessor.domain.forms import FieldKind, Form, Respondent
from assessor.domain.instrument import Instrument
from assessor.domain.midterm.midterm import Midterm, MidtermState
from assessor.domain.midterm.talk import talk_of
from assessor.domain.text import Text
from assessor.services.changes import Changes
from assessor.services.midterm.talking import TalkSheet


class TalkView(QWidget):
    """The only page that is written once both forms are open; each field is committed when it is left.

    Signals:
        kept: the talk was written; carries the midterm, the talk and the `Changes`.
        concluded: the midterm is afgerond; carries the `Changes`.
    """

    kept = Signal(object, object, object)
    concluded = Signal(object)

    def __init__(
        self, context: Context, midterm: Midterm, instrument: Instrument, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context, self.midterm, self._instrument = context, midterm, instrument
        self._talking = context.application.midterms.talking
        self._words = Wording(context)
        form = context.application.midterms.entering.form(midterm.id, Respondent.BOTH)
        self.view = FormView(form, context.language, self)
        self.view.left.connect(lambda _name: self.commit())
        self.view.paused.connect(self._keep_draft)
        self.talk = self._talking.talk(midterm.id)
        self._sheets = column(spacing=GRID)
        self._refusal = column(spacing=0)
        self._is_refused = False
        self.saved = label("", "small", wrap=False)
        self.conclude = button(self.tr("Conclude…"), self.ask_conclude, icon="check", name="conclude")
        parts = column(label(context.say(form.lead[0]), "muted"), self._sheets, self.view, spacing=2 * GRID)
        parts.addLayout(self._refusal)
        parts.addLayout(row(self.saved, None, self.conclude, spacing=2 * GRID))
        parts.addStretch(1)
        self.setLayout(parts)
        draft = {} if midterm.state is MidtermState.DONE else self._talking.draft(midterm.id)
        self.view.show_values(draft or shown(form, self.talk.values()))
        self._show_state()
        if draft:
            self.saved.setText(self.tr("What you were typing when the program stopped is here."))

    # --- keeping

    def commit(self) -> bool:
        """Write what stands there; what cannot be written stays on screen with the reason."""
        form = self.view.form
        answers = understand(form, Returned(None, self.view.values()))
        clear(self._refusal)
        self._is_refused = False
        if answers.problems:
            one = answers.problems[0]
            say = self.context.say
            return self._refuse(f"{say(one.where)}: {say(one.what)} {say(one.cure)}")
        talk = talk_of(answers.values, self._instrument)
        try:
            if talk == self.talk:
                # What was not touched here is not written: a gespreksblad may have come in meanwhile.
                self._talking.drop_draft(self.midterm.id)
                return True
            self.midterm, changes = self._talking.write(self.midterm.id, talk)
        except KnownError as refusal:
            return self._refuse(refusal.say(self.context.language))
        if changes:
            now = self.context.locale.toString(QTime.currentTime(), "HH:mm")
            self.saved.setText(self.tr("Saved {time}").format(time=now))
            self.talk = talk
            self._show_state()
            self.kept.emit(self.midterm, talk, changes)
        return True

    def _keep_draft(self) -> None:
        """Keep what is being typed: a crash loses nothing of it."""
        if shown(self.view.form, self.talk.values()) != self.view.values():
            try:
                self._talking.keep_draft(self.midterm.id, self.view.values())
            except KnownError as refusal:
                self._refuse(refusal.say(self.context.language))

    def leave(self) -> bool:
        """Record what is being typed; False when some of it could not be stored."""
        if self.midterm.state is MidtermState.DONE:
            return True
        self.view.record()
        return self.commit()

    def _refuse(self, words: str) -> bool:
        self._is_refused = True
        self.saved.setText(self.tr("Not saved"))
        banner = Banner("insufficient", words)
        self._refusal.addWidget(banner)
        banner.show()
        return False

    def _show_state(self) -> None:
        done = self.midterm.state is MidtermState.DONE
        self.view.set_read_only(done)
        self.conclude.setVisible(not done)
        self.conclude.setEnabled(self.midterm.state is MidtermState.TALKED)
        self.conclude.setToolTip("" if self.conclude.isEnabled() else self.tr("First fill in when you talked."))
        clear(self._sheets)
        for one in self._talking.sheets(self.midterm.id):
            if not done and not one.kept.in_force and one.talk != self.talk:
                self._sheets.addWidget(self._banner(one))

    # --- gespreksbladen that came back

    def _banner(self, sheet: TalkSheet) -> Banner:
        moment = self._words.moment(sheet.kept.received_at)
        words = self.tr("A talk sheet with other content came back ({moment}).").format(moment=moment)
        return Banner("accent", words, self.tr("Look at it…"), lambda: self.ask_sheet(sheet))

    def ask_sheet(self, sheet: TalkSheet) -> TalkSheetDialog:
        """Show what stands in it beside what stands here."""
        dialog = TalkSheetDialog(self, sheet)
        dialog.ask(lambda: self._taken_over(dialog.changes))
        return dialog

    def _taken_over(self, changes: Changes) -> None:
        overview = self.context.application.midterms.overview
        self.midterm, self.talk = overview.post(self.midterm.id).midterm, self._talking.talk(self.midterm.id)
        self.view.show_values(shown(self.view.form, self.talk.values()))
        self._show_state()
        self.kept.emit(self.midterm, self.talk, changes)

    # --- the end

    def ask_conclude(self) -> None:
        """Ask once whether the midterm is finished."""
        if self.commit():
            dialog = ConcludeDialog(self)
            dialog.ask(lambda: self.concluded.emit(dialog.changes))


class ConcludeDialog(AskingDialog):
    """Asks once: afterwards nothing of it can be changed."""

    def __init__(self, view: TalkView) -> None:
        super().__init__(
            view.context,
            view,
            self.tr("Conclude the midterm evaluation?"),
            self.tr("After this the page of the talk is fixed as well."),
            self.tr("Conclude"),
        )
        self._midterm_id = view.midterm.id
        self.confirm.setFocus()

    def carry_out(self) -> Changes:
        """Round it off."""
        return self.context.application.midterms.talking.conclude(self._midterm_id)[1]


class TalkSheetDialog(AskingDialog):
    """What a gespreksblad says beside what stands on the page; taking it over replaces the page."""

    def __init__(self, view: TalkView, sheet: TalkSheet) -> None:
        super().__init__(
            view.context,
            view,
            self.tr("A talk sheet that came back"),
            self.tr("Taking it over replaces the page of the talk. What stands there now stays in the history."),
            self.tr("Take over"),
        )
        self._midterm_id, self._kept_id = view.midterm.id, sheet.kept.id
        form, say = view.view.form, view.context.say
        now, then = (shown(form, one.values(), say) for one in (view.talk, sheet.talk))
        for name, field in form.fields.items():
            if now.get(name) != then.get(name):
                words = self.tr("now: {now} · in the sheet: {then}")
                said = words.format(now=now.get(name, "–"), then=then.get(name, "–"))
                self.body.addLayout(column(label(say(field.title), "label"), label(said), spacing=2))
        self.confirm.setFocus()

    def carry_out(self) -> Changes:
        """Take it over."""
        return self.context.application.midterms.talking.take_over(self._midterm_id, self._kept_id)[1]


def shown(form: Form, values: Mapping[str, str], say: Callable[[Text], str] | None = None) -> dict[str, str]:
    """Values as they stand on screen: days as people write them, and (with `say`) choices and ticks in words."""
    found = {}
    for name, value in values.items():
        field = form.fields[name]
        text = value
        if field.kind is FieldKind.DAY:
            text = QDate.fromString(value, Qt.DateFormat.ISODate).toString("dd-MM-yyyy")
        elif say is not None and field.kind is FieldKind.CHOICE:
            text = next((say(one.word) for one in field.choices if one.code == value), value)
        elif say is not None and field.kind is FieldKind.TICK:
            text = "✓"
        found[name] = text
    return found
