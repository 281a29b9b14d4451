"""The ordered levels of a rating scale.

Codes are positions in the declared order (O < V < G), never the alphabet's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from assessor.agreement.result import Sentence

Level = str | int | float
MOST_LEVELS = 1000
"""More distinct levels than this is a measurement, not a rating scale."""


class Refused(ValueError):
    """Ratings that cannot be read as they stand.

    Attributes:
        sentence: What is wrong and what to do, in Dutch and English.
        row: Row of the offending rating, counted as the caller counts, or None.
    """

    def __init__(self, sentence: Sentence, row: int | None = None) -> None:
        """Keep the sentence and the row."""
        super().__init__(sentence.en)
        self.sentence = sentence
        self.row = row


def as_number(level: Level) -> float | None:
    """A level as a finite number, with comma or point; None when it is a word."""
    if isinstance(level, str):
        try:
            number = float(level.strip().replace(",", "."))
        except ValueError:
            return None
    else:
        number = float(level)
    return number if math.isfinite(number) else None


def _label(level: Level) -> str:
    number = None if isinstance(level, str) else float(level)
    if number is not None and number.is_integer():
        return str(int(number))
    return str(level).strip()


@dataclass(frozen=True, slots=True)
class Scale:
    """Ordered levels, lowest first.

    Attributes:
        labels: The levels as shown.
        values: Their numbers; positions 0, 1, 2 ... when the levels are words.
        numeric: Whether every level is a number of its own.
        declared: False when the levels are those that were seen.
        words: The levels as running text writes them; empty when that is their label.
    """

    labels: tuple[str, ...]
    values: tuple[float, ...]
    numeric: bool
    declared: bool = True
    words: tuple[Sentence, ...] = ()

    @classmethod
    def of(cls, levels: Sequence[Level], *, declared: bool = True) -> Scale:
        """Scale of the given levels in the given order.

        Raises:
            Refused: No level, the same level twice, or more than `MOST_LEVELS`.
        """
        numbers = [as_number(level) for level in levels]
        numeric = all(number is not None for number in numbers) and bool(numbers)
        keys: list[object] = list(numbers) if numeric else [_label(level) for level in levels]
        if not keys or len(set(keys)) < len(keys):
            raise Refused(
                Sentence(
                    "De schaal noemt geen enkel niveau, of een niveau twee keer. Geef elk niveau één keer, laagste"
                    " eerst.",
                    "The scale names no level, or one level twice. Give each level once, lowest first.",
                )
            )
        if len(keys) > MOST_LEVELS:
            raise Refused(
                Sentence(
                    f"Er zijn {len(keys)} verschillende niveaus. Dit is geen beoordelingsschaal; er mogen er"
                    f" {MOST_LEVELS} zijn.",
                    f"There are {len(keys)} different levels. This is no rating scale; at most {MOST_LEVELS} fit.",
                )
            )
        values = tuple(float(n) for n in numbers if n is not None) if numeric else tuple(map(float, range(len(keys))))
        return cls(tuple(_label(level) for level in levels), values, numeric, declared)

    @classmethod
    def seen(cls, levels: Iterable[Level]) -> Scale:
        """Scale of the distinct numbers that occur, ascending.

        Raises:
            Refused: A level is a word, whose order only the user knows.
        """
        distinct: dict[float, Level] = {}
        for level in levels:
            number = as_number(level)
            if number is None:
                raise Refused(
                    Sentence(
                        f"De volgorde van het niveau ‘{level}’ is niet bekend. Geef de niveaus op, laagste eerst,"
                        " bijvoorbeeld O,V,G.",
                        f"The order of the level ‘{level}’ is not known. Declare the levels, lowest first, such as"
                        " O,V,G.",
                    )
                )
            distinct.setdefault(number, level)
        return cls.of([distinct[number] for number in sorted(distinct)], declared=False)

    def __len__(self) -> int:
        """Number of levels, used or not."""
        return len(self.labels)

    def codes(self) -> dict[object, int]:
        """Position of each level, by number on a numeric scale and by word otherwise."""
        keys: Sequence[object] = self.values if self.numeric else self.labels
        return {key: code for code, key in enumerate(keys)}

    def word(self, code: int) -> Sentence:
        """A level in running text."""
        return self.words[code] if self.words else Sentence(self.labels[code], self.labels[code])

    def key(self, level: Level) -> object:
        """What a rating of this level is called in `codes`."""
        return as_number(level) if self.numeric else _label(level)

    def numbers(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Values as an array, shape (levels,)."""
        return np.array(self.values)
