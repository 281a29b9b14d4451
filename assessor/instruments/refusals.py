"""What the catalogue answers when the form that is asked for is not there, with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import Final

from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument, Kind
from assessor.domain.text import Text, same
from assessor.instruments.problem import quoted

_MONTHS: Final = (
    ("januari", "January"), ("februari", "February"), ("maart", "March"), ("april", "April"), ("mei", "May"),
    ("juni", "June"), ("juli", "July"), ("augustus", "August"), ("september", "September"), ("oktober", "October"),
    ("november", "November"), ("december", "December"),
)  # fmt: skip

_KINDS: Final = {
    Kind.PRACTICE: Text("praktijkbeoordeling", "practice assessment"),
    Kind.MIDTERM: Text("tussenevaluatie", "midterm evaluation"),
}


def unknown(form: str, known: Sequence[str]) -> KnownError:
    """No form has this id."""
    near = get_close_matches(form[:60], known, n=1, cutoff=0.6)
    cure = (
        Text(f"Bedoel je ‘{near[0]}’?", f"Do you mean ‘{near[0]}’?")
        if near
        else Text("Kies uit: {known}.", "Choose from: {known}.").fill(known=", ".join(known) or "–")
    )
    what = Text("Het instrument ‘{form}’ bestaat niet.", "The instrument ‘{form}’ does not exist.")
    return KnownError("instrument-unknown", what.fill(form=quoted(form)), cure)


def unknown_version(form: str, version: str, known: Sequence[str]) -> KnownError:
    """The form exists, but not in this version."""
    what = Text("Versie {version} van ‘{form}’ bestaat niet.", "Version {version} of ‘{form}’ does not exist.")
    cure = Text("Kies uit: {known}.", "Choose from: {known}.")
    return KnownError(
        "version-unknown", what.fill(form=form, version=quoted(version)), cure.fill(known=", ".join(known))
    )


def other_year(instrument: Instrument, day: date) -> KnownError:
    """A form for this student exists, but it is not valid on the day."""
    what = Text(
        "‘{title}’ versie {version} geldt niet op {day}: het formulier geldt {term}.",
        "‘{title}’ version {version} is not valid on {day}: the form is valid {term}.",
    )
    cure = Text(
        "Controleer de datum van de activiteit, of voeg het formulier van dat studiejaar toe.",
        "Check the date of the activity, or add the form of that study year.",
    )
    filled = what.fill(title=instrument.title, version=instrument.version, day=_day(day), term=_term(instrument))
    return KnownError("instrument-other-year", filled, cure)


def none_for(kind: Kind, programme: str, variant: str, phase: str, *, broken: bool) -> KnownError:
    """No form of this kind is for such a student; `broken` when a form that cannot be read might have been it."""
    what = Text(
        "Er is geen formulier {kind} voor {programme}, {variant}, {phase}.",
        "There is no {kind} form for {programme}, {variant}, {phase}.",
    ).fill(kind=_KINDS[kind], programme=quoted(programme), variant=quoted(variant), phase=quoted(phase))
    cure = Text(
        "Controleer opleiding, variant en fase van de student, of voeg een formulier toe.",
        "Check the programme, variant and phase of the student, or add a form.",
    )
    if broken:
        cure += Text(
            " Er is ook een formulier met fouten: bekijk het bij Instrumenten.",
            " There is also a form with errors: see Instruments.",
        )
    return KnownError("instrument-none", what, cure)


def unreadable(name: str) -> KnownError:
    """The file is not there, or the system does not let us open it."""
    return KnownError(
        "form-unreadable",
        Text("Het bestand kan niet worden geopend.", "The file cannot be opened."),
        Text("Controleer de naam en of je het bestand mag lezen.", "Check the name and whether you may read the file."),
        same(name),
    )


def _day(day: date) -> Text:
    dutch, english = _MONTHS[day.month - 1]
    return Text(f"{day.day} {dutch} {day.year}", f"{day.day} {english} {day.year}")


def _term(instrument: Instrument) -> Text:
    first = Text("vanaf {day}", "from {day}").fill(day=_day(instrument.valid_from))
    if instrument.valid_until is None:
        return first
    return first + Text(" tot en met {day}", " up to and including {day}").fill(day=_day(instrument.valid_until))
