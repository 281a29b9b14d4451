"""The fields of a form on screen: each has its label, a name for screen readers, and a text to read and to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from assessor.desktop.furniture.form import Choice
from assessor.desktop.furniture.one_of import OneOf
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.furniture.words import label
from assessor.domain.form_answers import TICKED
from assessor.domain.forms import MOST_SIGNS, Field, FieldKind
from assessor.domain.text import Language

FEW = 5
"""Up to so many answers all stand on screen; more are offered in a list."""


@dataclass(frozen=True)
class Entry:
    """One field on screen.

    Attributes:
        field: what it asks.
        widget: takes the focus.
        whole: label and widget.
        read: answers what stands there, as a text of the form.
        show: shows such a text; it counts as recorded.
    """

    field: Field
    widget: QWidget
    whole: QWidget
    read: Callable[[], str]
    show: Callable[[str], None]


def entry(field: Field, language: Language, on_pause: Callable[[], object], on_left: Callable[[str], object]) -> Entry:
    """Make the widget of a field.

    Args:
        field: what it asks.
        language: of the labels.
        on_pause: called when what stands there should be kept as a draft.
        on_left: called with the field's name when it was answered, or left after a change.
    """

    def left(*_what: object) -> None:
        on_left(field.name)

    if field.kind is FieldKind.TICK:
        return _tick(field, language, left)
    if field.kind is FieldKind.CHOICE:
        return _choice(field, language, left)
    if field.kind is FieldKind.TEXT:
        return _text(field, language, on_pause, left)
    return _line(field, language, on_pause, left)


def _labelled(field: Field, language: Language, widget: QWidget) -> QWidget:
    heading = label(field.label.say(language), "label")
    heading.setBuddy(widget)
    widget.setAccessibleName(field.title.say(language))
    made = QWidget()
    made.setLayout(column(heading, widget, spacing=4))
    return made


def _tick(field: Field, language: Language, left: Callable[..., None]) -> Entry:
    box = QCheckBox(field.label.say(language))
    box.clicked.connect(left)
    return Entry(field, box, box, lambda: TICKED if box.isChecked() else "", lambda text: box.setChecked(bool(text)))


def _choice(field: Field, language: Language, left: Callable[..., None]) -> Entry:
    options = [(one.code, one.word.say(language)) for one in field.choices]
    if len(options) <= FEW:
        few = OneOf(field.title.say(language), options)
        few.chosen.connect(left)
        return Entry(field, few, _labelled(field, language, few), lambda: few.code, few.show_code)
    many = Choice([("", "–"), *options])
    many.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    many.setMinimumContentsLength(24)
    many.activated.connect(left)

    def show(code: str) -> None:
        many.setCurrentIndex(max(0, many.findData(code)))

    return Entry(field, many, _labelled(field, language, many), lambda: many.code, show)


def _text(field: Field, language: Language, on_pause: Callable[[], object], left: Callable[..., None]) -> Entry:
    text = GrowingText(lines=field.lines)
    text.paused.connect(lambda _text: on_pause())
    text.left.connect(left)
    return Entry(field, text, _labelled(field, language, text), text.toPlainText, text.show_text)


def _line(field: Field, language: Language, on_pause: Callable[[], object], left: Callable[..., None]) -> Entry:
    one = QLineEdit()
    one.setMaxLength(MOST_SIGNS[field.kind])
    one.textEdited.connect(lambda _text: on_pause())
    one.editingFinished.connect(left)
    if field.kind is FieldKind.DAY:
        one.setMaximumWidth(20 * one.fontMetrics().averageCharWidth())
    return Entry(field, one, _labelled(field, language, one), one.text, one.setText)
