"""The table of what an import would do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from assessor.desktop.context import Context
from assessor.desktop.furniture.words import Tone
from assessor.desktop.models.paged import Column, PagedTable
from assessor.services.register_import.plan import Effect, PlannedRow

EFFECT, KIND, WHO, WHAT, PLACE = range(5)

EFFECT_TONES: dict[Effect, Tone] = {
    Effect.REFUSED: "insufficient",
    Effect.CHANGED: "accent",
    Effect.ADDED: "good",
    Effect.UNCHANGED: "neutral",
}


class ImportTable(PagedTable[PlannedRow]):
    """Planned rows by effect, those that are refused first; perhaps those of one effect only."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._planned: list[PlannedRow] = []
        self._shown: list[PlannedRow] = []
        translate = QCoreApplication.translate
        columns: list[Column[PlannedRow]] = [
            Column(translate("ImportTable", "Outcome"), lambda row: context.say(row.effect.word)),
            Column(translate("ImportTable", "Kind"), lambda row: context.say(row.kind.one)),
            Column(translate("ImportTable", "Who or what"), lambda row: row.who),
            Column(translate("ImportTable", "What happens"), self.what),
            Column(translate("ImportTable", "Place in the file"), self.place),
        ]
        super().__init__(
            columns,
            lambda limit, offset: self._shown[offset : offset + limit],
            lambda: len(self._shown),
        )

    def show_rows(self, rows: Sequence[PlannedRow]) -> None:
        """Take other rows."""
        order = list(Effect)
        self._planned = sorted(rows, key=lambda row: order.index(row.effect))
        self.only(None)

    def only(self, effect: Effect | None) -> None:
        """Show the rows of one effect, or all of them."""
        self._shown = [row for row in self._planned if effect in (None, row.effect)]
        self.reload()

    def badge(self, row: PlannedRow) -> tuple[str, Tone]:
        """What the chip of a row says."""
        return self._context.say(row.effect.word), EFFECT_TONES[row.effect]

    def what(self, row: PlannedRow) -> str:
        """What happens to a row, or why it is refused."""
        if row.refusal is not None:
            fault = row.refusal.fault
            return f"{self._context.say(fault.what)} {self._context.say(fault.cure)}"
        say = self._context.say
        changes = [f"{say(one.field.word)}: {say(one.before) or '–'} → {say(one.after)}" for one in row.differences]
        return "; ".join(changes) or say(row.about)

    def place(self, row: PlannedRow) -> str:
        """Sheet, row and column."""
        words = QCoreApplication.translate("ImportTable", "row {row}").format(row=row.row)
        if row.refusal is not None and row.refusal.column is not None:
            column = QCoreApplication.translate("ImportTable", "column {column}").format(column=row.refusal.letters)
            words = f"{words}, {column}"
        return f"{row.sheet}, {words}" if row.sheet else words
