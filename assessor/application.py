"""The composition root: one open workspace with every use case on it, for the desktop and the commands alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assessor.services.assessments import Assessments
from assessor.services.desk import Desk
from assessor.services.papers import Papers
from assessor.services.people import People
from assessor.services.records import Records
from assessor.services.results import Results
from assessor.services.students import Students
from assessor.services.work import Work


@dataclass
class Application:
    """Everything that can be done in one workspace, by the person at the desk."""

    desk: Desk

    @cached_property
    def assessments(self) -> Assessments:
        """Open practice assessments: start, score, write, undo."""
        return Assessments(self.desk)

    @cached_property
    def records(self) -> Records:
        """Records for paper and verification."""
        return Records(self.desk)

    @cached_property
    def results(self) -> Results:
        """Check, make definitief, correct, resit, close."""
        return Results(self.desk, self.records)

    @cached_property
    def papers(self) -> Papers:
        """Dossiers as PDF."""
        return Papers(self.desk, self.records)

    @cached_property
    def people(self) -> People:
        """Who works here, and who may assess."""
        return People(self.desk)

    @cached_property
    def students(self) -> Students:
        """Students, placements and organisations."""
        return Students(self.desk)

    @cached_property
    def work(self) -> Work:
        """Lists and counts of dossiers."""
        return Work(self.desk)

    def close(self) -> None:
        """Leave the workspace; a backup is made when something changed."""
        self.desk.workspace.close()
