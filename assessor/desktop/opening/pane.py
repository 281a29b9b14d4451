"""A step before a workspace is open: a heading, what it means, its fields, and room for a refusal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, Card, column, row, scrolling
from assessor.desktop.furniture.words import Tone, label
from assessor.desktop.theme import GRID

WIDTH, LETTERS = 600, 60
"""A step is so wide, in pixels, or in average letters where the text is large."""


class Pane(QWidget):
    """The base of every step; a subclass fills `body` and names where work starts in `first_field`.

    What stands in `under` is not switched off while something is under way.

    Signals:
        backed: the user wants to the step before.
    """

    backed = Signal()

    def __init__(self, title: str, meaning: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.title = label(title, "title")
        self.meaning = label(meaning, "muted")
        self.meaning.setVisible(bool(meaning))
        self.body = column(spacing=2 * GRID)
        self.banner: Banner | None = None
        self._messages = column(spacing=0)
        self._waiting = QProgressBar()
        self._waiting.setTextVisible(False)
        self._waiting.setAccessibleName(self.tr("Busy"))
        self._waiting_word = label("", "muted")
        self._fields = QWidget()
        self._fields.setLayout(self.body)
        self.under = column(spacing=0)
        card = Card(self._messages, self._fields, self._waiting_word, self._waiting, self.under, spacing=2 * GRID)
        card.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        width = max(WIDTH, LETTERS * self.fontMetrics().averageCharWidth())
        card.setFixedWidth(width)
        self.back = button(self.tr("Back"), self.backed.emit, kind="quiet", icon="previous", name="back")
        middle = column(row(self.back, None), spacing=GRID)
        for part in (self.title, self.meaning):
            part.setFixedWidth(width)
            middle.addWidget(part)
        middle.addSpacing(GRID)
        middle.addWidget(card)
        outer = column(None, spacing=0, margins=2 * GRID)
        outer.addLayout(row(None, middle, None))
        outer.addStretch(2)
        content = QWidget()
        content.setLayout(outer)
        self.setLayout(column(scrolling(content, max_width=None), spacing=0))
        self.rest()

    @property
    def first_field(self) -> QWidget:
        """Where the focus lands when the step is shown."""
        return self.back

    def begin(self) -> None:
        """Put the focus where work starts."""
        self.first_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(
        self, tone: Tone, text: str, action: str | None = None, on_action: Callable[[], object] | None = None
    ) -> None:
        """Show a message above the fields, in place of an earlier one."""
        self.hush()
        self.banner = Banner(tone, text, action, on_action)
        self._messages.addWidget(self.banner)

    def hush(self) -> None:
        """Take the message away."""
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None

    def busy(self, word: str, total: int = 0) -> None:
        """Show that something is under way (`total` steps, 0 when that is not known); the fields wait."""
        self._waiting_word.setText(word)
        self._waiting.setRange(0, total)
        self._waiting.setValue(0)
        for part in (self._waiting, self._waiting_word):
            part.show()
        self._fields.setEnabled(False)
        self.back.setEnabled(False)

    def advance(self, done: int) -> None:
        """Show how far it is."""
        self._waiting.setValue(done)

    def rest(self) -> None:
        """Nothing is under way any more."""
        for part in (self._waiting, self._waiting_word):
            part.hide()
        self._fields.setEnabled(True)
        self.back.setEnabled(True)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return not self._fields.isEnabled()


def ask_folder(parent: QWidget, title: str, start: str, on_chosen: Callable[[str], object]) -> QFileDialog:
    """Let the user choose a folder, without blocking; answers the dialog."""
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(on_chosen)
    dialog.open()
    return dialog
