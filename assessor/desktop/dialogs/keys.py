"""Changing what unlocks the workspace; both ask for what unlocks it now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.patient import PatientDialog
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.passphrase import NewPassphrase, SecretField
from assessor.desktop.furniture.recovery_code import RecoveryCodeView
from assessor.desktop.furniture.surfaces import fit
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes
from assessor.storage.keys import Passphrase, RecoveryCode, Unlock

CODE_SIGNS = 35
"""A herstelcode has so many signs, and no spaces between words as a wachtzin has."""


class PassphraseDialog(PatientDialog):
    """A new wachtzin for who knows the present one or the herstelcode."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(
            context,
            parent,
            QCoreApplication.translate("PassphraseDialog", "Change the passphrase"),
            QCoreApplication.translate(
                "PassphraseDialog", "Everyone who opens this workspace needs the new one from now on."
            ),
            QCoreApplication.translate("PassphraseDialog", "Change"),
        )
        self.present = SecretField()
        self.present.setObjectName("present")
        rows = FormRows()
        rows.add(self.tr("Present passphrase"), self.present, self.tr("or the recovery code"))
        self.new = NewPassphrase(rows)
        self.body.addLayout(rows)
        self.present.setFocus()

    def plan(self) -> Callable[[], Changes] | str:
        """Change it."""
        if self.new.lack:
            self.new.point_out()
            return self.new.lack
        care, present, chosen = self.context.application.safekeeping, secret(self.present.text()), self.new.text

        def change() -> Changes:
            care.change_passphrase(present, chosen)
            return ()

        return change

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The field that a refusal is about."""
        return self.new.first if refusal.code == "passphrase-short" else self.present


class NewCodeDialog(PatientDialog):
    """A new herstelcode for who knows the wachtzin: first asked, then shown once."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(
            context,
            parent,
            QCoreApplication.translate("NewCodeDialog", "New recovery code"),
            QCoreApplication.translate("NewCodeDialog", "The former code no longer opens this workspace afterwards."),
            QCoreApplication.translate("NewCodeDialog", "Make a new code"),
        )
        self.present = SecretField()
        self.present.setObjectName("present")
        self.rows = FormRows()
        self.rows.add(self.tr("Passphrase"), self.present)
        self.body.addLayout(self.rows)
        self.code: RecoveryCodeView | None = None
        self._made = ""
        self.present.setFocus()

    def plan(self) -> Callable[[], Changes] | str:
        """Make the code; when it is shown, the second press closes the dialog."""
        if self.code is not None:
            return tuple
        care, present = self.context.application.safekeeping, secret(self.present.text())

        def make() -> Changes:
            self._made = care.new_recovery_code(present)
            return ()

        return make

    def accept(self) -> None:
        """Show the code first; only when its last group was typed back is the dialog done."""
        if self.code is not None:
            if self.code.is_confirmed:
                super().accept()
            return
        self.code = RecoveryCodeView(self._made)
        self._made = ""
        self.rows.setRowVisible(self.present, False)
        self.body.addWidget(self.code)
        self.cancel.hide()
        self.confirm.setText(self.tr("Done"))
        self.confirm.setEnabled(False)
        self.code.confirmed.connect(self.confirm.setEnabled)
        self.code.copy.setFocus()
        QTimer.singleShot(0, self, lambda: fit(self))  # only then do the new parts know their size

    def reject(self) -> None:
        """Once the code is shown, only having kept it closes the dialog."""
        if self.code is None:
            super().reject()

    def culprit(self, _refusal: KnownError) -> QWidget | None:
        """The field that a refusal is about."""
        return self.present


def secret(typed: str) -> Unlock:
    """What somebody typed: a herstelcode where it looks like one, else a wachtzin."""
    signs = "".join(typed.upper().split()).replace("-", "")
    looks_like_code = len(signs) == CODE_SIGNS and signs.isalnum() and signs.isascii() and typed.upper() == typed
    return RecoveryCode(typed) if looks_like_code else Passphrase(typed)
