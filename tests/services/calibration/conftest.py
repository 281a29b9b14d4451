"""A session of eight assessors on one lesson, prepared by a lead."""

from __future__ import annotations

import pytest

from assessor.application import Application
from assessor.domain.calibration.session import Session
from assessor.domain.people import Person, Role
from tests.services.calibration.stories import NAMES, prepared


@pytest.fixture
def lea(app: Application) -> Person:
    """The lead, who is at the keyboard."""
    person, _ = app.people.add("Lea Sluis", frozenset({Role.CALIBRATION_LEAD}))
    return app.people.sign_in(person.id)


@pytest.fixture
def session(app: Application, lea: Person) -> Session:
    """Model 3 of the pabo, one casus, eight people over two rooms, the first round open."""
    made = prepared(app, NAMES)
    app.calibration.rounds.open(made.id)
    return made
