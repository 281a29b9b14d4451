"""Buttons: one primary a page, quiet ones beside it, each with its key in the tooltip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPushButton

from assessor.desktop import icons

Kind = Literal["primary", "plain", "quiet", "link"]


class PressButton(QPushButton):
    """A button that Enter presses as Space does, while it has the focus.

    Without this Enter on *Cancel* would do what the default button of the dialog does.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        self._had_focus = False

    def rest(self, resting: bool) -> None:
        """Cannot be pressed while what it asked for is being done; the keyboard is here again afterwards."""
        if resting:
            self._had_focus = self.hasFocus()
        self.setEnabled(not resting)
        if not resting and self._had_focus:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; any other key is Qt's."""
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # A key that is held must not also answer the question that comes next.
                self.click()
            return
        super().keyPressEvent(event)


def button(
    text: str,
    on_click: Callable[[], object],
    *,
    kind: Kind = "plain",
    icon: str | None = None,
    shortcut: str | None = None,
    name: str | None = None,
) -> PressButton:
    """A button.

    Args:
        text: a verb, already translated.
        on_click: what it does.
        kind: how it stands out.
        icon: name of a line icon.
        shortcut: its key, shown in the tooltip.
        name: object name, by which tests and the style find it.
    """
    made = PressButton(text)
    made.setProperty("kind", kind)
    made.clicked.connect(lambda _checked: on_click())
    if icon is not None:
        tint(made, icon, QPalette.ColorRole.HighlightedText if kind == "primary" else QPalette.ColorRole.ButtonText)
    if shortcut is not None:
        sequence = QKeySequence(shortcut)
        # Not the button's own shortcut: that one shows a press of a tenth of a second before it acts.
        QShortcut(sequence, made, made.click)
        made.setToolTip(f"{text} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
    if name is not None:
        made.setObjectName(name)
    return made


def tint(made: QAbstractButton, icon: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> None:
    """Give a button an icon in the colour of a palette role."""
    made.setIcon(icons.icon(icon, made.palette().color(role)))
    made.setIconSize(QSize(icons.SIZE, icons.SIZE))
