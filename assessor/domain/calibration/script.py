"""The draaiboek: which part of a session takes how long (practice text, section 3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessor.domain.text import Text


class ScriptKind(StrEnum):
    """How long a session takes."""

    SHORT = "kort"
    LONG = "lang"

    @property
    def word(self) -> Text:
        """The kind with its minutes."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    ScriptKind.SHORT: Text("kort (75 minuten)", "short (75 minutes)"),
    ScriptKind.LONG: Text("lang (150 minuten)", "long (150 minutes)"),
}


class StepKind(StrEnum):
    """What happens in a step."""

    OPENING = "opening"
    OVERVIEW = "overzicht"
    DISCUSS = "bespreken"
    BREAK = "pauze"
    SECOND = "tweede_ronde"
    AGREE = "afspraken"
    CLOSING = "afsluiting"

    @property
    def word(self) -> Text:
        """The step as the draaiboek calls it."""
        return _STEP_WORDS[self]


_STEP_WORDS = {
    StepKind.OPENING: Text("Opening en spelregels", "Opening and ground rules"),
    StepKind.OVERVIEW: Text("Overzicht van de scores", "Overview of the scores"),
    StepKind.DISCUSS: Text("Bespreken: {criterion}", "Discuss: {criterion}"),
    StepKind.BREAK: Text("Pauze", "Break"),
    StepKind.SECOND: Text("Tweede ronde", "Second round"),
    StepKind.AGREE: Text("Afspraken en voorstellen", "Agreements and proposals"),
    StepKind.CLOSING: Text("Afsluiting", "Closing"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the draaiboek: its start (from the beginning) and length in minutes, and the criterion it is about."""

    kind: StepKind
    start: int
    minutes: int
    criterion: str = ""

    @property
    def title(self) -> Text:
        """The step in words; a place to discuss that no criterion has yet is called open."""
        return self.kind.word.fill(criterion=self.criterion or Text("eigen keuze", "own choice"))


_DISCUSSED = {ScriptKind.SHORT: (4, 9), ScriptKind.LONG: (6, 11)}

_PLANS: dict[ScriptKind, tuple[tuple[StepKind, int], ...]] = {
    ScriptKind.SHORT: (
        (StepKind.OPENING, 5),
        (StepKind.OVERVIEW, 10),
        *((StepKind.DISCUSS, 9),) * 4,
        (StepKind.SECOND, 10),
        (StepKind.AGREE, 10),
        (StepKind.CLOSING, 4),
    ),
    # The practice text fixes the short one only; the long one has the same steps, six criteria and a break.
    ScriptKind.LONG: (
        (StepKind.OPENING, 10),
        (StepKind.OVERVIEW, 15),
        *((StepKind.DISCUSS, 11),) * 3,
        (StepKind.BREAK, 15),
        *((StepKind.DISCUSS, 11),) * 3,
        (StepKind.SECOND, 15),
        (StepKind.AGREE, 20),
        (StepKind.CLOSING, 9),
    ),
}


def places_to_discuss(kind: ScriptKind) -> int:
    """How many criteria there is time for."""
    return _DISCUSSED[kind][0]


def script(kind: ScriptKind, criteria: tuple[str, ...] = ()) -> tuple[Step, ...]:
    """The draaiboek, its places to discuss filled with criteria in their order.

    Args:
        kind: kort (75 minutes) or lang (150).
        criteria: codes, the first to be discussed first; those for which there is no time are left out.
    """
    waiting = list(criteria)
    steps, start = [], 0
    for step, minutes in _PLANS[kind]:
        about = waiting.pop(0) if step is StepKind.DISCUSS and waiting else ""
        steps.append(Step(step, start, minutes, about))
        start += minutes
    return tuple(steps)


GROUND_RULES = (
    Text(
        "Iedereen heeft gelijk: elke score is ergens op gebaseerd.",
        "Everybody is right: each score rests on something.",
    ),
    Text("Iedereen komt aan het woord.", "Everybody gets to speak."),
    Text("Wees nieuwsgierig: vraag wat de ander zag.", "Be curious: ask what the other saw."),
    Text(
        "Het gaat over het criterium, niet over de student of de beoordelaar.",
        "It is about the criterion, not about the student or the assessor.",
    ),
    Text("Trek samen een conclusie.", "Draw a conclusion together."),
)
"""The spelregels, after the guides on calibration (domain text, section 2.1)."""
