"""My work: lists and counts of dossiers, paged by the query."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assessor.domain.dossier import Dossier, State
from assessor.domain.errors import KnownError
from assessor.domain.people import Person
from assessor.domain.text import Text, same
from assessor.services.desk import PAGE, Desk
from assessor.storage.repositories.dossier_lines import DossierLine, Order, Standing

EXAMPLE = "example"
"""The setting that marks a workspace as the example, with its seed."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which dossiers a list shows; None or "" leaves a filter out."""

    search: str = ""
    state: State | None = None
    mine: bool = False
    standing: Standing | None = None


class Work:
    """The use cases of the pages *Start* and *Beoordelingen*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, wanted: Filter, limit: int = PAGE, offset: int = 0, order: Order = "changed") -> list[DossierLine]:
        """Lines of the list, newest change first unless ordered by ``"student"`` or ``"number"``."""
        with self._desk.workspace.reading() as unit:
            return unit.dossiers.lines(
                wanted.search,
                state=wanted.state,
                assessor_id=self._assessor(wanted),
                limit=limit,
                offset=offset,
                order=order,
                standing=wanted.standing,
            )

    def count(self, wanted: Filter) -> int:
        """How many dossiers the filter finds."""
        with self._desk.workspace.reading() as unit:
            return unit.dossiers.count(
                wanted.search, state=wanted.state, assessor_id=self._assessor(wanted), standing=wanted.standing
            )

    def standings(self) -> dict[Standing, int]:
        """How many dossiers of the person at the keyboard stand where; every standing is there."""
        with self._desk.workspace.reading() as unit:
            return unit.dossiers.standings(self._desk.require_actor().id)

    def is_example(self) -> bool:
        """Whether this workspace holds the example partnership."""
        with self._desk.workspace.reading() as unit:
            return unit.settings.get(EXAMPLE) is not None

    def kept_filter(self) -> Filter:
        """How the person at the keyboard last left the list: standing and *alleen mijn werk*, never what was sought."""
        person = self._desk.require_actor()
        with self._desk.workspace.reading() as unit:
            kept = unit.settings.get(_filter_key(person), {})
        standing = kept.get("standing")
        known = standing in {one.value for one in Standing}
        mine = bool(kept.get("mine", person.is_assessor))
        return Filter(mine=mine, standing=Standing(standing) if known else None)

    def keep_filter(self, wanted: Filter) -> None:
        """Keep the list's standing and *alleen mijn werk* for the next time."""
        if replace(wanted, search="", state=None) == self.kept_filter():
            return
        standing = None if wanted.standing is None else wanted.standing.value
        with self._desk.workspace.writing() as unit:
            unit.settings.set(_filter_key(self._desk.require_actor()), {"standing": standing, "mine": wanted.mine})

    def kept_panel(self) -> str:
        """Which part of the sheet's side panel the person at the keyboard left open; "" when it was closed."""
        with self._desk.workspace.reading() as unit:
            return str(unit.settings.get(_panel_key(self._desk.require_actor()), ""))

    def keep_panel(self, part: str) -> None:
        """Keep which part of the side panel is open for the next time; "" for none."""
        if part != self.kept_panel():
            with self._desk.workspace.writing() as unit:
                unit.settings.set(_panel_key(self._desk.require_actor()), part)

    def dossier(self, dossier_id: str) -> Dossier:
        """One dossier with its sheet; KnownError when there is none."""
        with self._desk.workspace.reading() as unit:
            return unit.dossiers.get(dossier_id)

    def by_number(self, number: str) -> Dossier:
        """The dossier with this number; KnownError when there is none."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.by_number(number)
        if dossier is None:
            raise KnownError(
                "dossier-unknown",
                Text("Er is geen dossier met dit nummer.", "There is no dossier with this number."),
                Text("Kijk in de lijst welk nummer je zoekt.", "See the list for the number you need."),
                same(number),
            )
        return dossier

    def of_student(self, student_id: str) -> list[Dossier]:
        """Every dossier of a student, first attempt first."""
        with self._desk.workspace.reading() as unit:
            return unit.dossiers.of_student(student_id)

    def _assessor(self, wanted: Filter) -> str | None:
        return self._desk.require_actor().id if wanted.mine else None


def _filter_key(person: Person) -> str:
    return f"list.{person.id}"


def _panel_key(person: Person) -> str:
    return f"panel.{person.id}"
