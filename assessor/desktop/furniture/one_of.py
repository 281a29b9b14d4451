"""One of a few: radio buttons beside each other while they fit, else under each other; none preselected, clearable."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from assessor.desktop.furniture.buttons import button
from assessor.desktop.theme import GRID

_GAP = 2 * GRID


class OneOf(QWidget):
    """A choice of one; Tab reaches it once, arrows go along the options, Space chooses and Delete clears.

    Signals:
        chosen: the user chose an option, or "" to clear it.
    """

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._options: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        for code, word in options:
            one = QRadioButton(word)
            one.setAccessibleDescription(name)
            one.installEventFilter(self)
            self._group.addButton(one)
            self._options[code] = one
            self._box.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear_button = button(self.tr("Clear"), self._clear, kind="link")
        self.clear_button.setAccessibleDescription(name)
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)
        self._box.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addStretch(1)
        self.setLayout(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._group.buttonClicked.connect(lambda _button: self._tell())
        self.show_code("")

    @property
    def code(self) -> str:
        """The code of the chosen option, "" while there is none."""
        return next((code for code, one in self._options.items() if one.isChecked()), "")

    def show_code(self, code: str) -> None:
        """Show an option as chosen, or none of them ("")."""
        self._group.setExclusive(False)
        for own, one in self._options.items():
            one.setChecked(own == code)
        self._group.setExclusive(True)
        known = code if code in self._options else next(iter(self._options), "")
        for own, one in self._options.items():
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own == known else Qt.FocusPolicy.ClickFocus)
        if known:
            self.setFocusProxy(self._options[known])
        self.clear_button.setVisible(code in self._options and self.isEnabled())

    def option(self, code: str) -> QRadioButton:
        """The button of an option."""
        return self._options[code]

    def _tell(self) -> None:
        self.show_code(self.code)
        self.chosen.emit(self.code)

    def _clear(self) -> None:
        had_focus = any(one.hasFocus() for one in self._options.values())
        self.show_code("")
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Delete and Backspace take the choice away."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            if self.code:
                self._clear()
            return True
        return False

    # --- beside or under each other

    def _beside(self) -> int:
        """The width that all options need beside each other."""
        hints = [one.sizeHint().width() for one in (*self._options.values(), self.clear_button)]
        return sum(hints) + _GAP * (len(hints) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the options under each other while they do not fit beside each other."""
        super().resizeEvent(event)
        fits = self.width() >= self._beside()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self._box.setSpacing(_GAP if fits else 0)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest option, as high as the options are now."""
        widest = max((one.sizeHint().width() for one in self._options.values()), default=0)
        return QSize(widest, self._box.minimumSize().height())
