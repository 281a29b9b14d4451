"""A list of participants, as workbook or CSV: a name a row, perhaps with organisation, mail address and aspirant."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assessor.domain.text import Text
from assessor.exchange import delimited, spreadsheet
from assessor.exchange.refusals import Fault, refused
from assessor.exchange.table_file import content_of, is_workbook

MOST_BYTES: Final = 5_000_000
MOST_PEOPLE: Final = 1_000
MOST_SIGNS: Final = 120

_NAMES: Final = {
    "naam": "name", "name": "name", "volledige naam": "name", "full name": "name", "deelnemer": "name",
    "participant": "name", "beoordelaar": "name", "assessor": "name",
    "voornaam": "first", "first name": "first", "roepnaam": "first",
    "tussenvoegsel": "between", "tussenvoegsels": "between", "infix": "between",
    "achternaam": "last", "last name": "last", "surname": "last",
    "organisatie": "organisation", "organisation": "organisation", "school": "organisation", "bestuur": "organisation",
    "mail": "mail", "email": "mail", "e-mail": "mail", "mailadres": "mail", "e-mailadres": "mail",
    "mail address": "mail", "email address": "mail",
    "aspirant": "aspirant", "bke-kandidaat": "aspirant",
}  # fmt: skip
_YES: Final = {"ja", "j", "yes", "y", "x", "1", "waar", "true"}

_EMPTY = Fault(
    "people-empty",
    Text("Er staat geen deelnemer in.", "It holds no participant."),
    Text(
        "Zet op de eerste rij Naam en daaronder per rij een naam.", "Put Name on the first row and then a name a row."
    ),
)
_COLUMNS = Fault(
    "people-columns",
    Text("Er is geen kolom met namen.", "There is no column with names."),
    Text(
        "Noem een kolom Naam (of Voornaam en Achternaam); Organisatie, Mailadres en Aspirant mogen erbij.",
        "Call a column Name (or First name and Last name); Organisation, Mail and Aspirant may stand beside it.",
    ),
)
_NAMELESS = Fault(
    "people-nameless",
    Text("In deze rij ontbreekt de naam.", "This row lacks its name."),
    Text("Vul de naam in of maak de rij leeg.", "Fill in the name, or empty the row."),
)
_LONG = Fault(
    "people-long",
    Text("Hier staat meer dan er kan worden bewaard.", "Here stands more than can be kept."),
    Text("Maak de tekst korter.", "Make the text shorter."),
)
_TWICE = Fault(
    "people-twice",
    Text("Deze deelnemer staat ook in rij {first}.", "This participant stands in row {first} as well."),
    Text(
        "Haal één van beide weg, of zet er een mailadres of organisatie bij als het twee mensen zijn.",
        "Take one of them out, or add a mail address or organisation when they are two people.",
    ),
)
_MANY = Fault(
    "people-many",
    Text("Dit zijn er meer dan {most}.", "These are more than {most}.").fill(most=MOST_PEOPLE),
    Text("Verdeel ze over sessies.", "Divide them over sessions."),
)


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One row of the list."""

    name: str
    organisation: str = ""
    mail: str = ""
    aspirant: bool = False


def read_participants(path: Path) -> list[ListedPerson]:
    """Everybody on a list, CSV (UTF-8) or XLSX, in order.

    Raises:
        KnownError: ``people-empty``, ``people-columns``, ``people-nameless``, ``people-long``, ``people-twice``,
            ``people-many``, and those of tables.
    """
    content = content_of(path, MOST_BYTES)
    rows = _rows(content, path.name) if content else []
    filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    if len(filled) < 2:
        raise refused(path.name, _EMPTY)
    if len(filled) > MOST_PEOPLE + 1:
        raise refused(path.name, _MANY)
    columns = {_NAMES[title]: at for at, cell in enumerate(filled[0][1]) if (title := _bare(cell).casefold()) in _NAMES}
    if not {"name", "last"} & columns.keys():
        raise refused(path.name, _COLUMNS, filled[0][0])
    found: dict[ListedPerson, int] = {}
    for number, cells in filled[1:]:
        one = _person(path.name, number, cells, columns)
        if one in found:
            raise refused(path.name, _TWICE.filled(first=found[one]), number)
        found[one] = number
    return list(found)


def _rows(content: bytes, name: str) -> list[tuple[int, list[str]]]:
    if is_workbook(content):
        return list(enumerate(spreadsheet.rows(content, name), start=1))
    return [
        (number, cells)
        for first, rows in delimited.blocks(content, name)
        for number, cells in enumerate(rows, start=first)
    ]


def _person(name: str, number: int, cells: list[str], columns: dict[str, int]) -> ListedPerson:
    said = {role: _bare(cells[at]) if at < len(cells) else "" for role, at in columns.items()}
    whole = said.get("name") or " ".join(
        part for part in (said.get(role, "") for role in ("first", "between", "last")) if part
    )
    if not whole:
        raise refused(name, _NAMELESS, number)
    if any(len(part) > MOST_SIGNS for part in (whole, *said.values())):
        raise refused(name, _LONG, number)
    aspirant = said.get("aspirant", "").casefold() in _YES
    return ListedPerson(whole, said.get("organisation", ""), said.get("mail", ""), aspirant)


def _bare(words: str) -> str:
    kept = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in words)
    return unicodedata.normalize("NFC", " ".join(kept.split()))
