"""The schema that editors use and the reader that decides agree on the shape of a form."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assessor.instruments.reader import read
from assessor.paths import forms
from tests.instruments.authoring import MIDTERM, PRACTICE, SHIPPED, Slip, shipped_text, slipped
from tests.instruments.slips import SLIPS

SCHEMA: dict[str, Any] = json.loads((forms() / "form.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

BEYOND_A_SCHEMA = {
    "code-twice",
    "descriptor-missing",
    "descriptor-unknown",
    "good-unreachable",
    "level-order",
    "outcome-missing",
    "pivot-without-good",
    "rule-model-unknown",
    "rule-too-many",
    "scale-unknown",
    "text-hidden",
    "validity-order",
}
"""What only shows when parts of a form are compared, or signs of a text are looked at one by one."""


def plain(value: Any) -> Any:
    """A TOML document as JSON has it: a date is a text, and an endless number one that can be written out."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, int):
        return value if value.bit_length() < 64 else 2**64
    return value.isoformat() if isinstance(value, date) else value


def fits(text: str) -> bool:
    return bool(VALIDATOR.is_valid(plain(tomllib.loads(text))))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", [*map(shipped_text, SHIPPED), PRACTICE, MIDTERM], ids=[*SHIPPED, "own", "own midterm"])
def test_the_schema_accepts_what_the_reader_accepts(text: str):
    assert fits(text)


@pytest.mark.parametrize(
    "slip",
    [slip for _, code, slip, _ in SLIPS if code not in BEYOND_A_SCHEMA],
    ids=[name for name, code, _, _ in SLIPS if code not in BEYOND_A_SCHEMA],
)
def test_the_schema_refuses_what_the_reader_refuses(slip: Slip):
    # A date in quotes is the same text to JSON; only TOML tells it from a date.
    text = slipped(PRACTICE, slip)
    if 'valid_from = "' in text:
        text = text.replace('"2025-09-01"', '"1 september 2025"')

    assert not fits(text)
    assert read(text.encode()).errors


@pytest.mark.parametrize(
    "slip",
    [
        ("[[phase]]", "[rule]\n[[phase]]"),
        ('code = "B1"', 'code = "B1"\noutcome = "V"'),
        ('question.mentor.nl = "Waaraan merk je dat?"\nquestion.mentor.en = "How do you notice?"\n', ""),
        ("question.mentor.nl", 'question.ouder.nl = "a"\nquestion.ouder.en = "b"\nquestion.mentor.nl'),
        ('name.nl = "Betrouwbaarheid"\nname.en = "Reliability"', 'name = "Betrouwbaarheid"'),
    ],
)
def test_the_schema_and_the_reader_refuse_the_same_midterms(slip: Slip):
    text = slipped(MIDTERM, slip)

    assert not fits(text)
    assert read(text.encode()).errors


def keys_of(name: str) -> set[str]:
    properties = SCHEMA["properties"] if name == "form" else SCHEMA["$defs"][name]["properties"]
    return set(properties)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("form", ""),
        ("phase", "[[phase]]\n"),
        ("scale", "[[scale]]\n"),
        ("level", "[[scale.level]]\n"),
        ("rule", "[rule]\n"),
        ("model", "[[model]]\n"),
        ("formative", "[[model.formative]]\n"),
        ("criterion", "[[model.criterion]]\n"),
    ],
)
def test_the_reader_knows_the_keys_of_the_schema_and_no_others(name: str, header: str):
    text = slipped(PRACTICE, (header, f"{header}qqqqqqqq = 1\n")) if header else f"qqqqqqqq = 1\n{PRACTICE}"

    [problem] = [problem for problem in read(text.encode()).problems if problem.code == "unknown-key"]

    listed = problem.cure.en.removeprefix("Remove the line, or choose from: ").removesuffix(".")
    assert set(listed.split(", ")) == keys_of(name)
