"""What can be wrong with a table, one of ratings above all: a sentence that names the place, and one with the cure."""

from __future__ import annotations

from dataclasses import dataclass

from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same

_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Fault:
    """A refusal before its place is known: a stable code, what is wrong, and the cure."""

    code: str
    what: Text
    cure: Text

    def filled(self, **values: Text | str | int) -> Fault:
        """The fault with its placeholders filled."""
        return Fault(self.code, self.what.fill(**values), self.cure.fill(**values))


def refused(name: str, fault: Fault, row: int | None = None, column: int | None = None) -> KnownError:
    """The error of a fault in a file.

    Args:
        name: the file's own name, without its folder.
        fault: what is wrong.
        row: counted from 1 with the header, as a spreadsheet counts; None when the whole file is meant.
        column: counted from 0; None when the whole row is meant.
    """
    if row is None:
        return KnownError(fault.code, fault.what, fault.cure, same(name))
    where = Text("{name}, rij {row}", "{name}, row {row}").fill(name=name, row=row)
    if column is not None:
        where = where + Text(", kolom {column}", ", column {column}").fill(column=letters(column))
    return KnownError(fault.code, fault.what, fault.cure, where)


def letters(column: int) -> str:
    """A column as spreadsheets call it: 0 is A, 25 is Z, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def shown(words: str) -> str:
    """Words of a file as they may be repeated: on one line, printable and short."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


_LAYOUT = Text(
    "Zet op de eerste rij work,criterion,assessor,level, of het criterium en daarna een kolom per beoordelaar.",
    "Put work,criterion,assessor,level on the first row, or the criterion and then a column per assessor.",
)
UNREADABLE = Fault(
    "file-unreadable",
    Text("Het bestand kan niet worden geopend.", "The file cannot be opened."),
    Text("Controleer de naam en of je het bestand mag lezen.", "Check the name and whether you may read it."),
)
TOO_LARGE = Fault(
    "file-too-large",
    Text("Dit bestand is te groot om te lezen.", "This file is too large to read."),
    Text("Deel het op, bijvoorbeeld per sessie of per cohort.", "Split it, for example by session or by cohort."),
)
EMPTY = Fault("table-empty", Text("Er staan geen scores in.", "It holds no ratings."), _LAYOUT)
NOT_UTF8 = Fault(
    "file-not-utf8",
    Text("Dit is geen tekst die als UTF-8 is opgeslagen.", "This is no text that was saved as UTF-8."),
    Text("Sla het bestand op als CSV UTF-8 of als werkmap (.xlsx).", "Save it as CSV UTF-8 or as a workbook (.xlsx)."),
)
NO_CSV = Fault(
    "row-unreadable",
    Text("Deze rij is geen goede CSV.", "This row is no proper CSV."),
    Text("Kijk of een aanhalingsteken niet is gesloten.", "See whether a quotation mark was not closed."),
)
ROW_LENGTH = Fault(
    "row-length",
    Text("Deze rij heeft {found} waarden en de kop {wanted}.", "This row has {found} values and the header {wanted}."),
    Text(
        "Geef elke lege cel een scheidingsteken; schrijf een getal met een komma tussen aanhalingstekens of met een"
        " punt.",
        "Give each empty cell its separator; write a number with a comma between quotation marks or with a point.",
    ),
)
NO_HEADER = Fault("header-missing", Text("De kolomnamen ontbreken.", "The column names are missing."), _LAYOUT)
ONE_COLUMN = Fault(
    "table-one-column",
    Text("Dit is geen tabel: er is maar één kolom.", "This is no table: there is only one column."),
    _LAYOUT,
)
NAME_MISSING = Fault(
    "column-unnamed",
    Text("Deze kolom heeft geen naam.", "This column has no name."),
    Text("Geef de kolom een naam, of maak haar leeg.", "Name the column, or empty it."),
)
NAME_TWICE = Fault(
    "column-twice",
    Text("De kolomnaam ‘{column}’ komt twee keer voor.", "The column name ‘{column}’ occurs twice."),
    Text("Geef elke kolom een eigen naam.", "Give each column a name of its own."),
)
COLUMN_UNKNOWN = Fault(
    "column-unknown",
    Text("De kolom ‘{column}’ is niet bekend.", "The column ‘{column}’ is not known."),
    Text(
        "Gebruik work,criterion,assessor,level en eventueel reference,session,date.",
        "Use work,criterion,assessor,level and, if you like, reference,session,date.",
    ),
)
COLUMNS_MISSING = Fault(
    "column-missing",
    Text("Er is geen kolom {column}.", "There is no column {column}."),
    Text("Zet op de eerste rij work,criterion,assessor,level.", "Put work,criterion,assessor,level on the first row."),
)
CELL_MISSING = Fault(
    "cell-empty",
    Text("Hier ontbreekt {column}.", "Here {column} is missing."),
    Text("Vul de cel, of maak de hele rij leeg.", "Fill the cell, or empty the whole row."),
)
TWICE = Fault(
    "rating-twice",
    Text(
        "Deze beoordelaar gaf dit criterium van deze les ook al een niveau in rij {first}.",
        "This assessor gave this criterion of this lesson a level in row {first} already.",
    ),
    Text("Laat één van beide scores staan.", "Keep one of the two ratings."),
)
REFERENCE_TWICE = Fault(
    "reference-twice",
    Text(
        "Dit criterium van deze les heeft in rij {first} een andere referentie.",
        "This criterion of this lesson has another reference in row {first}.",
    ),
    Text("Geef elk criterium van een les één referentie.", "Give each criterion of a lesson one reference."),
)
LEVEL_UNKNOWN = Fault(
    "level-unknown",
    Text("Het niveau ‘{level}’ staat niet op de schaal.", "The level ‘{level}’ is not on the scale."),
    Text("Kies uit {levels}, of laat de cel leeg.", "Choose from {levels}, or leave the cell empty."),
)
LEVEL_ORDER = Fault(
    "level-order-unknown",
    Text(
        "De volgorde van het niveau ‘{level}’ is niet bekend, want het is geen getal.",
        "The order of the level ‘{level}’ is not known, because it is no number.",
    ),
    Text(
        "Geef de niveaus op, laagste eerst, zoals --levels O,V,G, of noem het instrument met --instrument; een cel"
        " zonder score laat je leeg.",
        "Give the levels, lowest first, such as --levels O,V,G, or name the instrument with --instrument; leave a cell"
        " without a rating empty.",
    ),
)
LEVELS_MANY = Fault(
    "levels-many",
    Text(
        "Er zijn {found} verschillende niveaus; een schaal heeft er hooguit {most}.",
        "There are {found} different levels; a scale has {most} at most.",
    ),
    Text("Controleer of de kolommen goed staan.", "Check whether the columns are right."),
)
DATE_UNKNOWN = Fault(
    "date-unknown",
    Text("‘{date}’ is geen datum.", "‘{date}’ is no date."),
    Text("Schrijf een datum als 2026-03-12 of 12-03-2026.", "Write a date as 2026-03-12 or 12-03-2026."),
)
CRITERION_UNKNOWN = Fault(
    "criterion-unknown",
    Text("Dit instrument heeft geen criterium ‘{criterion}’.", "This instrument has no criterion ‘{criterion}’."),
    Text(
        "Gebruik een code van het formulier, zoals {example}; een rekenblad maakt er soms een datum van.",
        "Use a code of the form, such as {example}; a spreadsheet sometimes turns it into a date.",
    ),
)
NO_WORKBOOK = Fault(
    "workbook-unreadable",
    Text("Dit is geen werkmap die gelezen kan worden.", "This is no workbook that can be read."),
    Text(
        "Open haar in een rekenblad en sla haar op als .xlsx of als CSV UTF-8, zonder wachtwoord.",
        "Open it in a spreadsheet and save it as .xlsx or as CSV UTF-8, without a password.",
    ),
)
OLD_WORKBOOK = Fault(
    "workbook-old",
    Text(
        "Dit is een werkmap van een oud soort, of een met een wachtwoord.",
        "This is a workbook of an old kind, or one with a password.",
    ),
    NO_WORKBOOK.cure,
)
SHEETS_SEVERAL = Fault(
    "sheets-several",
    Text("Meer dan één blad van deze werkmap bevat gegevens.", "More than one sheet of this workbook holds data."),
    Text("Laat één blad met scores staan.", "Keep one sheet with ratings."),
)
FORMULA = Fault(
    "cell-formula",
    Text("In deze cel staat een formule.", "This cell holds a formula."),
    Text("Plak de cellen als waarden en sla opnieuw op.", "Paste the cells as values and save again."),
)
ROWS_DISORDERED = Fault(
    "rows-disordered",
    Text(
        "De rijen van deze werkmap staan in het bestand niet op volgorde.",
        "The rows of this workbook do not stand in order in the file.",
    ),
    Text(
        "Open haar in een rekenblad en sla haar opnieuw op als .xlsx of als CSV UTF-8.",
        "Open it in a spreadsheet and save it anew as .xlsx or as CSV UTF-8.",
    ),
)
MERGED = Fault(
    "cells-merged",
    Text("De cellen {cells} zijn samengevoegd.", "The cells {cells} are merged."),
    Text("Hef het samenvoegen op en vul elke cel.", "Unmerge them and fill each cell."),
)
