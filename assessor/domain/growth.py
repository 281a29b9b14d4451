"""Growth: what was a development point before, shown only when this sheet no longer can be coloured by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assessor.domain.dossier import Dossier
from assessor.domain.instrument import Instrument
from assessor.domain.ratings import Place
from assessor.domain.text import Text


@dataclass(frozen=True, slots=True)
class EarlierPoint:
    """One development point of before.

    Attributes:
        source: where it was said: which dossier, or the midterm evaluation.
        day: when; of a dossier the day of its activity.
        words: what was said.
    """

    source: Text
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


def growth(
    instrument: Instrument, dossier: Dossier, others: Iterable[Dossier], beside: Iterable[EarlierPoint] = ()
) -> Growth:
    """The student's earlier development points, the newest first; none while a criterion lacks a mark.

    Args:
        instrument: of the dossier.
        dossier: the one that is being scored.
        others: dossiers of the same student; later ones and those without a result are passed over.
        beside: points that were said elsewhere, such as in a midterm evaluation; those without a day stand last.
    """
    unscored = sum(dossier.sheet.rating(code).mark is None for code in instrument.criteria)
    if unscored:
        return Growth(unscored)
    earlier = (
        other for other in others if other.id != dossier.id and other.state.has_result and _before(other, dossier)
    )
    said = [_point(other) for other in sorted(earlier, key=lambda other: other.created_at, reverse=True)]
    points = sorted((*said, *beside), key=lambda point: point.day or date.min, reverse=True)
    return Growth(0, tuple(point for point in points if point.words))


def _point(other: Dossier) -> EarlierPoint:
    source = Text("Dossier {number}", "Dossier {number}").fill(number=other.number)
    return EarlierPoint(source, other.activity.day, other.sheet.passage(Place.DEVELOPMENT))


def _before(other: Dossier, dossier: Dossier) -> bool:
    return other.created_at < dossier.created_at
