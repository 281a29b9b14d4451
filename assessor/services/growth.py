"""Growth: earlier development points of the student, on demand and only once every criterion carries a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from assessor.domain import growth
from assessor.domain.dossier import Dossier
from assessor.services.desk import Desk
from assessor.storage.unit import Unit

Beside = Callable[[Unit, Dossier], Iterable[growth.EarlierPoint]]
"""Finds what was said of a dossier's student elsewhere than in dossiers, such as in a midterm evaluation."""


class Growth:
    """The use case of *Ontwikkelpunten van vorige keer*.

    Args:
        desk: the workspace and who is there.
        beside: where else development points are to be found.
    """

    def __init__(self, desk: Desk, beside: Sequence[Beside] = ()) -> None:
        self._desk = desk
        self._beside = beside

    def of(self, dossier_id: str) -> growth.Growth:
        """What may be shown beside this sheet: the points, or how many criteria still lack a mark."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.get(dossier_id)
            others = unit.dossiers.of_student(dossier.student_id)
            said = [point for find in self._beside for point in find(unit, dossier)]
        return growth.growth(self._desk.instrument_of(dossier), dossier, others, said)
