"""A real encrypted workspace with a partnership in it, and a clock that the story sets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assessor.application import Application
from assessor.domain.organisation import OrganisationType
from assessor.domain.people import Person, Role
from assessor.domain.student import Placement, Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from assessor.services.desk import Desk
from assessor.storage.workspace import Workspace

PASSPHRASE = "zeven houten klompen"
ROLES = frozenset({Role.ASSESSOR})


class Clock:
    """A clock that stands still until the story moves it."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 20, 14, 3, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def move(self, **span: float) -> None:
        """Move on (or back) by days, hours, minutes ..."""
        self.time += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path: Path, clock: Clock) -> Iterator[Application]:
    """An open workspace with nobody in it yet."""
    workspace, _ = Workspace.create(tmp_path / "dossierkast", passphrase=PASSPHRASE, keyring=None)
    application = Application(Desk(workspace, Catalogue(forms()), now=clock))
    yield application
    application.close()


@pytest.fixture
def noor(app: Application) -> Person:
    """A trained, certified and appointed assessor, who is at the keyboard."""
    person, _ = app.people.add("Noor Wilgenhout", ROLES, trained=date(2023, 6, 1), bke=date(2024, 3, 1))
    app.people.appoint(person.id, "pabo", date(2025, 9, 1), date(2026, 8, 31), "EC-2025-04")
    return app.people.sign_in(person.id)


@pytest.fixture
def fleur(app: Application) -> Student:
    """A pabo student in year 3, placed with a mentor."""
    school, _ = app.students.add_organisation("De Wilgenroos", OrganisationType.SCHOOL, "Zomerdam")
    student = Student(
        "", "500001", "Fleur", "van", "Zonnedauw", "pabo", "voltijd", "jaar-3", "2023-2024", "Ties Berkenlaan"
    )
    placement = Placement("", "", school.id, "Mees Appelboom", date(2025, 9, 1), date(2026, 1, 16), "groep 5")
    added, _ = app.students.add(student, placement)
    return added
