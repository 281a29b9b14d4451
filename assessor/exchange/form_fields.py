"""How the fields of a form are called inside a file; writers and readers share it."""

from __future__ import annotations

from assessor.domain.text import LANGUAGES, Text

IDENTITY_FIELD = "assessor"
"""The field, out of sight, that says which copy of which form a file is."""

MOST_NAME = 200
"""Signs of a field's name; a longer one is none of ours."""


def field_name(name: str) -> str:
    """A name as a file carries it: a point would make viewers part it into a family of fields."""
    return name.replace(".", "~")


def form_name(name: str) -> str:
    """The name as the form has it."""
    return name.replace("~", ".")


CODES_SHEET = "assessor"
"""The sheet of a workbook, out of sight, that says which copy of which form it is."""

IDENTITY_CELL = "A1"
LABELS, ANSWERS = 2, 3
"""Columns of a workbook, counted from 0: what is asked, and what is answered."""

FORM_CODE = Text("Formuliercode {code}", "Form code {code}")
"""How a form calls its own code; other papers that list codes do not say it in one line."""


def is_code_line(words: str) -> bool:
    """Whether a line is the one in which a form names its code."""
    return words.startswith(tuple(FORM_CODE.say(language).partition("{")[0] for language in LANGUAGES))
