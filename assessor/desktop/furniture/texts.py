"""A field for running text: it grows with what is written, saves at every pause, and is recorded when it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

PAUSE_MS = 600
MAX_LINES = 12
PAGE_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_N, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class GrowingText(QPlainTextEdit):
    """Plain text.

    Signals:
        paused: nothing was typed for a moment; carries the text (a draft).
        left: the field was left and the text differs from what was recorded; carries the text (one recorded change).
        escaped: Esc was pressed, the user wants back to where they came from.
    """

    paused = Signal(str)
    left = Signal(str)
    escaped = Signal()

    def __init__(self, text: str = "", *, lines: int = 1, placeholder: str = "") -> None:
        super().__init__()
        self._lines = lines
        self._recorded = self._before = text
        self.is_unstored = False
        """Whether this text was refused, so that it stands nowhere but here."""
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.paused.emit(self.toPlainText()))
        self.setPlainText(text)
        self.textChanged.connect(self._typed)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show what was recorded elsewhere (undo, another page); it counts as recorded. Text that was refused stays."""
        self._recorded = text
        if self.is_unstored and text.strip() != self.toPlainText().strip():
            return
        self.is_unstored = False
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._pause.stop()
        self._fit()

    def show_draft(self, text: str) -> None:
        """Show text that was being typed when the program stopped; leaving the field records it."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._fit()

    def record(self) -> None:
        """Record now, as if the field were left."""
        self._pause.stop()
        text = self.toPlainText()
        if text.strip() != self._recorded.strip():
            self._before, self._recorded, self.is_unstored = self._recorded, text, False
            self.left.emit(text)

    def keep(self) -> None:
        """What was just handed over could not be stored: it stays on screen, and leaving the field tries again."""
        self._recorded, self.is_unstored = self._before, True

    def _typed(self) -> None:
        self._pause.start()
        self._fit()

    def _fit(self) -> None:
        lines = self._lines
        document = self.document()
        if self.isVisible() or self.width() > 0:
            counted, block = 0, document.begin()
            while block.isValid():
                counted += max(1, block.layout().lineCount())
                block = block.next()
            lines = max(lines, min(counted, MAX_LINES))
        over = lines >= MAX_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        height = lines * self.fontMetrics().lineSpacing() + 2 * round(document.documentMargin()) + 16
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when a narrower field breaks more lines."""
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Record what was written."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.record()

    def event(self, event: QEvent) -> bool:
        """Leave the page's own keys to the page: a text field would otherwise claim them before a shortcut can."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in PAGE_KEYS:
                event.ignore()
                return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A dropped file is for the page: its path is no text of the sheet."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to where the user came from; digits and letters are text here."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
