"""Surfaces: cards, hairlines, banners, and the empty state that says what to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from assessor.desktop import icons
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.words import Tone, label
from assessor.desktop.theme import GRID

BoxLayout = TypeVar("BoxLayout", bound=QBoxLayout)

_EMPTY_WIDTH = 480
MAX_WIDTH = 920
"""Lines of text longer than this are hard to read."""

_SETTLING_MS = 50
"""After so long a page that became longer has found its place."""


def column(*parts: QWidget | QLayout | None, spacing: int = GRID, margins: int = 0) -> QVBoxLayout:
    """Parts under each other; None is stretch."""
    return _filled(QVBoxLayout(), parts, spacing, margins)


def row(*parts: QWidget | QLayout | None, spacing: int = GRID, margins: int = 0) -> QHBoxLayout:
    """Parts beside each other; None is stretch."""
    return _filled(QHBoxLayout(), parts, spacing, margins)


def _filled(layout: BoxLayout, parts: tuple[QWidget | QLayout | None, ...], spacing: int, margins: int) -> BoxLayout:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margins, margins, margins, margins)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


def clear(layout: QLayout) -> None:
    """Take every part out of a layout, and throw the widgets away."""
    while layout.count():  # Asking a form layout for one part too many is a warning.
        item = layout.takeAt(0)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Card(QFrame):
    """A quiet surface with rounded corners; `body` is its layout."""

    def __init__(self, *parts: QWidget | QLayout | None, spacing: int = GRID) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = column(*parts, spacing=spacing, margins=2 * GRID)
        self.setLayout(self.body)


def line() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def picture(name: str, role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText, size: int = 20) -> QLabel:
    """A line icon as decoration: screen readers pass it over."""
    made = QLabel()
    made.setPixmap(icons.pixmap(name, made.palette().color(role), size))
    made.setFixedSize(size, size)
    return made


_BANNER_ICONS = {"insufficient": "block", "warning": "warning", "good": "check", "sufficient": "info"}


class Banner(QFrame):
    """A message in the page: what happened, what to do, and perhaps a button that does it."""

    def __init__(
        self, tone: Tone, text: str, action: str | None = None, on_action: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        self.message = label(text)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        parts: list[QWidget | QLayout | None] = [picture(_BANNER_ICONS.get(tone, "info"), QPalette.ColorRole.Text)]
        layout = row(*parts, spacing=12, margins=12)
        layout.addWidget(self.message, 1)
        if action is not None and on_action is not None:
            layout.addWidget(button(action, on_action))
        self.setLayout(layout)


class EmptyState(QWidget):
    """What a page shows while there is nothing: a sign, a sentence, and the button that begins."""

    def __init__(
        self, icon: str, title: str, text: str, action: str | None = None, on_action: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        heading, body = label(title, "heading"), label(text, "muted")
        self._words = heading, body
        for one in self._words:
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            one.setFixedWidth(_EMPTY_WIDTH)  # A wrapping label alone in the middle asks for too little room.
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = column(None, spacing=2 * GRID)
        layout.addWidget(picture(icon, size=48), 0, centre)
        layout.addWidget(heading, 0, centre)
        layout.addWidget(body, 0, centre)
        if action is not None and on_action is not None:
            self.action = button(action, on_action, kind="primary")
            layout.addWidget(self.action, 0, centre)
        layout.addStretch(2)
        self.setLayout(layout)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the words all the lines that they need at this text size."""
        super().showEvent(event)
        for one in self._words:
            one.setMinimumHeight(one.heightForWidth(_EMPTY_WIDTH))


def fit(window: QWidget) -> None:
    """Give the wrapped lines of a window the height that they need; one that is larger already stays as it is."""
    layout = window.layout()
    if layout is not None:
        layout.activate()
        # A least width of its own keeps a window from growing along with large text.
        width = max(window.width(), layout.totalMinimumSize().width())
        wanted = max(window.height(), layout.totalHeightForWidth(width))
        frame = window.frameGeometry().height() - window.height()
        # No taller than its screen, as far as what it holds can scroll: else the buttons lie below the edge.
        window.resize(width, min(wanted, window.screen().availableGeometry().height() - frame))
        _keep_on_screen(window)


def _keep_on_screen(window: QWidget) -> None:
    """Move a window up that grew over the lower edge of its screen, as far as there is room."""
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    over = min(frame.bottom() - room.bottom(), frame.top() - room.top())
    if window.isVisible() and over > 0:
        window.move(frame.left(), frame.top() - over)


def scrolling(content: QWidget, *, max_width: int | None = MAX_WIDTH) -> QScrollArea:
    """A page's content that scrolls, no wider than reads well."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if max_width is not None:
        content.setMaximumWidth(max_width)
        holder = QWidget()
        layout = row(spacing=0)
        layout.addWidget(content, 1)
        layout.addStretch(0)
        holder.setLayout(layout)
        content = holder
    area.setWidget(content)
    return area


def bring_into_view(part: QWidget) -> None:
    """Scroll to a part, once the layout knows where it lies and how high it has become."""

    def scroll() -> None:
        holder = part.parentWidget()
        while holder is not None:
            if isinstance(holder, QScrollArea):
                holder.ensureWidgetVisible(part, 0, 2 * GRID)
            holder = holder.parentWidget()

    # At once as far as is known, so that nothing jumps; a page that became longer needs a moment more.
    for wait in (0, _SETTLING_MS):
        QTimer.singleShot(wait, part, scroll)


def plain(area: QScrollArea) -> QScrollArea:
    """The same area on the ground of whatever holds it, such as a card."""
    area.setProperty("role", "plain")
    return area
