"""A filled-in workbook as answers by field name; hostile until checked, rows may have moved.

A row says which field it is in its first, hidden column. Formulas and merged cells are named and not taken over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Problem, Returned, Way
from assessor.domain.form_code import codes_in
from assessor.domain.forms import Identity
from assessor.domain.text import Text, same
from assessor.exchange import spreadsheet
from assessor.exchange.form_fields import ANSWERS, CODES_SHEET, LABELS, MOST_NAME, is_code_line
from assessor.exchange.form_refusals import (
    NO_FORM,
    TOO_LARGE,
    doubled_answer,
    formula_answer,
    long_name,
    merged_answer,
)
from assessor.exchange.refusals import refused, shown
from assessor.exchange.spreadsheet import Sheet

MOST_BYTES: Final = 10_000_000
MOST_ROWS: Final = 10_000
MOST_SIGNS: Final = 20_000
"""Signs of one answer that are read at all."""


def read_form_workbook(content: bytes, name: str) -> Returned:
    """Read a workbook that came back.

    Args:
        content: the file.
        name: the file's own name, for refusals.

    Raises:
        KnownError: ``form-too-large``, ``form-none``, ``workbook-unreadable``.
    """
    if len(content) > MOST_BYTES:
        raise refused(name, TOO_LARGE)
    try:
        sheets = spreadsheet.sheets(content, name)
    except KnownError as refusal:
        raise refused(name, TOO_LARGE) if refusal.code == "file-too-large" else refusal from None
    if any(len(sheet.rows) > MOST_ROWS for sheet in sheets):
        raise refused(name, TOO_LARGE)
    identity = _identity(sheets)
    answers = [sheet for sheet in sheets if sheet.title != CODES_SHEET]
    if identity is None:
        cells = (cell for sheet in answers for row in sheet.rows for cell in row)
        printed = codes_in("\n".join(cell for cell in cells if is_code_line(cell)))
        if not printed:
            raise refused(name, NO_FORM)
        return Returned(None, {}, (), Way.WORKBOOK, printed)
    reading = _Reading()
    for sheet in answers:
        reading.take(sheet)
    return Returned(identity, reading.values, tuple(reading.problems), Way.WORKBOOK)


def _identity(sheets: list[Sheet]) -> Identity | None:
    lines = (sheet.rows[0][0] for sheet in sheets if sheet.title == CODES_SHEET and sheet.rows and sheet.rows[0])
    return next((found for line in lines if (found := Identity.from_text(line)) is not None), None)


@dataclass
class _Reading:
    values: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    def take(self, sheet: Sheet) -> None:
        """Read the rows of a sheet that say which field they are."""
        for number, row in enumerate(sheet.rows, 1):
            name = row[0].strip() if row else ""
            if not name:
                continue
            if len(name) > MOST_NAME:
                self.problems.append(long_name())
                continue
            self._answer(sheet, number, name, row)

    def _answer(self, sheet: Sheet, number: int, name: str, row: list[str]) -> None:
        label = row[LABELS] if len(row) > LABELS else name
        where = Text("rij {row}: {label}", "row {row}: {label}").fill(row=number, label=same(shown(label)))
        answer = row[ANSWERS] if len(row) > ANSWERS else ""
        if (number, ANSWERS) in sheet.formulas:
            self.problems.append(formula_answer(where))
        elif any(_covers(merged, number) for merged in sheet.merged):
            self.problems.append(merged_answer(where))
        elif not answer.strip():
            return
        elif name in self.known and self.values.get(name) != answer[: MOST_SIGNS + 1]:
            self.values.pop(name, None)
            self.problems.append(doubled_answer(where))
        else:
            self.values[name] = answer[: MOST_SIGNS + 1]
        self.known.add(name)


def _covers(merged: tuple[int, int, int, int], row: int) -> bool:
    """Whether merged cells take in the answer of a row."""
    first_row, last_row, first_column, last_column = merged
    return first_row <= row <= last_row and first_column <= ANSWERS <= last_column
