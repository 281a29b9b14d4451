"""The herstelcode, shown once: copy it, keep it on paper, and type back its last group to show that it was kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.surfaces import Card, column, row
from assessor.desktop.furniture.words import Tone, label, restyle
from assessor.desktop.theme import GRID

GROUPS_A_LINE = 4


class RecoveryCodeView(QWidget):
    """A code with what can be done with it.

    Args:
        code: groups of signs with dashes between them.

    Signals:
        confirmed: whether the last group was typed back.
    """

    confirmed = Signal(bool)

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code
        groups = code.split("-")
        self._last = groups[-1]
        lines = [" ".join(groups[:GROUPS_A_LINE]), " ".join(groups[GROUPS_A_LINE:])]
        self.shown = label("\n".join(lines), "code", wrap=False)
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.setAccessibleName(self.tr("Recovery code"))
        self.shown.setAccessibleDescription(code)
        self.copy = button(self.tr("&Copy"), self._copy, icon="copy", name="copy")
        self.save = button(self.tr("&Save as text…"), self._ask_file, icon="note", name="save-code")
        self.note = label(self.tr("Best kept on paper, in another place than this computer."), "small")
        self.typed = QLineEdit()
        self.typed.setMaxLength(20)
        self.typed.setObjectName("last-group")
        self.typed.textChanged.connect(lambda _text: self._check())
        rows = FormRows()
        rows.add(self.tr("Type back the last group"), self.typed, self.tr("five characters"))
        frame = Card(self.shown)
        frame.body.setAlignment(self.shown, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(column(frame, row(self.copy, self.save, None), self.note, rows, spacing=2 * GRID))

    @property
    def is_confirmed(self) -> bool:
        """Whether the last group was typed back."""
        return "".join(self.typed.text().upper().split()) == self._last

    def write(self, file: str) -> None:
        """Write the code into a text file, and say that it lies there in clear."""
        try:
            Path(file).write_text(self._letter(), encoding="utf-8")
        except OSError:
            self._say(self.tr("This file could not be written. Choose another place."), "insufficient")
            return
        self._say(self.tr("This file is not encrypted. Print it and delete it, or move it to a safe place."), "warning")

    def _letter(self) -> str:
        lines = [
            self.tr("Recovery code of an Assessor workspace"),
            "",
            self._code,
            "",
            self.tr("Whoever has this code and the workspace can read everything in it. Keep it as you keep a key."),
        ]
        return "\n".join(lines) + "\n"

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._code)
        self._say(self.tr("Copied. Paste it into a password safe, not into a mail."), "good")

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the recovery code"), str(Path.home() / self.tr("recovery code.txt")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def _say(self, words: str, tone: Tone) -> None:
        self.note.setText(words)
        restyle(self.note, tone=tone)

    def _check(self) -> None:
        self.confirmed.emit(self.is_confirmed)
