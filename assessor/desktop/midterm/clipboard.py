"""What a form's writer copied may not be pasted by the other side."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QClipboard, QGuiApplication


def forget_copied(texts: Iterable[str]) -> None:
    """Empty the clipboard when what it holds was copied out of these texts, or holds one of them."""
    clipboard = QGuiApplication.clipboard()
    written = [text for text in texts if text.strip()]
    modes = [QClipboard.Mode.Clipboard]
    if clipboard.supportsSelection():
        modes.append(QClipboard.Mode.Selection)
    for mode in modes:
        held = clipboard.text(mode).strip()
        if held and any(held in text or text in held for text in written):
            clipboard.clear(mode)
