"""What was a development point last time shows after scoring, and not before."""

from __future__ import annotations

import pytest

from assessor.application import Application
from assessor.domain.student import Student
from tests.services.conftest import Clock
from tests.services.stories import begun, finalised, scored


@pytest.mark.usefixtures("noor")
def test_last_time_shows_once_every_criterion_carries_a_mark(app: Application, fleur: Student, clock: Clock) -> None:
    first = finalised(app, fleur)
    clock.move(days=90)
    fresh = begun(app, fleur)
    assert app.growth.of(fresh.id).unscored == 36
    assert app.growth.of(fresh.id).points == ()

    done = scored(app, fleur)
    found = app.growth.of(done.id)
    assert found.is_open
    assert [(point.number, point.words) for point in found.points] == [(first.number, "Bouw rust in bij overgangen.")]
    app.assessments.rate(done.id, "4.3", None)
    assert app.growth.of(done.id).unscored == 1
