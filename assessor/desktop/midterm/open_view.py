"""A midterm whose forms are open: the mirror, and beside or below it the page of the talk."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.midterm.beside import Beside
from assessor.desktop.midterm.mirror_view import MirrorView
from assessor.desktop.midterm.sides import Sides
from assessor.desktop.theme import GRID
from assessor.domain.midterm.midterm import SIDES
from assessor.storage.repositories.midterm_lines import MidtermLine

WIDE = 1000
"""From this width in pixels the talk stands beside the mirror."""
_LINE = 17
"""Height in pixels of a line of text at the size as designed: larger text needs a wider window for that."""
_SHARES = 3, 2
"""How mirror and talk share the width while they stand beside each other."""


class OpenView(QWidget):
    """Everything of a midterm once its forms lie side by side; the picture is there first, the rest a moment later.

    Signals:
        kept: the talk was written; carries the `Changes`; what is on screen says it already.
        done: something else changed, so that the midterm is shown anew; carries the `Changes`.

    Attributes:
        beside: the column of the talk, None until it is there.
    """

    kept = Signal(object)
    done = Signal(object)

    def __init__(self, context: Context, line: MidtermLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        midterms = context.application.midterms
        self._account = midterms.papers.account(line.id)
        forms = {side: midterms.entering.form(line.id, side) for side in SIDES}
        unread = midterms.talking.unread(line.id)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3 * GRID)
        self.setLayout(self._box)
        self.mirror = MirrorView(context, self._account, Sides(context, line), unread, forms, self)
        self._place = QWidget(self)  # It keeps the room of the talk, so that nothing moves when that comes.
        self.beside: Beside | None = None
        self._box.addWidget(self.mirror)
        self._box.addWidget(self._place)
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        """Add both views in full, and let keys and clicks come in between before the talk is added."""
        self.mirror.finish()
        QTimer.singleShot(0, self, self.finish)

    def finish(self) -> None:
        """Add the rest, once the picture is on screen."""
        if self.beside is not None:
            return
        self.setUpdatesEnabled(False)
        self.mirror.finish()
        self.beside = Beside(self._context, self._account, self)
        self.beside.kept.connect(self.kept)
        self.beside.done.connect(self.done)
        self._box.replaceWidget(self._place, self.beside)
        self._place.deleteLater()
        self._share()
        self.setUpdatesEnabled(True)

    def leave(self) -> bool:
        """Record what is being typed."""
        return self.beside.talk.leave() if self.beside is not None else True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the talk beside the mirror while there is room."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        beside = self.width() >= WIDE * self.fontMetrics().height() / _LINE
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
        for place, share in enumerate(_SHARES):
            self._box.setStretch(place, share if beside else 0)
