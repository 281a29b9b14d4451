"""One step of a session: a column of what is shown, built anew from what is stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import clear, column
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes

if TYPE_CHECKING:
    from assessor.desktop.calibration.use_cases import Sessions
    from assessor.services.calibration.preparing import SessionLine


class Step(QWidget):
    """The base of every step.

    Signals:
        done: a use case changed something; carries the `Changes`; the step is shown anew.
        kept: likewise, but what is on screen says it already, so that nobody loses the place where they type.
        onward: the step is finished; carries the code of the step to show.
    """

    done = Signal(object)
    kept = Signal(object)
    onward = Signal(str)

    def __init__(self, context: Context, sessions: Sessions) -> None:
        super().__init__()
        self.context = context
        self.sessions = sessions
        self.words = Wording(context)
        self.line: SessionLine | None = None
        self.body: QVBoxLayout = column(spacing=2 * GRID)
        self.setLayout(self.body)

    def show_line(self, line: SessionLine) -> None:
        """Show a session as it stands; the keys stay where they are, at the same part where it is still there."""
        self.line = line
        held = focused_in(self)
        names = (held.objectName(), held.accessibleName()) if held is not None else ("", "")
        if held is not None:
            self.setFocus()  # A part that is thrown away would hand the keys to whatever comes next in the window.
        clear(self.body)
        self.build(line)
        self.body.addStretch(1)
        if held is not None:
            QTimer.singleShot(0, self, lambda: self._hand_back(*names))

    def build(self, line: SessionLine) -> None:
        """Fill `body`."""
        raise NotImplementedError

    def _hand_back(self, name: str, words: str) -> None:
        """Give the keys to the part of this name, of these words, or else to the first that takes them."""
        if self.window().focusWidget() is not self:
            return
        takes = [one for one in self.findChildren(QWidget) if _takes_keys(one, self)]
        same = [one for one in takes if name and one.objectName() == name]
        alike = [one for one in takes if words and one.accessibleName() == words]
        for one in [*same, *alike, *takes][:1]:
            one.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> bool:
        """Record what is being typed; False when some of it could not be stored."""
        fields = [one for one in self.findChildren(QPlainTextEdit) if isinstance(one, GrowingText)]
        for field in fields:
            field.record()
        return not any(field.is_unstored for field in fields)

    def attempt(self, work: Callable[[], Changes]) -> bool:
        """Carry out a use case; a refusal is told, and False."""
        try:
            changes = work()
        except KnownError as refusal:
            self.context.tell_error(refusal)
            return False
        self.done.emit(changes)
        return True


def focused_in(part: QWidget) -> QWidget | None:
    """What has the keys in a part (or the part itself), or will have them once its window is in front again."""
    focused = cast("QWidget | None", part.window().focusWidget())  # Qt answers nothing where nothing has them.
    return focused if focused is not None and (focused is part or part.isAncestorOf(focused)) else None


def _takes_keys(part: QWidget, step: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isEnabled() and part.isVisibleTo(step)
