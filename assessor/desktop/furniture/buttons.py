"""Buttons: one primary a page, quiet ones beside it, each with its key in the tooltip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPushButton

from assessor.desktop import icons

Kind = Literal["primary", "plain", "quiet", "link"]


def button(
    text: str,
    on_click: Callable[[], object],
    *,
    kind: Kind = "plain",
    icon: str | None = None,
    shortcut: str | None = None,
    name: str | None = None,
) -> QPushButton:
    """A button.

    Args:
        text: a verb, already translated.
        on_click: what it does.
        kind: how it stands out.
        icon: name of a line icon.
        shortcut: its key, shown in the tooltip.
        name: object name, by which tests and the style find it.
    """
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
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
