"""The fields for a new wachtzin: twice, with an honest word on how strong it is, and a look at what was typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from assessor.desktop.furniture.form import FormRows, mark_invalid
from assessor.desktop.furniture.words import Tone, label, restyle
from assessor.storage.keys import SHORTEST_PASSPHRASE

GOOD_WORDS = 4
GOOD_SIGNS = 20
"""A sentence of so many words and signs withstands guessing; length counts, odd signs do not (NIST SP 800-63B, A.2)."""


class SecretField(QLineEdit):
    """A field that hides what is typed, and lets nothing remember or correct it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(1_000)
        self.reveal(False)

    def reveal(self, shown: bool) -> None:
        """Show or hide what was typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class NewPassphrase(QObject):
    """Two fields that must agree, as rows of a form.

    Args:
        rows: the form that they are added to.

    Signals:
        changed: what was typed changed.
    """

    changed = Signal()

    def __init__(self, rows: FormRows) -> None:
        super().__init__(rows)
        self.first, self.again = SecretField(), SecretField()
        self.first.setObjectName("passphrase")
        self.again.setObjectName("passphrase-again")
        self._strength = label("", "small")
        self.shown = QCheckBox(self.tr("Show what I type"))
        self.shown.toggled.connect(self._reveal)
        rows.add(self.tr("Passphrase"), self.first)
        rows.add(self.tr("Once more"), self.again)
        rows.addRow("", self._strength)
        rows.addRow("", self.shown)
        for field in (self.first, self.again):
            field.textChanged.connect(self._typed)
        self._typed()

    @property
    def text(self) -> str:
        """The wachtzin, "" while it is too short or the two fields differ."""
        typed = self.first.text()
        return typed if len(typed.strip()) >= SHORTEST_PASSPHRASE and typed == self.again.text() else ""

    @property
    def lack(self) -> str:
        """What is not right yet, in words; "" when all is well."""
        if len(self.first.text().strip()) < SHORTEST_PASSPHRASE:
            return self.tr("The passphrase is too short: use at least %n characters.", "", SHORTEST_PASSPHRASE)
        if self.first.text() != self.again.text():
            return self.tr("The two passphrases differ. Type the second one again.")
        return ""

    def point_out(self) -> None:
        """Mark the field that is not right, and go there."""
        short = len(self.first.text().strip()) < SHORTEST_PASSPHRASE
        wrong = self.first if short else self.again
        mark_invalid(wrong, True)
        wrong.setFocus()
        wrong.selectAll()

    def _typed(self) -> None:
        words, tone = self._strength_of(self.first.text())
        self._strength.setText(words)
        restyle(self._strength, tone=tone)
        self.first.setAccessibleDescription(words)
        for field in (self.first, self.again):
            if field.property("invalid"):
                mark_invalid(field, False)
        self.changed.emit()

    def _strength_of(self, typed: str) -> tuple[str, Tone]:
        signs, words = len(typed.strip()), len(typed.split())
        if signs == 0:
            return self.tr("Length counts: a sentence of four or more words is strong and easy to remember."), "neutral"
        if signs < SHORTEST_PASSPHRASE:
            return self.tr("Too short: use at least %n characters.", "", SHORTEST_PASSPHRASE), "insufficient"
        if words < GOOD_WORDS or signs < GOOD_SIGNS:
            return self.tr("Allowed, but easy to guess. A sentence of four or more words is safer."), "warning"
        return self.tr("Long enough. Take words that only you would put together."), "good"

    def _reveal(self, shown: bool) -> None:
        for field in (self.first, self.again):
            field.reveal(shown)
