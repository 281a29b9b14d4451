"""After a workspace was made: the herstelcode, and whether this computer remembers the key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.recovery_code import RecoveryCodeView
from assessor.desktop.furniture.surfaces import row
from assessor.desktop.furniture.words import label
from assessor.desktop.opening.pane import Pane


class RecoveryPane(Pane):
    """The code is shown only here; the step ends when its last group was typed back.

    Args:
        code: the herstelcode.
        remembered: whether the keyring of this computer holds the key.

    Signals:
        done: the user kept the code.
    """

    done = Signal()

    def __init__(self, code: str, *, remembered: bool) -> None:
        super().__init__("", "")
        self.title.setText(self.tr("Keep your recovery code"))
        self.setAccessibleName(self.title.text())
        self.meaning.setText(
            self.tr("With this code you get back in when the passphrase is forgotten. It is shown only now.")
        )
        self.meaning.show()
        self.back.hide()
        self.code = RecoveryCodeView(code)
        self.code.confirmed.connect(self._confirmed)
        self.code.typed.returnPressed.connect(self._finish)
        self.start = button(self.tr("Start working"), self._finish, kind="primary", name="start")
        self.start.setEnabled(False)
        self.keyring = label(self._keyring_words(remembered=remembered), "muted")
        self.body.addWidget(self.code)
        self.body.addWidget(self.keyring)
        self.body.addLayout(row(None, self.start))

    @property
    def first_field(self) -> QWidget:
        """Copying comes first; Tab leads on to the field."""
        return self.code.copy

    def _keyring_words(self, *, remembered: bool) -> str:
        if remembered:
            return self.tr("The keyring of this computer holds the key, so you need not type the passphrase here.")
        return self.tr(
            "This computer has no keyring that can hold the key, so the passphrase is asked at every start. "
            "Nothing is kept unencrypted."
        )

    def _confirmed(self, confirmed: bool) -> None:
        self.start.setEnabled(confirmed)

    def _finish(self) -> None:
        if self.code.is_confirmed:
            self.done.emit()
