"""Why a file that came back for a calibration session is not taken: what it is, and the cure."""

from __future__ import annotations

from datetime import date

from assessor.domain.errors import KnownError
from assessor.domain.form_code import printed
from assessor.domain.forms import FormKind
from assessor.domain.text import Text, day_text, same

Where = str | Text | None

WHO_UNKNOWN = frozenset({"form-nameless", "participant-not-invited", "participant-ambiguous"})
"""Refusals after which the lead can say whose a form is."""

_ASK_AGAIN = Text("Maak het formulier opnieuw en vraag het ingevuld terug.", "Make the form anew and ask for it.")
_NEWER = Text("Werk het programma bij en lees het opnieuw in.", "Update the program and read it again.")
_TYPE_IN = Text(
    "Vraag om het ingevulde bestand zelf, of typ het in bij ‘Van papier invoeren’.",
    "Ask for the file that was filled in, or type it in at ‘Type in from paper’.",
)


def other_kind(name: str, kind: str) -> KnownError:
    """A form of a dossier, or of a newer program."""
    word, cure = Text("formulier van een nieuwer programma", "form of a newer program"), _NEWER
    if kind in set(FormKind):
        word, cure = FormKind(kind).word, FormKind(kind).home.cure
    if kind == FormKind.ROOM:
        cure = Text("Lees het in bij Bespreken.", "Read it in at Discuss.")
    what = Text("Dit is geen kalibreerformulier maar een ander: {kind}.", "This is no calibration form: {kind}.")
    return _refuse("form-not-calibration", what.fill(kind=word), cure, name)


def unknown(name: str, code: str) -> KnownError:
    """A form of which this workspace knows no round."""
    return _refuse(
        "form-unknown",
        Text(
            "Formuliercode {code} is niet vanuit dit gegevensbestand verstuurd.",
            "Form code {code} was not sent from this workspace.",
        ).fill(code=printed(code) if code else "–"),
        Text("Lees het in waar het is verstuurd.", "Read it in where it was sent from."),
        name,
    )


def other_session(name: str, title: str, day: date) -> KnownError:
    """A form or export of another session."""
    return _refuse(
        "form-other-session",
        Text("Dit hoort bij de sessie ‘{title}’ van {day}.", "This belongs to the session ‘{title}’ of {day}.").fill(
            title=title, day=day_text(day)
        ),
        Text("Lees het in bij die sessie.", "Read it in at that session."),
        name,
    )


def not_invited(name: str) -> KnownError:
    """A personal form of somebody who does not take part (any more)."""
    return _refuse(
        "participant-not-invited",
        Text(
            "Dit formulier is van iemand die niet meedoet aan deze sessie.",
            "This form is of somebody who does not take part in this session.",
        ),
        Text("Voeg de deelnemer toe en lees het opnieuw in.", "Add the participant and read it again."),
        name,
    )


def other_version(name: str) -> KnownError:
    """A form whose questions are not those of the round."""
    return _refuse(
        "form-other-version",
        Text(
            "Dit formulier is van een andere versie: de criteria of de casussen zijn niet die van deze ronde.",
            "This form is of another version: its criteria or cases are not those of this round.",
        ),
        _ASK_AGAIN,
        name,
    )


def altered(name: str) -> KnownError:
    """A form that says of itself what was never sent."""
    return _refuse(
        "form-altered",
        Text(
            "Dit formulier is veranderd: de persoon of de code klopt niet met wat is verstuurd.",
            "This form was altered: its person or code is not what was sent.",
        ),
        _ASK_AGAIN,
        name,
    )


def flat(name: str, code: str, person: str, *, workbook: bool) -> KnownError:
    """A print (no fields), or a workbook that lost the sheet that says what it is; named by its printed code."""
    whose = Text(" van {person}", " of {person}").fill(person=person) if person else same("")
    print_ = Text(
        "Dit is een afdruk van kalibreerformulier {code}{whose}: de antwoorden staan er niet als velden in.",
        "This is a print of calibration form {code}{whose}: its answers are no longer fields.",
    )
    bare = Text(
        "Dit is een werkmap van kalibreerformulier {code}{whose}, maar het blad dat zegt waar zij hoort, ontbreekt.",
        "This is a workbook of calibration form {code}{whose}, but the sheet that says where it belongs is missing.",
    )
    what = (bare if workbook else print_).fill(code=printed(code), whose=whose)
    return _refuse("form-bare" if workbook else "form-flat", what, _TYPE_IN, name)


def empty(where: Where) -> KnownError:
    """A form without a level or a note that can be read."""
    return _refuse(
        "form-empty",
        Text("Er staat geen niveau of toelichting in die te lezen is.", "It holds no level or note that can be read."),
        Text(
            "Vraag of het na het invullen is opgeslagen, en of rijen en kolommen bleven staan.",
            "Ask whether it was saved after it was filled in, and whether rows and columns stayed in place.",
        ),
        where,
    )


def nameless(where: Where) -> KnownError:
    """A form for all without a name or code on it."""
    return _refuse(
        "form-nameless",
        Text("Er staat geen naam of code op.", "There is no name or code on it."),
        Text("Zeg van wie het is, of vraag het na.", "Say whose it is, or ask."),
        where,
    )


def columns(name: str) -> KnownError:
    """An export whose columns are not all known."""
    return _refuse(
        "online-columns",
        Text(
            "Van deze export is niet van elke kolom bekend wat zij beantwoordt.",
            "It is not known of each column of this export what it answers.",
        ),
        Text(
            "Wijs de kolommen één keer aan in het venster bij Verzamelen; dat wordt onthouden.",
            "Point the columns out once in the window, at Collect; that is remembered.",
        ),
        name,
    )


def own_list(name: str) -> KnownError:
    """The list of invitations, which lies in the folder of the forms."""
    return _refuse(
        "invitation-list",
        Text(
            "Dit is de lijst met uitnodigingen; er staan geen scores in.", "This is the list of invitations, no scores."
        ),
        Text("Die hoef je niet in te lezen.", "You need not read it."),
        name,
    )


def no_headings(name: str) -> KnownError:
    """An export that begins with answers."""
    return _refuse(
        "online-no-headings",
        Text("De eerste rij bevat antwoorden en geen vragen.", "The first row holds answers and no questions."),
        Text(
            "Download de export opnieuw, met de vragen op de eerste rij.",
            "Download the export again, with the questions on its first row.",
        ),
        name,
    )


def no_row(name: str) -> KnownError:
    """An export of which no row was taken."""
    return _refuse(
        "online-no-row",
        Text("Geen enkele rij kon worden overgenomen.", "No row could be taken."),
        Text("Kijk per rij waarom.", "See for each row why."),
        name,
    )


def _refuse(code: str, what: Text, cure: Text, where: Where) -> KnownError:
    return KnownError(code, what, cure, same(where) if isinstance(where, str) else where)
