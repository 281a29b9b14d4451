"""The form while somebody fills it in: kept at every pause, handed in once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, column, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.midterm.form_view import FormView
from assessor.desktop.midterm.sides import Sides
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Returned, understand
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import MidtermWay
from assessor.services.changes import Changes
from assessor.services.midterm.handing_in import HandedIn
from assessor.storage.repositories.midterm_lines import MidtermLine


class FillingStage(QWidget):
    """The whole form with a bar below it.

    Signals:
        put_away: its writer goes on later.
        handed_in: the form is in; carries how it was taken, and the `Changes`.
    """

    put_away = Signal()
    handed_in = Signal(object, object)

    def __init__(
        self, context: Context, line: MidtermLine, side: Respondent, way: MidtermWay, values: Mapping[str, str]
    ) -> None:
        super().__init__()
        self.context, self._line, self.side, self._way = context, line, side, way
        self._entering = context.application.midterms.entering
        self._refused = False
        self.view = FormView(self._entering.form(line.id, side), context.language)
        self.view.show_values(values)
        self.view.paused.connect(self.save)
        content = column(self._head(Sides(context, line)), self.view, spacing=2 * GRID)
        holder = QWidget()
        holder.setLayout(content)
        self.setLayout(column(scrolling(holder), self._foot(), spacing=2 * GRID))
        self._tell_progress()

    def _head(self, sides: Sides) -> QVBoxLayout:
        whose = self.tr("The form of {name}").format(name=sides.name(self.side))
        head = column(label(whose, "heading"), spacing=GRID)
        if self._way is MidtermWay.PAPER:
            actor = self.context.application.desk.actor
            words = self.tr("You type in what {name} wrote on paper. That you did so is recorded: {actor}.")
            head.addWidget(
                Banner("neutral", words.format(name=sides.name(self.side), actor=actor.name if actor else ""))
            )
        return head

    def _foot(self) -> QHBoxLayout:
        self.progress = label("", "muted", wrap=False)
        self.saved = label("", "small", wrap=False)
        self.later = button(self.tr("Go on later"), self.put_away.emit, name="later")
        self.hand_in = button(
            self.tr("Hand in…"), self.ask, kind="primary", icon="check", shortcut="Ctrl+Return", name="hand-in"
        )
        return row(self.progress, None, self.saved, self.later, self.hand_in, spacing=2 * GRID)

    def take_focus(self) -> None:
        """Begin in the first field that is empty."""
        self.view.take_focus()

    # --- keeping

    def save(self) -> bool:
        """Keep what stands there, sealed; of pauses that are refused one after another the first is told."""
        self._tell_progress()
        try:
            self._entering.save(self._line.id, self.side, self.view.values())
        except KnownError as refusal:
            self.saved.setText(self.tr("Not saved"))
            if not self._refused:
                self._refused = True
                self.context.tell_error(refusal)
            return False
        self._refused = False
        now = self.context.locale.toString(QTime.currentTime(), "HH:mm")
        self.saved.setText(self.tr("Saved {time}").format(time=now))
        return True

    def left_open(self) -> int:
        """How many fields that are expected are empty."""
        return len(understand(self.view.form, Returned(None, self.view.values())).missing)

    def _tell_progress(self) -> None:
        expected = sum(one.expected for one in self.view.form.fields.values())
        words = self.tr("{done} of {total} chosen").format(done=expected - self.left_open(), total=expected)
        self.progress.setText(words)

    # --- handing in

    def ask(self) -> HandInDialog:
        """Ask once whether the form is finished."""
        self.save()
        dialog = HandInDialog(self)
        dialog.ask(lambda: self._done(dialog))
        return dialog

    def take_in(self) -> tuple[HandedIn, Changes]:
        """Hand the form in."""
        return self._entering.hand_in(self._line.id, self.side, self.view.values(), self._way)

    def _done(self, dialog: HandInDialog) -> None:
        if dialog.taken is not None:
            self.handed_in.emit(dialog.taken, dialog.changes)


class HandInDialog(AskingDialog):
    """Asks once; a form that is handed in is fixed.

    Attributes:
        taken: how it was taken, once it was.
    """

    def __init__(self, stage: FillingStage) -> None:
        super().__init__(
            stage.context,
            stage,
            self.tr("Hand in?"),
            self.tr("After this the form is fixed, and hidden until both are in."),
            self.tr("Hand in"),
        )
        self.taken: HandedIn | None = None
        self._stage = stage
        empty = stage.left_open()
        if empty:
            self.body.addWidget(Banner("warning", self.tr("%n choice(s) not made yet. That is allowed.", "", empty)))
        self.confirm.setFocus()

    def carry_out(self) -> Changes:
        """Hand it in."""
        self.taken, changes = self._stage.take_in()
        return changes
