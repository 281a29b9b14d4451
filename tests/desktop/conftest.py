"""A context for one page: a real encrypted workspace behind it, and a navigator that writes down where it was sent."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

import assessor.desktop
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

DESKTOP = Path(assessor.desktop.__file__).parent


@pytest.fixture(scope="session", autouse=True)
def _living() -> None:
    """Tests make widgets without starting the program, which would do this for them."""
    hold_constants()


@pytest.fixture(autouse=True)
def _one_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No part of a page is shown before it stands in one: it would flash as a window and take the focus along."""
    loose: list[str] = []
    show, set_visible = QWidget.show, QWidget.setVisible

    def look(widget: QWidget) -> None:
        place = sys._getframe(2).f_code
        is_loose = widget.parentWidget() is None and not isinstance(widget, QDialog | QMainWindow)
        if is_loose and DESKTOP in Path(place.co_filename).parents:
            loose.append(f"{type(widget).__name__} in {place.co_qualname}")

    def watched_show(widget: QWidget) -> None:
        look(widget)
        show(widget)

    def watched(widget: QWidget, visible: bool) -> None:
        if visible:
            look(widget)
        set_visible(widget, visible)

    monkeypatch.setattr(QWidget, "show", watched_show)
    monkeypatch.setattr(QWidget, "setVisible", watched)
    yield
    assert loose == []


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

    def open_student(self, student_id: str) -> None:
        self.steps.append(("student", student_id))

    def lend(self) -> None:
        self.steps.append(("lend",))

    def take_back(self) -> None:
        self.steps.append(("take back",))

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
    jobs.close()
    assert bugs == []
