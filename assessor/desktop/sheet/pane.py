"""The panes of the sheet: one per model, and one for what is said of the whole."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.surfaces import Card, column, scrolling
from assessor.desktop.furniture.words import label
from assessor.desktop.sheet.criterion import CriterionCard
from assessor.desktop.sheet.passage import PassageField
from assessor.desktop.sheet.scribe import Scribe
from assessor.desktop.theme import GRID
from assessor.domain.dossier import Dossier
from assessor.domain.instrument import FormativeItem, Instrument, Model
from assessor.domain.ratings import Place

SHEET_WIDTH = 1080


class Pane(QWidget):
    """What every pane can: show what is stored, find a place, and record what is being typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: list[CriterionCard] = []
        self.fields: dict[str, PassageField] = {}
        self.area: QScrollArea

    def open_area(self) -> QVBoxLayout:
        """The layout of the scrolling content, empty.

        It is in place before anything is added: a widget that moves to another parent is dressed again with all that is
        in it, so building from the leaves up would dress every leaf at each step.
        """
        content = QWidget()
        self.area = scrolling(content, max_width=SHEET_WIDTH)
        self.setLayout(column(self.area))
        layout = column(spacing=12)
        layout.setContentsMargins(0, 0, GRID, 3 * GRID)
        content.setLayout(layout)
        return layout

    def add_field(self, field: PassageField) -> PassageField:
        """Keep a field by its place."""
        self.fields[field.place] = field
        return field

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is stored."""
        for card in self.cards:
            card.show_rating(dossier.sheet.rating(card.criterion.code))
        for place, field in self.fields.items():
            field.field.show_text(dossier.sheet.passage(place))

    def show_drafts(self, drafts: dict[str, str]) -> None:
        """Show text that was being typed when the program stopped."""
        for card in self.cards:
            if (text := drafts.get(f"note:{card.criterion.code}")) is not None:
                card.show_draft(text)
        for place, field in self.fields.items():
            if (text := drafts.get(place)) is not None:
                field.field.show_draft(text)

    def set_read_only(self, read_only: bool) -> None:
        """Show without taking anything in."""
        for card in self.cards:
            card.set_read_only(read_only)
        for field in self.fields.values():
            field.field.setReadOnly(read_only)

    def widget_at(self, place: str) -> QWidget | None:
        """The widget of a place of the sheet, if it stands on this pane."""
        kind, _, code = place.partition(":")
        if kind in {"rating", "note", "source"}:
            card = next((one for one in self.cards if one.criterion.code == code), None)
            return card.part(kind) if card is not None else None
        field = self.fields.get(place)
        return field.field if field is not None else None

    def show_place(self, place: str) -> bool:
        """Give a place the focus and bring it into sight; False when it is not here."""
        widget = self.widget_at(place)
        if widget is None:
            return False
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # The scrolling area knows the place of a widget only after the layout settled.
        around = next((card for card in self.cards if card.isAncestorOf(widget)), widget)
        QTimer.singleShot(0, widget, lambda: self.area.ensureWidgetVisible(around, 0, 6 * GRID))
        return True

    def record(self) -> None:
        """Record what is being typed."""
        for card in self.cards:
            card.note.record()
        for field in self.fields.values():
            field.field.record()

    @property
    def is_unstored(self) -> bool:
        """Whether words on this pane were refused, so that they stand nowhere but here."""
        texts = [card.note for card in self.cards] + [field.field for field in self.fields.values()]
        return any(text.is_unstored for text in texts)


class ModelPane(Pane):
    """One model: its ground, its criteria, the student's formative items, and the motivering.

    Signals:
        progressed: a mark changed.
        left_behind: the user moved beyond the first (-1) or last (1) criterion.
    """

    progressed = Signal()
    left_behind = Signal(int)

    def __init__(
        self,
        context: Context,
        instrument: Instrument,
        model: Model,
        dossier: Dossier,
        scribe: Scribe,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._scribe = context, scribe
        self.model = model
        layout = self.open_area()
        for words in self._heading(dossier):
            layout.addWidget(words)
        for criterion in model.criteria:
            card = CriterionCard(context, model, criterion, dossier.programme, scribe, self.area.widget())
            card.rated.connect(self.progressed)
            card.moved.connect(self._move)
            self.cards.append(card)
            layout.addWidget(card)
        self._instrument, self._dossier, self._below = instrument, dossier, layout
        self._drafts: dict[str, str] = {}
        self._completed = False
        # What stands below the criteria, out of sight, is built once the criteria are on screen.
        QTimer.singleShot(0, self, self.complete)

    def complete(self) -> None:
        """Build what stands below the criteria, if that was not done yet, and show what is stored there."""
        if self._completed:
            return
        self._completed = True
        for item in self.model.formative:
            self._below.addWidget(self._formative(item))
        self._below.addWidget(Card(self.add_field(self._motivation())))
        self._below.addStretch(1)
        read_only = not self._scribe.may_write(self._dossier) or self.model.code in self._dossier.taken_over
        for place, field in self.fields.items():
            field.field.show_text(self._dossier.sheet.passage(place))
            field.field.setReadOnly(read_only)
        super().show_drafts(self._drafts)

    def record(self) -> None:
        """Record what is being typed, and what was being typed when the program stopped."""
        if self._drafts:
            self.complete()
        super().record()

    def widget_at(self, place: str) -> QWidget | None:
        """The widget of a place of the sheet, if it stands on this pane."""
        if not place.startswith(("rating:", "note:", "source:")):
            self.complete()
        return super().widget_at(place)

    def show_drafts(self, drafts: dict[str, str]) -> None:
        """Show text that was being typed when the program stopped."""
        self._drafts = drafts
        super().show_drafts(drafts)

    def _heading(self, dossier: Dossier) -> Iterator[QWidget]:
        yield label(f"{self._context.say(self.model.label)} · {self._context.say(self.model.title)}", "heading")
        ground = self._context.say(self.model.ground)
        if self.model.code in dossier.taken_over:
            ground += " " + self.tr("Taken over from attempt {number}.").format(number=dossier.attempt - 1)
        yield label(ground, "muted")

    def _motivation(self) -> PassageField:
        return PassageField(
            Place.motivation(self.model.code),
            self.tr("Motivation of {model}").format(model=self._context.say(self.model.label).lower()),
            self._scribe,
            help_text=self.tr("One sentence or more: why does the student get this verdict?"),
        )

    def _formative(self, item: FormativeItem) -> QWidget:
        title = label(self._context.say(item.title), "label")
        hint = label(self.tr("Formative: from the student, never a level, does not count."), "small")
        layout: list[QWidget] = [title, hint]
        if item.free_title:
            place = Place.formative_title(item.code)
            layout.append(self.add_field(PassageField(place, self.tr("Subject"), self._scribe, lines=1)))
        for number, question in enumerate(self._instrument.formative_questions):
            place = Place.formative_answer(item.code, number)
            layout.append(self.add_field(PassageField(place, self._context.say(question), self._scribe, lines=1)))
        response = PassageField(Place.formative_response(item.code), self.tr("Response"), self._scribe, lines=1)
        layout.append(self.add_field(response))
        return Card(*layout, spacing=10)

    def _move(self, step: int) -> None:
        card = self.sender()
        index = next((number for number, one in enumerate(self.cards) if one is card), 0) + step
        if 0 <= index < len(self.cards):
            self.show_place(f"rating:{self.cards[index].criterion.code}")
        else:
            self.left_behind.emit(step)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is stored; what a resit took over cannot be changed."""
        self._dossier = dossier
        super().show_dossier(dossier)
        self.set_read_only(not self._scribe.may_write(dossier) or self.model.code in dossier.taken_over)

    @property
    def scored(self) -> int:
        """How many criteria bear a mark."""
        return sum(card.rating.mark is not None for card in self.cards)


class WholePane(Pane):
    """What is said of the whole: sterk punt, ontwikkelpunt, and the Waardering that does not count."""

    def __init__(self, scribe: Scribe, parent: QWidget) -> None:
        super().__init__(parent)
        self._scribe = scribe
        layout = self.open_area()
        layout.addWidget(label(self.tr("The whole"), "heading"))
        help_text = self.tr("One strong point and one development point that the student can use.")
        privacy = self.tr("Write no names of children and nothing about health, religion or private matters.")
        layout.addWidget(label(f"{help_text} {privacy}", "muted"))
        for field in (
            PassageField(Place.STRENGTH, self.tr("Strong point"), scribe),
            PassageField(Place.DEVELOPMENT, self.tr("Development point"), scribe),
            PassageField(
                Place.APPRECIATION,
                self.tr("Appreciation (does not count)"),
                scribe,
                help_text=self.tr("Talents and effort that deserve to be seen."),
            ),
        ):
            layout.addWidget(Card(self.add_field(field)))
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is stored."""
        super().show_dossier(dossier)
        self.set_read_only(not self._scribe.may_write(dossier))
