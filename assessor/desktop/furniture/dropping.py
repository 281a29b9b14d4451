"""Files that are dropped on a part of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Lets a widget take one file of this computer; several at once, and what is no file, are not taken.

    Args:
        widget: where files are dropped.
        on_file: what happens to one.
    """

    def __init__(self, widget: QWidget, on_file: Callable[[Path], object]) -> None:
        super().__init__(widget)
        self._on_file = on_file
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what is dropped, once the hand that dragged it has let go."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return False
        path = _file(event.mimeData())
        if path is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self._on_file(path))
        return True


class FilesDrop(QObject):
    """Lets a widget take any number of files and folders of this computer.

    Args:
        widget: where they are dropped.
        on_files: what happens to them.
    """

    def __init__(self, widget: QWidget, on_files: Callable[[list[Path]], object]) -> None:
        super().__init__(widget)
        self._on_files = on_files
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what is dropped, once the hand that dragged it has let go."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return False
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self._on_files(paths))
        return True


def _file(dropped: QMimeData) -> Path | None:
    urls = dropped.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
