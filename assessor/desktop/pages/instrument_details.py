"""One instrument to read: where it stands, its rule in words, and every criterion with its levels."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.chips import Chip
from assessor.desktop.furniture.form import FormRows
from assessor.desktop.furniture.surfaces import Card, column, line, row
from assessor.desktop.furniture.words import Tone, label
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.instrument import Criterion, Instrument, Kind, Model, Status
from assessor.services.instruments import Form


def status_badge(form: Form) -> tuple[str, Tone]:
    """How official a form is, or that it cannot be used."""
    if form.instrument is None:
        return QCoreApplication.translate("InstrumentDetails", "cannot be used"), "insufficient"
    words: dict[Status, tuple[str, Tone]] = {
        Status.ESTABLISHED: (QCoreApplication.translate("InstrumentDetails", "established"), "good"),
        Status.EXAMPLE: (QCoreApplication.translate("InstrumentDetails", "example"), "warning"),
        Status.CONCEPT: (QCoreApplication.translate("InstrumentDetails", "draft"), "neutral"),
    }
    return words[form.instrument.status]


class InstrumentDetails(QWidget):
    """The panel beside the list, for a form that can be used."""

    def __init__(self, context: Context, form: Form, instrument: Instrument) -> None:
        super().__init__()
        self._context = context
        self._words = Wording(context)
        self._instrument = instrument
        self.fingerprint = form.fingerprint
        self.dossiers = label("…")
        title = label(context.say(instrument.title), "heading")
        top = row(spacing=GRID)
        top.addWidget(title, 1)
        word, tone = status_badge(form)
        if instrument.status is Status.EXAMPLE:
            word = self.tr("Example - not established")
        top.addWidget(Chip(word, tone))
        facts = Card(top, self._facts(form), spacing=12)
        parts: list[QWidget] = [facts]
        if instrument.rule is not None and instrument.rule.in_words:
            rule = [label(context.say(sentence)) for sentence in instrument.rule.in_words]
            parts.append(Card(label(self.tr("The rule in words"), "label"), *rule, spacing=6))
        self._column = column(*parts, None, spacing=2 * GRID)
        self.setLayout(self._column)
        self._coming = list(instrument)
        self._next = QTimer(self)
        self._next.timeout.connect(self._add_model)
        self._next.start(0)

    @property
    def is_whole(self) -> bool:
        """Whether every model stands on the page."""
        return not self._coming

    def _add_model(self) -> None:
        """Add one model at a turn: hundreds of texts at once would hold up the keys."""
        if self._coming:
            self._column.insertWidget(self._column.count() - 1, self._model(self._coming.pop(0)))
        if not self._coming:
            self._next.stop()

    def _facts(self, form: Form) -> FormRows:
        one, say = self._instrument, self._context.say
        kinds = {Kind.PRACTICE: self.tr("practice assessment"), Kind.MIDTERM: self.tr("midterm evaluation")}
        critical = sum(criterion.critical for criterion in one.criteria.values())
        size = self.tr("{models} models, {criteria} criteria").format(
            models=len(one.models), criteria=len(one.criteria)
        )
        if critical:
            size += self.tr(", {critical} of them critical (★)").format(critical=critical)
        rows = FormRows()
        rows.setVerticalSpacing(6)
        facts = [
            (self.tr("Kind"), kinds[one.kind]),
            (self.tr("Version"), one.version),
            (self.tr("Programme"), self._words.programme(one.programme)),
            (self.tr("Variants"), ", ".join(self._words.variant(one.programme, code) for code in one.variants)),
            (self.tr("Valid"), validity(self._words, one)),
            (self.tr("Size"), size),
            (self.tr("Published"), say(one.published) if one.published else "–"),
        ]
        if one.source is not None:
            facts.append((self.tr("Source"), say(one.source)))
        for name, value in facts:
            rows.addRow(label(name, "muted", wrap=False), label(value))
        rows.addRow(label(self.tr("Dossiers"), "muted", wrap=False), self.dossiers)
        rows.addRow(label(self.tr("Fingerprint"), "muted", wrap=False), self._fingerprint(form.fingerprint))
        for phase in one.phases:
            rows.addRow(label(say(phase.name), "muted", wrap=False), label(say(phase.line)))
        return rows

    def _fingerprint(self, value: str) -> QWidget:
        shown = label(f"{value[:8]} … {value[-8:]}", wrap=False)
        shown.setToolTip(value)
        shown.setAccessibleName(value)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = button(
            self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(value), kind="quiet", icon="copy", name="copy"
        )
        copy.setAccessibleName(self.tr("Copy the fingerprint"))
        made = QWidget()
        made.setLayout(row(shown, copy, None, spacing=GRID))
        return made

    def show_dossiers(self, count: int) -> None:
        """Say how many dossiers were scored with it."""
        self.dossiers.setText(self.tr("%n dossier(s) in this workspace", "", count))

    def _model(self, model: Model) -> Card:
        say = self._context.say
        title = f"{say(model.label)} · {say(model.title)}"
        card = Card(label(title, "heading"), label(say(model.ground), "muted"), spacing=GRID)
        for criterion in model.criteria:
            card.body.addWidget(line())
            card.body.addWidget(self._criterion(model, criterion))
        for item in model.formative:
            card.body.addWidget(line())
            card.body.addWidget(label(self.tr("Formative: {title}").format(title=say(item.title)), "muted"))
        return card

    def _criterion(self, model: Model, criterion: Criterion) -> QWidget:
        say = self._context.say
        name = f"{criterion.code}  {say(criterion.name)}"
        heading = label(f"{name}  ★" if criterion.critical else name, "label")
        if criterion.critical:
            heading.setAccessibleName(self.tr("{name}, critical").format(name=name))
        rows = FormRows()
        rows.setVerticalSpacing(4)
        for level in model.scale.levels:
            if level.code in criterion.descriptors:
                word = label(say(level.name), "small", wrap=False)
                rows.addRow(word, label(say(criterion.descriptors[level.code])))
        for question in criterion.questions.values():
            rows.addRow(label(self.tr("question"), "small", wrap=False), label(say(question)))
        made = QWidget()
        made.setLayout(column(heading, rows, spacing=6))
        return made


def validity(words: Wording, instrument: Instrument) -> str:
    """From when until when a form is valid, in words."""
    first = words.day(instrument.valid_from)
    if instrument.valid_until is None:
        return QCoreApplication.translate("InstrumentDetails", "from {first}").format(first=first)
    return QCoreApplication.translate("InstrumentDetails", "{first} until {last}").format(
        first=first, last=words.day(instrument.valid_until)
    )
