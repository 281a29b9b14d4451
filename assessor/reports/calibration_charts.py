"""The drawings of a round: the same for the screen, the groepsverslag and its workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessor.domain.calibration.figures import Counts, GroupFigures
from assessor.domain.instrument import NOT_OBSERVED, Instrument
from assessor.domain.text import Language, Text
from assessor.paper.charts.distribution import Bar, Marks, stacked_bars
from assessor.paper.charts.heat_map import heat_map
from assessor.paper.charts.outcomes import flip_bars, outcome_bars
from assessor.paper.charts.shapes import Drawing

AWAY = Text("n.w.", "n.o.")
NONE_YET = Text("nog geen", "none yet")
PATTERNS = Text("Patronen", "Patterns")
PATTERNS_ABOUT = Text(
    "Elke rij is één formulier, zonder naam; het strengste staat bovenaan, het strengst beoordeelde criterium links.",
    "Each row is one sheet, without a name; the strictest is at the top, the criterion judged strictest at the left.",
)
FLIPS = Text("Waar de uitslag van afhangt", "What the outcome hangs on")
FLIPS_ABOUT = Text(
    "Bij hoeveel formulieren dit ene criterium de uitslag bepaalt.",
    "For how many sheets this one criterion decides the outcome.",
)


def marks_of(figures: GroupFigures, language: Language) -> Marks:
    """The marks of a round's drawings."""
    return Marks(figures.levels, figures.words, NOT_OBSERVED, AWAY.say(language))


def names_of(instrument: Instrument) -> Mapping[str, Text]:
    """The names of criteria by their codes."""
    return {code: one.name for code, one in instrument.criteria.items()}


def spread(caption: str, counts: Counts, figures: GroupFigures, language: Language, width: float) -> Drawing:
    """How often each mark was given: one bar with what stands above it ("" for nothing)."""
    return stacked_bars([Bar(caption, counts)], marks_of(figures, language), width)


def patterns(
    casus_id: str, figures: GroupFigures, instrument: Instrument, language: Language, width: float
) -> Drawing | None:
    """The sheets of a casus as a heat map; None where it may not be shown."""
    found = figures.patterns.get(casus_id)
    if found is None:
        return None
    return heat_map(found, marks_of(figures, language), width, names_of(instrument))


def verdicts(
    figures: GroupFigures, instrument: Instrument, casussen: Mapping[str, str], language: Language, width: float
) -> Drawing | None:
    """What the rule makes of the sheets, a bar for each part and casus; None without outcomes.

    Args:
        figures: of the round.
        instrument: names its parts.
        casussen: code by id; the code is said where there are several.
        language: of the words in the drawing.
        width: in points.
    """
    bars = []
    parts = list(figures.outcomes) if len(casussen) == 1 else list(figures.outcomes)[:1]
    for casus in most_split(figures, tuple(casussen)):
        for part in parts:
            counts = figures.outcomes[part].get(casus, {})
            name = instrument.model(part).label.say(language) if part else _WHOLE.say(language)
            several = f"{casussen[casus]} · " if len(casussen) > 1 else ""
            if any(counts.values()):
                bars.append(Bar(f"{several}{name}", counts))
    return outcome_bars(bars[:MOST_BARS], width, NONE_YET.say(language)) if bars else None


def most_split(figures: GroupFigures, casussen: Sequence[str]) -> list[str]:
    """The casussen of which the outcome is most divided first; those alike stay in their order."""
    main = next(iter(figures.outcomes.values()), {})

    def pairs_apart(casus: str) -> int:
        counts = [number for letter, number in main.get(casus, {}).items() if letter]
        return sum(counts) ** 2 - sum(number**2 for number in counts)

    return sorted(casussen, key=lambda casus: -pairs_apart(casus))


def shown_patterns(figures: GroupFigures, casussen: Sequence[str]) -> list[str]:
    """The casussen of which screen and paper show the sheets: the most divided ones."""
    return [casus for casus in most_split(figures, casussen) if casus in figures.patterns][:MOST_MAPS]


def flips(figures: GroupFigures, instrument: Instrument, width: float) -> Drawing | None:
    """On which criteria outcomes hang, the most first; None where none does."""
    found = [(one.criterion, one.depends) for one in figures.criteria if one.depends]
    if not found:
        return None
    sheets = max(sum(sum(counts.values()) for counts in by_casus.values()) for by_casus in figures.outcomes.values())
    return flip_bars(found, sheets, width, names_of(instrument))


MOST_MAPS = 6
"""Heat maps on screen and paper; the workbook holds those of all casussen."""
MOST_BARS = 12
_WHOLE = Text("hele praktijkbeoordeling", "whole practice assessment")
