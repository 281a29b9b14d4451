"""A long table of calibration scores: work,criterion,assessor,level[,note][,round]; hostile until checked.

Unlike the reader of ratings it never repeats what stands in a cell: until the reveal a score is nobody's to read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assessor.domain.text import Text
from assessor.exchange import delimited, spreadsheet
from assessor.exchange.refusals import EMPTY, Fault, refused
from assessor.exchange.table_file import content_of, is_workbook

MOST_BYTES: Final = 20_000_000
"""The largest table; 150 people, 36 criteria and notes take some 5 million bytes."""
MOST_NOTE: Final = 4_000
MOST_NAME: Final = 120

_NAMES = {
    "work": "work", "werk": "work", "les": "work", "casus": "work",
    "criterion": "criterion", "criterium": "criterion",
    "assessor": "assessor", "beoordelaar": "assessor", "deelnemer": "assessor",
    "level": "level", "niveau": "level",
    "note": "note", "toelichting": "note",
    "round": "round", "ronde": "round",
}  # fmt: skip
_NEEDED = ("work", "criterion", "assessor", "level")

_LAYOUT = Text(
    "Zet op de eerste rij work,criterion,assessor,level en eventueel note,round.",
    "Put work,criterion,assessor,level on the first row and, if you like, note,round.",
)
_COLUMNS = Fault(
    "score-columns",
    Text("De kolommen van een scoretabel ontbreken.", "The columns of a table of scores are missing."),
    _LAYOUT,
)
_UNKNOWN = Fault(
    "column-unknown", Text("Er staat een kolom die niet bekend is.", "There is a column that is not known."), _LAYOUT
)
_HOLE = Fault(
    "cell-empty",
    Text("Hier ontbreekt de les, het criterium of de beoordelaar.", "Here lesson, criterion or assessor is missing."),
    Text("Vul de cel, of maak de hele rij leeg.", "Fill the cell, or empty the whole row."),
)
_LONG = Fault(
    "cell-long",
    Text("Hier staat meer dan er kan worden bewaard.", "Here stands more than can be kept."),
    Text("Maak de tekst korter.", "Make the text shorter."),
)
_ROUND = Fault(
    "round-number",
    Text("De ronde is geen getal van 1 tot 9.", "The round is no number from 1 to 9."),
    Text("Schrijf 1 voor de eerste ronde, 2 voor de tweede.", "Write 1 for the first round, 2 for the second."),
)
_TWICE = Fault(
    "rating-twice",
    Text(
        "Deze beoordelaar gaf dit criterium van deze les in deze ronde al een niveau in rij {first}.",
        "This assessor gave this criterion of this lesson a level in this round in row {first} already.",
    ),
    Text("Laat één van beide scores staan.", "Keep one of the two ratings."),
)


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One row: an empty `level` says that the criterion was not scored; `row` counts from 1 with the header."""

    row: int
    work: str
    criterion: str
    assessor: str
    level: str
    note: str
    round: int


def read_scores(path: Path) -> list[ScoreLine]:
    """Every row of a table of scores, CSV (UTF-8) or XLSX.

    Raises:
        KnownError: the file or a row cannot be read; the row is named and nothing of what stands in it.
    """
    content = content_of(path, MOST_BYTES)
    if not content:
        raise refused(path.name, EMPTY)
    return lines_of(path.name, _rows(content, path.name))


def is_score_table(rows: Iterable[tuple[int, list[str]]]) -> bool:
    """Whether the first filled row names columns of such a table: two of them or more."""
    first = next((cells for _, cells in rows if any(cell.strip() for cell in cells)), [])
    return len({_NAMES.get(_bare(cell).casefold()) for cell in first} & set(_NEEDED)) > 1


def lines_of(name: str, numbered: Iterable[tuple[int, list[str]]]) -> list[ScoreLine]:
    """Every row of a table of scores.

    Args:
        name: the file's own name, for refusals.
        numbered: its rows with their numbers, the header first; raises as `read_scores`.
    """
    rows = iter(numbered)
    columns = _columns(name, rows)
    found: list[ScoreLine] = []
    seen: dict[tuple[int, str, str, str], int] = {}
    for number, cells in rows:
        if any(cell.strip() for cell in cells):
            line = _line(name, number, cells, columns)
            key = (line.round, line.work, line.criterion, line.assessor)
            if key in seen:
                raise refused(name, _TWICE.filled(first=seen[key]), number)
            seen[key] = number
            found.append(line)
    if not found:
        raise refused(name, EMPTY)
    return found


def place(name: str, row: int) -> Text:
    """A row of a file, for refusals."""
    return Text("{name}, rij {row}", "{name}, row {row}").fill(name=name, row=row)


def _rows(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    blocks: Iterable[tuple[int, list[list[str]]]]
    blocks = [(1, spreadsheet.rows(content, name))] if is_workbook(content) else delimited.blocks(content, name)
    for first, lines in blocks:
        yield from enumerate(lines, start=first)


def _columns(name: str, rows: Iterator[tuple[int, list[str]]]) -> dict[str, int]:
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        columns: dict[str, int] = {}
        for at, cell in enumerate(cells):
            title = _bare(cell).casefold()
            if title and (title not in _NAMES or _NAMES[title] in columns):
                raise refused(name, _UNKNOWN, number, at)
            if title:
                columns[_NAMES[title]] = at
        if not all(needed in columns for needed in _NEEDED):
            raise refused(name, _COLUMNS, number)
        return columns
    raise refused(name, EMPTY)


def _line(name: str, number: int, cells: list[str], columns: dict[str, int]) -> ScoreLine:
    cell = {role: _bare(cells[at]) if at < len(cells) else "" for role, at in columns.items()}
    if not all(cell[role] for role in _NEEDED[:3]):
        raise refused(name, _HOLE, number)
    if any(len(cell[role]) > MOST_NAME for role in _NEEDED) or len(cell.get("note", "")) > MOST_NOTE:
        raise refused(name, _LONG, number)
    written = cell.get("round", "") or "1"
    if written not in set("123456789"):
        raise refused(name, _ROUND, number)
    return ScoreLine(
        number, cell["work"], cell["criterion"], cell["assessor"], cell["level"], cell.get("note", ""), int(written)
    )


def _bare(words: str) -> str:
    kept = "".join(sign for sign in words if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    return unicodedata.normalize("NFC", kept.strip())
