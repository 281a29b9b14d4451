"""A page: a heading with its actions, and a body; it is told what changed and asked before it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.services.changes import Changes


class Page(QWidget):
    """The base of every page.

    A page builds itself in `__init__` from `heading()` and `body`, and loads what it shows in `reload`.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.body: QVBoxLayout = column(spacing=2 * GRID)
        outer = column(spacing=2 * GRID)
        outer.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 2 * GRID)
        self._top = row(spacing=GRID)
        outer.addLayout(self._top)
        outer.addLayout(self.body, 1)
        self.setLayout(outer)

    def heading(self, title: str, subtitle: str = "", *actions: QWidget) -> QHBoxLayout:
        """Set the heading; answers the row that holds the actions, for what comes later."""
        self.setAccessibleName(title)
        self.title = label(title, "title")
        words = column(self.title, spacing=2)
        self.subtitle = label(subtitle, "muted")
        words.addWidget(self.subtitle)
        if not subtitle:
            self.subtitle.hide()
        self._top.addLayout(words, 1)
        for action in actions:
            self._top.addWidget(action)
        return self._top

    def take_focus(self) -> None:
        """Put the focus where work on this page starts: where it was, or on the first field or button."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            return
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if self.isAncestorOf(widget) and _takes_tab(widget):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return
            widget = widget.nextInFocusChain()

    def reload(self) -> None:
        """Load what the page shows; called when it is shown and after changes elsewhere."""

    def refresh(self, _changes: Changes) -> None:
        """Look again after changes that another page made."""
        self.reload()

    def leave(self) -> bool:
        """Record what is being typed; False keeps the user on the page."""
        return True


def _takes_tab(widget: QWidget) -> bool:
    focus = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(focus) and widget.isVisible() and widget.isEnabled()
