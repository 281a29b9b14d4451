"""What is wrong, or could be better, in a form: one problem with its place and its cure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from assessor.domain.text import Text, same
from assessor.instruments.messages import MESSAGES

Step = str | int
"""One step of a key path: a key, or the place in a list counted from 0."""

Path = tuple[Step, ...]

_SHOWN = 60
_MOST_BITS = 64


class Severity(StrEnum):
    """An error refuses the form; a warning is advice to its author."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a form.

    Args:
        code: a short stable name, such as ``"descriptor-missing"``.
        path: the key path as an author reads it, such as ``model[2].criterion[2.3].descriptor.V``; empty for the file.
        what: what is the matter.
        cure: what the author can do.
        severity: error or warning.
        line: the line in the file, counted from 1, where it is known.
    """

    code: str
    path: str
    what: Text
    cure: Text
    severity: Severity = Severity.ERROR
    line: int | None = None

    @property
    def is_error(self) -> bool:
        """Whether it refuses the form."""
        return self.severity is Severity.ERROR

    @property
    def where(self) -> Text:
        """The place in words: "regel 12, model[2].title"; empty for the file as a whole."""
        line = Text(f"regel {self.line}", f"line {self.line}") if self.line else Text("", "")
        comma = same(", ") if self.line and self.path else Text("", "")
        return line + comma + same(self.path)

    @property
    def message(self) -> Text:
        """The whole message on one line: place, what is the matter, cure."""
        place = Text("", "") if self.where.is_empty else self.where + same(": ")
        return place + self.what + same(" ") + self.cure


@dataclass(frozen=True, slots=True)
class _Finding:
    code: str
    path: Path
    severity: Severity
    values: Mapping[str, Text | str | int]
    line: int | None = None


class Findings:
    """The problems met while a form is read; of each severity `MOST`, and then only that there are more."""

    MOST: ClassVar[int] = 200

    def __init__(self) -> None:
        self._errors: list[_Finding] = []
        self._warnings: list[_Finding] = []

    def __len__(self) -> int:
        return len(self._errors) + len(self._warnings)

    @property
    def any_error(self) -> bool:
        """Whether something refuses the form."""
        return bool(self._errors)

    @property
    def is_full(self) -> bool:
        """Whether no more errors are kept, so that looking for them has no use."""
        return len(self._errors) > self.MOST

    def error(self, code: str, path: Path, **values: Text | str | int) -> None:
        """Note what refuses the form; `values` fill the message of this code."""
        self._note(self._errors, _Finding(code, path, Severity.ERROR, values))

    def warning(self, code: str, path: Path, **values: Text | str | int) -> None:
        """Note advice to the author; `values` fill the message of this code."""
        self._note(self._warnings, _Finding(code, path, Severity.WARNING, values))

    def unreadable(self, code: str, line: int | None = None, **values: Text | str | int) -> None:
        """Note what refuses the file as a whole, with the line where reading ended."""
        self._note(self._errors, _Finding(code, (), Severity.ERROR, values, line))

    def _note(self, kept: list[_Finding], finding: _Finding) -> None:
        if len(kept) < self.MOST:
            kept.append(finding)
        elif len(kept) == self.MOST:
            kept.append(_Finding("too-many-problems", (), finding.severity, {"count": self.MOST}))

    def problems(self, document: Mapping[str, object], lines: Mapping[Path, int]) -> tuple[Problem, ...]:
        """The problems in the order of the file.

        Args:
            document: the parsed file, to name the parts of a path by their own codes.
            lines: per path its line; the nearest known parent stands in for a path without one.
        """
        ready = []
        for found in self._errors + self._warnings:
            what, cure = (text.fill(**found.values) for text in MESSAGES[found.code])
            line = _line(found.path, lines) if found.line is None else found.line
            ready.append(Problem(found.code, _pretty(found.path, document), what, cure, found.severity, line))
        return tuple(sorted(ready, key=lambda each: (each.code == "too-many-problems", each.line or 0)))


def quoted(value: object) -> str:
    """A value from the file as a message shows it: one short line; "…" for a list, a table or an endless number."""
    if isinstance(value, list | dict) or (isinstance(value, int) and value.bit_length() > _MOST_BITS):
        return "…"  # Python refuses to write out numbers of thousands of digits, which TOML can hold as 0xfff...
    line = " ".join(str(value).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _line(path: Path, lines: Mapping[Path, int]) -> int | None:
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _pretty(path: Path, document: Mapping[str, object]) -> str:
    """The path with each list place named by the code of what stands there, else by its number: ``phase[#2]``."""
    words = ""
    here: object = document
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, Sequence) and step < len(here) else None
            code = here.get("code") if isinstance(here, Mapping) else None
            words += f"[{quoted(code)}]" if isinstance(code, str) and code else f"[#{step + 1}]"
        else:
            here = here.get(step) if isinstance(here, Mapping) else None
            words += f".{quoted(step)}" if words else quoted(step)
    return words


def problem(code: str, path: str, **values: Text | str | int) -> Problem:
    """An error that is not about the content of a file, such as its place."""
    what, cure = MESSAGES[code]
    return Problem(code, path, what.fill(**values), cure.fill(**values))
