"""Why a returned file is not taken in at all: one sentence that says what it is, and one with the cure."""

from __future__ import annotations

from assessor.domain.form_answers import Problem
from assessor.domain.text import Text, same
from assessor.exchange.refusals import Fault

_AGAIN = Text(
    "Vraag het formulier opnieuw op, of neem het zelf over in het programma.",
    "Ask for the form again, or take it over yourself in the program.",
)
UNREADABLE = Fault(
    "form-unreadable",
    Text("Dit bestand is beschadigd en kan niet worden gelezen.", "This file is damaged and cannot be read."),
    _AGAIN,
)
TOO_LARGE = Fault(
    "form-too-large",
    Text("Dit bestand is te groot voor een formulier.", "This file is too large for a form."),
    Text("Kies het formulier zelf, zonder bijlagen erin.", "Choose the form itself, without attachments in it."),
)
NO_FORM = Fault(
    "form-none",
    Text("Dit is geen formulier van dit programma.", "This is no form of this program."),
    Text("Kies een PDF of werkmap die je hebt verstuurd.", "Choose a PDF or workbook that you sent."),
)
LOCKED = Fault(
    "form-locked",
    Text("Dit bestand is beveiligd met een wachtwoord.", "This file is protected by a password."),
    Text("Vraag om het bestand zonder wachtwoord.", "Ask for the file without a password."),
)
SCRIPTED = Fault(
    "form-scripted",
    Text("In dit bestand zit een script; dat hoort er niet in.", "This file holds a script, which does not belong."),
    _AGAIN,
)
REBUILT = Fault(
    "form-rebuilt",
    Text(
        "Dit formulier is met een ander programma omgebouwd (XFA).",
        "This form was rebuilt with another program (XFA).",
    ),
    _AGAIN,
)

_TAKE_OVER = Text(
    "Kijk in het bestand wat er staat en neem het zelf over.", "See what it says and take it over yourself."
)


def unreadable_answer(field: Text) -> Problem:
    """A field whose text is in no known encoding."""
    what = Text("De tekst in dit veld is niet leesbaar.", "The text in this field cannot be read.")
    return Problem("answer-unreadable", field, what, _TAKE_OVER)


def formula_answer(field: Text) -> Problem:
    """A cell that computes its answer."""
    what = Text("In deze cel staat een formule.", "This cell holds a formula.")
    return Problem("answer-formula", field, what, _TAKE_OVER)


def merged_answer(field: Text) -> Problem:
    """A cell that was merged with others, so that it is not known what it answers."""
    what = Text("Deze cel is samengevoegd met andere.", "This cell was merged with others.")
    return Problem("answer-merged", field, what, _TAKE_OVER)


def doubled_answer(field: Text) -> Problem:
    """A row that stands in the workbook twice with different answers."""
    what = Text("Deze vraag staat twee keer in de werkmap.", "This question stands in the workbook twice.")
    return Problem("answer-twice", field, what, _TAKE_OVER)


def long_name() -> Problem:
    """A field whose name is longer than any of ours."""
    what = Text("Er is een veld met een onmogelijke naam.", "There is a field with an impossible name.")
    return Problem("field-name-long", same(""), what, _TAKE_OVER)
