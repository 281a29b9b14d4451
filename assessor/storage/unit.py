"""A unit of work: what is read or written together, with a repository for each noun."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from assessor.storage.repositories.attachments import Attachments
    from assessor.storage.repositories.calibration_conclusions import CalibrationConclusions
    from assessor.storage.repositories.calibration_invitations import CalibrationInvitations
    from assessor.storage.repositories.calibration_rooms import CalibrationRooms
    from assessor.storage.repositories.calibration_rounds import CalibrationRounds
    from assessor.storage.repositories.calibration_sessions import CalibrationSessions
    from assessor.storage.repositories.chains import Chains
    from assessor.storage.repositories.dossiers import Dossiers
    from assessor.storage.repositories.drafts import Drafts
    from assessor.storage.repositories.forms import Forms
    from assessor.storage.repositories.instruments import Instruments
    from assessor.storage.repositories.midterms import Midterms
    from assessor.storage.repositories.notes import NotePages
    from assessor.storage.repositories.organisations import Boards, Organisations
    from assessor.storage.repositories.people import Appointments, People
    from assessor.storage.repositories.settings import Settings
    from assessor.storage.repositories.steps import Steps
    from assessor.storage.repositories.students import Placements, Students


class Unit:
    """Everything inside it is seen as of one moment, and is committed or forgotten together.

    A repository is imported when it is first asked for.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @cached_property
    def people(self) -> People:
        """People and their PINs."""
        from assessor.storage.repositories.people import People

        return People(self.connection)

    @cached_property
    def appointments(self) -> Appointments:
        """Appointments of assessors."""
        from assessor.storage.repositories.people import Appointments

        return Appointments(self.connection)

    @cached_property
    def boards(self) -> Boards:
        """School and childcare boards."""
        from assessor.storage.repositories.organisations import Boards

        return Boards(self.connection)

    @cached_property
    def organisations(self) -> Organisations:
        """Places where students learn."""
        from assessor.storage.repositories.organisations import Organisations

        return Organisations(self.connection)

    @cached_property
    def students(self) -> Students:
        """Students."""
        from assessor.storage.repositories.students import Students

        return Students(self.connection)

    @cached_property
    def placements(self) -> Placements:
        """Stageperiodes of students."""
        from assessor.storage.repositories.students import Placements

        return Placements(self.connection)

    @cached_property
    def instruments(self) -> Instruments:
        """Canonical copies of instruments."""
        from assessor.storage.repositories.instruments import Instruments

        return Instruments(self.connection)

    @cached_property
    def dossiers(self) -> Dossiers:
        """Dossiers and their sheets."""
        from assessor.storage.repositories.dossiers import Dossiers

        return Dossiers(self.connection)

    @cached_property
    def steps(self) -> Steps:
        """What undo and redo need."""
        from assessor.storage.repositories.steps import Steps

        return Steps(self.connection)

    @cached_property
    def drafts(self) -> Drafts:
        """Text being typed."""
        from assessor.storage.repositories.drafts import Drafts

        return Drafts(self.connection)

    @cached_property
    def notes(self) -> NotePages:
        """Aantekeningen."""
        from assessor.storage.repositories.notes import NotePages

        return NotePages(self.connection)

    @cached_property
    def attachments(self) -> Attachments:
        """What was attached to dossiers."""
        from assessor.storage.repositories.attachments import Attachments

        return Attachments(self.connection)

    @cached_property
    def forms(self) -> Forms:
        """Forms that went out, and what came back."""
        from assessor.storage.repositories.forms import Forms

        return Forms(self.connection)

    @cached_property
    def midterms(self) -> Midterms:
        """Midterm evaluations and their sealed forms."""
        from assessor.storage.repositories.midterms import Midterms

        return Midterms(self.connection)

    @cached_property
    def calibration_sessions(self) -> CalibrationSessions:
        """Kalibreerdagen, sessions and casussen."""
        from assessor.storage.repositories.calibration_sessions import CalibrationSessions

        return CalibrationSessions(self.connection)

    @cached_property
    def calibration_rooms(self) -> CalibrationRooms:
        """Rooms and participants of sessions."""
        from assessor.storage.repositories.calibration_rooms import CalibrationRooms

        return CalibrationRooms(self.connection)

    @cached_property
    def calibration_rounds(self) -> CalibrationRounds:
        """Rounds and their sealed scores."""
        from assessor.storage.repositories.calibration_rounds import CalibrationRounds

        return CalibrationRounds(self.connection)

    @cached_property
    def calibration_invitations(self) -> CalibrationInvitations:
        """Invitations to score that were opened here."""
        from assessor.storage.repositories.calibration_invitations import CalibrationInvitations

        return CalibrationInvitations(self.connection)

    @cached_property
    def calibration_conclusions(self) -> CalibrationConclusions:
        """What sessions led to."""
        from assessor.storage.repositories.calibration_conclusions import CalibrationConclusions

        return CalibrationConclusions(self.connection)

    @cached_property
    def chains(self) -> Chains:
        """The record of what happened."""
        from assessor.storage.repositories.chains import Chains

        return Chains(self.connection)

    @cached_property
    def settings(self) -> Settings:
        """Settings of the workspace."""
        from assessor.storage.repositories.settings import Settings

        return Settings(self.connection)
