"""What the columns of a register file mean: students, organisations and assessors, by Dutch and English headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assessor.domain.text import Text


class Kind(StrEnum):
    """What a sheet lists."""

    STUDENTS = "students"
    ORGANISATIONS = "organisations"
    ASSESSORS = "assessors"

    @property
    def word(self) -> Text:
        """The kind as a heading calls it."""
        return _KIND_WORDS[self]

    @property
    def one(self) -> Text:
        """One of the kind."""
        return _ONE_WORDS[self]


_KIND_WORDS = {
    Kind.STUDENTS: Text("Studenten", "Students"),
    Kind.ORGANISATIONS: Text("Organisaties", "Organisations"),
    Kind.ASSESSORS: Text("Beoordelaars", "Assessors"),
}
_ONE_WORDS = {
    Kind.STUDENTS: Text("student", "student"),
    Kind.ORGANISATIONS: Text("organisatie", "organisation"),
    Kind.ASSESSORS: Text("beoordelaar", "assessor"),
}


class Field(StrEnum):
    """What a cell can say."""

    NUMBER = "number"
    NAME = "name"
    FIRST_NAME = "first-name"
    PREFIX = "prefix"
    LAST_NAME = "last-name"
    PROGRAMME = "programme"
    VARIANT = "variant"
    PHASE = "phase"
    COHORT = "cohort"
    STUDY_COACH = "study-coach"
    ORGANISATION = "organisation"
    TYPE = "type"
    PLACE = "place"
    BOARD = "board"
    SUPERVISOR = "supervisor"
    START = "start"
    END = "end"
    GROUP = "group"
    OWN_JOB = "own-job"
    TRAINED = "trained"
    BKE = "bke"
    DECISION = "decision"
    ROLE = "role"

    @property
    def word(self) -> Text:
        """The field as the template heads its column."""
        return _FIELD_WORDS[self]


_FIELD_WORDS = {
    Field.NUMBER: Text("studentnummer", "student number"),
    Field.NAME: Text("naam", "name"),
    Field.FIRST_NAME: Text("roepnaam", "first name"),
    Field.PREFIX: Text("tussenvoegsel", "prefix"),
    Field.LAST_NAME: Text("achternaam", "last name"),
    Field.PROGRAMME: Text("opleiding", "programme"),
    Field.VARIANT: Text("variant", "variant"),
    Field.PHASE: Text("fase", "phase"),
    Field.COHORT: Text("cohort", "cohort"),
    Field.STUDY_COACH: Text("studiecoach", "study coach"),
    Field.ORGANISATION: Text("organisatie", "organisation"),
    Field.TYPE: Text("type", "type"),
    Field.PLACE: Text("plaats", "place"),
    Field.BOARD: Text("bestuur", "board"),
    Field.SUPERVISOR: Text("mentor", "mentor"),
    Field.START: Text("van", "from"),
    Field.END: Text("tot en met", "until"),
    Field.GROUP: Text("groep", "group"),
    Field.OWN_JOB: Text("eigen baan", "own job"),
    Field.TRAINED: Text("opleiding voor opleiders", "training for educators"),
    Field.BKE: Text("BKE", "BKE"),
    Field.DECISION: Text("besluitnummer", "decision number"),
    Field.ROLE: Text("rol", "role"),
}

_NAME = {
    Field.FIRST_NAME: "roepnaam|voornaam|voornamen|first name|given name|given names|forename|called",
    Field.PREFIX: "tussenvoegsel|tussenvoegsels|tussenv|tv|tvg|voorvoegsel|voorvoegsels|vv|prefix|name prefix",
    Field.LAST_NAME: "achternaam|familienaam|geslachtsnaam|last name|surname|family name",
}
_PLACE = {
    Field.TYPE: "type|soort|type organisatie|soort organisatie|organisatietype|kind of organisation|"
    "organisation type|type of organisation",
    Field.PLACE: "plaats|plaatsnaam|vestigingsplaats|woonplaats school|stad|place|town|city",
    Field.BOARD: "bestuur|schoolbestuur|stichting|bevoegd gezag|bestuur van de school|board|school board|foundation",
}
_ORGANISATION = (
    "organisatie|school|stageschool|opleidingsschool|basisschool|stageorganisatie|stageplaats|stageplek|stageadres|"
    "naam organisatie|naam school|schoolnaam|werkplek|leerwerkplek|organisation|organization|placement school|"
    "training school|school name"
)
_START = "van|vanaf|begin|begindatum|start|startdatum|ingangsdatum|from|start date|starts"
_END = "tot|tm|tot en met|einde|eind|einddatum|until|till|to|end|end date|ends"

_HEADINGS: Mapping[Kind, Mapping[Field, str]] = {
    Kind.STUDENTS: {
        Field.NUMBER: "studentnummer|student nummer|studentnr|studnr|stud nr|studentennummer|studentid|nummer|"
        "inschrijfnummer|student number|student no|student id|number",
        Field.NAME: "naam|volledige naam|naam student|student|studentnaam|name|full name|student name",
        **_NAME,
        Field.PROGRAMME: "opleiding|studie|programma|opleidingsnaam|naam opleiding|programme|program|course",
        Field.VARIANT: "variant|opleidingsvariant|opleidingsvorm|vorm|studievorm|richting|route|traject|mode|"
        "form of study",
        Field.PHASE: "fase|leerjaar|jaar|semester|studiefase|jaarlaag|studiejaar student|fase semester|"
        "fase leerjaar semester|leerjaar semester|phase|year|year of study|study phase",
        Field.COHORT: "cohort|instroomjaar|startjaar|instroomcohort|first study year|intake year",
        Field.STUDY_COACH: "studiecoach|slber|slb|studieloopbaanbegeleider|coach|study coach|tutor",
        Field.ORGANISATION: _ORGANISATION,
        **_PLACE,
        Field.SUPERVISOR: "mentor|praktijkbegeleider|mentor praktijkbegeleider|praktijkbegeleider mentor|"
        "naam mentor|naam praktijkbegeleider|werkbegeleider|stagementor|practice supervisor|supervisor",
        Field.START: f"{_START}|stage van|stage vanaf|begin stage|start stage|begindatum stage|startdatum stage|"
        "placement from|placement start",
        Field.END: f"{_END}|stage tot|stage tot en met|einde stage|eind stage|einddatum stage|placement until|"
        "placement end",
        Field.GROUP: "groep|stagegroep|group|class",
        Field.OWN_JOB: "eigen baan|eigen werkplek|eigen werk|werkt hier|in dienst|own job|employed",
    },
    Kind.ORGANISATIONS: {
        Field.ORGANISATION: f"{_ORGANISATION}|naam|name",
        **_PLACE,
    },
    Kind.ASSESSORS: {
        Field.NAME: "naam|volledige naam|beoordelaar|praktijkbeoordelaar|assessor|naam beoordelaar|examinator|opleider|"
        "schoolopleider|name|full name|examiner",
        **_NAME,
        Field.ROLE: "rol|rollen|functie|role|roles",
        Field.TRAINED: "opleiding voor opleiders|ovo|opleidersopleiding|opleiding opleiders|"
        "opleiding voor opleiders afgerond|opleiding voor opleiders afgerond op|opleiding voor opleiders behaald|"
        "datum opleiding voor opleiders|training for educators|training for teacher educators|trained",
        Field.BKE: "bke|bke behaald|bke behaald op|datum bke|basiskwalificatie examinering|bke obtained",
        Field.PROGRAMME: "programma|opleiding|aangesteld voor|aanstelling voor|aanstelling opleiding|programme|program|"
        "appointed for",
        Field.START: f"{_START}|aanstelling van|aanstelling vanaf|aangesteld van|aangesteld vanaf|begin aanstelling|"
        "appointed from|appointment from",
        Field.END: f"{_END}|aanstelling tot|aanstelling tot en met|aangesteld tot|aangesteld tot en met|"
        "einde aanstelling|geldig tot|geldig tot en met|appointed until|appointment until|valid until",
        Field.DECISION: "besluitnummer|besluit|besluitnr|besluit examencommissie|nummer besluit|decision|"
        "decision number",
        Field.ORGANISATION: f"{_ORGANISATION}|bestuur organisatie",
        **_PLACE,
    },
}
"""Headings by kind of sheet, parted by "|"; spaces, accents, capitals and punctuation do not count."""

NEEDED: Mapping[Kind, tuple[tuple[Field, ...], ...]] = {
    Kind.STUDENTS: ((Field.NUMBER,), (Field.LAST_NAME, Field.NAME)),
    Kind.ORGANISATIONS: ((Field.ORGANISATION,),),
    Kind.ASSESSORS: ((Field.NAME, Field.LAST_NAME),),
}
"""Of each group one column is needed, or the rows say of nobody in particular."""

_TITLES: Mapping[Kind, tuple[str, ...]] = {
    Kind.STUDENTS: ("student",),
    Kind.ORGANISATIONS: ("organisat", "organizat", "school", "scholen"),
    Kind.ASSESSORS: ("beoordelaar", "assessor", "examinator", "opleiders"),
}

_MARKS: Mapping[Kind, frozenset[Field]] = {
    Kind.STUDENTS: frozenset(Field),
    Kind.ORGANISATIONS: frozenset({Field.ORGANISATION}),
    Kind.ASSESSORS: frozenset({Field.ROLE, Field.TRAINED, Field.BKE, Field.DECISION}),
}
"""Without a title that says so, one of these tells that a sheet lists organisations or assessors and not students."""

MOST_HEADER_ROWS = 30
"""So many filled rows may stand above the table, such as a title and who made the list."""
_MOST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Columns:
    """What a sheet lists, and where.

    Attributes:
        kind: What it lists.
        row: Row of the headings, counted from 1.
        places: Columns of each field, counted from 0; a field may stand in several, such as mentor and
            praktijkbegeleider.
        others: Headings that mean nothing here, by column.
    """

    kind: Kind
    row: int
    places: Mapping[Field, tuple[int, ...]]
    others: Mapping[int, str]

    @property
    def missing(self) -> Field | None:
        """A field without which the rows cannot be understood, or None."""
        for group in NEEDED[self.kind]:
            if not any(field in self.places for field in group):
                return group[0]
        return None


def recognise(title: str, rows: Sequence[Sequence[str]], passed_over: frozenset[int] = frozenset()) -> Columns | None:
    """The columns of a sheet, wherever its headings stand; None when no row has headings.

    Args:
        title: the sheet's name, a hint of what it lists.
        rows: its rows, from row 1.
        passed_over: columns that do not count, counted from 0.
    """
    best: tuple[tuple[int, ...], Columns] | None = None
    tried = 0
    for number, row in enumerate(rows, start=1):
        if not any(cell.strip() for cell in row):
            continue
        for order, kind in enumerate(Kind):
            columns = _columns(kind, number, row, passed_over)
            fits = len(columns.places)
            whole = columns.missing is None
            hinted = any(hint in compact(title) for hint in _TITLES[kind])
            if not hinted and not _MARKS[kind] & columns.places.keys():
                continue
            rank = (int(hinted and whole), fits, int(whole), -order)
            if (fits >= 2 or (fits and len(columns.others) == 0 and whole)) and (best is None or rank > best[0]):
                best = rank, columns
        tried += 1
        if tried == MOST_HEADER_ROWS:
            break
    return None if best is None else best[1]


def _columns(kind: Kind, number: int, row: Sequence[str], passed_over: frozenset[int]) -> Columns:
    places: dict[Field, tuple[int, ...]] = {}
    others: dict[int, str] = {}
    for place, cell in enumerate(row):
        if place in passed_over or not cell.strip():
            continue
        field = _field(kind, cell)
        if field is None:
            others[place] = cell
        else:
            places[field] = (*places.get(field, ()), place)
    # Lists of an administration give the official names beside the one by which somebody is called.
    called = [place for place in places.get(Field.FIRST_NAME, ()) if compact(row[place]) == "roepnaam"]
    if called:
        places[Field.FIRST_NAME] = tuple(called)
    if Field.LAST_NAME in places and (Field.FIRST_NAME in places or Field.NAME in places):
        split = Field.FIRST_NAME in places
        places.pop(Field.NAME if split else Field.LAST_NAME, None)
        if not split:
            places.pop(Field.PREFIX, None)
    return Columns(kind, number, places, others)


def _field(kind: Kind, cell: str) -> Field | None:
    if len(cell) > _MOST_HEADING:
        return None
    known = _known(kind)
    # An explanation between brackets helps who fills the column in: begindatum (dd-mm-jjjj).
    return known.get(compact(cell)) or known.get(compact(re.sub(r"\(.*\)", "", cell)))


@lru_cache
def _known(kind: Kind) -> Mapping[str, Field]:
    return {compact(name): field for field, names in _HEADINGS[kind].items() for name in names.split("|")}


def compact(words: str) -> str:
    """The letters and digits of some words, casefolded and without accents, by which they are compared."""
    decomposed = unicodedata.normalize("NFKD", words)
    return "".join(sign for sign in decomposed if sign.isalnum()).casefold()
