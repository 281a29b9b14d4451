"""An instrument (beoordelingsinstrument): models, criteria, levels and the decision rule, as data.

An instrument is a value: it never changes once it is made. A dossier freezes the one it was scored with by id,
version and fingerprint (opleidingsplan ISOP 2025-2029, section 2.2.1: every test has a base and an expert level).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from functools import cached_property

from assessor.domain.text import Text

NOT_OBSERVED = "N"
"""The mark *niet waargenomen*: not a level, never counted as sufficient or good."""


class Kind(StrEnum):
    """What an instrument is for."""

    PRACTICE = "praktijkbeoordeling"
    MIDTERM = "tussenevaluatie"


class Status(StrEnum):
    """How official an instrument is; on anything but *vastgesteld* every dossier is an oefendossier."""

    CONCEPT = "concept"
    EXAMPLE = "voorbeeld"
    ESTABLISHED = "vastgesteld"


class Outcome(IntEnum):
    """A verdict, in its order: onvoldoende < voldoende < goed (goed omvat voldoende)."""

    INSUFFICIENT = 0
    SUFFICIENT = 1
    GOOD = 2

    @property
    def letter(self) -> str:
        """O, V or G, for narrow columns."""
        return "OVG"[self]

    @property
    def word(self) -> Text:
        """The verdict as running text."""
        return _OUTCOME_WORDS[self]

    @classmethod
    def from_letter(cls, letter: str) -> Outcome:
        """The verdict of a letter O, V or G; raises ValueError on another letter."""
        return cls("OVG".index(letter))


_OUTCOME_WORDS = {
    Outcome.INSUFFICIENT: Text("onvoldoende", "insufficient"),
    Outcome.SUFFICIENT: Text("voldoende", "sufficient"),
    Outcome.GOOD: Text("goed", "good"),
}


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a scale; `outcome` is what it means to the decision rule, None on a formative scale."""

    code: str
    name: Text
    outcome: Outcome | None = None
    standard: Text | None = None
    """The programme's own word beside the name: basisniveau, expertniveau."""


@dataclass(frozen=True)
class Scale:
    """A level set, lowest level first, with the words for *niet waargenomen*."""

    code: str
    levels: tuple[Level, ...]
    not_observed: Text = Text("niet waargenomen", "not observed")

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Every mark a criterion on this scale can bear: the levels' codes, then N."""
        return (*(level.code for level in self.levels), NOT_OBSERVED)

    def level(self, code: str) -> Level:
        """The level with this code; raises KeyError when the scale has none."""
        for level in self.levels:
            if level.code == code:
                return level
        raise KeyError(code)

    def word(self, mark: str) -> Text:
        """A mark in words: the level's name, or *niet waargenomen*."""
        return self.not_observed if mark == NOT_OBSERVED else self.level(mark).name

    def outcome(self, mark: str) -> Outcome | None:
        """What a mark means to the rule; None for N and on a formative scale."""
        return None if mark == NOT_OBSERVED else self.level(mark).outcome


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to look at, with a descriptor per level code and, on a midterm, a question per respondent."""

    code: str
    name: Text
    descriptors: Mapping[str, Text] = field(default_factory=dict)
    critical: bool = False
    references: tuple[str, ...] = ()
    """Codes of the requirements it rests on (VI, VD, PE, BH ...): data, since the requirements themselves change."""
    questions: Mapping[str, Text] = field(default_factory=dict)
    """Per respondent ("mentor", "student") the question of a midterm."""


@dataclass(frozen=True, slots=True)
class FormativeItem:
    """An item whose content the student decides; it never bears a level (opleidingsplan section 2.3.3)."""

    code: str
    title: Text
    free_title: bool = False


@dataclass(frozen=True)
class Model:
    """A beoordelingsmodel: its ground (what one looks at), scale and criteria."""

    code: str
    number: str
    """What screen and paper print: the Ad model A3 is "Model 3"."""
    title: Text
    ground: Text
    scale: Scale
    criteria: tuple[Criterion, ...]
    needs_source: bool = False
    """Whether each toelichting names its bron, because the model covers a period that the assessor did not see."""
    needs_activity: bool = False
    """Whether the model looks at one activity (date, group, subject)."""
    formative: tuple[FormativeItem, ...] = ()

    @cached_property
    def label(self) -> Text:
        """What screen and paper call it, such as Model 3."""
        return Text(f"Model {self.number}", f"Model {self.number}")


class Family(StrEnum):
    """The families of decision rules in use (domain text, section 7.4)."""

    CRITICAL = "kritisch_met_begrensde_compensatie"
    ALL_SUFFICIENT = "alles_voldoende"
    ASSESSOR = "oordeel_van_de_beoordelaar"


class Departure(StrEnum):
    """Whether the assessor may come to another verdict than the rule."""

    NEVER = "niet"
    WITH_REASON = "met_motivering"
    AFTER_SECOND_LOOK = "na_tweede_blik"


@dataclass(frozen=True, slots=True)
class ModelRule:
    """Per model: how many criteria may be insufficient, and how many must be good for *goed* (None: never)."""

    max_insufficient: int
    good_needed: int | None


@dataclass(frozen=True, slots=True)
class Rule:
    """The parameters of the decision rule; every number counts criteria, models or both as its name says."""

    family: Family
    models: Mapping[str, ModelRule]
    max_insufficient_total: int
    max_unobserved: int
    max_unobserved_total: int
    good_models: int | None
    """How many models, the pivot among them, must be good for *goed*; None: the whole is never *goed*."""
    pivot: str | None
    """The code of the model that must itself be good, or None."""
    departure_within_pass: Departure = Departure.WITH_REASON
    departure_across_cut: Departure = Departure.AFTER_SECOND_LOOK
    in_words: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A fase or semester with the line that says how the criteria are read in it."""

    code: str
    name: Text
    line: Text


@dataclass(frozen=True)
class Instrument:
    """One published version of a form: everything that decides what is asked and how it is judged."""

    id: str
    version: str
    kind: Kind
    status: Status
    title: Text
    programme: str
    """The opleiding: pabo or ad."""
    variants: tuple[str, ...]
    phases: tuple[Phase, ...]
    models: tuple[Model, ...]
    valid_from: date
    valid_until: date | None = None
    rule: Rule | None = None
    published: Text | None = None
    """Where and when the students could read rule and criteria (toetsbrochure): the first thing an appeal asks."""
    introduction: Text | None = None
    closing_questions: tuple[Text, ...] = ()
    formative_questions: tuple[Text, ...] = ()
    source: Text | None = None

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """Every criterion by its code, in the order of the form."""
        return {criterion.code: criterion for model in self.models for criterion in model.criteria}

    @cached_property
    def model_of(self) -> Mapping[str, Model]:
        """The model of each criterion code."""
        return {criterion.code: model for model in self.models for criterion in model.criteria}

    @property
    def is_example(self) -> bool:
        """Whether every dossier on it is an oefendossier, without result letter, export or appeal date."""
        return self.status is not Status.ESTABLISHED

    def model(self, code: str) -> Model:
        """The model with this code; raises KeyError when there is none."""
        for model in self.models:
            if model.code == code:
                return model
        raise KeyError(code)

    def phase(self, code: str) -> Phase | None:
        """The phase with this code, or None."""
        return next((phase for phase in self.phases if phase.code == code), None)

    def covers(self, programme: str, variant: str, phase: str, day: date) -> bool:
        """Whether a student of this programme, variant and phase is assessed with it on that day."""
        return (
            self.programme == programme
            and variant in self.variants
            and self.phase(phase) is not None
            and self.valid_from <= day
            and (self.valid_until is None or day <= self.valid_until)
        )

    def __iter__(self) -> Iterator[Model]:
        """Iterate over the models in their order."""
        return iter(self.models)
