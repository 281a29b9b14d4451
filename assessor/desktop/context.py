"""What every page is given: the use cases, the language, and the way to other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QLocale, QObject, Signal

from assessor.domain.errors import KnownError
from assessor.domain.text import Language, Text
from assessor.services.changes import Changes

if TYPE_CHECKING:
    # The workspace brings SQLAlchemy along, half a second that the first window does not need.
    from assessor.application import Application
    from assessor.desktop.jobs import Jobs

Section = Literal["start", "assessments", "midterms", "students", "instruments", "calibration", "administration"]
Part = Literal["sheet", "check", "result"]


class Hub(QObject):
    """Tells every page what changed.

    Signals:
        changed: carries the `Changes` and the page that made them, which need not look again.
    """

    changed = Signal(object, object)

    def tell(self, changes: Changes, initiator: QObject | None = None) -> None:
        """Pass on what a use case changed."""
        if changes:
            self.changed.emit(changes, initiator)


class Navigator(Protocol):
    """The way to other pages."""

    def go(self, section: Section) -> None:
        """Show a section of the rail."""

    def open_dossier(self, dossier_id: str, part: Part = "sheet", place: str = "") -> None:
        """Show a dossier's sheet, check page or result, at a place of the sheet if one is named."""

    def start_assessment(self, student_id: str | None = None) -> None:
        """Ask what a new practice assessment needs, for this student or one to be chosen."""

    def open_midterm(self, midterm_id: str) -> None:
        """Show a midterm evaluation."""

    def open_student(self, student_id: str) -> None:
        """Show a student among the students."""

    def lend(self) -> None:
        """Leave whoever fills in a form at this computer no way to anything else."""

    def take_back(self) -> None:
        """Show the way to everything again, after asking for the PIN of whoever lent the window, if there is one."""

    def sign_out(self) -> None:
        """Lock the window: ask again who is there."""

    def redress(self) -> None:
        """Build the pages anew, because language, theme or text size changed."""


@dataclass
class Context:
    """Handed to each page; `tell_error` is the one way in which a page shows a known error."""

    application: Application
    language: Language
    hub: Hub
    navigator: Navigator
    jobs: Jobs
    tell_error: Callable[[KnownError], None]

    def say(self, text: Text) -> str:
        """A text of the domain in the language of the screen."""
        return text.say(self.language)

    @property
    def locale(self) -> QLocale:
        """How the screen writes dates and numbers."""
        return locale_of(self.language)


def locale_of(language: Language) -> QLocale:
    """The locale that goes with a language of the program."""
    if language == "nl":
        return QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
