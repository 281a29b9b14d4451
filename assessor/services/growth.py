"""Growth: earlier development points of the student, on demand and only once every criterion carries a mark."""

from __future__ import annotations

from assessor.domain import growth
from assessor.services.desk import Desk


class Growth:
    """The use case of *Ontwikkelpunten van vorige keer*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, dossier_id: str) -> growth.Growth:
        """What may be shown beside this sheet: the points, or how many criteria still lack a mark."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.get(dossier_id)
            others = unit.dossiers.of_student(dossier.student_id)
        return growth.growth(self._desk.instrument_of(dossier), dossier, others)
