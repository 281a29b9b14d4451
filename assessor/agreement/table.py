"""Coded ratings: who gave which work, on which criterion, which level.

An item is a work's criterion. Ratings are three integer arrays of one length; what is missing is simply not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assessor.agreement.result import Sentence
from assessor.agreement.scale import Level, Refused, Scale

Codes = NDArray[np.intp]
Floats = NDArray[np.float64]
MISSING = -1


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating in the user's own words.

    Attributes:
        work: The lesson or piece of work.
        criterion: The criterion; empty when a work is one item.
        assessor: Who rated.
        level: The level, or None when it is missing.
        row: Row in the source, named when the rating is refused.
        not_observed: Whether the assessor chose "niet waargenomen" (then `level` is None).
    """

    work: str
    criterion: str
    assessor: str
    level: Level | None
    row: int | None = None
    not_observed: bool = False


@dataclass(frozen=True, eq=False)
class Table:
    """Ratings of items by assessors on one scale.

    Attributes:
        scale: The declared levels.
        item: Item of each rating, shape (ratings,).
        assessor: Assessor of each rating, shape (ratings,).
        level: Level code of each rating, 0 to levels - 1, shape (ratings,).
        works: Names of the works.
        criteria: Names of the criteria.
        assessors: Names of the assessors.
        work_of: Work of each item, shape (items,).
        criterion_of: Criterion of each item, shape (items,).
        reference: Reference level of each item or -1, shape (items,).
        skipped: Pairs (item, assessor) where "niet waargenomen" was chosen, shape (n, 2).
    """

    scale: Scale
    item: Codes
    assessor: Codes
    level: Codes
    works: tuple[str, ...]
    criteria: tuple[str, ...]
    assessors: tuple[str, ...]
    work_of: Codes
    criterion_of: Codes
    reference: Codes
    skipped: Codes = field(default_factory=lambda: np.empty((0, 2), dtype=np.intp))

    @classmethod
    def from_ratings(
        cls,
        ratings: Iterable[Rating],
        scale: Scale | None = None,
        reference: Iterable[Rating] = (),
    ) -> Table:
        """Table of ratings in long form; items, assessors, works and criteria in order of appearance.

        Args:
            ratings: The ratings; one without a level still declares its item and assessor.
            scale: The levels; without it the distinct numbers that occur, and the scale says so.
            reference: Reference levels; their assessor is not read.

        Raises:
            Refused: A level outside the scale, or two ratings by one assessor of one item; names the row.
        """
        given, wanted = list(ratings), list(reference)
        if scale is None:
            seen = [rating.level for rating in (*given, *wanted) if rating.level is not None]
            scale = Scale.seen(seen) if seen else Scale.of([0], declared=False)
        index = _Index(scale)
        coded = [index.code(rating, place) for place, rating in enumerate(given, start=1)]
        standard = [index.reference(rating, place) for place, rating in enumerate(wanted, start=1)]
        cells = np.array(coded, dtype=np.intp).reshape(-1, 3)
        rated = cells[:, 2] >= 0
        skipped = np.array([one.not_observed for one in given], dtype=bool)
        items = len(index.items)
        levels = np.full(items, MISSING, dtype=np.intp)
        for item, level in standard:
            levels[item] = level
        pairs = np.array(list(index.items), dtype=np.intp).reshape(-1, 2)
        return cls(
            scale,
            cells[rated, 0],
            cells[rated, 1],
            cells[rated, 2],
            tuple(index.works),
            tuple(index.criteria),
            tuple(index.assessors),
            pairs[:, 0],
            pairs[:, 1],
            levels,
            cells[skipped & ~rated, :2],
        )

    @classmethod
    def from_rows(cls, rows: Sequence[Sequence[Level | None]], scale: Scale | None = None) -> Table:
        """Table in wide form: a row per item, a column per assessor, None where a rating is missing.

        Raises:
            Refused: A level outside the scale; the row is counted from 1.
        """
        return cls.from_ratings(
            (
                Rating(f"{row + 1}", "", f"{column + 1}", level, row + 1)
                for row, levels in enumerate(rows)
                for column, level in enumerate(levels)
            ),
            scale,
        )

    @classmethod
    def from_codes(cls, scale: Scale, item: Codes, assessor: Codes, level: Codes, items: int, assessors: int) -> Table:
        """Table of arrays already coded; each item is a work of its own.

        Raises:
            Refused: A code out of range, or one assessor twice on one item; the row is the position from 1.
        """
        for codes, size, nl, en in (
            (item, items, "item", "item"),
            (assessor, assessors, "beoordelaar", "assessor"),
            (level, len(scale), "niveau", "level"),
        ):
            wrong = (codes < 0) | (codes >= size)
            if wrong.any():
                row = int(wrong.argmax()) + 1
                raise Refused(Sentence(f"Rij {row}: {nl} buiten bereik.", f"Row {row}: {en} out of range."), row)
        cells = item * assessors + assessor
        _, first = np.unique(cells, return_index=True)
        if len(first) < len(cells):
            twice = np.ones(len(cells), dtype=bool)
            twice[first] = False
            row = int(twice.argmax()) + 1
            raise Refused(_twice(row), row)
        names = tuple(map(str, range(items)))
        whole = np.arange(items, dtype=np.intp)
        return cls(
            scale,
            np.asarray(item, dtype=np.intp),
            np.asarray(assessor, dtype=np.intp),
            np.asarray(level, dtype=np.intp),
            names,
            ("",),
            tuple(map(str, range(assessors))),
            whole,
            np.zeros_like(whole),
            np.full_like(whole, MISSING),
        )

    @property
    def items(self) -> int:
        """Number of items, rated or not."""
        return len(self.work_of)

    @property
    def coverage(self) -> float:
        """Ratings present as a share of items x assessors, 0 to 1."""
        return len(self.level) / (self.items * len(self.assessors)) if self.items and self.assessors else 0.0

    @cached_property
    def counts(self) -> Floats:
        """How often each level was given to each item, shape (levels, items)."""
        q = len(self.scale)
        cell = self.item * q
        cell += self.level
        flat = np.bincount(cell, minlength=self.items * q)
        return flat.reshape(self.items, q).T.astype(np.float64, order="C")

    @cached_property
    def use(self) -> Floats:
        """How often each assessor gave each level, shape (assessors, levels)."""
        q = len(self.scale)
        cell = self.assessor * q
        cell += self.level
        flat = np.bincount(cell, minlength=len(self.assessors) * q)
        return flat.reshape(len(self.assessors), q).astype(np.float64)

    @cached_property
    def grid(self) -> Codes:
        """Level codes as items x assessors, -1 where missing."""
        cells = np.full((self.items, len(self.assessors)), MISSING, dtype=np.intp)
        cells[self.item, self.assessor] = self.level
        return cells

    @property
    def active(self) -> Codes:
        """Assessors with at least one rating."""
        return np.flatnonzero(self.use.sum(axis=1))

    def item_name(self, item: int) -> str:
        """Work and criterion of an item, as far as they distinguish it."""
        work, criterion = self.works[int(self.work_of[item])], self.criteria[int(self.criterion_of[item])]
        if len(self.works) == 1 and criterion:
            return criterion
        return f"{work} · {criterion}" if criterion else work

    def choose(self, items: NDArray[np.bool_]) -> Table:
        """The same assessors and scale on some of the items (mask of shape (items,))."""
        kept = items[self.item]
        place = np.cumsum(items) - 1
        skipped = self.skipped[items[self.skipped[:, 0]]]
        return replace(
            self,
            item=place[self.item[kept]],
            assessor=self.assessor[kept],
            level=self.level[kept],
            work_of=self.work_of[items],
            criterion_of=self.criterion_of[items],
            reference=self.reference[items],
            skipped=np.column_stack([place[skipped[:, 0]], skipped[:, 1]]),
        )

    def of_criterion(self, criterion: str) -> Table:
        """The items of one criterion.

        Raises:
            KeyError: No such criterion.
        """
        if criterion not in self.criteria:
            raise KeyError(criterion)
        chosen = self.choose(self.criterion_of == self.criteria.index(criterion))
        return replace(chosen, criteria=(criterion,), criterion_of=np.zeros_like(chosen.criterion_of))

    def coarsen(self, cut: int, labels: tuple[str, str] = ("-", "+")) -> Table:
        """The same ratings on two levels: below code `cut`, and `cut` or higher.

        Raises:
            ValueError: `cut` leaves one side without a level.
        """
        if not 0 < cut < len(self.scale):
            raise ValueError(f"a cut at {cut} does not divide {len(self.scale)} levels")
        known = np.where(self.reference >= 0, np.asarray(self.reference >= cut, dtype=np.intp), MISSING)
        return replace(
            self, scale=Scale.of(labels), level=np.asarray(self.level >= cut, dtype=np.intp), reference=known
        )


def _twice(row: int) -> Sentence:
    return Sentence(
        f"Rij {row}: deze beoordelaar heeft dit criterium van deze les al een niveau gegeven. Laat één van beide"
        " staan.",
        f"Row {row}: this assessor already rated this criterion of this lesson. Keep one of the two.",
    )


class _Index:
    """Numbers works, criteria, items and assessors in order of appearance."""

    def __init__(self, scale: Scale) -> None:
        self.scale, self.levels = scale, scale.codes()
        self.works: dict[str, int] = {}
        self.criteria: dict[str, int] = {}
        self.assessors: dict[str, int] = {}
        self.items: dict[tuple[int, int], int] = {}
        self.given: set[tuple[int, int]] = set()
        self.known: dict[int, int] = {}

    def code(self, rating: Rating, place: int) -> tuple[int, int, int]:
        item = self._item(rating)
        assessor = self.assessors.setdefault(rating.assessor, len(self.assessors))
        row = place if rating.row is None else rating.row
        if rating.level is None and not rating.not_observed:
            return item, assessor, MISSING
        if (item, assessor) in self.given:
            raise Refused(_twice(row), row)
        self.given.add((item, assessor))
        return item, assessor, MISSING if rating.level is None else self._level(rating.level, row)

    def reference(self, rating: Rating, place: int) -> tuple[int, int]:
        row = place if rating.row is None else rating.row
        item = self._item(rating)
        level = MISSING if rating.level is None else self._level(rating.level, row)
        if self.known.setdefault(item, level) != level:
            raise Refused(
                Sentence(
                    f"Rij {row}: dit criterium van deze les heeft al een ander referentieniveau.",
                    f"Row {row}: this criterion of this lesson already has another reference level.",
                ),
                row,
            )
        return item, level

    def _item(self, rating: Rating) -> int:
        work = self.works.setdefault(rating.work, len(self.works))
        criterion = self.criteria.setdefault(rating.criterion, len(self.criteria))
        return self.items.setdefault((work, criterion), len(self.items))

    def _level(self, level: Level, row: int) -> int:
        code = self.levels.get(self.scale.key(level))
        if code is None:
            names = ", ".join(self.scale.labels)
            raise Refused(
                Sentence(
                    f"Rij {row}: niveau ‘{level}’ staat niet op de schaal ({names}).",
                    f"Row {row}: level ‘{level}’ is not on the scale ({names}).",
                ),
                row,
            )
        return code
