"""Every key of every page, in one place, and the window that F1 opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import column, row, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID, scaled

WIDTH, HEIGHT = 640, 640


@dataclass(frozen=True, slots=True)
class Key:
    """A key, or several that do the same, as Qt writes them, and what it does (translated in `KeyboardMap`)."""

    keys: str
    does: str
    bound: bool = True
    """Whether it is a shortcut of the page; False for keys that a single field or list listens to."""

    @property
    def native(self) -> str:
        """The key as this computer writes it: O V G stays, Ctrl becomes ⌘ on a Mac."""
        shown = (QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) or one for one in self.keys.split())
        return "  ".join(shown)


def _key(keys: str, does: object, *, bound: bool = True) -> Key:
    """A key; what Qt marks for translation it calls an object, but it stays the words that it was given."""
    return Key(keys, str(does), bound)


_TR = "KeyboardMap"
EVERYWHERE = (
    _key("Alt+1", QT_TRANSLATE_NOOP("KeyboardMap", "Start; Alt with 2, 3 … leads to the other places of the rail")),
    _key("Ctrl+L", QT_TRANSLATE_NOOP("KeyboardMap", "Lock the window")),
    _key("F1", QT_TRANSLATE_NOOP("KeyboardMap", "These keys, and the manual")),
    _key("Tab Shift+Tab", QT_TRANSLATE_NOOP("KeyboardMap", "To the next or previous field"), bound=False),
    _key("Esc", QT_TRANSLATE_NOOP("KeyboardMap", "Back, or close a window in front"), bound=False),
    _key("Ctrl+Return", QT_TRANSLATE_NOOP("KeyboardMap", "In a window in front: do what its button says"), bound=False),
)
_LIST = (
    _key("Ctrl+F", QT_TRANSLATE_NOOP("KeyboardMap", "Search")),
    _key("Down", QT_TRANSLATE_NOOP("KeyboardMap", "From the search field into the list"), bound=False),
    _key("Return", QT_TRANSLATE_NOOP("KeyboardMap", "Open the row"), bound=False),
)
_NEW = _key("Ctrl+N", QT_TRANSLATE_NOOP("KeyboardMap", "New practice assessment"))

PAGES: dict[str, tuple[Key, ...]] = {
    "StartPage": (_NEW,),
    "AssessmentsPage": (
        _NEW,
        *_LIST,
        _key("Shift+Down Ctrl+A", QT_TRANSLATE_NOOP("KeyboardMap", "Choose several rows, or all"), bound=False),
    ),
    "MidtermsPage": (
        _key("Ctrl+N", QT_TRANSLATE_NOOP("KeyboardMap", "Send midterm evaluations out")),
        *_LIST,
        _key("Ctrl+Shift+O", QT_TRANSLATE_NOOP("KeyboardMap", "Read in forms that came back")),
        _key("Alt+Left", QT_TRANSLATE_NOOP("KeyboardMap", "Back to the list")),
        _key(
            "Left Right Space Del",
            QT_TRANSLATE_NOOP("KeyboardMap", "In a form: along the levels, choose one, take it away"),
            bound=False,
        ),
        _key("Ctrl+Return", QT_TRANSLATE_NOOP("KeyboardMap", "In a form: hand in"), bound=False),
    ),
    "StudentsPage": (
        *_LIST,
        _key("Ctrl+Shift+N", QT_TRANSLATE_NOOP("KeyboardMap", "Add a student")),
        _key("Ctrl+Shift+I", QT_TRANSLATE_NOOP("KeyboardMap", "Import a list of students")),
        _key("Ctrl+Shift+O", QT_TRANSLATE_NOOP("KeyboardMap", "See forms that came back")),
    ),
    "InstrumentsPage": (_key("Ctrl+O", QT_TRANSLATE_NOOP("KeyboardMap", "Check a file with an instrument")),),
    "AdministrationPage": (
        _key("Ctrl+N", QT_TRANSLATE_NOOP("KeyboardMap", "Add a person")),
        _key("Ctrl+F", QT_TRANSLATE_NOOP("KeyboardMap", "Search")),
    ),
    "SheetPage": (
        _key(
            "O V G N", QT_TRANSLATE_NOOP("KeyboardMap", "Set the level of the criterion, or not observed"), bound=False
        ),
        _key("1 2 3", QT_TRANSLATE_NOOP("KeyboardMap", "The same, by number"), bound=False),
        _key("Del", QT_TRANSLATE_NOOP("KeyboardMap", "Take the level away"), bound=False),
        _key("Up Down", QT_TRANSLATE_NOOP("KeyboardMap", "To the previous or next criterion"), bound=False),
        _key("T", QT_TRANSLATE_NOOP("KeyboardMap", "Write the note; Esc goes back"), bound=False),
        _key("A", QT_TRANSLATE_NOOP("KeyboardMap", "Take over a quote into the note"), bound=False),
        _key("Ctrl+N", QT_TRANSLATE_NOOP("KeyboardMap", "To the first criterion that is still open")),
        _key("Ctrl+PgDown Ctrl+PgUp", QT_TRANSLATE_NOOP("KeyboardMap", "To the next or previous model")),
        _key("Ctrl+Z Ctrl+Y", QT_TRANSLATE_NOOP("KeyboardMap", "Undo and redo")),
        _key("Ctrl+J", QT_TRANSLATE_NOOP("KeyboardMap", "Notes beside the sheet")),
        _key("Ctrl+Shift+J", QT_TRANSLATE_NOOP("KeyboardMap", "Notes on the whole page")),
        _key("Ctrl+Return", QT_TRANSLATE_NOOP("KeyboardMap", "To the check page")),
    ),
    "CheckPage": (
        _key("Alt+Left", QT_TRANSLATE_NOOP("KeyboardMap", "Back to the sheet")),
        _key("Ctrl+Return", QT_TRANSLATE_NOOP("KeyboardMap", "Make final")),
    ),
    "ResultPage": (_key("Ctrl+S", QT_TRANSLATE_NOOP("KeyboardMap", "Save as PDF")),),
}
"""The keys of each page, by the name of its class; a page that is not here has none of its own."""


class KeyboardMap(QDialog):
    """The keys of the page on screen first, then those that work everywhere, and a way to the manual.

    Args:
        page: the page on screen, or None before there is one.
        title: its heading.
        parent: the window.
    """

    def __init__(self, page: str | None, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(WIDTH), HEIGHT)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(GRID, GRID, GRID, GRID)
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        own = PAGES.get(page or "", ())
        if own:
            self._add(title, own)
        self._add(self.tr("Everywhere"), EVERYWHERE)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        content = QWidget()
        content.setLayout(self._grid)
        self.manual = button(self.tr("To the &manual"), self._to_manual, icon="info", name="to-manual")
        self.done_button = button(self.tr("Close"), self.accept, kind="primary", name="close-keys")
        self.done_button.setDefault(True)
        layout = column(scrolling(content, max_width=None), spacing=2 * GRID, margins=2 * GRID)
        layout.addLayout(row(self.manual, None, self.done_button))
        self.setLayout(layout)
        self.done_button.setFocus()
        self.manual_wanted = False

    def _add(self, title: str, keys: Sequence[Key]) -> None:
        heading = label(title, "heading")
        heading.setContentsMargins(0, GRID, 0, 0)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        for key in keys:
            line, does = self._grid.rowCount(), QCoreApplication.translate(_TR, key.does)
            shown: QLabel = label(key.native, "label", wrap=False)
            shown.setAccessibleName(f"{key.native}: {does}")
            self._grid.addWidget(shown, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(does), line, 1)

    def _to_manual(self) -> None:
        self.manual_wanted = True
        self.accept()
