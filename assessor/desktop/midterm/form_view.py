"""A form on screen, made of the same value as its PDF and its workbook, so that all three ask the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from assessor.desktop.furniture.surfaces import Card, column
from assessor.desktop.furniture.texts import PAUSE_MS, GrowingText
from assessor.desktop.furniture.words import label
from assessor.desktop.midterm.fields import Entry, entry
from assessor.desktop.theme import GRID
from assessor.domain.forms import FieldKind, Form, Item, Section
from assessor.domain.text import Language


class FormView(QWidget):
    """The sections of a form with their fields.

    Signals:
        paused: nothing was typed for a moment, or a choice was made: time to keep what stands there.
        left: a field was answered, or left after a change; carries its name.
    """

    paused = Signal()
    left = Signal(str)

    def __init__(self, form: Form, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._language = language
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.entries: dict[str, Entry] = {}
        self._body = column(spacing=2 * GRID)
        self.setLayout(self._body)
        for section in form.sections:
            self._add_section(section)

    def _add_section(self, section: Section) -> None:
        words = column(label(section.title.say(self._language), "heading"), spacing=2)
        if section.lead is not None:
            words.addWidget(label(section.lead.say(self._language), "muted"))
        self._body.addLayout(words)
        for item in section.items:
            self._body.addWidget(self._item(item))

    def _item(self, item: Item) -> Card:
        card = Card(spacing=12)
        alone = len(item.fields) == 1 and not item.code
        if alone:  # A heading above a single field only says twice what the field asks.
            field = item.fields[0]
            item = replace(
                item, fields=(replace(field, label=item.heading if field.kind is FieldKind.TEXT else field.label),)
            )
        else:
            heading = " ".join(part for part in (item.code, item.heading.say(self._language)) if part)
            card.body.addWidget(label(heading, "label"))
        if item.lead is not None:
            card.body.addWidget(label(item.lead.say(self._language), "muted"))
        for hint in item.hints:
            card.body.addWidget(label(f"{hint.label.say(self._language)}: {hint.text.say(self._language)}", "small"))
        for field in item.fields:
            made = entry(field, self._language, self._pause.start, self._answered)
            self.entries[field.name] = made
            card.body.addWidget(made.whole)
        return card

    def _answered(self, name: str) -> None:
        self._pause.stop()
        self.left.emit(name)
        self.paused.emit()

    # --- what stands there

    def values(self) -> dict[str, str]:
        """What stands in the fields, as people type it; empty fields are left out."""
        read = {name: one.read() for name, one in self.entries.items()}
        return {name: text for name, text in read.items() if text.strip()}

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show these values; a field that is not among them is emptied."""
        for name, one in self.entries.items():
            one.show(values.get(name, ""))

    def wipe(self) -> None:
        """Empty every field, with all that undo remembers of it."""
        self._pause.stop()
        self.blockSignals(True)
        self.show_values({})
        for one in self.findChildren(QPlainTextEdit):
            one.setPlainText("")
            if isinstance(one, GrowingText):
                one.show_text("")

    def record(self) -> None:
        """Record what is being typed, as if its field were left."""
        for one in self.findChildren(QPlainTextEdit):
            if isinstance(one, GrowingText):
                one.record()

    def set_read_only(self, fixed: bool) -> None:
        """Let the fields be read and not changed."""
        for one in self.entries.values():
            if isinstance(one.widget, QPlainTextEdit):
                one.widget.setReadOnly(fixed)
            else:
                one.widget.setEnabled(not fixed)

    def take_focus(self) -> None:
        """Begin in the first field that is empty."""
        for one in self.entries.values():
            if not one.read().strip():
                one.widget.setFocus()
                return
