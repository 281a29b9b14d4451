"""What came back for a calibration session, whatever kind of file it is; told apart by content.

A form, a table of scores, the export of an online form, or several of these in a zip or a saved mail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from assessor.domain.calibration.envelope import INVITATION, SUFFIX, SealedScores
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Returned
from assessor.domain.text import Text
from assessor.exchange import delimited, enclosure, spreadsheet
from assessor.exchange.form_refusals import TOO_LARGE
from assessor.exchange.online_export import OnlineExport, export_of
from assessor.exchange.refusals import OLD_WORKBOOK, UNREADABLE, Fault, refused
from assessor.exchange.returned_form import read_content
from assessor.exchange.score_table import ScoreLine, is_score_table, lines_of
from assessor.exchange.table_file import is_workbook

MOST_BYTES: Final = 20_000_000
MOST_ROWS: Final = 100_000
"""Rows of a table in text; 150 people on 36 criteria of four lessons in two rounds are 43,200."""
MOST_FILES: Final = 2_000
"""Files that are looked for in folders."""
_INSIDE: Final = (".csv", SUFFIX)
"""How names end of files in a zip or mail that are no PDF or workbook."""
_PASSED_OVER: Final = {"thumbs.db", "desktop.ini"}
_OLD: Final = b"\xd0\xcf\x11\xe0"
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*")

ScoresFile = Returned | tuple[ScoreLine, ...] | OnlineExport | SealedScores
"""A form, a table of scores, the export of an online form, or scores that were given in the program."""

_OUTLOOK = Fault(
    "mail-outlook",
    Text("Dit is een mail zoals Outlook hem bewaart (.msg).", "This is a mail as Outlook keeps it (.msg)."),
    Text("Bewaar de mail als .eml, of alleen de bijlage.", "Save the mail as .eml, or only its attachment."),
)
_INVITED = Fault(
    "invitation-not-scored",
    Text("Dit is een uitnodiging om te scoren; er staan geen scores in.", "This is an invitation to score, no scores."),
    Text(
        "Open haar bij Kalibreren om zelf te scoren, of vraag om het bestand dat daarna terugkomt.",
        "Open it at Calibration to score yourself, or ask for the file that comes back afterwards.",
    ),
)
_PICTURE = Fault(
    "form-picture",
    Text("Dit is een foto of scan; die kan het programma niet lezen.", "This is a photo or scan, which is not read."),
    Text("Typ het formulier in bij ‘Van papier invoeren’.", "Type the form in at ‘Type in from paper’."),
)


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files that were meant, each once; of a folder all that lie in it, in order of their names."""
    return list(dict.fromkeys(file for path in paths for file in _files(path)))[:MOST_FILES]


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir() and not path.is_symlink():
        for one in sorted(path.iterdir()):
            if not one.name.startswith((".", "~$")) and one.name.casefold() not in _PASSED_OVER:
                yield from _files(one)
    elif not path.is_dir():
        yield path


def read_scores_file(path: Path) -> Iterator[tuple[str, ScoresFile | KnownError]]:
    """Read a file, or one after the other those in a zip or mail: its name, and what it is or why it is refused.

    No refusal repeats a cell.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            content = file.read(enclosure.MOST_BYTES + 1)
        inside = enclosure.enclosed(content, name, _INSIDE)
    except OSError:
        yield name, refused(name, UNREADABLE)
    except KnownError as refusal:
        yield name, refusal
    else:
        files = [(name, content)] if inside is None else inside
        names: Counter[str] = Counter()
        for each, whole in files:
            names[each] += 1
            # Two files with one name in a mail stay two.
            shown = each if names[each] == 1 else f"{each} ({names[each]})"
            yield shown, _read(whole, shown)


def _read(content: bytes, name: str) -> ScoresFile | KnownError:
    try:
        if len(content) > MOST_BYTES:
            raise refused(name, TOO_LARGE)
        if content.startswith(_OLD):
            raise refused(name, _OUTLOOK if name.casefold().endswith(".msg") else OLD_WORKBOOK)
        if content.startswith(_PICTURES):
            raise refused(name, _PICTURE)
        if content.startswith(INVITATION):
            raise refused(name, _INVITED)
        return SealedScores.from_bytes(content) or _form_or_table(content, name)
    except KnownError as refusal:
        return refusal


def _form_or_table(content: bytes, name: str) -> ScoresFile:
    is_pdf = b"%PDF-" in content[:1_024]
    if is_pdf or is_workbook(content):
        try:
            return read_content(content, name)
        except KnownError as refusal:
            if is_pdf or refusal.code != "form-none":
                raise
    lines = _lines(content, name)
    if is_score_table(lines):
        return tuple(lines_of(name, lines))
    return export_of(name, lines)


def _lines(content: bytes, name: str) -> list[tuple[int, list[str]]]:
    if is_workbook(content):
        return list(enumerate(spreadsheet.rows(content, name), start=1))
    found: list[tuple[int, list[str]]] = []
    for first, rows in delimited.blocks(content, name):
        found += enumerate(rows, start=first)
        if len(found) > MOST_ROWS:
            raise refused(name, TOO_LARGE)
    return found
