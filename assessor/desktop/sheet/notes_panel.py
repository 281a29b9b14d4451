"""*Aantekeningen* beside the sheet: the promise that they are erased, the page, and how it works in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.words import label, restyle
from assessor.desktop.sheet.notes_editor import NotesEditor
from assessor.desktop.theme import GRID
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.notes import NoteLine, lines
from assessor.domain.text import day_text


class NotesPanel(QWidget):
    """The page of one dossier.

    Signals:
        changed: the page was committed.
        escaped: the user wants back to the sheet.
    """

    changed = Signal()
    escaped = Signal()

    def __init__(self, context: Context, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._dossier_id = context, dossier.id
        self.promise = label("", "small")
        self.editor = NotesEditor(
            context.application.desk.instrument_of(dossier).criteria, context.application.desk.now
        )
        self.editor.setAccessibleName(self.tr("Notes"))
        self.editor.kept.connect(self._keep)
        self.editor.escaped.connect(self.escaped)
        self.hint = label(
            self.tr("Enter starts a line with the time. Type #4.3, or drag the line, to put it at criterion 4.3."),
            "small",
        )
        self.editor.setAccessibleDescription(self.hint.text())
        layout = column(self.promise, spacing=GRID)
        layout.addWidget(self.editor, 1)
        self.enlarge = button("", lambda: None, kind="quiet", name="enlarge")
        foot = row(spacing=GRID)
        foot.addWidget(self.hint, 1)
        foot.addStretch(0)
        foot.addWidget(self.enlarge, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(foot)
        self.setLayout(layout)
        self.show_large(False)
        self.show_dossier(dossier)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is stored; of another assessor's dossier nothing."""
        notes = self._context.application.notes
        self._is_open = dossier.state.is_open
        try:
            page = notes.of(dossier.id)
        except KnownError as refusal:
            self._show_nothing(self._context.say(refusal.cure))
            return
        if page.erased_on is not None:
            erased = self.tr("These notes were erased on {day}, as promised.")
            self._show_nothing(erased.format(day=self._context.say(day_text(page.erased_on))))
            return
        self.editor.show_text(page.text)
        self.editor.setReadOnly(not self._is_open)
        self.hint.setVisible(self._is_open)
        self.promise.setText(self._promise())

    def show_large(self, large: bool) -> None:
        """Show the page large, to read along in a talk, or at the size of the sheet."""
        restyle(self.editor, step="large" if large else "")
        words = self.tr("Beside the sheet") if large else self.tr("Full page")
        self.enlarge.setText(words)
        self.enlarge.setToolTip(self.tr("{words} (Ctrl+Shift+J)").format(words=words))

    def _promise(self) -> str:
        words = self.tr("These notes are erased after the last day of appeal and are not put on paper.")
        until = self._context.application.notes.kept_until(self._dossier_id)
        if until is None:
            return words
        return words + " " + self.tr("They stay until {day}.").format(day=self._context.say(day_text(until)))

    def _show_nothing(self, why: str) -> None:
        self._is_open = False
        self.promise.setText(why)
        self.editor.show_text("")
        self.editor.setReadOnly(True)
        self.editor.setVisible(False)
        self.hint.setVisible(False)

    @property
    def lines(self) -> list[NoteLine]:
        """The lines that say something."""
        return list(lines(self.editor.toPlainText(), self.editor.codes))

    def record(self) -> None:
        """Commit what is being typed."""
        if self._is_open:
            self.editor.commit()

    def _keep(self, text: str) -> None:
        if not self._is_open:
            return
        try:
            self._context.application.notes.keep(self._dossier_id, text)
        except KnownError as error:
            self._context.tell_error(error)
        else:
            self.changed.emit()
