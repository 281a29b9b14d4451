"""One table of a form, read key by key: what is missing, mistyped or misspelt is noted and reading goes on.

A value that cannot be used is answered by an empty one of its kind, so that every problem of the file is found at once;
an instrument made from such a form is never handed out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from itertools import islice
from typing import Final, TypeVar

from assessor.domain.text import LANGUAGES, Language, Text, same
from assessor.instruments.problem import Findings, Path, quoted

Choice = TypeVar("Choice", bound=StrEnum)

MOST_SIGNS: Final = 2000
"""How many characters one text may have: more does not fit a screen or a page."""

MOST_NUMBER: Final = 9999
"""The largest number that a rule may hold."""

MOST_REFERENCE: Final = 60
"""How many characters a reference code may have."""

_LANGUAGE_WORDS: Final[dict[Language, Text]] = {"nl": Text("Nederlandse", "Dutch"), "en": Text("Engelse", "English")}
_MOST_OPTIONS: Final = 40
_TWO_LANGUAGES: Final = Text("een tekst in twee talen", "a text in two languages")
_LIST: Final = Text("een lijst van teksten tussen rechte haken", "a list of texts between square brackets")
_HIDDEN_KINDS: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_HARMLESS: Final = frozenset("\n\u00ad\u200c\u200d")

_TOP_ONLY: Final = frozenset((
    "id", "version", "kind", "status", "programme", "variants", "valid_from", "valid_until", "published",
    "introduction",
))  # fmt: skip
"""Keys that belong above the first header; below one, TOML reads them as part of that table."""


class Code:
    """The shapes that a code may have, each with its description for the author."""

    FORM = re.compile(r"(?=.{1,60}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")
    VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){0,2}", re.ASCII)
    PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,15}")
    LEVEL = re.compile(r"[A-Za-z0-9]{1,4}")


_ALLOWED: Final[dict[re.Pattern[str], Text]] = {
    Code.FORM: Text(
        "kleine letters, cijfers en streepjes, hooguit 60 tekens",
        "small letters, digits and hyphens, at most 60 characters",
    ),
    Code.VERSION: Text("cijfers met punten, zoals 1.0 of 2.1.3", "digits with points, such as 1.0 or 2.1.3"),
    Code.PART: Text(
        "letters, cijfers, punt en streepje, hooguit 16 tekens",
        "letters, digits, point and hyphen, at most 16 characters",
    ),
    Code.LEVEL: Text("één tot vier letters of cijfers", "one to four letters or digits"),
}


class Table:
    """A table of the document with its path; every key asked for counts as known.

    Args:
        content: the table as TOML gives it.
        path: where it stands in the document.
        findings: where problems are noted.
    """

    def __init__(self, content: Mapping[str, object], path: Path, findings: Findings) -> None:
        self.content = content
        self.path = path
        self.findings = findings
        self._asked: set[str] = set()

    def value(self, key: str) -> object | None:
        """What stands at the key, or None."""
        self._asked.add(key)
        return self.content.get(key)

    def error(self, code: str, *steps: str | int, **values: Text | str | int) -> None:
        """Note an error at this table or at a place in it."""
        self.findings.error(code, (*self.path, *steps), **values)

    def warning(self, code: str, *steps: str | int, **values: Text | str | int) -> None:
        """Note advice at this table or at a place in it."""
        self.findings.warning(code, (*self.path, *steps), **values)

    def _typed(self, key: str, kind: type, expected: Text, example: str, *, required: bool) -> object | None:
        value = self.value(key)
        if value is None:
            if required:
                self.error("missing", key=key, example=example)
        elif type(value) is not kind:
            self.error("wrong-type", key, key=key, expected=expected, example=example)
            return None
        return value

    def words(self, key: str, example: str, *, required: bool = True) -> str | None:
        """A string that is not for reading, such as a code; None when it is absent or no string."""
        quotes = Text("een tekst tussen aanhalingstekens", "a text between quotation marks")
        value = self._typed(key, str, quotes, f'{key} = "{example}"', required=required)
        return value if isinstance(value, str) else None

    def code(self, key: str, shape: re.Pattern[str], example: str) -> str:
        """A code of this shape; the empty string when there is none."""
        value = self.words(key, example)
        if value is None:
            return ""
        if not shape.fullmatch(value):
            self.error("code-invalid", key, key=key, value=quoted(value), allowed=_ALLOWED[shape])
            return ""
        return value

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice | None:
        """One of the values of an enumeration; None when it is missing or another."""
        options = [member.value for member in kind]
        value = self.words(key, options[0], required=default is None)
        if value is None:
            return default
        if value not in options:
            self.error("choice-unknown", key, key=key, value=quoted(value), options=", ".join(options))
            return None
        return kind(value)

    def whole(self, key: str, least: int, *, required: bool = True) -> int | None:
        """A whole number from `least` up to `MOST_NUMBER`."""
        number = Text("een heel getal zonder aanhalingstekens", "a whole number without quotation marks")
        value = self._typed(key, int, number, f"{key} = {max(least, 1)}", required=required)
        if not isinstance(value, int):
            return None
        if value < least:
            self.error("number-small", key, key=key, value=quoted(value), least=least)
            return None
        if value > MOST_NUMBER:
            self.error("number-large", key, key=key, value=quoted(value), most=MOST_NUMBER)
            return None
        return value

    def flag(self, key: str) -> bool:
        """True or false; false when it is absent."""
        return self._typed(key, bool, Text("true of false", "true or false"), f"{key} = true", required=False) is True

    def day(self, key: str, *, required: bool = True) -> date | None:
        """A date without a time."""
        plain = Text("een datum zonder aanhalingstekens", "a date without quotation marks")
        value = self._typed(key, date, plain, f"{key} = 2025-09-01", required=required)
        return value if isinstance(value, date) and not isinstance(value, datetime) else None

    def codes(self, key: str, example: str) -> tuple[str, ...]:
        """A list of codes in small letters with at least one entry, each once."""
        found: dict[str, None] = {}
        for place, entry in enumerate(self._list(key, example, required=True)):
            if not isinstance(entry, str) or not Code.FORM.fullmatch(entry):
                self.error("code-invalid", key, place, key=key, value=quoted(entry), allowed=_ALLOWED[Code.FORM])
            elif entry in found:
                self.error("code-twice", key, place, value=quoted(entry))
            else:
                found[entry] = None
        return tuple(found)

    def references(self, key: str, example: str) -> tuple[str, ...]:
        """A list of short texts, each once; it may be absent."""
        found: dict[str, None] = {}
        for place, entry in enumerate(self._list(key, example, required=False)):
            if not isinstance(entry, str) or not entry.strip() or len(entry) > MOST_REFERENCE or _hidden(entry):
                self.error("wrong-type", key, place, key=key, expected=_LIST, example=f"{key} = {example}")
            elif entry in found:
                self.error("code-twice", key, place, value=quoted(entry))
            else:
                found[entry] = None
        return tuple(found)

    def _list(self, key: str, example: str, *, required: bool) -> list[object]:
        value = self._typed(key, list, _LIST, f"{key} = {example}", required=required)
        if not isinstance(value, list):
            return []
        if required and not value:
            self.error("list-empty", key, key=key, example=f"{key} = {example}")
        return value

    def table(self, key: str, expected: Text, example: str, *, required: bool = True) -> Table | None:
        """A table inside this one."""
        value = self._typed(key, dict, expected, example, required=required)
        return Table(value, (*self.path, key), self.findings) if isinstance(value, dict) else None

    def tables(self, key: str, *, required: bool = False) -> list[Table]:
        """The tables of a list ``[[key]]``."""
        value = self.value(key)
        header = ".".join([*(step for step in self.path if isinstance(step, str)), key])
        if value is None or value == []:
            if required:
                self.error("none", key=header)
            return []
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            kind = Text("een lijst van onderdelen", "a list of parts")
            self.error("wrong-type", key, key=key, expected=kind, example=f"[[{header}]]")
            return []
        return [Table(entry, (*self.path, key, place), self.findings) for place, entry in enumerate(value)]

    def text(self, key: str) -> Text:
        """A text in both languages; empty when it is missing."""
        return self.optional_text(key, required=True) or Text("", "")

    def optional_text(self, key: str, *, required: bool = False, under: str = "") -> Text | None:
        """A text in both languages, or None when it is absent; `under` is what an author writes before the key."""
        shown = quoted(under + key)
        inner = self.table(key, _TWO_LANGUAGES, f'{shown}.nl = "..." / {shown}.en = "..."', required=required)
        return inner.languages(shown) if inner else None

    def languages(self, key: str) -> Text:
        """This table as a text: its keys nl and en and nothing else; `key` names it in messages."""
        text = Text(*(self._one(key, language) for language in LANGUAGES))
        self.close()
        return text

    def _one(self, key: str, language: Language) -> str:
        word = _LANGUAGE_WORDS[language]
        if self.value(language) is None:
            self.error("language-missing", language=word, key=key, ending=language)
            return ""
        value = self.words(language, "...") or ""
        clean = unicodedata.normalize("NFC", value).strip()
        hidden = _hidden(clean)
        if isinstance(self.value(language), str) and not clean:
            self.error("text-empty", language, language=word, key=key)
        elif len(clean) > MOST_SIGNS:
            self.error("text-long", language, language=word, key=key, count=len(clean), most=MOST_SIGNS)
        elif hidden:
            self.error("text-hidden", language, language=word, key=key, sign=f"{ord(hidden):04X}")
        return clean

    def close(self) -> None:
        """Note every key that nobody asked for, with the known one that it resembles."""
        known = sorted(self._asked)
        for key in self.content:
            if key not in self._asked:
                self._unknown(key, known)
            if self.findings.is_full:
                return

    def _unknown(self, key: str, known: list[str]) -> None:
        near = self.nearest(key, known)
        if near is None and self.path and key in _TOP_ONLY:
            self.error("misplaced-key", key, key=key)
        elif near:
            self.error("misspelt-key", key, key=quoted(key), near=near)
        else:
            self.error("unknown-key", key, key=quoted(key), options=", ".join(known))

    @staticmethod
    def nearest(word: str, options: Iterable[str]) -> str | None:
        """The option that resembles the word most, or None."""
        return next(iter(get_close_matches(word[:60].casefold(), list(options), n=1, cutoff=0.7)), None)


def any_of(options: Iterable[str]) -> Text:
    """The first options as a message lists them, or a dash where there are none."""
    shown = [quoted(option) for option in islice(options, _MOST_OPTIONS + 1)]
    return same(", ".join(shown[:_MOST_OPTIONS]) + (", …" if len(shown) > _MOST_OPTIONS else "") or "–")


def _hidden(text: str) -> str | None:
    """The first character that a reader cannot see, such as a control sign or a turn of the reading direction."""
    if text.isascii() and text.isprintable():
        return None
    return next((sign for sign in text if sign not in _HARMLESS and unicodedata.category(sign) in _HIDDEN_KINDS), None)
