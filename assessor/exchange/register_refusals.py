"""What can be wrong with a file of students, organisations and assessors: one sentence, and one with the cure."""

from __future__ import annotations

from assessor.domain.text import Text
from assessor.exchange.refusals import Fault

_TEMPLATE = Text(
    "Zet boven elke kolom wat erin staat, zoals studentnummer en achternaam, of begin met het voorbeeldbestand.",
    "Head each column by what it holds, such as student number and last name, or begin with the template.",
)
NOTHING = Fault("register-empty", Text("Er staat niets in dit bestand.", "This file holds nothing."), _TEMPLATE)
NO_HEADINGS = Fault(
    "headings-unknown",
    Text("Er zijn geen kolommen herkend.", "No columns were recognised."),
    _TEMPLATE,
)
COLUMN_NEEDED = Fault(
    "column-missing",
    Text("Er is geen kolom ‘{column}’.", "There is no column ‘{column}’."),
    Text("Zet die naam boven de kolom waar dat in staat.", "Head the column that holds it by that name."),
)
FORMULA_CELL = Fault(
    "cell-formula",
    Text("In deze cel staat een formule.", "This cell holds a formula."),
    Text("Plak de cellen als waarden en sla opnieuw op.", "Paste the cells as values and save again."),
)
MERGED_CELLS = Fault(
    "cells-merged",
    Text("Deze cel is samengevoegd met andere.", "This cell is merged with others."),
    Text("Hef het samenvoegen op en vul elke cel.", "Unmerge them and fill each cell."),
)
HIDDEN_ROW = Fault(
    "row-hidden",
    Text("Deze rij is verborgen.", "This row is hidden."),
    Text("Maak haar zichtbaar als zij mee moet.", "Show the row if it is to come along."),
)
ERROR_CELL = Fault(
    "cell-error",
    Text("In deze cel staat een fout van het rekenblad.", "This cell holds an error of the spreadsheet."),
    Text("Vul de goede waarde in.", "Fill in the right value."),
)
LONG_CELL = Fault(
    "cell-long",
    Text("In deze cel staan meer dan {most} tekens.", "This cell holds more than {most} characters."),
    Text("Kort hem in; misschien zijn kolommen verschoven.", "Shorten it; perhaps columns have shifted."),
)
TWO_CELLS = Fault(
    "cell-twice",
    Text("De kolommen {columns} spreken elkaar tegen.", "The columns {columns} contradict each other."),
    Text("Laat de goede waarde staan en maak de andere leeg.", "Keep the right value and empty the other."),
)
ROW_WIDE = Fault(
    "row-length",
    Text("Deze rij heeft meer waarden dan de kop.", "This row has more values than the header."),
    Text(
        "Kijk of er een scheidingsteken in een naam staat; zet die naam tussen aanhalingstekens.",
        "See whether a name holds the separator; put that name between quotation marks.",
    ),
)
EMPTY_CELL = Fault(
    "cell-empty",
    Text("Hier ontbreekt: {column}.", "Missing here: {column}."),
    Text("Vul deze kolom in.", "Fill in this column."),
)
NAME_UNCLEAR = Fault(
    "name-unclear",
    Text("Uit ‘{name}’ blijkt niet wat de achternaam is.", "‘{name}’ does not tell which part is the last name."),
    Text(
        "Schrijf ‘Achternaam, Roepnaam’, of gebruik aparte kolommen.",
        "Write ‘Last name, First name’, or use separate columns.",
    ),
)
DAY_UNKNOWN = Fault(
    "date-unknown",
    Text("‘{words}’ is geen datum.", "‘{words}’ is no date."),
    Text("Schrijf dag, maand en jaar, zoals 12-3-2026.", "Write day, month and year, such as 12-3-2026."),
)
PERIOD_REVERSED = Fault(
    "period-reversed",
    Text("Het einde ligt voor het begin.", "The end comes before the start."),
    Text("Controleer de twee datums.", "Check the two dates."),
)
PROGRAMME_UNKNOWN = Fault(
    "programme-unknown",
    Text("De opleiding ‘{words}’ is niet bekend.", "The programme ‘{words}’ is not known."),
    Text("Kies uit {choices}.", "Choose from {choices}."),
)
VARIANT_UNKNOWN = Fault(
    "variant-unknown",
    Text("‘{words}’ is geen variant van {programme}.", "‘{words}’ is no variant of {programme}."),
    Text("Kies uit {choices}.", "Choose from {choices}."),
)
PHASE_UNKNOWN = Fault(
    "phase-unknown",
    Text("De fase ‘{words}’ is niet bekend bij {programme}.", "The phase ‘{words}’ is not known at {programme}."),
    Text("Kies uit {choices}.", "Choose from {choices}."),
)
COHORT_UNKNOWN = Fault(
    "cohort-unknown",
    Text("‘{words}’ is geen cohort.", "‘{words}’ is no cohort."),
    Text("Schrijf het eerste studiejaar, zoals 2025-2026.", "Write the first study year, such as 2025-2026."),
)
YES_NO_UNKNOWN = Fault(
    "answer-unknown",
    Text("‘{words}’ is geen ja of nee.", "‘{words}’ is neither yes nor no."),
    Text("Vul ja of nee in, of laat de cel leeg.", "Fill in yes or no, or leave the cell empty."),
)
TYPE_UNKNOWN = Fault(
    "type-unknown",
    Text("Het type organisatie ‘{words}’ is niet bekend.", "The type of organisation ‘{words}’ is not known."),
    Text("Kies uit {choices}.", "Choose from {choices}."),
)
TYPE_NEEDED = Fault(
    "type-missing",
    Text("Deze organisatie is nieuw en heeft nog geen type.", "This organisation is new and has no type yet."),
    Text(
        "Voeg een kolom ‘type’ toe, of zet haar op een blad ‘Organisaties’: {choices}.",
        "Add a column ‘type’, or list it on a sheet ‘Organisations’: {choices}.",
    ),
)
ROLE_UNKNOWN = Fault(
    "role-unknown",
    Text("De rol ‘{words}’ is niet bekend.", "The role ‘{words}’ is not known."),
    Text("Kies uit {choices}.", "Choose from {choices}."),
)
NUMBER_UNCLEAR = Fault(
    "number-unclear",
    Text("‘{words}’ is geen studentnummer.", "‘{words}’ is no student number."),
    Text("Zet de kolom op tekst en vul het hele nummer in.", "Format the column as text and fill in the whole number."),
)
TWICE_IN_FILE = Fault(
    "row-twice",
    Text("{who} staat ook in rij {rows}.", "{who} also stands in row {rows}."),
    Text("Laat één van die rijen staan.", "Keep one of those rows."),
)
PERIOD_NEEDED = Fault(
    "period-missing",
    Text("Van de stage ontbreekt: {column}.", "Of the placement this is missing: {column}."),
    Text(
        "Vul begin en einde van de stage in, of laat de organisatie leeg.",
        "Fill in start and end of the placement, or leave the organisation empty.",
    ),
)
ORGANISATION_NEEDED = Fault(
    "organisation-missing",
    Text("Er staat wel iets over een stage, maar geen organisatie.", "It tells of a placement, but no organisation."),
    Text("Vul de organisatie in, of maak de andere cellen leeg.", "Fill in the organisation, or empty the others."),
)
ORGANISATION_UNCLEAR = Fault(
    "organisation-unclear",
    Text("Meer organisaties heten ‘{name}’.", "More organisations are called ‘{name}’."),
    Text("Vul ook de plaats in: {places}.", "Fill in the place too: {places}."),
)
ORGANISATION_DIFFERS = Fault(
    "organisation-differs",
    Text("Rij {row} zegt iets anders over {column} van ‘{name}’.", "Row {row} differs about the {column} of ‘{name}’."),
    Text("Maak beide rijen gelijk.", "Make both rows alike."),
)
PERSON_UNCLEAR = Fault(
    "person-unclear",
    Text("Meer mensen in het register heten ‘{name}’.", "More people in the register are called ‘{name}’."),
    Text("Pas deze persoon aan bij Beheer.", "Change this person under Administration."),
)
APPOINTMENT_NEEDED = Fault(
    "appointment-incomplete",
    Text("Van de aanstelling ontbreekt: {column}.", "Of the appointment this is missing: {column}."),
    Text(
        "Vul opleiding, van, tot en met en besluitnummer in, of geen van vier.",
        "Fill in programme, from, until and decision number, or none of the four.",
    ),
)

# --- what is said beside the rows

SHEET_HIDDEN = Text(
    "Blad ‘{sheet}’ is verborgen en niet gelezen. Maak het zichtbaar als het mee moet.",
    "Sheet ‘{sheet}’ is hidden and was not read. Show it if it is to come along.",
)
SHEET_UNKNOWN = Text(
    "Blad ‘{sheet}’ is niet gelezen: er zijn geen kolommen herkend.",
    "Sheet ‘{sheet}’ was not read: no columns were recognised.",
)
COLUMNS_HIDDEN = Text(
    "{where} verborgen en niet gelezen: kolom {columns}. Maak haar zichtbaar als zij mee moet.",
    "{where} hidden and not read: column {columns}. Show it if it is to come along.",
)
COLUMNS_OTHER = Text("{where} niet gebruikt: {columns}.", "{where} not used: {columns}.")
SHEET_WHERE = Text("Blad ‘{sheet}’,", "Sheet ‘{sheet}’,")
FILE_WHERE = Text("In dit bestand", "In this file")
