"""One criterion on the sheet: its levels with their descriptors, the toelichting and its source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.levels import LevelButtons, keys_of
from assessor.desktop.furniture.surfaces import column, row
from assessor.desktop.furniture.texts import GrowingText
from assessor.desktop.furniture.words import label, restyle
from assessor.desktop.sheet.notes_editor import carried_line
from assessor.desktop.sheet.quotes import Quotes
from assessor.desktop.sheet.scribe import Scribe
from assessor.domain.form_proposals import Advice
from assessor.domain.instrument import NOT_OBSERVED, Criterion, Model
from assessor.domain.notes import NoteLine
from assessor.domain.programme import PROGRAMMES
from assessor.domain.ratings import Rating, Source
from assessor.services.calibration.concluding import AgreedBeside


class CriterionCard(QGroupBox):
    """A criterion that takes the keys while it has the focus.

    Signals:
        rated: the mark changed.
        moved: the user wants the criterion `step` further (1 or -1).
        line_dropped: a line of the notes was put at this criterion; carries the line's number and the criterion's code.
    """

    rated = Signal()
    moved = Signal(int)
    line_dropped = Signal(int, str)

    def __init__(
        self,
        context: Context,
        model: Model,
        criterion: Criterion,
        programme: str,
        scribe: Scribe,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self.rating = Rating(criterion.code)
        self._context, self._model, self._scribe = context, model, scribe
        self._keys = keys_of(model.scale)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = column(spacing=10, margins=14)
        self.setLayout(layout)
        layout.addLayout(self._heading())
        self.levels = LevelButtons(model.scale, context.language, criterion.descriptors, self)
        self.levels.chosen.connect(self._rate)
        self.note = GrowingText(placeholder="")
        self.note.paused.connect(lambda text: scribe.keep_draft(f"note:{criterion.code}", text))
        self.note.left.connect(self._note)
        self.note.escaped.connect(self.setFocus)
        layout.addWidget(self.levels)
        layout.addWidget(self.note)
        self.sources = _Sources(context, programme, self) if model.needs_source else None
        if self.sources is not None:
            self.sources.chosen.connect(self._set_sources)
            layout.addWidget(self.sources)
        self.quotes: Quotes | None = None
        self.advice: QLabel | None = None
        self.agreed: list[QLabel] = []
        self._mentor = context.say(PROGRAMMES[programme].supervisor)
        self._lines: Sequence[NoteLine] = ()
        self.setAcceptDrops(True)
        self.show_rating(self.rating)

    def _heading(self) -> QHBoxLayout:
        name = self._context.say(self.criterion.name)
        self.name = label(f"{self.criterion.code}  {name}", "label")
        layout = row(spacing=12)
        layout.addWidget(self.name, 1)
        if self.criterion.critical:
            star = label(self.tr("★ critical"), "star", wrap=False)
            star.setToolTip(self.tr("A critical criterion: an insufficient here makes the whole model insufficient."))
            layout.addWidget(star)
        return layout

    def part(self, kind: str) -> QWidget:
        """Where a ``note`` or ``source`` is asked for; else the card, whose keys set the level."""
        if kind == "note":
            return self.note
        return self.sources if kind == "source" and self.sources is not None else self

    # --- what is shown

    def show_rating(self, rating: Rating) -> None:
        """Show what is stored."""
        self.rating = rating
        self.levels.show_mark(rating.mark)
        self.note.show_text(rating.note)
        if self.sources is not None:
            self.sources.show_sources(rating.sources)
        self._show_quotes()
        self._tell_state()

    def show_advice(self, advice: Advice) -> None:
        """Show what the mentor says of this criterion, quietly under the levels; it never sets one."""
        level = self._context.say(advice.level) if advice.level is not None else ""
        example = self.tr("‘{example}’").format(example=advice.example) if advice.example else ""
        said = " – ".join(part for part in (level, example) if part)
        mentor = f"{self._mentor[:1].upper()}{self._mentor[1:]}"
        words = self.tr("{mentor}: {said}").format(mentor=mentor, said=said)
        if self.advice is None:
            self.advice = label(words, "muted")
            layout = self.layout()
            if isinstance(layout, QVBoxLayout):
                layout.insertWidget(layout.indexOf(self.note), self.advice)
        self.advice.setText(words)

    def show_agreements(self, agreements: Sequence[AgreedBeside]) -> None:
        """Show what calibration sessions agreed about this criterion, each under the label that says what it is not."""
        layout = self.layout()
        if not agreements or self.agreed or not isinstance(layout, QVBoxLayout):
            return
        for one in agreements:
            parts = [label(self._context.say(one.label), "small"), label(one.text, "muted")]
            if one.example:
                parts.append(label(self.tr("Example: {example}").format(example=one.example), "muted"))
            self.agreed += parts
            layout.insertLayout(layout.indexOf(self.note), column(*parts, spacing=2))

    def show_draft(self, text: str) -> None:
        """Show a toelichting that was being typed when the program stopped."""
        self.note.show_draft(text)

    def show_lines(self, lines: Sequence[NoteLine]) -> None:
        """Show the lines of the notes that were put at this criterion."""
        self._lines = lines
        if lines and self.quotes is None:
            self.quotes = Quotes(self)
            self.quotes.taken.connect(self._take_over)
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self.quotes)
        self._show_quotes()

    def _show_quotes(self) -> None:
        if self.quotes is not None:
            self.quotes.show_lines(self._lines, self.rating.note, read_only=self.note.isReadOnly())

    def set_read_only(self, read_only: bool) -> None:
        """Show without taking keys."""
        self.setAcceptDrops(not read_only)
        self.note.setReadOnly(read_only)
        self.levels.setEnabled(not read_only)
        if self.sources is not None:
            self.sources.setEnabled(not read_only)
        self._show_quotes()

    def _tell_state(self) -> None:
        not_observed = self.rating.mark == NOT_OBSERVED
        prompt = self.tr("Why was this not observed? (T)") if not_observed else self.tr("Explanation (T)")
        self.note.setPlaceholderText(prompt)
        self.note.setAccessibleName(prompt)
        mark = self.rating.mark
        said = self.tr("not scored") if mark is None else self._context.say(self._model.scale.word(mark))
        self.setAccessibleName(f"{self.name.text()}: {said}")
        self.setAccessibleDescription(
            " ".join(
                f"{self._context.say(self._model.scale.word(code))}: {self._context.say(text)}"
                for code, text in self.criterion.descriptors.items()
            )
        )

    # --- what the user does

    def _rate(self, mark: str) -> None:
        rating = self._scribe.rate(self.criterion.code, mark or None)
        if rating is None:
            self.levels.show_mark(self.rating.mark)
            return
        self.rating = rating
        self.levels.show_mark(rating.mark)
        self._tell_state()
        self.rated.emit()

    def _note(self, text: str) -> None:
        if not self._scribe.note(self.criterion.code, text):
            self.note.keep()
            return
        self.rating = Rating(self.criterion.code, self.rating.mark, text.strip(), self.rating.sources)
        self._show_quotes()

    def _take_over(self, words: str) -> None:
        if not words:
            return
        self.note.record()
        rating = self._scribe.take_over(self.criterion.code, words)
        if rating is not None:
            self.show_rating(rating)
            self.setFocus()

    def _set_sources(self, sources: frozenset[Source]) -> None:
        self.rating = Rating(self.criterion.code, self.rating.mark, self.rating.note, sources)
        self._scribe.set_sources(self.criterion.code, sources)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits set the level, arrows move, T opens the toelichting, A takes over a quote."""
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
            return
        mark = self._keys.get(event.text().upper())
        if mark is not None and self.levels.isEnabled():
            self._rate(mark)
        elif event.key() == Qt.Key.Key_T:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_A and self.quotes is not None and not self.note.isReadOnly():
            self.note.record()
            self._take_over(self.quotes.next_words)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.moved.emit(1)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Left}:
            self.moved.emit(-1)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.levels.isEnabled():
            self._rate("")
        else:
            super().keyPressEvent(event)

    # --- a line of the notes that is dropped here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a line of the notes, and nothing else."""
        if carried_line(event.mimeData()) is None:
            event.ignore()
            return
        restyle(self, target=True)
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        restyle(self, target=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the line here."""
        restyle(self, target=False)
        number = carried_line(event.mimeData())
        if number is not None:
            event.acceptProposedAction()
            self.line_dropped.emit(number, self.criterion.code)


class _Sources(QWidget):
    """The bron: one or more of four, each a small toggle."""

    chosen = Signal(object)

    def __init__(self, context: Context, programme: str, parent: QWidget) -> None:
        super().__init__(parent)
        layout = row()
        self.setLayout(layout)
        layout.addWidget(label(self.tr("Source"), "small", wrap=False))
        self._buttons: dict[Source, QPushButton] = {}
        self._words: dict[Source, str] = {}
        for source in Source:
            word = PROGRAMMES[programme].supervisor if source is Source.MENTOR else source.word
            self._words[source] = context.say(word)
            made = QPushButton(self._words[source])
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setProperty("kind", "source")
            made.setAccessibleName(self.tr("Source: {source}").format(source=context.say(word)))
            made.clicked.connect(self._clicked)
            self._buttons[source] = made
            layout.addWidget(made)
        layout.addStretch(1)
        self.setFocusProxy(self._buttons[next(iter(Source))])

    def show_sources(self, sources: frozenset[Source]) -> None:
        """Show which are chosen."""
        for source, made in self._buttons.items():
            made.setChecked(source in sources)
            # A tick beside the colour; a bolder letter would not fit in the width that Qt gives.
            made.setText(f"✓ {self._words[source]}" if source in sources else self._words[source])

    def _clicked(self) -> None:
        chosen = frozenset(source for source, made in self._buttons.items() if made.isChecked())
        self.show_sources(chosen)
        self.chosen.emit(chosen)
