"""Workbooks for who coordinates midterm evaluations: who is where, and a ready mail for who is late.

What anybody filled in stands in neither: only whether a form is in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from assessor.domain.midterm.letter import Occasion, reminder, subject
from assessor.domain.midterm.midterm import SIDES, MidtermState
from assessor.domain.text import Language, Text, day_text
from assessor.reports.sheets import Sheets, Value
from assessor.reports.table_text import IN_CLEAR


@dataclass(frozen=True, slots=True)
class MidtermRow:
    """Where one midterm evaluation stands.

    Attributes:
        programme: its name.
        stand: the state in words, with what is out of the ordinary (`Midterm.stand`).
        late: whether a form is still awaited after the day by which it was asked back.
    """

    student_number: str
    student: str
    cohort: str
    programme: Text
    organisation: str
    supervisor: str
    coordinator: str
    sent_on: date
    due: date | None
    state: MidtermState
    stand: Text
    student_in: bool
    supervisor_in: bool
    late: bool
    talked_on: date | None = None
    concluded_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """A mail for one person who is late: to whom, about which student, and its words."""

    occasion: Occasion
    student_number: str
    organisation: str


def write_midterm_overview(rows: Sequence[MidtermRow], target: BinaryIO, language: Language, *, made_on: date) -> None:
    """Write who is where as XLSX: a row per midterm, how many stand where per organisation, and what it means.

    Args:
        rows: in the order in which they are to stand, such as those of one coordinator.
        target: an open binary file.
        language: of headings and states.
        made_on: the day on which somebody is late or not.
    """
    book = Sheets(language)
    book.add(_OVERVIEW, [heading for heading, _ in _COLUMNS], [_cells(row) for row in rows], [w for _, w in _COLUMNS])
    book.add(_PLACES, [heading for heading, _ in _COUNTS], list(_counted(rows)), [width for _, width in _COUNTS])
    book.add(_LEGEND, [Text("Wat", "What"), Text("Uitleg", "Meaning")], _explained(made_on), [22, 90])
    book.save(target)


def write_midterm_reminders(rows: Sequence[ReminderRow], target: BinaryIO, language: Language) -> None:
    """Write who is late as XLSX, each with subject and text ready to be mailed; the texts are in `language`."""
    book = Sheets(language)
    lines = [_mail(row) for row in rows]
    book.add(_REMINDERS, [heading for heading, _ in _MAIL], lines, [width for _, width in _MAIL])
    book.save(target)


_OVERVIEW = Text("Tussenevaluaties", "Midterms")
_PLACES = Text("Per organisatie", "Per organisation")
_LEGEND = Text("Uitleg", "Legend")
_REMINDERS = Text("Herinneringen", "Reminders")
_YES, _NO = Text("ja", "yes"), Text("nee", "no")

_COLUMNS: tuple[tuple[Text, int], ...] = (
    (Text("Studentnummer", "Student number"), 16),
    (Text("Student", "Student"), 28),
    (Text("Cohort", "Cohort"), 12),
    (Text("Opleiding", "Programme"), 20),
    (Text("Organisatie", "Organisation"), 30),
    (Text("Mentor of praktijkbegeleider", "Mentor or practice supervisor"), 28),
    (Text("Uitgezet op", "Sent on"), 13),
    (Text("Terug op of vóór", "Due by"), 18),
    (Text("Stand", "State"), 22),
    (Text("Formulier student binnen", "Student’s form in"), 18),
    (Text("Formulier mentor of praktijkbegeleider binnen", "Mentor’s or practice supervisor’s form in"), 26),
    (Text("Te laat", "Late"), 9),
    (Text("Gesprek op", "Talk on"), 13),
    (Text("Afgerond op", "Concluded on"), 13),
    (Text("Uitgezet door", "Sent by"), 24),
)


def _cells(row: MidtermRow) -> list[Value]:
    return [
        row.student_number,
        row.student,
        row.cohort,
        row.programme,
        row.organisation,
        row.supervisor,
        row.sent_on,
        row.due,
        row.stand,
        *(_YES if true else _NO for true in (row.student_in, row.supervisor_in, row.late)),
        row.talked_on,
        row.concluded_on,
        row.coordinator,
    ]


_COUNTS: tuple[tuple[Text, int], ...] = (
    (Text("Organisatie", "Organisation"), 34),
    *((state.word, 16) for state in MidtermState),
    (Text("Te laat", "Late"), 10),
    (Text("Samen", "Together"), 10),
)


def _counted(rows: Sequence[MidtermRow]) -> Iterator[list[Value]]:
    """How many midterms stand where, per organisation and in all."""
    places = {row.organisation: [one for one in rows if one.organisation == row.organisation] for row in rows}
    for place in sorted(places, key=str.casefold):
        yield [place or Text("onbekend", "unknown"), *_counts(places[place])]
    if len(places) > 1:
        yield [Text("alle organisaties", "all organisations"), *_counts(rows)]


def _counts(rows: Sequence[MidtermRow]) -> list[Value]:
    states = [sum(row.state is state for row in rows) for state in MidtermState]
    return [*states, sum(row.late for row in rows), len(rows)]


def _explained(made_on: date) -> list[list[Value]]:
    lines: list[tuple[Text, Text]] = [
        (Text("Gemaakt op", "Made on"), day_text(made_on)),
        (Text("Let op", "Note"), IN_CLEAR),
        (Text("Formulieren", "Forms"), _NOTHING_OF_THEM),
        *((state.word, _MEANING[state]) for state in MidtermState),
        (Text("Te laat", "Late"), _LATE),
    ]
    return [[what, meaning] for what, meaning in lines]


_NOTHING_OF_THEM = Text(
    "Wat iemand heeft ingevuld, staat niet in dit bestand: alleen of het formulier binnen is.",
    "What anybody filled in does not stand in this file: only whether the form is in.",
)
_LATE = Text(
    "Er wordt nog een formulier verwacht en de dag waarop het terug zou zijn, is voorbij.",
    "A form is still awaited, and the day by which it was asked back has passed.",
)
_MEANING = {
    MidtermState.SENT: Text(
        "De formulieren zijn verstuurd en nog niet allebei terug.", "The forms went out and are not both back yet."
    ),
    MidtermState.BOTH_IN: Text(
        "De formulieren liggen naast elkaar; het gesprek volgt.", "The forms lie side by side; the talk follows."
    ),
    MidtermState.TALKED: Text("Student en begeleider hebben elkaar gesproken.", "Student and supervisor have talked."),
    MidtermState.DONE: Text("De tussenevaluatie is afgesloten.", "The midterm evaluation is closed."),
}

_MAIL: tuple[tuple[Text, int], ...] = (
    (Text("Aan", "To"), 18),
    (Text("Naam", "Name"), 28),
    (Text("Studentnummer", "Student number"), 16),
    (Text("Student", "Student"), 28),
    (Text("Organisatie", "Organisation"), 30),
    (Text("Terug op of vóór", "Due by"), 18),
    (Text("Onderwerp", "Subject"), 30),
    (Text("Tekst", "Text"), 90),
)


def _mail(row: ReminderRow) -> list[Value]:
    about = row.occasion
    to_student = about.respondent is SIDES[0]
    return [
        about.respondent.word if to_student else about.programme.supervisor,
        about.receiver,
        row.student_number,
        about.student,
        row.organisation,
        about.due,
        subject(about),
        reminder(about),
    ]
