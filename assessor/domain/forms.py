"""A form that goes out, is filled in elsewhere, and comes back: one value for whoever writes it and whoever reads it.

A form is data: sections with items, items with fields. Writers (PDF, workbook) draw what stands here and nothing else;
readers bring back texts by field name, which `assessor.domain.form_answers` understands. A new kind of form is a new
function that makes a `Form`, such as those of `assessor.domain.dossier_forms`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from assessor.domain.dossier import InstrumentKey
from assessor.domain.instrument import NOT_OBSERVED, Scale
from assessor.domain.programme import Programme
from assessor.domain.text import LANGUAGES, Language, Text


class FormHome(StrEnum):
    """Where a form is read in: what is sealed there may not be looked at anywhere else."""

    DOSSIER = "dossier"
    MIDTERM = "tussenevaluatie"
    CALIBRATION = "kalibreersessie"

    @property
    def cure(self) -> Text:
        """Where whoever holds the file must go with it."""
        return _HOME_CURES[self]


_HOME_CURES = {
    FormHome.DOSSIER: Text("Lees het in bij de student of het dossier.", "Read it in at the student or the dossier."),
    FormHome.MIDTERM: Text("Lees het in op de pagina Tussenevaluaties.", "Read it in on the page Midterms."),
    FormHome.CALIBRATION: Text("Lees het in bij de kalibreersessie.", "Read it in at the calibration session."),
}


class FormKind(StrEnum):
    """What a form is for."""

    PREPARATION = "voorbereiding"
    ADVICE = "mentoradvies"
    SCORES = "scoreformulier"
    MIDTERM = "tussenevaluatie"
    TALK = "gespreksblad"
    ROOM = "ruimteverslag"
    CALIBRATION = "kalibreerformulier"

    @property
    def word(self) -> Text:
        """The kind as lists call it."""
        return _KIND_WORDS[self]

    @property
    def home(self) -> FormHome:
        """Where it is read in."""
        return _HOMES.get(self, FormHome.DOSSIER)


_HOMES = {
    FormKind.MIDTERM: FormHome.MIDTERM,
    FormKind.TALK: FormHome.MIDTERM,
    FormKind.ROOM: FormHome.CALIBRATION,
    FormKind.CALIBRATION: FormHome.CALIBRATION,
}
_KIND_WORDS = {
    FormKind.PREPARATION: Text("voorbereidingsformulier", "preparation form"),
    FormKind.ADVICE: Text("mentoradvies", "mentor's advice"),
    FormKind.SCORES: Text("scoreformulier", "scoring form"),
    FormKind.MIDTERM: Text("tussenevaluatie", "midterm evaluation"),
    FormKind.TALK: Text("gespreksblad", "talk sheet"),
    FormKind.ROOM: Text("verslag van een ruimte", "report of a room"),
    FormKind.CALIBRATION: Text("kalibreerformulier", "calibration form"),
}


class Respondent(StrEnum):
    """Who fills a form in."""

    STUDENT = "student"
    SUPERVISOR = "mentor"
    ASSESSOR = "beoordelaar"
    BOTH = "samen"
    ROOM = "ruimte"

    @property
    def word(self) -> Text:
        """The respondent as screen and paper call it; a programme has its own word for the mentor (see `called`)."""
        return _RESPONDENT_WORDS[self]

    def called(self, programme: Programme) -> Text:
        """What a programme calls the respondent."""
        if self is Respondent.BOTH:
            return _TOGETHER.fill(supervisor=programme.supervisor)
        return programme.supervisor if self is Respondent.SUPERVISOR else self.word


_RESPONDENT_WORDS = {
    Respondent.STUDENT: Text("student", "student"),
    Respondent.SUPERVISOR: Text("mentor", "mentor"),
    Respondent.ASSESSOR: Text("beoordelaar", "assessor"),
    Respondent.BOTH: Text("mentor en student samen", "mentor and student together"),
    Respondent.ROOM: Text("ruimte", "room"),
}

_TOGETHER = Text("student en {supervisor} samen", "student and {supervisor} together")


class FieldKind(StrEnum):
    """What can be entered in a field."""

    LINE = "regel"
    TEXT = "tekst"
    DAY = "datum"
    CHOICE = "keuze"
    TICK = "vinkje"
    NUMBER = "aantal"


MOST_SIGNS = {
    FieldKind.LINE: 200,
    FieldKind.TEXT: 4_000,
    FieldKind.DAY: 40,
    FieldKind.CHOICE: 80,
    FieldKind.TICK: 20,
    FieldKind.NUMBER: 20,
}
"""How many signs a field takes; what is longer was not typed in this form."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers of a choice: its code, its word, and other words that mean the same when typed."""

    code: str
    word: Text
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One place to fill in; nothing ever stands in it when the form goes out.

    Attributes:
        name: what reader and writer call it, such as ``level:1.1``; letters, digits, ``:``, ``.``, ``-`` and ``_``.
        kind: what can be entered.
        label: stands beside the field.
        title: what a screen reader says, neutral: the item's code and the label.
        choices: the answers of a choice, in their order.
        lines: height of a text in lines.
        expected: whether the form is incomplete without it; no form forces anybody.
    """

    name: str
    kind: FieldKind
    label: Text
    title: Text
    choices: tuple[Choice, ...] = ()
    lines: int = 3
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """A line of help with its label in front, such as what *voldoende* looks like."""

    label: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Item:
    """What is asked at once: a heading with its code, help, and the fields that belong to it."""

    code: str
    heading: Text
    fields: tuple[Field, ...]
    hints: tuple[Hint, ...] = ()
    lead: Text | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form under its own heading."""

    title: Text
    items: tuple[Item, ...]
    lead: Text | None = None


@dataclass(frozen=True)
class Form:
    """A kind of form for one instrument, before anybody's name is on it."""

    kind: FormKind
    respondent: Respondent
    instrument: InstrumentKey
    title: Text
    lead: tuple[Text, ...]
    sections: tuple[Section, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item in its order."""
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """Every field by its name, in the order of the form."""
        return {field.name: field for item in self.items for field in item.fields}

    @cached_property
    def fingerprint(self) -> str:
        """The sha256 in hex of what can be answered: kind, instrument, and each field with its answers.

        The wording is left out, so that a form that is already on its way still fits after a better sentence.
        """
        asked = [[one.name, one.kind.value, [choice.code for choice in one.choices]] for one in self.fields.values()]
        whole = [self.kind.value, self.respondent.value, self.instrument.fingerprint, asked]
        return hashlib.sha256(json.dumps(whole, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says of itself, out of sight: which copy of which form it is, and of whom.

    Attributes:
        code: the form code, which every page prints as well (see `assessor.domain.form_code`).
        person: an opaque code of the person that the form is about; "" on a form for everyone.
        kind: a `FormKind` as text, because a file may come from a newer program.
        respondent: a `Respondent` as text.
        instrument: id, version and fingerprint of the instrument.
        fingerprint: that of the form.
        language: of the form.
    """

    code: str
    person: str
    kind: str
    respondent: str
    instrument: InstrumentKey
    fingerprint: str
    language: Language

    def to_text(self) -> str:
        """One line of ASCII, as files carry it."""
        key = self.instrument
        parts = [self.code, self.person, self.kind, self.respondent, key.id, key.version, key.fingerprint]
        return json.dumps([_FORMAT, *parts, self.fingerprint, self.language])

    @classmethod
    def from_text(cls, text: str) -> Identity | None:
        """The identity that a file carries, or None when the line is not one."""
        try:
            parts = json.loads(text)
        except (ValueError, RecursionError):
            return None
        whole = isinstance(parts, list) and len(parts) == 10 and all(isinstance(part, str) for part in parts)
        if not whole or parts[0] != _FORMAT or parts[9] not in LANGUAGES:
            return None
        _, code, person, kind, respondent, *key, fingerprint, language = parts
        return cls(code, person, kind, respondent, InstrumentKey(*key), fingerprint, language)


_FORMAT = "assessor-form-1"


@dataclass(frozen=True)
class FormCopy:
    """One copy of a form as it goes out: the form, whose it is, and the lines at its top (label and value)."""

    form: Form
    identity: Identity
    about: tuple[tuple[Text, str], ...] = ()


def level_choices(scale: Scale) -> tuple[Choice, ...]:
    """The levels of a scale as neutral answers, lowest first, then *niet waargenomen*; none is preselected."""
    levels = tuple(
        Choice(level.code, level.name, (level.standard.nl, level.standard.en) if level.standard else ())
        for level in scale.levels
    )
    return (*levels, Choice(NOT_OBSERVED, scale.not_observed, ("n.w.", "nw", "niet gezien", "n.v.t.")))
