"""A context for one page: a real encrypted workspace behind it, and a navigator that writes down where it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication

from assessor.application import Application
from assessor.desktop import theme
from assessor.desktop.context import Context, Hub, Part, Section
from assessor.desktop.jobs import Jobs
from assessor.desktop.lifetime import hold_constants
from assessor.domain.errors import KnownError
from tests.services import conftest as services

# The partnership of the services' stories, for the pages as well.
clock, empty_workspace, app = services.clock, services.empty_workspace, services.app
noor, fleur = services.noor, services.fleur


@pytest.fixture(scope="session", autouse=True)
def _living() -> None:
    """Tests make widgets without starting the program, which would do this for them."""
    hold_constants()


@dataclass
class RecordingNavigator:
    """Where the page wanted to go."""

    steps: list[tuple[str, ...]] = field(default_factory=list)

    def go(self, section: Section) -> None:
        self.steps.append(("go", section))

    def open_dossier(self, dossier_id: str, part: Part = "sheet", place: str = "") -> None:
        self.steps.append(("dossier", dossier_id, part, place))

    def start_assessment(self, student_id: str | None = None) -> None:
        self.steps.append(("start", student_id or ""))

    def open_midterm(self, midterm_id: str) -> None:
        self.steps.append(("midterm", midterm_id))

    def sign_out(self) -> None:
        self.steps.append(("sign out",))

    def redress(self) -> None:
        self.steps.append(("redress",))


@dataclass
class Told:
    """The known errors that the page showed."""

    errors: list[KnownError] = field(default_factory=list)


@pytest.fixture
def navigator() -> RecordingNavigator:
    return RecordingNavigator()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def context(qapp: QApplication, app: Application, navigator: RecordingNavigator, told: Told) -> Iterator[Context]:
    """What every page is given, in English so that the source texts show."""
    theme.apply(qapp, theme.load("light"))
    bugs: list[BaseException] = []
    jobs = Jobs(told.errors.append, bugs.append)
    yield Context(app, "en", Hub(), navigator, jobs, told.errors.append)
    jobs.wait()
    assert bugs == []
