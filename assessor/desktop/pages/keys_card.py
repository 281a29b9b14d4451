"""What unlocks the workspace: wachtzin, herstelcode, and the keyring of this computer."""

from __future__ import annotations

from assessor.application import keyring_or_none
from assessor.desktop.attempt import attempt
from assessor.desktop.context import Context
from assessor.desktop.dialogs.keys import NewCodeDialog, PassphraseDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.words import Tone, label
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.storage.keys import KeyringPort


class KeysCard(Card):
    """Each way in with what can be changed about it."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=2 * GRID)
        self._context, self._care = context, context.application.safekeeping
        self._keyring: KeyringPort | None = None
        self.passphrase = button(self.tr("Change the passphrase…"), self.change_passphrase, name="change-passphrase")
        self.code = button(self.tr("New recovery code…"), self.new_code, name="new-code")
        self.keyring = label("", "body")
        self.remember = button(self.tr("Keep the key here"), self._remember, kind="quiet", name="remember")
        self.forget = button(self.tr("Forget the key here"), self._forget, kind="quiet", name="forget")
        self._messages = column(spacing=0)
        self.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self.body.addWidget(label(self.tr("Passphrase and recovery code"), "heading"))
        self.body.addLayout(self._messages)
        self.body.addLayout(row(self.passphrase, self.code, None))
        line = row(spacing=GRID)
        line.addWidget(self.keyring, 1)
        line.addWidget(self.remember)
        line.addWidget(self.forget)
        self.body.addLayout(line)

    def reload(self) -> None:
        """Ask the keyring beside the screen: it may take its time."""
        for part in (self.remember, self.forget):
            part.hide()

        def look() -> tuple[KeyringPort | None, bool]:
            keyring = keyring_or_none()
            return keyring, self._care.is_remembered(keyring)

        self._context.jobs.start("keyring", lambda _progress: look(), self._looked)

    def change_passphrase(self) -> PassphraseDialog:
        """Ask for the present wachtzin and a new one; answers the dialog."""
        dialog = PassphraseDialog(self._context, self)
        dialog.ask(
            lambda: self._say("good", self.tr("The passphrase was changed. Backups made before keep the former one."))
        )
        return dialog

    def new_code(self) -> NewCodeDialog:
        """Ask for the wachtzin and show a new recovery code; answers the dialog."""
        dialog = NewCodeDialog(self._context, self)
        dialog.ask(lambda: self._say("good", self.tr("The former recovery code no longer opens this workspace.")))
        return dialog

    # --- keyring

    def _looked(self, answer: tuple[KeyringPort | None, bool]) -> None:
        self._keyring, remembered = answer
        self.remember.setVisible(self._keyring is not None and not remembered)
        self.forget.setVisible(remembered)
        if self._keyring is None:
            words = self.tr(
                "This computer has no keyring that can hold the key: the passphrase is asked at every start."
            )
        elif remembered:
            words = self.tr("The keyring of this computer holds the key: the passphrase is not asked here.")
        else:
            words = self.tr(
                "The keyring of this computer does not hold the key: the passphrase is asked at every start."
            )
        self.keyring.setText(words)

    def _remember(self) -> None:
        keyring = self._keyring
        if keyring is not None:
            self._context.jobs.start("keyring", attempt(lambda _p: self._care.remember(keyring)), self._turned)

    def _forget(self) -> None:
        keyring = self._keyring
        if keyring is not None:
            self._context.jobs.start("keyring", attempt(lambda _p: self._care.forget(keyring)), self._turned)

    def _turned(self, answer: KnownError | None) -> None:
        if answer is not None:
            self._say("insufficient", answer.say(self._context.language))
        self.reload()

    def _say(self, tone: Tone, words: str) -> None:
        clear(self._messages)
        self._messages.addWidget(Banner(tone, words))
