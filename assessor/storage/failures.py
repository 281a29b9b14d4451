"""Refusals of storage in plain words, and driver errors made safe before they leave it.

A driver's message may carry values (the DETAIL lines of PostgreSQL do, in spite of `hide_parameters`), so what leaves
storage is either a `KnownError` or a `StorageFault` that names the kind of failure and nothing that a user entered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from assessor.domain.errors import KnownError
from assessor.domain.text import Text


class StorageFault(Exception):
    """A database error that no user can cure: a bug of the program, without any value in its text."""


_NOUNS = {
    "invitation": Text("Deze uitnodiging", "This invitation"),
    "person": Text("Deze persoon", "This person"),
    "organisation": Text("Deze organisatie", "This organisation"),
    "student": Text("Deze student", "This student"),
    "instrument": Text("Dit instrument", "This instrument"),
    "dossier": Text("Dit dossier", "This dossier"),
    "attachment": Text("Deze bijlage", "This attachment"),
    "session": Text("Deze kalibreersessie", "This calibration session"),
    "round": Text("Deze ronde", "This round"),
    "midterm": Text("Deze tussenevaluatie", "This midterm evaluation"),
    "draft": Text("Dit concept", "This draft"),
    "participant": Text("Deze deelnemer", "This participant"),
    "casus": Text("Deze casus", "This case"),
}


def unknown(noun: str) -> KnownError:
    """The refusal ``{noun}-unknown`` for an id that does not stand in the workspace."""
    return KnownError(
        f"{noun}-unknown",
        Text("{noun} staat niet in dit gegevensbestand.", "{noun} is not in this workspace.").fill(noun=_NOUNS[noun]),
        Text("Zoek opnieuw of kies een ander gegevensbestand.", "Search again or choose another workspace."),
    )


def disk_full() -> KnownError:
    """The refusal ``disk-full``."""
    return KnownError(
        "disk-full",
        Text("De schijf is vol; er kan niets worden opgeslagen.", "The disk is full; nothing can be saved."),
        Text("Maak ruimte vrij en probeer het opnieuw.", "Free some space and try again."),
    )


def read_only() -> KnownError:
    """The refusal ``read-only``."""
    return KnownError(
        "read-only",
        Text(
            "In deze map kan niet worden geschreven; er is niets gewijzigd.",
            "This folder cannot be written to; nothing was changed.",
        ),
        Text(
            "Kies een map waarin je mag schrijven, of vraag de beheerder om schrijfrechten.",
            "Choose a folder that you may write to, or ask the administrator for write access.",
        ),
    )


def place_missing() -> KnownError:
    """The refusal ``place-missing``: no folder can be made there."""
    return KnownError(
        "place-missing",
        Text("Deze plaats bestaat niet of is niet bereikbaar.", "This place does not exist or cannot be reached."),
        Text(
            "Controleer of de schijf, stick of netwerkmap is aangesloten, of kies een andere map.",
            "Check that the disk, stick or network folder is connected, or choose another folder.",
        ),
    )


def disk_failed() -> KnownError:
    """The refusal ``disk-failed``: the disk reported an error while reading or writing."""
    return KnownError(
        "disk-failed",
        Text(
            "De schijf gaf een fout bij het lezen of schrijven; de laatste wijziging is niet opgeslagen.",
            "The disk reported an error while reading or writing; the last change was not saved.",
        ),
        Text(
            "Controleer of de schijf of netwerkmap bereikbaar is en niet vol, en open het gegevensbestand opnieuw.",
            "Check that the disk or network folder can be reached and is not full, and open the workspace again.",
        ),
    )


def busy() -> KnownError:
    """The refusal ``workspace-busy``: another change holds the database longer than a change may take."""
    return KnownError(
        "workspace-busy",
        Text(
            "Het gegevensbestand is bezig met een andere wijziging; deze is niet opgeslagen.",
            "The workspace is busy with another change; this one was not saved.",
        ),
        Text("Wacht even en probeer het opnieuw.", "Wait a moment and try again."),
    )


def damaged() -> KnownError:
    """The refusal ``workspace-damaged``."""
    return KnownError(
        "workspace-damaged",
        Text(
            "Het gegevensbestand is beschadigd en kan niet worden gelezen.",
            "The workspace is damaged and cannot be read.",
        ),
        Text(
            "Zet de nieuwste reservekopie terug; het beschadigde bestand blijft bewaard.",
            "Restore the newest backup; the damaged file is kept.",
        ),
    )


_SQLITE_REFUSALS = {
    "SQLITE_FULL": disk_full,
    "SQLITE_READONLY": read_only,
    "SQLITE_PERM": read_only,
    "SQLITE_IOERR": disk_failed,
    "SQLITE_CANTOPEN": disk_failed,
    "SQLITE_BUSY": busy,
    "SQLITE_LOCKED": busy,
    "SQLITE_CORRUPT": damaged,
    "SQLITE_NOTADB": damaged,
}

_SQLITE_MESSAGES = {
    "database or disk is full": "SQLITE_FULL",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "access permission denied": "SQLITE_PERM",
    "disk I/O error": "SQLITE_IOERR",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database is locked": "SQLITE_BUSY",
    "database table is locked": "SQLITE_LOCKED",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
    "file is encrypted or is not a database": "SQLITE_NOTADB",
}
"""SQLite's own fixed messages; the driver gives no error codes."""

_POSTGRESQL_REFUSALS = {"53100": disk_full, "25006": read_only, "55P03": busy, "40001": busy, "40P01": busy}


def rewritten(error: BaseException) -> Exception:
    """What leaves storage instead of this driver error: a `KnownError`, or a `StorageFault` without values."""
    driver = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    state = getattr(driver, "sqlstate", None)
    if state is not None:
        known = _POSTGRESQL_REFUSALS.get(state)
        return known() if known else StorageFault(f"{type(driver).__name__} {state}")
    message = str(driver)
    code = next((code for words, code in _SQLITE_MESSAGES.items() if message.startswith(words)), None)
    if code is not None:
        return _SQLITE_REFUSALS[code]()
    return StorageFault(f"{type(driver).__name__}: {_constraint(message)}".removesuffix(": "))


def _constraint(message: str) -> str:
    """SQLite's constraint messages name tables and columns only; any other message is left out."""
    head, found, names = message.partition(" constraint failed")
    return message if found and head.isupper() and "\n" not in names else ""


@contextmanager
def made_safe(*driver_errors: type[Exception]) -> Iterator[None]:
    """Let nothing of the driver out: its errors are replaced, and emptied where Python keeps them as context.

    Args:
        driver_errors: errors of a driver that is used without SQLAlchemy.
    """
    caught: tuple[type[Exception], ...] = (DBAPIError, *driver_errors)
    try:
        yield
    except caught as error:
        safe = rewritten(error).with_traceback(error.__traceback__)
        _empty(error)
        raise safe from None


def _empty(error: Exception) -> None:
    """Take the values out of an error that Python keeps as the context of the one that replaces it."""
    if isinstance(error, DBAPIError):
        error.params = None
        if error.orig is not None:
            error.orig.args = ()
    error.args = ("",)
