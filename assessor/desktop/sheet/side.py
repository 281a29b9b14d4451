"""The sheet with its side panel: notes, attachments, and what was said last time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QSplitter, QStackedWidget, QWidget
from shiboken6 import isValid

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import PressButton, button
from assessor.desktop.furniture.surfaces import Card, row
from assessor.desktop.jobs import Progress
from assessor.desktop.sheet.attachments_panel import AttachmentsPanel
from assessor.desktop.sheet.growth_panel import GrowthPanel
from assessor.desktop.sheet.notes_panel import NotesPanel
from assessor.desktop.theme import GRID
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.notes import NoteLine

PanelPart = Literal["notes", "attachments", "growth"]
WIDTH = 43 * GRID
BESIDE_EACH_OTHER = 118
"""Average signs that must fit across before sheet and panel stand beside each other; else the panel comes below."""


class SidePanel(Card):
    """Three parts, one at a time; each is made when it is first shown.

    Signals:
        closing: the user wants it away.
        enlarging: the user wants it over the whole page, or beside the sheet again.
        changed: attachments came or went; carries the `Changes`.
    """

    changed = Signal(object)
    closing = Signal()
    enlarging = Signal()

    def __init__(self, context: Context, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(spacing=12)
        self.hide()  # A splitter shows what comes into it at once, and what is added to a shown widget shows later.
        self.setParent(parent)
        self.setAccessibleName(self.tr("Side panel"))
        self._context, self.dossier = context, dossier
        self.part: PanelPart = "notes"
        self.notes = NotesPanel(context, dossier, self)
        self._attachments: AttachmentsPanel | None = None
        self._growth: GrowthPanel | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.notes)
        self.tabs: dict[PanelPart, QPushButton] = {}
        tabs = row(spacing=0)
        names: dict[PanelPart, str] = {
            "notes": self.tr("Notes"), "attachments": self.tr("Attachments"), "growth": self.tr("Last time"),
        }  # fmt: skip
        for part, name in names.items():
            self.tabs[part] = self._tab(part, name)
            tabs.addWidget(self.tabs[part])
        tabs.addStretch(1)
        self.notes.enlarge.clicked.connect(self.enlarging)
        close = button("", self.closing.emit, kind="quiet", icon="close", name="close-panel")
        close.setAccessibleName(self.tr("Close the side panel"))
        close.setToolTip(self.tr("Close the side panel (Ctrl+J)"))
        tabs.addWidget(close)
        self.body.addLayout(tabs)
        self.body.addWidget(self._stack, 1)
        self.body.setContentsMargins(GRID, GRID, GRID, GRID)

    @property
    def attachments(self) -> AttachmentsPanel:
        """The part with the attachments."""
        if self._attachments is None:
            self._attachments = AttachmentsPanel(self._context, self.dossier, self)
            self._attachments.changed.connect(self.changed)
            self._stack.addWidget(self._attachments)
        return self._attachments

    @property
    def growth(self) -> GrowthPanel:
        """The part with what was said last time."""
        if self._growth is None:
            self._growth = GrowthPanel(self._context, self.dossier.id, self)
            self._stack.addWidget(self._growth)
        return self._growth

    def show_part(self, part: PanelPart) -> None:
        """Show one part."""
        self.part = part
        widgets: dict[PanelPart, Callable[[], QWidget]] = {
            "notes": lambda: self.notes,
            "attachments": lambda: self.attachments,
            "growth": lambda: self.growth,
        }
        self._stack.setCurrentWidget(widgets[part]())
        if part == "growth":
            self.growth.show_stored()
        for other, tab in self.tabs.items():
            tab.setChecked(other == part)

    def take_focus(self) -> None:
        """Put the focus where work on this part begins."""
        widget: QWidget = self.tabs[self.part]
        if self.part == "notes" and self.notes.editor.isVisible():
            widget = self.notes.editor
        elif self.part == "attachments" and self.attachments.add.isVisible():
            widget = self.attachments.add
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is stored."""
        self.dossier = dossier
        self.notes.show_dossier(dossier)
        if self._attachments is not None:
            self._attachments.show_dossier(dossier)
        if self._growth is not None:
            self._growth.show_stored()

    def _tab(self, part: PanelPart, name: str) -> QPushButton:
        tab = PressButton(name)
        tab.setCheckable(True)
        tab.setProperty("kind", "tab")
        tab.setProperty("step", "narrow")
        tab.clicked.connect(lambda _checked: self.show_part(part))
        return tab


class SideBySide(QSplitter):
    """The sheet on the left, the side panel on the right when it is open.

    Signals:
        noted: the notes changed; `lines` has them.
        changed: attachments came or went; carries the `Changes`.
        came_back: forms were dropped; carries their paths.
        left: the user wants back to the sheet.
    """

    noted = Signal()
    changed = Signal(object)
    came_back = Signal(list)
    left = Signal()

    def __init__(self, context: Context, dossier: Dossier, sheet: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._context, self._dossier, self._sheet = context, dossier, sheet
        self._panel: SidePanel | None = None
        self._before: QWidget | None = None
        self._drops = 0
        self.addWidget(sheet)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GRID)
        self.setAcceptDrops(True)
        kept = context.application.work.kept_panel()
        if kept in ("notes", "attachments"):
            self.open_part("notes" if kept == "notes" else "attachments", focus=False)

    def build_keys(self, page: QWidget) -> None:
        """The keys of the panel, wherever on the page the focus is."""
        for keys, action in (("Ctrl+J", self.toggle), ("Ctrl+Shift+J", self.toggle_full_page)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    # --- open and closed

    @property
    def panel(self) -> SidePanel:
        """The panel; made when it is first asked for."""
        if self._panel is None:
            self._panel = SidePanel(self._context, self._dossier, self)
            self._panel.setMinimumWidth(35 * GRID)
            self._panel.notes.changed.connect(self.noted)
            self._panel.notes.escaped.connect(self._go_back)
            self._panel.changed.connect(self.changed)
            self._panel.closing.connect(self.close_panel)
            self._panel.enlarging.connect(self.toggle_full_page)
            self.addWidget(self._panel)
            for tab in self._panel.tabs.values():
                tab.clicked.connect(self._remember)
        return self._panel

    @property
    def is_open(self) -> bool:
        """Whether the panel is in sight."""
        return self._panel is not None and not self._panel.isHidden()

    def open_part(self, part: PanelPart, *, focus: bool = True) -> None:
        """Show a part of the panel."""
        if focus:
            self._before = QApplication.focusWidget()
        if not self.is_open:
            self.panel.show()
            self._share_out()
        self.panel.show_part(part)
        self._remember()
        if focus:
            self.panel.take_focus()

    def close_panel(self) -> None:
        """Put the panel away and go on where the sheet was left."""
        self.record()
        self._sheet.show()
        self.panel.hide()
        self._remember()
        self._go_back()

    def toggle(self) -> None:
        """Ctrl+J: open the notes, go to them, or close the panel when the focus is in it."""
        focused = QApplication.focusWidget()
        if self.is_open and focused is not None and self.panel.isAncestorOf(focused):
            self.close_panel()
        else:
            self.open_part(self.panel.part if self.is_open else "notes")

    def toggle_full_page(self) -> None:
        """Ctrl+Shift+J: the panel over the whole page, for the talk afterwards, or beside the sheet again."""
        if not self.is_open:
            self.open_part("notes")
        self._sheet.setVisible(self._sheet.isHidden())
        full = self._sheet.isHidden()
        self.panel.notes.show_large(full)
        self.panel.take_focus()

    def _go_back(self) -> None:
        if self._sheet.isHidden():
            self.toggle_full_page()
        before = self._before
        if before is not None and isValid(before) and self._sheet.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the panel comes below the sheet."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_EACH_OTHER * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self._share_out()

    def _share_out(self) -> None:
        if self.orientation() is Qt.Orientation.Horizontal:
            self.setSizes([max(1, self.width() - WIDTH), WIDTH])
        else:
            self.setSizes([max(1, self.height() * 11 // 20), max(1, self.height() * 9 // 20)])

    def _remember(self) -> None:
        part = self.panel.part if self.is_open and self.panel.part != "growth" else ""
        try:
            self._context.application.work.keep_panel(part)
        except KnownError as error:
            self._context.tell_error(error)

    # --- what the sheet asks

    def lines(self) -> dict[str, list[NoteLine]]:
        """The lines of the notes by the criterion that they were put at."""
        found: dict[str, list[NoteLine]] = {}
        for line in self._all_lines():
            for criterion in line.criteria:
                found.setdefault(criterion, []).append(line)
        return found

    def _all_lines(self) -> list[NoteLine]:
        if self._panel is not None:
            return self._panel.notes.lines
        try:
            return self._context.application.notes.lines(self._dossier.id)
        except KnownError:
            return []  # Another assessor's notes are nobody's business.

    def put_at(self, number: int, criterion: str) -> None:
        """Put a line of the notes at a criterion."""
        self.panel.notes.editor.put_at(number, criterion)

    def record(self) -> None:
        """Commit what is being typed."""
        if self._panel is not None:
            self._panel.notes.record()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is stored."""
        self._dossier = dossier
        if self._panel is not None:
            self._panel.show_dossier(dossier)

    # --- files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if _files(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files in."""
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.take(files)

    def take(self, files: list[Path]) -> None:
        """Hand on the forms that came back, and attach every other file."""
        forms = self._context.application.forms

        def sort_out(progress: Progress) -> tuple[list[Path], list[Path]]:
            return forms.recognise(files, progress)

        self._drops += 1
        self._context.jobs.start(f"dropped-{self._dossier.id}-{self._drops}", sort_out, self._sorted_out)

    def _sorted_out(self, found: tuple[list[Path], list[Path]]) -> None:
        if not isValid(self):
            return
        came_back, others = found
        if others:
            self.attach(others)
        if came_back:
            self.came_back.emit(came_back)

    def attach(self, files: list[Path]) -> None:
        """Attach files, with the attachments in sight."""
        self.open_part("attachments", focus=False)
        self.panel.attachments.take(files)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
