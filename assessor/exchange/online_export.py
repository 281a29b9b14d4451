"""The export of an online form: a row of questions, then a row for each person; hostile until checked.

Nothing of a row below the headings is ever repeated: until the reveal a score is nobody's to read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessor.domain.text import Text
from assessor.exchange.refusals import Fault, refused

MOST_COLUMNS: Final = 500
MOST_ROWS: Final = 5_000
MOST_HEADING: Final = 1_000
MOST_SIGNS: Final = 20_000

_STRANGE = Fault(
    "return-unknown",
    Text(
        "Dit is geen formulier, tabel of export die bij een kalibreersessie hoort.",
        "This is no form, table or export that belongs to a calibration session.",
    ),
    Text(
        "Kies een kalibreerformulier (PDF of werkmap), een tabel met scores of de export van een onlineformulier; zips"
        " en mails daarmee mogen ook.",
        "Choose a calibration form (PDF or workbook), a table of scores or the export of an online form; zips and mails"
        " with these will do too.",
    ),
)
_WIDE = Fault(
    "online-wide",
    Text("Dit bestand is te groot voor antwoorden van één sessie.", "This file is too large for one session."),
    Text("Kies de export van het onlineformulier zelf.", "Choose the export of the online form itself."),
)


@dataclass(frozen=True, slots=True)
class OnlineExport:
    """An export: its headings, each once, and of every filled row its number (from 1) and its cells."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def export_of(name: str, lines: Sequence[tuple[int, list[str]]]) -> OnlineExport:
    """An export from the rows of a table.

    Args:
        name: the file's own name, for refusals.
        lines: every row with its number, counted from 1.

    Raises KnownErrors ``return-unknown``, ``online-wide``.
    """
    filled = [(number, cells) for number, cells in lines if any(cell.strip() for cell in cells)]
    if len(filled) < 2 or len(filled[0][1]) < 2:
        raise refused(name, _STRANGE)
    if len(filled) > MOST_ROWS or max(len(cells) for _, cells in filled) > MOST_COLUMNS:
        raise refused(name, _WIDE)
    headings: list[str] = []
    for cell in filled[0][1]:
        heading = _clean(cell)[:MOST_HEADING]
        again = sum(one == heading or one.startswith(f"{heading} (") for one in headings)
        headings.append(f"{heading} ({again + 1})" if heading and again else heading)
    rows = tuple((number, tuple(cell[:MOST_SIGNS] for cell in cells)) for number, cells in filled[1:])
    return OnlineExport(tuple(headings), rows)


def _clean(words: str) -> str:
    kept = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in words)
    return unicodedata.normalize("NFC", " ".join(kept.split()))
