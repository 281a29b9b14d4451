"""Everything that can be done with calibration sessions, in one place for the desktop and the commands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from assessor.services.desk import Desk

if TYPE_CHECKING:
    from assessor.services.calibration.cases import Cases
    from assessor.services.calibration.concluding import Concluding
    from assessor.services.calibration.hands import Hands
    from assessor.services.calibration.inviting import Inviting
    from assessor.services.calibration.keeping import Keeping
    from assessor.services.calibration.papers import CalibrationPapers
    from assessor.services.calibration.preparing import Preparing
    from assessor.services.calibration.private import Private
    from assessor.services.calibration.receiving import Receiving
    from assessor.services.calibration.room_packages import RoomPackages
    from assessor.services.calibration.rounds import Rounds
    from assessor.services.calibration.scoring import Scoring
    from assessor.services.calibration.tables import Tables
    from assessor.services.calibration.years import Years


class Calibration:
    """The use cases of calibration, each group loaded when it is first asked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def preparing(self) -> Preparing:
        """Day, casussen, participants, rooms, draaiboek."""
        from assessor.services.calibration.preparing import Preparing

        return Preparing(self._desk)

    @cached_property
    def rounds(self) -> Rounds:
        """Collect blind, close, reveal, score again."""
        from assessor.services.calibration.rounds import Rounds

        return Rounds(self._desk)

    @cached_property
    def hands(self) -> Hands:
        """Hands that are counted in the hall."""
        from assessor.services.calibration.hands import Hands

        return Hands(self._desk)

    @cached_property
    def tables(self) -> Tables:
        """Sessions and scores from tables."""
        from assessor.services.calibration.tables import Tables

        return Tables(self._desk, self.preparing, self.rounds)

    @cached_property
    def cases(self) -> Cases:
        """Attachments and references of casussen, and those of earlier years."""
        from assessor.services.calibration.cases import Cases

        return Cases(self._desk, self.preparing)

    @cached_property
    def inviting(self) -> Inviting:
        """Forms that go out, and the texts of an online form."""
        from assessor.services.calibration.inviting import Inviting

        return Inviting(self._desk)

    @cached_property
    def scoring(self) -> Scoring:
        """Invitations that somebody opens here, to score and send back sealed."""
        from assessor.services.calibration.scoring import Scoring

        return Scoring(self._desk)

    @cached_property
    def receiving(self) -> Receiving:
        """Whatever comes back."""
        from assessor.services.calibration.receiving import Receiving

        return Receiving(self._desk)

    @cached_property
    def concluding(self) -> Concluding:
        """Notes, afspraken, voorstellen, acties."""
        from assessor.services.calibration.concluding import Concluding

        return Concluding(self._desk)

    @cached_property
    def private(self) -> Private:
        """One's own scores beside the group."""
        from assessor.services.calibration.private import Private

        return Private(self._desk)

    @cached_property
    def papers(self) -> CalibrationPapers:
        """Groepsverslag, presentielijst, private reports."""
        from assessor.services.calibration.papers import CalibrationPapers

        return CalibrationPapers(self._desk)

    @cached_property
    def room_packages(self) -> RoomPackages:
        """What each room gets on paper, and the report that it sends back."""
        from assessor.services.calibration.room_packages import RoomPackages

        return RoomPackages(self._desk)

    @cached_property
    def years(self) -> Years:
        """Calibration over the years."""
        from assessor.services.calibration.years import Years

        return Years(self._desk)

    @cached_property
    def keeping(self) -> Keeping:
        """Erasing and history."""
        from assessor.services.calibration.keeping import Keeping

        return Keeping(self._desk)
