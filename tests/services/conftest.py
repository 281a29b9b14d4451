"""A real encrypted workspace with a partnership in it, and a clock that the story sets."""

from __future__ import annotations

import shutil
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
from assessor.storage.keys import FromKeyring
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


class Drawer:
    """A keyring of the tests' own, so that opening takes no Argon2."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}

    def get(self, workspace_id: str) -> bytes | None:
        return self.keys.get(workspace_id)

    def put(self, workspace_id: str, key: bytes) -> None:
        self.keys[workspace_id] = key

    def forget(self, workspace_id: str) -> None:
        self.keys.pop(workspace_id, None)


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Drawer]:
    """A closed workspace with nobody in it, and the keyring that opens it; each test takes a copy."""
    folder, drawer = tmp_path_factory.mktemp("template") / "dossierkast", Drawer()
    workspace, _ = Workspace.create(folder, passphrase=PASSPHRASE, keyring=drawer)
    workspace.close()
    return folder, drawer


@pytest.fixture
def app(tmp_path: Path, clock: Clock, empty_workspace: tuple[Path, Drawer]) -> Iterator[Application]:
    """An open workspace with nobody in it yet."""
    folder, drawer = empty_workspace
    shutil.copytree(folder, tmp_path / "dossierkast")
    workspace = Workspace.open(tmp_path / "dossierkast", unlock=FromKeyring(drawer))
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
