"""The navigation rail: seven places, each with its key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QWidget

from assessor.desktop.context import Section
from assessor.desktop.furniture.buttons import button, tint
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID

WIDTH = 25 * GRID


class Rail(QFrame):
    """The places of the program.

    Signals:
        chosen: a place was chosen; carries its `Section`.
        leaving: the user wants to lock the window.
        helping: the user wants to see the keys and the manual.
    """

    chosen = Signal(str)
    leaving = Signal()
    helping = Signal()

    def __init__(self, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._buttons: dict[Section, QToolButton] = {}
        layout = column(spacing=4)
        layout.setContentsMargins(12, 2 * GRID, 12, 2 * GRID)
        self.setLayout(layout)
        brand = label("Assessor", "heading", wrap=False)
        brand.setContentsMargins(12, 0, 0, 2 * GRID)
        layout.addWidget(brand)
        for number, (section, icon, words) in enumerate(self._places(), start=1):
            made = self._button(section, icon, words, number)
            self._buttons[section] = made
            layout.addWidget(made)
        layout.addStretch(1)
        self.person: QLabel = label(person, "small")
        self.person.setContentsMargins(12, 0, 0, 0)
        self.person.setAccessibleName(self.tr("At the keyboard: {name}").format(name=person))
        layout.addWidget(self.person)
        widest = max(made.sizeHint().width() for made in self._buttons.values())
        self.setFixedWidth(max(WIDTH, widest + 24))
        keys = button(self.tr("Help (F1)"), self.helping.emit, kind="quiet", icon="info", name="help")
        layout.addWidget(keys, 0, Qt.AlignmentFlag.AlignLeft)
        lock = button(self.tr("Lock"), self.leaving.emit, kind="quiet", icon="lock", shortcut="Ctrl+L", name="lock")
        layout.addWidget(lock, 0, Qt.AlignmentFlag.AlignLeft)

    def _places(self) -> tuple[tuple[Section, str, str], ...]:
        return (
            ("start", "start", self.tr("Start")),
            ("assessments", "assessments", self.tr("Assessments")),
            ("midterms", "midterms", self.tr("Midterms")),
            ("students", "students", self.tr("Students")),
            ("instruments", "instruments", self.tr("Instruments")),
            ("calibration", "calibration", self.tr("Calibration")),
            ("administration", "settings", self.tr("Administration")),
        )

    def _button(self, section: Section, icon: str, words: str, number: int) -> QToolButton:
        made = QToolButton()
        made.setText(f" {words}")
        made.setAccessibleName(words)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setIconSize(QSize(20, 20))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tint(made, icon, QPalette.ColorRole.WindowText)
        keys = QKeySequence(f"Alt+{number}")
        made.setToolTip(f"{words} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        made.clicked.connect(lambda: self.chosen.emit(section))
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self.chosen.emit(section))
        return made

    def show_section(self, section: Section) -> None:
        """Mark where the user is."""
        self._buttons[section].setChecked(True)
