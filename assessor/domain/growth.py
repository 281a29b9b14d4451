"""Growth: what was a development point before, shown only when this sheet no longer can be coloured by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assessor.domain.dossier import Dossier
from assessor.domain.instrument import Instrument
from assessor.domain.ratings import Place


@dataclass(frozen=True, slots=True)
class EarlierPoint:
    """The development point of one earlier dossier: its number, attempt, the day of its activity, and the words."""

    number: str
    attempt: int
    day: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Growth:
    """What may be shown: `unscored` criteria that still have no mark, and `points`, none while there are such."""

    unscored: int
    points: tuple[EarlierPoint, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the earlier points may be shown."""
        return self.unscored == 0


def growth(instrument: Instrument, dossier: Dossier, others: Iterable[Dossier]) -> Growth:
    """The development points of the student's earlier results, the newest first; none while a criterion lacks a mark.

    Args:
        instrument: of the dossier.
        dossier: the one that is being scored.
        others: dossiers of the same student; later ones and those without a result are passed over.
    """
    unscored = sum(dossier.sheet.rating(code).mark is None for code in instrument.criteria)
    if unscored:
        return Growth(unscored)
    earlier = sorted(
        (other for other in others if other.id != dossier.id and other.state.has_result and _before(other, dossier)),
        key=lambda other: other.created_at,
        reverse=True,
    )
    points = (
        EarlierPoint(other.number, other.attempt, other.activity.day, other.sheet.passage(Place.DEVELOPMENT))
        for other in earlier
    )
    return Growth(0, tuple(point for point in points if point.words))


def _before(other: Dossier, dossier: Dossier) -> bool:
    return other.created_at < dossier.created_at
