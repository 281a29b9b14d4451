"""An existing workspace: by the keyring without a word, else by wachtzin, else by herstelcode."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QStackedWidget, QWidget

from assessor.application import Application, keyring_or_none, open_application, restore_application
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.form import FormRows, mark_invalid
from assessor.desktop.furniture.passphrase import SecretField
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.jobs import Jobs
from assessor.desktop.opening.pane import Pane
from assessor.desktop.theme import GRID
from assessor.domain.errors import KnownError
from assessor.domain.text import Language
from assessor.storage.keys import FromKeyring, KeyringPort, Passphrase, RecoveryCode, Unlock
from assessor.storage.opening import DamagedWorkspace

_ASK = {"keyring-empty", "keyring-refused"}
"""Refusals of a keyring after which the wachtzin is asked without more ado."""
_WRONG = {"passphrase-wrong", "recovery-code-wrong", "recovery-code-incomplete", "recovery-code-mistyped"}
_ELSEWHERE = {"not-a-workspace", "read-only", "workspace-newer"}


@dataclass(frozen=True, slots=True)
class Opened:
    """The application, and how it was unlocked."""

    application: Application
    unlock: Unlock


@dataclass(frozen=True, slots=True)
class Refused:
    """Why it did not open, and what was to unlock it."""

    refusal: KnownError
    unlock: Unlock


@dataclass(frozen=True, slots=True)
class Unknown:
    """The keyring of this computer, which does not know the workspace; None where there is none."""

    keyring: KeyringPort | None


Answer = Opened | Refused | Unknown


class UnlockPane(Pane):
    """Opens one workspace; every refusal shows with its cure, and a button where the program can carry it out.

    Args:
        jobs: runs the opening.
        language: of refusals.
        holder: who opens it, for whoever finds it in use.
        folder: the workspace.

    Signals:
        unlocked: an `Opened`.
    """

    unlocked = Signal(object)

    def __init__(self, jobs: Jobs, language: Language, holder: str, folder: Path) -> None:
        super().__init__("", "")
        self._jobs, self._language, self._holder, self.workspace_folder = jobs, language, holder, folder
        self._keyring: KeyringPort | None = None
        self.title.setText(self.tr("Open {name}").format(name=folder.name))
        self.setAccessibleName(self.title.text())
        self.meaning.setText(str(folder.parent))
        self.meaning.show()
        self.passphrase, self.code = SecretField(), QLineEdit()
        self.passphrase.setObjectName("passphrase")
        self.code.setObjectName("recovery-code")
        self.code.setMaxLength(200)
        self.remember = QCheckBox(self.tr("Keep the key in the keyring of this computer"))
        self.remember.hide()
        self._ways = QStackedWidget()
        self._ways.addWidget(self._passphrase_way())
        self._ways.addWidget(self._code_way())
        self.body.addWidget(self._ways)
        self.open = button(self.tr("Open"), self._submit, kind="primary", name="unlock")
        self.other_way = button("", self._switch, kind="quiet", name="other-way")
        self.body.addLayout(row(self.other_way, None, self.open))
        for field in (self.passphrase, self.code):
            field.returnPressed.connect(self._submit)
            field.textEdited.connect(lambda _text, field=field: mark_invalid(field, False))
        self._show_way(0)

    @property
    def first_field(self) -> QWidget:
        """The secret."""
        return self.passphrase if self._ways.currentIndex() == 0 else self.code

    def try_keyring(self) -> None:
        """Open by the keyring of this computer; when it does not know the workspace the wachtzin is asked."""
        self._start(self._by_keyring)

    def try_secret(self, unlock: Unlock) -> None:
        """Open by a secret that is known already."""
        wanted = self._keyring if self.remember.isChecked() else None
        self._start(lambda: self._by(unlock, wanted))

    # --- the two ways

    def _passphrase_way(self) -> QWidget:
        rows = FormRows()
        rows.add(self.tr("Passphrase"), self.passphrase)
        shown = QCheckBox(self.tr("Show what I type"))
        shown.toggled.connect(self.passphrase.reveal)
        made = QWidget()
        made.setLayout(column(rows, shown, self.remember, None, spacing=GRID))
        return made

    def _code_way(self) -> QWidget:
        rows = FormRows()
        rows.add(self.tr("Recovery code"), self.code, self.tr("seven groups of five characters"))
        made = QWidget()
        hint = label(self.tr("Capitals, spaces and dashes do not matter. Next you choose a new passphrase."), "small")
        made.setLayout(column(rows, hint, None, spacing=GRID))
        return made

    def _switch(self) -> None:
        self.hush()
        self._show_way(1 - self._ways.currentIndex())
        self.begin()

    def _show_way(self, way: int) -> None:
        self._ways.setCurrentIndex(way)
        self.other_way.setText(self.tr("Use the recovery code") if way == 0 else self.tr("Use the passphrase"))

    # --- opening

    def _submit(self) -> None:
        if self.is_busy:
            return
        by_code = self._ways.currentIndex() == 1
        typed = self.code.text() if by_code else self.passphrase.text()
        if not typed.strip():
            self.first_field.setFocus()
            return
        self.try_secret(RecoveryCode(typed) if by_code else Passphrase(typed))

    def _start(self, work: Callable[[], Answer]) -> None:
        self.hush()
        self.busy(self.tr("The workspace is being opened…"))
        self._jobs.start("opening", lambda _progress: work(), self._answered)

    def _by_keyring(self) -> Answer:
        """Runs beside the screen: a keyring may ask its owner something first."""
        keyring = keyring_or_none()
        if keyring is None:
            return Unknown(None)
        answer = self._by(FromKeyring(keyring), None)
        return Unknown(keyring) if isinstance(answer, Refused) and answer.refusal.code in _ASK else answer

    def _by(self, unlock: Unlock, wanted: KeyringPort | None, backup: Path | None = None) -> Answer:
        """Runs beside the screen: restore a backup first if one is given, open, and remember the key if wanted."""
        try:
            if backup is not None:
                restore_application(self.workspace_folder, backup, unlock, holder=self._holder)
            application = open_application(self.workspace_folder, unlock, holder=self._holder)
        except KnownError as refusal:
            return Refused(refusal, unlock)
        if wanted is not None:
            application.desk.workspace.trouble += _refusal_of(lambda: application.safekeeping.remember(wanted))
        return Opened(application, unlock)

    def _answered(self, answer: Answer) -> None:
        self.rest()
        if isinstance(answer, Opened):
            self.passphrase.clear()
            self.code.clear()
            self.unlocked.emit(answer)
        elif isinstance(answer, Refused):
            self._refuse(answer.refusal, answer.unlock)
        else:
            self._keyring = answer.keyring
            self.remember.setVisible(answer.keyring is not None)
            self.begin()

    def _refuse(self, refusal: KnownError, unlock: Unlock) -> None:
        words = refusal.say(self._language)
        if isinstance(refusal, DamagedWorkspace) and refusal.backup is not None:
            file = refusal.backup.path
            restore = self.tr("Restore the backup")
            self.tell("insufficient", words, restore, lambda: self._start(lambda: self._by(unlock, None, file)))
        elif refusal.code in _ELSEWHERE:
            self.tell("insufficient", words, self.tr("Choose another"), self.backed.emit)
        elif refusal.code in _WRONG:
            self.tell("insufficient", words)
            mark_invalid(self.first_field, True)
        else:
            self.tell("insufficient", words, self.tr("Try again"), lambda: self.try_secret(unlock))
        self.begin()
        (self.passphrase if self._ways.currentIndex() == 0 else self.code).selectAll()


def _refusal_of(act: Callable[[], object]) -> list[KnownError]:
    try:
        act()
    except KnownError as refusal:
        return [refusal]
    return []
