"""From the bytes of a TOML file to an instrument of the domain, or to every problem of the file at once.

A form is hostile until it has been read: its size, encoding, nesting and every value are checked before an instrument
exists, and an instrument exists only when no error was found.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument, Kind, Phase, Status
from assessor.domain.text import Text
from assessor.instruments.canonical import fingerprint
from assessor.instruments.lines import lines_of
from assessor.instruments.models import Surroundings, read_models
from assessor.instruments.problem import Findings, Problem, Severity, quoted
from assessor.instruments.rules import read_rule
from assessor.instruments.scales import read_scales, unused
from assessor.instruments.sharing import Lookup, nowhere
from assessor.instruments.table import Code, Table

__all__ = ["MOST_BYTES", "InvalidForm", "Lookup", "Problem", "Published", "Reading", "Severity", "load", "read"]

MOST_BYTES: Final = 2_000_000
"""The largest file that is read; a form of 36 criteria has 35,000 bytes."""

Published = Mapping[tuple[str, str], str]
"""Per id and version the fingerprint that it was published with."""

_DEEP_KEY: Final = re.compile(
    r"""(?<![\w-])(?>(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){12}""",
    re.ASCII,
)
"""A dotted key of more than twelve parts: no form has one, and the parser's time grows with their square."""

_REASONS: Final = (
    ("Cannot overwrite", Text("dit veld staat er twee keer", "this field stands there twice")),
    ("Cannot declare", Text("dit onderdeel staat er twee keer", "this part stands there twice")),
    ("Unterminated string", Text("een aanhalingsteken sluiten ontbreekt", "a closing quotation mark is missing")),
    ("Illegal character '\\n'", Text("een aanhalingsteken sluiten ontbreekt", "a closing quotation mark is missing")),
    ("Expected '='", Text("er ontbreekt een is-teken (=)", "an equals sign (=) is missing")),
    ("Expected ']", Text("er ontbreekt een haak (])", "a bracket (]) is missing")),
    ("Unclosed", Text("er ontbreekt een haak", "a bracket is missing")),
    ("Invalid value", Text("de waarde is geen tekst tussen aanhalingstekens, getal of datum",
                           "the value is no text between quotation marks, number or date")),
    ("Expected newline", Text("er staat nog iets achter de waarde", "something stands behind the value")),
    ("Invalid date", Text("deze datum bestaat niet", "this date does not exist")),
    ("Cannot mutate", Text("dit onderdeel staat er twee keer", "this part stands there twice")),
    ("Cannot redefine", Text("dit onderdeel staat er twee keer", "this part stands there twice")),
    ("Duplicate", Text("dit veld staat er twee keer", "this field stands there twice")),
    ("Invalid initial", Text("hier hoort de naam van een veld te staan", "the name of a field belongs here")),
    ("Invalid statement", Text("hier hoort de naam van een veld te staan", "the name of a field belongs here")),
    ("Found invalid", Text("er staat een teken dat hier niet mag", "a sign stands here that may not")),
    ("Illegal character", Text("er staat een teken dat hier niet mag", "a sign stands here that may not")),
    ("Unescaped", Text("schrijf een backslash (\\) dubbel", "write a backslash (\\) twice")),
    ("Invalid hex", Text("schrijf een backslash (\\) dubbel", "write a backslash (\\) twice")),
    ("Escaped character", Text("schrijf een backslash (\\) dubbel", "write a backslash (\\) twice")),
)  # fmt: skip
"""What the parser says (its first words), and what an author reads instead."""


class InvalidForm(KnownError):
    """A form that cannot be used; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...], where: Text | None = None) -> None:
        errors = [problem for problem in problems if problem.is_error]
        first = errors[0].message
        count = (
            Text("Dit formulier heeft één fout: ", "This form has one error: ")
            if len(errors) == 1
            else Text(
                f"Dit formulier heeft {len(errors)} fouten, de eerste: ",
                f"This form has {len(errors)} errors, the first: ",
            )
        )
        cure = Text(
            "Bekijk alles met: python main.py instruments check BESTAND",
            "See them all with: python main.py instruments check FILE",
        )
        super().__init__("form-invalid", count + first, cure, where)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: an instrument (None when there is an error) and its problems in the order of the file."""

    instrument: Instrument | None
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that refuse the form."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The advice to its author."""
        return tuple(problem for problem in self.problems if not problem.is_error)

    def accepted(self, where: Text | None = None) -> Instrument:
        """The instrument; raises `InvalidForm` with all problems when the form was refused."""
        if self.instrument is None:
            raise InvalidForm(self.problems, where)
        return self.instrument


def read(content: bytes, lookup: Lookup = nowhere, published: Published | None = None) -> Reading:
    """Read a form; never raises on what the file holds.

    Args:
        content: the whole file.
        lookup: finds the forms that this one shares text with.
        published: fingerprints of published versions; a form that bears such a version must have that fingerprint.
    """
    findings = Findings()
    text = _decoded(content, findings)
    document = None if text is None else _parsed(text, findings)
    if text is None or document is None:
        return Reading(None, findings.problems({}, {}))
    instrument: Instrument | None = _instrument(Table(document, (), findings), lookup)
    if findings.any_error:
        instrument = None
    elif instrument is not None and is_changed(instrument, published or {}):
        findings.error("published-changed", ("version",), id=instrument.id, version=instrument.version)
        instrument = None
    problems = findings.problems(document, lines_of(text)) if len(findings) else ()
    return Reading(instrument, problems)


def load(content: bytes, lookup: Lookup = nowhere, published: Published | None = None) -> Instrument:
    """Read a form as `read` does; raises `InvalidForm` with all problems when it is refused."""
    return read(content, lookup, published).accepted()


def is_changed(instrument: Instrument, published: Published) -> bool:
    """Whether this version was published before with other content (a workspace knows its own fingerprints)."""
    known = published.get((instrument.id, instrument.version))
    return known is not None and known != fingerprint(instrument)


def _decoded(content: bytes, findings: Findings) -> str | None:
    if len(content) > MOST_BYTES:
        findings.unreadable("too-large")
        return None
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        findings.unreadable("not-utf8", content.count(b"\n", 0, error.start) + 1)
        return None


def _parsed(text: str, findings: Findings) -> dict[str, object] | None:
    if _DEEP_KEY.search(text):
        findings.unreadable("too-deep")
        return None
    try:
        return tomllib.loads(text)
    except RecursionError:
        findings.unreadable("too-deep")
    except ValueError as error:
        # TOMLDecodeError is one; a number of thousands of digits raises a bare ValueError.
        said = str(error)
        plain = Text("de schrijfwijze klopt niet", quoted(said.partition(" (at ")[0]))
        reason = next((words for start, words in _REASONS if said.startswith(start)), plain)
        at = re.search(r"\(at line (\d+)", said)
        last = text.count("\n") + 1 if "end of document" in said else None
        findings.unreadable("not-toml", int(at[1]) if at else last, reason=reason)
    return None


def _instrument(top: Table, lookup: Lookup) -> Instrument:
    kind = top.choice("kind", Kind)
    status = top.choice("status", Status)
    scales = read_scales(top, kind)
    models = read_models(top, Surroundings(kind, scales, lookup))
    unused(top, scales, (model.scale for model in models))
    valid_from, valid_until = _validity(top)
    published = top.optional_text("published")
    if status is Status.ESTABLISHED and published is None:
        top.error("published-missing")
    instrument = Instrument(
        id=top.code("id", Code.FORM, "pabo-praktijkbeoordeling"),
        version=top.code("version", Code.VERSION, "1.0"),
        kind=kind or Kind.PRACTICE,
        status=status or Status.CONCEPT,
        title=top.text("title"),
        programme=top.code("programme", Code.FORM, "pabo"),
        variants=top.codes("variants", '["voltijd", "deeltijd"]'),
        phases=_phases(top),
        models=models,
        valid_from=valid_from,
        valid_until=valid_until,
        rule=read_rule(top, kind, models),
        published=published,
        introduction=top.optional_text("introduction"),
        closing_questions=_questions(top, "closing_question"),
        formative_questions=_questions(top, "formative_question"),
        source=top.optional_text("source"),
    )
    top.close()
    return instrument


def _validity(top: Table) -> tuple[date, date | None]:
    first = top.day("valid_from")
    last = top.day("valid_until", required=False)
    if first and last and last < first:
        top.error("validity-order", "valid_until")
    return first or date.min, last


def _phases(top: Table) -> tuple[Phase, ...]:
    phases: list[Phase] = []
    for table in top.tables("phase", required=True):
        code = table.code("code", Code.FORM, "jaar-1")
        if code and code in {phase.code for phase in phases}:
            table.error("code-twice", "code", value=code)
        phases.append(Phase(code, table.text("name"), table.text("line")))
        table.close()
    return tuple(phases)


def _questions(top: Table, key: str) -> tuple[Text, ...]:
    return tuple(table.languages(key) for table in top.tables(key))
