"""The way from the sheet to an invitation: the cards of the sheet write through it as they do in a dossier."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from assessor.desktop.context import Context
from assessor.desktop.sheet.scribe import Scribe
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.ratings import Rating, Source
from assessor.services.changes import Changes


class InvitationScribe(Scribe):
    """Writes at one casus of an invitation.

    Signals:
        changed: a level or a note was recorded; carries what stood there before and what stands there now.

    Args:
        context: what every page is given.
        invitation_id: the invitation.
        place: of the casus, from 1.
        marks: what stands there, by criterion; kept up to date.
        parent: the pane.
    """

    changed = Signal(object, object)

    def __init__(
        self, context: Context, invitation_id: str, place: int, marks: dict[str, Rating], parent: QObject
    ) -> None:
        super().__init__(context, "", parent)
        self._scoring = context.application.calibration.scoring
        self._id, self._place, self.marks = invitation_id, place, marks

    def may_write(self, dossier: Dossier) -> bool:  # noqa: ARG002 - there is none here
        """Always: only who opened the invitation sees it."""
        return True

    def rate(self, criterion: str, mark: str | None) -> Rating | None:
        """Set a level; answers the rating as stored, None when it was refused."""
        try:
            self._scoring.rate(self._id, self._place, criterion, mark)
        except KnownError as error:
            self.refused.emit(error)
            return None
        before = self.marks.get(criterion, Rating(criterion))
        self._now(before, Rating(criterion, mark, before.note))
        self.saved.emit()
        return self.marks[criterion]

    def note(self, criterion: str, text: str) -> bool:
        """Record what was seen; answers whether it was stored."""
        if not self._kept(lambda: self._scoring.note(self._id, self._place, criterion, text)):
            return False
        before = self.marks.get(criterion, Rating(criterion))
        self._now(before, Rating(criterion, before.mark, text.strip()))
        return True

    def put(self, rating: Rating) -> bool:
        """Let a criterion stand as it stood before; answers whether it was stored."""
        there = self.marks.get(rating.criterion, Rating(rating.criterion))
        if there.mark != rating.mark and self.rate(rating.criterion, rating.mark) is None:
            return False
        return there.note == rating.note or self.note(rating.criterion, rating.note)

    def _now(self, before: Rating, after: Rating) -> None:
        self.marks[after.criterion] = after
        if after != before:
            self.changed.emit(before, after)

    def keep_draft(self, place: str, text: str) -> None:
        """Save text that is being typed."""
        criterion = place.removeprefix("note:")
        self._kept(lambda: self._scoring.keep_draft(self._id, self._place, criterion, text))

    def take_over(self, criterion: str, words: str) -> Rating | None:
        """There are no notes beside an invitation."""
        del words
        return self.marks.get(criterion)

    def set_sources(self, criterion: str, sources: frozenset[Source]) -> None:
        """An invitation asks for no source."""
        del criterion, sources

    def write(self, place: str, text: str) -> bool:
        """An invitation has no passages."""
        del place, text
        return False

    def _kept(self, keep: Callable[[], Changes | None]) -> bool:
        try:
            keep()
        except KnownError as error:
            self.unstored.emit(error)
            return False
        self.saved.emit()
        return True
