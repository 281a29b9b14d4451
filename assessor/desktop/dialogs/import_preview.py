"""The preview of an import: counts that filter, the rows by outcome, and the chosen row in full."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import PressButton
from assessor.desktop.furniture.chips import SIGNS
from assessor.desktop.furniture.lists import ChipCells, ListView
from assessor.desktop.furniture.surfaces import Banner, Card, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.models.import_rows import EFFECT, EFFECT_TONES, KIND, PLACE, WHAT, ImportTable
from assessor.desktop.theme import GRID
from assessor.services.register_import.plan import Effect, Plan

_MOST_NOTICES = 4


class ImportPreview(QWidget):
    """What an import would do."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._told = column(spacing=GRID)
        self.filters: dict[Effect | None, QPushButton] = {}
        self._group = QButtonGroup(self)
        chips = row(spacing=GRID)
        for effect in (None, *Effect):
            chips.addWidget(self._filter(effect))
        self.cure = label("", "small")
        chips.addStretch(1)
        self.table = ImportTable(context)
        self.list = ListView(self.tr("What would change"), self.table, stretch=WHAT)
        self.list.setItemDelegateForColumn(EFFECT, ChipCells(self.table.badge, self.list))
        self.list.fit("○ ongewijzigd  ", "organisatie", "Appelhof-Wilgenhout, Zoë", "", "Studenten, rij 1000, kolom AB")
        self.list.spare(KIND, PLACE)
        self.list.chosen.connect(self._choose)
        self.place, self.who, self.what = label("", "small"), label("", "label"), label("")
        self.chosen = Card(self.who, self.what, self.place, spacing=4)
        self.chosen.setAccessibleName(self.tr("The chosen row"))
        layout = column(self._told, column(chips, self.cure), spacing=2 * GRID)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.chosen)
        self.setLayout(layout)

    def show_plan(self, plan: Plan) -> None:
        """Show what a file would change."""
        clear(self._told)
        if plan.notices:
            self._told.addWidget(Banner("warning", "\n".join(map(self._context.say, plan.notices[:_MOST_NOTICES]))))
        if plan.changes_nothing and not plan.counts[Effect.REFUSED]:
            self._told.addWidget(Banner("good", self.tr("Everything in this file is in the register already.")))
        refused = plan.counts[Effect.REFUSED]
        self.cure.setText(self.tr("Correct the %n refused row(s) in the file and import it again.", "", refused))
        self.cure.setVisible(bool(refused))
        for effect, chip in self.filters.items():
            count = len(plan.rows) if effect is None else plan.counts[effect]
            word = self.tr("all") if effect is None else self._context.say(effect.word)
            sign = "" if effect is None else f"{SIGNS[EFFECT_TONES[effect]]} "
            chip.setText(f"{sign}{self._context.locale.toString(count)} {word}")
            chip.setAccessibleName(chip.text().removeprefix(sign))
            chip.setVisible(bool(count) or effect is None)
        self.filters[None].setChecked(True)
        self.table.show_rows(plan.rows)
        self._begin()

    def _filter(self, effect: Effect | None) -> QPushButton:
        made = PressButton()
        made.setCheckable(True)
        made.setProperty("kind", "source")
        made.setObjectName(f"filter-{effect.value if effect else 'all'}")
        made.clicked.connect(lambda _checked: self._only(effect))
        self._group.addButton(made)
        self.filters[effect] = made
        return made

    def _only(self, effect: Effect | None) -> None:
        self.table.only(effect)
        self._begin()

    def _begin(self) -> None:
        """Stand on the first row."""
        self.chosen.setVisible(bool(self.table.total))
        if self.table.total:
            self.list.selectRow(0)
            self._choose(0)

    def _choose(self, number: int) -> None:
        if not 0 <= number < self.table.rowCount():
            return
        chosen = self.table.row(number)
        self.who.setText(chosen.who or self._context.say(chosen.kind.one))
        self.what.setText(self.table.what(chosen) or self._context.say(chosen.effect.word))
        self.place.setText(self.table.place(chosen))
