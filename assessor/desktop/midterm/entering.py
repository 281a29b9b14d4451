"""Filling in at this computer, one after the other, or typing in from paper: a code, the form, a screen between."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import clear, column
from assessor.desktop.midterm.clipboard import forget_copied
from assessor.desktop.midterm.entering_stages import CodeStage, DoneStage, HandOverStage, ResumeStage
from assessor.desktop.midterm.filling import FillingStage
from assessor.desktop.midterm.sides import Sides
from assessor.domain.errors import KnownError
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import SIDES, MidtermWay
from assessor.services.changes import Changes
from assessor.services.midterm.handing_in import HandedIn
from assessor.storage.repositories.midterm_lines import MidtermLine


class EnteringPane(QWidget):
    """One side after the other fills in, and nothing of the first is there when the second sits down.

    Signals:
        done: a form was handed in; carries the `Changes`.
        finished: back to the midterm.
    """

    done = Signal(object)
    finished = Signal()

    def __init__(self, context: Context, line: MidtermLine, side: Respondent, way: MidtermWay) -> None:
        super().__init__()
        self._context, self._line, self._way = context, line, way
        self._entering = context.application.midterms.entering
        self._sides = Sides(context, line)
        self.side = side
        self.stage: QWidget | None = None
        self._body: QVBoxLayout = column(spacing=0)
        self.setLayout(self._body)

    def begin(self, side: Respondent) -> None:
        """Let a side begin, or go on with its code."""
        self.side = side
        waiting = self._entering.waiting(self._line.id, side)
        if waiting is None:
            self._start_anew()
            return
        stage = ResumeStage(self._sides, side, closed=waiting.is_closed)
        stage.given.connect(self._resume)
        stage.anew.connect(self._start_anew)
        stage.later.connect(self.finished)
        self._put(stage)

    def leave(self) -> bool:
        """Keep what stands there and put it away, so that only its writer can open it again."""
        if isinstance(self.stage, FillingStage):
            if not self.stage.save():
                return False
            self._forget()
        return True

    def take_focus(self) -> None:
        """Put the focus where the stage begins."""
        if isinstance(self.stage, (FillingStage, CodeStage, ResumeStage, HandOverStage, DoneStage)):
            self.stage.take_focus()

    # --- from stage to stage

    def _put(self, stage: QWidget) -> None:
        clear(self._body)
        self.stage = stage
        self._body.addWidget(stage)
        stage.show()
        self.take_focus()

    def _start_anew(self) -> None:
        try:
            code = self._entering.begin(self._line.id, self.side)
        except KnownError as refusal:
            self._context.tell_error(refusal)
            self.finished.emit()
            return
        form = self._entering.form(self._line.id, self.side)
        stage = CodeStage(self._sides, self.side, self._way, code, form)
        stage.begun.connect(lambda: self._fill({}))
        stage.later.connect(self.finished)
        self._put(stage)

    def _resume(self, code: str) -> None:
        try:
            values = self._entering.resume(self._line.id, self.side, code)
        except KnownError as refusal:
            if isinstance(self.stage, ResumeStage):
                self.stage.refuse(refusal)
            return
        self._fill(dict(values))

    def _fill(self, values: dict[str, str]) -> None:
        stage = FillingStage(self._context, self._line, self.side, self._way, values)
        stage.put_away.connect(self._put_away)
        stage.handed_in.connect(self._handed_in)
        self._put(stage)

    def _put_away(self) -> None:
        if self.leave():
            self.finished.emit()

    def _handed_in(self, taken: HandedIn, changes: Changes) -> None:
        self._forget()
        if taken.opened:
            done = DoneStage(self._sides)
            done.onward.connect(self.finished)
            self._put(done)
        else:
            other = next(one for one in SIDES if one is not self.side)
            stage = HandOverStage(self._sides, self.side, other, self._way)
            stage.onward.connect(lambda: self.begin(other))
            stage.later.connect(self.finished)
            self._put(stage)
        self.done.emit(changes)

    def _forget(self) -> None:
        """Leave nothing of a form on screen, in undo or on the clipboard."""
        if isinstance(self.stage, FillingStage):
            forget_copied(self.stage.view.values().values())
            self.stage.view.wipe()
