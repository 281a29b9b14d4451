"""My work: lists and counts of dossiers, paged by the query."""

from __future__ import annotations

from dataclasses import dataclass

from assessor.domain.dossier import Dossier, State
from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same
from assessor.services.desk import Desk
from assessor.services.students import PAGE
from assessor.storage.repositories.dossier_lines import DossierLine, Order


@dataclass(frozen=True, slots=True)
class Filter:
    """Which dossiers a list shows; None or "" leaves a filter out."""

    search: str = ""
    state: State | None = None
    mine: bool = False


class Work:
    """The use cases of the pages *Start* and *Beoordelingen*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, wanted: Filter, limit: int = PAGE, offset: int = 0, order: Order = "changed") -> list[DossierLine]:
        """Lines of the list, newest change first unless ordered by ``"student"`` or ``"number"``."""
        with self._desk.workspace.reading() as unit:
            return unit.dossiers.lines(
                wanted.search, wanted.state, self._assessor(wanted), limit=limit, offset=offset, order=order
            )

    def count(self, wanted: Filter) -> int:
        """How many dossiers the filter finds."""
        with self._desk.workspace.reading() as unit:
            return unit.dossiers.count(wanted.search, wanted.state, self._assessor(wanted))

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
