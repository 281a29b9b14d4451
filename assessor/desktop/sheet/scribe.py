"""The scribe: the one way from the sheet to the services; it says when something was saved, and what was refused."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from assessor.desktop.context import Context
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.ratings import Rating, Source
from assessor.services.changes import Changes


class Scribe(QObject):
    """Writes in one dossier.

    Signals:
        saved: something was committed.
        refused: nothing was written; carries the `KnownError`. The sheet shows again what is stored.
        unstored: text was refused and stands on screen only; carries the `KnownError`.
    """

    saved = Signal()
    refused = Signal(object)
    unstored = Signal(object)

    def __init__(self, context: Context, dossier_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._assessments = context.application.assessments
        self.dossier_id = dossier_id
        self._draft_refused = False

    def may_write(self, dossier: Dossier) -> bool:
        """Whether the person at the keyboard fills in this sheet: it is open and their own."""
        actor = self._context.application.desk.actor
        return dossier.state.is_open and actor is not None and dossier.assessor_id == actor.id

    def rate(self, criterion: str, mark: str | None) -> Rating | None:
        """Set a mark; answers the rating as stored, None when it was refused."""
        try:
            rating, changes = self._assessments.rate(self.dossier_id, criterion, mark)
        except KnownError as error:
            self.refused.emit(error)
            return None
        self._tell(changes)
        return rating

    def note(self, criterion: str, text: str) -> bool:
        """Record a toelichting; answers whether it was stored."""
        try:
            _, changes = self._assessments.note(self.dossier_id, criterion, text)
        except KnownError as error:
            self.unstored.emit(error)
            return False
        self._tell(changes)
        return True

    def take_over(self, criterion: str, words: str) -> Rating | None:
        """Put words of the notes into a toelichting; answers the rating as stored, None when it was refused."""
        try:
            rating, changes = self._assessments.take_over(self.dossier_id, criterion, words)
        except KnownError as error:
            self.refused.emit(error)
            return None
        self._tell(changes)
        return rating

    def set_sources(self, criterion: str, sources: frozenset[Source]) -> None:
        """Record where the assessor knows it from."""
        try:
            _, changes = self._assessments.set_sources(self.dossier_id, criterion, sources)
        except KnownError as error:
            self.refused.emit(error)
        else:
            self._tell(changes)

    def write(self, place: str, text: str) -> bool:
        """Record a passage; answers whether it was stored."""
        try:
            _, changes = self._assessments.write(self.dossier_id, place, text)
        except KnownError as error:
            self.unstored.emit(error)
            return False
        self._tell(changes)
        return True

    def keep_draft(self, place: str, text: str) -> None:
        """Save text that is being typed; of pauses that are refused one after another the first is told."""
        try:
            self._assessments.keep_draft(self.dossier_id, place, text)
        except KnownError as error:
            if not self._draft_refused:
                self._draft_refused = True
                self.unstored.emit(error)
            return
        self._draft_refused = False
        self.saved.emit()

    def _tell(self, changes: Changes) -> None:
        self.saved.emit()
        self._context.hub.tell(changes, self.parent())
