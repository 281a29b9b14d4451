"""Labels by what they are for, so that a page names a role and never a font."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

Role = Literal["title", "heading", "label", "body", "muted", "small", "verdict", "star", "code"]
Tone = Literal["good", "sufficient", "insufficient", "neutral", "warning", "accent"]


def label(text: str, role: Role = "body", *, tone: Tone | None = None, wrap: bool = True) -> QLabel:
    """A piece of text; it wraps, can be selected by mouse, and is always plain text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    if tone is not None:
        made.setProperty("tone", tone)
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet looks at, and dress the widget anew."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
