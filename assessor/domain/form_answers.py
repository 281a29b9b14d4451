"""What came back in a form, understood: levels and days as people type them, texts cleaned, and what was wrong."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assessor.domain.day import day_of
from assessor.domain.forms import MOST_SIGNS, Choice, Field, FieldKind, Form, Identity
from assessor.domain.text import LANGUAGES, Text, listing, same


class Way(StrEnum):
    """How a form came back."""

    PDF = "pdf"
    WORKBOOK = "werkmap"
    FLAT = "afgedrukt"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a returned form that was not taken over: a stable code, where, what, and the cure."""

    code: str
    where: Text
    what: Text
    cure: Text


@dataclass(frozen=True)
class Returned:
    """A file as it came back, before it is known what was sent.

    Attributes:
        identity: what the file says of itself; None when its fields are gone.
        printed: the form codes that its pages print; looked up only when there is no identity.
        values: the texts in its fields, by field name; empty fields are left out.
        problems: what could not be read, per field.
        way: how it came back.
    """

    identity: Identity | None
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    way: Way = Way.PDF
    printed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """A returned form, understood: values by field name (codes of choices, ISO days, ``ja`` for a tick, digits).

    `missing` holds the fields that were expected and are empty.
    """

    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    missing: tuple[Field, ...] = ()

    @property
    def digest(self) -> str:
        """The sha256 in hex of the values: equal answers have equal digests, whatever file they came in."""
        return digest_of(self.values)


TICKED = "ja"
"""The value of a tick that is set."""


def digest_of(values: Mapping[str, str]) -> str:
    """The sha256 in hex of answers."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def understand(form: Form, returned: Returned) -> Answers:
    """Hold what came back against the form that went out; what does not fit is named and left out."""
    values: dict[str, str] = {}
    problems = list(returned.problems)
    for name, one in form.fields.items():
        written = cleaned(returned.values.get(name, ""))
        if not written:
            continue
        value = _read(one, written)
        if isinstance(value, Problem):
            problems.append(value)
        elif value:
            values[name] = value
    strange = sum(1 for name in returned.values if name not in form.fields)
    if strange:
        problems.append(_strange(strange))
    missing = tuple(one for one in form.fields.values() if one.expected and one.name not in values)
    return Answers(values, tuple(problems), missing)


def cleaned(text: str) -> str:
    """Text as it may be kept: composed, line breaks as one sign, no control signs and no halves of a sign."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = unicodedata.normalize("NFC", whole).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) != "Cc").strip()


def choice_of(choices: tuple[Choice, ...], typed: str) -> Choice | None:
    """The choice that was typed: its code or word in either language, whatever its case and closing sign.

    ``V``, ``v ``, ``goed!`` and ``Voldoende.`` are understood; ``V+``, ``O/V`` and ``V-`` are not, because they say
    something that no level says.
    """
    key = _key(typed)
    return next((one for one in choices if key in {_key(word) for word in _words(one)}), None) if key else None


def _words(choice: Choice) -> tuple[str, ...]:
    return (choice.code, *(choice.word.say(language) for language in LANGUAGES), *choice.also)


def _key(typed: str) -> str:
    bare = unicodedata.normalize("NFKD", typed.casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return re.sub(r"^[\s'\"‘’“”(]+|[\s.,;:!'\"‘’“”)]+$", "", " ".join(bare.split()))


def _read(one: Field, written: str) -> str | Problem:
    if len(written) > MOST_SIGNS[one.kind]:
        return _problem(one, "answer-long", written)
    if one.kind is FieldKind.CHOICE:
        choice = choice_of(one.choices, written)
        return _problem(one, "answer-no-choice", written) if choice is None else choice.code
    if one.kind is FieldKind.DAY:
        day = day_of(written)
        return _problem(one, "answer-no-day", written) if day is None else day.isoformat()
    if one.kind is FieldKind.TICK:
        return _ticked(one, written)
    if one.kind is FieldKind.NUMBER:
        return _number(one, written)
    return " ".join(written.split()) if one.kind is FieldKind.LINE else written


def _ticked(one: Field, written: str) -> str | Problem:
    key = _key(written)
    if key in {"off", "nee", "no", "0", "false", "onwaar"}:
        return ""
    if key in {TICKED, "yes", "on", "x", "1", "v", "true", "waar"}:
        return TICKED
    return _problem(one, "answer-no-tick", written)


def _number(one: Field, written: str) -> str | Problem:
    """A whole number from 0; a spreadsheet may have made 3 into 3.0."""
    bare = re.sub(r"[.,]0+$", "", written)
    if not re.fullmatch(r"[0-9]{1,4}", bare):
        return _problem(one, "answer-no-number", written)
    return str(int(bare))


_SHOWN = 30

_WHAT = {
    "answer-long": (
        Text("Deze tekst is langer dan het veld toelaat.", "This text is longer than the field allows."),
        Text("Neem de tekst zelf over, korter.", "Take the text over yourself, shorter."),
    ),
    "answer-no-choice": (
        Text("‘{written}’ is geen keuze van dit veld.", "‘{written}’ is no choice of this field."),
        Text("Kies uit {choices}.", "Choose from {choices}."),
    ),
    "answer-no-day": (
        Text("‘{written}’ is geen datum.", "‘{written}’ is no date."),
        Text("Schrijf een datum als 12-03-2026.", "Write a date as 12-03-2026."),
    ),
    "answer-no-number": (
        Text("‘{written}’ is geen aantal.", "‘{written}’ is no number."),
        Text("Schrijf een heel getal, zoals 3.", "Write a whole number, such as 3."),
    ),
    "answer-no-tick": (
        Text("‘{written}’ is geen vinkje.", "‘{written}’ is no tick."),
        Text("Zet een x of laat het leeg.", "Put an x or leave it empty."),
    ),
}


def _problem(one: Field, code: str, written: str) -> Problem:
    line = " ".join(written.split())
    short = line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
    what, cure = _WHAT[code]
    choices = listing([choice.word for choice in one.choices])
    return Problem(code, one.title, what.fill(written=short), cure.fill(choices=choices))


def _strange(count: int) -> Problem:
    return Problem(
        "fields-unknown",
        same(""),
        Text("{count} velden horen niet bij dit formulier.", "{count} fields do not belong to this form.").fill(
            count=count
        ),
        Text(
            "Wat daarin staat, is niet overgenomen; kijk het na in het bestand zelf.",
            "What they hold was not taken over; look it up in the file itself.",
        ),
    )
