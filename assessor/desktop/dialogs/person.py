"""One person of the register: who they are, their appointments, and their PIN."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.patient import PatientDialog
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.passphrase import SecretField
from assessor.desktop.furniture.surfaces import column, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.pages.person_form import PersonForm
from assessor.desktop.theme import GRID, scaled
from assessor.desktop.wording import Wording
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes
from assessor.services.register import Entry, RegisterLine
from assessor.storage.keys import Passphrase

WIDTH, HEIGHT = 680, 440


class PersonDialog(PatientDialog):
    """Changes what the register says of a person, or adds one.

    A PIN of a colleague is replaced or removed only by somebody who knows the wachtzin.

    Args:
        context: what every page is given.
        line: the person as the register knows them, None for somebody new.
        parent: the window over which it opens.
    """

    def __init__(self, context: Context, line: RegisterLine | None, parent: QWidget | None) -> None:
        title = line.person.name if line is not None else QCoreApplication.translate("PersonDialog", "Add a person")
        verb = (
            QCoreApplication.translate("PersonDialog", "Save")
            if line is not None
            else QCoreApplication.translate("PersonDialog", "Add")
        )
        super().__init__(context, parent, title, "", verb)
        self.setMinimumWidth(scaled(WIDTH))
        self._line = line
        self._foreign = False
        self.form = PersonForm(context, line.person if line is not None else None)
        self.form.submitted.connect(self.confirm.click)
        content = QWidget()
        parts = column(spacing=2 * GRID)
        parts.setContentsMargins(0, 0, GRID, 0)
        parts.addWidget(self.form)
        if line is not None:
            self._appointments(line)
        self._pin(line)
        parts.addStretch(1)
        content.setLayout(parts)
        area: QScrollArea = scrolling(content, max_width=None)
        area.setMinimumHeight(HEIGHT)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area)
        self.form.name.setFocus()

    def _appointments(self, line: RegisterLine) -> None:
        """What the examination committee decided so far, the newest first; the next one mostly follows on it."""
        words = Wording(self.context)
        shown = [
            self.tr("{programme}: {start} up to and including {end}, decision {number}").format(
                programme=words.programme(one.programme),
                start=words.day(one.start),
                end=words.day(one.end),
                number=one.decision or "–",
            )
            for one in line.appointments
        ]
        self.form.show_appointments(shown or [self.tr("none yet")])
        if line.appointments:
            newest = max(line.appointments, key=lambda one: one.end)
            today: date = self.context.application.desk.today()
            self.form.decision.propose(newest.programme, max(today, newest.end + timedelta(days=1)))

    def _pin(self, line: RegisterLine | None) -> None:
        has_pin = line is not None and line.has_pin
        why = self.tr("With a PIN nobody works in this name by mistake.")
        self.form.ask_pin(self.tr("New PIN") if has_pin else self.tr("PIN (not required)"), why)
        self.remove = QCheckBox(self.tr("Remove the PIN"))
        self.remove.setObjectName("remove-pin")
        self.secret = SecretField()
        self.secret.setObjectName("secret")
        self.secret.returnPressed.connect(self.confirm.click)
        if not has_pin or line is None:
            return
        rows: FormRows = self.form.rows
        rows.addRow("", self.remove)
        actor = self.context.application.desk.actor
        self._foreign = actor is None or actor.id != line.person.id
        if self._foreign:
            rows.add(self.tr("Passphrase"), self.secret)
            hint = self.tr("Needed only to replace or remove the PIN of a colleague.")
            self.secret.setAccessibleDescription(hint)
            rows.addRow("", label(hint, "small"))

    # --- carrying out

    def plan(self) -> Callable[[], Changes] | str:
        """Write the entry; the wachtzin is checked first where a colleague's PIN is touched."""
        if self.form.lack:
            return self.form.lack
        entry: Entry = self.form.entry
        if self.remove.isChecked():
            entry = replace(entry, pin="")
        application, secret = self.context.application, Passphrase(self.secret.text())
        guarded = entry.pin is not None and self._line is not None and self._line.has_pin and self._foreign

        def record() -> Changes:
            if guarded:
                application.safekeeping.require_secret(secret)
            return application.register.record(entry)[1]

        return record

    def culprit(self, refusal: KnownError) -> QWidget | None:
        """The field that a refusal is about."""
        return self.secret if refusal.code == "passphrase-wrong" else self.form.culprit(refusal)
