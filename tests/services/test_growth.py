"""What was a development point last time shows after scoring, and not before."""

from __future__ import annotations

import pytest

from assessor.application import Application
from assessor.domain.dossier import Dossier
from assessor.domain.growth import EarlierPoint
from assessor.domain.student import Student
from assessor.domain.text import same
from assessor.services.growth import Growth
from assessor.storage.unit import Unit
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
    number = f"Dossier {first.number}"
    assert [(point.source.nl, point.words) for point in found.points] == [(number, "Bouw rust in bij overgangen.")]
    app.assessments.rate(done.id, "4.3", None)
    assert app.growth.of(done.id).unscored == 1


@pytest.mark.usefixtures("noor")
def test_what_was_said_elsewhere_of_this_student_shows_beside_it(app: Application, fleur: Student) -> None:
    def halfway(unit: Unit, dossier: Dossier) -> list[EarlierPoint]:
        assert unit.students.get(dossier.student_id) == fleur
        return [EarlierPoint(same("Tussenevaluatie"), None, "Vraag eerder hulp.")]

    growth = Growth(app.desk, [halfway])
    assert growth.of(begun(app, fleur).id).points == ()
    assert [point.words for point in growth.of(scored(app, fleur).id).points] == ["Vraag eerder hulp."]
