"""The frame of a dialog that asks one thing and carries it out; a refusal shows in place and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.day_field import has_doubt
from assessor.desktop.furniture.form import mark_invalid, when_edited
from assessor.desktop.furniture.surfaces import Banner, bring_into_view, clear, column, fit, row
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID, scaled
from assessor.domain.errors import KnownError
from assessor.services.changes import Changes

WIDTH = 560


class AskingDialog(QDialog):
    """A title, what it means, the fields in `body`, and two buttons.

    A subclass fills `body` and says in `carry_out` what the primary button does.

    Attributes:
        changes: what the use case changed, once the dialog was accepted.
    """

    def __init__(self, context: Context, parent: QWidget | None, title: str, meaning: str, confirm: str) -> None:
        super().__init__(parent)
        self.context = context
        self.changes: Changes = ()
        self.setWindowTitle(title)
        self.setAccessibleDescription(meaning)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(scaled(WIDTH))
        self.body = column(spacing=2 * GRID)
        self.confirm = button(confirm, self._confirm, kind="primary", name="confirm")
        self.confirm.setDefault(True)
        self.cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.confirm.click)
        self._refusal = column(spacing=0)
        self._watched: list[QWidget] = []
        layout = column(label(title, "heading"), spacing=2 * GRID, margins=3 * GRID)
        if meaning:
            layout.addWidget(label(meaning))
        layout.addLayout(self.body)
        layout.addLayout(self._refusal)
        layout.addStretch(1)
        layout.addLayout(row(None, self.cancel, self.confirm))
        self.setLayout(layout)

    def reason(self, title: str, hint: str = "") -> GrowingText:
        """Add a field for the reason, which Esc leaves together with the dialog."""
        field = GrowingText(lines=3, placeholder=hint)
        field.setAccessibleName(title)
        field.escaped.connect(self.reject)
        heading = label(title, "label")
        heading.setBuddy(field)
        self.body.addLayout(column(heading, field, spacing=6))
        return field

    def ask(self, on_done: Callable[[], object]) -> None:
        """Open over the window without blocking; `on_done` is called when it was carried out."""
        self.accepted.connect(on_done)
        self.open()

    def carry_out(self) -> Changes:
        """Do what was asked; a KnownError shows in the dialog."""
        raise NotImplementedError

    def culprit(self, _refusal: KnownError) -> QWidget | None:
        """The field that a refusal is about, if it is about one."""
        return None

    def _confirm(self) -> None:
        if has_doubt(self):
            return
        try:
            self.changes = self.carry_out()
        except KnownError as refusal:
            self._show(refusal)
        else:
            self.accept()

    def _show(self, refusal: KnownError) -> None:
        clear(self._refusal)
        banner = Banner("insufficient", refusal.say(self.context.language))
        self._refusal.addWidget(banner)
        banner.show()
        field = self.culprit(refusal)
        if field is not None:
            mark_invalid(field, True)
            field.setFocus()
            bring_into_view(field)
            if field not in self._watched:
                self._watched.append(field)
                when_edited(field, lambda: self._hush(field))
        fit(self)

    def _hush(self, field: QWidget) -> None:
        """Take a refusal back as soon as its field is being mended; the dialog keeps its size, so nothing jumps."""
        if field.property("invalid"):
            mark_invalid(field, False)
            clear(self._refusal)

    def showEvent(self, event: QShowEvent) -> None:
        """Give wrapped lines the height that they need."""
        super().showEvent(event)
        fit(self)
