"""The editor of the notes: Enter begins a line with the time, a tag shows as a chip, and a line can be dragged."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from assessor.desktop import theme
from assessor.desktop.furniture.texts import PAGE_KEYS, PAUSE_MS
from assessor.domain.notes import stamp, stamp_length, tagged, tags

LINE_FORMAT = "application/x-assessor-note-line"
"""What a dragged line carries: its number, and only inside this program."""
GRIP_WIDTH = 16


class NotesEditor(QPlainTextEdit):
    """One page of plain text.

    Signals:
        kept: the text is to be committed: at a pause, at Enter, and when the editor is left.
        escaped: Esc was pressed, the user wants back to the sheet.
    """

    kept = Signal(str)
    escaped = Signal()

    def __init__(self, codes: Collection[str], now: Callable[[], datetime]) -> None:
        super().__init__()
        self.codes = codes
        self._now = now
        self._committed = ""
        colours = theme.load(_theme_name())
        self._chip, self._chip_line = colours.colour("accent_soft"), colours.colour("accent")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "notes")
        self.document().setDocumentMargin(6)
        _Highlighter(self.document(), codes, self._chip_line)
        self.grip = _Grip(self)
        self.setViewportMargins(GRIP_WIDTH, 0, 0, 0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._pause.start)
        self.updateRequest.connect(lambda *_place: self.grip.update())

    # --- what is shown

    def show_text(self, text: str) -> None:
        """Show what is stored."""
        self._committed = text
        if text != self.toPlainText():
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._pause.stop()

    def commit(self) -> None:
        """Commit now what was not committed yet."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._committed:
            self._committed = text
            self.kept.emit(text)

    def put_at(self, number: int, criterion: str) -> None:
        """Put a line at a criterion; Ctrl+Z in the editor takes it back."""
        block = self.document().findBlockByNumber(number)
        after = tagged(block.text(), 0, criterion)
        if block.isValid() and after != block.text():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(after)
        self.commit()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins a line with the time (Shift+Enter one without); Esc goes back to the sheet."""
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._begin_line(with_time=not shift)
        else:
            if event.text().isprintable() and event.text().strip() and not self.toPlainText():
                self.insertPlainText(stamp(self._now()))
            super().keyPressEvent(event)

    def _begin_line(self, *, with_time: bool) -> None:
        cursor = self.textCursor()
        line = cursor.block().text()
        begun = stamp(self._now()) if with_time else ""
        if with_time and line.strip() and stamp_length(line) == len(line):
            # Nothing was written after the time: the line begins now, instead of staying behind empty.
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.insertText(begun)
        elif not self.toPlainText():
            cursor.insertText(begun)
        else:
            cursor.insertText(f"\n{begun}")
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.commit()

    def event(self, event: QEvent) -> bool:
        """Leave the page's own keys to the page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in PAGE_KEYS:
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what was written."""
        super().focusOutEvent(event)
        self.commit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files and dragged lines are for the sheet."""
        return not source.hasUrls() and not source.hasFormat(LINE_FORMAT) and super().canInsertFromMimeData(source)

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a chip under each tag, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._chip_line)
        painter.setBrush(self._chip)
        for block, top in self.blocks_in_sight():
            for chip in self._chips(block):
                painter.drawRoundedRect(chip.translated(self.contentOffset().x(), top), 5, 5)
        painter.end()
        super().paintEvent(event)

    def _chips(self, block: QTextBlock) -> list[QRectF]:
        layout, found = block.layout(), []
        for tag in tags(block.text(), self.codes):
            line = layout.lineForTextPosition(tag.start)
            if line.isValid():
                left, right = (_place(line.cursorToX(sign)) for sign in (tag.start, tag.end))
                found.append(QRectF(left - 1.5, line.y() + 0.5, right - left + 3, line.height() - 1))
        return found

    def blocks_in_sight(self) -> list[tuple[QTextBlock, float]]:
        """The lines that are in sight, each with where it begins from the top of the viewport, in pixels."""
        block, found = self.firstVisibleBlock(), []
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top < self.viewport().height():
            found.append((block, top))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the grips beside the text."""
        super().resizeEvent(event)
        place = self.viewport().geometry()
        self.grip.setGeometry(place.left() - GRIP_WIDTH, place.top(), GRIP_WIDTH, place.height())

    def sizeHint(self) -> QSize:
        """As narrow as the panel that holds it."""
        return QSize(240, 240)


def _theme_name() -> str:
    app = QApplication.instance()
    return str((app.property("theme") if app is not None else None) or "light")


def _place(found: object) -> float:
    """Where a sign stands: PySide answers the place together with the sign."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


class _Highlighter(QSyntaxHighlighter):
    """The time in grey, a tag in the colour of its chip."""

    def __init__(self, document: QTextDocument, codes: Collection[str], accent: QColor) -> None:
        super().__init__(document)
        self._codes = codes
        self._time, self._tag = QTextCharFormat(), QTextCharFormat()
        self._time.setForeground(QApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        self._tag.setForeground(accent)
        self._tag.setFontWeight(QFont.Weight.DemiBold)

    def highlightBlock(self, text: str) -> None:
        """Dress one line."""
        self.setFormat(0, stamp_length(text), self._time)
        for tag in tags(text, self._codes):
            self.setFormat(tag.start, tag.end - tag.start, self._tag)


class _Grip(QWidget):
    """A handle beside each line, by which it is dragged to a criterion."""

    def __init__(self, editor: NotesEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Six dots beside each line that says something."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.PlaceholderText))
        middle = self._editor.fontMetrics().height() / 2
        for block, top in self._editor.blocks_in_sight():
            if len(block.text()) > stamp_length(block.text()):
                for across in (6.0, 10.0):
                    for down in (-4.0, 0.0, 4.0):
                        painter.drawEllipse(QRectF(across - 1, top + middle + down - 1, 2, 2))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin here."""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the line away once the mouse moved far enough."""
        if self._pressed is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved < QApplication.startDragDistance():
            return
        number = self.line_at(self._pressed)
        self._pressed = None
        if number is not None:
            self._editor.commit()
            drag = QDrag(self)
            drag.setMimeData(carried(number))
            drag.exec(Qt.DropAction.CopyAction)

    def line_at(self, place: QPoint) -> int | None:
        """The number of the line beside a place, None where there is none to carry."""
        found = None
        for block, top in self._editor.blocks_in_sight():
            if top <= place.y():
                found = block
        if found is None or len(found.text()) <= stamp_length(found.text()):
            return None
        return found.blockNumber()


def carried(number: int) -> QMimeData:
    """What a dragged line carries."""
    data = QMimeData()
    data.setData(LINE_FORMAT, QByteArray(str(number).encode()))
    return data


def carried_line(data: QMimeData) -> int | None:
    """The number of the line that is dragged, None when something else is."""
    number = bytes(data.data(LINE_FORMAT).data())
    return int(number) if number.isdigit() else None
