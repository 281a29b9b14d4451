"""One midterm: what is known while it is sealed, the form that somebody fills in, or the mirror and the talk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import clear, column, scrolling
from assessor.desktop.midterm.closing import CloseMidtermDialog
from assessor.desktop.midterm.entering import EnteringPane
from assessor.desktop.midterm.open_view import OpenView
from assessor.desktop.midterm.sealed import SealedView
from assessor.desktop.midterm.sides import Sides
from assessor.desktop.wording import Wording
from assessor.domain.errors import KnownError
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import MidtermState, MidtermWay
from assessor.services.changes import Changes
from assessor.storage.repositories.midterm_lines import MidtermLine

MAX_WIDTH_BOTH = 1600
"""Mirror and talk beside each other are no wider than this."""


class MidtermPane(QWidget):
    """What a midterm shows, built anew from what is stored.

    Signals:
        done: a use case changed something; carries the `Changes`.
        titled: another title and the small print under it.
    """

    done = Signal(object)
    titled = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = Wording(context)
        self.line: MidtermLine | None = None
        self.view: QWidget | None = None
        self._area: QWidget = self
        self._body = column(spacing=0)
        self.setLayout(self._body)

    @property
    def is_busy(self) -> bool:
        """Whether somebody is filling in a form, which nothing may disturb."""
        return isinstance(self.view, EnteringPane)

    def show_midterm(self, midterm_id: str) -> None:
        """Show a midterm as it stands; KnownError ``midterm-unknown``."""
        self.line = self._context.application.midterms.overview.line(midterm_id)
        self._build(self.line)

    def reload(self) -> None:
        """Look at the midterm again, but never at a form that somebody is filling in."""
        if self.line is None or self.is_busy:
            return
        # What is being typed in the talk is recorded first; what cannot be recorded stays on screen.
        if not isinstance(self.view, OpenView) or self.view.leave():
            self.show_midterm(self.line.id)

    def clear(self) -> None:
        """Show nothing; what stood here is thrown away."""
        self.line = self.view = None
        clear(self._body)

    def leave(self) -> bool:
        """Record what is being typed; a form that somebody was filling in is put away, and only they can open it."""
        if isinstance(self.view, EnteringPane):
            if not self.view.leave():
                return False
            self._back()
        return self.view.leave() if isinstance(self.view, OpenView) else True

    def take_focus(self) -> None:
        """Put the focus where work starts."""
        if isinstance(self.view, EnteringPane):
            self.view.take_focus()
        elif isinstance(self.view, OpenView):
            self._area.setFocus()  # The arrows and Page Down lead through the mirror.
        elif self.view is not None:
            self.view.setFocus()
            self.view.focusNextChild()

    # --- inside

    def _build(self, line: MidtermLine) -> None:
        post = self._context.application.midterms.overview.post(line.id)
        self.titled.emit(line.student_name, self._subtitle(line))
        if post.midterm.is_sealed:
            view = SealedView(self._context, line, post)
            view.entering.connect(self._enter)
            view.closing.connect(self._ask_closing)
            view.choosing.connect(self._choose)
            self._put(view, scrolling(view))
        else:
            self._open(line)

    def _open(self, line: MidtermLine) -> None:
        """Make the place first: a widget that is put in its place afterwards is dressed anew with all that is in it."""
        place = QWidget()
        area = scrolling(place, max_width=MAX_WIDTH_BOTH)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("Mirror and talk"))
        clear(self._body)
        self._body.addWidget(area)
        opened = OpenView(self._context, line, place)
        opened.kept.connect(self._kept)
        opened.done.connect(self._after)
        place.setLayout(column(opened, spacing=0))
        self.view, self._area = opened, area
        area.show()

    def _put(self, view: QWidget, area: QWidget) -> None:
        clear(self._body)
        self.view, self._area = view, area
        self._body.addWidget(area)
        area.show()

    def _kept(self, changes: Changes) -> None:
        """The talk was written: only the heading is another one now."""
        if self.line is not None:
            self.line = self._context.application.midterms.overview.line(self.line.id)
            self.titled.emit(self.line.student_name, self._subtitle(self.line))
        self.done.emit(changes)

    def _subtitle(self, line: MidtermLine) -> str:
        sides = Sides(self._context, line)
        mentor = f"{sides.role(Respondent.SUPERVISOR)}: {line.supervisor}" if line.supervisor else ""
        due = ""
        if line.state is MidtermState.SENT and line.due is not None:
            due = self.tr("asked back by {day}").format(day=self._words.long_day(line.due))
        course = self._words.course(line.programme, line.phase)
        parts = (self._context.say(line.stand), course, line.organisation, mentor, due)
        return " · ".join(part for part in parts if part)

    def _enter(self, side: Respondent, way: MidtermWay) -> None:
        """Let somebody fill in, or type in from paper."""
        if self.line is None:
            return
        entering = EnteringPane(self._context, self.line, side, way)
        entering.done.connect(self.done)
        entering.finished.connect(self._back)
        clear(self._body)
        self.view = entering
        self._body.addWidget(entering)
        entering.show()
        self.titled.emit(self.tr("Midterm evaluation"), "")
        if way is MidtermWay.COMPUTER:
            self._context.navigator.lend()
            entering.finished.connect(self._context.navigator.take_back)
        entering.begin(side)

    def _back(self) -> None:
        """Show the midterm again after a form."""
        self.view = None
        self.reload()
        self.take_focus()

    def _ask_closing(self) -> None:
        if self.line is not None:
            dialog = CloseMidtermDialog(self._context, self, self.line.id, len(self.line.inside))
            dialog.ask(lambda: self._after(dialog.changes))

    def _choose(self, receipt_id: str) -> None:
        if self.line is None:
            return
        try:
            changes = self._context.application.midterms.overview.choose(self.line.id, receipt_id)
        except KnownError as refusal:
            self._context.tell_error(refusal)
        else:
            self._after(changes)

    def _after(self, changes: Changes) -> None:
        self.done.emit(changes)
        self.reload()
        self.take_focus()  # What had the focus is gone with the view that it stood in.
