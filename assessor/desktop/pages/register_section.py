"""*Mensen en aanstellingen*: who may assess which programme today, and whose right lapses soon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from assessor.desktop.context import Context
from assessor.desktop.dialogs.person import PersonDialog
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.lists import Badge, ChipCells, ListView, SearchField
from assessor.desktop.furniture.surfaces import Banner, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.models.paged import Column, PagedTable
from assessor.desktop.pages.section import AdministrationSection
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.people import Role
from assessor.domain.programme import PROGRAMMES
from assessor.services.register import RegisterLine, Standing

_LONG_NAME = "Wilhelmina van den Klaterbosch"
"""A column for names has room for one such as this."""


class RegisterSection(AdministrationSection):
    """The register as a list; Enter or a double click opens a person."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._words = Wording(context)
        self._lines: list[RegisterLine] = []
        self._found: list[RegisterLine] = []
        self._build_list()
        self.search = SearchField(self.tr("Search"), self.tr("Search a name"))
        self.search.sought.connect(lambda _text: self._filter())
        self.search.serve(self, self.list)
        self.add = button(
            self.tr("Add a person"), lambda: self.edit(None), kind="primary", icon="plus", shortcut="Ctrl+N", name="add"
        )
        self._warning = column(spacing=0)
        self.count = label("", "small")
        top = row(spacing=2 * GRID)
        top.addWidget(self.search, 1)
        top.addWidget(self.add)
        layout = column(top, self._warning, spacing=2 * GRID)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.count)
        self.setLayout(layout)

    def reload(self) -> None:
        """Load the register as of today."""
        self._lines = self.context.application.register.lines()
        clear(self._warning)
        lapsing = sum(any(one.standing is Standing.LAPSING for one in line.rights.values()) for line in self._lines)
        if lapsing:
            words = self.tr("The right to assess of %n people lapses within eight weeks.", "", lapsing)
            self._warning.addWidget(Banner("warning", words))
        self._filter()

    def edit(self, line: RegisterLine | None) -> PersonDialog:
        """Open a person, or ask for a new one; answers the dialog."""
        dialog = PersonDialog(self.context, line, self)
        dialog.ask(lambda: self._written(dialog))
        return dialog

    # --- the list

    def _build_list(self) -> None:
        columns: list[Column[RegisterLine]] = [
            Column(self.tr("Name"), lambda line: line.person.name),
            Column(self.tr("Roles"), self._roles),
            *(self._programme_column(code) for code in PROGRAMMES),
            Column(self.tr("PIN"), lambda line: self.tr("yes") if line.has_pin else "–"),
        ]
        self.table: PagedTable[RegisterLine] = PagedTable(columns, self._page, lambda: len(self._found), self)
        self.list = ListView(self.tr("People and appointments"), self.table, stretch=1)
        for place, code in enumerate(PROGRAMMES, start=2):
            self.list.setItemDelegateForColumn(place, ChipCells(self._badge_of(code), self.list))
        longest = max((self.tr("no right today"), self._lapses(date(2026, 9, 30))), key=len)
        self.list.fit(_LONG_NAME, "", f"▲ {longest}mm", f"▲ {longest}mm", self.tr("yes"))
        self.list.spare(2 + len(PROGRAMMES))
        self.list.opened.connect(lambda place: self.edit(self.table.row(place)))
        self.list.menu((self.tr("Open"), lambda place: self.edit(self.table.row(place))))

    def _programme_column(self, code: str) -> Column[RegisterLine]:
        def speak(line: RegisterLine) -> str:
            badge = self._badge(line, code)
            return badge[0] if badge is not None else self.tr("does not assess")

        return Column(self._words.programme(code), speak)

    def _badge_of(self, code: str) -> Callable[[RegisterLine], Badge | None]:
        return lambda line: self._badge(line, code)

    def _badge(self, line: RegisterLine, code: str) -> Badge | None:
        right = line.rights[code]
        if right.until is None:
            was = any(one.programme == code for one in line.appointments)
            return (self.tr("no right today"), "insufficient") if was else None
        if right.standing is Standing.LAPSING:
            return self._lapses(right.until), "warning"
        return self.tr("until {day}").format(day=self._words.day(right.until)), "good"

    def _lapses(self, day: date) -> str:
        return self.tr("lapses {day}").format(day=self._words.day(day))

    def _roles(self, line: RegisterLine) -> str:
        return ", ".join(self.context.say(role.word) for role in Role if role in line.person.roles)

    def _page(self, limit: int, offset: int) -> Sequence[RegisterLine]:
        return self._found[offset : offset + limit]

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        self._found = [one for one in self._lines if all(word in one.person.name.casefold() for word in words)]
        self.table.reload()
        self.count.setText(self.tr("%n people", "", len(self._found)))

    def _written(self, dialog: PersonDialog) -> None:
        self.tell(dialog.changes)
        self.reload()
